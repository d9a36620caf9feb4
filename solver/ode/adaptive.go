package ode

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// How the next step follows from the error of the last: by safety/error^(1/5), within
// bounds.
const (
	safety, shrink, grow = 0.9, 0.2, 5.0
	polls                = 256 // rounds of a block between two questions whether to go on
)

// adaptive runs with steps of which every row chooses its own. Rows that are through make
// steps of length 0.
func (t *trip) adaptive() error {
	time, length := t.b.columns[t.b.at.time], t.b.columns[t.b.at.length]
	if err := t.firstSteps(t.lo, t.hi, t.From); err != nil {
		return err
	}
	for row := t.lo; row < t.hi; row++ {
		time[row] = t.From
		if err := t.sampleAt(row, t.From, nil, 0); err != nil {
			return err
		}
	}
	wish := make([]float64, t.hi-t.lo) // the step before it was cut at the end of the run
	for row := t.lo; row < t.hi; row++ {
		wish[row-t.lo] = length[row]
	}
	for round := 1; t.left > 0; round++ {
		if round%polls == 0 {
			if err := t.poll(); err != nil {
				return err
			}
		}
		for row := t.lo; row < t.hi; row++ {
			if length[row] = 0; !t.stopped[row-t.lo] {
				length[row] = min(wish[row-t.lo], t.MaxStep, t.To-time[row])
			}
		}
		if err := t.e.step(t.Method, t.lo, t.hi, 0, 0); err != nil {
			return err
		}
		for row := t.lo; row < t.hi; row++ {
			if t.stopped[row-t.lo] {
				continue
			}
			h := length[row]
			e := t.stepError(row)
			if !(e <= 1) {
				t.rejected++
				if wish[row-t.lo] = h * shrink; !math.IsInf(e, 0) && !math.IsNaN(e) {
					wish[row-t.lo] = h * max(shrink, safety*math.Pow(e, -0.2))
				}
				if wish[row-t.lo] < 1e-15*max(math.Abs(time[row]), t.To-t.From) {
					return t.tooSmall(row, time[row])
				}
				continue
			}
			t.steps++
			wish[row-t.lo] = h * min(grow, safety*math.Pow(max(e, 1e-10), -0.2))
			changed, err := t.accept(row, h)
			if err != nil {
				return err
			}
			if changed { // nothing is known of what follows
				if err := t.firstSteps(row, row+1, time[row]); err != nil {
					return err
				}
				wish[row-t.lo] = min(wish[row-t.lo], length[row])
			}
			if time[row] >= t.To {
				t.halt(row)
			}
		}
	}
	return nil
}

// firstSteps chooses the first step of rows at a time, from how far the states may move
// and how fast they do.
func (t *trip) firstSteps(lo, hi int, at float64) error {
	if err := t.e.slopes(lo, hi, at); err != nil {
		return err
	}
	for row := lo; row < hi; row++ {
		far, fast := 0.0, 0.0
		for i, s := range t.b.m.States {
			x, f := t.b.columns[s.Column][row], t.b.columns[t.b.at.slope+i][row]
			if math.IsNaN(f - f) {
				e := fault.New(fault.Model, "the derivative of %s%s is %g at t = %g ms", s.Name, t.b.which(row), f, at)
				e.Mechanism, e.Variable, e.Value, e.Time = t.b.m.Name, s.Name, f, at
				return e
			}
			scale := t.atol[i] + t.RTol*math.Abs(x)
			far, fast = max(far, math.Abs(x)/scale), max(fast, math.Abs(f)/scale)
		}
		h := 1e-6 * (t.To - t.From)
		if far > 1e-5 && fast > 1e-5 {
			h = 0.01 * far / fast
		}
		t.b.columns[t.b.at.length][row] = h
	}
	return nil
}

// stepError is the error of the step on trial, in units of what is allowed.
func (t *trip) stepError(row int) float64 {
	total := 0.0
	for i, s := range t.b.m.States {
		x, y := t.b.columns[s.Column][row], t.b.columns[t.b.at.next+i][row]
		if math.IsNaN(y - y) {
			return math.Inf(1)
		}
		e := t.b.columns[t.b.at.off+i][row] / (t.atol[i] + t.RTol*max(math.Abs(x), math.Abs(y)))
		total += e * e
	}
	return math.Sqrt(total / float64(len(t.b.m.States)))
}

func (t *trip) tooSmall(row int, at float64) error {
	for i := range t.b.m.States {
		if y := t.b.columns[t.b.at.next+i][row]; math.IsNaN(y - y) {
			return t.unfit(i, row, y, at)
		}
	}
	worst, state := 0.0, 0
	for i, s := range t.b.m.States {
		if e := math.Abs(t.b.columns[t.b.at.off+i][row]) / (t.atol[i] + t.RTol*math.Abs(t.b.columns[s.Column][row])); e > worst {
			worst, state = e, i
		}
	}
	s := &t.b.m.States[state]
	e := fault.New(fault.Model, "the step became too small at t = %.10g ms%s, for %s", at, t.b.which(row), s.Name)
	e.Mechanism, e.Variable, e.Time = t.b.m.Name, s.Name, at
	return e.WithHint("%s has a jump or goes to infinity there; allow a larger error with rtol and atol if not", s.Name)
}

