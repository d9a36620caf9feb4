package solver

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/solver/event"
)

// front is what happens outside of the shards in a stretch: artificial cells,
// and what is recorded of them and played into them. They hear of a shard only
// by spikes, which take longer than the stretch. So the front goes through all
// its steps before the shards do, with the events that are due, and hands those
// that are for a shard to it. What it sends beyond the end of the stretch waits
// until the spikes are known that single steps would have sent before.
type front struct {
	mode      frontMode
	end       float64     // of the stretch
	near      event.Queue // what is due until then
	pending   bool        // some of that was still due at the moment that meet has come to
	recorders []*Recorder
	players   []*Player
	before    []frontMark // each step
	acts      []frontAct
	ends      []float64 // of steps in which nothing happens
}

// frontMode says what happens with what is sent.
type frontMode int

const (
	single  frontMode = iota // goes into the queue
	ahead                    // the front runs: goes into near, or among acts
	meeting                  // goes into the queue as of a moment of the stretch
)

// frontMark is how far the front was at the start of a step.
type frontMark struct {
	acts    int
	pending bool // an event of the stretch was still due
}

// frontAct is what the front did to the queue, or to the record of a source.
type frontAct struct {
	t       float64
	what    event.Event  // put into the queue
	of      *EventSource // an event of this was recorded; else, without what, an earlier one went ahead
	pending bool
}

// redo does it to the queue.
func (a *frontAct) redo(s *Solver) {
	switch {
	case a.of != nil:
		a.of.record(a.t)
	case a.what == nil:
		s.queue.Demote()
	default:
		s.alone.front.pending = a.pending
		s.put(a.t, a.what)
	}
}

// put has an event happen at time t [ms].
func (s *Solver) put(t float64, what event.Event) {
	f := &s.alone.front
	switch {
	case f.mode == single || f.mode == meeting && !f.pending:
		s.queue.Put(t, what)
	case f.mode == meeting:
		s.queue.PutBehind(t, what)
	case t > f.end:
		f.acts = append(f.acts, frontAct{t: t, what: what, pending: f.near.Len() > 0})
	default:
		if f.near.Len() == 0 {
			f.acts = append(f.acts, frontAct{})
		}
		f.near.Put(t, what)
	}
}

// run goes through n steps.
func (f *front) run(s *Solver, n int) {
	f.mode, f.acts, f.before = ahead, f.acts[:0], f.before[:0]
	for _, p := range s.players {
		p.planned = p.next
	}
	if f.near.Len() == 0 && len(f.players) == 0 {
		f.rest(s, n)
		return
	}
	for step := range n {
		f.before = append(f.before, frontMark{len(f.acts), f.near.Len() > 0})
		f.deliver(s, 2*step, s.t+0.5*s.dt)
		s.t += 0.5 * s.dt
		f.play(s.t)
		s.t += 0.5 * s.dt
		f.play(s.t)
		for _, r := range f.recorders {
			r.sample(s)
		}
		f.deliver(s, 2*step+1, s.t)
		s.visibleT = s.t
	}
}

// rest goes through n steps in which nothing happens.
func (f *front) rest(s *Solver, n int) {
	f.before = slices.Grow(f.before, n)[:n]
	clear(f.before)
	f.ends = f.ends[:0]
	for range n {
		s.t += 0.5 * s.dt
		s.t += 0.5 * s.dt
		f.ends = append(f.ends, s.t)
	}
	s.visibleT = s.t
	for _, r := range f.recorders {
		if r.src.at == nil { // the time
			r.To.Append(f.ends...)
			continue
		}
		for range n {
			r.To.Append(*r.src.at)
		}
	}
}

func (f *front) play(t float64) {
	for _, p := range f.players {
		p.follow(t)
	}
}

// deliver hands out the events that are due at time until.
func (f *front) deliver(s *Solver, window int, until float64) {
	for count := 1; s.failed == nil; count++ {
		t, e, ok := f.near.Pop(until)
		if !ok {
			return
		}
		f.happen(s, t, window, e)
		if count%pollEvery == 0 && s.Poll != nil {
			if err := s.Poll(); err != nil {
				s.fail(err)
			}
		}
	}
}

// happen has an event happen, or leaves that to the shard that it is for.
func (f *front) happen(s *Solver, t float64, window int, e event.Event) {
	if !inStretch(e) { // an artificial cell sent it into the past
		s.alone.able = false
		s.fail(errTooSoon)
		return
	}
	shard := nowhere
	switch e := e.(type) {
	case *NetCon:
		if e.Target == nil || !e.Active {
			return
		}
		if e.Target.Mech.Type.Kind != mechanism.ArtificialCell {
			if shard = e.Target.shard(); shard == nowhere {
				return
			}
		}
	case *Recorder:
		if e.ended {
			return
		}
		if shard = e.src.shard; shard >= 0 {
			e.plan(t)
		}
	case *Player:
		if e.ended {
			return
		}
		if shard = e.dst.shard; shard >= 0 {
			if err := e.points(e.planned); err != nil {
				s.fail(err)
				return
			}
			e.planned = e.plan(t, e.planned)
		}
	}
	if shard >= 0 {
		c := s.alone.courses[shard]
		c.events = append(c.events, arrival{t, window, e})
		return
	}
	e.Deliver(t)
}
