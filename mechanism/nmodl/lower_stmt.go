package nmodl

import (
	"maps"

	"github.com/gneuron/gneuron/fault"
)

// block lowers statements in a scope of their own.
func (p *pass) block(list []Stmt) {
	for _, s := range list {
		p.stmt(s)
	}
	for _, s := range list {
		if l, ok := s.(*Local); ok {
			for _, v := range l.Vars {
				for k := range max(v.Size, 1) {
					p.env.drop(slot{sym: v.Sym, k: k})
				}
			}
		}
	}
}

func (p *pass) stmt(s Stmt) {
	p.c.step(s.Position())
	switch s := s.(type) {
	case *Assign:
		p.assign(s)
	case *Protect:
		p.assign(s.Assign)
	case *CallStmt:
		p.call(s.Call)
	case *Local:
		for _, v := range s.Vars {
			for k := range max(v.Size, 1) {
				p.write(v.Sym, k, p.constant(0), v.Pos)
			}
		}
	case *BlockStmt:
		p.block(s.Body)
	case *If:
		p.ifElse(s)
	case *From:
		p.from(s)
	case *While:
		p.while(s)
	case *Solve:
		p.solve(s)
	case *Reaction, *Conserve:
		if p.scheme == nil {
			p.c.fail(s.Position(), "a reaction belongs in a KINETIC block that a SOLVE names")
		}
		if r, ok := s.(*Reaction); ok {
			p.scheme.reaction(r)
		} else {
			p.scheme.conserve(s.(*Conserve))
		}
	case *Equation:
		if p.equation == nil {
			p.c.beyond(s.Pos, "an equation with ~")
		}
		p.equation(s)
	case *Verbatim:
		if !p.c.ignorable(s) {
			p.c.beyond(s.Pos, "VERBATIM")
		}
	case *Conductance, *UnitsSwitch, *Table, *Mutex, *Compartment, *LongitudinalDiffusion:
		// A hint, a switch of the unit checker, what inline looks at, a lock that
		// a pass does not need, and what kinetic and diffusion look at.
	case *Watch, *NetInitial:
		if !p.alone { // what Equations looks at, and what belongs to a connection
			p.c.beyond(s.Position(), "%s", statementName(s))
		}
	default:
		p.c.beyond(s.Position(), "%s", statementName(s))
	}
}

func (p *pass) ifElse(s *If) {
	cond := p.expr(s.Cond)
	if _, known := p.ConstValue(cond.v); s.Else == nil && !known && p.IsScalar(cond.v) && !p.inOnce {
		// What only the first instance does, because it ends the condition, such
		// as if (done == 0) { done = 1 ... }, it does for all. They agree as long
		// as what it computes does not depend on the instance.
		carried := maps.Clone(p.carried)
		uniform, ends := true, false
		left := p.env.run(func() {
			p.inOnce = true
			p.block(s.Then)
			p.inOnce = false
			ends = p.isFalse(s.Cond)
		})
		for sl, x := range left {
			if old, ok := p.env.get(sl); x.there && (!ok || old.v != x.v) {
				uniform = uniform && (sl.sym.Storage == GlobalStorage || sl.sym.Storage == LocalStorage) && p.IsScalar(x.v)
			}
		}
		if uniform && ends {
			defer func() { p.carried = carried }()
		}
	}
	p.choice(cond, s.Pos, func() { p.block(s.Then) }, func() { p.block(s.Else) })
}

// isFalse reports whether a condition cannot hold at this point.
func (p *pass) isFalse(cond Expr) bool {
	if b, ok := cond.(*Binary); ok && b.Op == Ne && p.expr(b.X).v == p.expr(b.Y).v {
		return true
	}
	k, ok := p.ConstValue(p.expr(cond).v)
	return ok && k == 0
}

// statementName is the keyword of a statement that cannot be lowered.
func statementName(s Stmt) string {
	switch s.(type) {
	case *Verbatim:
		return "VERBATIM"
	case *Watch:
		return "WATCH"
	case *ForNetCons:
		return "FOR_NETCONS"
	case *NetInitial:
		return "NET_RECEIVE"
	case *Lag:
		return "LAG"
	}
	return "this statement"
}

func (p *pass) assign(s *Assign) {
	switch target := s.Target.(type) {
	case *Name:
		p.write(target.Sym, 0, p.expr(s.Value), target.Pos)
	case *Index:
		p.assignElement(target, p.expr(s.Value))
	case *Prime:
		if p.prime == nil {
			p.c.fail(target.Pos, "an equation for %s' belongs in a DERIVATIVE block that a SOLVE names", target.Name)
		}
		k := 0
		if target.Index != nil {
			i := p.index(p.expr(target.Index))
			c, ok := p.ConstValue(i.v)
			if !ok || c < 0 || c >= float64(target.Sym.Size) {
				p.c.fail(target.Pos, "the index of %s' must be a number from 0 to %d", target.Name, target.Sym.Size-1)
			}
			k = int(c)
		} else if target.Sym.Size > 0 {
			p.c.beyond(target.Pos, "an equation for a whole array; write one for each element %s'[i]", target.Name)
		}
		p.prime(target, k, s.Value)
	}
}

func (p *pass) assignElement(target *Index, x num) {
	if target.Sym.Size == 0 {
		p.c.beyond(target.Pos, "an element of %s, which is no array here", target.Name)
	}
	i := p.index(p.expr(target.Index))
	if k, ok := p.ConstValue(i.v); ok {
		p.write(target.Sym, p.within(target, k), x, target.Pos)
		return
	}
	p.selectable(target)
	for k := range target.Sym.Size {
		here := p.compare(p.Equal(i.v, p.Const(float64(k))), i, num{})
		p.write(target.Sym, k, p.choose(here, x, p.read(target.Sym, k, target.Pos)), target.Pos)
	}
}

// inline lowers a call of a FUNCTION or PROCEDURE of the file where it stands.
func (p *pass) inline(b *CodeBlock, args []num, pos fault.Pos) num {
	for _, outer := range p.calls {
		if outer == b {
			p.c.beyond(pos, "%s calls itself", b.Name)
		}
	}
	if b.Kind == FunctionTable {
		return p.lookUp(b, args, pos)
	}
	if b.Kind != Function && b.Kind != Procedure {
		p.c.beyond(pos, "%s", b.Kind)
	}
	depends := false
	for _, a := range args {
		depends = depends || a.depends
	}
	p.calls = append(p.calls, b)
	var y num
	if t := tableOf(b); t != nil && !p.alone {
		y = p.tabulated(b, t, args[0], pos)
	} else {
		y = p.body(b, args)
	}
	p.calls = p.calls[:len(p.calls)-1]
	if p.opaque && depends {
		return num{v: y.v, depends: true, lost: true}
	}
	return y
}

// body runs the statements of a routine with arguments.
func (p *pass) body(b *CodeBlock, args []num) num {
	for i, a := range b.Args {
		p.write(a.Sym, 0, args[i], a.Pos)
	}
	y := p.constant(0)
	if b.Result != nil {
		p.write(b.Result, 0, y, b.Pos)
	}
	p.block(b.Body)
	if b.Result != nil {
		y = p.read(b.Result, 0, b.Pos)
		p.env.drop(slot{sym: b.Result})
	}
	for _, a := range b.Args {
		p.env.drop(slot{sym: a.Sym})
	}
	return y
}
