// Package libm has the functions of mathematics that must round as the C
// library's do, because NEURON's numbers come from them: good to 0.55 units of
// the last digit, where those of package math are good to one unit.
package libm

import "math"

// Log is the natural logarithm of a positive finite number; of another it is
// math.Log.
func Log(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	hi, lo := logParts(x)
	return hi + lo
}

// Log10 is the logarithm to base 10 of a positive finite number; of another it
// is math.Log10.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log10(x)
	}
	const (
		factor = 0x1.bcb7b1526e50ep-2 // of 1/log 10, and what is left of it
		rest   = 0x1.95355baaafad3p-57
	)
	hi, lo := logParts(x)
	hi, lo = add(hi, lo)
	p := float64(hi * factor)
	return p + (math.FMA(hi, factor, -p) + float64(hi*rest) + float64(lo*factor))
}

// logParts gives log x as a sum of two numbers, the second a small correction
// of the first.
//
// With x = 2^k·m, m near 1, and s = (m-1)/(m+1),
//
//	log x = k·log 2 + 2(s + s³/3 + s⁵/5 + ...)
//
// where the large terms are kept as sums of two numbers.
func logParts(x float64) (hi, lo float64) {
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
	below := (math.FMA(-s, d, f) - float64(s*(m-(d-1)))) / d
	z := s * s
	p := 1.0 / 27
	p = math.FMA(p, z, 1.0/25)
	p = math.FMA(p, z, 1.0/23)
	p = math.FMA(p, z, 1.0/21)
	p = math.FMA(p, z, 1.0/19)
	p = math.FMA(p, z, 1.0/17)
	p = math.FMA(p, z, 1.0/15)
	p = math.FMA(p, z, 1.0/13)
	p = math.FMA(p, z, 1.0/11)
	p = math.FMA(p, z, 1.0/9)
	p = math.FMA(p, z, 1.0/7)
	p = math.FMA(p, z, 1.0/5)
	p = math.FMA(p, z, 1.0/3)
	big, small := float64(2*s), 2*(below+float64(s*z*p))
	e := float64(float64(k) * ln2Hi)
	sum, lost := add(e, big)
	return sum, lost + small + float64(float64(k)*ln2Lo)
}

// add gives a + b and what the sum loses by rounding.
func add(a, b float64) (sum, lost float64) {
	sum = a + b
	t := sum - a
	return sum, (a - (sum - t)) + (b - t)
}
