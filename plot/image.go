package plot

import (
	"image"
	"math"
	"sort"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/gneuron/gneuron/fault"
)

// Image is a table of numbers as coloured cells, such as a potential over time and
// distance.
type Image struct {
	Values         []float64 // row after row, the row at the lowest y first; NaN is left white
	XEdges, YEdges []float64 // ascending: one more than columns, one more than rows
	Colors         Colormap  // nil is viridis
	Lo, Hi         float64   // the values of the ends of the colour map; both 0: those of the data
	Bar            bool      // with a scale of the colours at the right
	BarLabel       string
}

// AddImage appends an image. It returns a *fault.Error where the edges do not
// ascend or do not fit the number of values.
func (a *Axes) AddImage(s Image) error {
	cols, rows := len(s.XEdges)-1, len(s.YEdges)-1
	if cols < 1 || rows < 1 || cols*rows != len(s.Values) {
		return fault.New(fault.Range, "an image of %d values cannot have %d columns and %d rows", len(s.Values), max(cols, 0), max(rows, 0))
	}
	for _, edges := range [][]float64{s.XEdges, s.YEdges} {
		for i, v := range edges {
			if !(math.Abs(v) < huge) || i > 0 && v <= edges[i-1] {
				return fault.New(fault.Range, "the edges of an image must ascend; edge %d is %g", i, v)
			}
		}
	}
	if err := completeColors(&s.Colors, &s.Lo, &s.Hi, s.Values); err != nil {
		return err
	}
	a.Images = append(a.Images, s)
	return nil
}

// Edges are the borders between cells whose centres are at the places of at, which
// ascend: half way between neighbours.
func Edges(at []float64) []float64 {
	n := len(at)
	switch n {
	case 0:
		return nil
	case 1:
		return []float64{at[0] - 0.5, at[0] + 0.5}
	}
	out := make([]float64, n+1)
	for i := 1; i < n; i++ {
		out[i] = (at[i-1] + at[i]) / 2
	}
	out[0], out[n] = at[0]-(at[1]-at[0])/2, at[n-1]+(at[n-1]-at[n-2])/2
	return out
}

func (s *Image) label() string { return "" }

func (s *Image) extend(_ *Axes, e *extent) {
	e.addX(s.XEdges[0])
	e.addX(s.XEdges[len(s.XEdges)-1])
	e.addY(s.YEdges[0])
	e.addY(s.YEdges[len(s.YEdges)-1])
}

func (s *Image) draw(c draw.Canvas, m mapping) {
	x, y := m.plot.X, m.plot.Y
	ex, ey := s.XEdges, s.YEdges
	x0, x1 := math.Max(x.Min, ex[0]), math.Min(x.Max, ex[len(ex)-1])
	y0, y1 := math.Max(y.Min, ey[0]), math.Min(y.Max, ey[len(ey)-1])
	if x0 >= x1 || y0 >= y1 {
		return
	}
	r := box(m.x(x0), m.y(y0), m.x(x1), m.y(y1))
	dots := func(length vg.Length) int { return max(1, min(int(math.Ceil(float64(length/column))), maxSize)) }
	w, h := dots(r.Size().X), dots(r.Size().Y)
	cols := cells(ex, x, float64((r.Min.X-c.Min.X)/c.Size().X), float64((r.Max.X-c.Min.X)/c.Size().X), w)
	rows := cells(ey, y, float64((r.Min.Y-c.Min.Y)/c.Size().Y), float64((r.Max.Y-c.Min.Y)/c.Size().Y), h)
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	pick := s.picker()
	for j, row := range rows {
		for i, col := range cols {
			img.SetNRGBA(i, h-1-j, s.Colors.At(pick(col, row), s.Lo, s.Hi))
		}
	}
	c.DrawImage(r, img)
}

// cells says for each of n dots between two places of an axis, as parts of its
// length, which cells fall on it: from the first to before the second.
func cells(edges []float64, a plot.Axis, from, to float64, n int) [][2]int {
	out := make([][2]int, n)
	at := 0
	for i := range out {
		lo, hi := from+(to-from)*float64(i)/float64(n), from+(to-from)*float64(i+1)/float64(n)
		u, v := unNorm(a, lo), unNorm(a, hi)
		u, v = min(u, v), max(u, v)
		at = min(max(sort.SearchFloat64s(edges, (u+v)/2)-1, 0), len(edges)-2)
		first, last := at, at
		for first > 0 && edges[first] > u {
			first--
		}
		for last < len(edges)-2 && edges[last+1] < v {
			last++
		}
		if last > first { // several: those whose middle is on the dot
			for first < last && (edges[first]+edges[first+1])/2 < u {
				first++
			}
			for last > first && (edges[last]+edges[last+1])/2 >= v {
				last--
			}
		}
		out[i] = [2]int{first, last + 1}
	}
	return out
}

// unNorm is the value at a part of the length of an axis.
func unNorm(a plot.Axis, part float64) float64 {
	if s, ok := a.Scale.(scale); ok {
		return s.at(a.Min, a.Max, part)
	}
	return a.Min + part*(a.Max-a.Min)
}

// picker gives a function for the value of a range of columns and of rows: where
// several cells fall on one dot, that which is farthest from the mean of the whole
// image, so that a short spike does not vanish.
func (s *Image) picker() func(cols, rows [2]int) float64 {
	mean, width := s.mean(), len(s.XEdges)-1
	return func(cols, rows [2]int) float64 {
		best := s.Values[rows[0]*width+cols[0]]
		if cols[1]-cols[0] == 1 && rows[1]-rows[0] == 1 {
			return best
		}
		for j := rows[0]; j < rows[1]; j++ {
			for _, v := range s.Values[j*width+cols[0] : j*width+cols[1]] {
				if !(math.Abs(v-mean) <= math.Abs(best-mean)) && !math.IsNaN(v) {
					best = v
				}
			}
		}
		return best
	}
}

// mean is that of the finite values, 0 without any.
func (s *Image) mean() float64 {
	sum, n := 0.0, 0.0
	for _, v := range s.Values {
		if math.Abs(v) < huge {
			sum, n = sum+v, n+1
		}
	}
	return sum / math.Max(n, 1)
}

func (s *Image) sample(draw.Canvas, vg.Length, vg.Length) {}

// covered is nothing: an image leaves no place that a legend would not cover.
func (s *Image) covered(draw.Canvas, mapping) []vg.Point { return nil }

// Even are the borders of n cells of the same size from lo to hi.
func Even(lo, hi float64, n int) []float64 {
	return floats.Span(make([]float64, n+1), lo, hi)
}

// Extremes are the lowest and the highest of the numbers that are finite; 0 and 0
// where there are none.
func Extremes(values []float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if math.Abs(v) < huge {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if lo > hi {
		return 0, 0
	}
	return lo, hi
}
