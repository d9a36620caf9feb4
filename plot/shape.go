package plot

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Shape is a body of tapered sticks in space, as the morphology of a cell: coloured
// each by its own colour, or by the number of its place, which may change over time.
type Shape struct {
	Sticks []Stick
	Marks  []Mark

	Values []float64 // one for each place; nil: the sticks have their own colours
	Colors Colormap  // nil is viridis
	Lo, Hi float64   // the values of the ends of the colour map; both 0: those of the data
	Label  string    // what the values are, beside the scale of colours

	Times  []float64   // of the frames of a page, which plays them
	Frames [][]float64 // for each time, a value for each place
	Unit   string      // of lengths, at the bar that shows one; "" is um
	View   string      // the plane of the paper, as "xy" (also "") or "zy"
}

// Stick is a straight piece from A to B.
type Stick struct {
	A, B   [3]float64
	DA, DB float64 // diameters
	Place  int     // in Values
	Name   string  // as of a section
	Color  color.Color
}

// Mark is a sign at a place of a shape, as of an electrode.
type Mark struct {
	At     [3]float64
	Label  string // in the legend; marks of one label share a sign
	Marker string // as of a Series; "" is "o"
	Color  color.Color
}

// views are the planes that a shape may be drawn in: which coordinate is right, which
// is up, and which comes towards the eye.
var views = map[string][3]int{"": {0, 1, 2}, "xy": {0, 1, 2}, "xz": {0, 2, 1}, "yz": {1, 2, 0}, "yx": {1, 0, 2}, "zx": {2, 0, 1}, "zy": {2, 1, 0}}

// AddShape puts a shape over axes, which are then bare and have units of the same
// length. It returns a *fault.Error where a stick has no value or a number is not
// finite.
func (a *Axes) AddShape(s Shape) error {
	if _, ok := views[s.View]; !ok {
		return fault.New(fault.Range, "%q is none of the planes xy, xz, yz, yx, zx, zy", s.View)
	}
	for _, k := range s.Sticks {
		for _, v := range []float64{k.A[0], k.A[1], k.A[2], k.B[0], k.B[1], k.B[2], k.DA, k.DB} {
			if !(math.Abs(v) < huge) {
				return fault.New(fault.Range, "%s has a place or diameter of %g", k.Name, v)
			}
		}
		if s.Values != nil && (k.Place < 0 || k.Place >= len(s.Values)) {
			return fault.New(fault.Range, "%s has place %d of %d values", k.Name, k.Place, len(s.Values))
		}
	}
	if len(s.Times) != len(s.Frames) {
		return fault.New(fault.Range, "there are %d times and %d frames", len(s.Times), len(s.Frames))
	}
	for i, f := range s.Frames {
		if len(f) != len(s.Values) {
			return fault.New(fault.Range, "frame %d has %d values for %d places", i, len(f), len(s.Values))
		}
	}
	if err := completeColors(&s.Colors, &s.Lo, &s.Hi, slices.Concat(append([][]float64{s.Values}, s.Frames...)...)); err != nil {
		return err
	}
	if s.Unit == "" {
		s.Unit = "µm"
	}
	a.Shapes = append(a.Shapes, s)
	a.Aspect, a.Bare = EqualRange, true
	return nil
}

// AddMark puts a sign on the last shape. Where Color is nil or Marker "" it becomes that
// of marks of the same label, or the next of the colour cycle and a disc.
// It returns a *fault.Error where there is no shape.
func (a *Axes) AddMark(m Mark) error {
	if len(a.Shapes) == 0 {
		return fault.New(fault.Range, "there is no shape to mark a place of")
	}
	for _, s := range a.Shapes {
		for _, other := range s.Marks {
			if m.Label != "" && other.Label == m.Label {
				if m.Color == nil {
					m.Color = other.Color
				}
				if m.Marker == "" {
					m.Marker = other.Marker
				}
			}
		}
	}
	s := &a.Shapes[len(a.Shapes)-1]
	m.Color = a.colour(m.Color, 0)
	if m.Marker == "" {
		m.Marker = "o"
	}
	s.Marks = append(s.Marks, m)
	return nil
}

