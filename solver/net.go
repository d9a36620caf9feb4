package solver

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/vector"
)

// NetCon is a connection that carries events from a source to a target.
type NetCon struct {
	Source *EventSource // nil: only events by hand
	Target *Target      // nil: only recording
	Delay  float64      // from the source's event to the delivery [ms]; SetDelay changes it
	Weight []float64    // arguments of the target's NET_RECEIVE; at least one
	Active bool         // an inactive NetCon lets nothing pass; SetActive changes it
	Object any          // what stands for it in a script; the solver does not look at it
	s      *Solver

	place, output int // in network.netcons and in Source.outputs
	deleted       bool
	one           [1]float64 // Weight, where it is one number
	due           float64    // no event waits for it after this time [ms], but those of its source's due
}

// EventSource is where events come from: a number that rises above a
// threshold, or an instance that calls net_event. All NetCons of one source
// share it, with its threshold and its recording.
type EventSource struct {
	Threshold float64
	Origin    any // what a script made it of: a reference, a point process or an artificial cell

	outputs  sequence[NetCon, outputPlace]
	fans     []fan          // outputs that let something pass, by ascending delay
	fanned   int            // network.changes when fans were made
	due      float64        // no event of fans waits after this time [ms]
	place    int            // in network.sources
	key      any            // in network.bySource
	watched  Source         // nil for an instance
	value    source         // watched, resolved
	instance *Target        // nil for a watched number
	above    bool           // the number was above the threshold at the last look
	gid      int            // where hasGid
	hasGid   bool           // keeps the source when its last NetCon goes
	output   bool           // SetGidSource
	times    *vector.Vector // recording
	ids      *vector.Vector
	id       float64
	call     func() error
}

// spikeDelay is how long after a step an upward crossing is dated [ms], as in
// NEURON.
const spikeDelay = 1e-10

// DefaultThreshold is the threshold of a new source [mV].
const DefaultThreshold = 10

// fan is the NetCons of a source with one delay [ms].
type fan struct {
	delay float64
	to    []eventOf
}

// network is what the solver keeps of events between instances.
type network struct {
	sources  sequence[EventSource, sourcePlace]
	bySource map[any]*EventSource
	netcons  sequence[NetCon, netconPlace]
	changes  int // of NetCons, but for weights
	targets  map[*mechanism.Mechanism]map[mechanism.RowID]*Target
	senders  []*Target // that have sent themselves an event
}

// ConnectNumber makes a NetCon whose source is a number: an event leaves when
// it rises above the source's threshold. Sources of the same number are one.
// key tells numbers apart.
func (s *Solver) ConnectNumber(src Source, key any, target *Target) (*NetCon, error) {
	if err := s.reach(src); err != nil {
		return nil, err
	}
	return s.connect(key, target, func() *EventSource {
		s.unresolved = true
		return &EventSource{Threshold: DefaultThreshold, watched: src}
	}), nil
}

// ConnectInstance makes a NetCon whose source is an instance that calls
// net_event: an artificial cell, or a point process such as NetStim.
func (s *Solver) ConnectInstance(from, target *Target) (*NetCon, error) {
	if !from.Mech.Type.SendsEvents {
		e := fault.New(fault.Type, "%s cannot be the source of a NetCon: it sends no events", from.Mech.Type.Name)
		e.Mechanism = from.Mech.Type.Name
		return nil, e.WithHint("give a reference to watch, such as soma(0.5)._ref_v, or an artificial cell")
	}
	return s.connect(from, target, func() *EventSource { return &EventSource{Threshold: DefaultThreshold, instance: from} }), nil
}

// Connect makes a NetCon without a source, for events by hand.
func (s *Solver) Connect(target *Target) *NetCon { return s.connect(nil, target, nil) }

func (s *Solver) connect(key any, target *Target, make func() *EventSource) *NetCon {
	c := &NetCon{Target: target, Delay: 1, Active: true, s: s, due: math.Inf(-1)}
	c.Weight = c.one[:]
	if target != nil {
		c.Weight = append(c.Weight, target.extraWeights()...)
	}
	if key != nil {
		src := s.net.bySource[key]
		if src == nil {
			src = make()
			src.key = key
			if s.net.bySource == nil {
				s.net.bySource = map[any]*EventSource{}
			}
			s.net.bySource[key] = src
			s.net.sources.add(src)
		}
		c.setSource(src)
	}
	s.net.netcons.add(c)
	return c
}

