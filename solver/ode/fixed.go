package ode

import (
	"strconv"

	"github.com/gneuron/gneuron/mechanism/kernel"
)

// looks is the number of steps of a fixed method between two looks at whether all is
// finite, and at whether someone wants to stop the run.
const looks = 64

// fixed runs with steps of one length.
func (t *trip) fixed() error {
	if err := t.sampleAll(t.From); err != nil {
		return err
	}
	for i := range t.plan.steps {
		from := t.stepTime(i)
		to := t.stepTime(i + 1)
		h := t.Step
		if i == t.plan.steps-1 {
			h = to - from
		}
		if err := t.e.step(t.Method, t.lo, t.hi, from, h); err != nil {
			return err
		}
		t.steps += t.left
		if len(t.watchers) > 0 {
			if err := t.watchFixed(from, to); err != nil {
				return err
			}
		}
		last := i == t.plan.steps-1
		if i%looks == looks-1 || last {
			if err := t.look(to); err != nil {
				return err
			}
		}
		if (i+1)%t.each == 0 {
			if err := t.sampleAll(to); err != nil {
				return err
			}
		}
		if t.left == 0 {
			return nil
		}
	}
	return nil
}

// look makes sure that all states are finite.
func (t *trip) look(at float64) error {
	for i, s := range t.b.m.States {
		if k := kernel.Finite(t.b.columns[s.Column][t.lo:t.hi]); k >= 0 && !t.stopped[k] {
			return t.unfit(i, t.lo+k, t.b.columns[s.Column][t.lo+k], at)
		}
	}
	return t.poll()
}

// sampleAll takes a sample of all rows at once.
func (t *trip) sampleAll(at float64) error {
	if len(t.Record) == 0 {
		return nil
	}
	if t.observing {
		if err := t.e.observe(t.lo, t.hi, at); err != nil {
			return err
		}
	}
	for i, column := range t.Record {
		from, to := t.b.columns[column], t.result.Samples[i]
		for row := t.lo; row < t.hi; row++ {
			if !t.stopped[row-t.lo] {
				to[row] = append(to[row], from[row])
			}
		}
	}
	return nil
}

// watchFixed notes what came to hold in a step, and changes the states where it asks for.
func (t *trip) watchFixed(from, to float64) error {
	for w := range t.watchers {
		watch := &t.watchers[w]
		if err := watch.atEnd(t.e, t.lo, t.hi, to, t.after); err != nil {
			return err
		}
		mask, any := t.b.columns[t.b.at.mask], false
		for k, y := range t.after {
			row, before := t.lo+k, t.now[w][k]
			t.now[w][k], mask[row] = y, 0
			if !watch.crosses(before, y) || t.stopped[k] {
				continue
			}
			t.note(w, row, from+(to-from)*fraction(before, y))
			mask[row], any = 1, true
			if watch.stop {
				t.halt(row)
			}
		}
		if !any || !watch.changes() {
			continue
		}
		if err := watch.apply(t.e, t.lo, t.hi, to); err != nil {
			return err
		}
		for row := t.lo; row < t.hi; row++ {
			if mask[row] != 0 {
				if err := t.settle(row, to); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// fraction is where between the two values a line through them is 0.
func fraction(before, after float64) float64 {
	if before-after == 0 || before-after != before-after {
		return 1
	}
	return min(max(before/(before-after), 0), 1)
}

// note puts an event down.
func (t *trip) note(w, row int, at float64) {
	t.result.Times[w][row] = append(t.result.Times[w][row], at)
}

// halt ends the way of a row.
func (t *trip) halt(row int) {
	if !t.stopped[row-t.lo] {
		t.stopped[row-t.lo] = true
		t.left--
	}
}

// settle finds out what holds in a row whose states were changed.
func (t *trip) settle(row int, at float64) error {
	for w := range t.watchers {
		y, err := t.watchers[w].margin(t.e, row, at)
		if err != nil {
			return err
		}
		t.now[w][row-t.lo] = y
	}
	return nil
}

func itoa(i int) string { return strconv.Itoa(i) }
