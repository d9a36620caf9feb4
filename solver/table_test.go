package solver

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/section"
)

// A table whose code sets what the table depends on is made once, as in
// NEURON: what it was made with counts from then on, so that the values from
// INITIAL stay.
func TestTableSetsWhatItDependsOn(t *testing.T) {
	m := section.New()
	if _, err := m.Load(section.ModFile{Name: "tab.mod", Text: `
NEURON { SUFFIX tab RANGE inf, q, n }
ASSIGNED { v inf q celsius n }
INITIAL { rates(v) }
BREAKPOINT { n = n + 1 }
PROCEDURE rates(v) {
	q = 3^((celsius - 24)/10)
	TABLE inf DEPEND q FROM -100 TO 30 WITH 130
	inf = q/(1 + exp(-(v + 50)/7))
}`}); err != nil {
		t.Fatal(err)
	}
	m.Celsius = 30
	s := m.NewSection("s")
	if err := s.Insert("tab"); err != nil {
		t.Fatal(err)
	}
	sv := New(m)
	if err := sv.Finitialize(-65, true); err != nil {
		t.Fatal(err)
	}
	inf, err := s.Get("inf_tab")
	if err != nil {
		t.Fatal(err)
	}
	want := math.Pow(3, 0.6) / (1 + math.Exp(15./7)) // at a point of the table
	if math.Abs(inf-want) > 1e-12 {
		t.Errorf("inf at -65 mV after finitialize: %v, want %v", inf, want)
	}
}
