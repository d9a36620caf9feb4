package section

import (
	"testing"

	"github.com/gneuron/gneuron/fault"
)

func TestNewKnowsBuiltins(t *testing.T) {
	m := New()
	for _, name := range []string{"pas", "hh", "fastpas"} {
		s := m.NewSection("s")
		ok(t, s.Insert(name))
		checkModel(t, m)
	}
	p, err := m.NewPointProcess("IClamp")
	ok(t, err)
	ok(t, p.Locate(at(t, m.Sections()[0], .5)))
	ok(t, p.Set("amp", .1))
	checkModel(t, m)
}

const leak = `NEURON {
	SUFFIX leak
	NONSPECIFIC_CURRENT i
	RANGE g, i
}
PARAMETER { g = 2 (S/cm2) <0, 10> }
ASSIGNED { v (mV) i (mA/cm2) }
BREAKPOINT { i = g*v }
`

func TestLoad(t *testing.T) {
	m := New()
	mech, err := m.Load("leak.mod", leak)
	ok(t, err)
	if mech.Builtin {
		t.Error("a loaded mechanism is not built in")
	}
	var warnings []string
	m.Warn = func(text string) { warnings = append(warnings, text) }
	s := m.NewSection("soma")
	ok(t, s.Insert("leak"))
	if g, err := s.Get("g_leak"); err != nil || g != 2 {
		t.Fatalf("g_leak is %g, %v", g, err)
	}
	// limits of a user's file warn, once
	ok(t, s.Set("g_leak", 20))
	ok(t, s.Set("g_leak", 30))
	if len(warnings) != 1 || warnings[0] != "soma.g_leak = 30 is outside 0 to 10" && warnings[0] != "soma.g_leak = 20 is outside 0 to 10" {
		t.Errorf("warnings: %q", warnings)
	}
	_, err = m.Load("leak.mod", leak)
	if err == nil || err.Error() != "mechanism leak is in use and cannot be replaced" {
		t.Errorf("replacing a used mechanism: %v", err)
	}
	_, err = m.Load("bad.mod", "NEURON { SUFFIX bad }\nBREAKPOINT { i = }\n")
	if e := fault.As(err); e == nil || e.Pos.File != "bad.mod" || e.Pos.Line != 2 {
		t.Errorf("a wrong file: %v", err)
	}
}

func BenchmarkBuiltins(b *testing.B) {
	for b.Loop() {
		New()
	}
}
