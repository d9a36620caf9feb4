package nmodl_test

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver"
)

// A SOLVE inside an if runs in any case, before the rest of the block, as
// NEURON translates it: in kernels, and (with VERBATIM) on single instances.
func TestSolveInsideIf(t *testing.T) {
	for _, c := range []struct{ name, current, code string }{
		{"kernel", "", ""},
		{"kernel with current", "NONSPECIFIC_CURRENT i", ""},
		{"instance", "", "VERBATIM\n\tn += 1;\nENDVERBATIM"},
		{"instance with current", "NONSPECIFIC_CURRENT i", "VERBATIM\n\tn += 1;\nENDVERBATIM"},
	} {
		assign := ""
		if c.current != "" {
			assign = "i = 0*v"
		}
		m := section.New()
		if _, err := m.Load(section.ModFile{Name: "inside.mod", Text: `
NEURON { SUFFIX inside ` + c.current + ` RANGE off, n }
PARAMETER { off = 1 }
ASSIGNED { v n }
STATE { m }
INITIAL { m = 0 }
BREAKPOINT { if (off) { n = n + 10 } else { SOLVE s METHOD cnexp } ` + assign + ` }
DERIVATIVE s {
` + c.code + `
	m' = 1 - m
}`}); err != nil {
			t.Fatal(err)
		}
		s := m.NewSection("s")
		if err := s.Insert("inside"); err != nil {
			t.Fatal(err)
		}
		sv := solver.New(m)
		if err := sv.Finitialize(-65, true); err != nil {
			t.Fatal(err)
		}
		if err := sv.Fadvance(); err != nil {
			t.Fatal(err)
		}
		got, err := s.Get("m_inside")
		if err != nil {
			t.Fatal(err)
		}
		if want := 1 - math.Exp(-0.025); math.Abs(got-want) > 1e-15 {
			t.Errorf("%s: m = %v after a step, want %v", c.name, got, want)
		}
	}
}
