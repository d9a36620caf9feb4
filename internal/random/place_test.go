package random

import (
	"bytes"
	"encoding/gob"
	"testing"
)

// TestPlace goes back to a place that went through gob, with every generator,
// and finds the same numbers.
func TestPlace(t *testing.T) {
	shared := &Shared{}
	for name, make := range map[string]func() Generator{
		"Random123": func() Generator { return NewCounter(1, 2, 3, shared) },
		"MCellRan4": func() Generator { return NewRan4(7, 9, shared) },
		"MLCG":      func() Generator { return NewMultiplicative(1, 2) },
		"ACG":       func() Generator { return NewAdditive(5, 55) },
		"Isaac64":   func() Generator { return NewIsaac(5, shared) },
	} {
		r := New(1, 55)
		r.SetGenerator(make())
		for range 1001 { // odd: a second number of a pair is kept
			r.Pick()
		}
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(r.Place()); err != nil {
			t.Fatal(err)
		}
		var want []float64
		for range 100 {
			want = append(want, r.Pick())
		}
		var p Place
		if err := gob.NewDecoder(&b).Decode(&p); err != nil {
			t.Fatal(err)
		}
		other := New(1, 55)
		other.SetGenerator(make())
		if !other.CanGo(p) {
			t.Fatalf("%s: CanGo is false", name)
		}
		other.Go(p)
		for i, x := range want {
			if y := other.Pick(); y != x {
				t.Fatalf("%s: number %d is %v, want %v", name, i, y, x)
			}
		}
		if name != "ACG" && New(1, 55).CanGo(p) {
			t.Errorf("%s: CanGo is true for an ACG", name)
		}
	}
}
