package random

import (
	"testing"
)

// every gives one generator of each kind.
func every() map[string]Generator {
	shared := &Shared{}
	return map[string]Generator{
		"ACG": NewAdditive(3, DefaultAdditive), "small ACG": NewAdditive(3, MinAdditive), "large ACG": NewAdditive(3, MaxAdditive),
		"MLCG": NewMultiplicative(3, 4), "Isaac64": NewIsaac(3, shared),
		"MCellRan4": NewRan4(3, 0, shared), "Random123": NewCounter(3, 1, 4, shared),
	}
}

// TestCopyAndReset: a copy goes on with the same numbers and leaves its original
// alone; Reset starts anew.
func TestCopyAndReset(t *testing.T) {
	for name, g := range every() {
		first := g.Float64()
		for range 1000 { // past the tables of all
			g.Float64()
		}
		c := g.Copy()
		for range 1000 {
			c.Float64()
		}
		again := g.Copy()
		c = g.Copy()
		for i := range 1000 {
			if x, y := c.Float64(), again.Float64(); x != y {
				t.Fatalf("%s: number %d of two copies is %v and %v", name, i, x, y)
			}
		}
		g.Reset()
		if x := g.Float64(); x != first {
			t.Errorf("%s: after Reset the first number is %v, want %v", name, x, first)
		}
	}
}

// TestUnit: numbers lie between 0 and 1 and fill the interval.
func TestUnit(t *testing.T) {
	for name, g := range every() {
		var tenths [10]int
		for range 10000 {
			x := g.Float64()
			if !(x >= 0 && x < 1) {
				t.Fatalf("%s gives %v", name, x)
			}
			tenths[int(10*x)]++
		}
		for i, n := range tenths { // 1000 of deviation 30
			if n < 850 || n > 1150 {
				t.Errorf("%s: %d of 10000 numbers lie from %g to %g", name, n, float64(i)/10, float64(i+1)/10)
			}
		}
	}
}

// TestCopyKeepsNormalPair: a copy of a Random has the second number of a pair,
// too.
func TestCopyKeepsNormalPair(t *testing.T) {
	for name, make := range map[string]func(float64, float64) (Distribution, error){"normal": Normal, "lognormal": LogNormal} {
		r := New(1, DefaultAdditive)
		d, err := make(2, 3)
		if err != nil {
			t.Fatal(err)
		}
		r.SetDistribution(d)
		r.Pick()
		c := r.Copy()
		for i := range 3 {
			if x, y := r.Pick(), c.Pick(); x != y {
				t.Errorf("%s: number %d is %v, of the copy %v", name, i, x, y)
			}
		}
	}
}

func BenchmarkPick(b *testing.B) {
	for name, g := range every() {
		b.Run(name, func(b *testing.B) {
			r := New(1, DefaultAdditive)
			r.SetGenerator(g)
			for b.Loop() {
				r.Pick()
			}
		})
	}
}
