package ode

import (
	"errors"
	"math"
	"runtime"
	"sync"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// Run says how to take a batch through time.
type Run struct {
	From, To float64
	Method   *Method // nil: DormandPrince
	// Step is the length of the steps of a fixed method; the last may be shorter.
	Step float64
	// RTol and ATol bound the error of a step of an adaptive method: its root mean square
	// over the states, in units of ATol + RTol·|x|. 0: 1e-6 and 1e-9. A Tolerance of the
	// state's declaration goes before ATol. MaxStep bounds its length; 0: no bound.
	RTol, ATol, MaxStep float64
	// Record lists the columns to sample, and Every is the time between samples, the first
	// of them at From; 0: every step of a fixed method, a thousandth of the run otherwise.
	// With a fixed method it must be a multiple of Step.
	Record []int
	Every  float64
	Events []Event
	Poll   func() error // asked now and then; an error ends the run
	Alone  bool         // no goroutines: functions of the run must not be called by several
}

// Result is what a run gives.
type Result struct {
	T []float64 // times of samples; none where nothing is recorded
	// Samples holds, for each column of Record and each instance, the values at T: fewer
	// where an event stopped the instance.
	Samples [][][]float64
	// Times holds, for each watch of the model and then each of Events, and each instance,
	// when it happened.
	Times           [][][]float64
	Steps, Rejected int // of all instances together
}

// defaultRTol and defaultATol are those of an adaptive run that does not say.
const (
	defaultRTol, defaultATol = 1e-6, 1e-9
	defaultSamples           = 1000
	maxSamples               = 1 << 27 // of a run, over all instances
)

// Run takes all instances from one time to another. Where it fails, the instances are
// left on the way.
//
// A WATCH of the model, and an event of the run, happens where its condition comes to
// hold within a step. An adaptive method finds the time on its interpolation of the step,
// and goes on from there where the event changes the states. A fixed method interpolates
// the time linearly, and changes the states at the end of the step.
func (b *Batch) Run(r Run) (*Result, error) {
	if r.Method == nil {
		r.Method = DormandPrince
	}
	plan, err := b.plan(&r)
	if err != nil {
		return nil, err
	}
	blocks := (b.n + kernel.Block - 1) / kernel.Block
	workers := min(runtime.GOMAXPROCS(0), blocks)
	if b.m.f != nil || r.Alone {
		workers = 1
	}
	errs := make([]error, blocks)
	next := make(chan int, blocks)
	for i := range blocks {
		next <- i
	}
	close(next)
	work := func(e *engine) {
		for i := range next {
			lo := i * kernel.Block
			errs[i] = plan.newTrip(e, lo, min(lo+kernel.Block, b.n)).travel()
			if errs[i] != nil {
				return
			}
		}
	}
	var wait sync.WaitGroup
	for range workers - 1 {
		wait.Go(func() { work(b.newEngine()) })
	}
	work(b.whole)
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		for _, err := range errs {
			if err != nil {
				return nil, err
			}
		}
	}
	return plan.result, nil
}

// plan is a run with all that does not depend on the instance.
type plan struct {
	*Run
	b         *Batch
	steps     int // of a fixed method
	each      int // steps between samples
	samples   int
	watchers  []watcher
	observing bool // a column of Record is no state
	atol      []float64
	result    *Result
	mu        sync.Mutex // of the counts in the result
}

func (b *Batch) plan(r *Run) (*plan, error) {
	p := &plan{Run: r, b: b, result: &Result{}}
	if len(b.m.States) == 0 {
		e := fault.New(fault.Model, "%s has no differential equations to integrate", b.m.Name)
		e.Mechanism = b.m.Name
		return nil, e
	}
	span := r.To - r.From
	if !(span > 0) || math.IsInf(span, 0) {
		return nil, fault.New(fault.Range, "a run from %g to %g ms: its end must be after its start", r.From, r.To)
	}
	if err := p.grid(span); err != nil {
		return nil, err
	}
	if len(r.Record) == 0 {
		p.samples = 0
	}
	if total := float64(p.samples) * float64(b.n) * float64(len(r.Record)); total > maxSamples {
		e := fault.New(fault.Range, "%.3g samples are too many: %d of each instance and variable", total, p.samples)
		return nil, e.WithHint("record fewer variables, or less often")
	}
	p.watchers = b.watchers(r.Events)
	for _, column := range r.Record {
		_, isState := b.m.isState(column)
		p.observing = p.observing || !isState && b.m.eq != nil
	}
	p.result.T = make([]float64, p.samples)
	for i := range p.result.T {
		p.result.T[i] = p.sampleTime(i)
	}
	for range r.Record {
		p.result.Samples = append(p.result.Samples, make([][]float64, b.n))
	}
	for range p.watchers {
		p.result.Times = append(p.result.Times, make([][]float64, b.n))
	}
	return p, nil
}

