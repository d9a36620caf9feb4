package section

// unconnected is the distance between places that no path joins.
const unconnected = 1e20

// fromNear is the path length from the near end to the node at an index.
func (s *Section) fromNear(index int) float64 {
	switch n := s.Nseg(); index {
	case nearNode:
		return 0
	case n:
		return s.L()
	default:
		return s.L() * ((float64(index) + .5) / float64(n))
	}
}

// Distance is the path length [um] between two places: the ends, or the
// centres of segments. It is 1e20 when no path joins them.
func Distance(a, b Segment) float64 {
	if a.Sec.deleted || b.Sec.deleted || a.Sec.m != b.Sec.m {
		return unconnected
	}
	a.Sec.m.breadthFirst()
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
		return unconnected
	}
	x1, x2 := s1.fromNear(i1), s1.fromNear(i2)
	if x1 < x2 {
		return d + (x2 - x1)
	}
	return d + (x1 - x2)
}
