package simd

import "math"

// The logarithm: x = 2^k·m with m between 1/√2 and √2, and for f = m - 1 and
// s = f/(2+f)
//
//	log(1+f) = f - f²/2 + s·(f²/2 + R(s²)),
//
// with a polynomial R of degree 7 whose error is below 2^-58. The sum stays
// within 0.85 units in the last place.
//
// Method and coefficients: Sun Microsystems (1993), Freely Distributable LIBM,
// as in package math of Go. The assembly goes the same steps (gen/log.go).
const (
	logLn2Hi = 0x1.62e42feep-1 // short enough for k·logLn2Hi to be exact
	logLn2Lo = 0x1.a39ef35793c76p-33

	log1, log2, log3 = 6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01
	log4, log5, log6 = 2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01
	log7             = 1.479819860511658591e-01

	// Added to the bits of a normal x, it makes the exponent that of m = 1 from √2/2 on.
	logShift = 0x3ff0000000000000 - 0x3fe6a09e667f3bcd
	// The bits of m are those left of the exponent, and these.
	logFirst = 0x3fe6a09e667f3bcd
)

// Log1 is the natural logarithm of x, with the digits of Loops.Log.
func Log1(x float64) float64 {
	switch {
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case !(x < math.Inf(1)):
		return x
	}
	bias := 1023.0
	if x < 0x1p-1022 {
		x *= 0x1p54
		bias = 1023 + 54
	}
	shifted := math.Float64bits(x) + logShift
	k := float64(shifted>>52) - bias
	f := math.Float64frombits(shifted&(1<<52-1)+logFirst) - 1
	s := f / (f + 2)
	s2 := s * s
	s4 := s2 * s2
	t1 := s4 * math.FMA(s4, math.FMA(s4, log6, log4), log2)
	t2 := math.FMA(s4, math.FMA(s4, math.FMA(s4, log7, log5), log3), log1)
	r := math.FMA(s2, t2, t1)
	half := float64(0.5 * f * f)
	y := math.FMA(s, half+r, float64(k*logLn2Lo))
	return float64(k*logLn2Hi) - ((half - y) - f)
}

// logGo sets dst[i] to the natural logarithm of a[i].
func logGo(dst, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		dst[i] = Log1(a[i])
	}
}
