package simd

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// logUlp is the distance of y from log x in units in the last place: x/e^y is 1
// more than it, but for its square.
func logUlp(x, y float64) float64 {
	q := bigExp(-y)
	q.Mul(q, new(big.Float).SetFloat64(x))
	diff, _ := q.Sub(q, big.NewFloat(1)).Float64()
	return math.Abs(diff) / (math.Nextafter(math.Abs(y), math.Inf(1)) - math.Abs(y))
}

// TestLogWithinAUnit: the error that the comment on the logarithm states; the
// loops give the same bits.
func TestLogWithinAUnit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	worst, at := 0.0, 0.0
	for i := range 20000 {
		x := math.Exp(40 * r.NormFloat64())
		switch i % 4 {
		case 0:
			x = 0.5 + 1.5*r.Float64()
		case 1:
			x = 1 + 0.01*r.NormFloat64()
		case 2:
			x = math.Float64frombits(r.Uint64N(0x7ff0000000000000)) // all sizes, those below 1e-308 too
		}
		if u := logUlp(x, Log1(x)); u > worst {
			worst, at = u, x
		}
	}
	t.Logf("largest error %.3f ulp, of log %v", worst, at)
	if worst > 0.85 {
		t.Errorf("log %v is off by %.3f ulp", at, worst)
	}
	inf := math.Inf(1)
	for x, want := range map[float64]float64{0: -inf, inf: inf, 1: 0, -1: math.NaN(), -inf: math.NaN(), math.Copysign(0, -1): -inf, 5e-324: -744.4400719213812} {
		if got := Log1(x); !same(got, want) {
			t.Errorf("log %g = %v, want %v", x, got, want)
		}
	}
}
