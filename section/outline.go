package section

import (
	"math"
	"slices"
)

// Piece is a straight piece of a segment in space.
type Piece struct {
	Place Segment    // in the middle of its segment
	A, B  [3]float64 // its ends [um], A nearer to the 0 end of the section
	DA    float64    // diameter at A [um]
	DB    float64
}

// Outline gives the pieces of sections as they lie in space, those of each section
// from its 0 end on. Sections without 3-D points lie as DefineShape would lay them;
// the model stays as it is.
func (m *Model) Outline(sections []*Section) []Piece {
	var out []Piece
	m.laid(func() {
		for _, s := range sections {
			out = append(out, s.pieces()...)
		}
	})
	return out
}

// Points gives the 3-D points of sections, each x, y, z and the diameter [um], from
// the end nearer to the root on. Where all sections have two at least they are as they
// stand; otherwise all lie as DefineShape would lay them. The model stays as it is.
func (m *Model) Points(sections []*Section) [][][4]float64 {
	out := make([][][4]float64, len(sections))
	read := func() {
		for i, s := range sections {
			for _, p := range s.points3d {
				out[i] = append(out[i], [4]float64{float64(p.x), float64(p.y), float64(p.z), math.Abs(float64(p.d))})
			}
		}
	}
	if slices.ContainsFunc(sections, func(s *Section) bool { return len(s.points3d) < 2 }) {
		m.laid(read)
	} else {
		read()
	}
	return out
}

// laid calls f while all sections lie as DefineShape lays them.
func (m *Model) laid(f func()) {
	all := m.breadthFirst()
	type state struct {
		points  []point3d
		logical [3]float32
		length  float64
	}
	before := make([]state, len(all))
	for i, s := range all {
		if s.stale {
			s.measure()
		}
		before[i] = state{points: slices.Clone(s.points3d), length: s.length}
		if s.logical != nil {
			before[i].logical = *s.logical
		}
	}
	for i, s := range all {
		s.define(i)
	}
	f()
	for i, s := range all {
		s.points3d, s.length = before[i].points, before[i].length
		if s.logical != nil {
			*s.logical = before[i].logical
		}
	}
}

// pieces cuts the way through the 3-D points at the borders of the segments.
func (s *Section) pieces() []Piece {
	n, points := s.Nseg(), s.points3d
	total := points[len(points)-1].arc
	var out []Piece
	k := 0 // the segment
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		from := a.arc
		for {
			end := b.arc
			border := total * float64(k+1) / float64(n)
			cut := k < n-1 && border < end
			if cut {
				end = border
			}
			if end > from {
				out = append(out, between(a, b, from, end))
				out[len(out)-1].Place = Segment{s, (float64(k) + .5) / float64(n)}
			}
			from = end
			if !cut {
				break
			}
			k++
		}
	}
	return out
}

// between is the part of the way from one point to the next that lies between two
// lengths of the way from the 0 end.
func between(a, b point3d, from, to float64) Piece {
	at := func(arc float64) ([3]float64, float64) {
		f := (arc - a.arc) / (b.arc - a.arc)
		mix := func(x, y float32) float64 { return float64(float64(x)*(1-f)) + float64(float64(y)*f) }
		d := float64(float64(max(a.d, -a.d))*(1-f)) + float64(float64(max(b.d, -b.d))*f)
		return [3]float64{mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z)}, d
	}
	var p Piece
	p.A, p.DA = at(from)
	p.B, p.DB = at(to)
	return p
}

// Length is how long the piece is [um].
func (p Piece) Length() float64 {
	return math.Hypot(math.Hypot(p.B[0]-p.A[0], p.B[1]-p.A[1]), p.B[2]-p.A[2])
}

// At is the place on the piece at a part of its length, 0 at A and 1 at B.
func (p Piece) At(part float64) (at [3]float64) {
	for i := range at {
		at[i] = p.A[i] + float64(part*(p.B[i]-p.A[i]))
	}
	return at
}
