package solver

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSequence compares a sequence with a plain list over random additions and
// removals.
func TestSequence(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var q sequence[NetCon, netconPlace]
	var want []*NetCon
	for range 5000 {
		if len(want) == 0 || r.IntN(100) < 52 {
			c := &NetCon{}
			q.add(c)
			want = append(want, c)
		} else {
			k := r.IntN(len(want))
			q.remove(want[k])
			want = slices.Delete(want, k, k+1)
		}
		if q.len() != len(want) {
			t.Fatalf("length %d, want %d", q.len(), len(want))
		}
		if r.IntN(20) == 0 && !slices.Equal(q.all(), want) {
			t.Fatal("the elements or their order differ")
		}
	}
	if len(q.items) > 2*len(want)+1 {
		t.Errorf("%d places for %d elements", len(q.items), len(want))
	}
}

// TestSequenceWhileIterating: a removal in the middle of an iteration, with or
// without a new listing, leaves the iteration at its elements.
func TestSequenceWhileIterating(t *testing.T) {
	var q sequence[NetCon, netconPlace]
	var want []*NetCon
	for range 10 {
		c := &NetCon{}
		q.add(c)
		want = append(want, c)
	}
	for i, c := range q.all() {
		if c != nil && c != want[i] {
			t.Fatalf("element %d is another one", i)
		}
		if i%2 == 0 {
			q.remove(want[i])
			q.all()
		}
	}
	if q.len() != 5 || q.all()[0] != want[1] {
		t.Error("the wrong ones are left")
	}
}
