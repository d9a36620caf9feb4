package simd

import "math"

// The exponential: x = m·ln2 + r with a whole m and |r| <= ln2/2, so that
// e^x = 2^m·e^r, and a polynomial of degree 11 for e^r. Its coefficients make
// the largest relative error the least, 2^-57 (Remez's algorithm); those of
// even and of odd powers are summed apart, as the two sums can go side by side.
// The error stays below 0.95 units in the last place.
//
// Method: W. J. Cody and W. Waite (1980), Software Manual for the Elementary
// Functions, chapter 6; with fused multiply-add the reduction needs no shorter
// constants: P. Markstein (2000), IA-64 and Elementary Functions.
//
// The assembly goes the same steps (gen/exp.go), a fused multiply-add wherever
// there is one here and nowhere else.
const (
	expMax = 710.0  // e^x is infinite from here on
	expMin = -750.0 // and rounds to 0 from here down
	// Within ±expNormal it is a normal number, whose exponent can be added to.
	expNormal = 700.0

	perLn2  = 0x1.71547652b82fep+0
	ln2Hi   = 0x1.62e42fefa39efp-1
	ln2Lo   = 0x1.abc9e3b39803fp-56
	shifter = 0x1.8p52 + 2*expBias // adding it rounds to the nearest integer
	expBias = 1023

	e2, e3   = 0x1.0000000000007p-1, 0x1.5555555555502p-3
	e4, e5   = 0x1.55555555512e3p-5, 0x1.1111111126ad2p-7
	e6, e7   = 0x1.6c16c18236583p-10, 0x1.a01a012c0457ep-13
	e8, e9   = 0x1.a0199eba45ba3p-16, 0x1.71df28657a05bp-19
	e10, e11 = 0x1.28a98d0604679p-22, 0x1.ad72407c03427p-26
)

// Where there are many, exponentials have a loop of their own, expChunk at a time: a
// loop that calls functions keeps nothing in registers.
const expChunk = 16

// exps replaces the elements by their exponentials.
func exps(y []float64) {
	for i, x := range y {
		if !(math.Abs(x) < expNormal) {
			y[i] = Exp1(x)
			continue
		}
		shifted, r := expReduce(x)
		y[i] = math.Float64frombits(math.Float64bits(expPoly(r)) + math.Float64bits(shifted)<<52 - 2*expBias<<52)
	}
}

// expGo sets dst[i] = k·e^(s·(a[i]+o)) + c.
func expGo(dst, a []float64, o, s, k, c float64) {
	a = a[:len(dst)]
	if len(dst) < enough {
		for i, x := range a {
			dst[i] = ScaledExp(x+o, s, k, c)
		}
		return
	}
	for i, x := range a {
		dst[i] = s * (x + o)
	}
	exps(dst)
	for i, y := range dst {
		dst[i] = float64(k*y) + c
	}
}

// ScaledExp is k·e^(s·x) + c, rounded at each step.
func ScaledExp(x, s, k, c float64) float64 { return float64(k*Exp1(s*x)) + c }

// overExpGo sets dst[i] = n/(k·e^(s·(a[i]+o)) + c).
func overExpGo(dst, a []float64, o, s, k, c, n float64) {
	a = a[:len(dst)]
	if len(dst) < enough {
		for i, x := range a {
			dst[i] = n / ScaledExp(x+o, s, k, c)
		}
		return
	}
	for i, x := range a {
		dst[i] = s * (x + o)
	}
	exps(dst)
	for i, y := range dst {
		dst[i] = n / (float64(k*y) + c)
	}
}

// linoidGo sets dst[i] = n·x/(k·e^(s·x) + c) of x = a[i] + o, or p + q·x where
// |x| < w.
func linoidGo(dst, a []float64, o, s, k, c, w, p, q, n float64) {
	a = a[:len(dst)]
	if len(dst) < enough {
		for i, x := range a {
			dst[i] = Linoid(x+o, s, k, c, w, p, q, n)
		}
		return
	}
	var buf [expChunk]float64
	for len(dst) > 0 {
		y := buf[:min(expChunk, len(dst))]
		to, from := dst[:len(y)], a[:len(y)]
		for i, x := range from {
			y[i] = s * (x + o)
		}
		exps(y)
		for i, e := range y {
			x := from[i] + o
			z := float64(n*x) / (float64(k*e) + c)
			if math.Abs(x) < w {
				z = p + float64(q*x)
			}
			to[i] = z
		}
		dst, a = dst[len(y):], a[len(y):]
	}
}

