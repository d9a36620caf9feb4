package vector

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// Deriv makes the receiver the derivative of src, whose samples are dx apart.
//
// Method 1 is Euler's, one element shorter than src:
//
//	v_i = (src_{i+1} - src_i)/dx
//
// Method 2 is the central difference, with one-sided differences at both ends:
//
//	v_i = (src_{i+1} - src_{i-1})/(2·dx)
//
// src needs two elements.
func (v *Vector) Deriv(src *Vector, dx float64, method int) error {
	xs := src.data
	n := len(xs)
	if method != 1 && method != 2 {
		return fault.New(fault.Range, "Vector.deriv: the method is 1 (Euler) or 2 (central difference), not %d", method)
	}
	if n < 2 {
		return fault.New(fault.Range, "Vector.deriv needs at least 2 elements, there are %d", n)
	}
	if method == 1 {
		out := make([]float64, n-1)
		for i := range out {
			out[i] = (xs[i+1] - xs[i]) / dx
		}
		v.set(out)
		return nil
	}
	out := make([]float64, n)
	out[0] = (xs[1] - xs[0]) / dx
	for i := 1; i < n-1; i++ {
		out[i] = (xs[i+1] - xs[i-1]) / 2 / dx
	}
	out[n-1] = (xs[n-1] - xs[n-2]) / dx
	v.set(out)
	return nil
}

// Integral makes the receiver the running sum of src over steps of dx. As in
// NEURON the first element is taken over as it is:
//
//	v_0 = src_0,  v_i = v_{i-1} + src_i·dx
func (v *Vector) Integral(src *Vector, dx float64) *Vector {
	v.CopyFrom(src)
	for i := 1; i < len(v.data); i++ {
		v.data[i] = v.data[i-1] + float64(v.data[i]*dx)
	}
	return v
}

// Interpolate makes the receiver the values at xdest of the line through the
// points (xsrc, ysrc); outside the points the first or last value holds. Both x
// Vectors should ascend. ysrc, which may be the receiver, must be at least as
// long as xsrc.
func (v *Vector) Interpolate(xdest, xsrc, ysrc *Vector) error {
	xd, xs, ys := xdest.data, xsrc.data, ysrc.data
	n := len(xs)
	if n == 0 {
		return fault.New(fault.Range, "Vector.interpolate: there are no points to interpolate between")
	}
	if len(ys) < n {
		return fault.New(fault.Range, "Vector.interpolate: %d x values with only %d y values", n, len(ys))
	}
	out := make([]float64, len(xd))
	i := 0
	for ; i < len(xd) && xd[i] <= xs[0]; i++ {
		out[i] = ys[0]
	}
	for k := 1; k < n; k++ {
		if xs[k] <= xs[k-1] {
			continue
		}
		for ; i < len(xd) && xd[i] <= xs[k]; i++ {
			theta := (xd[i] - xs[k-1]) / (xs[k] - xs[k-1])
			out[i] = float64((1-theta)*ys[k-1]) + float64(theta*ys[k])
		}
	}
	for ; i < len(xd); i++ {
		out[i] = ys[n-1]
	}
	v.set(out)
	return nil
}

// Hist makes the receiver a histogram of src with size bins of a width: bin k
// counts start + k·width <= x < start + (k+1)·width. What is outside is not
// counted.
func (v *Vector) Hist(src *Vector, start float64, size int, width float64) error {
	if err := CheckLen(float64(size)); err != nil {
		return err
	}
	if !(width > 0) {
		return fault.New(fault.Range, "Vector.hist: the width of a bin must be above 0, not %g", width)
	}
	v.set(count(src.data, start, size, width, 0))
	return nil
}

// Histogram gives a new Vector that counts the elements in bins of a width from
// low to high. Bin 0 counts low-width <= x < low, bin k > 0 counts
// low+(k-1)·width <= x < low+k·width; the last one begins at the last whole bin
// below high. What is further out is not counted, as in NEURON.
func (v *Vector) Histogram(low, high, width float64) (*Vector, error) {
	if !(high > low) {
		return nil, fault.New(fault.Range, "Vector.histogram: high = %g must be above low = %g", high, low)
	}
	if !(width > 0 && width <= high-low) {
		return nil, fault.New(fault.Range, "Vector.histogram: the width of a bin must be above 0 and at most high - low = %g, not %g", high-low, width)
	}
	n := math.Floor((high-low)/width) + 2
	if err := CheckLen(n); err != nil {
		return nil, err
	}
	return &Vector{data: count(v.data, low, int(n), width, 1)}, nil
}

// count makes a histogram of size bins, of which the first is offset bins below
// start.
func count(xs []float64, start float64, size int, width float64, offset int) []float64 {
	out := make([]float64, size)
	for _, x := range xs {
		bin := math.Floor((x-start)/width) + float64(offset)
		if bin >= 0 && bin < float64(size) {
			out[int(bin)]++
		}
	}
	return out
}

// Rebin makes the receiver the sums of each group of factor elements of src; a
// rest at the end that is no whole group is left out.
func (v *Vector) Rebin(src *Vector, factor int) error {
	if factor < 1 {
		return fault.New(fault.Range, "Vector.rebin: the factor must be at least 1, not %d", factor)
	}
	out := make([]float64, len(src.data)/factor)
	for k := range out {
		out[k] = sum(src.data[k*factor : (k+1)*factor])
	}
	v.set(out)
	return nil
}
