package nmodl

import "github.com/gneuron/gneuron/mechanism/kernel"

// The iteration of sparse ends, as NEURON's, when the states moved by no more
// than sparseChange in all; it gives up after sparseSteps.
const (
	sparseChange = 1e-6
	sparseSteps  = 21
	sparseTrials = 7
	sparseSteady = 1e9 // the step [ms] of STEADYSTATE
	negative     = -1e-6
)

// sparse solves a KINETIC block by an implicit step, as a matrix equation in
// every instance. A linear scheme takes one solution; else solutions are
// repeated with the fluxes at the new states, none of which may turn negative.
// STEADYSTATE takes a step of 1e9 ms.
//
// It gives where that failed. Where SOLVE has no IFERROR the states then become
// NaN, which ends the run.
func (p *pass) sparse(b *CodeBlock, steady bool) (failed kernel.Value) {
	k := p.kinetic(b)
	x0 := make([]kernel.Value, len(k.states))
	for i, s := range k.states {
		x0[i] = p.read(s.sym, s.k, b.Pos).v
	}
	second, h := p.secondOrder()
	step := h
	if steady {
		step, h = p.Const(sparseSteady), p.Env(kernel.Dt)
	}
	outer := p.step
	p.step = &step
	// At the beginning of the step, so that what does not change within it is
	// computed once.
	eq := k.at(x0, x0, step, true)
	failed = p.Const(0)
	var x []kernel.Value
	if k.linear && !steady {
		x = k.advance(x0, eq)
	} else {
		x, failed = k.iterate(x0, step, steady && !k.linear)
	}
	k.settle(x, step)
	p.step = outer
	// With secondorder the states go as far again as they went.
	more := p.Div(p.Select(second, h, p.Const(0)), step)
	for i, s := range k.states {
		p.write(s.sym, s.k, num{v: p.Add(x[i], p.Mul(more, p.Sub(x[i], x0[i])))}, b.Pos)
	}
	return failed
}

// advance gives the solution from x on.
func (k *scheme) advance(x []kernel.Value, eq equations) []kernel.Value {
	next := make([]kernel.Value, len(x))
	for i, d := range k.p.eliminate(k.touched, eq.matrix, eq.rhs) {
		next[i] = k.p.Add(x[i], d)
	}
	return next
}

// settle runs the block at the final states, for what else it computes.
func (k *scheme) settle(x []kernel.Value, step kernel.Value) equations {
	p := k.p
	eq := k.at(x, x, step, true)
	for _, s := range inOrder(p, eq.left) {
		if _, state := k.number[s]; !state {
			p.env.set(s, eq.left[s])
		}
	}
	return eq
}

// iterate solves until nothing changes, over all instances of a block until the
// last is through. With trial, up to seven solutions from new starting points
// come first, as NEURON makes them for a steady state, until no state is
// negative.
func (k *scheme) iterate(x0 []kernel.Value, step kernel.Value, trial bool) (x []kernel.Value, failed kernel.Value) {
	p := k.p
	n := len(x0)
	zero, one := p.Const(0), p.Const(1)
	vars, starts := make([]kernel.Var, n), make([]kernel.Var, n)
	for i := range vars {
		vars[i] = p.NewVar(x0[i])
		if trial {
			starts[i] = p.NewVar(x0[i])
		}
	}
	going, count := p.NewVar(one), p.NewVar(zero)
	var trying kernel.Var
	if trial {
		trying = p.NewVar(one)
	}
	p.region(func() {
		p.While(func() kernel.Value { return p.Get(going) }, func(active kernel.Value) {
			x, from := make([]kernel.Value, n), x0
			if trial {
				from = make([]kernel.Value, n)
			}
			for i := range vars {
				x[i] = p.Get(vars[i])
				if trial {
					from[i] = p.Get(starts[i])
				}
			}
			next := k.advance(x, k.at(x, from, step, false))
			change := zero
			below := zero
			for i := range next {
				moved, _ := p.Call("fabs", p.Sub(next[i], x[i]))
				change = p.Add(change, moved)
				below = p.Or(below, p.Less(next[i], p.Const(negative)))
			}
			done := p.Add(p.Get(count), active)
			more := p.And(p.Less(p.Const(sparseChange), change), p.Less(done, p.Const(sparseSteps+1)))
			phase := zero
			if trial {
				phase = p.Get(trying)
				more = p.Select(phase, p.Less(done, p.Const(sparseTrials)), more)
			}
			for i := range next {
				limit := zero
				if trial {
					limit = p.Select(phase, p.Const(negative), zero)
				}
				next[i] = p.Select(p.Less(next[i], limit), zero, next[i])
				p.Set(vars[i], p.Select(active, next[i], x[i]))
				if trial {
					p.Set(starts[i], p.Select(p.And(active, phase), next[i], from[i]))
				}
			}
			if trial {
				passed := p.And(phase, p.Not(below))
				more, done = p.Or(more, passed), p.Select(passed, zero, done)
				p.Set(trying, p.And(phase, below))
			}
			p.Set(count, p.Select(active, done, p.Get(count)))
			p.Set(going, p.And(active, more))
		}, nil)
	})
	x = make([]kernel.Value, n)
	for i := range x {
		x[i] = p.Get(vars[i])
	}
	failed = p.Less(p.Const(sparseSteps), p.Get(count))
	if trial {
		failed = p.Or(failed, p.Get(trying))
	}
	return x, failed
}