func (s *Shape) label() string { return "" }

// flat is a place in the plane of the paper.
func (s *Shape) flat(p [3]float64) (x, y float64) {
	v := views[s.View]
	return p[v[0]], p[v[1]]
}

func (s *Shape) extend(a *Axes, e *extent) {
	for _, k := range s.Sticks {
		for i, p := range [][3]float64{k.A, k.B} {
			x, y := s.flat(p)
			r := []float64{k.DA, k.DB}[i] / 2
			a.add(e, x-r, y-r)
			a.add(e, x+r, y+r)
		}
	}
	for _, m := range s.Marks {
		x, y := s.flat(m.At)
		a.add(e, x, y)
	}
}

// color is that of a stick.
func (s *Shape) color(k Stick) color.Color {
	if s.Values != nil {
		if v := s.Values[k.Place]; math.Abs(v) < huge {
			return s.Colors.At(v, s.Lo, s.Hi)
		}
		return frameInk
	}
	if k.Color != nil {
		return k.Color
	}
	return ink
}

// draw draws the sticks, the farthest first, at least a line wide, and the bar.
func (s *Shape) draw(c draw.Canvas, m mapping) {
	deep := views[s.View][2]
	order := make([]int, len(s.Sticks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := s.Sticks[i], s.Sticks[j]
		return cmp.Compare(a.A[deep]+a.B[deep], b.A[deep]+b.B[deep])
	})
	unit := float64(m.x(1) - m.x(0)) // points per um
	const thinnest = 0.9             // points
	for _, i := range order {
		k := s.Sticks[i]
		ax, ay := s.flat(k.A)
		bx, by := s.flat(k.B)
		a, b := vg.Point{X: m.x(ax), Y: m.y(ay)}, vg.Point{X: m.x(bx), Y: m.y(by)}
		ra, rb := vg.Length(max(k.DA*unit, thinnest)/2), vg.Length(max(k.DB*unit, thinnest)/2)
		c.SetColor(s.color(k))
		d := b.Sub(a)
		if length := vg.Length(math.Hypot(float64(d.X), float64(d.Y))); length > 0 {
			n := vg.Point{X: -d.Y / length, Y: d.X / length}
			c.FillPolygon(s.color(k), []vg.Point{a.Add(n.Scale(ra)), b.Add(n.Scale(rb)), b.Sub(n.Scale(rb)), a.Sub(n.Scale(ra))})
		}
		if ra > 1 && s.joined(i) { // thick ones join with a round knee
			c.Fill(circle(a, ra))
		}
	}
	for _, k := range s.Marks {
		x, y := s.flat(k.At)
		drawMarker(c, Series{Marker: k.Marker, MarkerSize: 8, Color: k.Color}, vg.Point{X: m.x(x), Y: m.y(y)})
	}
	if s == &m.axes.Shapes[len(m.axes.Shapes)-1] {
		s.drawBar(c, m)
	}
}

// joined tells whether a stick goes on where the one before it, of the same name,
// ends, in another direction.
func (s *Shape) joined(i int) bool {
	if i == 0 {
		return false
	}
	p, q := s.Sticks[i-1], s.Sticks[i]
	if p.Name != q.Name || p.B != q.A {
		return false
	}
	var dot, pp, qq float64
	for k := range 3 {
		u, v := p.B[k]-p.A[k], q.B[k]-q.A[k]
		dot, pp, qq = dot+u*v, pp+u*u, qq+v*v
	}
	const straight = 0.999 // cosine of the bend
	return dot < straight*math.Sqrt(pp*qq)
}

// barLength is a round length, about a fifth of a width.
func barLength(width float64) float64 {
	step := niceStep(width / 5)
	if step > width/3 {
		step = niceStep(width / 10)
	}
	return step
}