// grid finds the steps and samples of a run.
func (p *plan) grid(span float64) error {
	bad := func(what string, x float64) error {
		e := fault.New(fault.Range, "%s is %g; it must be finite and greater than 0", what, x)
		e.Variable, e.Value = what, x
		return e
	}
	positive := func(x float64) bool { return x > 0 && !math.IsInf(x, 0) }
	if p.Every != 0 && !positive(p.Every) {
		return bad("the time between samples", p.Every)
	}
	if p.Method.Adaptive() {
		for _, o := range []struct {
			what string
			at   *float64
			x    float64
		}{{"rtol", &p.RTol, defaultRTol}, {"atol", &p.ATol, defaultATol}, {"the longest step", &p.MaxStep, span}} {
			if *o.at == 0 {
				*o.at = o.x
			}
			if !positive(*o.at) {
				return bad(o.what, *o.at)
			}
		}
		for _, s := range p.b.m.States {
			tolerance := p.ATol
			if s.Tolerance > 0 {
				tolerance = s.Tolerance
			}
			p.atol = append(p.atol, tolerance)
		}
		if p.Every == 0 {
			p.Every = span / defaultSamples
		}
		p.samples = int(span/p.Every*(1+1e-12)+1e-9) + 1
		return nil
	}
	if !positive(p.Step) {
		return bad("the step", p.Step)
	}
	if span/p.Step > 1e12 {
		return fault.New(fault.Range, "%.3g steps of %g ms are too many", span/p.Step, p.Step)
	}
	p.steps = int(math.Ceil(span/p.Step - 1e-9))
	p.each = 1
	if p.Every != 0 {
		p.each = int(math.Round(p.Every / p.Step))
		if p.each < 1 || math.Abs(float64(p.each)*p.Step-p.Every) > 1e-9*p.Every {
			return fault.New(fault.Range, "the time between samples, %g ms, is no multiple of the step, %g ms", p.Every, p.Step).
				WithHint("choose %.6g", float64(max(p.each, 1))*p.Step)
		}
	}
	p.samples = p.steps/p.each + 1
	return nil
}

// stepTime is the time after i steps of a fixed method.
func (p *plan) stepTime(i int) float64 {
	if i >= p.steps {
		return p.To
	}
	return p.From + float64(i)*p.Step
}

func (p *plan) sampleTime(i int) float64 {
	if p.Method.Adaptive() {
		return math.Min(p.From+float64(i)*p.Every, p.To)
	}
	return p.stepTime(i * p.each)
}

// trip takes a block of instances through a run.
type trip struct {
	*plan
	e               *engine
	lo, hi          int
	now             [][]float64 // of each watcher: by how much it holds, in each row
	stopped         []bool
	left            int // rows on the way
	steps, rejected int

	x, y  []float64 // scratch: states of one row
	after []float64 // scratch: a number for each row
}

func (p *plan) newTrip(e *engine, lo, hi int) *trip {
	t := &trip{plan: p, e: e, lo: lo, hi: hi, stopped: make([]bool, hi-lo), left: hi - lo,
		x: make([]float64, len(p.b.m.States)), y: make([]float64, len(p.b.m.States)), after: make([]float64, hi-lo)}
	for range p.watchers {
		t.now = append(t.now, make([]float64, hi-lo))
	}
	for _, s := range p.result.Samples {
		for row := lo; row < hi; row++ {
			s[row] = make([]float64, 0, p.samples)
		}
	}
	return t
}

func (t *trip) travel() error {
	for w := range t.watchers {
		for row := t.lo; row < t.hi; row++ {
			y, err := t.watchers[w].margin(t.e, row, t.From)
			if err != nil {
				return err
			}
			t.now[w][row-t.lo] = t.watchers[w].before(y)
		}
	}
	var err error
	if t.Method.Adaptive() {
		err = t.adaptive()
	} else {
		err = t.fixed()
	}
	t.mu.Lock()
	t.result.Steps += t.steps
	t.result.Rejected += t.rejected
	t.mu.Unlock()
	return err
}

// poll asks whether to go on.
func (t *trip) poll() error {
	if t.Poll == nil {
		return nil
	}
	return t.Poll()
}

// sample takes the recorded values of a row, whose states are in the columns.
func (t *trip) sample(row int) {
	for i, column := range t.Record {
		t.result.Samples[i][row] = append(t.result.Samples[i][row], t.b.columns[column][row])
	}
}

// unfit is the error about a state that is no finite number.
func (t *trip) unfit(state, row int, x, at float64) error {
	s := &t.b.m.States[state]
	e := fault.New(fault.Model, "%s%s became %g by t = %g ms", s.Name, t.b.which(row), x, at)
	e.Mechanism, e.Variable, e.Value, e.Time = t.b.m.Name, s.Name, x, at
	if !t.Method.Adaptive() {
		return e.WithHint("a step shorter than %g ms may do", t.Step)
	}
	return e
}

// which names an instance in a message, where there are several.
func (b *Batch) which(row int) string {
	if b.n == 1 {
		return ""
	}
	return " of instance " + itoa(row)
}
