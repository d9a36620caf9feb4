package simd

import (
	"math"
	"math/big"
	"math/rand"
	"testing"
)

// expUlp is the distance of got from e^x in units in the last place, with e^x
// summed to 200 bits.
func expUlp(x, got float64) float64 {
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
	want, _ := sum.Float64()
	diff, _ := new(big.Float).Sub(sum, new(big.Float).SetFloat64(got)).Float64()
	return math.Abs(diff) / (math.Nextafter(want, math.Inf(1)) - want)
}

func TestExpStaysBelowThreeQuartersOfAUnit(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	worst := 0.0
	for range 5000 {
		x := []float64{(r.Float64() - 0.5) * 60}
		y := []float64{0}
		Exp(y, x, 1, 1, 0)
		worst = max(worst, expUlp(x[0], y[0]))
	}
	if worst > 0.75 {
		t.Errorf("largest error %.3f ulp", worst)
	}
}

func TestExpAtTheEdges(t *testing.T) {
	x := []float64{0, 708.9, 709, 710, -707.9, -708, -745, -800, math.Inf(1), math.Inf(-1)}
	y := make([]float64, len(x))
	Exp(y, x, 1, 1, 0)
	for i := range x {
		if want := math.Exp(x[i]); math.Abs(y[i]-want) > 3e-16*want {
			t.Errorf("Exp(%g) = %g, want %g", x[i], y[i], want)
		}
	}
	Exp(y[:1], []float64{math.NaN()}, 1, 1, 0)
	if !math.IsNaN(y[0]) {
		t.Errorf("Exp(NaN) = %g", y[0])
	}
}

func TestTableHoldsItsEnds(t *testing.T) {
	table := []float64{10, 20, 40, 40} // three values and the row beyond
	x := []float64{-5, 0, 0.5, 1.5, 2, 9, math.NaN()}
	index, theta, y := make([]float64, 7), make([]float64, 7), make([]float64, 7)
	TableIndex(index, theta, x, 0, 1, 2)
	TableRead(y, index, theta, table, 0, 1)
	for i, want := range []float64{10, 10, 15, 30, 40, 40} {
		if y[i] != want {
			t.Errorf("at %g: %g, want %g", x[i], y[i], want)
		}
	}
	if !math.IsNaN(y[6]) {
		t.Errorf("at NaN: %g", y[6])
	}
}

func BenchmarkExp(b *testing.B) {
	x, y := make([]float64, 256), make([]float64, 256)
	for i := range x {
		x[i] = float64(i-128) / 20
	}
	for b.Loop() {
		Exp(y, x, 1, 1, 0)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/256, "ns/element")
}
