package solver

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// Limits of what a user may give to SetMaxstep and Psolve [ms].
const (
	minMaxstep = 1e-6
	maxPsolve  = 1e9
)

// SetMaxstep gives the longest time that parts of the model may run by
// themselves [ms]: longest, or the smallest delay of a NetCon from another part
// where that is shorter.
func (s *Solver) SetMaxstep(longest float64) (float64, error) {
	if !(longest >= minMaxstep && longest <= maxPsolve) {
		return 0, fault.Outside("the argument of set_maxstep", longest, minMaxstep, maxPsolve)
	}
	s.interval = longest
	for _, src := range s.net.sources.all() {
		if s.threads <= 1 && s.gids.inputs[src.gid] != src {
			continue // no NetCon of it leaves this part
		}
		for _, c := range src.Outputs() {
			s.interval = min(s.interval, c.Delay)
		}
	}
	return s.interval, nil
}

// Psolve runs until time until [ms], up to the last step that ends at or
// before it. The error of Poll ends it after a whole step.
//
// SetMaxstep must have been called, as in NEURON, and its result must not be
// shorter than dt.
func (s *Solver) Psolve(until float64) error {
	if s.interval == 0 {
		return fault.New(fault.Model, "psolve needs to know how long parts of the model may run by themselves").
			WithHint("call set_maxstep(10) first")
	}
	if s.interval-1e-10 < s.dt {
		e := fault.New(fault.Model, "psolve: the smallest delay between parts of the model is %g ms, less than dt = %g ms", s.interval, s.dt)
		e.Variable, e.Value = "delay", s.interval
		return e.WithHint("a NetCon of gid_connect needs a delay of at least dt; call set_maxstep again when it has")
	}
	if !(until >= s.t && until <= maxPsolve) {
		return fault.Outside("the time of psolve", until, s.t, maxPsolve)
	}
	if err := s.begin(true); err != nil {
		return err
	}
	s.StopRun = 0
	s.expect(until)
	until = float64(until * (1 + 1e-11))
	// Few steps, and all where numbers are transferred, are counted by the time
	// they reach, more by a division: the last step can depend on it.
	steps := math.Floor((until-s.t)/s.dt + 1e-9)
	if steps <= 3 || len(s.transfer.targets)+len(s.transfer.sources) > 0 {
		steps = math.Inf(1)
	}
	until -= s.dt
	counted := !math.IsInf(steps, 1)
	for s.StopRun == 0 && (counted && steps > 0 || !counted && s.t <= until) {
		if s.Poll != nil {
			if err := s.Poll(); err != nil {
				s.samples.flush()
				return err
			}
		}
		most := int(min(steps, maxStretch))
		if !counted {
			most, _ = s.stepsBefore(s.alone.most, func(end float64) bool { return end <= until })
			most++
		}
		n, err := s.advance(most, true)
		if err != nil {
			return err
		}
		steps -= float64(n)
		if err := s.check.sometimes(s, n); err != nil {
			return err
		}
	}
	return s.check.now(s)
}
