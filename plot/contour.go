package plot

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Contour shows a table of numbers by lines of equal value, or by what lies between
// them in one colour each.
type Contour struct {
	X, Y     []float64     // the places of the columns and rows, ascending
	Values   []float64     // row after row; NaN is a hole
	Levels   []float64     // ascending
	Filled   bool          // what lies between neighbouring levels is filled, with no lines
	Colors   Colormap      // of the range of the levels; nil is viridis
	Ink      []color.Color // colours one by one, used in turn; nil is those of Colors
	Lo, Hi   float64       // the values of the ends of the colour map; both 0: of the levels
	Line     string        // style of the lines as of a Series; "" is solid, and dashed below 0 in one Ink
	Width    float64       // of the lines, in points; 0 is 1.5
	Text     float64       // size of the numbers on the lines, points; 0 for none
	Bar      bool          // with a scale of the colours at the right
	BarLabel string
}

// AddContour appends lines or bands of equal value. It returns a *fault.Error where
// places or levels do not ascend or the table is not of their size.
func (a *Axes) AddContour(s Contour) error {
	cols, rows := len(s.X), len(s.Y)
	if cols < 2 || rows < 2 || cols*rows != len(s.Values) {
		return fault.New(fault.Range, "contours of %d values cannot have %d columns and %d rows; it takes two of each", len(s.Values), cols, rows)
	}
	for k, list := range [][]float64{s.X, s.Y, s.Levels} {
		for i, v := range list {
			if !(math.Abs(v) < huge) || i > 0 && v <= list[i-1] {
				return fault.New(fault.Range, "the %s of contours must ascend; number %d is %g", []string{"columns", "rows", "levels"}[k], i, v)
			}
		}
	}
	least := 1
	if s.Filled {
		least = 2
	}
	if len(s.Levels) < least {
		return fault.New(fault.Range, "it takes %d levels at least, not %d", least, len(s.Levels))
	}
	if err := completeColors(&s.Colors, &s.Lo, &s.Hi, s.Levels); err != nil {
		return err
	}
	if s.Width == 0 {
		s.Width = defaultLine
	}
	if !(s.Width > 0 && s.Width <= 200) {
		return fault.Outside("the line width", s.Width, 0, 200)
	}
	a.Contours = append(a.Contours, s)
	return nil
}

// NiceLevels are about n round numbers at equal distances: all that lie within the
// range of the values, and, to fill it, those around it, too.
func NiceLevels(values []float64, n int, around bool) []float64 {
	lo, hi := Extremes(values)
	if !(lo < hi) {
		lo, hi = span(lo, hi, 0)
	}
	raw := (hi - lo) / float64(n+1)
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 2.5, 3, 4, 5, 6, 8, 10} {
		if m*step >= raw*(1-1e-9) {
			step *= m
			break
		}
	}
	first, last := math.Ceil(lo/step-1e-9), math.Floor(hi/step+1e-9)
	if around {
		first, last = math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
	}
	var out []float64
	for k := first; k <= last; k++ {
		out = append(out, roundTo(k*step, step))
	}
	return out
}

// roundTo takes away what a product of a step has too many digits of.
func roundTo(v, step float64) float64 {
	power := math.Pow(10, 3-math.Floor(math.Log10(step)))
	if math.IsInf(power, 0) || power == 0 {
		return v
	}
	return math.Round(v*power) / power
}

// layers is how many colours there are.
func (s *Contour) layers() int {
	if s.Filled {
		return len(s.Levels) - 1
	}
	return len(s.Levels)
}

// ink is the colour of a line, or of the band above a level.
func (s *Contour) ink(k int) color.Color {
	if s.Ink != nil {
		return s.Ink[k%len(s.Ink)]
	}
	v := s.Levels[k]
	if s.Filled {
		v = (v + s.Levels[k+1]) / 2
	}
	return s.Colors.At(v, s.Lo, s.Hi)
}

// strip are the colours for a scale beside the axes, and the range that it shows.
func (s *Contour) strip() (m Colormap, lo, hi float64) {
	if !s.Filled {
		return s.Colors, s.Lo, s.Hi
	}
	lo, hi = s.Levels[0], s.Levels[len(s.Levels)-1]
	m = make(Colormap, shades)
	for i := range m {
		v := lo + (hi-lo)*float64(i)/float64(shades-1)
		k, _ := slices.BinarySearch(s.Levels[1:len(s.Levels)-1], math.Nextafter(v, hi))
		m[i] = color.NRGBAModel.Convert(s.ink(k)).(color.NRGBA)
	}
	return m, lo, hi
}

// barAxis is the axis of the scale of the colours: bands have marks at their ends.
func (s *Contour) barAxis() *Axis {
	const most = 12
	a := &Axis{Label: s.BarLabel}
	if s.Filled && len(s.Levels) <= most {
		a.Ticks = Ticks{Set: true, At: s.Levels}
	}
	return a
}

// outlines are the lines of a level, or the borders of all from the level up to the
// highest one, which wind to the left around it.
func (s *Contour) outlines(k int) [][][2]float64 {
	g := grid{s.X, s.Y, s.Values}
	if !s.Filled {
		return g.isolines(s.Levels[k])
	}
	g = g.padded()
	top := math.Nextafter(s.Levels[len(s.Levels)-1], math.Inf(1)) // the highest level itself is within
	out := g.isolines(s.Levels[k])
	for _, hole := range g.isolines(top) {
		slices.Reverse(hole)
		out = append(out, hole)
	}
	return out
}