// within gives the states in the step on trial, a fraction s of its length after its
// start, in y.
func (t *trip) within(row int, s float64, y []float64) {
	for i, state := range t.b.m.States {
		x := t.b.columns[state.Column][row]
		at := func(k int) float64 { return t.b.columns[k+i][row] }
		rise := at(t.b.at.next) - x
		start := at(t.b.at.first) - rise
		end := rise - at(t.b.at.last) - start
		y[i] = x + s*(rise+(1-s)*(start+s*(end+(1-s)*at(t.b.at.bend))))
	}
}

// accept makes the step on trial in a row, up to the first event that changes the states;
// changed tells that there was one.
func (t *trip) accept(row int, h float64) (changed bool, err error) {
	b := t.b
	from := b.columns[b.at.time][row]
	to := from + h
	if t.To-to < 1e-12*(t.To-t.From) {
		to = t.To
	}
	for i, s := range b.m.States { // the start, while the columns hold other states
		t.x[i] = b.columns[s.Column][row]
	}
	cut, cause := 1.0, -1
	type happened struct {
		watcher int
		at      float64
	}
	var events []happened
	for w := range t.watchers {
		after, err := t.marginAt(w, row, 1, to)
		if err != nil {
			return false, err
		}
		before := t.now[w][row-t.lo]
		if t.now[w][row-t.lo] = after; !t.watchers[w].crosses(before, after) {
			continue
		}
		s, err := t.locate(w, row, from, h, before, after)
		if err != nil {
			return false, err
		}
		events = append(events, happened{w, s})
		if (t.watchers[w].changes() || t.watchers[w].stop) && (cause < 0 || s < cut) {
			cut, cause = s, w
		}
	}
	if cause >= 0 && cut < 1 {
		to = from + cut*h
	}
	for _, e := range events {
		if e.at < cut || e.watcher == cause {
			t.note(e.watcher, row, from+e.at*h)
		}
	}
	if err := t.sampleTo(row, from, h, to); err != nil {
		return false, err
	}
	t.within(row, cut, t.y)
	for i, s := range b.m.States {
		if t.y[i] = b.round(t.y[i]); cut == 1 {
			t.y[i] = b.columns[b.at.next+i][row]
		}
		b.columns[s.Column][row] = t.y[i]
	}
	b.columns[b.at.time][row] = to
	if cause < 0 {
		return false, nil
	}
	if t.watchers[cause].changes() {
		b.columns[b.at.mask][row] = 1
		err := t.watchers[cause].apply(t.e, row, row+1, to)
		if b.columns[b.at.mask][row] = 0; err != nil {
			return false, err
		}
	}
	if t.watchers[cause].stop {
		t.halt(row)
	}
	return t.watchers[cause].changes(), t.settle(row, to)
}

// marginAt gives the margin of a watcher within the step on trial.
func (t *trip) marginAt(w, row int, s, at float64) (float64, error) {
	watch := &t.watchers[w]
	if s == 1 && watch.watch >= 0 {
		return t.b.columns[t.b.at.margin+watch.watch][row], nil
	}
	t.within(row, s, t.y)
	for i, state := range t.b.m.States {
		t.b.columns[state.Column][row] = t.b.round(t.y[i])
	}
	y, err := watch.margin(t.e, row, at)
	for i, state := range t.b.m.States {
		t.b.columns[state.Column][row] = t.x[i]
	}
	return y, err
}

// locate finds where in the step on trial a margin passes 0, by the method of Illinois. The
// place is the first of which it is known that the margin is past 0.
func (t *trip) locate(w, row int, from, h, before, after float64) (float64, error) {
	lo, hi := 0.0, 1.0
	yLo, yHi := before, after
	last := 0
	for range 100 {
		if hi-lo < 1e-14 || yHi == 0 {
			break
		}
		s := lo + (hi-lo)*fraction(yLo, yHi)
		if !(s > lo && s < hi) {
			s = lo + (hi-lo)/2
		}
		y, err := t.marginAt(w, row, s, from+s*h)
		if err != nil {
			return 0, err
		}
		if (y > 0) == (after > 0) && y != 0 {
			if hi, yHi = s, y; last == 1 {
				yLo /= 2
			}
			last = 1
		} else {
			if lo, yLo = s, y; last == -1 {
				yHi /= 2
			}
			last = -1
		}
	}
	return hi, nil
}

// sampleTo takes the samples of a row that are due in the step on trial up to a time.
func (t *trip) sampleTo(row int, from, h, to float64) error {
	if len(t.Record) == 0 {
		return nil
	}
	for k := len(t.result.Samples[0][row]); k < t.samples; k++ {
		at := t.sampleTime(k)
		if at > to {
			return nil
		}
		if err := t.sampleAt(row, at, &from, h); err != nil {
			return err
		}
	}
	return nil
}

// sampleAt takes a sample of a row: of the states as they are, or, with the time at which
// the step on trial started, of those within it.
func (t *trip) sampleAt(row int, at float64, from *float64, h float64) error {
	if len(t.Record) == 0 {
		return nil
	}
	if from != nil {
		t.within(row, min((at-*from)/h, 1), t.y)
		for i, s := range t.b.m.States {
			t.b.columns[s.Column][row] = t.b.round(t.y[i])
		}
	}
	if t.observing {
		if err := t.e.observe(row, row+1, at); err != nil {
			return err
		}
	}
	t.sample(row)
	if from != nil {
		for i, s := range t.b.m.States {
			t.b.columns[s.Column][row] = t.x[i]
		}
	}
	return nil
}
