// Package event holds the queue of what happens at given times in a run.
package event

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// Event is something that happens at a time.
type Event interface {
	// Deliver makes it happen; t [ms] is the time it was due.
	Deliver(t float64)
}

type item struct {
	t     float64
	order uint64
	what  Event // or a *run
}

// run is a list of events of the same time, in the order in which they were put
// in; from head on they wait.
type run struct {
	t      float64
	events []Event
	head   int
}

// Deliver is not called: it makes a run fit into an item.
func (*run) Deliver(float64) {}

// Queue hands out events by time, those of the same time in NEURON's order: as
// they were put in, but for one. The event that is next waits by itself; when
// an earlier one is put in before it is due, it goes to the others, behind all
// of its time. The zero Queue is empty and ready for use.
//
// Events of the same time that are put in one soon after the other, as the samples
// of many recordings are, share a place in the heap, but for the first of them.
type Queue struct {
	next   item // what is nil: none
	heap   []item
	count  uint64
	size   int // events in the heap
	free   []*run
	recent [8]struct { // of the times that were last put in, the last run or nil
		t float64
		*run
	}
}

// slot is where a time stands in recent.
func slot(t float64) int { return int(math.Float64bits(t) * 0x9e3779b97f4a7c15 >> 61) }

// Len is the number of waiting events.
func (q *Queue) Len() int {
	if q.next.what == nil {
		return 0
	}
	return q.size + 1
}

// Clear forgets all events.
func (q *Queue) Clear() {
	for _, x := range q.heap {
		if r, ok := x.what.(*run); ok {
			q.empty(r)
		}
	}
	clear(q.heap)
	q.next, q.heap, q.count, q.size = item{}, q.heap[:0], 0, 0
}

// empty keeps a run for another use.
func (q *Queue) empty(r *run) {
	clear(r.events)
	r.events, r.head = r.events[:0], 0
	q.free = append(q.free, r)
}

// newRun finds an empty run.
func (q *Queue) newRun(t float64) *run {
	r := &run{}
	if n := len(q.free); n > 0 {
		r, q.free = q.free[n-1], q.free[:n-1]
	}
	r.t = t
	return r
}

// Put adds an event that is due at time t [ms].
func (q *Queue) Put(t float64, what Event) {
	x := item{t: t, what: what}
	if q.next.what == nil {
		q.next = x
		return
	}
	if t < q.next.t {
		x, q.next = q.next, x
	}
	q.size++
	last := &q.recent[slot(x.t)]
	switch r := last.run; {
	case last.t != x.t || r != nil && (r.t != x.t || len(r.events) == 0):
		last.t, last.run = x.t, nil
	case r == nil:
		r = q.newRun(x.t)
		r.events = append(r.events, x.what)
		last.run, x.what = r, r
	default:
		r.events = append(r.events, x.what)
		return
	}
	x.order = q.count
	q.count++
	q.heap = append(q.heap, x)
	i := len(q.heap) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if !q.less(i, parent) {
			break
		}
		q.heap[i], q.heap[parent] = q.heap[parent], q.heap[i]
		i = parent
	}
}

func (q *Queue) less(i, j int) bool {
	a, b := &q.heap[i], &q.heap[j]
	return a.t < b.t || a.t == b.t && a.order < b.order
}

// Pop takes out the first event that is due at or before until.
func (q *Queue) Pop(until float64) (t float64, what Event, ok bool) {
	first := q.next
	if first.what == nil || first.t > until {
		return 0, nil, false
	}
	q.advance()
	return first.t, first.what, true
}

// advance makes the first of the heap the next event.
func (q *Queue) advance() {
	if len(q.heap) == 0 {
		q.next = item{}
		return
	}
	q.size--
	q.next = q.heap[0]
	if r, ok := q.next.what.(*run); ok {
		q.next.what = r.events[r.head]
		if r.head++; r.head < len(r.events) {
			return
		}
		q.empty(r)
	}
	last := len(q.heap) - 1
	q.heap[0] = q.heap[last]
	q.heap[last] = item{}
	q.heap = q.heap[:last]
	q.sink(0)
}

// waiting calls f for the events of an item until it gives false, and tells
// whether it never did.
func (x *item) waiting(f func(Event) bool) bool {
	r, ok := x.what.(*run)
	if !ok {
		return f(x.what)
	}
	for _, e := range r.events[r.head:] {
		if !f(e) {
			return false
		}
	}
	return true
}

// At lists the waiting events of time t in their order.
func (q *Queue) At(t float64) []Event {
	var same []item
	for _, x := range q.heap {
		if x.t == t {
			same = append(same, x)
		}
	}
	slices.SortFunc(same, func(a, b item) int { return cmp.Compare(a.order, b.order) })
	var out []Event
	if q.next.what != nil && q.next.t == t {
		out = append(out, q.next.what)
	}
	for _, x := range same {
		x.waiting(func(e Event) bool { out = append(out, e); return true })
	}
	return out
}

// InOrder gives the waiting events with their times, in the order in which they
// will be handed out. Put in that order into an empty queue, they make the same
// queue.
func (q *Queue) InOrder() iter.Seq2[float64, Event] {
	return func(yield func(float64, Event) bool) {
		if q.next.what == nil || !yield(q.next.t, q.next.what) {
			return
		}
		rest := slices.Clone(q.heap)
		slices.SortFunc(rest, func(a, b item) int { return cmp.Or(cmp.Compare(a.t, b.t), cmp.Compare(a.order, b.order)) })
		for _, x := range rest {
			if !x.waiting(func(e Event) bool { return yield(x.t, e) }) {
				return
			}
		}
	}
}

// Each calls f for every waiting event, in no particular order.
func (q *Queue) Each(f func(Event)) {
	if q.next.what != nil {
		f(q.next.what)
	}
	for _, x := range q.heap {
		x.waiting(func(e Event) bool { f(e); return true })
	}
}

// Remove takes out all events for which drop is true.
func (q *Queue) Remove(drop func(Event) bool) {
	old := q.heap
	q.heap, q.size = nil, 0
	for _, x := range old {
		n := 1
		if r, ok := x.what.(*run); ok {
			r.events = slices.DeleteFunc(slices.Delete(r.events, 0, r.head), drop)
			r.head, n = 0, len(r.events)
			if n == 0 {
				q.free = append(q.free, r)
			}
		} else if drop(x.what) {
			n = 0
		}
		if n > 0 {
			q.heap, q.size = append(q.heap, x), q.size+n
		}
	}
	for i := len(q.heap)/2 - 1; i >= 0; i-- {
		q.sink(i)
	}
	if q.next.what != nil && drop(q.next.what) {
		q.advance()
	}
}

func (q *Queue) sink(i int) {
	for {
		child := 2*i + 1
		if child >= len(q.heap) {
			return
		}
		if child+1 < len(q.heap) && q.less(child+1, child) {
			child++
		}
		if !q.less(child, i) {
			return
		}
		q.heap[i], q.heap[child] = q.heap[child], q.heap[i]
		i = child
	}
}

// CopyFrom makes q hold the same events as other.
func (q *Queue) CopyFrom(other *Queue) {
	q.Clear()
	q.next, q.heap, q.count, q.size = other.next, append(q.heap, other.heap...), other.count, other.size
	for i, x := range q.heap {
		if old, ok := x.what.(*run); ok {
			r := q.newRun(x.t)
			r.events = append(r.events, old.events[old.head:]...)
			q.heap[i].what = r
		}
	}
	clear(q.recent[:])
}
