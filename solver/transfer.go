package solver

import (
	"fmt"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// transfer copies numbers from one place of the model to others at the points
// of a run where NEURON does: in Finitialize once the potentials are set, and in
// each step between the new potentials and the states. Gap junctions are made
// of it.
type transfer struct {
	sources map[int]*transferSource
	targets []*transferTarget
	ready   bool // SetupTransfer was called after the last change
	bound   bool // the places of all numbers are known
}

type transferSource struct {
	from  Source
	value source // from, resolved
	// outside is the potential of the layer outside of the membrane, where from
	// is a potential v and has one: what is transferred is that of the inside.
	outside *float64
}

type transferTarget struct {
	to    Source
	sid   int
	value source // to, resolved
	of    *transferSource
}

// TransferSource names a number that is to be transferred by a source
// identifier, which must be new.
func (s *Solver) TransferSource(from Source, sid int) error {
	if err := checkSid("source_var", sid); err != nil {
		return err
	}
	if old := s.transfer.sources[sid]; old != nil {
		return sidFault(sid, "source_var: the source identifier %d is already that of %s", sid, old.from).
			WithHint("each source needs an identifier of its own; gid_clear(3) forgets all")
	}
	if err := s.reach(from); err != nil {
		return err
	}
	if s.transfer.sources == nil {
		s.transfer.sources = map[int]*transferSource{}
	}
	s.transfer.sources[sid] = &transferSource{from: from}
	s.transfer.ready, s.transfer.bound = false, false
	return nil
}

// TransferTarget says that a number is to become that of a source identifier.
func (s *Solver) TransferTarget(to Source, sid int) error {
	if err := checkSid("target_var", sid); err != nil {
		return err
	}
	if err := s.reach(to); err != nil {
		return err
	}
	s.transfer.targets = append(s.transfer.targets, &transferTarget{to: to, sid: sid})
	s.transfer.ready, s.transfer.bound = false, false
	return nil
}

func checkSid(call string, sid int) error {
	if sid < 0 {
		return sidFault(sid, "%s: the source identifier must be 0 or greater, not %d", call, sid)
	}
	return nil
}

func sidFault(sid int, format string, args ...any) *fault.Error {
	e := fault.New(fault.Model, format, args...)
	e.Variable, e.Value = "sid", float64(sid)
	return e
}

// SetupTransfer joins targets with their sources. A target without a source is
// an error.
func (s *Solver) SetupTransfer() error {
	x := &s.transfer
	for _, t := range x.targets {
		if x.sources[t.sid] == nil {
			return sidFault(t.sid, "setup_transfer: no source_var has the source identifier %d, which target_var gave for %s", t.sid, t.to)
		}
	}
	for _, t := range x.targets {
		t.of = x.sources[t.sid]
	}
	x.ready, x.bound, s.unresolved = true, false, true
	return nil
}

// ClearTransfer forgets all sources and targets.
func (s *Solver) ClearTransfer() { s.transfer = transfer{} }

// set reports that a run would need SetupTransfer.
func (x *transfer) set() error {
	if x.ready || len(x.targets)+len(x.sources) == 0 {
		return nil
	}
	return fault.New(fault.Model, "setup_transfer was not called after source_var and target_var").
		WithHint("call setup_transfer() before the run")
}

// bind finds the present places of all numbers.
func (x *transfer) bind(s *Solver) error {
	if !x.ready {
		return nil
	}
	place := func(src Source) (source, error) {
		v, err := s.resolve(src)
		if why := fault.As(err); why != nil {
			e := *why
			e.Kind, e.Msg = fault.Model, fmt.Sprintf("%s is transferred, but %s", src, why.Msg)
			return v, e.WithHint("gid_clear(3) forgets what is transferred")
		}
		return v, err
	}
	var err error
	for _, t := range x.targets {
		if t.value, err = place(t.to); err != nil {
			return err
		}
		if t.of.value, err = place(t.of.from); err != nil {
			return err
		}
		t.of.outside = s.plan.outsideOf(t.of.from, s.Model.Nodes)
	}
	x.bound = true
	return nil
}

// run copies every source to its targets. What was changed in the middle of a
// step waits for SetupTransfer and the end of the step.
func (x *transfer) run(s *Solver) {
	if !x.bound {
		return
	}
	for _, t := range x.targets {
		x := t.of.value.get(s, s.t)
		if t.of.outside != nil {
			x += *t.of.outside
		}
		t.value.set(s, x)
	}
}

// outsideOf gives the potential of the inner layer of extracellular where src is
// the potential of a node that has one, else nil.
func (p *plan) outsideOf(src Source, nodes *mechanism.Table) *float64 {
	at, inTable, err := src.Resolve()
	if p.layers == nil || err != nil || !inTable || at.Table != nodes || at.Col != mechanism.NodeV {
		return nil
	}
	row, ok := nodes.Row(at.ID)
	if !ok || p.layers.row[row] == noLayers {
		return nil
	}
	return &p.layers.vext[0][p.layers.row[row]]
}
