package solver

import (
	"fmt"
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/solver/event"
	"github.com/gneuron/gneuron/vector"
)

// Source is a number that can be recorded or played into.
type Source interface {
	// Resolve gives the place where the number is now, or ok false when it is
	// not a number of a table; then Value is asked at each sample.
	Resolve() (h mechanism.Handle, ok bool, err error)
	// Value gives the number.
	Value() (float64, error)
	// SetValue changes it.
	SetValue(x float64) error
	// IsTime is true for t itself.
	IsTime() bool
	// String names it for messages: "soma(0.5)._ref_v".
	String() string
}

// source is a Source resolved for the present plan.
type source struct {
	at    *float64
	src   Source
	shard int // of the plan, whose number it is; or one of those below
}

// The shards of a number that is none's.
const (
	outside = -1 // of an instance that sits nowhere
	nowhere = -2 // in no table
)

// get reads the number; t is what scripts see as the time now. An error ends
// the run after the present step.
func (x *source) get(s *Solver, t float64) float64 {
	if x.at != nil {
		return *x.at
	}
	if x.src.IsTime() {
		return t
	}
	s.outside()
	y, err := x.src.Value()
	if err != nil {
		s.fail(err)
	}
	return y
}

// set changes the number. An error ends the run after the present step.
func (x *source) set(s *Solver, y float64) {
	if x.at != nil {
		*x.at = y
		return
	}
	s.outside()
	if err := x.src.SetValue(y); err != nil {
		s.fail(err)
	}
}

// outside is called before something is asked or told that is in no table: it may
// be a function of a script, which may look at Vectors and change the model.
func (s *Solver) outside() {
	s.scripted = true
	s.samples.flush()
}

// reach says whether a number can be found now. It leaves the columns of the model
// as they are: scripts ask for one reference after the other while they build.
func (s *Solver) reach(src Source) error {
	h, ok, err := src.Resolve()
	switch {
	case err != nil:
		return err
	case ok:
		if _, ok := h.Table.Row(h.ID); !ok {
			return fault.New(fault.Reference, "%s is recorded or played into but no longer exists", src).WithHint("call play_remove() or record something that is still there")
		}
	case !src.IsTime():
		_, err = src.Value()
	}
	return err
}

// resolve finds the number's present place.
func (s *Solver) resolve(src Source) (source, error) { return s.resolveIn(nil, src) }

// resolveIn finds the number's present place, and its shard in a plan that is up
// to date.
func (s *Solver) resolveIn(p *plan, src Source) (source, error) {
	if err := s.reach(src); err != nil {
		return source{}, err
	}
	h, ok, err := src.Resolve()
	if err != nil || !ok {
		return source{src: src, shard: nowhere}, err
	}
	row, _ := h.Table.Row(h.ID)
	return source{&h.Table.Column(h.Col)[row], src, p.shardOf(h.Table, row)}, nil
}

// Recorder writes a number into a Vector during a run.
type Recorder struct {
	To    *vector.Vector
	From  Source
	Every float64        // > 0: a sample at each multiple of it [ms]
	At    *vector.Vector // not nil: a sample at each of these times [ms]

	s       *Solver
	src     source
	started bool
	ended   bool // by StopRecording; an event of it may still wait
	next    int  // of At
}

// Record has every run write src into v: a sample at every step, or every dt
// ms, or at the times in at. What v recorded before is forgotten. As in NEURON,
// Finitialize empties v and starts the recording: one that is made in the
// middle of a run waits for the next.
func (s *Solver) Record(v *vector.Vector, src Source, every float64, at *vector.Vector) (*Recorder, error) {
	if every != 0 && !(every >= minDt) {
		return nil, badInterval("record", every)
	}
	if at == v {
		return nil, fault.New(fault.Type, "a Vector cannot record %s at times that are its own elements", src).
			WithHint("give the times in another Vector")
	}
	if err := s.reach(src); err != nil {
		return nil, err
	}
	s.StopRecording(v)
	r := &Recorder{To: v, From: src, Every: every, At: at, s: s}
	s.recorders = append(s.recorders, r)
	s.unresolved = true
	return r, nil
}

func badInterval(use string, x float64) error {
	e := fault.New(fault.Range, "%s: an interval of %g ms is too short: it must be at least %g ms", use, x, minDt)
	e.Value = x
	return e
}

// StopRecording ends the recording and playing of v (play_remove).
func (s *Solver) StopRecording(v *vector.Vector) {
	s.samples.flush()
	s.recorders = slices.DeleteFunc(s.recorders, func(r *Recorder) bool {
		r.ended = r.ended || r.To == v
		return r.To == v
	})
	s.players = slices.DeleteFunc(s.players, func(p *Player) bool {
		p.ended = p.ended || p.From == v
		return p.From == v
	})
	s.unresolved = true
}

// Recorders are those that record now, in the order made, with all samples so far in
// their Vectors.
func (s *Solver) Recorders() []*Recorder {
	s.samples.flush()
	return slices.Clone(s.recorders)
}

