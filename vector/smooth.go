package vector

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// SumGauss gives a new Vector with the sum of a Gauss curve around each element
// x_i of the receiver, at points low, low+step, ... below high (rounded to whole
// steps):
//
//	out_j = Σ_i weight_i·exp(-(j-k_i)²·step²/(2·variance))/√(2π·variance)
//
// k_i is (x_i-low)/step with the fraction cut off. A curve ends where the
// exponent falls to -20. weight may be nil for 1.
func (v *Vector) SumGauss(low, high, step, variance float64, weight *Vector) (*Vector, error) {
	if err := gauss("sumgauss", step, variance); err != nil {
		return nil, err
	}
	if !(high >= low) {
		return nil, fault.New(fault.Range, "Vector.sumgauss: high = %g must not be below low = %g", high, low)
	}
	if weight != nil && len(weight.data) != len(v.data) {
		return nil, fault.New(fault.Range, "Vector.sumgauss: %d elements with %d weights", len(v.data), len(weight.data))
	}
	n := math.Trunc((high-low)/step + 0.5)
	if err := CheckLen(n); err != nil {
		return nil, err
	}
	out := make([]float64, int(n))
	twice := 2 * (variance / (step * step))
	scale := 1 / math.Sqrt(2*math.Pi*variance)
	reach := math.Sqrt(20 * twice)
	for i, x := range v.data {
		center := math.Trunc((x - low) / step)
		if math.IsNaN(center) {
			continue
		}
		w := 1.0
		if weight != nil {
			w = weight.data[i]
		}
		first := math.Max(0, math.Ceil(center-reach))
		last := math.Min(n-1, math.Floor(center+reach))
		for j := first; j <= last; j++ {
			if arg := -(j - center) * (j - center) / twice; arg > -20 {
				out[int(j)] += float64(math.Exp(arg) * scale * w)
			}
		}
	}
	return &Vector{data: out}, nil
}

// Smhist makes the receiver a histogram of src with size bins of width step from
// start on, smoothed with a Gauss curve of the variance. Each element of src
// counts by its weight, which may be nil for 1. The curve ends where its exponent
// falls to -10, and what is below 1e-9 is 0, as in NEURON. Elements beyond the
// last bin still reach into the histogram as far as the power of two goes that
// the bins and the curve are filled up to.
func (v *Vector) Smhist(src *Vector, start float64, size int, step, variance float64, weight *Vector) error {
	const least = 1e-9
	if err := gauss("smhist", step, variance); err != nil {
		return err
	}
	if err := CheckLen(float64(size)); err != nil {
		return err
	}
	if weight != nil && len(weight.data) != len(src.data) {
		return fault.New(fault.Range, "Vector.smhist: %d elements with %d weights", len(src.data), len(weight.data))
	}
	twice := 2 * variance / (step * step)
	reach := math.Floor(math.Sqrt(10 * twice))
	if err := CheckLen(2*reach + 1 + float64(size)); err != nil {
		return err
	}
	width := 2*int(reach) + 1
	n, err := powerOfTwo(size + width)
	if err != nil {
		return err
	}
	curve := make([]float64, width)
	scale := 1 / math.Sqrt(2*math.Pi*variance)
	for i := 0; i <= int(reach); i++ {
		curve[i] = scale * math.Exp(-float64(i*i)/twice)
		if i > 0 {
			curve[width-i] = curve[i]
		}
	}
	series := make([]float64, n)
	for i, x := range src.data {
		if at := math.Floor((x - start) / step); at >= 0 && at < float64(n) {
			w := 1.0
			if weight != nil {
				w = weight.data[i]
			}
			series[int(at)] += w
		}
	}
	out, err := convolve(series, curve, n, false)
	if err != nil {
		return err
	}
	for i, x := range out {
		if !(x > least) {
			out[i] = 0
		}
	}
	v.set(out[:size])
	return nil
}

// gauss refuses a step or a variance with which there is no Gauss curve.
func gauss(method string, step, variance float64) error {
	switch {
	case !(step > 0) || math.IsInf(step, 0):
		return fault.New(fault.Range, "Vector.%s: the step must be above 0, not %g", method, step)
	case !(variance > 0) || math.IsInf(variance, 0):
		return fault.New(fault.Range, "Vector.%s: the variance must be above 0, not %g", method, variance)
	}
	return nil
}

// Medfltr makes the receiver src with each element replaced by the median of
// itself and the points elements on either side, as far as there are so many;
// points is at least 1.
func (v *Vector) Medfltr(src *Vector, points int) error {
	xs := src.data
	if points < 1 {
		return fault.New(fault.Range, "Vector.medfltr: the points on either side must be at least 1, not %d", points)
	}
	points = min(points, len(xs))
	out := make([]float64, len(xs))
	window := make([]float64, 0, 2*points+1)
	for i := range xs {
		window = append(window[:0], xs[max(0, i-points):min(len(xs), i+points+1)]...)
		out[i] = median(window)
	}
	v.set(out)
	return nil
}

// Resample makes the receiver src with factor times as many elements: element i
// is that of src at i/factor with the fraction cut off. factor is at most half
// the size of src, as in NEURON.
func (v *Vector) Resample(src *Vector, factor float64) error {
	n := len(src.data)
	if !(factor >= 0 && factor <= float64(n/2)) {
		return fault.New(fault.Range, "Vector.resample: the factor must be from 0 to half the size, %d, not %g", n/2, factor)
	}
	size := math.Trunc(float64(n) * factor)
	if err := CheckLen(size); err != nil {
		return err
	}
	out := make([]float64, int(size))
	for i := range out {
		out[i] = src.data[min(int(float64(i)/factor), n-1)]
	}
	v.set(out)
	return nil
}
