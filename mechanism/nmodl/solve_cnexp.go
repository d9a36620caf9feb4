package nmodl

// cnexp solves a block of equations x' = A + B·x, each by itself, with A and B
// held over the step:
//
//	x += (1 - exp(dt·B))·(-A/B - x),   x += dt·A where B is 0
//
// The statements run in their order, so an equation sees the states before it
// as they are after the step. As in NEURON's translator, A and B come from the
// text of the equation: a variable that was computed from x before is a
// constant, and so an equation with a FUNCTION of x is not linear.
func (p *pass) cnexp(b *CodeBlock) {
	outer := p.prime
	p.prime = func(target *Prime, k int, value Expr) {
		top, bottom := value, num{v: p.Const(1)}
		x := p.read(target.Sym, k, target.Pos)
		// A divisor that both have is taken out: A/B needs no division by it.
		for {
			d, ok := top.(*Binary)
			if !ok || d.Op != Div {
				break
			}
			y := p.at(target, k, p.unknown(x.v, 0, 1), d.Y)
			if y.depends {
				break
			}
			top, bottom = d.X, p.mul(bottom, y)
		}
		slope := p.at(target, k, p.unknown(x.v, 0, 1), top)
		if !slope.affine() {
			p.c.fail(target.Pos, "%s' is not linear in %s", target.Name, target.Name)
		}
		a := p.at(target, k, p.constant(0), top)
		d := slope.partial(0)
		dt := p.simulator("dt", target.Pos)
		if d.zero || p.isZero(d.v) {
			p.write(target.Sym, k, p.add(x, p.mul(dt, p.div(a, bottom))), target.Pos)
			return
		}
		coefficient := num{v: d.v}
		e, _ := p.function("exp", p.div(p.mul(dt, coefficient), bottom))
		limit := a
		if c, ok := p.ConstValue(d.v); !ok || c != -1 {
			limit = p.div(p.neg(a), coefficient)
		}
		step := p.mul(p.sub(p.constant(1), e), p.sub(limit, x))
		p.write(target.Sym, k, p.add(x, step), target.Pos)
	}
	p.block(b.Body)
	p.prime = outer
}

// at gives an expression with another value of a state.
func (p *pass) at(target *Prime, k int, x num, value Expr) num {
	s := slot{sym: target.Sym, k: k}
	old, had := p.env.get(s)
	opaque, seeded := p.opaque, p.seeded
	p.see(target.Sym)
	p.env.set(s, x)
	p.opaque, p.seeded = true, x.depends
	y := p.expr(value)
	p.opaque, p.seeded = opaque, seeded
	if had {
		p.env.set(s, old)
	} else {
		p.env.drop(s)
	}
	return y
}

// isLinear reports whether cnexp can solve a block.
func (c *compiler) isLinear(b *CodeBlock) bool {
	return try(func() { c.newPass(0).cnexp(b) }) == nil
}
