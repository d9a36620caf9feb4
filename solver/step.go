package solver

import (
	"slices"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
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
	if err := s.transfer.set(); err != nil {
		return err
	}
	s.failed = nil
	s.t, s.visibleT = 0, 0
	s.clearEvents()
	s.callbacks = nil
	s.watches.list = nil
	s.playRandom()
	for _, p := range s.players {
		p.start(s)
	}
	s.deliver(0)
	if setV {
		simd.Fill(s.plan.v, v)
	}
	s.transfer.run(s)
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
	s.plan.charging.initial()
	if s.plan.imem.on {
		s.plan.imem.initial()
	}
	if err := s.checkGround(); err != nil {
		return err
	}
	s.startRecorders()
	env := s.environment(s.t)
	s.plan.runHooks(mechanism.BeforeStep, &env)
	s.sample()
	s.samples.flush()
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
	if p.layers != nil {
		p.layers.initialize(s)
	}
	for _, b := range p.mechs {
		b.init.run(p, &env)
	}
	s.initializeNetwork()
	p.runHooks(mechanism.AfterInitial, &env)
}

// setup makes the matrix equation for the change of the potential, with
// mechanisms seen at time t.
func (s *Solver) setup(t float64) {
	s.plan.setEnv(s.environment(t))
	s.plan.do(s.plan.setup)
}

// step advances the model by dt. The order of its parts is NEURON's.
func (s *Solver) step() {
	p := s.plan
	if len(s.players)+len(s.randoms) > 0 { // one may have played into what a table depends on
		s.updateTables()
	}
	s.detect()
	s.deliver(s.t + 0.5*s.dt)
	s.playRandom()
	s.t += 0.5 * s.dt
	s.playContinuous()
	p.setEnv(s.environment(s.t))
	if p.team != nil && len(s.players) == 0 && !s.transfer.bound { // nothing comes between the two: threads meet once
		s.t += 0.5 * s.dt
		p.later = s.environment(s.t)
		p.do(p.joined)
	} else {
		p.do(p.solve)
		s.t += 0.5 * s.dt
		s.playContinuous()
		s.transfer.run(s)
		p.setEnv(s.environment(s.t))
		p.do(p.advance)
	}
	s.sample()
	s.deliver(s.t)
	s.visibleT = s.t
}

// solvePart solves the matrix equation in a shard, moves the potential by the
// solution, and computes the capacitive current.
func (p *plan) solvePart(k, secondorder int) {
	at, factor := p.shards[k], 0.001*p.envs[k].now[kernel.Cj]
	if p.layers != nil {
		p.layers.solve(&p.tree, k)
		p.move(at, factor, secondorder)
	} else {
		for i := range p.paths[k] {
			group := &p.paths[k][i]
			p.tree.solve(p.v, group)
			p.move(group.rows, factor, secondorder)
		}
	}
	p.moved(k, secondorder)
}

// solveCut solves the matrix equation of trees that are cut between shards.
func (p *plan) solveCut() {
	for i := range p.paths[0] {
		p.tree.solve(p.v, &p.paths[0][i])
	}
}

// moveCut does for a shard what solvePart does after the solution.
func (p *plan) moveCut(k, secondorder int) {
	p.move(p.shards[k], 0.001*p.envs[k].now[kernel.Cj], secondorder)
	p.moved(k, secondorder)
}

// moved computes what follows from the change of the potential in a shard.
func (p *plan) moved(k, secondorder int) {
	at, factor := p.shards[k], 0.001*p.envs[k].now[kernel.Cj]
	if k == 0 {
		p.charging.factor = factor
	}
	if secondorder == 2 {
		for _, ion := range p.ions {
			lo, _ := slices.BinarySearch(ion.nodes, int32(at.lo))
			hi, _ := slices.BinarySearch(ion.nodes, int32(at.hi))
			for r := lo; r < hi; r++ {
				ion.i[r] += float64(ion.didv[r] * p.tree.rhs[ion.nodes[r]])
			}
		}
	}
	if p.layers != nil {
		p.layers.update(p, factor, k)
	}
	if p.imem.on {
		p.imem.solved(p.tree.rhs, at)
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
