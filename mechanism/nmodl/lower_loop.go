package nmodl

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// maxUnrolled limits the iterations of FROM loops in one program.
const maxUnrolled = 20000

// from unrolls a loop whose bounds are known while compiling.
func (p *pass) from(s *From) {
	lo, hi, by := p.expr(s.Lo), p.expr(s.Hi), p.constant(1)
	if s.By != nil {
		by = p.expr(s.By)
	}
	var bounds [3]int
	known := true
	for i, x := range []num{lo, hi, by} {
		k, ok := p.ConstValue(x.v)
		bounds[i], known = int(k), known && ok
	}
	if k, ok := p.ConstValue(by.v); ok && int(k) <= 0 {
		p.c.fail(s.By.Position(), "the BY of FROM must be positive, not %d", int(k))
	}
	p.see(s.Sym)
	counter := slot{sym: s.Sym}
	if !known {
		p.count(s, lo, hi, by)
		return
	}
	for i := bounds[0]; i <= bounds[1]; i += bounds[2] {
		if p.unrolled++; p.unrolled > maxUnrolled {
			p.c.beyond(s.Pos, "FROM loops with more than %d iterations in all", maxUnrolled)
		}
		p.env.set(counter, p.constant(float64(i)))
		p.block(s.Body)
	}
	p.env.drop(counter)
}

// count runs a FROM loop whose bounds are known at run time only.
func (p *pass) count(s *From, lo, hi, by num) {
	lo, hi, by = p.index(lo), p.index(hi), p.index(by)
	i := p.NewVar(lo.v)
	counter := slot{sym: s.Sym}
	p.loop(s.Body, s, func() kernel.Value {
		p.env.set(counter, num{v: p.Get(i)})
		return p.LessEq(p.env.at(counter).v, hi.v)
	}, func() {
		at := p.env.at(counter).v
		p.block(s.Body)
		p.Set(i, p.Add(at, by.v))
	})
	p.env.drop(counter)
}

// while repeats its body as long as the condition holds.
func (p *pass) while(s *While) {
	p.loop(s.Body, s, func() kernel.Value {
		c := p.expr(s.Cond).v
		if p.IsScalar(c) {
			p.c.fail(s.Pos, "the condition of this while never changes")
		}
		return c
	}, func() { p.block(s.Body) })
}

// loop repeats code as long as the condition holds in some instance; the
// others keep what they have.
func (p *pass) loop(body []Stmt, s Stmt, cond func() kernel.Value, code func()) {
	walkStmts(body, func(inner Stmt) {
		switch inner.(type) {
		case *Reaction, *Conserve, *Equation:
			p.c.beyond(s.Position(), "a reaction or equation in a loop that ends by a condition")
		}
	})
	vars := map[slot]kernel.Var{}
	var order []slot
	for _, sym := range p.c.assignedIn(body) {
		for k := range max(sym.Size, 1) {
			sl := slot{sym: sym, k: k}
			p.see(sym)
			order = append(order, sl)
			vars[sl] = p.NewVar(p.read(sym, k, s.Position()).v)
		}
	}
	load := func() {
		for _, sl := range order {
			p.env.set(sl, num{v: p.Get(vars[sl]), depends: p.seeded, lost: p.seeded})
		}
	}
	mask := p.mask
	p.region(func() {
		p.While(func() kernel.Value {
			load()
			c := cond()
			if mask != noMask {
				c = p.And(c, mask)
			}
			return c
		}, func(c kernel.Value) {
			p.mask = c
			old := make([]kernel.Value, len(order))
			for i, sl := range order {
				old[i] = p.env.at(sl).v
			}
			code()
			for i, sl := range order {
				p.Set(vars[sl], p.Select(c, p.env.at(sl).v, old[i]))
			}
		}, p.c.endless(s.Position()))
	})
	p.mask = mask
	load()
	for _, sl := range order {
		if sl.sym.Storage != LocalStorage {
			p.written[sl.sym] = true
		}
		if sl.sym.Storage == GlobalStorage {
			p.carried[sl.sym] = s.Position()
		}
	}
}

// assignedIn lists the variables that statements and the routines that they
// call assign to, without those that live inside only.
func (c *compiler) assignedIn(list []Stmt) []*Symbol {
	var out []*Symbol
	inside, found, done := map[*Symbol]bool{}, map[*Symbol]bool{}, map[*CodeBlock]bool{}
	var stmts func([]Stmt)
	var expr func(Expr)
	call := func(x *Call) {
		for _, a := range x.Args {
			expr(a)
		}
		if b := x.Target; b != nil && !done[b] {
			done[b] = true
			for _, a := range b.Args {
				inside[a.Sym] = true
			}
			if b.Result != nil {
				inside[b.Result] = true
			}
			stmts(b.Body)
		}
	}
	expr = func(x Expr) {
		switch x := x.(type) {
		case *Unary:
			expr(x.X)
		case *Binary:
			expr(x.X)
			expr(x.Y)
		case *Index:
			expr(x.Index)
		case *Call:
			call(x)
		}
	}
	assign := func(s *Assign) {
		expr(s.Value)
		if sym := symbolOf(s.Target); sym != nil && !found[sym] {
			found[sym] = true
			out = append(out, sym)
		}
	}
	stmts = func(list []Stmt) {
		walkStmts(list, func(s Stmt) {
			switch s := s.(type) {
			case *Assign:
				assign(s)
			case *Protect:
				assign(s.Assign)
			case *CallStmt:
				call(s.Call)
			case *Local:
				for _, v := range s.Vars {
					inside[v.Sym] = true
				}
			case *If:
				expr(s.Cond)
			case *While:
				expr(s.Cond)
			case *From:
				inside[s.Sym] = true
			}
		})
	}
	stmts(list)
	kept := out[:0]
	for _, s := range out {
		if !inside[s] {
			kept = append(kept, s)
		}
	}
	return kept
}

// endless is what a loop fails with that is repeated again and again.
func (c *compiler) endless(pos fault.Pos) *fault.Error {
	e := c.errorAt(pos, "this loop does not end: its condition stays true")
	e.Kind = fault.Model
	return e
}
