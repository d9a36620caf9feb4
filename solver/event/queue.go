// Package event holds the queue of what happens at given times in a run.
package event

import (
	"cmp"
	"iter"
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
	what  Event
}

// Queue hands out events by time, those of the same time in NEURON's order: as
// they were put in, but for one. The event that is next waits by itself; when
// an earlier one is put in before it is due, it goes to the others, behind all
// of its time. The zero Queue is empty and ready for use.
type Queue struct {
	next  item // what is nil: none
	heap  []item
	count uint64
}

// Len is the number of waiting events.
func (q *Queue) Len() int {
	if q.next.what == nil {
		return 0
	}
	return len(q.heap) + 1
}

// Clear forgets all events.
func (q *Queue) Clear() { q.next, q.heap, q.count = item{}, q.heap[:0], 0 }

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
	q.next = q.heap[0]
	last := len(q.heap) - 1
	q.heap[0] = q.heap[last]
	q.heap[last] = item{}
	q.heap = q.heap[:last]
	q.sink(0)
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
		out = append(out, x.what)
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
			if !yield(x.t, x.what) {
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
		f(x.what)
	}
}

// Remove takes out all events for which drop is true.
func (q *Queue) Remove(drop func(Event) bool) {
	old := q.heap
	q.heap = nil
	for _, x := range old {
		if !drop(x.what) {
			q.heap = append(q.heap, x)
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
	q.next, q.heap = other.next, append(q.heap[:0], other.heap...)
	q.count = other.count
}
