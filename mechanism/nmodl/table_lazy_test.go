package nmodl_test

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver"
)

// What a table's variable holds before the table is first used: NEURON makes
// the tables of a thread-safe file before INITIAL, which leaves the values of
// the table's end; those of another file when they are first used.
func TestVariableOfTableBeforeItsUse(t *testing.T) {
	for _, c := range []struct {
		lists string
		want  float64
	}{
		{"GLOBAL inf", 0},
		{"GLOBAL inf THREADSAFE", 10},
		{"RANGE inf", 10},
	} {
		m := section.New()
		if _, err := m.Load(section.ModFile{Name: "early.mod", Text: `
NEURON { SUFFIX early ` + c.lists + ` }
ASSIGNED { v inf }
STATE { m }
INITIAL { m = inf }
BREAKPOINT { rates(v) }
PROCEDURE rates(u) { TABLE inf FROM -100 TO 100 WITH 200  inf = u/10 }`}); err != nil {
			t.Fatal(err)
		}
		s := m.NewSection("s")
		if err := s.Insert("early"); err != nil {
			t.Fatal(err)
		}
		if err := solver.New(m).Finitialize(-65, true); err != nil {
			t.Fatal(err)
		}
		got, err := s.Get("m_early")
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: m = %v, want %v", c.lists, got, c.want)
		}
	}
}
