package random123

import "math"

// Log is the natural logarithm of a positive finite number, good to 0.51 units
// of the last digit: the C library's, which NEURON uses, is about as good, so
// that the two nearly always round to the same number. (math.Log is good to
// one unit.)
//
// With x = 2^k·m, m near 1, and s = (m-1)/(m+1),
//
//	log x = k·log 2 + 2(s + s³/3 + s⁵/5 + ...)
//
// where the large terms are kept as sums of two numbers.
func Log(x float64) float64 {
	const (
		ln2Hi = 0x1.62e42fefa38p-1 // short enough for k·ln2Hi to be exact
		ln2Lo = 0x1.ef35793c7673p-45
	)
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		k--
	}
	f, d := m-1, m+1 // f is exact
	s := f / d
	below := (math.FMA(-s, d, f) - s*(m-(d-1))) / d
	z := s * s
	series := 0.0
	for n := 27.0; n >= 3; n -= 2 {
		series = math.FMA(series, z, 1/n)
	}
	big, small := 2*s, 2*(below+s*z*series)
	e := float64(k) * ln2Hi
	sum := e + big
	lost := big - (sum - e)
	if math.Abs(big) > math.Abs(e) {
		lost = e - (sum - big)
	}
	return sum + (lost + small + float64(k)*ln2Lo)
}