func (s *Contour) label() string { return "" }

func (s *Contour) extend(_ *Axes, e *extent) {
	e.addX(s.X[0])
	e.addX(s.X[len(s.X)-1])
	e.addY(s.Y[0])
	e.addY(s.Y[len(s.Y)-1])
}

func (s *Contour) stroke(k int) draw.LineStyle {
	line := s.Line
	if line == "" {
		if line = "-"; s.Levels[k] < 0 && len(s.Ink) == 1 {
			line = "--"
		}
	}
	return (&Series{Line: line, Width: s.Width, Color: s.ink(k)}).stroke()
}

// draw draws the levels, the lowest first: of bands each over the ones below, so
// that no seam shows between them.
func (s *Contour) draw(c draw.Canvas, m mapping) {
	if s.Filled && terminalOf(c) != nil { // an image has shades also without colours
		s.bands().draw(c, m)
		return
	}
	for k := range s.layers() {
		lines := points(s.outlines(k), m)
		if s.Filled {
			var path vg.Path
			for _, line := range lines {
				if line = c.ClipPolygonXY(line); len(line) == 0 {
					continue
				}
				path.Move(line[0])
				for _, p := range line[1:] {
					path.Line(p)
				}
				path.Close()
			}
			c.SetColor(s.ink(k))
			c.Fill(path)
			continue
		}
		clipped := c.ClipLinesXY(lines...)
		c.StrokeLines(s.stroke(k), clipped...)
		s.number(c, k, clipped)
	}
}

// bands are the colours as an image, finer than the characters of a terminal.
func (s *Contour) bands() *Image {
	const n = 200
	colors, lo, hi := s.strip()
	cols := len(s.X)
	out := &Image{XEdges: Even(s.X[0], s.X[cols-1], n), YEdges: Even(s.Y[0], s.Y[len(s.Y)-1], n), Colors: colors, Lo: lo, Hi: hi}
	along := func(list, edges []float64, i int) (k int, part float64) {
		v := (edges[i] + edges[i+1]) / 2
		k, _ = slices.BinarySearch(list, v)
		k = min(max(k-1, 0), len(list)-2)
		return k, (v - list[k]) / (list[k+1] - list[k])
	}
	for row := range n {
		j, g := along(s.Y, out.YEdges, row)
		for col := range n {
			i, f := along(s.X, out.XEdges, col)
			k := j*cols + i
			z := (1-g)*((1-f)*s.Values[k]+f*s.Values[k+1]) + g*((1-f)*s.Values[k+cols]+f*s.Values[k+cols+1])
			if z < lo || z > hi {
				z = math.NaN()
			}
			out.Values = append(out.Values, z)
		}
	}
	return out
}

// points are the places of lines on the canvas.
func points(lines [][][2]float64, m mapping) [][]vg.Point {
	var out [][]vg.Point
	for _, line := range lines {
		var at []vg.Point
		for _, p := range line {
			if pt, ok := m.point(p[0], p[1]); ok {
				at = append(at, pt)
			}
		}
		if len(at) > 1 {
			out = append(out, at)
		}
	}
	return out
}

// number writes the level into the middle of each line that is long enough.
func (s *Contour) number(c draw.Canvas, k int, lines [][]vg.Point) {
	if s.Text == 0 {
		return
	}
	style := textStyle(vg.Length(s.Text), text.XCenter, text.YCenter)
	style.Color = s.ink(k)
	label := shortest(s.Levels[k])
	for _, line := range lines {
		length := pathLength(line)
		if length < 4*style.Width(label) {
			continue
		}
		at := line[0]
		walked := vg.Length(0)
		for i := 1; i < len(line) && walked < length/2; i++ {
			at = line[i]
			walked += pathLength(line[i-1 : i+1])
		}
		r := style.Rectangle(label).Add(at)
		c.SetColor(color.White)
		c.Fill(box(r.Min.X-1, r.Min.Y-1, r.Max.X+1, r.Max.Y+1).Path())
		c.FillText(style, at, label)
	}
}

func pathLength(line []vg.Point) vg.Length {
	var sum vg.Length
	for i := 1; i < len(line); i++ {
		d := line[i].Sub(line[i-1])
		sum += vg.Length(math.Hypot(float64(d.X), float64(d.Y)))
	}
	return sum
}

func (s *Contour) sample(draw.Canvas, vg.Length, vg.Length) {}

func (s *Contour) covered(c draw.Canvas, m mapping) []vg.Point {
	var out []vg.Point
	if s.Filled {
		return nil // it covers all: a legend stands on it
	}
	for k := range s.Levels {
		for _, line := range c.ClipLinesXY(points(s.outlines(k), m)...) {
			out = append(out, dense(line)...)
		}
	}
	return out
}

func (s *Contour) page(part) object {
	var layers []object
	for k := range s.layers() {
		var x, y []float64
		for _, line := range s.outlines(k) {
			for _, p := range line {
				x, y = append(x, p[0]), append(y, p[1])
			}
			x, y = append(x, math.NaN()), append(y, math.NaN())
		}
		layer := strokeOf(s.stroke(k))
		layer["x"], layer["y"], layer["level"] = pageNumbers(x), pageNumbers(y), shortest(s.Levels[k])
		layers = append(layers, layer)
	}
	return object{
		"kind": "contour", "filled": s.Filled, "layers": layers, "size": pixels(s.Text),
		"xs": pageNumbers(s.X), "ys": pageNumbers(s.Y), "zs": pageNumbers(s.Values),
	}
}
