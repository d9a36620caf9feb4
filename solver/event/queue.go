// Package event holds the queue of what happens at given times in a run.
package event

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

// Queue hands out events by time, those of the same time in the order in which
// they were put in. The zero Queue is empty and ready for use.
type Queue struct {
	heap  []item
	count uint64
}

// Len is the number of waiting events.
func (q *Queue) Len() int { return len(q.heap) }

// Clear forgets all events.
func (q *Queue) Clear() { q.heap, q.count = q.heap[:0], 0 }

// Put adds an event that is due at time t [ms].
func (q *Queue) Put(t float64, what Event) {
	q.heap = append(q.heap, item{t, q.count, what})
	q.count++
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
	if len(q.heap) == 0 || q.heap[0].t > until {
		return 0, nil, false
	}
	first := q.heap[0]
	last := len(q.heap) - 1
	q.heap[0] = q.heap[last]
	q.heap[last] = item{}
	q.heap = q.heap[:last]
	q.sink(0)
	return first.t, first.what, true
}

// Each calls f for every waiting event, in no particular order.
func (q *Queue) Each(f func(Event)) {
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
	q.heap = append(q.heap[:0], other.heap...)
	q.count = other.count
}
