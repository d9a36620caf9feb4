package section

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// unconnected is the distance between places that no path joins.
const unconnected = 1e20

// fromNear is the path length from the near end to the node at an index.
func (s *Section) fromNear(index int) float64 {
	switch n := s.Nseg(); index {
	case nearNode:
		return 0
	case n:
		return s.L() * 1
	default:
		return s.L() * ((float64(index) + .5) / float64(n))
	}
}

// Distance is the path length [um] between two places: the ends, or the
// centres of segments. It is 1e20 when no path joins them.
func (m *Model) Distance(a, b Segment) (float64, error) {
	for _, g := range []Segment{a, b} {
		if _, err := g.Sec.At(g.X); err != nil {
			return 0, err
		}
	}
	if a.Sec.m != m || b.Sec.m != m {
		return unconnected, nil
	}
	m.breadthFirst()
	s1, i1 := a.Sec, a.Sec.exactIndex(a.X)
	s2, i2 := b.Sec, b.Sec.exactIndex(b.X)
	d := 0.0
	up := func(s *Section, index int) (*Section, int) {
		d += s.fromNear(index)
		if s.parent == nil {
			return nil, nearNode
		}
		return s.parent, s.parent.exactIndex(s.parentX)
	}
	for s1 != s2 {
		if s1 != nil && (s2 == nil || s1.rank > s2.rank) {
			s1, i1 = up(s1, i1)
		} else {
			s2, i2 = up(s2, i2)
		}
	}
	if s1 == nil {
		return unconnected, nil
	}
	x1, x2 := s1.fromNear(i1), s1.fromNear(i2)
	if x1 < x2 {
		return d + (x2 - x1), nil
	}
	return d + (x1 - x2), nil
}

// SetOrigin sets the place that DistanceFromOrigin measures from.
func (m *Model) SetOrigin(g Segment) error {
	if _, err := g.Sec.At(g.X); err != nil {
		return err
	}
	m.origin = Segment{g.Sec, g.Center()}
	return nil
}

// DistanceFromOrigin is the path length [um] from the origin (SetOrigin).
func (m *Model) DistanceFromOrigin(g Segment) (float64, error) {
	if m.origin.Sec == nil || m.origin.Sec.deleted {
		e := fault.New(fault.Model, "Distance origin not valid")
		return 0, e.WithHint("set it first: n.distance(0, soma(0))")
	}
	return m.Distance(m.origin, g)
}

// Nernst is the equilibrium potential [mV] at the model's temperature; see
// mechanism.Nernst.
func (m *Model) Nernst(in, out, z float64) float64 {
	return mechanism.Nernst(in, out, z, m.Celsius)
}
