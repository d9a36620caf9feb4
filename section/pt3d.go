package section

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// point3d is a 3-D point. Coordinates and diameter are kept in single
// precision, as NEURON keeps them; a negative diameter marks a spine.
type point3d struct {
	x, y, z, d float32
	arc        float64 // path length from the first point [um]
}

// N3d is the number of 3-D points. With two or more they give L and diam.
func (s *Section) N3d() int { return len(s.points3d) }

// X3d is the x coordinate of a point [um]; i must be from 0 to N3d()-1, as
// CheckPt3d tells.
func (s *Section) X3d(i int) float64 { return float64(s.points3d[i].x) }

// Y3d is the y coordinate of a point [um].
func (s *Section) Y3d(i int) float64 { return float64(s.points3d[i].y) }

// Z3d is the z coordinate of a point [um].
func (s *Section) Z3d(i int) float64 { return float64(s.points3d[i].z) }

// Diam3d is the diameter at a point [um].
func (s *Section) Diam3d(i int) float64 { return math.Abs(float64(s.points3d[i].d)) }

// Arc3d is the path length from the first point to point i [um].
func (s *Section) Arc3d(i int) float64 { return s.points3d[i].arc }

// Spine3d tells whether a point was given with a negative diameter.
func (s *Section) Spine3d(i int) bool { return s.points3d[i].d < 0 }

// CheckPt3d gives an error unless i is the index of a 3-D point.
func (s *Section) CheckPt3d(i int) error {
	return s.checkPt3d(i, len(s.points3d)-1)
}

func (s *Section) checkPt3d(i, last int) error {
	if err := s.alive(); err != nil {
		return err
	}
	if i >= 0 && i <= last {
		return nil
	}
	e := fault.New(fault.Range, "%s has no 3-D point %d: it has %d", s.Name(), i, len(s.points3d))
	e.Section, e.Value, e.Hi, e.HasRange = s.Name(), float64(i), float64(last), last >= 0
	return e
}

func (s *Section) checkCoordinates(v ...float64) error {
	if err := s.alive(); err != nil {
		return err
	}
	for _, x := range v {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			e := fault.New(fault.Range, "a 3-D point of %s cannot have a coordinate %g", s.Name(), x)
			e.Section, e.Value = s.Name(), x
			return e
		}
	}
	return nil
}

// Pt3dAdd adds a point at the end. The first one is at the end of the section
// that is nearer to the root.
func (s *Section) Pt3dAdd(x, y, z, d float64) error {
	return s.Pt3dInsert(len(s.points3d), x, y, z, d)
}

// Pt3dInsert adds a point before point i.
func (s *Section) Pt3dInsert(i int, x, y, z, d float64) error {
	if err := s.checkPt3d(i, len(s.points3d)); err != nil {
		return err
	}
	if err := s.checkCoordinates(x, y, z, d); err != nil {
		return err
	}
	s.points3d = slices.Insert(s.points3d, i, point3d{x: float32(x), y: float32(y), z: float32(z), d: float32(d)})
	s.rearc(i)
	return nil
}

// Pt3dChange gives point i other coordinates and another diameter.
func (s *Section) Pt3dChange(i int, x, y, z, d float64) error {
	if err := s.CheckPt3d(i); err != nil {
		return err
	}
	if err := s.checkCoordinates(x, y, z, d); err != nil {
		return err
	}
	s.points3d[i] = point3d{x: float32(x), y: float32(y), z: float32(z), d: float32(d)}
	s.rearc(i)
	return nil
}

// Pt3dChangeDiam gives point i another diameter.
func (s *Section) Pt3dChangeDiam(i int, d float64) error {
	if err := s.CheckPt3d(i); err != nil {
		return err
	}
	if err := s.checkCoordinates(d); err != nil {
		return err
	}
	s.points3d[i].d = float32(d)
	s.reshape()
	return nil
}

// Pt3dRemove takes point i out.
func (s *Section) Pt3dRemove(i int) error {
	if err := s.CheckPt3d(i); err != nil {
		return err
	}
	s.points3d = slices.Delete(s.points3d, i, i+1)
	s.rearc(i)
	return nil
}

// Pt3dClear takes all points out. L stays the length of their path, and diam
// what was last computed from them: points that were never looked at leave no
// diameter behind, as in NEURON.
func (s *Section) Pt3dClear() {
	s.points3d = nil
}

// rearc computes path lengths anew from point i on.
func (s *Section) rearc(i int) {
	p := s.points3d
	if len(p) == 0 {
		s.reshape()
		return
	}
	if i == 0 {
		p[0].arc = 0
		i = 1
	}
	for ; i < len(p); i++ {
		dx, dy, dz := float64(p[i].x-p[i-1].x), float64(p[i].y-p[i-1].y), float64(p[i].z-p[i-1].z)
		p[i].arc = p[i-1].arc + math.Sqrt(float64(dx*dx)+float64(dy*dy)+float64(dz*dz))
	}
	s.length = p[len(p)-1].arc
	s.reshape()
}

