package nmodl

import (
	"maps"

	"github.com/gneuron/gneuron/mechanism/kernel"
)

// Newton's iteration ends, as NEURON's, when no state changed by more than
// newtonChange of itself and no equation is off by more than newtonResidual.
const (
	newtonChange   = 1e-6
	newtonResidual = 1e-8
	newtonSteps    = 50
	maxUnknowns    = 64
)

// steadyStep is the step [ms] of STEADYSTATE derivimplicit. That NEURON 8.2.2
// makes a tiny one, which leaves the states about where they are, rather than
// a huge one looks like a slip; models were made with it.
const steadyStep = 1e-9

// system is a block of differential equations as a function of its states.
type system struct {
	p      *pass
	block  *CodeBlock
	states []slot // those with an equation, in the order of the equations
}

// system finds the states that a DERIVATIVE block has equations for.
func (p *pass) system(b *CodeBlock) *system {
	y := &system{p: p, block: b}
	y.runOn(p.c.newPass(0), func(s slot) { y.states = append(y.states, s) })
	return y
}

// runOn runs the block on a pass; found hears of every equation once.
func (y *system) runOn(p *pass, found func(slot)) map[slot]num {
	outer := p.prime
	seen := map[slot]bool{}
	p.prime = func(target *Prime, k int, value Expr) {
		x := p.expr(value)
		p.see(target.Sym)
		p.env[slot{sym: target.Sym, k: k, prime: true}] = x
		if s := (slot{sym: target.Sym, k: k}); !seen[s] && found != nil {
			seen[s] = true
			found(s)
		}
	}
	left := p.with(func() { p.block(y.block.Body) })
	p.prime = outer
	return left
}

// derivatives gives the right-hand sides at the states x, and the variables as
// the block leaves them.
func (y *system) derivatives(x []num) ([]num, map[slot]num) {
	p := y.p
	base, seeded := p.env, p.seeded
	p.env = maps.Clone(base)
	p.seeded = false
	for i, s := range y.states {
		p.see(s.sym)
		p.env[s] = x[i]
		p.seeded = p.seeded || x[i].depends
	}
	left := y.runOn(p, nil)
	p.env, p.seeded = base, seeded
	f := make([]num, len(y.states))
	for i, s := range y.states {
		f[i] = left[slot{sym: s.sym, k: s.k, prime: true}]
	}
	return f, left
}

// settle runs the block at the final states, for what else it computes.
func (y *system) settle(x []kernel.Value) (f []num) {
	p := y.p
	f, left := y.derivatives(plain(x))
	for _, s := range p.slots(left) {
		if !s.prime {
			p.env[s] = left[s]
		}
	}
	for i, s := range y.states {
		p.write(s.sym, s.k, num{v: x[i]}, y.block.Pos)
	}
	return f
}

func plain(x []kernel.Value) []num {
	out := make([]num, len(x))
	for i := range x {
		out[i] = num{v: x[i]}
	}
	return out
}

func (y *system) seeds(x []kernel.Value) []num {
	out := make([]num, len(x))
	for i := range x {
		out[i] = y.p.unknown(x[i], i, len(x))
	}
	return out
}

// start gives the states as they are.
func (y *system) start() []kernel.Value {
	x := make([]kernel.Value, len(y.states))
	for i, s := range y.states {
		x[i] = y.p.read(s.sym, s.k, y.block.Pos).v
	}
	return x
}

// secondOrder is 1 when the solver makes Crank-Nicolson steps, and half the
// length of the step that equations are solved over: dt, or dt/2 then.
func (p *pass) secondOrder() (second, h kernel.Value) {
	dt := p.Env(kernel.Dt)
	second = p.Less(p.Const(1.5), p.Mul(p.Env(kernel.Cj), dt))
	return second, p.Select(second, p.Mul(dt, p.Const(0.5)), dt)
}

// extrapolate ends a Crank-Nicolson step: x += h·x'.
func (y *system) extrapolate(f []num, second, h kernel.Value) {
	p := y.p
	more := p.Select(second, h, p.Const(0))
	for i, s := range y.states {
		p.write(s.sym, s.k, num{v: p.Add(p.env[s].v, p.Mul(more, f[i].v))}, y.block.Pos)
	}
}

// derivimplicit solves the equations x' = f(x) of a block together by one
// implicit Euler step,
//
//	f(x) - (x - x0)/h = 0,  h = dt
//
// with Newton's iteration and the derivatives of f; equations that are linear
// need one step of it. With secondorder, h = dt/2 and then x += h·f(x). The
// matrix I/h - ∂f/∂x is eliminated without pivoting: 1/h dominates it but for
// steps far above the time constants.
func (p *pass) derivimplicit(b *CodeBlock, steady bool) {
	y := p.system(b)
	if len(y.states) > maxUnknowns {
		p.c.beyond(b.Pos, "derivimplicit with %d states, more than %d", len(y.states), maxUnknowns)
	}
	second, h := p.secondOrder()
	step := h
	if steady {
		step, h = p.Const(steadyStep), p.Env(kernel.Dt)
	}
	x := y.start()
	if y.isLinear() {
		f, _ := y.derivatives(y.seeds(x))
		for i, d := range y.newtonStep(y.jacobian(f, x), values(f), step) {
			x[i] = p.Add(x[i], d)
		}
	} else {
		x = y.iterate(x, step)
	}
	f := y.settle(x)
	y.extrapolate(f, second, h)
}

