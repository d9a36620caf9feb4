package plot

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Arrows is a field of arrows, as in a phase plane: at (X, Y), along (U, V).
type Arrows struct {
	X, Y, U, V []float64 // an arrow with a NaN or infinite number is left out
	Label      string    // in the legend; "" is left out
	Color      color.Color
	Alpha      float64 // opacity, above 0 to 1; 0 is 1

	// Scale is how long an arrow of (U, V) = 1 is not: its length is |(U, V)|/Scale
	// widths of the axes or, with DataUnits, that of a step of (U, V)/Scale in the
	// units of the axes. 0 is a scale at which arrows of mean length do not overlap,
	// or 1 with DataUnits.
	Scale     float64
	DataUnits bool
	DataAngle bool    // the direction is that of a step in the units of the axes; else U is right and V up on the paper
	Width     float64 // of the shaft, as a part of the width of the axes; 0 follows the number of arrows
	Pivot     string  // what of the arrow stands at (X, Y): "tail" (also ""), "mid" or "tip"
}

// AddArrows appends a field of arrows. It returns a *fault.Error where x, y, u and
// v differ in length. Where Color is nil it is dark grey.
func (a *Axes) AddArrows(s Arrows) error {
	if n := len(s.X); len(s.Y) != n || len(s.U) != n || len(s.V) != n {
		return fault.New(fault.Range, "x, y, u and v have %d, %d, %d and %d values", len(s.X), len(s.Y), len(s.U), len(s.V))
	}
	if s.Color == nil {
		s.Color = axisInk
	}
	s.Color = a.colour(s.Color, s.Alpha)
	a.Arrows = append(a.Arrows, s)
	return nil
}

func (s *Arrows) label() string { return s.Label }

func (s *Arrows) extend(a *Axes, e *extent) {
	for i, x := range s.X {
		a.add(e, x, s.Y[i])
		if s.DataUnits {
			k := s.scale()
			a.add(e, x+s.U[i]/k, s.Y[i]+s.V[i]/k)
		}
	}
}

// scale is Scale with its default: that of matplotlib, at which sqrt(n) arrows of
// mean length, at least ten, fill 5/9 of the width.
func (s *Arrows) scale() float64 {
	if s.Scale > 0 {
		return s.Scale
	}
	if s.DataUnits {
		return 1
	}
	sum, n := 0.0, 0.0
	for i := range s.U {
		if d := math.Hypot(s.U[i], s.V[i]); d < huge {
			sum, n = sum+d, n+1
		}
	}
	if sum == 0 {
		return 1
	}
	return 1.8 * sum / n * math.Max(10, math.Sqrt(n))
}

// shaft is the width of the shaft on axes of a width.
func (s *Arrows) shaft(width vg.Length) vg.Length {
	if s.Width > 0 {
		return vg.Length(s.Width) * width
	}
	n := math.Min(math.Max(math.Sqrt(float64(len(s.X))), 8), 25)
	return max(vg.Length(0.05/n)*width, 0.6)
}

// arrow is one of the field on its way to the paper.
type arrow struct{ tail, tip vg.Point }

func (s *Arrows) arrows(c draw.Canvas, m mapping) []arrow {
	scale, width := s.scale(), c.Size().X
	var out []arrow
	for i := range s.X {
		at, ok := m.point(s.X[i], s.Y[i])
		d, there := m.point(s.X[i]+s.U[i]/scale, s.Y[i]+s.V[i]/scale)
		length := math.Hypot(s.U[i], s.V[i])
		if !ok || !(length < huge) || (s.DataUnits || s.DataAngle) && !there {
			continue
		}
		d = d.Sub(at)
		if !s.DataAngle && !s.DataUnits {
			d = vg.Point{X: vg.Length(s.U[i]/scale) * width, Y: vg.Length(s.V[i]/scale) * width}
		} else if !s.DataUnits {
			if on := math.Hypot(float64(d.X), float64(d.Y)); on > 0 {
				d = d.Scale(vg.Length(length/scale/on) * width)
			}
		}
		switch s.Pivot {
		case "mid", "middle":
			at = at.Sub(d.Scale(0.5))
		case "tip":
			at = at.Sub(d)
		}
		out = append(out, arrow{at, at.Add(d)})
	}
	return out
}

func (s *Arrows) draw(c draw.Canvas, m mapping) {
	shaft := s.shaft(c.Size().X)
	for _, k := range s.arrows(c, m) {
		c.FillPolygon(s.Color, c.ClipPolygonXY(k.outline(shaft)))
	}
}

// outline is the arrow as a polygon: a shaft, and a head of three times its width
// and five times its width long. A short arrow is a small one.
func (k arrow) outline(shaft vg.Length) []vg.Point {
	d := k.tip.Sub(k.tail)
	length := vg.Length(math.Hypot(float64(d.X), float64(d.Y)))
	if length == 0 {
		return nil
	}
	w := shaft / 2
	if least := 14 * w; length < least {
		w *= length / least
	}
	along, across := d.Scale(1/length), vg.Point{X: -d.Y / length, Y: d.X / length}
	at := func(forward, aside vg.Length) vg.Point {
		return k.tail.Add(along.Scale(forward)).Add(across.Scale(aside))
	}
	neck, back := length-9*w, length-10*w
	return []vg.Point{
		at(0, w), at(neck, w), at(back, 3*w), k.tip, at(back, -3*w), at(neck, -w), at(0, -w),
	}
}

func (s *Arrows) sample(c draw.Canvas, left, middle vg.Length) {
	k := arrow{vg.Point{X: left, Y: middle}, vg.Point{X: left + sampleLength, Y: middle}}
	c.FillPolygon(s.Color, k.outline(1.2))
}

// covered is nothing: a field of arrows is everywhere, and a legend has to be
// somewhere.
func (s *Arrows) covered(draw.Canvas, mapping) []vg.Point { return nil }