// NetCons lists all connections in order of creation.
func (s *Solver) NetCons() []*NetCon { return s.net.netcons.all() }

// Outputs lists the connections of the source in order of creation.
func (src *EventSource) Outputs() []*NetCon { return src.outputs.all() }

// Sources lists where events come from, in order of creation.
func (s *Solver) Sources() []*EventSource { return s.net.sources.all() }

// Waiting gives the events that wait, with their times [ms], in the order in which
// they will happen: a NetCon that delivers, a Recorder, a Player, or what has no
// name outside of this package.
func (s *Solver) Waiting() iter.Seq2[float64, any] {
	return func(yield func(float64, any) bool) {
		for t, e := range s.queue.InOrder() {
			if ended(e) {
				continue
			}
			if !yield(t, e) {
				return
			}
		}
	}
}

// ended tells whether a waiting event will not happen: an instance has moved it
// away, or a recording or playing has ended.
func ended(e eventOf) bool {
	switch e := e.(type) {
	case *selfEvent:
		return e.done
	case *Recorder:
		return e.ended
	case *Player:
		return e.ended
	}
	return false
}

// CanReceive says whether instances of a type can be the target of a NetCon.
func CanReceive(t *mechanism.Type) error {
	if t.Receive == nil {
		e := fault.New(fault.Type, "%s cannot be the target of a NetCon: it has no NET_RECEIVE", t.Name)
		e.Mechanism = t.Name
		return e.WithHint("connect to a synapse such as ExpSyn, or to an artificial cell")
	}
	return nil
}

// Delete takes the connection out; a source without connections goes, too,
// unless it has a gid.
// Events on their way through it are dropped.
func (c *NetCon) Delete() {
	s := c.s
	if c.deleted {
		return
	}
	c.deleted = true
	s.net.netcons.remove(c)
	if c.due >= s.t || c.Source != nil && c.Source.due >= s.t {
		s.queue.Remove(func(e eventOf) bool { return e == eventOf(c) })
	}
	c.setSource(nil)
	c.Target = nil
}

// Deleted tells whether Delete was called, or Solver.Reset.
func (c *NetCon) Deleted() bool { return c.deleted }

// setSource gives the NetCon another source, or none. What it leaves goes with
// its last NetCon, unless it has a gid.
func (c *NetCon) setSource(src *EventSource) {
	c.s.net.changes++
	if old := c.Source; old != nil {
		c.due = max(c.due, old.due)
		old.outputs.remove(c)
		if old.outputs.len() == 0 && !old.hasGid && old != src {
			c.s.dropSource(old)
		}
	}
	c.Source = src
	if src != nil {
		src.outputs.add(c)
	}
}

// disconnect leaves the NetCons of the source without one; the source goes with
// the last, unless it has a gid.
func (src *EventSource) disconnect() {
	for _, c := range slices.Clone(src.outputs.all()) {
		c.setSource(nil)
	}
}

func (s *Solver) dropSource(src *EventSource) {
	s.net.sources.remove(src)
	if src.key != nil {
		delete(s.net.bySource, src.key)
	}
}

// SetDelay sets the delay [ms].
func (c *NetCon) SetDelay(delay float64) error {
	if !(delay >= 0) || math.IsInf(delay, 0) {
		e := fault.New(fault.Range, "NetCon.delay = %g ms: it must be 0 or greater", delay)
		e.Variable, e.Value = "delay", delay
		return e
	}
	if c.Delay != delay {
		c.Delay = delay
		c.s.net.changes++
	}
	return nil
}

// SetActive lets events pass or not.
func (c *NetCon) SetActive(on bool) {
	c.Active = on
	c.s.net.changes++
}

// Event has the NetCon deliver an event at time t [ms], without its delay.
func (c *NetCon) Event(t float64) {
	c.due = max(c.due, t)
	c.s.put(t, c)
}

// EventWithFlag has the target receive an event with a flag at time t [ms], as
// if it had sent it to itself.
func (c *NetCon) EventWithFlag(t, flag float64) {
	c.s.put(t, &selfEvent{to: c.Target, flag: flag, weights: c.Weight})
}

// SetTarget gives the NetCon another target, or nil for none.
func (c *NetCon) SetTarget(t *Target) {
	c.Target = t
	c.s.net.changes++
	if t == nil {
		return
	}
	w := append([]float64{0}, t.extraWeights()...)
	copy(w, c.Weight)
	c.Weight = w
}

// Deliver hands an event to the target.
func (c *NetCon) Deliver(t float64) {
	if c.Target != nil && c.Active {
		c.Target.receive(t, c.Weight, 0)
	}
}

