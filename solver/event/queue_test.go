package event

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
)

type numbered int

func (numbered) Deliver(float64) {}

// naive does what Queue does on a plain list: the first event waits by itself,
// the others are kept by time, a new one behind those of its time.
type naive struct {
	next *put
	rest []put
}

type put struct {
	t float64
	n int
}

func (q *naive) put(p put) {
	if q.next == nil {
		q.next = &p
		return
	}
	if p.t < q.next.t {
		p, *q.next = *q.next, p
	}
	i := 0
	for i < len(q.rest) && q.rest[i].t <= p.t {
		i++
	}
	q.rest = slices.Insert(q.rest, i, p)
}

func (q *naive) pop() put {
	p := *q.next
	q.next = nil
	if len(q.rest) > 0 {
		q.next, q.rest = &q.rest[0], q.rest[1:]
	}
	return p
}

func TestEventsComeByTimeThenInOrder(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var q Queue
	var want naive
	now := 0.0
	for n := range 4000 {
		if want.next == nil || r.Intn(3) > 0 {
			p := put{now + float64(r.Intn(20)), n}
			q.Put(p.t, numbered(p.n))
			want.put(p)
		} else {
			p := want.pop()
			now = p.t
			if at, e, ok := q.Pop(p.t); !ok || at != p.t || int(e.(numbered)) != p.n {
				t.Fatalf("event %g %v, want %v", at, e, p)
			}
		}
	}
	drop := func(n int) bool { return n%7 == 0 }
	q.Remove(func(e Event) bool { return drop(int(e.(numbered))) })
	var copied Queue
	copied.CopyFrom(&q)
	var left []put
	for want.next != nil {
		if p := want.pop(); !drop(p.n) {
			left = append(left, p)
		}
	}
	var same []int
	for _, e := range q.At(left[0].t) {
		same = append(same, int(e.(numbered)))
	}
	for _, queue := range []*Queue{&q, &copied} {
		if queue.Len() != len(left) {
			t.Fatalf("%d events are left, want %d", queue.Len(), len(left))
		}
		for i, p := range left {
			if at, e, ok := queue.Pop(100 + now); !ok || at != p.t || int(e.(numbered)) != p.n {
				t.Fatalf("event %d: %g %v, want %v", i, at, e, p)
			}
			if i < len(same) && same[i] != p.n {
				t.Errorf("At lists %v, event %d is %d", same, i, p.n)
			}
		}
		if _, _, ok := queue.Pop(1e9); ok {
			t.Error("an event is left")
		}
	}
}

func TestAnEarlierEventSendsTheNextBehindItsEquals(t *testing.T) {
	var q Queue
	for n, at := range []float64{5, 5, 5, 1} {
		q.Put(at, numbered(n))
	}
	for _, want := range []int{3, 1, 2, 0} {
		if _, e, _ := q.Pop(9); int(e.(numbered)) != want {
			t.Errorf("%v, want %d", e, want)
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

// TestTakenEventsKeepTheirOrder takes the events of a while out of a queue, gives
// some back, and compares what is handed out with a queue that was left alone.
func TestTakenEventsKeepTheirOrder(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	var q, want, near Queue
	n := 0
	for round := range 500 {
		now := float64(round)
		for range r.Intn(8) {
			at := now + 1 + float64(r.Intn(6))
			q.Put(at, numbered(n))
			want.Put(at, numbered(n))
			n++
		}
		until := now + float64(r.Intn(3))
		stop := numbered(-1)
		if n > 0 && r.Intn(3) == 0 {
			stop = numbered(r.Intn(n))
		}
		due, ok := near.Take(&q, until, func(e Event) bool { return e != Event(stop) })
		if !ok {
			near.GiveBack(&q, due-0.5)
			until = due - 0.5
		} else if r.Intn(2) == 0 {
			until = now
			near.GiveBack(&q, until)
		}
		if near.Len()+q.Len() != want.Len() {
			t.Fatalf("%d events and %d, want %d", near.Len(), q.Len(), want.Len())
		}
		for _, from := range []struct {
			q     *Queue
			until float64
		}{{&near, until}, {&q, now}} {
			for {
				at, e, ok := from.q.Pop(from.until)
				if !ok {
					break
				}
				if wantAt, wantE, _ := want.Pop(from.until); at != wantAt || e != wantE {
					t.Fatalf("round %d: %v at %g, want %v at %g", round, e, at, wantE, wantAt)
				}
			}
		}
		if near.Len() > 0 {
			t.Fatal("an event is left among those taken")
		}
	}
}

// BenchmarkQueue measures taking out an event and putting it in again later: of
// many at the same few times, and of as many at times of their own.
func BenchmarkQueue(b *testing.B) {
	for _, n := range []int{1000, 50000} {
		for _, how := range []string{"same", "own"} {
			b.Run(fmt.Sprintf("%s/n=%d", how, n), func(b *testing.B) {
				r := rand.New(rand.NewSource(1))
				var q Queue
				for k := range n {
					at := 0.0
					if how == "own" {
						at = r.Float64()
					}
					q.Put(at, numbered(k%256))
				}
				for b.Loop() {
					t, e, _ := q.Pop(1e300)
					q.Put(t+1, e)
				}
			})
		}
	}
}
