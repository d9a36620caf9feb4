package section

import (
	"strings"
	"testing"
)

// The charge of an ion may be unknown; the first use of the ion tells.
func TestUnknownCharge(t *testing.T) {
	m := New()
	var warnings []string
	m.Warn = func(text string) { warnings = append(warnings, text) }
	if _, err := m.Load(ModFile{Name: "a.mod", Text: "NEURON { SUFFIX a USEION cal READ cali }"}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"one", "two"} {
		if err := m.NewSection(name).Insert("a"); err != nil {
			t.Fatal(err)
		}
	}
	want := "no .mod file says the charge of the ion cal (USEION cal ... VALENCE z), which is taken as -10000 as in NEURON"
	if got := strings.Join(warnings, "; "); got != want {
		t.Errorf("warned %q", got)
	}
}
