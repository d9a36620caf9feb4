package solver

import (
	"math"
	"sync"
	"time"

	"github.com/gneuron/gneuron/fault"
)

// Fadvance makes one step of dt.
func (s *Solver) Fadvance() error {
	if err := s.begin(false); err != nil {
		return err
	}
	if _, err := s.advance(1, false); err != nil {
		return err
	}
	return s.check.now(s)
}

// Fcurrent computes the currents of all mechanisms from the present potentials
// and states, without a step of time (NEURON's fcurrent).
func (s *Solver) Fcurrent() error {
	s.Model.AskICap() // what it follows from goes
	if err := s.prepare(); err != nil {
		return err
	}
	s.updateTables()
	s.setup(s.t)
	return s.failure()
}

// begin brings everything up to date before the first step after a script
// could have changed something; long announces a run of many steps.
func (s *Solver) begin(long bool) error {
	if s.t+0.5*s.dt == s.t {
		e := fault.New(fault.Range, "t = %g ms is too large: steps of dt = %g ms do not change it", s.t, s.dt)
		e.Variable, e.Value = "t", s.t
		return e.WithHint("n.finitialize() starts again at t = 0")
	}
	if err := s.prepare(); err != nil {
		return err
	}
	if err := s.transfer.set(); err != nil {
		return err
	}
	s.updateTables()
	s.check.begin(s, long)
	if long {
		s.alone.prepare(s)
	}
	return nil
}

// advance makes at least one step and at most most, calls what is due after it,
// and tells how many steps it has made: in a long run as many as need no look
// at anything else.
func (s *Solver) advance(most int, long bool) (n int, err error) {
	since := time.Time{}
	if s.plan.team != nil {
		since = time.Now()
	}
	if long {
		n = s.stretch(most)
	}
	if n == 0 {
		s.step()
		n = 1
	}
	if s.plan.team != nil {
		s.plan.team.pace.made(n, time.Since(since))
	}
	if err := s.failure(); err != nil {
		s.samples.flush()
		return n, err
	}
	if s.scripted {
		s.scripted = false
		if s.unresolved || !s.planHolds() { // the script set what was the same everywhere
			if err := s.prepare(); err != nil {
				return n, err
			}
		}
	}
	if !s.callbackDue() {
		return n, nil
	}
	if err := s.check.now(s); err != nil {
		return n, err
	}
	if err := s.runCallbacks(); err != nil {
		return n, err
	}
	return n, s.begin(long)
}

// Step makes NstepSteprun steps of dt (stdrun's step).
func (s *Solver) Step() error {
	if err := s.begin(true); err != nil {
		return err
	}
	for left := s.group(); left > 0; {
		n, err := s.advance(left, true)
		if err != nil {
			return err
		}
		left -= n
	}
	return s.check.now(s)
}

// group is the number of steps between two looks whether a run is over.
func (s *Solver) group() int { return max(int(s.NstepSteprun), 1) }

// epsilon is how much two numbers must differ for NEURON's stdrun library,
// written in HOC, to take them for different (float_epsilon). Without it, the
// rounding of t decides whether a run to the middle of a step makes that step.
const epsilon = 1e-11

// Continuerun runs until time until [ms]: as long as t < until - dt/2. The
// error of Poll ends it after a whole step.
func (s *Solver) Continuerun(until float64) error {
	if err := s.begin(true); err != nil {
		return err
	}
	s.StopRun = 0
	s.expect(until)
	until -= 0.5*s.dt + epsilon // dt may change on the way, the goal does not, as in NEURON
	owed := 0                   // steps before the next look whether the run is over
	for owed > 0 || s.t < until && s.StopRun == 0 {
		if owed == 0 {
			owed = s.group()
		}
		if s.Poll != nil {
			if err := s.Poll(); err != nil {
				s.samples.flush()
				return err
			}
		}
		n, err := s.advance(s.stepsTo(until, owed), true)
		if err != nil {
			return err
		}
		if owed -= n; owed < 0 { // some groups are over, too
			owed += (s.group() - 1 - owed) / s.group() * s.group()
		}
		if err := s.check.sometimes(s, n); err != nil {
			return err
		}
	}
	return s.check.now(s)
}

// stepsTo is the number of steps that a run to time until makes from now on,
// where it looks whether it is over after first steps and then after each group;
// not many more than a stretch may have, as nobody needs to know.
func (s *Solver) stepsTo(until float64, first int) int {
	n, group, t := 0, first, s.t
	for n == 0 || n < s.alone.most && t < until {
		for range group {
			t += 0.5 * s.dt
			t += 0.5 * s.dt
		}
		n += group
		group = s.group()
	}
	return n
}

// Setdt makes dt a whole fraction of 1/steps_per_ms, and says so when that
// changes it (stdrun's setdt).
func (s *Solver) Setdt() {
	interval := 1 / s.StepsPerMs
	s.NstepSteprun = max(1, math.Floor(interval/s.dt+epsilon))
	dt := interval / s.NstepSteprun
	if math.Abs(float64(s.dt*s.NstepSteprun*s.StepsPerMs)-1) > 1e-6 {
		if s.Notice != nil {
			s.Notice("Changed dt")
		}
		s.dt = dt
	}
}

// Stdinit is Setdt and Finitialize with v_init.
func (s *Solver) Stdinit() error {
	s.Setdt()
	return s.Finitialize(s.VInit, true)
}

// Run is Stdinit and Continuerun to tstop.
func (s *Solver) Run() error {
	if err := s.Stdinit(); err != nil {
		return err
	}
	return s.Continuerun(s.TStop)
}

// fail ends the run after the present step with the first error of the step.
func (s *Solver) fail(err error) {
	failing.Lock()
	defer failing.Unlock()
	if s.failed == nil {
		s.failed = err
	}
}

// failures tells the solver what fails in a kernel.
type failures struct{ s *Solver }

func (x failures) Fail(err *fault.Error) { x.s.fail(err) }

func (x failures) Failed() bool {
	failing.Lock()
	defer failing.Unlock()
	return x.s.failed != nil
}

// failing guards what fail writes: in a stretch, shards fail side by side.
var failing sync.Mutex

// failure gives, once, what fail was told.
func (s *Solver) failure() error {
	err := s.failed
	s.failed = nil
	return err
}
