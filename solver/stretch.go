package solver

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/solver/event"
	"github.com/gneuron/gneuron/vector"
)

// A spike takes the delay of a NetCon to matter elsewhere. So where nothing but
// events goes from one shard to another, each makes a stretch of steps by
// itself: it detects its own spikes, receives its own events, and samples what
// is recorded of it. What is due in a stretch is known when it begins, but for
// what artificial cells send: they go ahead of the shards (front.go). At its end,
// spikes enter the queue in the order in which single steps would have found
// them, so that any number of threads gives the same bits.

// stretch is what the solver knows of such steps.
type stretch struct {
	able    bool    // nothing couples the shards within a step but events
	full    int     // steps of a stretch that nothing shortens
	most    int     // steps of the next one, as the last one came out; 0: unable
	delay   float64 // the shortest one of a NetCon from a spike in a shard [ms]
	active  float64 // the shortest one of a NetCon to what a stretch must not deliver to [ms]
	changes int     // network.changes when these two were found; 0: they were not
	longest int     // the most samples that a Vector may hold by now
	courses []*course
	front   front
}

// course is what a shard does by itself.
type course struct {
	sources []*EventSource // in their order
	samples samples        // at every step
	players []*Player      // continuous
	events  []arrival      // of this stretch, in their order
	done    int            // of events
	spikes  []spike        // of this stretch
	env     [kernel.NumEnv]float64
	_       [64]byte // keeps two of them out of one cache line
}

// arrival is an event in a shard; window counts the halves of steps.
type arrival struct {
	t      float64
	window int
	what   event.Event
}

// spike is a threshold crossed at the start t of a step.
type spike struct {
	step, place int // of the source among all
	t           float64
	from        *EventSource
}

// maxStretch bounds the steps of a stretch: a user who stops the run waits for
// its end.
const maxStretch = checkEvery

// prepare finds out what a run may do in stretches. It must be called whenever a
// script could have changed something.
func (x *stretch) prepare(s *Solver) {
	p := s.plan
	x.able, x.most = false, 0
	if !p.apart || len(s.transfer.targets)+len(s.randoms) > 0 {
		return
	}
	for _, b := range p.mechs {
		t := b.m.Type
		if t.Kind == mechanism.ArtificialCell && (len(b.pointers)+len(b.externals) > 0 || t.Receive != nil && len(t.Receive.Watches) > 0) {
			return
		}
	}
	x.front.recorders, x.front.players = x.front.recorders[:0], x.front.players[:0]
	x.courses = x.courses[:min(len(x.courses), len(p.shards))]
	for _, c := range x.courses {
		c.sources, c.players, c.samples = c.sources[:0], c.players[:0], c.samples.none()
	}
	for len(x.courses) < len(p.shards) {
		x.courses = append(x.courses, &course{})
	}
	if x.able = x.divide(s); x.able {
		x.full = int(min(maxStretch, min(x.delay, x.active)/s.dt+1))
		x.most = x.full
	}
}

// divide gives each shard what is its own; ok is false where something is of
// none.
func (x *stretch) divide(s *Solver) (ok bool) {
	x.longest = 0
	times := s.timesInUse()
	for _, r := range s.recorders {
		if times[r.To] {
			return false
		}
		x.longest = max(x.longest, r.To.Len())
		at := r.src.shard
		if at == nowhere && !(r.src.at == nil && r.src.src.IsTime()) {
			return false
		}
		switch {
		case !r.started || r.At != nil || r.Every > 0:
		case at >= 0:
			x.courses[at].samples.add(r, r.src.at)
		default:
			x.front.recorders = append(x.front.recorders, r)
		}
	}
	for _, p := range s.players {
		at := p.dst.shard
		switch {
		case at == nowhere:
			return false
		case !p.started || !p.Continuous:
		case at >= 0:
			x.courses[at].players = append(x.courses[at].players, p)
		default:
			x.front.players = append(x.front.players, p)
		}
	}
	for _, src := range s.net.sources.all() {
		if src.call != nil {
			return false
		}
		if src.watched == nil {
			continue
		}
		if src.value.shard < 0 {
			return false
		}
		x.courses[src.value.shard].sources = append(x.courses[src.value.shard].sources, src)
	}
	if x.changes == s.net.changes && x.changes > 0 {
		return true
	}
	x.delay, x.active, x.changes = math.Inf(1), math.Inf(1), s.net.changes
	for _, c := range s.net.netcons.all() {
		switch {
		case c.Source == nil || c.Target == nil:
		case c.Source.watched != nil:
			x.delay = min(x.delay, c.Delay)
		case c.Target.active():
			x.active = min(x.active, c.Delay)
		}
	}
	return true
}

// active tells whether an event may have the target do more than change its
// own shard.
func (t *Target) active() bool {
	r := t.Mech.Type.Receive
	return r != nil && !r.Local && t.Mech.Type.Kind != mechanism.ArtificialCell
}

// steps tells how many steps, at most most, the shards can make by themselves
// from now on, and takes the events that are due in them out of the queue.
func (x *stretch) steps(s *Solver, most int) int {
	if len(s.watches.list) > 0 {
		return 0
	}
	most = min(most, x.most, vector.MaxLen-keptSteps-x.longest)
	spikes, active := s.t+spikeDelay+x.delay, s.t+x.active
	n, end := s.stepsBefore(most, func(t float64) bool {
		return t < spikes && t < active && (len(s.callbacks) == 0 || t+float64(callbackSlack*s.dt) < s.callbacks[0].t)
	})
	if n == 0 {
		return 0
	}
	near := &x.front.near
	if due, ok := near.Take(&s.queue, end, inStretch); !ok {
		n, end = s.stepsBefore(n, func(t float64) bool { return t < due })
		near.GiveBack(&s.queue, end)
	}
	x.front.end = end
	return n
}

