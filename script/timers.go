package script

import (
	"container/heap"
	"math"
	"slices"
	"time"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// eventLoop holds what runs after the script: timers, and the promises whose
// rejection nobody has handled. Promise reactions are run by the engine itself
// whenever the script's last call returns.
type eventLoop struct {
	timers   timerHeap
	byID     map[int64]*timer
	lastID   int64
	rejected []*goja.Promise
	main     *goja.Promise // of a main script that awaits at its top level
}

// timer is a call that is due at a time. Timers due at the same time run in
// the order in which they were set.
type timer struct {
	id       int64
	due      time.Time
	interval time.Duration // < 0 for setTimeout
	fn       goja.Callable
	args     []goja.Value
	index    int
}

type timerHeap []*timer

func (h timerHeap) Len() int { return len(h) }
func (h timerHeap) Less(i, j int) bool {
	if h[i].due.Equal(h[j].due) {
		return h[i].id < h[j].id
	}
	return h[i].due.Before(h[j].due)
}
func (h timerHeap) Swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i, j
}
func (h *timerHeap) Push(x any) {
	t := x.(*timer)
	t.index = len(*h)
	*h = append(*h, t)
}
func (h *timerHeap) Pop() any {
	t := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return t
}

func (rt *Runtime) installTimers() {
	rt.loop.byID = map[int64]*timer{}
	rt.Global("setTimeout", func(call goja.FunctionCall) goja.Value { return rt.setTimer(call, "setTimeout", false) })
	rt.Global("setInterval", func(call goja.FunctionCall) goja.Value { return rt.setTimer(call, "setInterval", true) })
	clearTimer := func(call goja.FunctionCall) goja.Value {
		id := call.Argument(0).ToInteger()
		if t := rt.loop.byID[id]; t != nil {
			if t.index >= 0 {
				heap.Remove(&rt.loop.timers, t.index)
			}
			delete(rt.loop.byID, id)
		}
		return goja.Undefined()
	}
	rt.Global("clearTimeout", clearTimer)
	rt.Global("clearInterval", clearTimer)
}

// setTimer serves setTimeout(fn, ms, ...args) and setInterval.
func (rt *Runtime) setTimer(call goja.FunctionCall, name string, repeat bool) goja.Value {
	fn, ok := goja.AssertFunction(call.Argument(0))
	if !ok {
		rt.Throw(fault.New(fault.Type, "%s needs a function, not %s", name, rt.Inspect(call.Argument(0))))
	}
	ms := call.Argument(1).ToFloat()
	if math.IsNaN(ms) || ms < 0 {
		ms = 0
	}
	delay := time.Duration(min(ms, math.MaxInt32) * float64(time.Millisecond))
	rt.loop.lastID++
	t := &timer{id: rt.loop.lastID, due: time.Now().Add(delay), interval: -1, fn: fn}
	if repeat {
		t.interval = max(delay, time.Millisecond)
	}
	if len(call.Arguments) > 2 {
		t.args = slices.Clone(call.Arguments[2:])
	}
	heap.Push(&rt.loop.timers, t)
	rt.loop.byID[t.id] = t
	return rt.vm.ToValue(t.id)
}

// trackRejection keeps the promises that were rejected and that nobody handles.
func (rt *Runtime) trackRejection(p *goja.Promise, op goja.PromiseRejectionOperation) {
	if op == goja.PromiseRejectionReject {
		rt.loop.rejected = append(rt.loop.rejected, p)
		return
	}
	rt.loop.rejected = slices.DeleteFunc(rt.loop.rejected, func(q *goja.Promise) bool { return p == q })
}

// unhandled gives the error of the first promise that was rejected and not
// handled, or nil, and forgets the others.
func (rt *Runtime) unhandled() error {
	if len(rt.loop.rejected) == 0 {
		return nil
	}
	reason := rt.loop.rejected[0].Result()
	rt.loop.rejected = nil
	_, err := rt.guard(func() (goja.Value, error) {
		// Throwing an error object again keeps the call stack of its making.
		if ex := rt.vm.Try(func() { panic(reason) }); ex != nil {
			return nil, ex
		}
		return nil, nil
	})
	return err
}

// drain runs timers until none is left. The first error ends it and drops the
// timers that are still set.
func (rt *Runtime) drain() error {
	err := rt.runTimers(nil)
	if p := rt.loop.main; err == nil && p != nil && p.State() == goja.PromiseStatePending {
		err = &Error{File: rt.scriptName, Message: "the script awaits a promise that nothing can resolve any more"}
	}
	if err != nil {
		rt.DropTimers()
	}
	return err
}

// DropTimers forgets the timers that are set and the promises that failed, as
// after an error or an interruption.
func (rt *Runtime) DropTimers() {
	rt.loop.timers, rt.loop.byID, rt.loop.rejected = nil, map[int64]*timer{}, nil
}

// runTimers runs timers until none is left or done, if not nil, is settled.
func (rt *Runtime) runTimers(done *goja.Promise) error {
	for {
		if done != nil && done.State() != goja.PromiseStatePending {
			return nil
		}
		if err := rt.unhandled(); err != nil {
			return err
		}
		if rt.stop.exit != nil || rt.stop.flag.Load() {
			return rt.stopped(nil)
		}
		if len(rt.loop.timers) == 0 {
			return nil
		}
		t := rt.loop.timers[0]
		if wait := time.Until(t.due); wait > 0 {
			select {
			case <-time.After(wait):
			case <-rt.stop.wake:
				return rt.stopped(nil)
			}
		}
		heap.Pop(&rt.loop.timers)
		t.index = -1
		if t.interval < 0 {
			delete(rt.loop.byID, t.id)
		}
		_, err := rt.guard(func() (goja.Value, error) { return t.fn(goja.Undefined(), t.args...) })
		if err != nil {
			return err
		}
		if t.interval >= 0 && rt.loop.byID[t.id] == t {
			t.due = time.Now().Add(t.interval)
			heap.Push(&rt.loop.timers, t)
		}
	}
}
