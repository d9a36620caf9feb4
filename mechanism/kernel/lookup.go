package kernel

import (
	"math"
	"sort"
)

// Lookup holds the values of a FUNCTION_TABLE: those of a function of one or
// two arguments at places X and Y, linear in between, and at the first or last
// place what is outside. Its zero value was not filled yet and gives NaN.
type Lookup struct {
	X, Y   []float64 // ascending; Y is nil for a function of one argument
	Values []float64 // len(X) of them, or len(X)·len(Y), those of one X side by side
}

// Lookup gives function table k at x, or, of two arguments, at x and the second,
// which is negative where there is none.
func (b *Builder) Lookup(k int, x, second Value) Value {
	x = b.vector(x)
	y := x
	if second >= 0 {
		y = b.vector(second)
	}
	v := b.newVector()
	b.code = append(b.code, instr{op: opLookup, n: int32(k), dst: v, dst2: noValue, a: values(x, y)})
	return v
}

// At gives the value at x, or at x and y.
func (l *Lookup) At(x, y float64) float64 {
	i, f := place(l.X, x)
	if l.Y == nil {
		return between(l.Values, i, f)
	}
	n := len(l.Y)
	j, g := place(l.Y, y)
	low := between(l.Values, i*n+j, g)
	if f == 0 {
		return low
	}
	high := between(l.Values, (i+1)*n+j, g)
	return float64((1-f)*low) + float64(f*high)
}

// place finds the interval of x, and how far into it x lies.
func place(xs []float64, x float64) (i int, f float64) {
	last := len(xs) - 1
	switch {
	case x <= xs[0]:
		return 0, 0
	case x >= xs[last]:
		return last, 0
	}
	i = sort.Search(last, func(i int) bool { return xs[i] > x }) - 1
	return i, (x - xs[i]) / (xs[i+1] - xs[i])
}

// between gives what lies a fraction f between two neighbours.
func between(xs []float64, i int, f float64) float64 {
	if f == 0 {
		return xs[i]
	}
	return float64((1-f)*xs[i]) + float64(f*xs[i+1])
}

// fill computes a block of values; y is empty for a function of one argument.
func (l *Lookup) fill(out, x, y []float64) {
	for i := range out {
		switch {
		case len(l.X) == 0:
			out[i] = math.NaN()
		case l.Y == nil:
			out[i] = l.At(x[i], 0)
		default:
			out[i] = l.At(x[i], y[i])
		}
	}
}
