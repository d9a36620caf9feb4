package simd

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// expUlp is the distance of got from e^x in units in the last place, with e^x
// to 200 bits.
func expUlp(x, got float64) float64 {
	sum := bigExp(x)
	want, _ := sum.Float64()
	unit := new(big.Float).SetFloat64(math.Nextafter(want, math.Inf(1)) - want)
	diff := new(big.Float).Sub(sum, new(big.Float).SetFloat64(got))
	ulp, _ := diff.Quo(diff, unit).Float64()
	return math.Abs(ulp)
}

// bigExp is e^x to 200 bits.
func bigExp(x float64) *big.Float {
	const prec = 200
	half := new(big.Float).SetPrec(prec).SetFloat64(x / 1024) // exact: a power of two
	sum := big.NewFloat(1).SetPrec(prec)
	term := big.NewFloat(1).SetPrec(prec)
	for k := 1; k < 80; k++ {
		term.Mul(term, half)
		term.Quo(term, big.NewFloat(float64(k)))
		sum.Add(sum, term)
	}
	for range 10 {
		sum.Mul(sum, sum)
	}
	return sum
}

// TestExpWithinAUnit: the error that the comment on the exponential states,
// over all of its range; the loops give the same bits.
func TestExpWithinAUnit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct{ from, to, bound float64 }{
		{-708, 709.7, 0.95}, {-1, 1, 0.95}, {-40, 40, 0.95}, {-745, -708, 1},
	} {
		worst, at := 0.0, 0.0
		for range 5000 {
			x := c.from + r.Float64()*(c.to-c.from)
			if u := expUlp(x, Exp1(x)); u > worst {
				worst, at = u, x
			}
		}
		t.Logf("%g to %g: largest error %.3f ulp, of e^%v", c.from, c.to, worst, at)
		if worst > c.bound {
			t.Errorf("e^%v is off by %.3f ulp", at, worst)
		}
	}
}

func TestExpAtTheEdges(t *testing.T) {
	x := []float64{0, 708.9, 709, 710, -707.9, -708, -745, -800, math.Inf(1), math.Inf(-1)}
	y := make([]float64, len(x))
	plain.Exp(y, x, 0, 1, 1, 0)
	for i := range x {
		if want := math.Exp(x[i]); math.Abs(y[i]-want) > 3e-16*want {
			t.Errorf("Exp(%g) = %g, want %g", x[i], y[i], want)
		}
	}
	plain.Exp(y[:1], []float64{math.NaN()}, 0, 1, 1, 0)
	if !math.IsNaN(y[0]) {
		t.Errorf("Exp(NaN) = %g", y[0])
	}
}
