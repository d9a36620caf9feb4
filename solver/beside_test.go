package solver

import (
	"testing"

	"github.com/gneuron/gneuron/section"
)

// TestBeside: a solver beside another has its settings, and none of what it runs.
func TestBeside(t *testing.T) {
	s := New(section.New())
	s.VInit, s.TStop, s.StepsPerMs, s.NstepSteprun, s.DefaultThreads = -70, 12, 20, 2, 3
	for _, err := range []error{s.SetDt(0.05), s.SetSecondorder(2), s.SetThreads(2), s.SetT(7)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s.OnInitialize(1, func() error { t.Error("a handler of the other solver ran"); return nil })
	m := s.Model.Beside()
	m.NewSection("soma")
	other := s.Beside(m)
	if err := other.Finitialize(other.VInit, true); err != nil {
		t.Fatal(err)
	}
	if other.VInit != -70 || other.TStop != 12 || other.StepsPerMs != 20 || other.NstepSteprun != 2 ||
		other.DefaultThreads != 3 || other.Dt() != 0.05 || other.Secondorder() != 2 || other.Threads() != 2 {
		t.Errorf("its settings are not those of the other: %+v", other)
	}
	if s.T() != 7 || other.T() != 0 {
		t.Errorf("t is %g and %g", s.T(), other.T())
	}
}
