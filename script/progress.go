package script

import (
	"sync/atomic"
	"time"
)

// Progress is how far a run is.
type Progress struct {
	T, From, Until float64       // time in the model: now, at the start, at the end [ms]
	Elapsed        time.Duration // since the start
	Done           bool          // the run is over; it may have ended early
}

// Fraction is the part of the run that is done, from 0 to 1.
func (p Progress) Fraction() float64 {
	if p.Until <= p.From {
		return 1
	}
	return min(max((p.T-p.From)/(p.Until-p.From), 0), 1)
}

// Left is how long the run will go on, if it goes on as until now.
func (p Progress) Left() time.Duration {
	x := p.Fraction()
	if x == 0 {
		return 0
	}
	return time.Duration(float64(p.Elapsed) * (1 - x) / x)
}

// RealTime is the time in the model over the time that passed: 1 is as fast as
// nature.
func (p Progress) RealTime() float64 {
	if p.Elapsed == 0 {
		return 0
	}
	return (p.T - p.From) / (p.Elapsed.Seconds() * 1e3)
}

// Runs that take longer than patience are reported, each interval.
const (
	patience = time.Second
	interval = 200 * time.Millisecond
)

// OnProgress has f called on the script's goroutine while a run takes long, and
// once when such a run is over.
func (rt *Runtime) OnProgress(f func(Progress)) { rt.progress = f }

// watch is a run whose progress is told.
type watch struct {
	due   atomic.Bool // it is time to tell
	told  bool
	start time.Time
	p     Progress
	now   func() float64 // how far it is [ms]
}

// watched does a run until a time [ms] and tells of its progress.
func (n *neuron) watched(until float64, run func() error) error {
	return n.watchedBy(func() float64 { return n.s.T() }, until, run)
}

// watchedBy does what ends where now gives until, and tells of its progress.
func (n *neuron) watchedBy(now func() float64, until float64, run func() error) error {
	if n.rt.progress == nil {
		return run()
	}
	w := &watch{start: time.Now(), p: Progress{From: now(), Until: until}, now: now}
	timer := time.AfterFunc(patience, func() { w.due.Store(true) })
	before := n.watch
	n.watch = w
	defer func() {
		timer.Stop()
		n.watch = before
		if w.told {
			w.p.Done = true
			n.tell(w)
		}
	}()
	return run()
}

// tell reports the progress of a run.
func (n *neuron) tell(w *watch) {
	w.told = true
	w.p.T, w.p.Elapsed = w.now(), time.Since(w.start)
	n.rt.progress(w.p)
	if !w.p.Done {
		w.due.Store(false)
		time.AfterFunc(interval, func() { w.due.Store(true) })
	}
}