// drawBar draws a line of a round length at the lower left, and writes how long it is.
func (s *Shape) drawBar(c draw.Canvas, m mapping) {
	length := barLength(m.plot.X.Max - m.plot.X.Min)
	left, y := c.Min.X+6, c.Min.Y+6
	right := left + m.x(length) - m.x(0)
	c.StrokeLine2(draw.LineStyle{Color: ink, Width: 1.5}, left, y, right, y)
	c.FillText(textStyle(tickSize, text.XCenter, text.YBottom), vg.Point{X: (left + right) / 2, Y: y + 3}, shortest(length)+" "+s.Unit)
}

func (s *Shape) sample(draw.Canvas, vg.Length, vg.Length) {}

func (s *Shape) covered(c draw.Canvas, m mapping) []vg.Point {
	var out []vg.Point
	for _, k := range s.Sticks {
		ax, ay := s.flat(k.A)
		bx, by := s.flat(k.B)
		out = append(out, dense([]vg.Point{{X: m.x(ax), Y: m.y(ay)}, {X: m.x(bx), Y: m.y(by)}})...)
	}
	return out
}

// markItem is the row of a legend for the marks of one label.
type markItem struct {
	*Shape
	mark Mark
}

func (k markItem) label() string                           { return k.mark.Label }
func (k markItem) draw(draw.Canvas, mapping)               {}
func (k markItem) extend(*Axes, *extent)                   {}
func (k markItem) covered(draw.Canvas, mapping) []vg.Point { return nil }
func (k markItem) sample(c draw.Canvas, left, middle vg.Length) {
	drawMarker(c, Series{Marker: k.mark.Marker, MarkerSize: 8, Color: k.mark.Color}, vg.Point{X: left + sampleLength/2, Y: middle})
}

// page is the shape for a page, which turns it.
func (s *Shape) page(part part) object {
	sticks := make([]any, len(s.Sticks))
	for i, k := range s.Sticks {
		col := ""
		if s.Values == nil {
			col = css(s.color(k))
		}
		round := func(v float64) float64 { return math.Round(v*1000) / 1000 }
		sticks[i] = []any{
			round(k.A[0]), round(k.A[1]), round(k.A[2]), round(k.DA), round(k.B[0]), round(k.B[1]), round(k.B[2]), round(k.DB), k.Place, col, s.joined(i),
		}
	}
	names := []string{}
	name := make([]int, len(s.Sticks))
	for i, k := range s.Sticks {
		if len(names) == 0 || names[len(names)-1] != k.Name {
			names = append(names, k.Name)
		}
		name[i] = len(names) - 1
	}
	marks := []object{}
	for _, k := range s.Marks {
		marks = append(marks, object{"at": k.At, "label": k.Label, "sign": sign(k.Marker), "color": css(k.Color)})
	}
	out := object{
		"kind": "shape", "sticks": sticks, "names": names, "name": name, "marks": marks, "unit": s.Unit, "axes": views[s.View],
		"from": s.Lo, "to": s.Hi, "label": s.Label, "colors": cssColors(s.Colors),
	}
	if s.Values != nil {
		out["values"] = pageNumbers(s.Values)
	}
	if len(s.Frames) > 0 {
		times, frames := s.thinFrames(part.frames)
		out["times"], out["frames"] = pageNumbers(times), frames
	}
	return out
}

// thinFrames are the frames as one byte a value, 255 for none, as many of them as
// fit into most bytes.
func (s *Shape) thinFrames(most int) (times []float64, frames string) {
	step := max(1, int(math.Ceil(float64(len(s.Frames)*len(s.Values))/float64(most))))
	var codes []uint8
	for i := 0; i < len(s.Frames); i += step {
		times = append(times, s.Times[i])
		for _, v := range s.Frames[i] {
			if math.Abs(v) < huge {
				codes = append(codes, uint8(math.Min(math.Max((v-s.Lo)/(s.Hi-s.Lo), 0), 1)*254+0.5))
			} else {
				codes = append(codes, 255)
			}
		}
	}
	return times, base64Of(codes)
}
