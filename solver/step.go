package solver

import (
	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism"
)

// Finitialize starts a run: t = 0, v in all nodes if setV, INITIAL blocks,
// currents, and the first sample of every recording. Handlers of FInitialize
// run in NEURON's order (types 3, 0, 1, 2).
func (s *Solver) Finitialize(v float64, setV bool) error {
	if err := s.callHandlers(3); err != nil {
		return err
	}
	if err := s.prepare(); err != nil {
		return err
	}
	if err := s.checkTimes(); err != nil {
		return err
	}
	s.failed = nil
	s.t, s.visibleT = 0, 0
	s.queue.Clear()
	s.callbacks = nil
	s.watches.list = nil
	for _, p := range s.players {
		p.start(s)
	}
	s.deliver(0)
	if setV {
		simd.Fill(s.plan.v, v)
	}
	if err := s.callHandlers(0); err != nil {
		return err
	}
	if err := s.prepare(); err != nil {
		return err
	}
	s.updateTables()
	s.initialize()
	if err := s.callHandlers(1); err != nil {
		return err
	}
	if err := s.prepare(); err != nil {
		return err
	}
	s.updateTables()
	s.deliver(0)
	s.setup(s.t)
	simd.Fill(s.plan.icap, 0)
	if s.Model.FastIMem {
		s.plan.imem.initial()
	}
	for _, r := range s.recorders {
		r.start(s)
	}
	env := s.environment(s.t)
	s.plan.runHooks(mechanism.BeforeStep, &env)
	s.sample()
	s.deliver(0)
	s.check.begin(s, false)
	if err := s.failure(); err != nil {
		return err
	}
	if err := s.check.now(s); err != nil {
		return err
	}
	if err := s.runCallbacks(); err != nil {
		return err
	}
	return s.callHandlers(2)
}

// initialize runs the INITIAL blocks: ions first, then the mechanisms.
func (s *Solver) initialize() {
	p, celsius := s.plan, s.Model.Celsius
	env := s.environment(s.t)
	p.runHooks(mechanism.BeforeInitial, &env)
	for _, ion := range p.ions {
		ion.initialize(celsius)
	}
	for _, b := range p.mechs {
		b.init.run(p, &env)
		for _, ion := range b.ions {
			ion.reversal(celsius, mechanism.Style.EInit)
		}
	}
	s.initializeNetwork()
	p.runHooks(mechanism.AfterInitial, &env)
}

// setup makes the matrix equation for the change of the potential, with
// mechanisms seen at time t.
func (s *Solver) setup(t float64) {
	p := s.plan
	env := s.environment(t)
	simd.Fill(p.tree.rhs, 0)
	simd.Fill(p.tree.d, 0)
	for _, ion := range p.ions {
		simd.Fill(ion.i, 0)
		simd.Fill(ion.didv, 0)
		if ion.anyAdvance {
			ion.reversal(s.Model.Celsius, mechanism.Style.EAdvance)
		}
	}
	p.runHooks(mechanism.BeforeBreakpoint, &env)
	imem := s.Model.FastIMem
	if imem {
		p.imem.begin(&p.tree)
	}
	for _, b := range p.mechs {
		b.current.run(p, &env)
		if imem {
			p.imem.add(&p.tree, b.m.Type.Electrode)
		}
	}
	factor := 0.001 * s.cj()
	d, cm := p.tree.d, p.cm[:len(p.tree.d)]
	for i := range d {
		d[i] += factor * cm[i]
	}
	if imem {
		p.imem.capacity(p.tree.d)
	}
	p.tree.axial(p.v)
}

// step advances the model by dt. The order of its parts is NEURON's.
func (s *Solver) step() {
	p := s.plan
	if len(s.players) > 0 { // one may have played into what a table depends on
		s.updateTables()
	}
	s.detect()
	s.deliver(s.t + 0.5*s.dt)
	s.t += 0.5 * s.dt
	s.playContinuous()
	s.setup(s.t)
	p.tree.solve()
	if s.Model.FastIMem {
		p.imem.solved(p.tree.rhs)
	}
	if s.secondorder == 2 {
		for _, ion := range p.ions {
			for r, n := range ion.nodes {
				ion.i[r] += ion.didv[r] * p.tree.rhs[n]
			}
		}
	}
	s.updateV()
	s.t += 0.5 * s.dt
	s.playContinuous()
	env := s.environment(s.t)
	for _, b := range p.mechs {
		b.state.run(p, &env)
	}
	p.diffuse(&env, s.dt)
	p.runHooks(mechanism.AfterSolve, &env)
	p.runHooks(mechanism.BeforeStep, &env)
	s.sample()
	s.deliver(s.t)
	s.visibleT = s.t
}

// updateV moves the potential by the solution of the matrix equation, and
// computes the capacitive current.
func (s *Solver) updateV() {
	p := s.plan
	factor := 0.001 * s.cj()
	scale := 1.0
	if s.secondorder != 0 {
		scale = 2
	}
	dv := p.tree.rhs
	v, cm, icap := p.v[:len(dv)], p.cm[:len(dv)], p.icap[:len(dv)]
	for i, x := range dv {
		icap[i] = factor * cm[i] * x
		v[i] += scale * x
	}
}

// pollEvery is the number of events between two looks whether to stop.
const pollEvery = 1 << 14

// deliver hands out the events that are due at time until.
func (s *Solver) deliver(until float64) {
	for count := 1; s.failed == nil; count++ {
		t, e, ok := s.queue.Pop(until)
		if !ok {
			return
		}
		e.Deliver(t)
		if count%pollEvery == 0 && s.Poll != nil {
			if err := s.Poll(); err != nil {
				s.fail(err)
			}
		}
	}
}
