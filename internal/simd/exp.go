package simd

import (
	"math"
	"math/big"
)

// The exponential by argument reduction to |r| <= ln2/32 with a table of
// sixteenths of a power of two, and a polynomial of degree 7 (the Taylor
// series; its remainder is below 2^-59 there). The error stays below 0.6
// units in the last place.
//
// Method: P. T. P. Tang (1989), Table-driven implementation of the exponential
// function in IEEE floating-point arithmetic, ACM TOMS 15:144-157.
const (
	perLn2  = 16 / math.Ln2
	ln2Hi   = 0x1.62e42fefa0000p-5  // leading bits of ln2/16: products with a 15-bit integer are exact
	ln2Lo   = 0x1.cf79abc9e3b39p-44 // the rest
	shifter = 0x1.8p52              // adding it rounds to the nearest integer
	expMax  = 709.0
	expMin  = -708.0
)

// exp2Hi and exp2Lo are 2^(i/16), to nearest, and what that leaves out.
var exp2Hi, exp2Lo = func() (hi, lo [16]float64) {
	const prec = 160
	root := big.NewFloat(2).SetPrec(prec)
	for range 4 {
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

// Exp sets dst[i] = e^a[i].
func Exp(dst, a []float64) {
	a = a[:len(dst)]
	for i := range dst {
		x := a[i]
		if !(x < expMax && x > expMin) {
			dst[i] = math.Exp(x)
			continue
		}
		kf := x*perLn2 + shifter
		k := int32(math.Float64bits(kf))
		kf -= shifter
		r := (x - kf*ln2Hi) - kf*ln2Lo
		r2 := r * r
		p := r + r2*((0.5+r*(1.0/6))+r2*((1.0/24+r*(1.0/120))+r2*(1.0/720+r*(1.0/5040))))
		s := exp2Hi[k&15]
		y := s + (s*p + exp2Lo[k&15])
		dst[i] = math.Float64frombits(math.Float64bits(y) + uint64(int64(k>>4)<<52))
	}
}
