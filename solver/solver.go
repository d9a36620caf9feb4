// Package solver advances a model in time: an implicit cable solver with a
// fixed step, recording into Vectors and playing from them.
//
// The scheme is staggered, as NEURON's (Hines & Carnevale 1997, The NEURON
// simulation environment, Neural Computation 9:1179-1209): in a step from t to
// t+dt the potential is solved with the gating states of t+dt/2, then the
// states are advanced with the new potential.
package solver

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/random"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver/event"
)

// Limits of what a user may set.
const (
	minDt = 1e-9
	maxDt = 1e15
)

// Solver runs one model. Make it with New.
type Solver struct {
	Model *section.Model

	// Poll is called once per step; an error ends the run, which leaves the
	// model at the end of a whole step. It may be nil.
	Poll func() error
	// Notice tells the user something (default: nothing).
	Notice func(text string)
	// Printer writes what the code of mechanisms prints (default: nothing).
	Printer func(text string)
	// DefaultThreads is the number of threads where SetThreads asks for none; 0
	// takes all processors for models that are large enough to gain by it.
	DefaultThreads int

	// Run control, with the meaning and defaults of NEURON's stdrun library.
	VInit        float64 // v_init [mV]
	TStop        float64 // tstop [ms]
	StepsPerMs   float64 // steps_per_ms
	NstepSteprun float64 // nstep_steprun: steps of Fadvance in a Step
	RunStopAt    float64 // runStopAt [ms]
	RunStopIn    float64 // runStopIn [ms]
	StopRun      float64 // stoprun: not 0 ends a Continuerun after the present step

	t, visibleT float64 // visibleT is the time that scripts and recorders see
	dt          float64
	secondorder int
	threads     int // that SetThreads asked for; 0: none

	queue      event.Queue
	receiving  [kernel.NumEnv]float64 // what the instance sees that receives an event
	callbacks  []*callback
	turns      int // of callbacks that the queue has handed out
	handlers   []*Handler
	recorders  []*Recorder
	samples    samples
	players    []*Player
	randoms    []*randomPlayer
	allRandoms []*random.Random // in order of creation
	net        network
	watches    watchList
	pointers   map[pointerKey]Source

	gids     gids
	transfer transfer
	interval float64 // what SetMaxstep gave [ms]; 0: it was not called

	plan       *plan
	unresolved bool // recorders or players were added since the plan was made
	check      checker
	alone      stretch
	scripted   bool  // a function of a script was recorded or played into in this step
	failed     error // what a recorded or played function, or the code of a mechanism, said; ends the run
	replaying  bool  // the steps since the last look are made again, to find the first bad one
}

// New makes a solver with NEURON's defaults: dt 0.025 ms, tstop 5 ms, v_init
// -65 mV, 40 steps per ms, secondorder 0.
func New(m *section.Model) *Solver {
	s := &Solver{Model: m, dt: 0.025, VInit: -65, TStop: 5, StepsPerMs: 40, NstepSteprun: 1, RunStopAt: 5, RunStopIn: 1}
	m.Mechs.Sim = simulator{s}
	m.FillICap = s.fillICap
	return s
}

// Beside makes a solver for another model with the same settings: dt, secondorder,
// threads and run control.
func (s *Solver) Beside(m *section.Model) *Solver {
	other := New(m)
	other.Poll, other.Notice, other.Printer, other.DefaultThreads = s.Poll, s.Notice, s.Printer, s.DefaultThreads
	other.VInit, other.TStop, other.StepsPerMs, other.NstepSteprun = s.VInit, s.TStop, s.StepsPerMs, s.NstepSteprun
	other.dt, other.secondorder, other.threads = s.dt, s.secondorder, s.threads
	return other
}

// T is the time [ms].
func (s *Solver) T() float64 { return s.visibleT }

// SetT sets the time [ms].
func (s *Solver) SetT(t float64) error {
	if math.IsNaN(t) || math.IsInf(t, 0) {
		return fault.New(fault.Range, "t = %g is not a time", t).WithHint("t is in ms")
	}
	s.t, s.visibleT = t, t
	return nil
}

// Dt is the time step [ms].
func (s *Solver) Dt() float64 { return s.dt }

// SetDt sets the time step [ms].
func (s *Solver) SetDt(dt float64) error {
	if dt <= 0 || math.IsNaN(dt) {
		e := fault.New(fault.Range, "dt = %g is not a time step: it must be greater than 0 ms", dt)
		e.Variable, e.Value = "dt", dt
		return e.WithHint("NEURON's default is 0.025 ms")
	}
	if dt < minDt || dt > maxDt {
		return fault.Outside("dt", dt, minDt, maxDt)
	}
	s.dt = dt
	return nil
}

// Secondorder is the integration of the potential: 0 implicit Euler, 1
// Crank-Nicolson, 2 Crank-Nicolson with ion currents at t+dt/2.
func (s *Solver) Secondorder() int { return s.secondorder }

// SetSecondorder chooses the integration of the potential.
func (s *Solver) SetSecondorder(x float64) error {
	if x != 0 && x != 1 && x != 2 {
		e := fault.New(fault.Range, "secondorder = %g is not 0, 1 or 2", x)
		e.Variable, e.Value = "secondorder", x
		return e.WithHint("0 is implicit Euler, 1 Crank-Nicolson, 2 Crank-Nicolson with ion currents at the half step")
	}
	s.secondorder = int(x)
	return nil
}

// MaxThreads is the largest number of threads that a model may be dealt to.
const MaxThreads = 1024

// Threads is the number of threads that steps are shared by: as many as SetThreads
// asked for, or DefaultThreads, or as many as the present model is dealt to.
func (s *Solver) Threads() int {
	switch n := s.threadsAsked(); {
	case n > 0:
		return n
	case s.plan != nil:
		return s.plan.threads
	}
	return 1
}

// threadsAsked is the number of threads that somebody asked for; 0: nobody did.
func (s *Solver) threadsAsked() int {
	if s.threads > 0 {
		return s.threads
	}
	return s.DefaultThreads
}

// SetThreads has steps shared by n threads, each with whole trees of sections.
// Results are the same, to the last bit, for any number.
func (s *Solver) SetThreads(n float64) error {
	if !(n >= 1 && n <= MaxThreads) || n != math.Trunc(n) {
		e := fault.New(fault.Range, "nthread(%g): the number of threads must be a whole number from 1 to %d", n, MaxThreads)
		e.Variable, e.Value = "nthread", n
		return e
	}
	if s.threads != int(n) {
		s.threads, s.plan = int(n), nil
	}
	return nil
}

// cj is the factor of the capacitive current [1/ms].
func (s *Solver) cj() float64 {
	if s.secondorder != 0 {
		return 2 / s.dt
	}
	return 1 / s.dt
}

func (s *Solver) environment(t float64) [kernel.NumEnv]float64 {
	return [kernel.NumEnv]float64{kernel.T: t, kernel.Dt: s.dt, kernel.Celsius: s.Model.Celsius, kernel.Cj: s.cj()}
}

// Reset forgets recordings, plays, handlers and events, and restores the
// defaults.
func (s *Solver) Reset() {
	for _, c := range s.net.netcons.all() {
		c.deleted = true
	}
	fresh := New(s.Model)
	fresh.Poll, fresh.Notice, fresh.Printer, fresh.DefaultThreads = s.Poll, s.Notice, s.Printer, s.DefaultThreads
	*s = *fresh
	s.Model.Mechs.Sim = simulator{s}
}
