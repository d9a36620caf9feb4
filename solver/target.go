package solver

import (
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/solver/event"
)

// Target is an instance that receives events, wherever its row is moved.
type Target struct {
	Mech *mechanism.Mechanism
	ID   mechanism.RowID

	s        *Solver
	in       mechanism.Instance // bound to the present plan
	plan     *plan
	pointers []boundPointer // of the present plan
	pending  *selfEvent     // the last net_send that is still waiting; wait sets it
	sender   bool           // it is one of network.senders
	round    int            // counts what it has received
	zeros    []float64      // weights of an event that comes with none
}

// eventOf is an event in the queue.
type eventOf = event.Event

// Target gives the Target of an instance.
func (s *Solver) Target(mech *mechanism.Mechanism, id mechanism.RowID) *Target {
	if s.net.targets == nil {
		s.net.targets = map[*mechanism.Mechanism]map[mechanism.RowID]*Target{}
	}
	of := s.net.targets[mech]
	if of == nil {
		of = map[mechanism.RowID]*Target{}
		s.net.targets[mech] = of
	}
	t := of[id]
	if t == nil {
		t = &Target{Mech: mech, ID: id, s: s}
		of[id] = t
	}
	return t
}

// Valid reports whether the instance still exists.
func (t *Target) Valid() bool {
	_, ok := t.Mech.Table.Row(t.ID)
	return ok
}

func (t *Target) extraWeights() []float64 {
	if r := t.Mech.Type.Receive; r != nil && len(r.Args) > 1 {
		return make([]float64, len(r.Args)-1)
	}
	return nil
}

// instance gives the Instance, bound to the tables as they are now; nil when
// it is gone.
func (t *Target) instance() *mechanism.Instance {
	row, ok := t.Mech.Table.Row(t.ID)
	if !ok {
		return nil
	}
	if t.plan != t.s.plan {
		t.s.plan.bindInstance(&t.in, t.Mech, t.s)
		t.plan, t.pointers = t.s.plan, nil
		for _, b := range t.plan.mechs {
			if b.m == t.Mech {
				t.pointers = b.pointers
			}
		}
	}
	t.s.plan.moveInstance(&t.in, row)
	return &t.in
}

// receive delivers an event at time at.
func (t *Target) receive(at float64, weights []float64, flag float64) {
	r := t.Mech.Type.Receive
	in := t.instance()
	if r == nil || in == nil {
		return
	}
	if weights == nil { // a self event from INITIAL, or of WATCH
		if t.zeros == nil {
			t.zeros = make([]float64, max(1, len(r.Args)))
		}
		weights = t.zeros
	}
	t.round++
	t.run(in, r.Receive, at, weights, flag)
}

// receiveHere delivers an event of a NetCon to a target that needs nothing but
// its shard.
func (t *Target) receiveHere(env *[kernel.NumEnv]float64, weights []float64) {
	r := t.Mech.Type.Receive
	if r == nil {
		return
	}
	in := t.instance()
	t.round++
	in.Env, in.Weights, in.Flag = env, weights, 0
	r.Receive.Run(in)
}

// shard gives the shard that the instance is in.
func (t *Target) shard() int {
	if in := t.instance(); in != nil {
		return t.plan.shardOfNode(in.Node)
	}
	return nowhere
}

func (t *Target) run(in *mechanism.Instance, code mechanism.Code, at float64, weights []float64, flag float64) {
	s := t.s
	oldEnv, oldT, oldVisible := s.receiving, s.t, s.visibleT
	s.receiving = s.environment(at)
	in.Env, in.Weights, in.Flag = &s.receiving, weights, flag
	s.t = at
	for i := range t.pointers {
		t.pointers[i].fetch(in.Row, at)
	}
	code.Run(in)
	for i := range t.pointers {
		t.pointers[i].release(in.Row)
	}
	s.receiving, s.t, s.visibleT = oldEnv, oldT, oldVisible
}

// initializeWeights runs the INITIAL block of NET_RECEIVE on a weight vector.
func (t *Target) initializeWeights(w []float64) {
	r := t.Mech.Type.Receive
	if r == nil {
		return
	}
	if r.Initial != nil {
		if in := t.instance(); in != nil {
			t.run(in, r.Initial, t.s.t, w, 0)
		}
		return
	}
	for i := range w {
		if i > 0 {
			w[i] = 0
		}
	}
}

// bindInstance joins an Instance with the tables of the plan.
func (p *plan) bindInstance(in *mechanism.Instance, mech *mechanism.Mechanism, s *Solver) {
	*in = mechanism.Instance{Mech: mech, Row: -1, Node: -1, Columns: columns(mech.Table), Nodes: p.nodeColumns, Sim: simulator{s}}
	for i := range mech.Type.Ions {
		ion := p.ionsByName[mech.Type.Ions[i].Ion+"_ion"]
		in.IonRows = append(in.IonRows, -1)
		in.Ions = append(in.Ions, columns(ion.m.Table))
	}
}

