package nmodl

import "github.com/gneuron/gneuron/mechanism/kernel"

// adrungeError is the error that adrunge allows in a step.
const adrungeError = 1e-5

// adrunge solves a DERIVATIVE block that a SOLVE without METHOD names: by
// Runge-Kutta steps whose length h is chosen anew every ten steps, from what two
// steps of h and one of 2h differ by. It carries on with h from call to call.
//
// NEURON does so with one h for all instances; it has these numbers where there
// is a single one.
func (p *pass) adrunge(b *CodeBlock) {
	s := p.slopes(b)
	_, dt := p.secondOrder()
	past := p.c.history[b]
	zero, one := p.Const(0), p.Const(1)
	x := s.start(p, b)
	vars := make([]kernel.Var, len(x))
	for i := range x {
		vars[i] = p.NewVar(x[i])
	}
	start := p.Env(kernel.T)
	end := p.Add(start, dt)
	time, size, count := p.NewVar(start), p.NewVar(p.read(past, 0, b.Pos).v), p.NewVar(p.read(past, 1, b.Pos).v)
	going := p.NewVar(one)
	choose := func(c kernel.Value, x, y []kernel.Value) []kernel.Value {
		out := make([]kernel.Value, len(x))
		for i := range x {
			out[i] = p.Select(c, x[i], y[i])
		}
		return out
	}
	fourth := func(x []kernel.Value, t, h kernel.Value) []kernel.Value {
		next, _ := s.fourth(p, x, p.Sub(t, start), h)
		return next
	}
	p.region(func() {
		p.While(func() kernel.Value { return p.Get(going) }, func(active kernel.Value) {
			x := make([]kernel.Value, len(vars))
			for i := range vars {
				x[i] = p.Get(vars[i])
			}
			t, h, n := p.Get(time), p.Get(size), p.Add(p.Get(count), one)
			tenth, _ := p.Call("fmod", n, p.Const(10))
			adapt := p.Equal(tenth, zero)

			double := p.Add(h, h)
			trial := p.Select(p.Less(end, p.Add(t, double)), p.Mul(p.Sub(end, t), p.Const(0.5)), h)
			coarse := fourth(x, t, p.Add(trial, trial))
			middle := p.Add(t, trial)
			fine := fourth(fourth(x, t, trial), middle, trial)
			off := zero
			for i := range x {
				d, _ := p.Call("fabs", p.Sub(fine[i], coarse[i]))
				off, _ = p.Call("fmax", off, p.Div(d, p.Const(30)))
			}
			off = p.Select(p.Less(off, p.Const(1e-20)), p.Const(0.1*adrungeError), off)
			fifth, _ := p.Call("pow", trial, p.Const(5))
			better, _ := p.Call("pow", p.Div(p.Mul(p.Const(adrungeError), fifth), off), p.Const(0.25))
			x1 := choose(adapt, fine, x)
			t = p.Select(adapt, p.Add(middle, trial), t)
			h = p.Select(adapt, better, h)
			n = p.Add(n, adapt)

			next := p.Add(t, h)
			last := p.And(p.Less(t, end), p.Less(end, next))
			step := p.Select(last, p.Sub(end, t), h)
			x1 = choose(p.Or(last, p.LessEq(next, end)), fourth(x1, t, step), x1)
			for i, y := range choose(active, x1, x) {
				p.Set(vars[i], y)
			}
			p.Set(size, p.Select(active, h, p.Get(size)))
			p.Set(count, p.Select(active, n, p.Get(count)))
			p.Set(time, p.Select(active, next, p.Get(time)))
			p.Set(going, p.And(active, p.And(p.Less(next, end), p.Less(t, next))))
		}, nil)
	})
	for i := range x {
		x[i] = p.Get(vars[i])
	}
	p.write(past, 0, num{v: p.Get(size)}, b.Pos)
	p.write(past, 1, num{v: p.Get(count)}, b.Pos)
	s.leave(p, b, x, s.at(x, zero), true)
}
