package section

import (
	"slices"
	"sync"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
)

// TestBuiltinsAreDeclaredAsCompiled checks what a model knows of a built-in
// mechanism before it compiles it, and that it needs no ion but na, k and ca.
func TestBuiltinsAreDeclaredAsCompiled(t *testing.T) {
	for _, b := range builtins() {
		typ := b.compile()
		if typ.Name != b.name || typ.Kind != b.kind {
			t.Errorf("%s: declared as %s %s, compiled to %s %s", typ.File, b.kind, b.name, typ.Kind, typ.Name)
		}
		for _, u := range typ.Ions {
			if !slices.Contains([]string{"na", "k", "ca"}, u.Ion) {
				t.Errorf("%s uses the ion %s", typ.Name, u.Ion)
			}
		}
	}
}

func names(list []*mechanism.Mechanism) (out []string) {
	for _, m := range list {
		out = append(out, m.Type.Name)
	}
	return out
}

// TestOrderOfMechanismsDoesNotDependOnUse: what is used first, and what is loaded
// in between, changes neither the order of All nor that in which they run.
func TestOrderOfMechanismsDoesNotDependOnUse(t *testing.T) {
	mine := ModFile{Name: "mine.mod", Text: "NEURON { SUFFIX mine\n USEION na WRITE nai }\nSTATE { nai }\nINITIAL { nai = 1 }\nBREAKPOINT { nai = 2 }"}
	all := New()
	all.Mechs.All()
	if _, err := all.Load(mine); err != nil {
		t.Fatal(err)
	}
	want := names(all.Mechs.All())
	m := New()
	if got := names(m.Mechs.Made()); !slices.Equal(got, []string{"na_ion", "k_ion", "ca_ion", "extracellular"}) {
		t.Errorf("a new model has made %v", got)
	}
	for _, name := range []string{"pas", "IClamp", "hh"} {
		if m.Mechs.Get(name) == nil {
			t.Fatalf("no %s", name)
		}
	}
	if _, err := m.Load(mine); err != nil {
		t.Fatal(err)
	}
	if got, want := names(m.Mechs.InOrder()), []string{"na_ion", "k_ion", "ca_ion", "mine", "extracellular", "hh", "IClamp", "pas"}; !slices.Equal(got, want) {
		t.Errorf("they run in the order %v, want %v", got, want)
	}
	if got := names(m.Mechs.All()); !slices.Equal(got, want) {
		t.Errorf("after use of some: %v, want %v", got, want)
	}
	if got := names(m.Mechs.InOrder()); !slices.Equal(got, names(all.Mechs.InOrder())) {
		t.Errorf("they run in the order %v, want %v", got, names(all.Mechs.InOrder()))
	}
}

// TestReplacedBuiltinKeepsItsPlace: a user's mechanism takes the place of a
// built-in one that was never used.
func TestReplacedBuiltinKeepsItsPlace(t *testing.T) {
	want := names(New().Mechs.All())
	m := New()
	list, err := m.Load(ModFile{Name: "hh.mod", Text: "NEURON { SUFFIX hh\n RANGE a }\nPARAMETER { a = 3 }"})
	if err != nil {
		t.Fatal(err)
	}
	if m.Mechs.Get("hh") != list[0] || list[0].Builtin {
		t.Error("hh is not the one that was loaded")
	}
	if got := names(m.Mechs.All()); !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

// TestModelsShareTypes: models in several goroutines compile a built-in
// mechanism once.
func TestModelsShareTypes(t *testing.T) {
	types := make([]*mechanism.Type, 4)
	var wait sync.WaitGroup
	for i := range types {
		wait.Go(func() {
			m := New()
			m.Mechs.All()
			types[i] = m.Mechs.Get("Exp2Syn").Type
		})
	}
	wait.Wait()
	for _, typ := range types {
		if typ != types[0] {
			t.Error("two models have two types Exp2Syn")
		}
	}
}
