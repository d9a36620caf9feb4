package solver

import (
	"runtime"
	"sync/atomic"
	"time"
)

// team is a number of goroutines that do a job together. They wait for the
// next job by looking for it again and again, since sleeping and waking takes
// longer than many a step; after a while without a job they end.
//
// Sharing a job and meeting again takes 0.1 to 1 us, channels 4 to 40.
type team struct {
	job     func(k int)
	number  atomic.Uint64 // of the job
	left    atomic.Int32  // members that have not finished it
	members []member
	broke   atomic.Pointer[any] // what a member panicked with
}

// member is a goroutine of a team.
type member struct {
	there atomic.Bool
	_     [64]byte // keeps the flags of two members out of one cache line
}

// patience is how long a member waits for the next job.
const patience = 200 * time.Microsecond

func newTeam(n int) *team { return &team{members: make([]member, n-1)} }

// do has the caller do job(0) and the members the rest, and returns when all
// are done.
func (t *team) do(job func(k int)) {
	t.job = job
	t.left.Store(int32(len(t.members) + 1))
	number := t.number.Add(1)
	for k := range t.members {
		if m := &t.members[k]; m.there.CompareAndSwap(false, true) {
			go t.work(m, k+1, number-1)
		}
	}
	t.one(0)
	for i := 1; t.left.Load() != 0; i++ {
		if i%spins == 0 {
			runtime.Gosched()
		}
	}
	if x := t.broke.Swap(nil); x != nil {
		panic(*x)
	}
}

// spins is the number of looks between two turns of other goroutines.
const spins = 256

// work does the jobs after number done.
func (t *team) work(m *member, k int, done uint64) {
	for {
		since := time.Now()
		for i := 1; t.number.Load() == done; i++ {
			if i%spins != 0 {
				continue
			}
			runtime.Gosched()
			if time.Since(since) < patience {
				continue
			}
			m.there.Store(false)
			// A job that came meanwhile may have found the member there.
			if t.number.Load() == done || !m.there.CompareAndSwap(false, true) {
				return
			}
			break
		}
		done++
		t.one(k)
	}
}

// one does a job; a panic is for the caller of do.
func (t *team) one(k int) {
	defer func() {
		if x := recover(); x != nil {
			t.broke.Store(&x)
		}
		t.left.Add(-1)
	}()
	t.job(k)
}
