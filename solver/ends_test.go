package solver

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// TestEndsStandApart runs a tree whose segments are alike, so that only the ends of
// its sections differ from them, and asks at different times for what follows from
// the columns that are stored once: all numbers are those of a model that
// stores everything.
func TestEndsStandApart(t *testing.T) {
	defer func(n int) { mechanism.UniformFrom = n }(mechanism.UniformFrom)
	run := func(from, secondorder int) (numbers []float64, uniform int) {
		mechanism.UniformFrom = from
		try := func(errs ...error) {
			t.Helper()
			for _, err := range errs {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		m := section.New()
		_, err := m.Load(section.ModFile{Name: "wide.mod", Text: `
NEURON { POINT_PROCESS wide RANGE d NONSPECIFIC_CURRENT i }
PARAMETER { diam }
ASSIGNED { i d }
BREAKPOINT { d = diam i = 0 }`})
		try(err)
		s := New(m)
		try(s.SetSecondorder(float64(secondorder)))
		var all []*section.Section
		for i := range 7 {
			x := m.NewSection("")
			all = append(all, x)
			try(x.SetL(100), x.Set("diam", 2), x.SetNseg(3), x.Insert("hh"))
			if i > 0 {
				try(x.Connect(all[(i-1)/2], 1, 0))
			}
		}
		clamp := func(at section.Segment) {
			p, err := m.NewPointProcess("IClamp")
			try(err, p.Locate(at))
			for name, x := range map[string]float64{"del": 0.1, "dur": 1, "amp": 0.3} {
				try(p.Set(name, x))
			}
		}
		at := func(k int, x float64) section.Segment {
			g, err := all[k].At(x)
			try(err)
			return g
		}
		look := func(name string) {
			for _, x := range all {
				for _, g := range x.AllSegments() {
					y, err := g.Get(name)
					try(err)
					numbers = append(numbers, y)
				}
			}
		}
		count := func(c int) {
			if m.Nodes.Values(c).Uniform {
				uniform++
			}
		}
		clamp(at(0, 0.5))
		try(s.Finitialize(-65, true), s.Continuerun(0.5))
		for _, c := range []int{mechanism.NodeArea, mechanism.NodeCm, mechanism.NodeDiam, mechanism.NodeICap} {
			count(c)
		}
		look("v")
		look("i_cap") // for the first time
		z := s.NewImpedance()
		z.Locate(at(3, 1))
		try(z.Compute(100, false))
		for _, x := range all {
			for _, g := range x.AllSegments() {
				y, err := z.Input(g)
				try(err)
				numbers = append(numbers, real(y), imag(y))
			}
		}
		clamp(at(4, 1)) // where an area is asked for
		clamp(at(0, 0))
		wide, err := m.NewPointProcess("wide") // and a diameter
		try(err, wide.Locate(at(5, 1)))
		try(s.Continuerun(1))
		count(mechanism.NodeArea)
		d, err := wide.Get("d")
		try(err)
		numbers = append(numbers, d)
		look("v")
		try(s.Continuerun(1.2))
		look("i_cap")
		try(at(2, 0.5).Set("cm", 3), all[5].SetL(120), s.Continuerun(1.4))
		look("v")
		look("i_cap")
		m.FastIMem = true
		try(s.Finitialize(-65, true), s.Continuerun(1))
		look("i_membrane_")
		look("diam")
		return numbers, uniform
	}
	for secondorder := range 3 {
		want, none := run(math.MaxInt, secondorder)
		got, some := run(1, secondorder)
		if none != 0 || some != 4 {
			t.Errorf("%d and %d uniform columns: want none and 4", none, some)
		}
		for i, x := range got {
			if math.Float64bits(x) != math.Float64bits(want[i]) {
				t.Fatalf("secondorder %d: number %d is %v, want %v", secondorder, i, x, want[i])
			}
		}
	}
}