// Record has the source write the times of its events into times, and id into
// ids where that is not nil; nil times ends the recording.
func (src *EventSource) Record(times, ids *vector.Vector, id float64) {
	src.times, src.ids, src.id, src.call = times, ids, id, nil
}

// RecordCall has the source call fn at each event; n.t is then the time of the
// event.
func (src *EventSource) RecordCall(fn func() error) { src.times, src.ids, src.call = nil, nil, fn }

// Recording gives the Vector that the source writes times into, or nil.
func (src *EventSource) Recording() *vector.Vector { return src.times }

// send lets an event leave the source at time t.
func (src *EventSource) send(s *Solver, t float64) {
	if f := &s.alone.front; f.mode == ahead {
		f.acts = append(f.acts, frontAct{t: t, of: src})
	} else {
		src.record(t)
	}
	if src.call != nil {
		s.callAt(t, src.call)
	}
	if src.fanned != s.net.changes {
		src.fanOut(s)
	}
	if s.fanPut(t, src.fans) {
		src.due = max(src.due, t+src.fans[len(src.fans)-1].delay)
		return
	}
	for _, c := range src.outputs.all() {
		if c.Active && c.Target != nil {
			c.Event(t + c.Delay)
		}
	}
}

// fanOut makes the fans of the source.
func (src *EventSource) fanOut(s *Solver) {
	src.fans, src.fanned = nil, s.net.changes
	byDelay := map[float64]int{}
	for _, c := range src.outputs.all() {
		if !c.Active || c.Target == nil {
			continue
		}
		i, ok := byDelay[c.Delay]
		if !ok {
			i = len(src.fans)
			byDelay[c.Delay] = i
			src.fans = append(src.fans, fan{delay: c.Delay})
		}
		src.fans[i].to = append(src.fans[i].to, c)
	}
	slices.SortFunc(src.fans, func(a, b fan) int { return cmp.Compare(a.delay, b.delay) })
}

// fanPut puts the events of a spike of time t into the queue, those of one delay
// together. That is what putting in one after the other does if no delay makes an
// event the next of all, and no two end at the same time; else it does nothing.
func (s *Solver) fanPut(t float64, fans []fan) bool {
	f := &s.alone.front
	first, ok := s.queue.First()
	if len(fans) == 0 || f.mode == ahead || !(f.mode == meeting && f.pending) && !(ok && first <= t+fans[0].delay) {
		return false
	}
	for i := range fans[1:] {
		if t+fans[i].delay == t+fans[i+1].delay {
			return false
		}
	}
	for i := range fans {
		s.queue.PutAll(t+fans[i].delay, fans[i].to)
	}
	return true
}

// record writes an event of time t into the Vectors that record the source.
func (src *EventSource) record(t float64) {
	if src.times != nil {
		src.times.Append(t)
		if src.ids != nil {
			src.ids.Append(src.id)
		}
	}
}

// detect looks for watched numbers that have risen above their threshold.
func (s *Solver) detect() {
	for _, src := range s.net.sources.all() {
		if src == nil || src.watched == nil { // nil: what an event called has deleted it
			continue
		}
		if src.value.get(s, s.t) <= src.Threshold {
			src.above = false
		} else if !src.above {
			src.above = true
			src.send(s, s.t+spikeDelay)
		}
	}
	for _, w := range s.watches.list {
		w.check(s)
	}
}

// clearEvents forgets all events that wait.
func (s *Solver) clearEvents() {
	s.queue.Clear()
	for _, c := range s.net.netcons.all() {
		c.due = math.Inf(-1)
	}
	for _, src := range s.net.sources.all() {
		src.due = math.Inf(-1)
	}
}

// initializeNetwork brings sources and weights to their state at t = 0.
func (s *Solver) initializeNetwork() {
	for _, src := range s.net.sources.all() {
		src.above = false
		if src.times != nil {
			src.times.Truncate(0)
		}
		if src.ids != nil {
			src.ids.Truncate(0)
		}
	}
	for _, c := range s.net.netcons.all() {
		if c.Target != nil {
			c.Target.initializeWeights(c.Weight)
		}
	}
}

// callAt calls a function of the user with t as the time that it sees.
func (s *Solver) callAt(t float64, fn func() error) {
	if s.replaying {
		return
	}
	old := s.visibleT
	s.visibleT = t
	if err := fn(); err != nil {
		s.fail(err)
	}
	s.visibleT = old
}