// stretch scales the points about the first so that the path becomes length.
func (s *Section) stretch(length float64) {
	if len(s.points3d) == 0 {
		return
	}
	first := s.points3d[0]
	x0, y0, z0 := float64(first.x), float64(first.y), float64(first.z)
	fac := length / s.points3d[len(s.points3d)-1].arc
	for i := range s.points3d {
		p := &s.points3d[i]
		p.arc *= fac
		p.x = float32(x0 + float64((float64(p.x)-x0)*fac))
		p.y = float32(y0 + float64((float64(p.y)-y0)*fac))
		p.z = float32(z0 + float64((float64(p.z)-z0)*fac))
	}
}

// rewriteDiams gives each point the diameter of the segment that it lies in,
// after a diameter was set. In a section joined by its 1 end NEURON looks from
// the wrong end; so does this, for equal numbers.
func (s *Section) rewriteDiams() {
	for i := range s.points3d {
		p := &s.points3d[i]
		x := min(p.arc/s.length, 1)
		p.d = float32(s.m.node(s.nodes[s.index(x)], mechanism.NodeDiam).Get())
	}
}

// Pt3dStyle tells whether the section keeps its place relative to its parent
// (style 1) and the point of reference then.
func (s *Section) Pt3dStyle() (relative bool, x, y, z float64) {
	if s.logical == nil {
		return false, 0, 0, 0
	}
	return true, float64(s.logical[0]), float64(s.logical[1]), float64(s.logical[2])
}

// SetPt3dStyle sets style 1 with a point of reference, or style 0.
func (s *Section) SetPt3dStyle(relative bool, x, y, z float64) error {
	if err := s.checkCoordinates(x, y, z); err != nil {
		return err
	}
	s.logical = nil
	if relative {
		s.logical = &[3]float32{float32(x), float32(y), float32(z)}
	}
	return nil
}

// frustums walks along the 3-D points of a section, segment by segment.
type frustums struct {
	points []point3d
	ra     float64
	ds     float64 // length of a segment
	j      int     // the point at or before the present place
	x, d   float64 // the present place and the diameter there
}

func newFrustums(s *Section) frustums {
	if len(s.points3d) < 2 {
		return frustums{}
	}
	p := s.points3d
	return frustums{points: p, ra: s.ra, ds: p[len(p)-1].arc / float64(s.Nseg()),
		d: math.Abs(float64(p[0].d)), x: p[0].arc}
}

// segment integrates over segment i, which follows the one before: mean
// diameter, area, and the resistances of its two halves. Between two points
// the diameter is linear in the path:
//
//	diam = ∫d ds/length,  area = Σ π·(d1+d2)/2·slant,  ri = Σ 0.04·Ra/π·dx/(d1·d2)
//
// The order of operations is NEURON's.
func (w *frustums) segment(i int) (diam, area, near, far float64) {
	si := float64(i) * w.ds
	for half := range 2 {
		end := si + w.ds/2
		ri := 0.0
		w.pieces(end, func(delta, d1, d2 float64) {
			diam += float64((d2 + d1) * delta)
			delta = max(delta, 1e-15)
			t := d2 * d1 / delta
			if t == 0 {
				t = 1e-15
			}
			ri += 1 / t
			t = .5 * (d2 - d1)
			area += float64((d2 + d1) * math.Sqrt(float64(delta*delta)+float64(t*t)))
		})
		ri = ri * w.ra / math.Pi * (4. * .01)
		if half == 0 {
			near = ri
		} else {
			far = ri
		}
		si = end
	}
	return diam * (.5 / w.ds), area * .5 * math.Pi, near, far
}

// pieces gives the frustums from the present place to end, each with its
// length and its two diameters.
func (w *frustums) pieces(end float64, visit func(length, d1, d2 float64)) {
	p := w.points
	for {
		next := w.j + 1
		xj, xn := p[w.j].arc, p[next].arc
		dj, dn := math.Abs(float64(p[w.j].d)), math.Abs(float64(p[next].d))
		x2, d2, stay := xn, dn, false
		if xn > end || next == len(p)-1 {
			frac := 1.0
			if math.Abs(xn-xj) >= 1e-10 {
				frac = (end - xj) / (xn - xj)
			}
			x2, d2, stay = end, float64((1-frac)*dj)+float64(frac*dn), true
		}
		visit(x2-w.x, w.d, d2)
		w.x, w.d = x2, d2
		if stay {
			return
		}
		w.j = next
	}
}

// frustumVolume is the volume of a segment, counted along the 3-D points:
// Σ π/12·dx·(d1² + d1·d2 + d2²).
func (s *Section) frustumVolume(segment int) float64 {
	w := newFrustums(s)
	volume := 0.0
	for i := range segment + 1 {
		volume = 0
		w.pieces(float64(i+1)*w.ds, func(dx, d1, d2 float64) {
			volume += float64(math.Pi / 12 * dx * (float64(d1*d1) + float64(d1*d2) + float64(d2*d2)))
		})
	}
	return volume
}
