package nmodl

import (
	"math"
	"sync"
	"unsafe"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// solve compiles a SOLVE, with the formulas of the kernels (lower_state.go). A
// block that only kernels can solve runs there, one instance at a time.
func (x *scope) solve(s *Solve) action {
	method := s.Method.Name
	if s.IfError != nil {
		return x.u.kernelSolve(s)
	}
	if s.Target.Kind == Procedure && !s.SteadyState {
		r, pos := x.u.routine(s.Target), s.Pos
		return func(m *machine) control { m.call(r, pos); return next }
	}
	if s.Target.Kind == Discrete && (method == "" || methods[method][0] == Procedure) {
		r, pos := &routine{name: s.Block.Name, result: -1}, s.Pos
		r.body = x.u.newScope(r, s.Target).block(x.u.c.discrete(s.Target))
		return func(m *machine) control { m.call(r, pos); return next }
	}
	if s.Target.Kind == Derivative {
		switch {
		case s.SteadyState && (method == "derivimplicit" || method == ""):
			return x.u.derivimplicit(s, true)
		case s.SteadyState:
		case method == "cnexp" && linearEquations(s.Target):
			return x.u.cnexp(s)
		case method == "cnexp" || method == "derivimplicit":
			return x.u.derivimplicit(s, false)
		case method == "euler":
			return x.u.euler(s)
		case method == "runge":
			return x.u.runge(s)
		}
	}
	return x.u.kernelSolve(s)
}

// equationOf gives the state of an equation and the element, which must be
// known while compiling.
func (x *scope) equationOf(target *Prime) (s *Symbol, k int) {
	if target.Index == nil {
		return target.Sym, 0
	}
	i, ok := x.number(target.Index)
	if i = math.Trunc(i); !ok || i < 0 || i >= float64(target.Sym.Size) {
		x.u.c.fail(target.Pos, "the index of %s' must be a number from 0 to %d", target.Name, target.Sym.Size-1)
	}
	return target.Sym, int(i)
}

// cnexp solves each equation x' = A + B·x by itself (see pass.cnexp).
func (u *single) cnexp(s *Solve) action {
	r := &routine{name: s.Block.Name, result: -1}
	x := u.newScope(r, s.Target)
	x.prime = func(a *Assign, target *Prime) action {
		state, k := x.equationOf(target)
		top, bottom := a.Value, []value{}
		for {
			d, ok := top.(*Binary)
			if !ok || d.Op != Div || mentions(d.Y, target) {
				break
			}
			bottom = append(bottom, x.expr(d.Y))
			top = d.X
		}
		divisor := func(m *machine) float64 {
			y := 1.0
			for _, d := range bottom {
				y *= d(m)
			}
			return y
		}
		get, set := x.read(state, k, target.Pos), x.setter(state, k, target.Pos)
		slope, _ := slopeOf(top, target)
		rest := x.expr(without(top, target))
		switch b, known := x.number(slope); {
		case known && b == 0:
			return func(m *machine) control {
				set(m, get(m)+float64(m.env[kernel.Dt]*(rest(m)/divisor(m))))
				return next
			}
		case known && b == -1:
			return func(m *machine) control {
				e := simd.Exp1(-m.env[kernel.Dt] / divisor(m))
				y := get(m)
				set(m, y+float64((1-e)*(rest(m)-y)))
				return next
			}
		}
		b := x.expr(slope)
		return func(m *machine) control {
			c, y := b(m), get(m)
			if c == 0 {
				set(m, y+float64(m.env[kernel.Dt]*(rest(m)/divisor(m))))
				return next
			}
			e := simd.Exp1(m.env[kernel.Dt] * c / divisor(m))
			set(m, y+float64((1-e)*(-rest(m)/c-y)))
			return next
		}
	}
	r.body = x.block(s.Target.Body)
	pos := s.Pos
	return func(m *machine) control { m.call(r, pos); return next }
}

// stateEquations is a DERIVATIVE block as a function of its states.
type stateEquations struct {
	u      *single
	r      *routine
	solve  *Solve
	get    []value
	set    []func(m *machine, y float64)
	states []slot
}

// stateEquations compiles a DERIVATIVE block to fill machine.primes.
func (u *single) stateEquations(s *Solve) *stateEquations {
	q := &stateEquations{u: u, r: &routine{name: s.Block.Name, result: -1}, solve: s}
	x := u.newScope(q.r, s.Target)
	index := map[slot]int{}
	x.prime = func(a *Assign, target *Prime) action {
		state, k := x.equationOf(target)
		i, ok := index[slot{sym: state, k: k}]
		if !ok {
			i = len(q.states)
			index[slot{sym: state, k: k}] = i
			q.states = append(q.states, slot{sym: state, k: k})
			q.get = append(q.get, x.read(state, k, target.Pos))
			q.set = append(q.set, x.setter(state, k, target.Pos))
		}
		y := x.expr(a.Value)
		return func(m *machine) control { m.primes[i] = y(m); return next }
	}
	q.r.body = x.block(s.Target.Body)
	return q
}

// start gives the states as they are.
func (q *stateEquations) start(m *machine) []float64 {
	y := make([]float64, len(q.states))
	for i, get := range q.get {
		y[i] = get(m)
	}
	return y
}

// at puts the states to y and gives their derivatives.
func (q *stateEquations) at(m *machine, y, f []float64) {
	q.store(m, y)
	outer := m.primes
	m.primes = f
	m.call(q.r, q.solve.Pos)
	m.primes = outer
}

func (q *stateEquations) store(m *machine, y []float64) {
	for i, set := range q.set {
		set(m, y[i])
	}
}

// euler makes an explicit step.
func (u *single) euler(s *Solve) action {
	q := u.stateEquations(s)
	return func(m *machine) control {
		second, h := m.step()
		y := q.start(m)
		f := make([]float64, len(y))
		q.at(m, y, f)
		for i := range y {
			y[i] += float64(h * f[i])
		}
		extrapolate(y, f, second, h)
		q.store(m, y)
		return next
	}
}

// step gives the length of the step that equations are solved over: half of dt
// for Crank-Nicolson steps, which end with an extrapolation.
func (m *machine) step() (second bool, h float64) {
	dt := m.env[kernel.Dt]
	if 1.5 < m.env[kernel.Cj]*dt {
		return true, dt * 0.5
	}
	return false, dt
}

// extrapolate ends a Crank-Nicolson step: y += h·f.
func extrapolate(y, f []float64, second bool, h float64) {
	if second {
		for i := range y {
			y[i] += float64(h * f[i])
		}
	}
}

// runge makes a step of the classical Runge-Kutta method of fourth order, in
// the order of NEURON's sums. The code sees t at the inner points of the step.
func (u *single) runge(s *Solve) action {
	q := u.stateEquations(s)
	return func(m *machine) control {
		y0 := q.start(m)
		n := len(y0)
		y, sum, f := make([]float64, n), make([]float64, n), make([]float64, n)
		outer, inner := m.env, *m.env
		m.env = &inner
		second, h := m.step()
		q.at(m, y0, f)
		for i := range y {
			d := float64(h / 2 * f[i])
			y[i], sum[i] = y0[i]+d, y0[i]+d/3
		}
		inner[kernel.T] += h / 2
		q.at(m, y, f)
		for i := range y {
			d := float64(h * f[i])
			y[i] = y0[i] + d/2
			sum[i] += d / 3
		}
		q.at(m, y, f)
		for i := range y {
			d := float64(h * f[i])
			y[i] = y0[i] + d
			sum[i] += d / 3
		}
		inner[kernel.T] += h / 2
		q.at(m, y, f)
		for i := range y {
			sum[i] += float64(h / 6 * f[i])
		}
		m.env = outer
		extrapolate(sum, f, second, h)
		q.at(m, sum, f) // for what else the block computes
		q.store(m, sum)
		return next
	}
}

// derivimplicit solves the equations together by one implicit Euler step, as
// pass.derivimplicit does, with derivatives from difference quotients. A state
// that does not converge becomes NaN, which ends the run.
func (u *single) derivimplicit(s *Solve, steady bool) action {
	q := u.stateEquations(s)
	return func(m *machine) control {
		second, h := m.step()
		step := h
		if steady {
			step, h = steadyStep, m.env[kernel.Dt]
		}
		x0 := q.start(m)
		x, f := append([]float64{}, x0...), make([]float64, len(x0))
		if !q.newton(m, x0, x, f, step) {
			for i := range x {
				x[i] = math.NaN()
			}
		}
		q.at(m, x, f)
		extrapolate(x, f, second, h)
		q.store(m, x)
		return next
	}
}

// newton solves f(x) = (x - x0)/h and reports whether it converged.
func (q *stateEquations) newton(m *machine, x0, x, f []float64, h float64) bool {
	n := len(x)
	up, down := make([]float64, n), make([]float64, n)
	matrix, rest := make([][]float64, n), make([]float64, n)
	for i := range matrix {
		matrix[i] = make([]float64, n)
	}
	change := 1.0
	for range newtonSteps {
		q.at(m, x, f)
		off := 0.0
		for i := range x {
			rest[i] = f[i] - (x[i]-x0[i])/h
			off = max(off, math.Abs(rest[i]))
		}
		if change <= newtonChange && off <= newtonResidual {
			return true
		}
		for k := range x {
			old := x[k]
			d := max(1e-6, 1e-6*math.Abs(old))
			x[k] = old + d
			q.at(m, x, up)
			x[k] = old - d
			q.at(m, x, down)
			x[k] = old
			for i := range x {
				matrix[i][k] = -(up[i] - down[i]) / (2 * d)
			}
			matrix[k][k] += 1 / h
		}
		eliminate(matrix, rest)
		change = 0
		for i, d := range rest {
			if math.Abs(x[i]) > 1e-8 {
				change = max(change, math.Abs(d/x[i]))
			}
			x[i] += d
		}
	}
	return false
}

// eliminate solves matrix·d = rest with row pivots; rest becomes d.
func eliminate(matrix [][]float64, rest []float64) {
	n := len(rest)
	for k := range n {
		best := k
		for i := k + 1; i < n; i++ {
			if math.Abs(matrix[i][k]) > math.Abs(matrix[best][k]) {
				best = i
			}
		}
		matrix[k], matrix[best] = matrix[best], matrix[k]
		rest[k], rest[best] = rest[best], rest[k]
		for i := k + 1; i < n; i++ {
			if matrix[i][k] == 0 {
				continue
			}
			factor := matrix[i][k] / matrix[k][k]
			for j := k + 1; j < n; j++ {
				matrix[i][j] -= float64(factor * matrix[k][j])
			}
			rest[i] -= float64(factor * rest[k])
		}
	}
	for i := n - 1; i >= 0; i-- {
		for j := i + 1; j < n; j++ {
			rest[i] -= float64(matrix[i][j] * rest[j])
		}
		rest[i] /= matrix[i][i]
	}
}

// kernelSolve runs a block with the kernel that solves it, for one instance.
func (u *single) kernelSolve(s *Solve) action {
	outer := u.c.pointing
	u.c.pointing = false
	p := u.c.newPass(0)
	p.solve(s)
	var needed []value // a kernel does not notice a POINTER that points to nothing
	if u.c.pointing {
		x := u.newScope(&routine{name: s.Block.Name, result: -1}, nil)
		for _, ptr := range u.c.Pointers {
			if ptr.Read || ptr.Assigned {
				needed = append(needed, x.read(ptr, 0, s.Pos))
			}
		}
	}
	u.c.pointing = outer
	clear(p.carried) // it runs for one instance at a time, so nothing comes from another
	p.storeOwn()
	p.storeIons()
	program := p.finish()
	if program == nil {
		return nil
	}
	type bound struct {
		mech    *mechanism.Mechanism
		version int
		nodes   *[]float64 // the columns of nodes and ions are other ones in another plan
		row     int
		kernel  *kernel.Kernel
	}
	var lock sync.Mutex
	var last bound
	return func(m *machine) control {
		for _, check := range needed {
			check(m)
		}
		lock.Lock()
		defer lock.Unlock()
		in := m.in
		if nodes := unsafe.SliceData(in.Nodes); last.mech != in.Mech || last.version != in.Mech.Table.Version() || last.nodes != nodes || last.row != in.Row {
			row := func(cols [][]float64, at int) [][]float64 {
				out := make([][]float64, len(cols))
				for i, c := range cols {
					out[i] = c[at : at+1]
				}
				return out
			}
			b := kernel.Binding{Rows: 1, Columns: row(m.cols, m.row), Globals: m.globals, Tables: in.Mech.Tables}
			if in.Node >= 0 { // an artificial cell has no node
				b.Externals = append(b.Externals, kernel.NewExternal(row(in.Nodes, in.Node), []int32{0}))
			}
			for i := range in.Ions {
				b.Externals = append(b.Externals, kernel.NewExternal(row(in.Ions[i], in.IonRows[i]), []int32{0}))
			}
			last = bound{in.Mech, in.Mech.Table.Version(), nodes, in.Row, program.Bind(b)}
		}
		m.storeIons()
		if in.Node >= 0 { // the code's v, which a difference quotient moves, is what the kernel must see
			v := &in.Nodes[mechanism.NodeV][in.Node]
			node := *v
			*v = m.v
			last.kernel.Run(m.env)
			*v = node
		} else {
			last.kernel.Run(m.env)
		}
		m.loadIons()
		return next
	}
}
