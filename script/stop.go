package script

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// StopReason says why a script was ended from outside.
type StopReason int

const (
	// Interrupted is Ctrl-C or a notebook's stop button.
	Interrupted StopReason = iota + 1
	// TimedOut is the end of the time that --timeout allows.
	TimedOut
	// tooLarge is the end of the memory: the error is not a Stopped.
	tooLarge
)

// Stopped is the error of a script that was ended from outside. Pos is where it
// was, as far as known.
type Stopped struct {
	Reason StopReason
	Frame
	Source string // the source line
}

// Error says where the script was and why it stopped.
func (s *Stopped) Error() string {
	what := "interrupted"
	if s.Reason == TimedOut {
		what = "stopped because the time that --timeout allows is over"
	}
	if s.Line == 0 {
		return what
	}
	return s.Frame.Pos() + ": " + what
}

// Report is Error with the source line and a caret. It ends with a newline.
func (s *Stopped) Report() string { return s.Error() + "\n" + caret(s.Line, s.Column, s.Source) }

// Exit is the error of a script that called process.exit(Code).
type Exit struct{ Code int }

// Error names the exit code.
func (e *Exit) Error() string { return fmt.Sprintf("exit %d", e.Code) }

// stopState is how a running script is asked to end.
type stopState struct {
	flag   atomic.Bool
	mu     sync.Mutex
	reason StopReason
	fault  *fault.Error  // the reason in full, if it is tooLarge
	wake   chan struct{} // closed when asked to stop, to end a sleep
	exit   *Exit         // set by process.exit
	frame  *Frame        // where CheckStop found the flag set
	jobs   map[*job]bool // that have not ended: they stop, too
}

func (s *stopState) init() { s.wake = make(chan struct{}) }

// Interrupt asks the running script to stop, from any goroutine. JavaScript
// loops end at once, Go loops at their next look at StopFlag. The first reason
// counts until ClearStop.
func (rt *Runtime) Interrupt(reason StopReason) { rt.interrupt(reason, nil) }

// stopFor has the running script fail with an error that it cannot catch.
func (rt *Runtime) stopFor(e *fault.Error) { rt.interrupt(tooLarge, e) }

func (rt *Runtime) interrupt(reason StopReason, e *fault.Error) {
	s := &rt.stop
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.reason != 0 {
		return
	}
	s.reason, s.fault = reason, e
	s.flag.Store(true)
	close(s.wake)
	rt.vm.Interrupt(reason)
	s.stopAll(reason)
}

// follow has a job stop when its script does.
func (s *stopState) follow(j *job) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.jobs == nil {
		s.jobs = map[*job]bool{}
	}
	s.jobs[j] = true
	if s.reason != 0 {
		j.stop(s.reason)
	}
}

// unfollow forgets a job that has ended.
func (s *stopState) unfollow(j *job) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.jobs, j)
}

// stopJobs stops all jobs.
func (s *stopState) stopJobs(reason StopReason) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopAll(reason)
}

func (s *stopState) stopAll(reason StopReason) {
	for j := range s.jobs {
		j.stop(reason)
	}
}

// ClearStop forgets an interruption, so that the Runtime can run again.
func (rt *Runtime) ClearStop() {
	s := &rt.stop
	s.mu.Lock()
	defer s.mu.Unlock()
	s.exit, s.frame = nil, nil
	if s.reason == 0 {
		return
	}
	s.reason, s.fault = 0, nil
	s.flag.Store(false)
	s.wake = make(chan struct{})
	rt.vm.ClearInterrupt()
}

// CheckStop ends the script if it has been asked to stop. Host code calls it
// from within a script's call, after a run that StopFlag ended early.
func (rt *Runtime) CheckStop() {
	if !rt.stop.flag.Load() {
		return
	}
	if frames := rt.callStack(); len(frames) > 0 {
		rt.stop.frame = &frames[0]
	}
	rt.unwind()
}

// unwind leaves the script without giving it a chance to catch.
func (rt *Runtime) unwind() { panic(&goja.InterruptedError{}) }

// stopped describes why the script was unwound.
func (rt *Runtime) stopped(frames []Frame) error {
	s := &rt.stop
	if s.exit != nil {
		return s.exit
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err := &Stopped{Reason: s.reason}
	switch {
	case s.frame != nil:
		err.Frame = *s.frame
	case len(frames) > 0:
		err.Frame = frames[0]
	}
	if s.fault != nil {
		e := &Error{Class: className(s.fault.Kind), Message: s.fault.Error(), Hint: s.fault.Hint, Fault: s.fault}
		rt.locate(e, []Frame{err.Frame})
		return e
	}
	if src := rt.sources[err.File]; src != nil {
		err.Source = src.line(err.Line)
	}
	return err
}
