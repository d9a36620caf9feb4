package nmodl

import (
	"fmt"
	"sync"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// The second back end: code that runs on one instance at a time. Statements and
// expressions become Go closures over a machine; names are resolved to columns,
// global variables and slots of local variables while compiling.

// value computes a number, action runs a statement.
type (
	value  func(m *machine) float64
	action func(m *machine) control
)

// control says how the code goes on after a statement.
type control int

const (
	next control = iota
	breakLoop
	continueLoop
	returned // by a return of C: machine.result holds its value
)

// machine is what closures run on: one instance, and the local variables of the
// routines that are being called.
type machine struct {
	u       *single
	in      *mechanism.Instance
	row     int
	cols    [][]float64
	globals []float64
	env     *[kernel.NumEnv]float64
	v       float64   // the membrane potential as the code sees it
	ions    []float64 // copies of ions' variables (single.ions)
	weights []float64 // arguments of NET_RECEIVE
	netcon  []float64 // and those of FOR_NETCONS
	flag    float64

	loc    []float64 // local variables of the routine: numbers,
	ints   []int64   // integers of C,
	refs   []ref     // and pointers of C
	floats stack[float64]
	whole  stack[int64]
	points stack[ref]
	depth  int

	primes    []float64 // right-hand sides of the equations being solved
	args      []any     // of a script's call
	result    float64   // of a return: the number
	resultInt int64     // the integer of a function of C
	resultRef ref       // its pointer
	loops     int       // iterations of while and for
}

// stack hands out the local variables of routines. What it handed out stays in
// place as long as somebody points at it.
type stack[T any] struct {
	buf []T
	top int
}

// push gives n zeros.
func (s *stack[T]) push(n int) []T {
	if s.top+n > len(s.buf) {
		s.buf, s.top = make([]T, 2*len(s.buf)+n+32), 0
	}
	frame := s.buf[s.top : s.top+n : s.top+n]
	clear(frame)
	s.top += n
	return frame
}

const (
	maxCalls = 2000    // calls inside calls
	maxLoops = 1 << 28 // iterations of while and for in one run of a block
)

var machines = sync.Pool{New: func() any { return &machine{} }}

// start prepares a machine for an instance.
func (u *single) start(in *mechanism.Instance) *machine {
	m := machines.Get().(*machine)
	m.u, m.in, m.row, m.cols, m.globals, m.env = u, in, in.Row, in.Columns, in.Mech.Globals, in.Env
	m.weights, m.flag = in.Weights, in.Flag
	if len(m.ions) < len(u.ions) {
		m.ions = make([]float64, len(u.ions))
	}
	m.floats.top, m.whole.top, m.points.top, m.depth, m.loops = 0, 0, 0, 0, 0
	return m
}

// finish gives the machine back. Called by defer, it makes an error of what
// stopped the code: its own mistake (failure), or ours.
func (m *machine) finish(fail func(*fault.Error)) {
	r := recover()
	in, u := m.in, m.u
	m.u, m.in, m.cols, m.globals, m.env, m.weights, m.netcon, m.args, m.resultRef = nil, nil, nil, nil, nil, nil, nil, nil, ref{}
	machines.Put(m)
	if r == nil {
		return
	}
	var err *fault.Error
	switch r := r.(type) {
	case failure:
		err = r.err
	default:
		err = fault.New(fault.Model, "the code of %s cannot go on: %v", u.c.Suffix, r)
	}
	err.Mechanism = u.c.Suffix
	if in.Env != nil {
		err.Time = in.Env[kernel.T]
	}
	fail(err)
}

// failure stops the code with an error at a place of the .mod text.
func (u *single) failure(kind fault.Kind, pos fault.Pos, format string, args ...any) failure {
	e := u.c.errorAt(pos, format, args...)
	e.Kind = kind
	return failure{err: e}
}

// outside is the failure of an index outside of an array.
func (u *single) outside(pos fault.Pos, name string, index float64, size int) failure {
	f := u.failure(fault.Range, pos, "%s[%g] is outside of the array, which has elements 0 to %d", name, index, size-1)
	f.err.Variable, f.err.Value, f.err.Lo, f.err.Hi, f.err.HasRange = name, index, 0, float64(size-1), true
	return f
}

// tick counts an iteration, so that a loop without end is noticed, and asks now
// and then whether the user wants to stop.
func (m *machine) tick(pos fault.Pos) {
	m.loops++
	if m.loops&0xffff != 0 {
		return
	}
	if i, ok := m.in.Sim.(mechanism.Interrupter); ok && i.Interrupted() {
		panic(m.u.failure(fault.Model, pos, "interrupted"))
	}
	if m.loops >= maxLoops {
		panic(m.u.failure(fault.Model, pos, "this loop does not end: it has run %d times", m.loops))
	}
}

// routine is a compiled FUNCTION or PROCEDURE, a block, or a function of C.
type routine struct {
	name     string
	body     action
	floats   int // local variables
	ints     int
	refs     int
	result   int  // slot of the value of a FUNCTION, -1 if none
	compiled bool // false while it is being compiled
}

// frame holds the local variables of a routine.
type frame struct {
	loc  []float64
	ints []int64
	refs []ref
}

// saved is what a call puts aside.
type saved struct {
	frame
	floats stack[float64]
	whole  stack[int64]
	points stack[ref]
}

// enter makes the local variables of a routine; the caller's stay in use until
// run.
func (m *machine) enter(r *routine) (saved, frame) {
	old := saved{frame{m.loc, m.ints, m.refs}, m.floats, m.whole, m.points}
	f := frame{loc: m.floats.push(r.floats)}
	if r.ints > 0 {
		f.ints = m.whole.push(r.ints)
	}
	if r.refs > 0 {
		f.refs = m.points.push(r.refs)
	}
	return old, f
}

// run runs a routine with the variables that enter has made and gives its value.
func (m *machine) run(r *routine, old saved, f frame, pos fault.Pos) float64 {
	if m.depth++; m.depth > maxCalls {
		panic(m.u.failure(fault.Model, pos, "%s calls itself more than %d times", r.name, maxCalls))
	}
	m.loc, m.ints, m.refs = f.loc, f.ints, f.refs
	y := 0.0
	switch {
	case r.body(m) == returned:
		y = m.result
	case r.result >= 0:
		y = f.loc[r.result]
	}
	m.depth--
	m.loc, m.ints, m.refs = old.loc, old.ints, old.refs
	m.floats, m.whole, m.points = old.floats, old.whole, old.points
	return y
}

// call runs a routine without arguments.
func (m *machine) call(r *routine, pos fault.Pos) float64 {
	old, f := m.enter(r)
	return m.run(r, old, f, pos)
}

// sequence joins statements.
func sequence(list []action) action {
	switch len(list) {
	case 0:
		return func(*machine) control { return next }
	case 1:
		return list[0]
	case 2:
		a, b := list[0], list[1]
		return func(m *machine) control {
			if c := a(m); c != next {
				return c
			}
			return b(m)
		}
	}
	return func(m *machine) control {
		for _, a := range list {
			if c := a(m); c != next {
				return c
			}
		}
		return next
	}
}

// print hands a text to the user.
func (m *machine) print(text string) { m.in.Sim.Print(text) }

// never is code that says why it cannot run when it is reached.
func (u *single) never(pos fault.Pos, format string, args ...any) action {
	msg := fmt.Sprintf(format, args...)
	u.c.unrun = append(u.c.unrun, warning(u.c.Checked, pos, "%s; it is an error if it is reached", msg))
	return func(m *machine) control { panic(u.failure(fault.Model, pos, "%s", msg)) }
}
