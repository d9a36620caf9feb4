package plot

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"

	"github.com/gneuron/gneuron/fault"
)

// Histogram counts how many values fall between edges. With edges nil there are n
// bins of the same width over the two ends, or with ends nil over the range of the
// values. A value at the last edge is in the last bin. With density the area of all
// bins is 1. It returns a *fault.Error where edges or ends do not ascend.
func Histogram(x, edges []float64, n int, ends []float64, density bool) (counts, at []float64, err error) {
	if edges == nil {
		lo, hi := 0.0, 1.0
		switch {
		case ends != nil && len(ends) != 2:
			return nil, nil, fault.New(fault.Range, "a range has two ends, not %d", len(ends))
		case ends != nil:
			lo, hi = ends[0], ends[1]
		case len(x) > 0:
			if lo, hi = slices.Min(x), slices.Max(x); lo == hi {
				lo, hi = lo-0.5, hi+0.5
			}
		}
		edges = floats.Span(make([]float64, n+1), lo, hi)
	}
	if len(edges) < 2 {
		return nil, nil, fault.New(fault.Range, "bins need two edges or more, not %d", len(edges))
	}
	for i, e := range edges {
		if math.IsNaN(e) || math.IsInf(e, 0) || i > 0 && e <= edges[i-1] {
			return nil, nil, fault.New(fault.Range, "the edges of bins must ascend; edge %d is %g", i, e)
		}
	}
	first, last := edges[0], edges[len(edges)-1]
	inside := make([]float64, 0, len(x))
	for _, v := range x {
		if v >= first && v <= last {
			inside = append(inside, v)
		}
	}
	slices.Sort(inside)
	dividers := slices.Clone(edges)
	dividers[len(edges)-1] = math.Nextafter(last, math.Inf(1))
	counts = stat.Histogram(nil, dividers, inside, nil)
	if density && len(inside) > 0 {
		for i := range counts {
			counts[i] /= float64(len(inside)) * (edges[i+1] - edges[i])
		}
	}
	return counts, edges, nil
}

// Steps are the corners of a staircase through points: the value y[i] holds up to
// x[i] for "pre", from x[i] on for "post", and around it for "mid". x and y have
// the same length.
func Steps(x, y []float64, where string) (xs, ys []float64) {
	for i := range x {
		if i > 0 {
			switch where {
			case "pre":
				xs, ys = append(xs, x[i-1]), append(ys, y[i])
			case "post":
				xs, ys = append(xs, x[i]), append(ys, y[i-1])
			default:
				half := (x[i-1] + x[i]) / 2
				xs, ys = append(xs, half, half), append(ys, y[i-1], y[i])
			}
		}
		xs, ys = append(xs, x[i]), append(ys, y[i])
	}
	return xs, ys
}

// Raster are the strokes of trains of events, each of a length around the place of
// its train, as a line with gaps. offsets has one element per train.
func Raster(trains [][]float64, offsets []float64, length float64) (x, y []float64) {
	for i, train := range trains {
		lo, hi := offsets[i]-length/2, offsets[i]+length/2
		for _, t := range train {
			x, y = append(x, t, t, math.NaN()), append(y, lo, hi, math.NaN())
		}
	}
	return x, y
}

// Box is what a box plot shows of numbers.
type Box struct {
	Q1, Median, Q3 float64
	Low, High      float64   // the farthest numbers within reach of the whiskers
	Outside        []float64 // those beyond
}

// NewBox sorts numbers into a box whose whiskers reach a number of times its height
// beyond it, usually 1.5. Quartiles are linear between neighbours, NaN is left out;
// false means that there are none.
func NewBox(values []float64, whiskers float64) (b Box, ok bool) {
	v := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	if len(v) == 0 {
		return b, false
	}
	slices.Sort(v)
	quantile := func(p float64) float64 {
		at := p * float64(len(v)-1)
		k := min(int(at), len(v)-2)
		if k < 0 {
			return v[0]
		}
		return v[k] + (at-float64(k))*(v[k+1]-v[k])
	}
	b.Q1, b.Median, b.Q3 = quantile(0.25), quantile(0.5), quantile(0.75)
	b.Low, b.High = b.Q1, b.Q3
	reach := whiskers * (b.Q3 - b.Q1)
	for _, x := range v {
		switch {
		case x < b.Q1-reach || x > b.Q3+reach:
			b.Outside = append(b.Outside, x)
		default:
			b.Low, b.High = min(b.Low, x), max(b.High, x)
		}
	}
	return b, true
}
