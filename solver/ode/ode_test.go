package ode

import (
	"math"
	"testing"
)

func mustNamed(t testing.TB, name string) *Model {
	t.Helper()
	m, err := Named(name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func newBatch(t testing.TB, m *Model, n int, single bool) *Batch {
	t.Helper()
	b, err := m.NewBatch(n, single)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Initialize(0); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestModelsRun(t *testing.T) {
	for _, name := range Models() {
		m := mustNamed(t, name)
		for _, method := range Methods {
			b := newBatch(t, m, 3, false)
			if len(m.States) == 0 {
				continue
			}
			r, err := b.Run(Run{To: 20, Method: method, Step: 0.01, Record: []int{m.States[0].Column}})
			if err != nil {
				t.Fatal(name, method.Name, err)
			}
			t.Log(name, method.Name, r.Steps, r.Rejected, r.Samples[0][2][len(r.T)-1])
			for _, x := range r.Samples[0][2] {
				if math.IsNaN(x) {
					t.Fatal(name, method.Name, "NaN")
				}
			}
		}
	}
}