// stepsBefore counts the steps from now on, at most most, at whose ends ok holds,
// and gives the end of the last.
func (s *Solver) stepsBefore(most int, ok func(end float64) bool) (n int, end float64) {
	for end = s.t; n < most; n++ {
		t := end + 0.5*s.dt
		t += 0.5 * s.dt
		if !ok(t) {
			break
		}
		end = t
	}
	return n, end
}

// inStretch tells whether an event may happen in a stretch.
func inStretch(e event.Event) bool {
	switch e := e.(type) {
	case *NetCon:
		return e.Target == nil || !e.Target.active()
	case *selfEvent:
		return e.done || e.to.Mech.Type.Kind == mechanism.ArtificialCell
	case *Recorder, *Player:
		return true
	}
	return false
}

// errTooSoon is why a stretch is made again as single steps: something was due in it
// that must not be.
var errTooSoon = errors.New("an event for a stretch that has begun")

// stretch makes as many of at most most steps as the shards can make by
// themselves, and tells how many.
func (s *Solver) stretch(most int) int {
	x, p := &s.alone, s.plan
	if !x.able {
		return 0
	}
	n := x.steps(s, most)
	x.most = min(x.full, 2*n+8) // looking further ahead than needed takes time, too
	if n == 0 {
		return 0
	}
	start := s.t
	s.samples.flush()
	x.longest += n
	p.setEnv(s.environment(start))
	for _, c := range x.courses {
		c.events, c.done, c.spikes, c.env = c.events[:0], 0, c.spikes[:0], p.env
	}
	x.front.run(s, n)
	switch {
	case s.failed != nil:
	case p.team == nil:
		s.course(0, start, n)
	default:
		p.team.do(func(k int) { s.course(k, start, n) })
	}
	if s.failed != nil {
		s.again(x.front.end)
		return n
	}
	for _, list := range []stages{p.solve, p.advance} {
		for i := range list {
			for _, f := range list[i].after {
				f()
			}
		}
	}
	x.meet(s, n)
	return n
}

// course makes n steps of a shard from time t on.
func (s *Solver) course(k int, t float64, n int) {
	c, p, env := s.alone.courses[k], s.plan, &s.plan.envs[k].now
	var whole *line
	if len(p.shards) == 1 {
		whole = p.start(s)
	}
	for step := range n {
		c.detect(step, t)
		c.deliver(2 * step)
		t += 0.5 * s.dt
		c.play(t)
		env[kernel.T] = t
		if whole != nil {
			whole.solve.Run()
		} else {
			p.solve.part1(k)
		}
		t += 0.5 * s.dt
		c.play(t)
		env[kernel.T] = t
		if whole != nil {
			whole.advance.Run()
			if s.failed != nil { // by this shard, the only one
				break
			}
		} else {
			p.advance.part1(k)
		}
		c.samples.take()
		c.deliver(2*step + 1)
	}
	if whole != nil {
		whole.finish()
	}
	c.samples.flush()
}

// part1 does what a shard does in all stages.
func (x stages) part1(k int) {
	for i := range x {
		for _, f := range x[i].parts {
			f.run(k)
		}
	}
}

// detect looks for watched numbers that have risen above their threshold.
func (c *course) detect(step int, t float64) {
	for _, src := range c.sources {
		if *src.value.at <= src.Threshold {
			src.above = false
		} else if !src.above {
			src.above = true
			c.spikes = append(c.spikes, spike{step, src.place, t, src})
		}
	}
}

// deliver has what is due in a half of a step happen.
func (c *course) deliver(window int) {
	for ; c.done < len(c.events) && c.events[c.done].window == window; c.done++ {
		switch a := &c.events[c.done]; e := a.what.(type) {
		case *NetCon:
			c.env[kernel.T] = a.t
			e.Target.receiveHere(&c.env, e.Weight)
		case *Recorder:
			e.To.Append(*e.src.at)
		case *Player:
			e.act(a.t)
		}
	}
}

func (c *course) play(t float64) {
	for _, p := range c.players {
		p.follow(t)
	}
}

// meet puts what n steps sent into the queue, in the order of single steps.
func (x *stretch) meet(s *Solver, n int) {
	var spikes []spike
	for _, c := range x.courses {
		spikes = append(spikes, c.spikes...)
	}
	slices.SortFunc(spikes, func(a, b spike) int { return cmp.Or(cmp.Compare(a.step, b.step), cmp.Compare(a.place, b.place)) })
	f := &x.front
	f.mode = meeting
	for step := range n {
		f.pending = f.before[step].pending
		for ; len(spikes) > 0 && spikes[0].step == step; spikes = spikes[1:] {
			spikes[0].from.send(s, spikes[0].t+spikeDelay)
		}
		to := len(f.acts)
		if step+1 < n {
			to = f.before[step+1].acts
		}
		for _, a := range f.acts[f.before[step].acts:to] {
			a.redo(s)
		}
	}
	f.mode = single
}

// again makes the steps since the last look at all values once more, one by one,
// up to the time end: something failed, and this finds what failed first.
func (s *Solver) again(end float64) {
	s.failed, s.alone.front.mode = nil, single
	s.alone.front.near.Clear()
	s.check.kept.restore(s)
	s.replaying = true
	for s.t < end && s.failed == nil {
		s.step()
	}
	s.replaying = false
}
