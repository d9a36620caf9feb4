package ode

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/mechanism/nmodl"
)

type nmodlPass = nmodl.EquationPass

// MaxInstances bounds a batch.
const MaxInstances = 1 << 22

// Batch is a number of instances of a model.
type Batch struct {
	m       *Model
	n       int
	single  bool
	celsius float64
	columns [][]float64
	globals []float64
	at      layout
	whole   *engine // for what is done outside of runs
}

// NewBatch makes n instances with the model's defaults and starting values. With single,
// all is computed in single precision: every operation is rounded, as in a program that
// has no other numbers. A model that is a Func has no single precision.
func (m *Model) NewBatch(n int, single bool) (*Batch, error) {
	if n < 1 || n > MaxInstances {
		return nil, fault.Outside("the number of instances of "+m.Name, float64(n), 1, MaxInstances)
	}
	b := &Batch{m: m, n: n, single: single && m.f == nil, celsius: 6.3, at: m.layout()}
	all := make([]float64, b.at.total*n)
	for i := range b.at.total {
		b.columns = append(b.columns, all[i*n:(i+1)*n:(i+1)*n])
	}
	for i := range m.Vars {
		v := &m.Vars[i]
		for k := range max(v.Size, 1) {
			b.fill(v.Column+k, v.Default)
		}
	}
	if m.eq != nil {
		b.globals = append(b.globals, m.eq.Globals...)
		for i := range b.globals {
			b.globals[i] = b.round(b.globals[i])
		}
	}
	b.whole = b.newEngine()
	return b, nil
}

func (b *Batch) fill(column int, x float64) {
	x = b.round(x)
	for i := range b.columns[column] {
		b.columns[column][i] = x
	}
}

// round gives x with the precision of the batch.
func (b *Batch) round(x float64) float64 {
	if b.single {
		return float64(float32(x))
	}
	return x
}

// Model is what the batch has instances of.
func (b *Batch) Model() *Model { return b.m }

// Len is the number of instances.
func (b *Batch) Len() int { return b.n }

// SetCelsius sets the temperature that equations see as celsius, 6.3 degC at first.
func (b *Batch) SetCelsius(degrees float64) { b.celsius = degrees }

// Get gives a variable of an instance by its column (see Model.Variable).
func (b *Batch) Get(column, instance int) float64 { return b.columns[column][instance] }

// Set sets a variable of an instance.
func (b *Batch) Set(column, instance int, x float64) error {
	if math.IsNaN(x - x) {
		e := fault.New(fault.Range, "%s of %s is %g, which is no finite number", b.name(column), b.m.Name, x)
		e.Mechanism, e.Variable, e.Value = b.m.Name, b.name(column), x
		return e
	}
	b.columns[column][instance] = b.round(x)
	return nil
}

// name gives the name of a column.
func (b *Batch) name(column int) string {
	for i := range b.m.Vars {
		if v := &b.m.Vars[i]; v.Column == column && v.Size == 0 {
			return v.Name
		}
	}
	for _, s := range b.m.States {
		if s.Column == column {
			return s.Name
		}
	}
	return "a variable"
}

// Initialize gives all instances the starting values of STATE and INITIAL at time t. It
// does nothing to the states of a Func.
func (b *Batch) Initialize(t float64) error {
	return b.whole.initial(0, b.n, t)
}

// Slopes gives the derivatives of all states at time t: element i of the result are those
// of state i, which the next call overwrites.
func (b *Batch) Slopes(t float64) ([][]float64, error) {
	if err := b.whole.slopes(0, b.n, t); err != nil {
		return nil, err
	}
	return b.columns[b.at.slope : b.at.slope+len(b.m.States)], nil
}

// Step makes one step of length h from time t on with a method that has no step of its
// own choice. What a WATCH asks for does not happen: see Run and Neuron.
func (b *Batch) Step(method *Method, t, h float64) error {
	return b.whole.step(method, 0, b.n, t, h)
}

// engine runs the equations on the columns of a batch. Two engines may work on different
// rows at the same time.
type engine struct {
	b       *Batch
	kernels map[programKey]*kernel.Kernel
	last    programKey // what was asked for last
	kernel  *kernel.Kernel

	x, p, dx []float64 // of one instance, for a Func
}

