package plot

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"math"
)

// pageSize says how much a page has at most; beyond, it is thinned out so that peaks
// survive.
type pageSize struct {
	points int // of all lines: 5 bytes of text each
	cells  int // of an image: 3 bytes
	frames int // bytes of the frames of a shape
}

var (
	filePage     = pageSize{1_000_000, 1_000_000, 8_000_000}
	notebookPage = pageSize{50_000, 100_000, 400_000} // in a notebook each is one of many
)

// part is what the items of a page may take of it.
type part struct {
	pageSize
	keep float64 // the part of its points that each line keeps, at most 1
}

func newPart(f *Figure, size pageSize) part {
	total := 0
	for _, a := range f.Axes {
		for _, b := range []*Axes{a, a.Twin} {
			if b != nil {
				for _, s := range b.Series {
					total += len(s.X)
				}
			}
		}
	}
	return part{size, math.Min(1, float64(size.points)/float64(max(total, 1)))}
}

// thin keeps of points that follow each other the first, the lowest, the highest
// and the last, so that the part keep of all is left. Gaps stay.
func (s part) thin(x, y []float64) (xs, ys []float64) {
	if s.keep >= 1 {
		return x, y
	}
	size := int(math.Ceil(4 / s.keep))
	for from := 0; from < len(x); from += size {
		to := min(from+size, len(x))
		keep := [5]int{from, -1, -1, -1, to - 1} // first, lowest, highest, a gap, last
		for i := from; i < to; i++ {
			switch v := y[i]; {
			case math.IsNaN(v) || math.IsNaN(x[i]):
				keep[3] = i
			default:
				if keep[1] < 0 || v < y[keep[1]] {
					keep[1] = i
				}
				if keep[2] < 0 || v > y[keep[2]] {
					keep[2] = i
				}
			}
		}
		for i, at := from, -1; i < to; i++ {
			if i != at && (i == keep[0] || i == keep[1] || i == keep[2] || i == keep[3] || i == keep[4]) {
				xs, ys, at = append(xs, x[i]), append(ys, y[i]), i
			}
		}
	}
	return xs, ys
}

func ascending(x []float64) bool {
	for i, v := range x {
		if math.IsNaN(v) || i > 0 && v < x[i-1] {
			return false
		}
	}
	return true
}

// pageNumbers writes numbers for a page as short as their use allows: an even row by
// its first number and step, few as they are, many as the bytes of float32 from a
// base, or of float64 where that would lose what can be seen.
func pageNumbers(v []float64) any {
	const few, visible = 40, 1e-5 // a part of the range
	n := len(v)
	if n < few {
		out := make([]any, n)
		for i, x := range v {
			if math.Abs(x) < huge {
				out[i] = x
			}
		}
		return out
	}
	lo, hi := Extremes(v)
	if step := (v[n-1] - v[0]) / float64(n-1); step != 0 && even(v, step) {
		return object{"n": n, "from": v[0], "step": step}
	}
	narrow := make([]float32, n)
	wide := false
	for i, x := range v {
		narrow[i] = float32(x - lo)
		if math.Abs(x) < huge && math.Abs(float64(narrow[i])-(x-lo)) > visible*math.Min(hi-lo, math.Max(math.Abs(x-lo), (hi-lo)/1e3)) {
			wide = true
		}
	}
	if !wide && hi-lo < math.MaxFloat32 {
		return object{"from": lo, "bytes": base64Of(narrow)}
	}
	return object{"from": 0, "wide": true, "bytes": base64Of(v)}
}

// even tells numbers at equal distances, up to a thousandth of it.
func even(v []float64, step float64) bool {
	for i, x := range v {
		if !(math.Abs(x-(v[0]+float64(i)*step)) <= 1e-3*math.Abs(step)) {
			return false
		}
	}
	return true
}

// base64Of writes a slice of numbers of fixed size as text, the lowest byte first.
func base64Of(v any) string {
	var b bytes.Buffer
	if err := binary.Write(&b, binary.LittleEndian, v); err != nil {
		panic("plot: " + err.Error())
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// coarse is the image with at most about n cells: of neighbours in one, that which
// is farthest from the mean.
func (s *Image) coarse(n int) *Image {
	cols, rows := len(s.XEdges)-1, len(s.YEdges)-1
	if cols*rows <= n {
		return s
	}
	// The longer side first, down to the root of n.
	side := int(math.Sqrt(float64(n)))
	w, h := min(cols, max(side, n/max(rows, 1))), min(rows, max(side, n/max(cols, 1)))
	groups := func(edges []float64, n int) (spans [][2]int, out []float64) {
		count := len(edges) - 1
		for i := range n {
			spans = append(spans, [2]int{i * count / n, (i + 1) * count / n})
			out = append(out, edges[i*count/n])
		}
		return spans, append(out, edges[count])
	}
	t := *s
	var xs, ys [][2]int
	xs, t.XEdges = groups(s.XEdges, w)
	ys, t.YEdges = groups(s.YEdges, h)
	t.Values = make([]float64, 0, w*h)
	pick := s.picker()
	for _, y := range ys {
		for _, x := range xs {
			t.Values = append(t.Values, pick(x, y))
		}
	}
	return &t
}
