package jupyter

import "sync"

// queue holds the requests that wait for the cell that runs.
type queue struct {
	mu     sync.Mutex
	more   sync.Cond
	list   []*message
	closed bool
}

func newQueue() *queue {
	q := &queue{}
	q.more.L = &q.mu
	return q
}

// put adds a request.
func (q *queue) put(m *message) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.list = append(q.list, m)
	q.more.Signal()
}

// take waits for a request; ok is false when the queue is closed.
func (q *queue) take() (m *message, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.list) == 0 && !q.closed {
		q.more.Wait()
	}
	if q.closed {
		return nil, false
	}
	m, q.list = q.list[0], q.list[1:]
	return m, true
}

// removeAll takes out the requests of a type.
func (q *queue) removeAll(kind string) []*message {
	q.mu.Lock()
	defer q.mu.Unlock()
	var out, rest []*message
	for _, m := range q.list {
		if m.header.Type == kind {
			out = append(out, m)
		} else {
			rest = append(rest, m)
		}
	}
	q.list = rest
	return out
}

// close ends the waiting.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.more.Broadcast()
}