// bindRecorders finds the present places of what is recorded and played into.
func (s *Solver) bindRecorders() error {
	s.unresolved = true // until all are found
	s.samples.flush()
	for _, r := range s.recorders {
		x, err := s.resolveIn(s.plan, r.From)
		if err != nil {
			return gone(r.From, "recorded", "play_remove() of the Vector", err)
		}
		r.src = x
	}
	for _, p := range s.players {
		x, err := s.resolveIn(s.plan, p.To)
		if err != nil {
			return gone(p.To, "played into", "play_remove() of the Vector", err)
		}
		p.dst = x
	}
	for _, p := range s.randoms {
		x, err := s.resolve(p.to)
		if err != nil {
			return gone(p.to, "played into", "delete() of the Random", err)
		}
		p.dst = x
	}
	for _, src := range slices.Clone(s.net.sources.all()) {
		if src.watched == nil {
			continue
		}
		x, err := s.resolveIn(s.plan, src.watched)
		if of, ok := src.watched.(interface{ Gone() bool }); err != nil && ok && of.Gone() && !src.hasGid {
			src.disconnect() // as in NEURON, its NetCons stay without a source
			continue
		}
		if err != nil {
			return gone(src.watched, "watched by a NetCon", "delete() of the NetCon", err)
		}
		src.value = x
	}
	if err := s.transfer.bind(s); err != nil {
		return err
	}
	s.samples.bind(s)
	s.unresolved = false
	return nil
}

// gone adds to the reason why a number cannot be found what it is needed for,
// and what ends that use.
func gone(src Source, use, end string, err error) error {
	why := fault.As(err)
	if why == nil {
		return err
	}
	e := *why
	e.Kind = fault.Model
	e.Msg = fmt.Sprintf("%s is %s, but %s", src, use, why.Msg)
	return e.WithHint("%s ends that; or give it something that exists", end)
}

// checkTimes says whether the times at which Vectors are recorded and played
// can be followed: none may be NaN or before the one ahead of it.
func (s *Solver) checkTimes() error {
	for _, r := range s.recorders {
		if err := ascending(r.At, "record", r.From); err != nil {
			return err
		}
	}
	for _, p := range s.players {
		if err := ascending(p.Times, "play into", p.To); err != nil {
			return err
		}
		if err := p.sameLength(); err != nil {
			return err
		}
	}
	return nil
}

func ascending(times *vector.Vector, use string, src Source) error {
	if times == nil {
		return nil
	}
	before := math.Inf(-1)
	for i, t := range times.Data() {
		if !(t >= before) {
			e := fault.New(fault.Range, "%s %s: element %d of the times is %g", use, src, i, t)
			if t == t {
				e.Msg += fmt.Sprintf(", after %g", before)
			}
			e.Value = t
			return e.WithHint("times are in ms and must not descend")
		}
		before = t
	}
	return nil
}

// start empties the Vector and plans the first timed sample.
func (r *Recorder) start(s *Solver) {
	r.To.Truncate(0)
	r.started, r.next = true, 0
	switch {
	case r.At != nil:
		if r.At.Len() > 0 {
			s.put(r.At.Data()[0], r)
		}
	case r.Every > 0:
		s.put(s.t, r)
	}
}

// RestartRecordings empties the Vectors that record and makes the values of now
// their first samples (NEURON's frecord_init).
func (s *Solver) RestartRecordings() error {
	if err := s.prepare(); err != nil {
		return err
	}
	if err := s.checkTimes(); err != nil {
		return err
	}
	s.startRecorders()
	s.sample()
	s.samples.flush()
	return s.failure()
}

// startRecorders empties the Vectors that record and plans their timed samples
// anew.
func (s *Solver) startRecorders() {
	s.samples.flush()
	s.queue.Remove(func(e event.Event) bool { _, ok := e.(*Recorder); return ok })
	for _, r := range s.recorders {
		r.start(s)
	}
	s.samples.bind(s)
}

// Deliver takes a timed sample.
func (r *Recorder) Deliver(t float64) {
	s := r.s
	if r.ended || r.full() {
		return
	}
	if r.At == nil && r.src.at == nil && r.src.src.IsTime() {
		// The time itself is told exactly, other numbers as they are now.
		r.To.Append(t)
	} else {
		r.To.Append(r.src.get(s, s.visibleT))
	}
	r.plan(t)
}

// plan plans the sample after that of time t.
func (r *Recorder) plan(t float64) {
	if r.At == nil {
		r.s.put(t+r.Every, r)
		return
	}
	r.next++
	if r.next < r.At.Len() {
		r.s.put(r.At.Data()[r.next], r)
	}
}

// full tells whether the Vector can take no more samples; then the run ends.
func (r *Recorder) full() bool {
	if r.To.Len() < vector.MaxLen {
		return false
	}
	r.s.fail(fault.New(fault.Range, "the Vector that records %s is full: it has %d elements", r.From, vector.MaxLen).
		WithHint("record at a longer interval: record(reference, interval)"))
	return true
}

// sample takes the samples of the recordings that have one at every step.
func (s *Solver) sample() {
	s.samples.take()
	for _, r := range s.samples.single {
		if r.started && r.At == nil && r.Every == 0 {
			r.sample(s)
		}
	}
}

// sample takes the sample of a step.
func (r *Recorder) sample(s *Solver) {
	if r.full() {
		return
	}
	if r.src.at != nil {
		r.To.Append(*r.src.at)
	} else {
		r.To.Append(r.src.get(s, s.t))
	}
}