// Linoid is n·x/(k·e^(s·x) + c), or p + q·x where |x| < w.
func Linoid(x, s, k, c, w, p, q, n float64) float64 {
	if math.Abs(x) < w {
		return p + float64(q*x)
	}
	return float64(n*x) / ScaledExp(x, s, k, c)
}

// relaxGo sets dst[i] = a[i] + (b[i]-a[i])·(1 - e^(s·r[i])).
func relaxGo(dst, a, b, r []float64, s float64) {
	a, b, r = a[:len(dst)], b[:len(dst)], r[:len(dst)]
	if len(dst) < enough {
		for i, x := range r {
			dst[i] = Relax(a[i], b[i], s*x)
		}
		return
	}
	var buf [expChunk]float64
	for len(dst) > 0 {
		y := buf[:min(expChunk, len(dst))]
		for i, x := range r[:len(y)] {
			y[i] = s * x
		}
		relaxTo(dst[:len(y)], a[:len(y)], b[:len(y)], y)
		dst, a, b, r = dst[len(y):], a[len(y):], b[len(y):], r[len(y):]
	}
}

// relaxOverGo sets dst[i] = a[i] + (b[i]-a[i])·(1 - e^(s/r[i])).
func relaxOverGo(dst, a, b, r []float64, s float64) {
	a, b, r = a[:len(dst)], b[:len(dst)], r[:len(dst)]
	if len(dst) < enough {
		for i, x := range r {
			dst[i] = Relax(a[i], b[i], s/x)
		}
		return
	}
	var buf [expChunk]float64
	for len(dst) > 0 {
		y := buf[:min(expChunk, len(dst))]
		for i, x := range r[:len(y)] {
			y[i] = s / x
		}
		relaxTo(dst[:len(y)], a[:len(y)], b[:len(y)], y)
		dst, a, b, r = dst[len(y):], a[len(y):], b[len(y):], r[len(y):]
	}
}

// relaxTo sets dst[i] = a[i] + (b[i]-a[i])·(1 - e^y[i]), and overwrites y.
func relaxTo(dst, a, b, y []float64) {
	exps(y)
	for i, e := range y {
		dst[i] = a[i] + float64((b[i]-a[i])*(1-e))
	}
}

// Relax is a + (b - a)·(1 - e^x).
func Relax(a, b, x float64) float64 { return a + float64((b-a)*(1-Exp1(x))) }

// Exp1 is e^x, with the digits of Loops.Exp.
func Exp1(x float64) float64 {
	if x > expMax {
		x = expMax
	}
	if x < expMin {
		x = expMin
	}
	shifted, r := expReduce(x)
	return expScale(expPoly(r), shifted)
}

// expReduce takes the multiple of ln2 off x: r is left, and shifted has it in its last
// bits.
func expReduce(x float64) (shifted, r float64) {
	shifted = math.FMA(x, perLn2, shifter)
	m := shifted - shifter
	return shifted, math.FMA(-m, ln2Lo, math.FMA(-m, ln2Hi, x))
}

// expPoly is e^r.
func expPoly(r float64) float64 {
	r2 := r * r
	even := math.FMA(math.FMA(math.FMA(math.FMA(e10, r2, e8), r2, e6), r2, e4), r2, e2)
	odd := math.FMA(math.FMA(math.FMA(math.FMA(e11, r2, e9), r2, e7), r2, e5), r2, e3)
	return math.FMA(math.FMA(math.FMA(odd, r, even), r, 1), r, 1)
}

// expScale is 2^m·y, in two factors, as it need not be a normal number; the first
// product is exact.
func expScale(y, shifted float64) float64 {
	n := uint32(math.Float64bits(shifted)) // m + 2·expBias
	half := n >> 1
	y *= math.Float64frombits(uint64(half) << 52)
	return y * math.Float64frombits(uint64(n-half)<<52)
}