// isLinear reports whether the derivatives of f do not depend on the states.
func (y *system) isLinear() bool {
	probe := y.p.c.newPass(0)
	z := &system{p: probe, block: y.block, states: y.states}
	f, _ := z.derivatives(z.seeds(z.start()))
	for _, f := range f {
		if !f.affine() {
			return false
		}
	}
	return true
}

func values(f []num) []kernel.Value {
	out := make([]kernel.Value, len(f))
	for i := range f {
		out[i] = f[i].v
	}
	return out
}

// iterate is Newton's iteration, over all instances of a block until the last
// is through. A state that does not converge becomes NaN, which ends the run.
func (y *system) iterate(x0 []kernel.Value, h kernel.Value) []kernel.Value {
	p := y.p
	zero, one := p.Const(0), p.Const(1)
	abs := func(v kernel.Value) kernel.Value { v, _ = p.Call("fabs", v); return v }
	largest := func(a, b kernel.Value) kernel.Value { v, _ := p.Call("fmax", a, b); return v }
	vars := make([]kernel.Var, len(x0))
	for i := range vars {
		vars[i] = p.NewVar(x0[i])
	}
	going, change, count := p.NewVar(one), p.NewVar(one), p.NewVar(zero)
	p.While(func() kernel.Value { return p.Get(going) }, func(active kernel.Value) {
		x := make([]kernel.Value, len(vars))
		for i := range vars {
			x[i] = p.Get(vars[i])
		}
		f, _ := y.derivatives(y.seeds(x))
		residual := make([]kernel.Value, len(x))
		off := zero
		for i := range x {
			residual[i] = p.Sub(f[i].v, p.Div(p.Sub(x[i], x0[i]), h))
			off = largest(off, abs(residual[i]))
		}
		n := p.Add(p.Get(count), active)
		done := p.And(p.LessEq(p.Get(change), p.Const(newtonChange)), p.LessEq(off, p.Const(newtonResidual)))
		moving := p.And(active, p.Not(done))
		moved := zero
		for i, d := range y.newtonStep(y.jacobian(f, x), residual, h) {
			relative := p.Select(p.Less(p.Const(1e-8), abs(x[i])), abs(p.Div(d, x[i])), zero)
			moved = largest(moved, relative)
			p.Set(vars[i], p.Select(moving, p.Add(x[i], d), x[i]))
		}
		p.Set(change, moved)
		p.Set(count, n)
		p.Set(going, p.And(moving, p.Less(n, p.Const(newtonSteps))))
	})
	converged := p.Less(p.Get(count), p.Const(newtonSteps))
	x := make([]kernel.Value, len(vars))
	for i := range x {
		x[i] = p.Select(converged, p.Get(vars[i]), p.Div(zero, zero))
	}
	return x
}

// jacobian gives ∂f/∂x at x, by difference quotients where a derivative is not
// known (a TABLE of a state, a while).
func (y *system) jacobian(f []num, x []kernel.Value) [][]part {
	p := y.p
	j := make([][]part, len(f))
	lost := false
	for i := range j {
		j[i] = make([]part, len(x))
		lost = lost || f[i].lost
		for k := range x {
			j[i][k] = f[i].partial(k)
		}
	}
	if !lost {
		return j
	}
	small := p.Const(1e-6)
	for k := range x {
		abs, _ := p.Call("fabs", x[k])
		h, _ := p.Call("fmax", small, p.Mul(small, abs))
		side := func(h kernel.Value) []num {
			moved := append([]kernel.Value{}, x...)
			moved[k] = p.Add(x[k], h)
			f, _ := y.derivatives(plain(moved))
			return f
		}
		up, down := side(h), side(p.Neg(h))
		for i := range f {
			if f[i].lost {
				j[i][k] = part{v: p.Div(p.Sub(up[i].v, down[i].v), p.Mul(p.Const(2), h))}
			}
		}
	}
	return j
}

// newtonStep solves (I/h - j)·d = residual.
func (y *system) newtonStep(j [][]part, residual []kernel.Value, h kernel.Value) []kernel.Value {
	p := y.p
	n := len(j)
	m := make([][]part, n)
	rest := make([]part, n)
	for i := range m {
		m[i] = make([]part, n)
		for k := range m[i] {
			m[i][k] = p.negPart(j[i][k])
		}
		m[i][i] = p.addParts(part{v: p.Div(p.Const(1), h)}, m[i][i])
		rest[i] = part{v: residual[i]}
	}
	less := func(a, b part) part { return p.addParts(a, p.negPart(b)) }
	for k := range n {
		for i := k + 1; i < n; i++ {
			if m[i][k].zero {
				continue
			}
			factor := p.Div(m[i][k].v, m[k][k].v)
			for j := k + 1; j < n; j++ {
				m[i][j] = less(m[i][j], p.scale(m[k][j], factor, false))
			}
			rest[i] = less(rest[i], p.scale(rest[k], factor, false))
		}
	}
	d := make([]kernel.Value, n)
	for i := n - 1; i >= 0; i-- {
		r := rest[i]
		for j := i + 1; j < n; j++ {
			r = less(r, p.scale(m[i][j], d[j], false))
		}
		d[i] = p.Div(p.partValue(r), m[i][i].v)
	}
	return d
}
