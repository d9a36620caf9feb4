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
	state atomic.Int32
	_     [64]byte // keeps the states of two members out of one cache line
}

// The states of a member. It leaves by going from idle to away and gets a job by
// going from idle to wanted, so that it cannot do both.
const (
	away int32 = iota
	idle
	wanted
)

// patience is how long a member waits for the next job.
const patience = 200 * time.Microsecond

func newTeam(n int) *team { return &team{members: make([]member, n-1)} }

// do has the caller do job(0) and the members the rest, and returns when all
// are done.
func (t *team) do(job func(k int)) {
	number := t.number.Load()
	for k := range t.members {
		if m := &t.members[k]; !m.state.CompareAndSwap(idle, wanted) {
			m.state.Store(wanted)
			go t.work(m, k+1, number)
		}
	}
	t.job = job
	t.left.Store(int32(len(t.members)))
	t.number.Add(1)
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
			if time.Since(since) > patience && m.state.CompareAndSwap(idle, away) {
				return
			}
		}
		done++
		t.one(k)
		m.state.Store(idle)
		t.left.Add(-1)
	}
}

// one does a part of the job; a panic is for the caller of do.
func (t *team) one(k int) {
	defer func() {
		if x := recover(); x != nil {
			t.broke.Store(&x)
		}
	}()
	t.job(k)
}
