package section

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// reshape notes that the geometry has changed.
func (s *Section) reshape() {
	s.stale = true
	s.m.reshaped = true
}

// SetL sets the length, from 1e-4 to 1e20 [um]. In a section with 3-D points
// these are scaled about the first.
func (s *Section) SetL(x float64) error {
	if err := s.checkPositive("L", x, 1e-4, 1e20); err != nil {
		return err
	}
	if n := len(s.points3d); n > 0 && s.points3d[n-1].arc <= 0 {
		e := fault.New(fault.Model, "%s.L cannot be set: its 3-D points all lie at one place", s.Name())
		e.Section, e.Variable, e.Value = s.Name(), "L", x
		return e.WithHint("call %s.pt3dclear() first", s.Name())
	}
	s.length = x
	s.stretch(x)
	s.reshape()
	return nil
}

// measure brings the area (and diam and L from 3-D points) of the section's
// segments up to date. A segment of a section without 3-D points is a cylinder of
// length dx:
//
//	area = π·diam·dx [um2]
func (s *Section) measure() {
	s.stale = false
	m := s.m
	m.reshaped = true
	n := s.Nseg()
	if k := len(s.points3d); k > 0 {
		s.length = s.points3d[k-1].arc
	}
	if s.length <= 1e-9 {
		s.length = 1e-9
	}
	dx := s.length / float64(n)
	walk, far := newFrustums(s), 0.0
	s.ri = s.ri[:0]
	for i, id := range s.nodes[:n] {
		diam, area := m.node(id, mechanism.NodeDiam), m.node(id, mechanism.NodeArea)
		if len(s.points3d) < 2 {
			area.Set(math.Pi * diam.Get() * dx)
			continue
		}
		d, a, near, next := walk.segment(i)
		s.ri, far = append(s.ri, far+near), next
		if math.Abs(d-diam.Get()) > 1e-9 || d < 1e-5 {
			diam.Set(d)
		}
		area.Set(a)
	}
	if len(s.ri) > 0 {
		s.ri = append(s.ri, far)
	}
}

// resistances gives the axial resistance between each node of the section and the
// one before, nearer to the root [Mohm], in the room of out. It is that of the
// half of its own segment nearer to the root and of the adjoining half of the one
// before. The first node of a section counts nothing of the parent's. The half of a
// segment without 3-D points has
//
//	ri = 0.01·Ra·(dx/2)/(π·diam²/4)
//
// The order of operations is NEURON's.
func (s *Section) resistances(out []float64) []float64 {
	out = out[:0]
	if len(s.ri) > 0 {
		return append(out, s.ri...)
	}
	n := s.Nseg()
	dx := s.length / float64(n)
	far := 0.0 // resistance of the far half of the segment before
	for _, id := range s.nodes[:n] {
		d := s.m.node(id, mechanism.NodeDiam).Get()
		half := 1e-2 * s.ra * (dx / 2) / (math.Pi * d * d / 4.)
		out = append(out, half+far)
		far = half
	}
	return append(out, far)
}

// couple computes the coefficients by which a node i and its parent p see
// each other:
//
//	a_i = -100·rallbranch/(ri_i·area_p),  b_i = -100/(ri_i·area_i)
//
// in S/cm2 (uS where the area is that of an end). rallbranch counts at the
// near end of a section only.
func (m *Model) couple() error {
	area := m.Nodes.Values(mechanism.NodeArea)
	a, b := m.Nodes.Column(mechanism.NodeA), m.Nodes.Column(mechanism.NodeB)
	var ri []float64
	for _, s := range m.sections {
		rall, above := s.rall, endArea // area of the node before
		if !s.parentIsEnd {
			above = area.At(int(s.parentRow))
		}
		ri = s.resistances(ri)
		for i, id := range s.nodes {
			row, _ := m.Nodes.Row(id)
			own := endArea
			if i < s.Nseg() {
				own = area.At(row)
			}
			if !(own > 0 && ri[i] > 0) {
				return s.flatError(i)
			}
			g := 1 / ri[i]
			a[row] = -1e2 * rall * g / above
			b[row] = -1e2 * g / own
			above, rall = own, 1
		}
		if s.parent == nil {
			a[s.parentRow], b[s.parentRow] = 0, 0
		}
	}
	return nil
}

// flatError says that the segment at an index has no area or resistance, which
// 3-D points can bring about.
func (s *Section) flatError(index int) error {
	g := Segment{s, s.position(index)}
	e := fault.New(fault.Model, "%s has membrane area %g um2 and diameter %g um", g, g.Area(), g.geometry(mechanism.NodeDiam))
	e.Section, e.Variable, e.Value = s.Name(), "diam", g.geometry(mechanism.NodeDiam)
	return e.WithHint("a segment must have a surface: look at L, diam and the 3-D points of %s", s.Name())
}

