package nmodl

import (
	"github.com/gneuron/gneuron/mechanism/kernel"
)

const maxUnknowns = 64

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
		p.env.set(slot{sym: target.Sym, k: k, prime: true}, x)
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
	var left map[slot]num
	seeded := p.seeded
	p.env.run(func() {
		p.seeded = false
		for i, s := range y.states {
			p.see(s.sym)
			p.env.set(s, x[i])
			p.seeded = p.seeded || x[i].depends
		}
		left = y.runOn(p, nil)
	})
	p.seeded = seeded
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
	for _, s := range inOrder(p, left) {
		if !s.prime {
			p.env.set(s, left[s])
		}
	}
	for i, s := range y.states {
		p.write(s.sym, s.k, num{v: x[i]}, y.block.Pos)
	}
	return f
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
		p.write(s.sym, s.k, num{v: p.Add(p.env.at(s).v, p.Mul(more, f[i].v))}, y.block.Pos)
	}
}

// derivimplicit solves the equations x' = f(x) of a block together by one
// implicit Euler step,
//
//	f(x) - (x - x0)/h = 0,  h = dt
//
// with Newton's iteration and the derivatives of f; equations that are linear
// need one step of it. With secondorder, h = dt/2 and then x += h·f(x). The
// matrix ∂f/∂x - I/h is eliminated without pivoting: 1/h dominates it but for
// steps far above the time constants. It gives where the iteration failed.
func (p *pass) derivimplicit(b *CodeBlock, steady bool) (failed kernel.Value) {
	y := p.system(b)
	if len(y.states) > maxUnknowns {
		p.c.beyond(b.Pos, "derivimplicit with %d states, more than %d", len(y.states), maxUnknowns)
	}
	second, h := p.secondOrder()
	step := h
	if steady {
		step, h = p.Const(steadyStep), p.Env(kernel.Dt)
	}
	outer := p.step
	p.step = &step
	x0 := y.start()
	x := x0
	failed = p.Const(0)
	slope := p.Div(p.Const(1), step)
	if y.isLinear() {
		f, _ := y.derivatives(p.unknowns(x0))
		j := p.jacobian(f, x0, nil)
		for i := range j {
			j[i][i] = p.addParts(j[i][i], part{v: p.Neg(slope)})
		}
		x = make([]kernel.Value, len(x0))
		for i, d := range p.dominant(j, values(f)) {
			x[i] = p.Sub(x0[i], d)
		}
	} else {
		x, failed = p.newton(x0, func(x []num) []num {
			f, _ := y.derivatives(x)
			for i := range f {
				for k, d := range f[i].d {
					if d.varies { // at an infinite quotient such as a/x for x = 0 it is no number; the next x is elsewhere
						f[i].d[k].v = p.Select(p.Equal(d.v, d.v), d.v, p.Const(0))
					}
				}
				f[i] = p.sub(f[i], p.div(p.sub(x[i], num{v: x0[i]}), num{v: step}))
			}
			return f
		}, p.dominant)
	}
	f := y.settle(x)
	p.step = outer
	y.extrapolate(f, second, h)
	return failed
}

// isLinear reports whether the derivatives of f do not depend on the states.
func (y *system) isLinear() bool {
	probe := y.p.c.newPass(0)
	z := &system{p: probe, block: y.block, states: y.states}
	f, _ := z.derivatives(probe.unknowns(z.start()))
	for _, f := range f {
		if !f.affine() {
			return false
		}
	}
	return true
}
