package plot

import (
	"image/color"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

const defaultLine, defaultMarker = 1.5, 6 // points

// Series is one line or one cloud of markers.
type Series struct {
	X, Y       []float64 // a NaN or infinite point is a gap
	XErr, YErr Errors
	Label      string // in the legend; "" is left out
	Color      color.Color
	Line       string    // "-", "--", ":", "-." or "" for none
	Width      float64   // of the line, in points
	Marker     string    // a marker of ParseMarker, or "" for none
	MarkerSize float64   // diameter in points
	CapSize    float64   // of error bars, in points to each side; 0 is 3
	Alpha      float64   // opacity, above 0 to 1; 0 is 1
	Tint       *Tint     // colours of the markers one by one; nil is Color
	Sizes      []float64 // of the markers one by one, in points; nil is MarkerSize
}

// Errors are the lengths of error bars, downwards (or to the left) and upwards,
// one each per point; nil for none.
type Errors struct {
	Low, High []float64
}

// Add appends a series. It returns a *fault.Error where x, y and the errors differ
// in length, or a width or size is not a number from 0 to 200. Where Color is nil
// it becomes the next of the colour cycle; Width and MarkerSize 0 become 1.5 and 6.
func (a *Axes) Add(s Series) error {
	if len(s.X) != len(s.Y) {
		return fault.New(fault.Range, "x has %d values and y has %d", len(s.X), len(s.Y))
	}
	for _, e := range []Errors{s.XErr, s.YErr} {
		for _, side := range [][]float64{e.Low, e.High} {
			if side != nil && len(side) != len(s.X) {
				return fault.New(fault.Range, "there are %d points and %d errors", len(s.X), len(side))
			}
		}
	}
	if s.Width == 0 {
		s.Width = defaultLine
	}
	if s.MarkerSize == 0 {
		s.MarkerSize = defaultMarker
		if s.Marker == "." {
			s.MarkerSize = defaultMarker / 2
		}
	}
	if s.CapSize == 0 {
		s.CapSize = 3
	}
	if !(s.Width > 0 && s.Width <= 200) {
		return fault.Outside("the line width", s.Width, 0, 200)
	}
	for _, size := range []float64{s.MarkerSize, s.CapSize} {
		if !(size > 0 && size <= 200) {
			return fault.Outside("the marker size", size, 0, 200)
		}
	}
	if s.Tint != nil {
		tint := *s.Tint
		if err := tint.check(len(s.X)); err != nil {
			return err
		}
		s.Tint = &tint
	}
	if s.Sizes != nil && len(s.Sizes) != len(s.X) {
		return fault.New(fault.Range, "there are %d points and %d sizes", len(s.X), len(s.Sizes))
	}
	if s.Color == nil && s.Tint != nil {
		s.Color = ink
	}
	s.Color = a.colour(s.Color, s.Alpha)
	a.Series = append(a.Series, s)
	return nil
}

// NextColor takes the next colour of the cycle, for what is drawn of several parts.
func (a *Axes) NextColor() color.Color {
	a.coloured++
	return Cycle[(a.coloured-1)%len(Cycle)]
}

// colour gives a colour with its opacity, the next of the cycle for nil.
func (a *Axes) colour(c color.Color, alpha float64) color.Color {
	if c == nil {
		c = a.NextColor()
	}
	if alpha != 0 {
		c = withAlpha(c, alpha)
	}
	return c
}

func (s *Series) label() string { return s.Label }

// at are the errors of a point, 0 where it has none.
func (e Errors) at(i int) (low, high float64) {
	if e.Low != nil {
		low = e.Low[i]
	}
	if e.High != nil {
		high = e.High[i]
	}
	return low, high
}

func (e Errors) any() bool { return e.Low != nil || e.High != nil }

func (s *Series) extend(a *Axes, e *extent) {
	plain := !s.XErr.any() && !s.YErr.any()
	for i, x := range s.X {
		y := s.Y[i]
		a.add(e, x, y)
		if plain {
			continue
		}
		xlo, xhi := s.XErr.at(i)
		ylo, yhi := s.YErr.at(i)
		a.add(e, x-xlo, y)
		a.add(e, x+xhi, y)
		a.add(e, x, y-ylo)
		a.add(e, x, y+yhi)
	}
}

// draw draws error bars, the line and the markers.
func (s *Series) draw(c draw.Canvas, m mapping) {
	s.drawErrors(c, m)
	if s.Line != "" {
		lines := c.ClipLinesXY(s.lines(m)...)
		if count(lines) > crowd {
			s.drawCrowd(c, lines)
		} else {
			c.SetLineStyle(s.stroke())
			for _, path := range s.paths(lines) {
				c.Stroke(path)
			}
		}
	}
	if s.Marker != "" && s.own() {
		s.drawOwn(c, m)
	} else if s.Marker != "" {
		points := s.points(c, m)
		if len(points) > crowd {
			s.drawSwarm(c, points)
			return
		}
		for _, pt := range points {
			drawMarker(c, *s, pt)
		}
	}
}

// drawErrors draws the bars with gonum's plotters, for the points that have a
// place and the ends within the axes.
func (s *Series) drawErrors(c draw.Canvas, m mapping) {
	if !s.XErr.any() && !s.YErr.any() {
		return
	}
	style := draw.LineStyle{Color: s.Color, Width: vg.Length(min(s.Width, defaultLine))}
	var xys plotter.XYs
	var xs plotter.XErrors
	var ys plotter.YErrors
	// An end beyond the axes is put just outside, where it has no cap; 0 would have
	// no place at a logarithmic axis.
	x, y := m.plot.X, m.plot.Y
	xout, yout := x.Min-(x.Max-x.Min)/2, y.Min-(y.Max-y.Min)/2
	if m.axes.X.Log {
		xout = x.Min / 2
	}
	if m.axes.Y.Log {
		yout = y.Min / 2
	}
	for i := range s.X {
		if _, ok := m.point(s.X[i], s.Y[i]); !ok {
			continue
		}
		xlo, xhi := s.XErr.at(i)
		ylo, yhi := s.YErr.at(i)
		if !(xlo < huge && xhi < huge && ylo < huge && yhi < huge) {
			continue
		}
		xys = append(xys, plotter.XY{X: s.X[i], Y: s.Y[i]})
		xs = append(xs, struct{ Low, High float64 }{s.X[i] - max(s.X[i]-xlo, min(xout, s.X[i])), xhi})
		ys = append(ys, struct{ Low, High float64 }{s.Y[i] - max(s.Y[i]-ylo, min(yout, s.Y[i])), yhi})
	}
	capWidth := vg.Length(2 * s.CapSize)
	if s.YErr.any() {
		(&plotter.YErrorBars{XYs: xys, YErrors: ys, LineStyle: style, CapWidth: capWidth}).Plot(c, m.plot)
	}
	if s.XErr.any() {
		(&plotter.XErrorBars{XYs: xys, XErrors: xs, LineStyle: style, CapWidth: capWidth}).Plot(c, m.plot)
	}
}

func (s *Series) sample(c draw.Canvas, left, middle vg.Length) {
	own := *s
	if own.Line != "" {
		style := own.stroke()
		style.Width = min(style.Width, 6)
		c.StrokeLine2(style, left, middle, left+sampleLength, middle)
	}
	at := vg.Point{X: left + sampleLength/2, Y: middle}
	if own.YErr.any() {
		style := draw.LineStyle{Color: own.Color, Width: vg.Length(min(own.Width, defaultLine))}
		c.StrokeLine2(style, at.X, at.Y-5, at.X, at.Y+5)
	}
	if own.Marker != "" {
		own.sampleOwn(c, at)
	}
}

func (s *Series) covered(c draw.Canvas, m mapping) []vg.Point {
	var out []vg.Point
	if s.Line != "" {
		lines := c.ClipLinesXY(s.lines(m)...)
		if every := count(lines) / crowd; every > 0 { // of a crowd some are enough
			for _, line := range lines {
				for i := 0; i < len(line); i += every {
					out = append(out, line[i])
				}
			}
		} else {
			for _, line := range lines {
				out = append(out, dense(line)...)
			}
		}
	}
	for i := range s.X {
		if lo, hi := s.YErr.at(i); lo > 0 || hi > 0 {
			low, _ := m.point(s.X[i], s.Y[i]-lo)
			high, ok := m.point(s.X[i], s.Y[i]+hi)
			if ok {
				out = append(out, dense([]vg.Point{low, high})...)
			}
		}
	}
	if s.Marker != "" {
		out = append(out, s.points(c, m)...)
	}
	return out
}
