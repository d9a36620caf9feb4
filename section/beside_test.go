package section

import (
	"slices"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
)

// TestBeside: a model beside another knows the same mechanisms in the same order,
// ions of its own included, starts with the same numbers, and is another one.
func TestBeside(t *testing.T) {
	m, _ := newTestModel(t)
	list, err := m.Load(
		ModFile{Name: "leak.mod", Text: "NEURON { SUFFIX leak\n USEION cl READ ecl WRITE icl VALENCE -1\n GLOBAL g }\nPARAMETER { g = 0.1 }\nASSIGNED { ecl icl v }\nBREAKPOINT { icl = g*(v - ecl) }"},
		ModFile{Name: "tab.mod", Text: "NEURON { SUFFIX tab\n RANGE y }\nASSIGNED { y v }\nFUNCTION_TABLE f(x)\nINITIAL { y = f(v) }"},
		ModFile{Name: "lib.mod", Text: "NEURON { SUFFIX nothing }\nFUNCTION twice(x) { twice = 2*x }"})
	ok(t, err)
	leak, tab := list[0], list[1]
	ok(t, m.SetCelsius(30))
	set := func(mech *mechanism.Mechanism, x float64) {
		t.Helper()
		if err := mech.SetGlobal(mech.Type.Global("g"), 0, x); err != nil {
			t.Fatal(err)
		}
	}
	set(leak, 7)
	if err := tab.FillFunctionTable(0, []float64{5}); err != nil {
		t.Fatal(err)
	}
	soma := m.NewSection("soma")
	ok(t, soma.Insert("leak"))
	ok(t, soma.Insert("hh"))

	other := m.Beside()
	names := func(m *Model) []string {
		var names []string
		for _, mech := range m.Mechs.InOrder() {
			names = append(names, mech.Type.Name)
		}
		return names
	}
	if got, want := names(other), names(m); !slices.Equal(got, want) || !slices.Contains(got, "cl_ion") {
		t.Errorf("its mechanisms are %v, want %v", got, want)
	}
	theirs := other.Mechs.Get("leak")
	if other.Celsius != 30 || theirs.Globals[theirs.Type.Global("g").Index] != 7 {
		t.Errorf("celsius %g, globals of leak %v", other.Celsius, theirs.Globals)
	}
	if other.Mechs.Get("cl_ion").Charge != -1 || other.Mechs.Library("twice") == nil {
		t.Error("the charge of the ion or the library is lost")
	}
	if l := other.Mechs.Get("tab").Lookups[0]; !slices.Equal(l.Values, []float64{5}) {
		t.Errorf("the FUNCTION_TABLE has %v", l.Values)
	}
	if len(other.Sections()) != 0 || theirs.Table.Len() != 0 {
		t.Error("it is not empty")
	}
	set(theirs, 8)
	cell := other.NewSection("cell")
	ok(t, cell.Insert("leak"))
	ok(t, cell.Insert("pas")) // not used by the first
	if leak.Globals[leak.Type.Global("g").Index] != 7 || leak.Table.Len() != 1 || len(m.Sections()) != 1 {
		t.Error("the first model has changed")
	}
	if id, in := (Segment{cell, 0.5}).MechRow(other.Mechs.Get("cl_ion")); !in || !(mechanism.Handle{Table: other.Mechs.Get("cl_ion").Table, ID: id}).Valid() {
		t.Error("its leak does not use its own ion")
	}
}
