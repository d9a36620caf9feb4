package event

import (
	"math/rand"
	"slices"
	"testing"
)

type numbered int

func (numbered) Deliver(float64) {}

func TestEventsComeByTimeThenByInsertion(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var q Queue
	type put struct {
		t float64
		n int
	}
	var all []put
	for n := range 2000 {
		p := put{float64(r.Intn(50)), n}
		all = append(all, p)
		q.Put(p.t, numbered(n))
	}
	q.Remove(func(e Event) bool { return int(e.(numbered))%7 == 0 })
	all = slices.DeleteFunc(all, func(p put) bool { return p.n%7 == 0 })
	var copied Queue
	copied.CopyFrom(&q)
	slices.SortStableFunc(all, func(a, b put) int { return int(a.t - b.t) })
	for _, queue := range []*Queue{&q, &copied} {
		for i, want := range all {
			at, e, ok := queue.Pop(100)
			if !ok || at != want.t || int(e.(numbered)) != want.n {
				t.Fatalf("event %d: %g %v, want %v", i, at, e, want)
			}
		}
		if _, _, ok := queue.Pop(100); ok {
			t.Error("an event is left")
		}
	}
}

func TestPopLeavesWhatIsNotDue(t *testing.T) {
	var q Queue
	q.Put(2, numbered(0))
	if _, _, ok := q.Pop(1.999); ok {
		t.Error("delivered too early")
	}
	if _, _, ok := q.Pop(2); !ok {
		t.Error("not delivered in time")
	}
}
