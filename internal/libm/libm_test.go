package libm

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// units counts by how many units of its last digit got is off the exact value.
func units(got float64, exact *big.Float) float64 {
	diff := new(big.Float).Sub(new(big.Float).SetFloat64(got), exact)
	unit := math.Abs(math.Nextafter(got, math.Inf(1)) - got)
	q, _ := new(big.Float).Quo(diff, new(big.Float).SetFloat64(unit)).Float64()
	return math.Abs(q)
}

func number(x float64) *big.Float { return new(big.Float).SetPrec(200).SetFloat64(x) }

// bigExp is exp(x) with 200 binary digits, by halving x until the series is short.
func bigExp(x *big.Float) *big.Float {
	const halvings = 20
	y := new(big.Float).SetPrec(240).SetMantExp(x, -halvings)
	sum, term := number(1).SetPrec(240), number(1).SetPrec(240)
	for n := 1.0; n < 40; n++ {
		term.Mul(term, y)
		term.Quo(term, number(n))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// bigLog is log(x), by Newton's method on bigExp.
func bigLog(x float64) *big.Float {
	y := number(math.Log(x))
	for range 4 {
		e := bigExp(y)
		step := new(big.Float).Quo(new(big.Float).Sub(e, number(x)), e)
		y.Sub(y, step)
	}
	return y
}

// TestUnits: the functions are good to 0.55 units of the last digit.
func TestUnits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const bound = 0.55
	for range 400 {
		x := r.ExpFloat64()
		if u := units(Log(x), bigLog(x)); u > bound && math.Abs(x-1) > 1e-9 {
			t.Errorf("Log(%.17g) is %.3f units off", x, u)
		}
		if u := units(Log10(x), new(big.Float).SetPrec(200).Quo(bigLog(x), bigLog(10))); u > bound && math.Abs(x-1) > 1e-9 {
			t.Errorf("Log10(%.17g) is %.3f units off", x, u)
		}
		y := r.NormFloat64() * 8
		if u := units(Exp(y), bigExp(number(y))); u > bound {
			t.Errorf("Exp(%.17g) is %.3f units off", y, u)
		}
		exact := bigExp(new(big.Float).SetPrec(240).Mul(bigLog(x), number(y)))
		if u := units(Pow(x, y), exact); u > bound {
			t.Errorf("Pow(%.17g, %.17g) is %.3f units off", x, y, u)
		}
	}
}

// TestEdges: where the methods above do not reach, the functions are math's.
func TestEdges(t *testing.T) {
	same := func(name string, got, want float64) {
		if math.Float64bits(got) != math.Float64bits(want) && !(got != got && want != want) {
			t.Errorf("%s = %g, want %g", name, got, want)
		}
	}
	inf := math.Inf(1)
	for _, x := range []float64{0, -1, inf, math.NaN(), 1} {
		same("Log", Log(x), math.Log(x))
		same("Log10", Log10(x), math.Log10(x))
		same("Pow(x, 0.5)", Pow(x, 0.5), math.Pow(x, 0.5))
		same("Pow(2, x)", Pow(2, x), math.Pow(2, x))
	}
	for _, x := range []float64{0, inf, -inf, math.NaN(), 800, -800} {
		same("Exp", Exp(x), math.Exp(x))
	}
	for _, x := range []float64{1e-300, 1e300, math.Nextafter(1, 2), math.Nextafter(1, 0), math.MaxFloat64} {
		if got, want := Log(x), math.Log(x); math.Abs(got-want) > 3e-16*math.Abs(want) {
			t.Errorf("Log(%g) = %.17g, want %.17g", x, got, want)
		}
	}
	same("Log of the smallest number", Log(5e-324), -744.4400719213812)
	same("Exp(-745)", Exp(-745), math.Exp(-745))
}

func BenchmarkLog(b *testing.B) {
	x := 0.3
	for b.Loop() {
		x = 0.5 - Log(x)*0.1
	}
}
