package section

import (
	"math"

	"github.com/gneuron/gneuron/mechanism"
)

// DefineShape gives 3-D points to all sections that have none, and moves those
// that have to their parents, as NEURON's define_shape does: a root lies along
// x, the next root 100 um further in z, and children go on in the direction of
// their parent, several of one place spread over 0.8 rad, at right angles from
// within a section. L stays; diam is from then on that of the points.
//
// Coordinates are rounded to single precision where NEURON does.
func (m *Model) DefineShape() {
	for i, s := range m.breadthFirst() {
		if s.stale {
			s.measure()
		}
		s.define(i)
	}
}

func (s *Section) define(root int) {
	x, y, z := float32(0), float32(0), float32(root)*100
	dx, dy := float32(1), float32(0)
	p, at := s.parent, s.parentX
	if p != nil {
		first, last := p.points3d[0], p.points3d[len(p.points3d)-1]
		dx, dy = last.x-first.x, last.y-first.y
		along := p.fromRoot(s)
		if along < .5 {
			dx, dy = -dx, -dy
		}
		between := func(a, b float32) float32 { return float32(float64(float64(b)*along) + float64(float64(a)*(1-along))) }
		x, y, z = between(first.x, last.x), between(first.y, last.y), between(first.z, last.z)
	}
	if len(s.points3d) > 0 {
		if p != nil {
			s.translate(x, y, z)
		}
		return
	}
	angle := float32(0)
	if math.Abs(float64(dy)) >= 1e-6 || math.Abs(float64(dx)) >= 1e-6 {
		angle = float32(math.Atan2(float64(dy), float64(dx)))
	}
	if at > 0 && at < 1 {
		angle = float32(float64(angle) + math.Pi/2)
	}
	if p != nil {
		count, mine := float32(0), float32(0)
		for k := len(p.children) - 1; k >= 0; k-- {
			c := p.children[k]
			if c == s {
				mine = count
			}
			if c.parentX == at {
				count++
			}
		}
		if count > 1 {
			angle = float32(float64(angle) + float64(float64(mine)/(float64(count)-1)*.8) - .4)
		}
	}
	length := s.length
	x1 := float32(float64(x) + float64(length*float64(float32(math.Cos(float64(angle))))))
	y1 := float32(float64(y) + float64(length*float64(float32(math.Sin(float64(angle))))))
	n := s.Nseg()
	diam := func(i int) float32 { return float32(s.m.node(s.nodes[i], mechanism.NodeDiam).Get()) }
	points := []point3d{{x: x, y: y, z: z, d: diam(0)}}
	for i := range n {
		frac := (float64(i) + .5) / float64(n)
		points = append(points, point3d{
			x: float32(float64(float64(x)*(1-frac)) + float64(float64(x1)*frac)),
			y: float32(float64(float64(y)*(1-frac)) + float64(float64(y1)*frac)),
			z: z, d: diam(i)})
	}
	s.points3d = append(points, point3d{x: x1, y: y1, z: z, d: diam(n - 1)})
	s.rearc(0)
	s.points3d[n+1].arc = length // rounding must not change the length
	s.length = length
}

// translate moves all points so that the first is at (x, y, z), or by as much
// as that differs from the point of reference (SetPt3dStyle).
func (s *Section) translate(x, y, z float32) {
	ref := [3]float32{s.points3d[0].x, s.points3d[0].y, s.points3d[0].z}
	if s.logical != nil {
		ref, *s.logical = *s.logical, [3]float32{x, y, z}
	}
	dx, dy, dz := x-ref[0], y-ref[1], z-ref[2]
	for i := range s.points3d {
		p := &s.points3d[i]
		p.x, p.y, p.z = p.x+dx, p.y+dy, p.z+dz
	}
}
