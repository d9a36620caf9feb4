package script

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write stdlib/types/mechanisms.d.ts anew")

const generated = "../stdlib/types/mechanisms.d.ts"

// generatedTypes is what stdlib/types/mechanisms.d.ts must hold.
func generatedTypes() string {
	rt := New(Options{})
	defer rt.Close()
	return "// Written by `go test ./script -run TestMechanismTypes -update` from the mechanisms in\n" +
		"// stdlib/mod: change their comments, not this file.\n\n" + mechanismTypes(rt.neuron.m.Mechs.All())
}

// TestMechanismTypes holds that the declarations of the built-in mechanisms are
// those of stdlib/mod.
func TestMechanismTypes(t *testing.T) {
	want := generatedTypes()
	if *update {
		if err := os.WriteFile(generated, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(generated)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Error("stdlib/types/mechanisms.d.ts is stale: go test ./script -run TestMechanismTypes -update")
	}
}