// Area is the membrane area of the segment [um2]; 0 at the ends.
func (g Segment) Area() float64 {
	if g.Sec.deleted || g.X == 0 || g.X == 1 {
		return 0
	}
	return g.geometry(mechanism.NodeArea)
}

// Ri is the axial resistance [Mohm] between the centre of the segment and that
// of the one nearer to the root; 1e30 at the end where a tree begins.
func (g Segment) Ri() float64 {
	if g.Sec.deleted {
		return 0
	}
	s, index := g.Sec, g.Sec.exactIndex(g.X)
	for index == nearNode && s.parent != nil { // the node is an ancestor's
		index = s.parent.exactIndex(s.parentX)
		s = s.parent
	}
	if index == nearNode {
		return 1e30
	}
	if s.stale {
		s.measure()
	}
	return 1 / (1 / s.resistances(nil)[index])
}

// Volume is that of the segment [um3]; 0 at the ends. As in NEURON, 3-D points
// are taken to begin at x = 0 here, even in a section joined by its 1 end.
func (g Segment) Volume() float64 {
	if g.Sec.deleted || g.X == 0 || g.X == 1 {
		return 0
	}
	if g.Sec.stale {
		g.Sec.measure()
	}
	if len(g.Sec.points3d) > 1 {
		return g.Sec.frustumVolume(int(float64(g.Sec.Nseg()) * g.X))
	}
	d := g.geometry(mechanism.NodeDiam)
	return math.Pi * d * d / 4 * (g.Sec.L() / float64(g.Sec.Nseg()))
}

// geometry reads a node column of the segment, never of an end.
func (g Segment) geometry(col int) float64 {
	if g.Sec.stale {
		g.Sec.measure()
	}
	return g.Sec.m.node(g.Sec.nodes[g.Sec.index(g.X)], col).Get()
}

// Area is the membrane area of the whole section [um2].
func (s *Section) Area() float64 {
	sum := 0.0
	for _, g := range s.Segments() {
		sum += g.Area()
	}
	return sum
}

// LambdaF is the length constant of the section [um] at a frequency f [Hz],
// as stdrun's lambda_f computes it: for a section without 3-D points
//
//	λ = 1e5·sqrt(diam/(4·π·f·Ra·cm))
//
// with diam and cm at 0.5, and else L divided by the length in units of the
// λ of each piece between two 3-D points.
func (s *Section) LambdaF(f float64) (float64, error) {
	if err := s.alive(); err != nil {
		return 0, err
	}
	if !(f > 0) {
		e := fault.New(fault.Range, "lambda_f: frequency = %g must be greater than 0", f)
		e.Section, e.Value = s.Name(), f
		return 0, e
	}
	mid := Segment{s, .5}
	cm := s.m.node(s.nodes[s.index(.5)], mechanism.NodeCm).Get()
	if len(s.points3d) < 2 {
		return 1e5 * math.Sqrt(mid.geometry(mechanism.NodeDiam)/(4*math.Pi*f*s.ra*cm)), nil
	}
	x1, d1 := s.Arc3d(0), s.Diam3d(0)
	lam := 0.0
	for i := 1; i < len(s.points3d); i++ {
		x2, d2 := s.Arc3d(i), s.Diam3d(i)
		lam += (x2 - x1) / math.Sqrt(d1+d2)
		x1, d1 = x2, d2
	}
	lam *= math.Sqrt(2) * 1e-5 * math.Sqrt(4*math.Pi*f*s.ra*cm)
	return s.L() / lam, nil
}

// DLambda is the number of segments that the d_lambda rule gives a section: the
// least odd number with which no segment is longer than a part of the length
// constant at a frequency [Hz], up to a tenth of a segment,
//
//	nseg = 2·int((L/(part·λ_f) + 0.9)/2) + 1
//
// Source: Carnevale & Hines (2006), The NEURON Book, chapter 5. Usual are 0.1
// of λ at 100 Hz.
//
// It returns a *fault.Error where part or f is not above 0, or where that would
// be more than MaxNseg segments.
func (s *Section) DLambda(f, part float64) (int, error) {
	if !(part > 0) {
		e := fault.New(fault.Range, "d_lambda = %g must be greater than 0", part)
		e.Section, e.Variable, e.Value = s.Name(), "d_lambda", part
		return 0, e
	}
	lambda, err := s.LambdaF(f)
	if err != nil {
		return 0, err
	}
	nseg := 2*math.Trunc((s.L()/(part*lambda)+.9)/2) + 1
	if !(nseg <= MaxNseg) {
		e := fault.New(fault.Range, "%s would need %.6g segments of %g λ (%.6g um at %g Hz); at most %d are possible", s.Name(), nseg, part, lambda, f, MaxNseg)
		e.Section, e.Variable, e.Value = s.Name(), "nseg", nseg
		return 0, e.WithHint("are Ra, cm and diam of %s what they should be?", s.Name())
	}
	return int(nseg), nil
}
