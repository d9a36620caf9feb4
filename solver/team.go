package solver

import (
	"runtime"
	"sync/atomic"
	"time"
)

// team is a number of goroutines that do a job together. A job has parts; each
// goroutine begins with its own and goes on with those that nobody has begun, so
// that the job gets done though the system has put some of them aside for other
// programs. They wait for the next job by looking for it again and again, since
// sleeping and waking takes longer than many a step; after a while without a job
// they end.
//
// Sharing a job and meeting again takes 0.1 to 1 us, channels 4 to 40.
type team struct {
	pace    pace
	job     func(k int)
	number  atomic.Uint64 // of the job
	left    atomic.Int32  // parts that are not finished
	waits   atomic.Bool   // the caller of do sleeps until the last part is
	wake    chan struct{}
	begun   []begun // of each part
	members []member
	broke   atomic.Pointer[any] // what a part panicked with
}

// begun is the number of the last job of which a part was begun.
type begun struct {
	number atomic.Uint64
	_      [64]byte // keeps two of them out of one cache line
}

// member is a goroutine of a team.
type member struct {
	state atomic.Int32
	_     [64]byte
}

// The states of a member.
const (
	away int32 = iota
	here
)

// How long a member waits for the next job, and the caller of do for the others
// before it sleeps.
const (
	patience = 200 * time.Microsecond
	napAfter = 20 * time.Microsecond
)

// newTeam makes a team for jobs of n parts: as many goroutines, but not more than
// there are processors.
func newTeam(n int) *team {
	return &team{members: make([]member, min(n, runtime.GOMAXPROCS(0))-1), begun: make([]begun, n), wake: make(chan struct{}, 1)}
}

// do has the caller do job(0), the members the rest, and returns when all
// is done.
func (t *team) do(job func(k int)) {
	if t.pace.alone {
		for k := range t.begun {
			job(k)
		}
		return
	}
	number := t.number.Load()
	for k := range t.members {
		if m := &t.members[k]; m.state.Load() == away {
			m.state.Store(here)
			go t.work(m, k+1, number)
		}
	}
	t.job = job
	t.left.Store(int32(len(t.begun)))
	number++
	t.number.Store(number)
	t.share(0, number)
	t.wait()
	if x := t.broke.Swap(nil); x != nil {
		panic(*x)
	}
}

// limit has no more than n goroutines do the parts of a job.
func (t *team) limit(n int) { t.members = t.members[:min(n-1, len(t.members))] }

// spins is the number of looks between two turns of other goroutines.
const spins = 256

// wait returns when all parts are finished. Where that takes long, the member
// at work is waiting for a processor, perhaps for this one.
func (t *team) wait() {
	var since time.Time
	for i := 1; t.left.Load() != 0; i++ {
		if i%spins != 0 {
			continue
		}
		runtime.Gosched()
		if i == spins {
			since = time.Now()
		} else if time.Since(since) > napAfter {
			t.waits.Store(true)
			if t.left.Load() != 0 || !t.waits.CompareAndSwap(true, false) {
				<-t.wake
			}
			return
		}
	}
}

// work does parts of the jobs after number done.
func (t *team) work(m *member, k int, done uint64) {
	for {
		since := time.Now()
		for i := 1; t.number.Load() == done; i++ {
			if i%spins != 0 {
				continue
			}
			runtime.Gosched()
			if time.Since(since) > patience {
				m.state.Store(away) // do starts another one
				return
			}
		}
		done = t.number.Load()
		t.share(k, done)
	}
}

// share does the parts of goroutine k of a job, then those that nobody has begun. The job is
// there as long as one of its parts is.
func (t *team) share(k int, number uint64) {
	k = k * len(t.begun) / (len(t.members) + 1) // the first of its own parts
	for range t.begun {
		if t.begun[k].number.CompareAndSwap(number-1, number) {
			t.one(k)
			if t.left.Add(-1) == 0 && t.waits.CompareAndSwap(true, false) {
				t.wake <- struct{}{}
			}
		}
		if k++; k == len(t.begun) {
			k = 0
		}
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
