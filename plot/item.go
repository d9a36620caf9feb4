package plot

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// item is one thing drawn over axes.
type item interface {
	// extend takes what the item covers into a range that the axes should show.
	extend(a *Axes, e *extent)
	// draw draws it on the canvas of the data.
	draw(c draw.Canvas, m mapping)
	// label is its text in the legend, "" for none.
	label() string
	// sample draws its sign in the legend, sampleLength wide.
	sample(c draw.Canvas, left, middle vg.Length)
	// covered are points at which a legend would hide it.
	covered(c draw.Canvas, m mapping) []vg.Point
	// page is the item for a page of HTML.
	page(s part) object
}

// items are all that is drawn over the axes, the lowest first.
func (a *Axes) items() []item {
	var out []item
	for i := range a.Images {
		out = append(out, &a.Images[i])
	}
	for i := range a.Contours {
		out = append(out, &a.Contours[i])
	}
	for i := range a.Shapes {
		s := &a.Shapes[i]
		out = append(out, s)
		for _, k := range s.Marks {
			if k.Label != "" {
				out = append(out, markItem{s, k})
			}
		}
	}
	for i := range a.Areas {
		out = append(out, &a.Areas[i])
	}
	for i := range a.Spans {
		out = append(out, &a.Spans[i])
	}
	for i := range a.Series {
		out = append(out, &a.Series[i])
	}
	for i := range a.Arrows {
		out = append(out, &a.Arrows[i])
	}
	for i := range a.Texts {
		out = append(out, &a.Texts[i])
	}
	return out
}

// mapping takes numbers at the axes to places on a canvas.
type mapping struct {
	axes *Axes
	plot *plot.Plot
	x, y func(float64) vg.Length
}

func newMapping(a *Axes, p *plot.Plot, c draw.Canvas) mapping {
	return mapping{a, p, along(p.X, c.Min.X, c.Max.X), along(p.Y, c.Min.Y, c.Max.Y)}
}

// along takes numbers at an axis to places between two ends.
func along(a plot.Axis, from, to vg.Length) func(float64) vg.Length {
	s, ok := a.Scale.(scale)
	if !ok {
		s = scale{}
	}
	low, high, length := a.Min, a.Max, to-from
	if s == (scale{}) { // the case of a million points
		size := high - low
		return func(v float64) vg.Length { return vg.Length((v-low)/size)*length + from }
	}
	return func(v float64) vg.Length { return vg.Length(s.Normalize(low, high, v))*length + from }
}

// point is the place of a pair of numbers; false for one that has none, as 0 at a
// logarithmic axis.
func (m mapping) point(x, y float64) (vg.Point, bool) {
	if !m.axes.X.shows(x) || !m.axes.Y.shows(y) {
		return vg.Point{}, false
	}
	return vg.Point{X: m.x(x), Y: m.y(y)}, true
}

// within brings a number into the range of an axis.
func withinAxis(a plot.Axis, v float64) float64 { return math.Min(math.Max(v, a.Min), a.Max) }

// box is the rectangle between two corners that may be any two opposite ones.
func box(x0, y0, x1, y1 vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: min(x0, x1), Y: min(y0, y1)}, Max: vg.Point{X: max(x0, x1), Y: max(y0, y1)}}
}

// patch fills the place of a sample in a legend.
func patch(c draw.Canvas, left, middle vg.Length) {
	c.Fill(box(left, middle-3.5, left+sampleLength, middle+3.5).Path())
}
