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
	file := ModFile{Name: "leak.mod", Text: leak}
	loaded, err := m.Load(file)
	ok(t, err)
	if loaded[0].Builtin {
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
	_, err = m.Load(file)
	if err == nil || err.Error() != "mechanism leak is in use and cannot be replaced" {
		t.Errorf("replacing a used mechanism: %v", err)
	}
	_, err = m.Load(ModFile{Name: "bad.mod", Text: "NEURON { SUFFIX bad }\nBREAKPOINT { i = }\n"})
	if e := fault.As(err); e == nil || e.Pos.File != "bad.mod" || e.Pos.Line != 2 {
		t.Errorf("a wrong file: %v", err)
	}
}

// Load takes all files or none.
func TestLoadAllOrNone(t *testing.T) {
	file := func(name, text string) ModFile {
		return ModFile{Name: name + ".mod", Text: "NEURON { " + text + " }\n"}
	}
	good := file("good", "SUFFIX good")
	for _, c := range []struct {
		with ModFile
		want string
	}{
		{file("bad", "SUFFIX bad }\nBREAKPOINT { x = y"), "bad.mod:2:14: x is not defined\nbad.mod:2:18: y is not defined"},
		{file("again", "SUFFIX good"), "two files define a mechanism good"},
		{file("mg", "SUFFIX usesmg USEION mg READ emg VALENCE 2 }\nNEURON { USEION ca READ eca VALENCE 1"), "ion ca has charge 2, not 1"},
		{file("ca", "SUFFIX usesca USEION ca READ eca VALENCE 3"), "ion ca has charge 2, not 3"},
		{file("taken", "SUFFIX taken"), "a mechanism cannot be called taken: that name has a meaning already"},
	} {
		m := New()
		m.Mechs.Reserved = func(name string) bool { return name == "taken" }
		before := len(m.Mechs.All())
		_, err := m.Load(good, c.with)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.with.Name, err, c.want)
		}
		if n := len(m.Mechs.All()); n != before {
			t.Errorf("%s: %d mechanisms more", c.with.Name, n-before)
		}
	}
}

func BenchmarkBuiltins(b *testing.B) {
	for b.Loop() {
		New()
	}
}