// moveInstance lets an Instance stand for another row of its table.
func (p *plan) moveInstance(in *mechanism.Instance, row int) {
	if in.Row == row {
		return
	}
	in.Row = row
	at := p.nodesOf[in.Mech]
	if at == nil {
		return // an artificial cell
	}
	in.Node = int(at[row])
	for i := range in.IonRows {
		in.IonRows[i] = int(p.rowOf(p.ionsByName[in.Mech.Type.Ions[i].Ion+"_ion"])[in.Node])
	}
}

// selfEvent is a net_send of an instance.
type selfEvent struct {
	to      *Target
	flag    float64
	weights []float64 // of the event during which it was sent
	done    bool      // moved away or delivered
}

// Deliver hands the event to its instance.
func (e *selfEvent) Deliver(t float64) {
	if e.done {
		return
	}
	e.done = true
	if e.to.pending == e {
		e.to.pending = nil
	}
	e.to.receive(t, e.weights, e.flag)
}

// simulator serves the code of instances.
type simulator struct{ s *Solver }

func (m simulator) target(in *mechanism.Instance) *Target {
	return m.s.Target(in.Mech, in.Mech.Table.ID(in.Row))
}

// NetSend queues a self event.
func (m simulator) NetSend(in *mechanism.Instance, delay, flag float64) {
	if !(delay >= 0) {
		e := fault.New(fault.Range, "net_send(%g, %g) of %s: the delay must be 0 or greater", delay, flag, in.Mech.Type.Name)
		e.Mechanism, e.Value, e.Time = in.Mech.Type.Name, delay, m.s.t
		m.Fail(e)
		return
	}
	t := m.target(in)
	e := &selfEvent{to: t, flag: flag, weights: in.Weights}
	t.wait(e)
	m.s.put(in.Env[kernel.T]+delay, e)
}

// wait makes e the event that net_move would move.
func (t *Target) wait(e *selfEvent) {
	t.pending = e
	if !t.sender {
		t.sender = true
		t.s.net.senders = append(t.s.net.senders, t)
	}
}

// NetMove moves the waiting self event.
func (m simulator) NetMove(in *mechanism.Instance, at float64) {
	t := m.target(in)
	old := t.pending
	if old == nil || old.done {
		e := fault.New(fault.Model, "net_move(%g) of %s: no self event is waiting", at, in.Mech.Type.Name)
		e.Mechanism, e.Value, e.Time = in.Mech.Type.Name, at, m.s.t
		m.Fail(e.WithHint("net_move moves what net_send has sent"))
		return
	}
	old.done = true
	t.wait(&selfEvent{to: t, flag: old.flag, weights: old.weights})
	m.s.put(at, t.pending)
}

// NetEvent lets an event leave the instance.
func (m simulator) NetEvent(in *mechanism.Instance, at float64) {
	if src := m.s.net.bySource[m.target(in)]; src != nil {
		src.send(m.s, at)
	}
}

// Place tells where an instance sits.
func (m simulator) Place(in *mechanism.Instance) (place, section string) {
	if in.Mech.Type.Kind == mechanism.ArtificialCell || in.Node < 0 {
		return "", ""
	}
	return m.s.Model.NodeName(in.Mech.Table.Owner(in.Row))
}

// Print writes what the code prints.
func (m simulator) Print(text string) {
	if m.s.Printer != nil {
		m.s.Printer(text)
	}
}

// Fail ends the run after the present step.
func (m simulator) Fail(err *fault.Error) { m.s.fail(err) }

// watchList holds the conditions that instances watch.
type watchList struct{ list []*watch }

// watch is a condition of WATCH that an instance watches.
type watch struct {
	of    *Target
	cond  mechanism.Watch
	k     int
	flag  float64
	above bool
	round int // the delivery in which it was set
}

// Watch starts watching a condition. The first WATCH of a delivery ends the
// watching of what the instance watched before.
func (m simulator) Watch(in *mechanism.Instance, k int, flag float64) {
	t := m.target(in)
	l := &m.s.watches
	l.list = slices.DeleteFunc(l.list, func(w *watch) bool { return w.of == t && (w.round != t.round || w.k == k) })
	cond := in.Mech.Type.Receive.Watches[k]
	// A condition that holds already waits until it has ceased to.
	l.list = append(l.list, &watch{of: t, cond: cond, k: k, flag: flag, above: cond.Value(in) >= -1e-11, round: t.round})
}

// check delivers an event when the condition has begun to hold.
func (w *watch) check(s *Solver) {
	in := w.of.instance()
	if in == nil {
		return
	}
	env := s.environment(s.t)
	in.Env = &env
	if w.cond.Value(in) <= 0 {
		w.above = false
	} else if !w.above {
		w.above = true
		s.put(s.t, &watchEvent{w})
	}
}

// watchEvent is the event of a condition.
type watchEvent struct{ w *watch }

// Deliver hands it to the instance.
func (e *watchEvent) Deliver(t float64) { e.w.of.receive(t, nil, e.w.flag) }
