package solver

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/vector"
)

// variable is a range variable as a Source.
type variable struct {
	g    section.Segment
	name string
}

func (x variable) Resolve() (mechanism.Handle, bool, error) {
	h, err := x.g.Var(x.name)
	return h, true, err
}
func (x variable) Value() (float64, error)  { return x.g.Get(x.name) }
func (x variable) SetValue(y float64) error { return x.g.Set(x.name, y) }
func (x variable) IsTime() bool             { return false }
func (x variable) String() string           { return x.g.String() + "._ref_" + x.name }

// computed is a function of a script: it is in no table and may do anything.
type computed struct{ do func() float64 }

func (x computed) Resolve() (mechanism.Handle, bool, error) { return mechanism.Handle{}, false, nil }
func (x computed) Value() (float64, error)                  { return x.do(), nil }
func (x computed) SetValue(float64) error                   { return nil }
func (x computed) IsTime() bool                             { return false }
func (x computed) String() string                           { return "function" }

// TestUniformColumnsGiveTheSameBits changes single values of what is the same
// everywhere in all ways that there are, before, between and within runs, and
// compares all samples with those of tables that store everything for each row.
func TestUniformColumnsGiveTheSameBits(t *testing.T) {
	defer func(n int) { mechanism.UniformFrom = n }(mechanism.UniformFrom)
	run := func(from int) (samples []float64, uniform int) {
		mechanism.UniformFrom = from
		s := hhCable(t, 301, true)
		try := func(errs ...error) {
			t.Helper()
			for _, err := range errs {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		axon := s.Model.Sections()[0]
		at := func(x float64) section.Segment {
			g, err := axon.At(x)
			try(err)
			return g
		}
		var vectors []*vector.Vector
		record := func(src Source) {
			v := vector.Of(nil)
			vectors = append(vectors, v)
			_, err := s.Record(v, src, 0, nil)
			try(err)
		}
		hh := s.Model.Mechs.Get("hh").Table
		count := func() {
			for c := range hh.Columns() {
				if hh.Values(c).Uniform {
					uniform++
				}
			}
		}
		for _, x := range []float64{0.1, 0.3, 0.5, 0.9} {
			record(variable{at(x), "v"})
		}
		record(variable{at(0.2), "m_hh"})
		count()
		// One row between runs, and back.
		try(at(0.3).Set("gnabar_hh", 0.2), s.Finitialize(-65, true), s.Continuerun(2))
		try(at(0.3).Set("gnabar_hh", 0.12), at(0.7).Set("cm", 2), at(0.7).Set("ena", 55), s.Finitialize(-65, true), s.Continuerun(2))
		// Recorded, and played into.
		record(variable{at(0.3), "el_hh"})
		_, err := s.Play(vector.Of([]float64{-54, -50, -60}), variable{at(0.5), "gl_hh"}, vector.Of([]float64{0, 1, 2}), 0, true)
		try(err)
		values := vector.Of([]float64{0.036, 0.04, 0.03})
		_, err = s.Play(values, variable{at(0.4), "gkbar_hh"}, nil, 0.5, false)
		try(err)
		try(s.Finitialize(-60, true), s.Continuerun(1))
		s.StopRecording(values)
		count()
		// A new structure makes uniform what is so again.
		other := s.Model.NewSection("other")
		try(other.Connect(axon, 1, 0), other.Insert("hh"), other.Insert("pas"))
		// Within a step, and after one.
		done := true
		record(computed{func() float64 {
			if s.t > 0.5 && !done {
				done = true
				try(at(0.6).Set("gnabar_hh", 0.3))
			}
			return s.t
		}})
		try(s.Finitialize(-65, true))
		count()
		done = false
		s.At(1.5, func() error { return at(0.8).Set("ek", -70) })
		try(s.Continuerun(3))
		state, err := s.Save()
		try(err)
		try(at(0.1).Set("nai", 11), at(0.1).Set("ena", 40), s.Continuerun(3.5), s.Restore(state, false), s.Continuerun(4))
		count()
		for _, v := range vectors {
			samples = append(samples, v.Data()...)
		}
		return samples, uniform
	}
	want, none := run(math.MaxInt)
	got, some := run(1)
	if none != 0 || some == 0 {
		t.Errorf("%d and %d uniform columns: want none and some", none, some)
	}
	if len(got) != len(want) || len(want) < 1000 {
		t.Fatalf("%d samples, want %d", len(got), len(want))
	}
	for i, x := range got {
		if math.Float64bits(x) != math.Float64bits(want[i]) {
			t.Fatalf("sample %d is %v, want %v", i, x, want[i])
		}
	}
}

// TestParametersAreStoredOnce counts the numbers of an hh cable that have a place
// for each segment: potentials, the matrix, states, currents.
func TestParametersAreStoredOnce(t *testing.T) {
	s := hhCable(t, 2000, true)
	tables := map[string]int{"hh": 6, "na_ion": 2, "k_ion": 2}
	for name, want := range tables {
		table := s.Model.Mechs.Get(name).Table
		full := 0
		for c := range table.Columns() {
			if !table.Values(c).Uniform {
				full++
			}
		}
		if full != want {
			t.Errorf("%s has %d columns with a number for each row, want %d", name, full, want)
		}
	}
}
