// Package simd holds the vector loops of the block machine, one function per
// operation. Each takes slices of one length (that of dst) and works element
// by element, so dst may be one of the sources.
//
// These are plain Go; every loop is written so that the compiler drops the
// bounds checks.
package simd

import "math"

// Fill sets dst[i] = x.
func Fill(dst []float64, x float64) {
	for i := range dst {
		dst[i] = x
	}
}

// Add sets dst[i] = a[i] + b[i].
func Add(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] + b[i]
	}
}

// AddS sets dst[i] = a[i] + s.
func AddS(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] + s
	}
}

// Sub sets dst[i] = a[i] - b[i].
func Sub(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] - b[i]
	}
}

// SubS sets dst[i] = a[i] - s.
func SubS(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] - s
	}
}

// SSub sets dst[i] = s - a[i].
func SSub(dst []float64, s float64, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = s - a[i]
	}
}

// Mul sets dst[i] = a[i] * b[i].
func Mul(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * b[i]
	}
}

// MulS sets dst[i] = a[i] * s.
func MulS(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * s
	}
}

// Mul3 sets dst[i] = (a[i] * b[i]) * c[i].
func Mul3(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		dst[i] = a[i] * b[i] * c[i]
	}
}

// MulAdd sets dst[i] = a[i]*b[i] + c[i], rounded twice.
func MulAdd(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		dst[i] = float64(a[i]*b[i]) + c[i]
	}
}

// SubMul sets dst[i] = (a[i] - b[i]) * c[i].
func SubMul(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		dst[i] = (a[i] - b[i]) * c[i]
	}
}

// Approach sets dst[i] = a[i] + (b[i]-a[i])*c[i], rounded at each step.
func Approach(dst, a, b, c []float64) {
	a, b, c = a[:len(dst)], b[:len(dst)], c[:len(dst)]
	for i := range dst {
		x := a[i]
		dst[i] = x + float64((b[i]-x)*c[i])
	}
}

// Div sets dst[i] = a[i] / b[i].
func Div(dst, a, b []float64) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i := range dst {
		dst[i] = a[i] / b[i]
	}
}

// DivS sets dst[i] = a[i] / s.
func DivS(dst, a []float64, s float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = a[i] / s
	}
}

// SDiv sets dst[i] = s / a[i].
func SDiv(dst []float64, s float64, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = s / a[i]
	}
}

// Neg sets dst[i] = -a[i].
func Neg(dst, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = -a[i]
	}
}

// Abs sets dst[i] = |a[i]|.
func Abs(dst, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = math.Abs(a[i])
	}
}

// Select sets dst[i] = a[i] where c[i] is not 0, else b[i].
func Select(dst, c, a, b []float64) {
	c, a, b = c[:len(dst)], a[:len(dst)], b[:len(dst)]
	for i := range dst {
		x := b[i]
		if c[i] != 0 {
			x = a[i]
		}
		dst[i] = x
	}
}

// Any reports whether an element is not 0.
func Any(a []float64) bool {
	for _, x := range a {
		if x != 0 {
			return true
		}
	}
	return false
}

// Gather sets dst[i] = src[index[i]].
func Gather(dst, src []float64, index []int32) {
	index = index[:len(dst)]
	for i := range dst {
		dst[i] = src[index[i]]
	}
}

// Scatter sets dst[index[i]] = a[i], in order, so the last of equal indices holds.
func Scatter(dst []float64, index []int32, a []float64) {
	index = index[:len(a)]
	for i, x := range a {
		dst[index[i]] = x
	}
}

// ScatterAdd adds a[i] to dst[index[i]], in order; indices may repeat.
func ScatterAdd(dst []float64, index []int32, a []float64) {
	index = index[:len(a)]
	for i, x := range a {
		dst[index[i]] += x
	}
}

// ScatterSub subtracts a[i] from dst[index[i]], in order; indices may repeat.
func ScatterSub(dst []float64, index []int32, a []float64) {
	index = index[:len(a)]
	for i, x := range a {
		dst[index[i]] -= x
	}
}

// TableIndex prepares the linear interpolation of equally spaced values: for
// u = (x[i]-from)*perStep it sets index[i] to floor(u), held within 0 to last,
// and theta[i] to the fraction within the interval (0 where it was held). A NaN
// gives index 0 and theta NaN.
func TableIndex(index, theta, x []float64, from, perStep, last float64) {
	theta, x = theta[:len(index)], x[:len(index)]
	for i := range index {
		u := perStep * (x[i] - from)
		switch {
		case u <= 0:
			index[i], theta[i] = 0, 0
		case u >= last:
			index[i], theta[i] = last, 0
		case u != u:
			index[i], theta[i] = 0, u
		default:
			k := float64(int32(u))
			index[i], theta[i] = k, u-k
		}
	}
}

// TableRead sets dst[i] to the linear interpolation of column col of the
// row-major table (stride columns a row) at the place that TableIndex found.
// The table needs one row more than the highest index.
func TableRead(dst, index, theta, table []float64, col, stride int) {
	index, theta = index[:len(dst)], theta[:len(dst)]
	for i := range dst {
		k := int(index[i])*stride + col
		a := table[k]
		dst[i] = a + theta[i]*(table[k+stride]-a)
	}
}
