package script

import (
	"runtime"
	"slices"
	"sync"
)

// board is what a script and its jobs share: messages that one posts and
// another takes, the places to run at, and who runs.
type board struct {
	slots chan struct{} // one for each job that runs now

	mu       sync.Mutex
	messages map[string][][]parcel // by key, the oldest first
	takers   []*taker              // who waits for a message, the first first
	active   int                   // runtimes that do not wait, with jobs to come
}

// taker waits for a message.
type taker struct {
	key     string
	message chan []parcel // nil: none will come
}

func newBoard() *board {
	return &board{slots: make(chan struct{}, runtime.GOMAXPROCS(0)), messages: map[string][][]parcel{}, active: 1}
}

// begin counts a job that was submitted.
func (b *board) begin() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.active++
}

// end counts a job that has ended. Who waits for it goes on in its place.
func (b *board) end(j *job) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !j.awaited {
		b.rest()
	}
	close(j.done)
}

// rest counts a runtime that begins to wait. When all wait, no message can come
// any more: the first that waits for one hears so.
func (b *board) rest() {
	b.active--
	if b.active == 0 && len(b.takers) > 0 {
		t := b.takers[0]
		b.takers = b.takers[1:]
		b.active++
		t.message <- nil
	}
}

// await counts the runtime that waits for a job; false means that it has ended.
func (b *board) await(j *job) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	select {
	case <-j.done:
		return false
	default:
	}
	j.awaited = true
	b.rest()
	return true
}

// post gives a message to who waits for it, or keeps it.
func (b *board) post(key string, message []parcel) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, t := range b.takers {
		if t.key == key {
			b.takers = slices.Delete(b.takers, i, i+1)
			b.active++
			t.message <- message
			return
		}
	}
	b.messages[key] = append(b.messages[key], message)
}

// look gives the oldest message of a key, and takes it away where take is true.
func (b *board) look(key string, take bool) ([]parcel, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.find(key, take)
}

func (b *board) find(key string, take bool) ([]parcel, bool) {
	list := b.messages[key]
	if len(list) == 0 {
		return nil, false
	}
	if take {
		if b.messages[key] = list[1:]; len(list) == 1 {
			delete(b.messages, key)
		}
	}
	return list[0], true
}

// take takes the oldest message of a key, or a place among those who wait for
// one: a channel that gives it, or nil when nobody is left to post it.
func (b *board) take(key string) ([]parcel, *taker) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if m, ok := b.find(key, true); ok {
		return m, nil
	}
	t := &taker{key, make(chan []parcel, 1)}
	b.takers = append(b.takers, t)
	b.rest()
	return nil, t
}

// leave ends the waiting of a runtime that was interrupted.
func (b *board) leave(t *taker) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.Index(b.takers, t); i >= 0 {
		b.takers = slices.Delete(b.takers, i, i+1)
		b.active++
	}
}

// resume counts a runtime that no longer waits for a job, because it was
// interrupted.
func (b *board) resume(j *job) {
	b.mu.Lock()
	defer b.mu.Unlock()
	select {
	case <-j.done: // it goes on in the job's place
	default:
		j.awaited = false
		b.active++
	}
}
