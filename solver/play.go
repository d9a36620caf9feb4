package solver

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// Player drives a number from a Vector during a run.
type Player struct {
	From       *vector.Vector
	To         Source
	Times      *vector.Vector // nil: every Dt
	Dt         float64
	Continuous bool // linear interpolation, evaluated twice per step

	s       *Solver
	dst     source
	started bool
	ended   bool // by StopRecording; an event of it may still wait
	next    int  // step: index of the next value; continuous: of the next time
	planned int  // what next will be once the shards have come as far as the front
	index   int  // continuous: where the last evaluation was
}

// Play has every run drive src from v: with times, v[i] holds from times[i] on
// (a step function through events), or, if continuous, by linear interpolation
// between the points: before the first point its value holds, after the last
// the line of the last two goes on, as in NEURON. Without times a new value
// comes every dt ms, from t = 0 on. As in NEURON, Finitialize starts it: one
// that is made in the middle of a run waits for the next.
func (s *Solver) Play(v *vector.Vector, src Source, times *vector.Vector, dt float64, continuous bool) (*Player, error) {
	switch {
	case times == nil && !(dt >= minDt):
		return nil, badInterval("play", dt)
	case times != nil && times.Len() != v.Len():
		return nil, fault.New(fault.Range, "play into %s: %d values for %d times", src, v.Len(), times.Len()).WithHint("both Vectors must have the same length")
	case continuous && times == nil:
		return nil, fault.New(fault.Type, "play: continuous play needs a Vector of times")
	}
	if err := s.reach(src); err != nil {
		return nil, err
	}
	s.StopRecording(v)
	p := &Player{From: v, To: src, Times: times, Dt: dt, Continuous: continuous, s: s}
	s.players = append(s.players, p)
	s.unresolved = true
	return p, nil
}

func (p *Player) start(s *Solver) {
	p.started, p.next, p.index = true, 0, 0
	if p.From.Len() == 0 {
		return
	}
	if p.Times != nil {
		s.put(p.Times.Data()[0], p)
	} else {
		s.put(0, p)
	}
}

// points says whether what a run needs of the two Vectors is there, where the
// next point is number next: a script may have changed them since Play.
func (p *Player) points(next int) error {
	if err := p.sameLength(); err != nil {
		return err
	}
	if next >= p.From.Len() {
		return fault.New(fault.Range, "the Vector that is played into %s was shortened during the run", p.To)
	}
	return nil
}

func (p *Player) sameLength() error {
	if p.Times == nil || p.Times.Len() == p.From.Len() {
		return nil
	}
	return fault.New(fault.Range, "play into %s: %d values for %d times", p.To, p.From.Len(), p.Times.Len()).
		WithHint("both Vectors must have the same length")
}

// Deliver sets the next value of a step function, or notes that a continuous
// one has come to its next point.
func (p *Player) Deliver(t float64) {
	if p.ended {
		return
	}
	if err := p.points(p.next); err != nil {
		p.s.fail(err)
		return
	}
	p.plan(t, p.next)
	p.act(t)
}

// act is Deliver without what follows.
func (p *Player) act(t float64) {
	if !p.Continuous {
		p.set(p.From.Data()[p.next])
		p.next++
		return
	}
	p.set(p.at(t)) // seen by nobody but finitialize, when the first point is at t = 0
	p.index = p.next
	if p.next < p.Times.Len()-1 {
		p.next++
	}
}

// plan plans the event after that of point i, at time t, and gives the number of
// its point.
func (p *Player) plan(t float64, i int) int {
	if p.Continuous && i >= p.Times.Len()-1 {
		return i
	}
	i++
	switch {
	case i >= p.From.Len():
	case p.Times == nil:
		p.s.put(t+p.Dt, p)
	default:
		p.s.put(p.Times.Data()[i], p)
	}
	return i
}

func (p *Player) set(x float64) { p.dst.set(p.s, x) }

// playContinuous evaluates the continuous players at the present time.
func (s *Solver) playContinuous() {
	for _, p := range s.players {
		if p.started && p.Continuous {
			p.follow(s.t)
		}
	}
}

// follow evaluates a continuous player at time t.
func (p *Player) follow(t float64) {
	if p.From.Len() == 0 && p.Times.Len() == 0 {
		return
	}
	if err := p.points(p.next); err != nil {
		p.s.fail(err)
		return
	}
	p.set(p.at(t))
}

// at interpolates between the two points around t; beyond the next point that
// an event has announced, the line of the last two points goes on.
func (p *Player) at(t float64) float64 {
	times, values := p.Times.Data(), p.From.Data()
	switch {
	case p.next == 0:
		p.index = 0
		return values[0]
	case t >= times[p.next]:
		p.index = p.next
	case t <= times[0]:
		p.index = 0
		return values[0]
	default:
		p.index = min(p.index, p.next)
		for p.index > 1 && t < times[p.index-1] {
			p.index--
		}
		for p.index < p.next && t >= times[p.index] {
			p.index++
		}
		p.index = max(p.index, 1)
	}
	x0, x1 := values[p.index-1], values[p.index]
	t0, t1 := times[p.index-1], times[p.index]
	if t0 == t1 {
		return (x0 + x1) / 2
	}
	return x0 + float64((x1-x0)*((t-t0)/(t1-t0)))
}
