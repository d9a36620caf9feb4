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
// they were put in, but for one. The event that is next goes behind all of its
// time when an earlier one is put in. The zero Queue is empty and ready for use.
//
// Events of the same time that are put in one soon after the other, as the samples
// of many recordings are, share a place in the heap, but for the first of them.
type Queue struct {
	heap   []item // by time, then order
	count  uint64 // of orders given out
	size   int    // events in the heap
	free   []*run
	recent [8]struct { // of the times that were last put in, the last run or nil
		t float64
		*run
	}
}

// slot is where a time stands in recent.
func slot(t float64) int { return int(math.Float64bits(t) * 0x9e3779b97f4a7c15 >> 61) }

// Len is the number of waiting events.
func (q *Queue) Len() int { return q.size }

// Clear forgets all events.
func (q *Queue) Clear() {
	for _, x := range q.heap {
		if r, ok := x.what.(*run); ok {
			q.empty(r)
		}
	}
	clear(q.heap)
	q.heap, q.count, q.size = q.heap[:0], 0, 0
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
	if len(q.heap) > 0 && t < q.heap[0].t {
		q.Demote()
	}
	q.PutBehind(t, what)
}

// PutBehind adds an event while an earlier one waits, perhaps in another queue:
// the event that is next here keeps its place among those of its time.
func (q *Queue) PutBehind(t float64, what Event) {
	q.size++
	x := item{t: t, what: what}
	last := &q.recent[slot(t)]
	switch r := last.run; {
	case last.t != t || r != nil && (r.t != t || len(r.events) == 0):
		last.t, last.run = t, nil
	case r == nil:
		r = q.newRun(t)
		r.events = append(r.events, what)
		last.run, x.what = r, r
	default:
		r.events = append(r.events, what)
		return
	}
	x.order = q.count
	q.count++
	q.push(x)
}

// PutAll adds events of one time, in their order, while an earlier one waits or one
// of this time.
func (q *Queue) PutAll(t float64, events []Event) {
	if len(events) == 1 {
		q.PutBehind(t, events[0])
		return
	}
	last := &q.recent[slot(t)]
	r := last.run
	if last.t != t || r == nil || r.t != t || len(r.events) == 0 {
		r = q.newRun(t)
		last.t, last.run = t, r
		q.push(item{t, q.count, r})
		q.count++
	}
	r.events = append(r.events, events...)
	q.size += len(events)
}

// First gives the time of the event that is next; ok is false where none waits.
func (q *Queue) First() (t float64, ok bool) {
	if len(q.heap) == 0 {
		return 0, false
	}
	return q.heap[0].t, true
}

// Demote puts the event that is next behind all of its time, as Put of an
// earlier one does.
func (q *Queue) Demote() {
	if len(q.heap) > 0 {
		q.PutBehind(q.advance())
	}
}

// Take moves the events of from that are due at or before until into q, which
// must be empty, but none from the first on for which may is false: then it gives
// the time of that one, and ok is false. The order of the events stays.
func (q *Queue) Take(from *Queue, until float64, may func(Event) bool) (t float64, ok bool) {
	if len(from.heap) == 0 || from.heap[0].t > until {
		q.count = from.count
		return 0, true
	}
	clear(from.recent[:])
	ok = true
	for len(from.heap) > 0 && from.heap[0].t <= until {
		x := from.heap[0]
		if t = x.t; !x.waiting(may) {
			ok = false
			break
		}
		n := x.len()
		q.heap, q.size = append(q.heap, x), q.size+n // sorted, hence a heap
		from.size -= n
		from.drop()
	}
	q.count = from.count
	return t, ok
}

// GiveBack returns to the queue that Take took them from the events that are due
// after a time; q is as Take left it.
func (q *Queue) GiveBack(to *Queue, after float64) {
	n := len(q.heap)
	for ; n > 0 && q.heap[n-1].t > after; n-- {
		x := q.heap[n-1]
		q.size -= x.len()
		to.size += x.len()
		to.push(x)
	}
	clear(q.heap[n:])
	q.heap = q.heap[:n]
}

// push adds an item with its order.
func (q *Queue) push(x item) {
	q.heap = append(q.heap, x)
	i := len(q.heap) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if !x.before(&q.heap[parent]) {
			break
		}
		q.heap[i] = q.heap[parent]
		i = parent
	}
	q.heap[i] = x
}

// before is the order of the heap.
func (x *item) before(y *item) bool { return x.t < y.t || x.t == y.t && x.order < y.order }

// Pop takes out the first event that is due at or before until.
func (q *Queue) Pop(until float64) (t float64, what Event, ok bool) {
	if len(q.heap) == 0 || q.heap[0].t > until {
		return 0, nil, false
	}
	t, what = q.advance()
	return t, what, true
}

// advance takes out the first event.
func (q *Queue) advance() (t float64, what Event) {
	q.size--
	t, what = q.heap[0].t, q.heap[0].what
	if r, ok := what.(*run); ok {
		what = r.events[r.head]
		if r.head++; r.head < len(r.events) {
			return t, what
		}
		q.empty(r)
	}
	q.drop()
	return t, what
}

// drop takes out the first item.
func (q *Queue) drop() {
	last := len(q.heap) - 1
	q.heap[0] = q.heap[last]
	q.heap[last] = item{}
	q.heap = q.heap[:last]
	q.sink(0)
}

// len is the number of events of an item.
func (x *item) len() int {
	if r, ok := x.what.(*run); ok {
		return len(r.events) - r.head
	}
	return 1
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
		list := slices.Clone(q.heap)
		slices.SortFunc(list, func(a, b item) int { return cmp.Or(cmp.Compare(a.t, b.t), cmp.Compare(a.order, b.order)) })
		for _, x := range list {
			if !x.waiting(func(e Event) bool { return yield(x.t, e) }) {
				return
			}
		}
	}
}

// Each calls f for every waiting event, in no particular order.
func (q *Queue) Each(f func(Event)) {
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
}

func (q *Queue) sink(i int) {
	if i >= len(q.heap) {
		return
	}
	x := q.heap[i]
	for {
		child := 2*i + 1
		if child >= len(q.heap) {
			break
		}
		if child+1 < len(q.heap) && q.heap[child+1].before(&q.heap[child]) {
			child++
		}
		if x.before(&q.heap[child]) {
			break
		}
		q.heap[i] = q.heap[child]
		i = child
	}
	q.heap[i] = x
}

// CopyFrom makes q hold the same events as other.
func (q *Queue) CopyFrom(other *Queue) {
	q.Clear()
	q.heap, q.count, q.size = append(q.heap, other.heap...), other.count, other.size
	for i, x := range q.heap {
		if old, ok := x.what.(*run); ok {
			r := q.newRun(x.t)
			r.events = append(r.events, old.events[old.head:]...)
			q.heap[i].what = r
		}
	}
	clear(q.recent[:])
}
