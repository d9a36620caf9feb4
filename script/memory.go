package script

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/memory"
)

const (
	// memoryLook is the time between two looks at the memory while a script runs.
	memoryLook = 20 * time.Millisecond
	// memorySmall is a heap that any machine has room for, in bytes.
	memorySmall = 48e6
	// memoryShare is the part of what the process may hold that scripts may fill:
	// what they let go of stays in memory until the collector has run.
	memoryShare = 0.8
	// stackLarge is the stack, in bytes, of a script whose calls nest without end.
	// What maxCallDepth allows takes a quarter; generators that delegate to
	// generators are not counted there.
	stackLarge = 256 << 20
)

// memoryWatch stops the scripts of this process before its memory is used up: the
// Go runtime and the kernel would end the process without a word about where.
type memoryWatch struct {
	mu     sync.Mutex
	active map[*Runtime]int // calls of guard under way; 0: there was one since the last look
	armed  bool             // a look is due
	limit  uint64           // bytes; 0: what the process may hold

	last    uint64 // bytes of the heap at the last look
	grown   uint64 // by which it had grown since the one before
	kept    uint64 // by the scripts that were stopped last
	stack   uint64 // bytes of stacks at the last collection
	deepest sync.Once
}

var watchedMemory = &memoryWatch{active: map[*Runtime]int{}}

// LimitMemory sets how many bytes the scripts of this process may hold; 0 means a
// share of what the system has.
func LimitMemory(bytes uint64) {
	watchedMemory.mu.Lock()
	defer watchedMemory.mu.Unlock()
	watchedMemory.limit = bytes
}

// enter notes that a script runs.
func (w *memoryWatch) enter(rt *Runtime) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.active[rt]++
	if w.armed {
		return
	}
	w.armed = true
	w.deepest.Do(func() {
		if math.MaxInt > math.MaxInt32 {
			debug.SetMaxStack(8 << 30) // so that there is time to look
		}
	})
	time.AfterFunc(memoryLook, w.look)
}

// leave notes that it does no longer.
func (w *memoryWatch) leave(rt *Runtime) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.active[rt]--
}

// look stops the scripts if they hold too much, and sees to the next look.
func (w *memoryWatch) look() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if e := w.check(); e != nil {
		for rt := range w.active {
			rt.stopFor(e)
		}
	}
	for rt, calls := range w.active {
		if calls == 0 {
			delete(w.active, rt)
		}
	}
	if w.armed = len(w.active) > 0; w.armed {
		time.AfterFunc(memoryLook, w.look)
	}
}

// check gives the error of scripts that hold too much.
func (w *memoryWatch) check() *fault.Error {
	heap, stack := heapAndStack()
	grown := heap - min(heap, w.last)
	// What doubles at every look, such as a string that is added to itself, is far larger
	// before it can be stopped: while a large object is copied nobody can look, nor can
	// the collector begin.
	doubles := grown > memorySmall && w.grown > memorySmall/4 && grown >= w.grown+w.grown/2
	next := uint64(0)
	if doubles {
		next = 32 * grown
	}
	w.last, w.grown = heap, grown
	if large := uint64(stackLarge * max(1, len(w.active))); stack > large && stack > w.stack+w.stack/2 {
		runtime.GC() // stacks shrink
		if _, w.stack = heapAndStack(); w.stack > large {
			return fault.New(fault.Range, "the calls are nested too deep").
				WithHint("a function or a generator that calls itself needs a condition that ends it")
		}
	}
	if heap+next < memorySmall {
		return nil
	}
	limit := w.limit
	if limit == 0 {
		limit = uint64(memoryShare * float64(memory.Allowed()))
	}
	if heap+next <= limit {
		w.kept = min(w.kept, heap)
		return nil
	}
	alive := read("/gc/heap/live:bytes") // at the end of the last collection
	runtime.GC()                         // what is dead does not count
	heap, _ = heapAndStack()
	w.last = heap
	if heap < alive+memorySmall {
		doubles, next = false, 0
	}
	// Of a session that was stopped for what it holds the next input must be able
	// to let go of it.
	if heap+next <= limit || heap <= w.kept+w.kept/16 {
		w.kept = min(w.kept, heap)
		return nil
	}
	w.kept, w.grown = heap, 0
	more := "wants more"
	if doubles {
		more = "doubles it again and again"
	}
	return fault.New(fault.Range, "out of memory: the script holds %s and %s; it may have %s", memory.Format(heap), more, memory.Format(limit)).
		WithHint("what grows without end? The environment variable GNEURON_MEMORY sets another limit, such as 8GB")
}

// heapAndStack gives the bytes of objects, alive and dead, and those of stacks.
func heapAndStack() (heap, stack uint64) {
	return read("/memory/classes/heap/objects:bytes"), read("/memory/classes/heap/stacks:bytes")
}

// read gives a number that the Go runtime keeps of itself.
func read(name string) uint64 {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
