package simd

import (
	"math"
	"testing"
)

func TestTableHoldsItsEnds(t *testing.T) {
	table := []float64{10, 20, 40, 40} // three values and the row beyond
	x := []float64{-5, 0, 0.5, 1.5, 2, 9, math.NaN()}
	index, theta, y := make([]float64, 7), make([]float64, 7), make([]float64, 7)
	plain.TableIndex(index, theta, x, 0, 1, 2)
	plain.TableRead(y, index, theta, table, 0, 1)
	for i, want := range []float64{10, 10, 15, 30, 40, 40} {
		if y[i] != want {
			t.Errorf("at %g: %g, want %g", x[i], y[i], want)
		}
	}
	if !math.IsNaN(y[6]) {
		t.Errorf("at NaN: %g", y[6])
	}
}
