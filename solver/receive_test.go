package solver

import (
	"math"
	"testing"

	"github.com/gneuron/gneuron/section"
)

// placed makes a model of one section with a point process of the text.
func placed(t *testing.T, name, text string) (*section.Model, *section.Section, *section.PointProcess) {
	t.Helper()
	m := section.New()
	if _, err := m.Load(section.ModFile{Name: name + ".mod", Text: text}); err != nil {
		t.Fatal(err)
	}
	s := m.NewSection("s")
	p, err := m.NewPointProcess(name)
	if err != nil {
		t.Fatal(err)
	}
	at, err := s.At(0.5)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Locate(at); err != nil {
		t.Fatal(err)
	}
	return m, s, p
}

// In NET_RECEIVE, flag is that of the event even where the first argument is
// called so, and an assignment to v sets that of the node, as in NEURON.
func TestReceiveFlagAndV(t *testing.T) {
	m, s, _ := placed(t, "reset", `
NEURON { POINT_PROCESS reset }
ASSIGNED { v }
INITIAL { net_send(0, 1) }
NET_RECEIVE(flag) { if (flag == 1) { v = -60 } }`)
	if err := New(m).Finitialize(-65, true); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Get("v"); err != nil || v != -60 {
		t.Errorf("v = %v, %v; want -60", v, err)
	}
}

// What NET_RECEIVE assigns to a POINTER reaches what it points to.
func TestReceiveAssignsPointer(t *testing.T) {
	m, s, p := placed(t, "moving", `
NEURON { POINT_PROCESS moving POINTER to }
ASSIGNED { to }
INITIAL { net_send(0, 1) }
NET_RECEIVE(w) { to = to + 5 }`)
	sv := New(m)
	at, err := s.At(0.5)
	if err != nil {
		t.Fatal(err)
	}
	v, err := at.Var("v")
	if err != nil {
		t.Fatal(err)
	}
	if err := sv.SetPointer(p.Mech, p.ID, 0, place{at, "v"}); err != nil {
		t.Fatal(err)
	}
	if err := sv.Finitialize(-65, true); err != nil {
		t.Fatal(err)
	}
	if got := v.Get(); math.Abs(got+60) > 1e-12 {
		t.Errorf("v = %v, want -60", got)
	}
}
