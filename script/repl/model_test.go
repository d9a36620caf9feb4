package repl

import (
	"bytes"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/script"
)

// Entering a declaration again deletes the object that it made before, but not
// one that it only gave another name.
func TestRedeclarationDeletes(t *testing.T) {
	var stderr bytes.Buffer
	s := NewSession(script.New(script.Options{Stderr: &stderr}))
	eval := func(code, want string) {
		t.Helper()
		r, err := s.Eval(code)
		if err != nil {
			t.Fatalf("%s: %v", code, err)
		}
		if r.Text != want && want != "*" {
			t.Errorf("%s gave %s, want %s", code, r.Text, want)
		}
	}
	const count = `[n.allsec().length, soma(0.5).point_processes().length]`
	eval(`const soma = n.Section("soma"); const ic = n.IClamp(soma(0.5)), alias = ic`, "*")
	eval(count, "[ 1, 1 ]")
	eval(`const ic = n.IClamp(soma(0.5))`, "*")
	eval(count, "[ 1, 1 ]")
	eval(`const alias = ic`, "*")
	eval(`const alias = 3`, "*")
	eval(count, "[ 1, 1 ]")
	eval(`n.IClamp(soma(0.5)); 1`, "1")
	eval(`const third = soma(0.5).point_processes()[0]`, "*")
	eval(`const third = null`, "*")
	eval(count, "[ 1, 2 ]")
	eval(`const soma = n.Section("soma"); const ic = n.IClamp(soma(0.5))`, "*")
	eval(count, "[ 1, 1 ]")
	eval(`const v = n.Vector().record(soma(0.5)._ref_v); const first = v`, "*")
	eval(`const v = n.Vector().record(soma(0.5)._ref_v)`, "*")
	eval(`n.finitialize(-65); [first.size(), v.size()]`, "[ 0, 1 ]")
	eval(`n.reset()`, "*")
	eval(`const soma = n.Section("soma")`, "*")
	eval(count, "[ 1, 0 ]")
	if out := stderr.String(); strings.Contains(out, "places") {
		t.Errorf("a replaced object is warned about: %s", out)
	}
}
