package libm

import "math"

// Pow is x to the power y, for a positive finite x; for another it is math.Pow.
func Pow(x, y float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || y-y != 0 {
		return math.Pow(x, y)
	}
	hi, lo := logParts(x)
	hi, rest := add(hi, lo)
	p := float64(y * hi)
	return expParts(p, math.FMA(y, hi, -p)+float64(y*rest))
}

// Exp is e to the power x.
func Exp(x float64) float64 {
	if x-x != 0 {
		return math.Exp(x)
	}
	return expParts(x, 0)
}

// expParts gives exp(x + lo), where lo is a small correction of x.
//
// With x + lo = k·log 2 + r, it is 2^k (1 + r + r²/2 + r³/6 + ...), of which the
// first three terms are kept as sums of two numbers.
func expParts(x, lo float64) float64 {
	const (
		ln2Hi = 0x1.62e42fefa38p-1 // short enough for k·ln2Hi to be exact
		ln2Lo = 0x1.ef35793c7673p-45
	)
	if x > 710 || x < -746 || x != x {
		return math.Exp(x)
	}
	k := math.RoundToEven(x / math.Ln2)
	r, rest := add(x-float64(k*ln2Hi), lo-float64(k*ln2Lo))
	square := float64(r * r)
	half, halfRest := float64(square/2), float64(math.FMA(r, r, -square)/2)
	p := 1.0 / 6227020800
	p = math.FMA(p, r, 1.0/479001600)
	p = math.FMA(p, r, 1.0/39916800)
	p = math.FMA(p, r, 1.0/3628800)
	p = math.FMA(p, r, 1.0/362880)
	p = math.FMA(p, r, 1.0/40320)
	p = math.FMA(p, r, 1.0/5040)
	p = math.FMA(p, r, 1.0/720)
	p = math.FMA(p, r, 1.0/120)
	p = math.FMA(p, r, 1.0/24)
	p = math.FMA(p, r, 1.0/6)
	sum, lost := add(1, r)
	sum, lost2 := add(sum, half)
	tail := lost + (lost2 + (halfRest + (float64(rest*(1+r)) + float64(p*square*r))))
	return math.Ldexp(sum+tail, int(k))
}
