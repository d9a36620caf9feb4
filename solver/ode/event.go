package ode

import "math"

// Event is something to look out for in a run: a state that passes a threshold, or a
// function that passes 0.
type Event struct {
	State     int // where Margin is nil
	Threshold float64
	// Margin gives a number at time t for states x and, of a Func, parameters p; the event
	// happens where it passes 0.
	Margin func(t float64, x, p []float64) (float64, error)
	// Direction is 1 for the way up, -1 for the way down, 0 for both.
	Direction int
	Stop      bool // ends the way of the instance
	// Reset changes the states of an instance; nil: it does not.
	Reset func(instance int, t float64, x []float64) error
}

// watcher is a WATCH of the model or an event of a run. It looks at a margin, and happens
// where that passes 0.
type watcher struct {
	watch int // of the model; -1: event
	event Event
	stop  bool
}

// watchers lists those of the model and then those of a run.
func (b *Batch) watchers(events []Event) []watcher {
	var list []watcher
	for i := range b.m.Watches() {
		list = append(list, watcher{watch: i, event: Event{Direction: 1}})
	}
	for _, e := range events {
		list = append(list, watcher{watch: -1, event: e, stop: e.Stop})
	}
	return list
}

// before is what to remember at the start of a run of a margin. The condition of a WATCH
// that holds from the start comes to hold in the first step, as in NEURON.
func (w *watcher) before(y float64) float64 {
	if w.watch >= 0 {
		return math.Min(y, 0)
	}
	return y
}

// margin gives the margin of a row as it is at time t.
func (w *watcher) margin(e *engine, row int, t float64) (float64, error) {
	if w.watch >= 0 {
		return e.margin(w.watch, row, t)
	}
	if w.event.Margin != nil {
		x := make([]float64, len(e.b.m.States))
		p := make([]float64, len(e.p))
		for i, s := range e.b.m.States {
			x[i] = e.b.columns[s.Column][row]
		}
		for i := range p {
			p[i] = e.b.columns[i][row]
		}
		return w.event.Margin(t, x, p)
	}
	return e.b.columns[e.b.m.States[w.event.State].Column][row] - w.event.Threshold, nil
}

// atEnd gives the margins of rows at the end of a step that the states have made; that of
// a WATCH came with the step.
func (w *watcher) atEnd(e *engine, lo, hi int, t float64, margins []float64) error {
	switch {
	case w.watch >= 0:
		copy(margins, e.b.columns[e.b.at.margin+w.watch][lo:hi])
	case w.event.Margin == nil:
		for k, x := range e.b.columns[e.b.m.States[w.event.State].Column][lo:hi] {
			margins[k] = x - w.event.Threshold
		}
	default:
		for k := range margins {
			y, err := w.margin(e, lo+k, t)
			if err != nil {
				return err
			}
			margins[k] = y
		}
	}
	return nil
}

// crosses tells whether the event happened between two margins. A WATCH asks for more
// than 0; an event happens on the threshold, and not where the way starts there.
func (w *watcher) crosses(before, after float64) bool {
	if w.watch >= 0 {
		return before <= 0 && after > 0
	}
	up, down := before < 0 && after >= 0, before > 0 && after <= 0
	switch d := w.event.Direction; {
	case d > 0:
		return up
	case d < 0:
		return down
	}
	return up || down
}

// changes tells whether the event changes states.
func (w *watcher) changes() bool { return w.watch >= 0 || w.event.Reset != nil }

// apply changes the states of the rows whose mask is set.
func (w *watcher) apply(e *engine, lo, hi int, t float64) error {
	if w.watch >= 0 {
		return e.receive(w.watch, lo, hi, t)
	}
	b, mask := e.b, e.b.columns[e.b.at.mask]
	x := make([]float64, len(b.m.States))
	for row := lo; row < hi; row++ {
		if mask[row] == 0 {
			continue
		}
		for i, s := range b.m.States {
			x[i] = b.columns[s.Column][row]
		}
		if err := w.event.Reset(row, t, x); err != nil {
			return err
		}
		for i, s := range b.m.States {
			if err := b.Set(s.Column, row, x[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