func (b *Batch) newEngine() *engine {
	e := &engine{b: b, kernels: map[programKey]*kernel.Kernel{}}
	if b.m.f != nil {
		e.x, e.dx = make([]float64, len(b.m.States)), make([]float64, len(b.m.States))
		e.p = make([]float64, b.m.columns-len(b.m.States))
	}
	return e
}

// run runs a program on rows at time t.
func (e *engine) run(key programKey, lo, hi int, t, h float64) error {
	if key != e.last || e.kernel == nil {
		k := e.kernels[key]
		if k == nil {
			p, err := e.b.m.program(key)
			if err != nil {
				return err
			}
			k = p.Bind(kernel.Binding{Rows: e.b.n, Columns: e.b.columns, Globals: e.b.globals})
			e.kernels[key] = k
		}
		e.last, e.kernel = key, k
	}
	env := [kernel.NumEnv]float64{kernel.T: e.b.round(t), kernel.Dt: e.b.round(h), kernel.Celsius: e.b.round(e.b.celsius)}
	e.kernel.RunRows(&env, lo, hi)
	return nil
}

func (e *engine) initial(lo, hi int, t float64) error {
	if e.b.m.f != nil {
		return nil
	}
	return e.run(programKey{what: initialProgram, single: e.b.single}, lo, hi, t, 0)
}

// observe computes the variables that are no states.
func (e *engine) observe(lo, hi int, t float64) error {
	if e.b.m.f != nil {
		return nil
	}
	return e.run(programKey{what: observeProgram, single: e.b.single}, lo, hi, t, 0)
}

func (e *engine) receive(watch, lo, hi int, t float64) error {
	return e.run(programKey{what: receiveProgram, watch: watch, single: e.b.single}, lo, hi, t, 0)
}

// margin gives by how much the condition of a WATCH holds in an instance.
func (e *engine) margin(watch, row int, t float64) (float64, error) {
	err := e.run(programKey{what: marginProgram, watch: watch, single: e.b.single}, row, row+1, t, 0)
	return e.b.columns[e.b.at.margin+watch][row], err
}

func (e *engine) slopes(lo, hi int, t float64) error {
	if e.b.m.f == nil {
		return e.run(programKey{what: slopesProgram, single: e.b.single}, lo, hi, t, 0)
	}
	for row := lo; row < hi; row++ {
		e.load(row)
		if err := e.call(t, e.x, e.dx); err != nil {
			return err
		}
		for i, y := range e.dx {
			e.b.columns[e.b.at.slope+i][row] = y
		}
	}
	return nil
}

// step makes a step in all rows: the states advance, or, of a method that chooses its
// steps, those at the end of the step on trial stand aside.
func (e *engine) step(method *Method, lo, hi int, t, h float64) error {
	b := e.b
	if b.m.f == nil {
		return e.run(programKey{what: method.Name, single: b.single}, lo, hi, t, h)
	}
	for row := lo; row < hi; row++ {
		t, h := t, h
		if method.Adaptive() {
			if t, h = b.columns[b.at.time][row], b.columns[b.at.length][row]; h == 0 {
				continue
			}
		}
		e.load(row)
		var failed error
		k := stages[float64](method, real{}, e.x, h, func(x []float64, after float64) []float64 {
			dx := make([]float64, len(x))
			if failed == nil {
				failed = e.call(t+after, x, dx)
			}
			return dx
		})
		if failed != nil {
			return failed
		}
		next := along[float64](real{}, e.x, h, method.b, k)
		if !method.Adaptive() {
			for i, s := range b.m.States {
				b.columns[s.Column][row] = next[i]
			}
			continue
		}
		off, bend := sum[float64](real{}, h, method.e, k), sum[float64](real{}, h, method.d, k)
		for i := range next {
			b.columns[b.at.next+i][row], b.columns[b.at.off+i][row] = next[i], off[i]
			b.columns[b.at.first+i][row], b.columns[b.at.last+i][row] = h*k[0][i], h*k[len(k)-1][i]
			b.columns[b.at.bend+i][row] = bend[i]
		}
	}
	return nil
}

// load takes the states and parameters of an instance.
func (e *engine) load(row int) {
	for i, s := range e.b.m.States {
		e.x[i] = e.b.columns[s.Column][row]
	}
	for i := range e.p {
		e.p[i] = e.b.columns[i][row]
	}
}

// call calls the function of a model.
func (e *engine) call(t float64, x, dx []float64) error { return e.b.m.f(t, x, e.p, dx) }
