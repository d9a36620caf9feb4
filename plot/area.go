package plot

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Area is what lies between two curves over x. A bar is an area of two points.
type Area struct {
	X, Lo, Hi []float64 // a NaN or infinite value is a gap
	Label     string    // in the legend; "" is left out
	Color     color.Color
	Alpha     float64     // opacity, above 0 to 1; 0 is 1
	Edge      color.Color // of the line around it; nil for none
	EdgeWidth float64     // points; 0 is 1
}

// AddArea appends an area. It returns a *fault.Error where x, lo and hi differ in
// length. Where Color is nil it becomes the next of the colour cycle.
func (a *Axes) AddArea(s Area) error {
	if len(s.X) != len(s.Lo) || len(s.X) != len(s.Hi) {
		return fault.New(fault.Range, "x has %d values, and the two curves have %d and %d", len(s.X), len(s.Lo), len(s.Hi))
	}
	s.Color = a.colour(s.Color, s.Alpha)
	if s.EdgeWidth == 0 {
		s.EdgeWidth = 1
	}
	a.Areas = append(a.Areas, s)
	return nil
}

func (s *Area) label() string { return s.Label }

func (s *Area) extend(a *Axes, e *extent) {
	for i, x := range s.X {
		a.add(e, x, s.Lo[i])
		a.add(e, x, s.Hi[i])
	}
}

func (s *Area) draw(c draw.Canvas, m mapping) {
	for _, p := range s.polygons(m) {
		c.FillPolygon(s.Color, c.ClipPolygonXY(p))
		if s.Edge != nil {
			c.StrokeLines(draw.LineStyle{Color: s.Edge, Width: vg.Length(s.EdgeWidth)}, c.ClipLinesXY(append(p, p[0]))...)
		}
	}
}

// polygons are the unbroken parts. Of what falls into one column the lowest and
// the highest are kept.
func (s *Area) polygons(m mapping) [][]vg.Point {
	var out [][]vg.Point
	var top, bottom []vg.Point
	cut := func() {
		if len(top) > 1 {
			for i := len(bottom) - 1; i >= 0; i-- {
				top = append(top, bottom[i])
			}
			out = append(out, top)
		}
		top, bottom = nil, nil
	}
	y := m.plot.Y
	low := y.Min - (y.Max - y.Min) // far enough down to be outside
	if m.axes.Y.Log {
		low = y.Min / 2
	}
	for i, x := range s.X {
		lo, hi := s.Lo[i], s.Hi[i]
		if !m.axes.X.shows(x) || !(math.Abs(lo) < huge) || !(math.Abs(hi) < huge) {
			cut()
			continue
		}
		if m.axes.Y.Log { // from 0 is from below
			lo, hi = math.Max(lo, low), math.Max(hi, low)
		}
		px, plo, phi := m.x(x), m.y(lo), m.y(hi)
		n := len(top)
		if n > 1 && math.Floor(float64(px/column)) == math.Floor(float64(top[n-1].X/column)) && px != top[n-1].X {
			top[n-1].Y, bottom[n-1].Y = max(top[n-1].Y, phi), min(bottom[n-1].Y, plo)
			continue
		}
		top = append(top, vg.Point{X: px, Y: phi})
		bottom = append(bottom, vg.Point{X: px, Y: plo})
	}
	cut()
	return out
}

func (s *Area) sample(c draw.Canvas, left, middle vg.Length) {
	c.SetColor(s.Color)
	patch(c, left, middle)
}

func (s *Area) covered(c draw.Canvas, m mapping) []vg.Point {
	var out []vg.Point
	for _, p := range s.polygons(m) {
		for _, line := range c.ClipLinesXY(p) {
			out = append(out, dense(line)...)
		}
	}
	return out
}

// Span is a stripe across the axes, or, where Lo is Hi, a line.
type Span struct {
	Vertical bool // over the whole height between two x; else over the whole width between two y
	Lo, Hi   float64
	Label    string // in the legend; "" is left out
	Color    color.Color
	Line     string  // style of a line, as of a Series; "" is solid
	Width    float64 // of a line, in points; 0 is 1.5
	Alpha    float64 // opacity, above 0 to 1; 0 is 1
}

// AddSpan appends a stripe or line across the axes. It returns a *fault.Error
// where an end is not a number. Where Color is nil it becomes the next of the
// colour cycle.
func (a *Axes) AddSpan(s Span) error {
	for _, v := range []float64{s.Lo, s.Hi} {
		if !(math.Abs(v) < huge) {
			return fault.New(fault.Range, "a stripe or line cannot stand at %g", v)
		}
	}
	s.Lo, s.Hi = min(s.Lo, s.Hi), max(s.Lo, s.Hi)
	if s.Width == 0 {
		s.Width = defaultLine
	}
	if s.Line == "" {
		s.Line = "-"
	}
	s.Color = a.colour(s.Color, s.Alpha)
	a.Spans = append(a.Spans, s)
	return nil
}

func (s *Span) label() string { return s.Label }

func (s *Span) extend(a *Axes, e *extent) {
	for _, v := range []float64{s.Lo, s.Hi} {
		switch {
		case s.Vertical && a.X.shows(v) && a.X.Limits.has(v):
			e.addX(v)
		case !s.Vertical && a.Y.shows(v):
			e.addY(v)
		}
	}
}

func (s *Span) stroke() draw.LineStyle {
	return (&Series{Line: s.Line, Width: s.Width, Color: s.Color}).stroke()
}

// box is the stripe on the canvas; false where it is outside.
func (s *Span) box(c draw.Canvas, m mapping) (vg.Rectangle, bool) {
	axis, own := m.plot.Y, &m.axes.Y
	if s.Vertical {
		axis, own = m.plot.X, &m.axes.X
	}
	if s.Lo > axis.Max || s.Hi < axis.Min || !own.shows(s.Hi) {
		return vg.Rectangle{}, false
	}
	lo, hi := withinAxis(axis, s.Lo), withinAxis(axis, s.Hi)
	if s.Vertical {
		return box(m.x(lo), c.Min.Y, m.x(hi), c.Max.Y), true
	}
	return box(c.Min.X, m.y(lo), c.Max.X, m.y(hi)), true
}

func (s *Span) draw(c draw.Canvas, m mapping) {
	r, ok := s.box(c, m)
	switch {
	case !ok:
	case s.Lo == s.Hi:
		c.StrokeLine2(s.stroke(), r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
	default:
		c.SetColor(s.Color)
		c.Fill(r.Path())
	}
}

func (s *Span) sample(c draw.Canvas, left, middle vg.Length) {
	if s.Lo == s.Hi {
		c.StrokeLine2(s.stroke(), left, middle, left+sampleLength, middle)
		return
	}
	c.SetColor(s.Color)
	patch(c, left, middle)
}

// covered is nothing: a legend may stand over what crosses the whole axes.
func (s *Span) covered(draw.Canvas, mapping) []vg.Point { return nil }
