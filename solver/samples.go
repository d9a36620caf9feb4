package solver

import (
	"slices"

	"github.com/gneuron/gneuron/vector"
)

// A sample of many numbers at every step goes into as many Vectors, each of them
// far from the others in memory. So the numbers of a step are first put side by
// side, and go into the Vectors when there are those of many steps.

// fewSamples is the number of recordings up to which each is written at once, and
// keptSteps for how many steps samples are kept otherwise.
const (
	fewSamples = 16
	keptSteps  = 64
)

// samples are the recordings that take one at every step.
type samples struct {
	single   []*Recorder // written at once
	together []*Recorder
	from     []*float64 // of together
	kept     []float64  // of each step, those of from
	steps    int
}

// bind finds out which recordings are written together: those of numbers in tables
// and of the time, but not into Vectors from which something else takes its times.
func (x *samples) bind(s *Solver) {
	x.single, x.together, x.from = x.single[:0], x.together[:0], x.from[:0]
	times := s.timesInUse()
	for _, r := range s.recorders {
		if r.At != nil || r.Every > 0 {
			continue
		}
		at := r.src.at
		if at == nil && r.From.IsTime() {
			at = &s.t
		}
		if at == nil || !r.started || times[r.To] || !r.hasRoom() {
			x.single = append(x.single, r)
			continue
		}
		x.add(r, at)
	}
	if len(x.from) <= fewSamples {
		x.separate()
	}
}

// none has no recordings, in the memory of x.
func (x *samples) none() samples {
	return samples{single: x.single[:0], together: x.together[:0], from: x.from[:0], kept: x.kept[:0]}
}

// add has samples of the number at a place kept for a recording.
func (x *samples) add(r *Recorder, at *float64) {
	x.together, x.from = append(x.together, r), append(x.from, at)
}

// timesInUse tells which Vectors a run takes times from, or what it plays.
func (s *Solver) timesInUse() map[*vector.Vector]bool {
	times := map[*vector.Vector]bool{}
	for _, r := range s.recorders {
		times[r.At] = true
	}
	for _, p := range s.players {
		times[p.From], times[p.Times] = true, true
	}
	return times
}

// separate has all recordings written at once.
func (x *samples) separate() {
	x.single = append(x.single, x.together...)
	x.together, x.from = x.together[:0], x.from[:0]
}

// hasRoom tells whether the Vector can take what is kept.
func (r *Recorder) hasRoom() bool { return r.To.Len() <= vector.MaxLen-keptSteps }

// take keeps the numbers of a step.
func (x *samples) take() {
	if len(x.from) == 0 {
		return
	}
	n := len(x.kept)
	x.kept = slices.Grow(x.kept, len(x.from))[:n+len(x.from)]
	row := x.kept[n:]
	for i, at := range x.from {
		row[i] = *at
	}
	if x.steps++; x.steps >= keptSteps {
		x.flush()
	}
}

// flush writes what is kept into the Vectors.
func (x *samples) flush() {
	if x.steps == 0 {
		return
	}
	n, room := len(x.from), true
	var column [keptSteps]float64
	for i, r := range x.together {
		for k := range x.steps {
			column[k] = x.kept[k*n+i]
		}
		r.To.Append(column[:x.steps]...)
		room = room && r.hasRoom()
	}
	x.kept, x.steps = x.kept[:0], 0
	if !room {
		x.separate()
	}
}

// mostExpected is the number of samples up to which room is made at once.
const mostExpected = 1 << 16

// expect makes room for the samples of a run until a time, so that Vectors are not
// copied as they grow. One that many short runs fill grows by a quarter at least.
func (s *Solver) expect(until float64) {
	for _, r := range s.recorders {
		samples := 0.0
		switch {
		case !r.started:
		case r.At != nil:
			samples = float64(r.At.Len() - r.next)
		case r.Every > 0:
			samples = (until-s.t)/r.Every + 1
		default:
			samples = (until-s.t)/s.dt + 1
		}
		if !(samples > 0) {
			continue
		}
		n := int(min(samples, mostExpected))
		if r.To.Len()+n > r.To.Capacity() {
			r.To.Reserve(max(n, r.To.Len()/4))
		}
	}
}
