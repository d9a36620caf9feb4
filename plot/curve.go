package plot

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// column is the width within which points of a line are drawn as one vertical
// stroke: half a pixel, a dot of a PNG at density 2.
const column = vg.Length(Pixel / 2)

// huge bounds what can be drawn; beyond it differences overflow.
const huge = 1e300

func drawable(x, y float64) bool { return math.Abs(x) < huge && math.Abs(y) < huge }

// curve is a Series on its way to the paper; it implements plot.Plotter.
type curve struct{ Series }

// extent is the range of the points that can be drawn.
func (s Series) extent() (xlo, xhi, ylo, yhi float64) {
	xlo, xhi, ylo, yhi = math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for i, x := range s.X {
		if y := s.Y[i]; drawable(x, y) {
			xlo, xhi = min(xlo, x), max(xhi, x)
			ylo, yhi = min(ylo, y), max(yhi, y)
		}
	}
	return xlo, xhi, ylo, yhi
}

// Plot draws the line and the markers.
func (k curve) Plot(c draw.Canvas, p *plot.Plot) {
	if k.Line != "" {
		for _, line := range c.ClipLinesXY(k.lines(c, p)...) {
			c.StrokeLines(k.stroke(), k.pieces(line)...)
		}
	}
	if k.Marker != "" {
		for _, pt := range k.points(c, p) {
			drawMarker(c, k.Series, pt)
		}
	}
}

func (s Series) stroke() draw.LineStyle {
	w := vg.Length(s.Width)
	style := draw.LineStyle{Color: s.Color, Width: w}
	switch s.Line {
	case "--":
		style.Dashes = []vg.Length{4 * w, 2 * w}
	case ":":
		style.Dashes = []vg.Length{1.2 * w, 1.8 * w}
	case "-.":
		style.Dashes = []vg.Length{5 * w, 2 * w, 1.2 * w, 2 * w}
	}
	return style
}

// lines are the unbroken parts of the line on the canvas. Of the points that
// follow each other within one column only the first, the lowest, the highest and
// the last are kept, so that a million points are drawn fast and no peak is lost.
func (k curve) lines(c draw.Canvas, p *plot.Plot) [][]vg.Point {
	tx, ty := p.Transforms(&c)
	var out [][]vg.Point
	var line []vg.Point
	bucket := make([]vg.Point, 0, 4) // first, lowest, highest, last
	var order [4]int
	at := math.NaN()
	flush := func() {
		if len(bucket) == 0 {
			return
		}
		kept := order
		slices.Sort(kept[:])
		for i, n := range kept {
			if i == 0 || n != kept[i-1] {
				line = append(line, bucket[slices.Index(order[:], n)])
			}
		}
		bucket = bucket[:0]
	}
	cut := func() {
		flush()
		if len(line) > 1 {
			out = append(out, line)
		}
		line, at = nil, math.NaN()
	}
	for i, x := range k.X {
		y := k.Y[i]
		if !drawable(x, y) {
			cut()
			continue
		}
		pt := vg.Point{X: tx(x), Y: ty(y)}
		if col := math.Floor(float64(pt.X / column)); col != at {
			flush()
			at = col
			bucket = append(bucket, pt, pt, pt, pt)
			order = [4]int{i, i, i, i}
			continue
		}
		if pt.Y < bucket[1].Y {
			bucket[1], order[1] = pt, i
		}
		if pt.Y > bucket[2].Y {
			bucket[2], order[2] = pt, i
		}
		bucket[3], order[3] = pt, i
	}
	cut()
	return out
}

// pieces cuts a line with very many points into lines that overlap by one
// point, because the time that the rasterizer takes for a dense line grows with
// the square of its points. Dashes, and colours that let others through, need the
// line whole.
func (k curve) pieces(line []vg.Point) [][]vg.Point {
	const most = 200
	_, _, _, alpha := k.Color.RGBA()
	if k.Line != "-" || alpha != 0xffff {
		return [][]vg.Point{line}
	}
	var out [][]vg.Point
	for len(line) > 2*most {
		out = append(out, line[:most+1])
		line = line[most:]
	}
	return append(out, line)
}

// points are the places of the markers within the axes, one for all that fall
// on the same dot.
func (k curve) points(c draw.Canvas, p *plot.Plot) []vg.Point {
	tx, ty := p.Transforms(&c)
	const slack = 1e-6 // a point on the limit itself is within
	inside := vg.Rectangle{
		Min: vg.Point{X: c.Min.X - slack, Y: c.Min.Y - slack},
		Max: vg.Point{X: c.Max.X + slack, Y: c.Max.Y + slack},
	}
	seen := map[[2]int32]bool{}
	var out []vg.Point
	for i, x := range k.X {
		y := k.Y[i]
		if !drawable(x, y) {
			continue
		}
		pt := vg.Point{X: tx(x), Y: ty(y)}
		if !within(pt, inside) {
			continue
		}
		dot := [2]int32{int32(pt.X / column), int32(pt.Y / column)}
		if !seen[dot] {
			seen[dot] = true
			out = append(out, pt)
		}
	}
	return out
}

func within(pt vg.Point, r vg.Rectangle) bool {
	return pt.X >= r.Min.X && pt.X <= r.Max.X && pt.Y >= r.Min.Y && pt.Y <= r.Max.Y
}
