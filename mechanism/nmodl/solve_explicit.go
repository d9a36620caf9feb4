package nmodl

import "github.com/gneuron/gneuron/mechanism/kernel"

// explicit gives the METHODs that step along the derivatives of all states of a
// block at once, or nil. KINETIC blocks are taken without their CONSERVEs.
func explicit(method string) func(*pass, *CodeBlock) {
	switch method {
	case "":
		return (*pass).adrunge
	case "adams":
		return (*pass).adams
	case "euler":
		return (*pass).euler
	case "heun":
		return (*pass).heun
	case "runge":
		return (*pass).runge
	}
	return nil
}

// slopes gives the derivatives of the states of a block at x, a time after t,
// and what the block leaves in its variables at the end.
type slopes struct {
	states []slot
	at     func(x []kernel.Value, after kernel.Value) []kernel.Value
	settle func(x []kernel.Value) []kernel.Value
}

// slopes makes the derivatives of a DERIVATIVE or KINETIC block a function.
func (p *pass) slopes(b *CodeBlock) slopes {
	later := func(after kernel.Value, f func()) {
		outer := p.later
		if p.later = &after; p.isZero(after) {
			p.later = nil
		}
		f()
		p.later = outer
	}
	if b.Kind == Kinetic {
		k := p.kinetic(b)
		k.explicit = true
		s := slopes{states: k.states}
		s.at = func(x []kernel.Value, after kernel.Value) (f []kernel.Value) {
			later(after, func() { f = k.at(x, x, p.Env(kernel.Dt), true).rhs })
			return f
		}
		s.settle = func(x []kernel.Value) []kernel.Value { return k.settle(x, p.Env(kernel.Dt)).rhs }
		return s
	}
	y := p.system(b)
	s := slopes{states: y.states}
	s.at = func(x []kernel.Value, after kernel.Value) (f []kernel.Value) {
		later(after, func() {
			d, _ := y.derivatives(plain(x))
			f = values(d)
		})
		return f
	}
	s.settle = func(x []kernel.Value) []kernel.Value { return values(y.settle(x)) }
	return s
}

// start gives the states as they are.
func (s *slopes) start(p *pass, b *CodeBlock) []kernel.Value {
	x := make([]kernel.Value, len(s.states))
	for i, sl := range s.states {
		x[i] = p.read(sl.sym, sl.k, b.Pos).v
	}
	return x
}

// along gives x + h·f.
func (p *pass) along(x []kernel.Value, h kernel.Value, f []kernel.Value) []kernel.Value {
	out := make([]kernel.Value, len(x))
	for i := range x {
		out[i] = p.Add(x[i], p.Mul(h, f[i]))
	}
	return out
}

// leave writes the new states. With secondorder they go as far again as the
// slope f takes them: the step was half of dt. With again, the block then runs
// once more for what else it computes.
func (s *slopes) leave(p *pass, b *CodeBlock, x, f []kernel.Value, again bool) {
	second, h := p.secondOrder()
	x = p.along(x, p.Select(second, h, p.Const(0)), f)
	if again {
		s.settle(x)
	}
	for i, x := range x {
		p.write(s.states[i].sym, s.states[i].k, num{v: x}, b.Pos)
	}
}

// euler makes a step along the slope at its beginning, x += h·f(x).
func (p *pass) euler(b *CodeBlock) {
	s := p.slopes(b)
	_, h := p.secondOrder()
	x := s.start(p, b)
	f := s.settle(x)
	s.leave(p, b, p.along(x, h, f), f, b.Kind == Kinetic)
}

// heun makes the step of Heun's method, along the mean of the slopes at its
// beginning and where that leads. NEURON 8.2.2 starts from numbers that it
// never set and computes something else.
func (p *pass) heun(b *CodeBlock) {
	s := p.slopes(b)
	_, h := p.secondOrder()
	half := p.Mul(h, p.Const(0.5))
	x := s.start(p, b)
	f0 := s.at(x, p.Const(0))
	f1 := s.at(p.along(x, h, f0), h)
	x = p.along(p.along(x, half, f0), half, f1)
	s.leave(p, b, x, f1, true)
}

// runge makes the step of the Runge-Kutta method of order 4.
func (p *pass) runge(b *CodeBlock) {
	s := p.slopes(b)
	_, h := p.secondOrder()
	x := s.start(p, b)
	x, f := s.fourth(p, x, p.Const(0), h)
	s.leave(p, b, x, f, true)
}

// fourth gives the states after a Runge-Kutta step of h from x on, a time after
// t, and the slope at its last point.
func (s *slopes) fourth(p *pass, x []kernel.Value, after, h kernel.Value) (next, f4 []kernel.Value) {
	half := p.Mul(h, p.Const(0.5))
	third, sixth := p.Mul(h, p.Const(1./3)), p.Mul(h, p.Const(1./6))
	middle := p.Add(after, half)
	f1 := s.at(x, after)
	f2 := s.at(p.along(x, half, f1), middle)
	f3 := s.at(p.along(x, half, f2), middle)
	f4 = s.at(p.along(x, h, f3), p.Add(after, h))
	return p.along(p.along(p.along(p.along(x, sixth, f1), third, f2), third, f3), sixth, f4), f4
}
