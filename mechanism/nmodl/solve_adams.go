package nmodl

import "github.com/gneuron/gneuron/mechanism/kernel"

// histories makes the hidden variables in which adams keeps the slopes of the
// three steps before, and last how many there are yet; and those of adrunge,
// its step and how many it made.
func (c *compiler) histories() {
	states := 0
	for _, s := range c.States {
		states += max(s.Size, 1)
	}
	c.history = map[*CodeBlock]*Symbol{}
	for _, s := range c.Solves {
		size := 0
		switch {
		case s.Target == nil || c.history[s.Target] != nil:
		case s.Method.Name == "adams":
			size = 3*states + 1
		case s.Method.Name == "" && s.Target.Kind == Derivative && !s.SteadyState:
			size = 2
		}
		if size > 0 {
			h := &Symbol{Name: "history of " + s.Block.Name, Pos: s.Pos, Role: Assigned, Storage: InstanceStorage, Size: size}
			c.history[s.Target] = h
			c.Assigned = append(c.Assigned, h)
		}
	}
}

// forget is code that lets adams and adrunge start anew.
func (c *compiler) forget() []Stmt {
	var list []Stmt
	for _, s := range c.Assigned {
		for b, h := range c.history {
			if s != h {
				continue
			}
			at := At{h.Pos}
			set := func(k int, y Expr) Stmt {
				return &Assign{At: at, Target: &Index{At: at, Name: h.Name, Sym: h, Index: &Number{At: at, Value: float64(k)}}, Value: y}
			}
			number := func(y float64) Expr { return &Number{At: at, Value: y} }
			if b.Kind != Derivative || h.Size != 2 {
				list = append(list, set(h.Size-1, number(0)))
				continue
			}
			dt := &Name{At: at, Name: "dt", Sym: &Symbol{Name: "dt", Storage: SimulatorStorage}}
			list = append(list, &If{At: at, Cond: &Binary{At: at, Op: Lt, X: dt, Y: number(0.1)},
				Then: []Stmt{set(0, &Binary{At: at, Op: Div, X: dt, Y: number(10)})},
				Else: []Stmt{set(0, number(0.01))}}, set(1, number(-1)))
		}
	}
	return list
}

// adams makes a step of the Adams-Bashforth-Moulton method of order 4. The
// predicted and the corrected states are averaged with the weights that cancel
// their errors. The first three steps are Runge-Kutta steps.
//
// NEURON keeps one history for all instances, and over finitialize, so that it
// has these numbers in the first run of a single instance only.
func (p *pass) adams(b *CodeBlock) {
	s := p.slopes(b)
	n := len(s.states)
	_, h := p.secondOrder()
	past := p.c.history[b]
	old := func(k int) []kernel.Value { // the slopes k+1 steps ago
		f := make([]kernel.Value, n)
		for i := range f {
			f[i] = p.read(past, k*n+i, b.Pos).v
		}
		return f
	}
	f1, f2, f3 := old(0), old(1), old(2)
	count := p.read(past, past.Size-1, b.Pos).v
	starting := p.Less(count, p.Const(3))

	x := s.start(p, b)
	f := s.at(x, p.Const(0))
	first, last := s.fourth(p, x, p.Const(0), h)
	step := p.Mul(h, p.Const(1./24))
	sum := func(a, b, c, d float64, w, x, y, z []kernel.Value) []kernel.Value {
		out := make([]kernel.Value, n)
		for i := range out {
			left := p.Add(p.Mul(p.Const(a), w[i]), p.Mul(p.Const(b), x[i]))
			out[i] = p.Add(left, p.Add(p.Mul(p.Const(c), y[i]), p.Mul(p.Const(d), z[i])))
		}
		return out
	}
	predicted := p.along(x, step, sum(55, -59, 37, -9, f, f1, f2, f3))
	ahead := s.at(predicted, h)
	corrected := p.along(x, step, sum(9, 19, -5, 1, ahead, f, f1, f2))
	slope := make([]kernel.Value, n)
	for i := range x {
		mean := p.Div(p.Add(p.Mul(p.Const(19), predicted[i]), p.Mul(p.Const(251), corrected[i])), p.Const(270))
		x[i] = p.Select(starting, first[i], mean)
		slope[i] = p.Select(starting, last[i], ahead[i])
	}
	for i := range n {
		p.write(past, 2*n+i, num{v: f2[i]}, b.Pos)
		p.write(past, n+i, num{v: f1[i]}, b.Pos)
		p.write(past, i, num{v: f[i]}, b.Pos)
	}
	p.write(past, past.Size-1, num{v: p.Add(count, starting)}, b.Pos)
	s.leave(p, b, x, slope, true)
}
