package simd

import (
	"math"
	"math/big"
)

// The exponential by argument reduction to |r| <= ln2/128 with a table of
// sixty-fourths of a power of two, and the Taylor polynomial of degree 5 (its
// remainder is below 2^-54). The error stays below 0.75 units in the last place.
//
// Method: P. T. P. Tang (1989), Table-driven implementation of the exponential
// function in IEEE floating-point arithmetic, ACM TOMS 15:144-157.
const (
	perLn2  = 64 / math.Ln2
	ln2Hi   = 0x1.62e42fefa0000p-7  // leading 36 bits of ln2/64: products with a 16-bit integer are exact
	ln2Lo   = 0x1.cf79abc9e3b39p-46 // the rest
	shifter = 0x1.8p52              // adding it rounds to the nearest integer
	expMax  = 709.0
	expMin  = -708.0
)

// exp2Hi and exp2Lo are 2^(i/64), to nearest, and what that leaves out.
var exp2Hi, exp2Lo = func() (hi, lo [64]float64) {
	const prec = 160
	root := big.NewFloat(2).SetPrec(prec)
	for range 6 {
		root.Sqrt(root)
	}
	x := big.NewFloat(1).SetPrec(prec)
	for i := range hi {
		hi[i], _ = x.Float64()
		lo[i], _ = new(big.Float).Sub(x, big.NewFloat(hi[i])).Float64()
		x.Mul(x, root)
	}
	return hi, lo
}()

// Exp sets dst[i] = k·e^(s·a[i]) + c. The product s·a is rounded before the
// exponential, as in separate steps.
func Exp(dst, a []float64, s, k, c float64) {
	a = a[:len(dst)]
	for i := range dst {
		x := s * a[i]
		if !(x < expMax && x > expMin) {
			dst[i] = k*math.Exp(x) + c
			continue
		}
		shifted := x*perLn2 + shifter
		n := int32(math.Float64bits(shifted))
		m := shifted - shifter
		r := (x - m*ln2Hi) - m*ln2Lo
		r2 := r * r
		p := r + r2*((0.5+r*(1.0/6))+r2*(1.0/24+r*(1.0/120)))
		hi := exp2Hi[n&63]
		y := hi + (hi*p + exp2Lo[n&63])
		dst[i] = k*math.Float64frombits(math.Float64bits(y)+uint64(int64(n>>6)<<52)) + c
	}
}

// Exp1 is Exp of one number, with the same digits.
func Exp1(x float64) float64 {
	y := [1]float64{x}
	Exp(y[:], y[:], 1, 1, 0)
	return y[0]
}
