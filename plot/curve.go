package plot

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// column is the width within which points of a line are drawn as one vertical
// stroke: half a pixel, a dot of a PNG at density 2.
const column = vg.Length(Pixel / 2)

func (s *Series) stroke() draw.LineStyle {
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
func (s *Series) lines(m mapping) [][]vg.Point {
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
	drawn := map[[4]int32]bool{} // the strokes so far
	cut := func() {
		flush()
		if len(line) == 2 { // one of a raster: not twice on the same dots
			a, b := line[0], line[1]
			dots := [4]int32{dot(a.X), dot(a.Y), dot(b.X), dot(b.Y)}
			if drawn[dots] {
				line = nil
			}
			drawn[dots] = true
		}
		if len(line) > 1 {
			out = append(out, line)
		}
		line, at = nil, math.NaN()
	}
	for i, x := range s.X {
		pt, ok := m.point(x, s.Y[i])
		if !ok {
			cut()
			continue
		}
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

// paths packs lines into paths of some hundred points: the time that the rasterizer
// takes grows with the square of the points of a path, and a file with a path for
// each stroke of a raster is large. A line with very many points is cut into such
// that overlap by one point. Dashes, and colours that let others through, need a line
// whole.
func (s *Series) paths(lines [][]vg.Point) []vg.Path {
	const most = 200
	_, _, _, alpha := s.Color.RGBA()
	whole := s.Line != "-" || alpha != 0xffff
	var out []vg.Path
	var path vg.Path
	for _, line := range lines {
		for i, pt := range line {
			if len(path) >= most && (i == 0 || !whole) {
				out = append(out, path)
				path = nil
				if i > 0 {
					path.Move(line[i-1])
				}
			}
			if i == 0 {
				path.Move(pt)
			} else {
				path.Line(pt)
			}
		}
	}
	if path != nil {
		out = append(out, path)
	}
	return out
}

// points are the places of the markers within the axes, one for all that fall
// on the same dot.
func (s *Series) points(c draw.Canvas, m mapping) []vg.Point {
	const slack = 1e-6 // a point on the limit itself is within
	inside := vg.Rectangle{
		Min: vg.Point{X: c.Min.X - slack, Y: c.Min.Y - slack},
		Max: vg.Point{X: c.Max.X + slack, Y: c.Max.Y + slack},
	}
	seen := newDots(c)
	var out []vg.Point
	for i, x := range s.X {
		pt, ok := m.point(x, s.Y[i])
		if !ok || !within(pt, inside) {
			continue
		}
		u, v := seen.at(pt)
		if k := min(max(v, 0), seen.h-1)*seen.w + min(max(u, 0), seen.w-1); !seen.set[k] {
			seen.set[k] = true
			out = append(out, pt)
		}
	}
	return out
}

func within(pt vg.Point, r vg.Rectangle) bool {
	return pt.X >= r.Min.X && pt.X <= r.Max.X && pt.Y >= r.Min.Y && pt.Y <= r.Max.Y
}

// dot is the number of a column or row on the paper.
func dot(x vg.Length) int32 { return int32(math.Floor(float64(x / column))) }
