package section

import (
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
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
	_, err = m.Load(ModFile{Name: "bad.mod", Text: "NEURON { SUFFIX bad }\nBREAKPOINT { i = }\n"})
	if e := fault.As(err); e == nil || e.Pos.File != "bad.mod" || e.Pos.Line != 2 {
		t.Errorf("a wrong file: %v", err)
	}
}

// A changed file replaces its mechanism, unless something uses that.
func TestReload(t *testing.T) {
	m := New()
	file := ModFile{Name: "leak.mod", Text: leak}
	changed := ModFile{Name: "leak.mod", Text: strings.Replace(leak, "g = 2", "g = 3", 1)}
	first, err := m.Load(file)
	ok(t, err)
	second, err := m.Load(changed)
	ok(t, err)
	if second[0] == first[0] || second[0].Type.Var("g").Default != 3 {
		t.Error("the changed file did not replace its mechanism")
	}
	soma, dend, axon := m.NewSection("soma"), m.NewSection("dend"), m.NewSection("axon")
	refused := func(file ModFile, want, hint string) {
		t.Helper()
		before := m.Mechs.Get("leak")
		_, err := m.Load(ModFile{Name: "other.mod", Text: "NEURON { SUFFIX other }"}, file)
		if e := fault.As(err); e == nil || e.Error() != want || e.Hint != hint {
			t.Errorf("%v, want %s", err, want)
		}
		if m.Mechs.Get("leak") != before || m.Mechs.Get("other") != nil {
			t.Error("a refused load changed the model")
		}
	}
	ok(t, soma.Insert("leak"))
	refused(file, "mechanism leak cannot be replaced: section soma uses it", "uninsert it there first, or call n.reset()")
	ok(t, dend.Insert("leak"))
	refused(file, "mechanism leak cannot be replaced: section soma and section dend use it", "uninsert it there first, or call n.reset()")
	ok(t, axon.Insert("leak"))
	refused(file, "mechanism leak cannot be replaced: section soma and 2 more use it", "uninsert it everywhere first, or call n.reset()")
	// An unchanged file may be loaded again; its mechanism stays.
	same, err := m.Load(changed)
	ok(t, err)
	if same[0] != second[0] {
		t.Error("an unchanged file replaced its mechanism")
	}
	for _, s := range []*Section{soma, dend, axon} {
		ok(t, s.Uninsert("leak"))
	}
	_, err = m.Load(file)
	ok(t, err)

	clamp := ModFile{Name: "c.mod", Text: "NEURON { POINT_PROCESS leak NONSPECIFIC_CURRENT i }\nBREAKPOINT { i = 1 }\n"}
	_, err = m.Load(clamp)
	ok(t, err)
	p, err := m.NewPointProcess("leak")
	ok(t, err)
	refused(file, "mechanism leak cannot be replaced: leak[0] uses it", "delete it first, or call n.reset()")
	ok(t, p.Locate(at(t, soma, .5)))
	refused(file, "mechanism leak cannot be replaced: leak[0] in section soma uses it", "delete it first, or call n.reset()")
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
		m.Mechs.Reserved = func(name string, _ mechanism.Kind) bool { return name == "taken" }
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
