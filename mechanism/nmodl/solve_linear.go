package nmodl

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism/kernel"
)

// algebraic is a LINEAR or NONLINEAR block as a function of the states that it
// solves for.
type algebraic struct {
	p      *pass
	block  *CodeBlock
	states []slot
}

// algebraic finds the unknowns of a LINEAR or NONLINEAR block: the states in
// its equations, in the order of their declaration.
func (p *pass) algebraic(b *CodeBlock) *algebraic {
	a := &algebraic{p: p, block: b}
	used := map[*Symbol]bool{}
	var expr func(x Expr)
	expr = func(x Expr) {
		switch x := x.(type) {
		case *Name, *Index:
			if s := symbolOf(x); s != nil && s.Role == State &&
				(len(b.SolveFor) == 0 || slices.ContainsFunc(b.SolveFor, func(id Ident) bool { return id.Name == s.Name })) {
				used[s] = true
			}
		case *Unary:
			expr(x.X)
		case *Binary:
			expr(x.X)
			expr(x.Y)
		case *Call:
			for _, y := range x.Args {
				expr(y)
			}
		}
	}
	walkStmts(b.Body, func(s Stmt) {
		if e, ok := s.(*Equation); ok {
			expr(e.Left)
			expr(e.Right)
		}
	})
	for _, s := range p.c.States {
		for k := range max(s.Size, 1) {
			if used[s] {
				a.states = append(a.states, slot{sym: s, k: k})
			}
		}
	}
	return a
}

// at runs the block with the states at x and gives what each equation is off,
// left minus right, and the variables as the block leaves them.
func (a *algebraic) at(x []num) ([]num, map[slot]num) {
	p := a.p
	var off []num
	outer, seeded, v := p.equation, p.seeded, p.v
	p.equation = func(e *Equation) {
		if p.mask != noMask {
			p.c.beyond(e.Pos, "an equation inside an if or a loop that ends by a condition")
		}
		d := p.sub(p.expr(e.Left), p.expr(e.Right))
		switch {
		case !e.Add:
			off = append(off, d)
		case len(off) == 0:
			p.c.fail(e.Pos, "~+ adds to the equation before, and there is none")
		default:
			off[len(off)-1] = p.add(off[len(off)-1], d)
		}
	}
	left := p.with(func() {
		if seeded { // by the potential; the states are the unknowns here
			if p.v = nil; v != nil {
				p.v = &num{v: v.v}
			}
			for s, x := range p.env.now {
				p.env.set(s, num{v: x.v})
			}
		}
		p.seeded = false
		for i, s := range a.states {
			p.see(s.sym)
			p.env.set(s, x[i])
			p.seeded = p.seeded || x[i].depends
		}
		p.block(a.block.Body)
	})
	p.equation, p.seeded, p.v = outer, seeded, v
	if len(off) != len(a.states) {
		p.c.fail(a.block.Pos, "%s %s has %s for %s", a.block.Kind, a.block.Name, count(len(off), "equation"), count(len(a.states), "state"))
	}
	return off, left
}

// start gives the states as they are.
func (a *algebraic) start() []kernel.Value {
	x := make([]kernel.Value, len(a.states))
	for i, s := range a.states {
		x[i] = a.p.read(s.sym, s.k, a.block.Pos).v
	}
	return x
}

// leave writes the states, and what else the block computed when it ran last,
// at the states last.
func (a *algebraic) leave(x, last []kernel.Value) {
	p := a.p
	_, left := a.at(plain(last))
	solved := func(v kernel.Value) num { return num{v: v, depends: p.seeded, lost: p.seeded} }
	for _, s := range inOrder(p, left) {
		if old, ok := p.env.get(s); !slices.Contains(a.states, s) && (!ok || old.v != left[s].v) {
			p.env.set(s, solved(left[s].v))
		}
	}
	for i, s := range a.states {
		p.write(s.sym, s.k, solved(x[i]), a.block.Pos)
	}
}

// linear solves a LINEAR block, which runs once, at the states from before.
func (p *pass) linear(b *CodeBlock) (failed kernel.Value) {
	a := p.algebraic(b)
	n := len(a.states)
	zero := make([]num, n)
	seeds := make([]num, n)
	for i := range zero {
		zero[i] = p.constant(0)
		seeds[i] = p.unknown(p.Const(0), i, n)
	}
	off, _ := a.at(zero)
	coefficients, _ := a.at(seeds)
	j := make([][]part, n)
	for i, c := range coefficients {
		if !c.affine() {
			p.c.fail(b.Pos, "LINEAR %s: equation %d is not linear in the states", b.Name, i+1)
		}
		j[i] = make([]part, n)
		for k := range n {
			j[i][k] = c.partial(k)
		}
	}
	right := make([]kernel.Value, n)
	for i := range right {
		right[i] = p.Neg(off[i].v)
	}
	x := p.pivoting(j, right)
	a.leave(x, a.start())
	failed = p.Const(0)
	for _, x := range x {
		failed = p.Or(failed, p.NotEqual(x, x))
	}
	return failed
}

// nonlinear solves a NONLINEAR block by Newton's iteration from the states on.
func (p *pass) nonlinear(b *CodeBlock) kernel.Value {
	a := p.algebraic(b)
	x, failed := p.newton(a.start(), func(x []num) []num {
		off, _ := a.at(x)
		return off
	}, p.pivoting)
	a.leave(x, x)
	return failed
}
