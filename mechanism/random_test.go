package mechanism

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// TestVsNEURON_ScopRandom compares with what NEURON draws
// (testdata/scop_random.py). Of the numbers that need a logarithm, one in some
// hundred may round to the neighbour.
func TestVsNEURON_ScopRandom(t *testing.T) {
	data, err := os.ReadFile("testdata/scop_random.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Seed                                  *float64
		Ran4                                  bool
		Uniform, Exponential, Normal, Poisson []float64
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	r := NewRegistry().random
	for k, c := range cases {
		if c.Seed != nil {
			r.SetSeed(*c.Seed)
		}
		r.Ran4 = c.Ran4
		for _, of := range []struct {
			name string
			want []float64
			draw func() float64
			tol  float64
		}{
			{"scop_random", c.Uniform, r.Float64, 0},
			{"exprand", c.Exponential, func() float64 { return r.Exp(2) }, 3e-16},
			{"normrand", c.Normal, func() float64 { return r.Normal(1, 2) }, 1e-15},
			{"poisrand", c.Poisson, func() float64 { return r.Poisson(3) }, 0},
		} {
			off := 0
			for i, want := range of.want {
				got := of.draw()
				if got != want {
					off++
				}
				if math.Abs(got-want) > of.tol*max(math.Abs(want), 0.1) {
					t.Errorf("case %d: %s %d is %.17g, NEURON has %.17g", k, of.name, i, got, want)
				}
			}
			if off*20 > len(of.want) {
				t.Errorf("case %d: %d of %d numbers of %s differ in the last digit", k, off, len(of.want), of.name)
			}
		}
	}
}
