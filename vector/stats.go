package vector

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Max is the largest element of the range; 0 for an empty Vector, as in NEURON.
func (v *Vector) Max(bounds ...int) (float64, error) {
	i, err := v.extreme("max", bounds, greater)
	if i < 0 || err != nil {
		return 0, err
	}
	return v.data[i], nil
}

// Min is the smallest element of the range; 0 for an empty Vector, as in NEURON.
func (v *Vector) Min(bounds ...int) (float64, error) {
	i, err := v.extreme("min", bounds, less)
	if i < 0 || err != nil {
		return 0, err
	}
	return v.data[i], nil
}

// MaxInd is the index of the first largest element of the range, or -1 for an
// empty Vector.
func (v *Vector) MaxInd(bounds ...int) (int, error) { return v.extreme("max_ind", bounds, greater) }

// MinInd is the index of the first smallest element of the range, or -1 for an
// empty Vector.
func (v *Vector) MinInd(bounds ...int) (int, error) { return v.extreme("min_ind", bounds, less) }

func greater(a, b float64) bool { return a > b }
func less(a, b float64) bool    { return a < b }

// extreme is the index of the first element of the range that no other one
// beats, or -1 where there is none.
func (v *Vector) extreme(method string, bounds []int, beats func(a, b float64) bool) (int, error) {
	xs, err := v.span(method, bounds)
	if err != nil || len(xs) == 0 {
		return -1, err
	}
	best := 0
	for i, x := range xs {
		if beats(x, xs[best]) {
			best = i
		}
	}
	if len(bounds) > 0 {
		best += bounds[0]
	}
	return best, nil
}

// Sum is the sum of the elements of the range, 0 without any.
func (v *Vector) Sum(bounds ...int) (float64, error) {
	xs, err := v.span("sum", bounds)
	return sum(xs), err
}

// SumSq is the sum of the squares of the elements of the range.
func (v *Vector) SumSq(bounds ...int) (float64, error) {
	xs, err := v.span("sumsq", bounds)
	return dot(xs, xs), err
}

// Mag is the length of the Vector as a vector: √Σx².
func (v *Vector) Mag() float64 { return math.Sqrt(dot(v.data, v.data)) }

// Dot is the scalar product Σ v_i·w_i. It returns a *fault.Error where the
// sizes differ.
func (v *Vector) Dot(w *Vector) (float64, error) {
	if err := v.same("dot", w); err != nil {
		return 0, err
	}
	return dot(v.data, w.data), nil
}

// Mean is the arithmetic mean of the range, which needs one element.
func (v *Vector) Mean(bounds ...int) (float64, error) {
	xs, err := v.atLeast("mean", 1, bounds)
	if err != nil {
		return 0, err
	}
	return mean(xs), nil
}

// Var is the variance of the range, Σ(x-mean)²/(n-1), which needs two elements.
func (v *Vector) Var(bounds ...int) (float64, error) { return v.variance("var", bounds) }

// Stdev is the standard deviation √Var, which needs two elements.
func (v *Vector) Stdev(bounds ...int) (float64, error) {
	s2, err := v.variance("stdev", bounds)
	return math.Sqrt(s2), err
}

// Stderr is the standard error of the mean √(Var/n), which needs two elements.
func (v *Vector) Stderr(bounds ...int) (float64, error) {
	s2, err := v.variance("stderr", bounds)
	if err != nil {
		return 0, err
	}
	xs, err := v.span("stderr", bounds)
	return math.Sqrt(s2) / math.Sqrt(float64(len(xs))), err
}

// Median is the middle element of the range by value, or the mean of the two
// middle ones; it needs one element.
func (v *Vector) Median(bounds ...int) (float64, error) {
	xs, err := v.atLeast("median", 1, bounds)
	if err != nil {
		return 0, err
	}
	return median(slices.Clone(xs)), nil
}

// median sorts xs, of which there is at least one, and gives the middle.
func median(xs []float64) float64 {
	sortNumbers(xs)
	m := len(xs) / 2
	if len(xs)%2 == 1 {
		return xs[m]
	}
	return (xs[m-1] + xs[m]) / 2
}

// MeanSqErr is the mean square difference Σ weight_i·(v_i-w_i)²/n over the n
// elements of the receiver; weight may be nil for 1. The other Vectors may be
// longer, not shorter.
func (v *Vector) MeanSqErr(w, weight *Vector) (float64, error) {
	if _, err := v.atLeast("meansqerr", 1, nil); err != nil {
		return 0, err
	}
	for _, o := range []*Vector{w, weight} {
		if o != nil && len(o.data) < len(v.data) {
			return 0, fault.New(fault.Range, "Vector.meansqerr: %d elements are compared with only %d", len(v.data), len(o.data))
		}
	}
	s := 0.0
	for i, x := range v.data {
		d := x - w.data[i]
		d *= d
		if weight != nil {
			d *= weight.data[i]
		}
		s += d
	}
	return s / float64(len(v.data)), nil
}

func (v *Vector) variance(method string, bounds []int) (float64, error) {
	xs, err := v.atLeast(method, 2, bounds)
	if err != nil {
		return 0, err
	}
	m, s := mean(xs), 0.0
	for _, x := range xs {
		s += float64((x - m) * (x - m))
	}
	return s / float64(len(xs)-1), nil
}

// atLeast is span for a quantity that needs n elements.
func (v *Vector) atLeast(method string, n int, bounds []int) ([]float64, error) {
	xs, err := v.span(method, bounds)
	if err == nil && len(xs) < n {
		word := "elements"
		if n == 1 {
			word = "element"
		}
		err = fault.New(fault.Range, "Vector.%s needs at least %d %s, there are %d", method, n, word, len(xs))
	}
	return xs, err
}

func mean(xs []float64) float64 { return sum(xs) / float64(len(xs)) }

func sum(xs []float64) float64 {
	s := 0.0
	for _, x := range xs {
		s += x
	}
	return s
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i, x := range a {
		s += float64(x * b[i]) // the conversion keeps the processor from fusing it with the sum
	}
	return s
}
