package nmodl

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
)

// block compiles statements in a scope of their own.
func (x *scope) block(list []Stmt) action {
	x.names = append(x.names, map[string]*Symbol{})
	defer func() { x.names = x.names[:len(x.names)-1] }()
	for _, s := range list {
		if _, ok := s.(*Verbatim); ok {
			return x.mixed(list)
		}
	}
	return x.statements(list)
}

func (x *scope) statements(list []Stmt) action {
	var out []action
	for _, s := range list {
		if a := x.stmt(s); a != nil {
			out = append(out, a)
		}
	}
	return sequence(out)
}

// stmt compiles a statement; nil if there is nothing to do.
func (x *scope) stmt(s Stmt) action {
	switch s := s.(type) {
	case *Assign:
		return x.assign(s)
	case *Protect:
		return x.assign(s.Assign)
	case *CallStmt:
		return x.callStatement(s.Call)
	case *Local:
		return x.declare(s)
	case *BlockStmt:
		return x.block(s.Body)
	case *If:
		c, yes, no := x.cond(s.Cond), x.block(s.Then), x.block(s.Else)
		if s.Else == nil {
			return func(m *machine) control {
				if c(m) {
					return yes(m)
				}
				return next
			}
		}
		return func(m *machine) control {
			if c(m) {
				return yes(m)
			}
			return no(m)
		}
	case *While:
		c, body, pos := x.cond(s.Cond), x.block(s.Body), s.Pos
		return func(m *machine) control {
			for c(m) {
				m.tick(pos)
				switch body(m) {
				case returned:
					return returned
				case breakLoop:
					return next
				}
			}
			return next
		}
	case *From:
		return x.from(s)
	case *Solve:
		return x.solve(s)
	case *Lag:
		return x.lag(s)
	case *Watch:
		return x.watch(s)
	case *ForNetCons:
		return x.forNetCons(s)
	case *Verbatim:
		return x.mixed([]Stmt{s})
	case *Conductance, *UnitsSwitch, *Table, *Mutex, *NetInitial:
		return nil // hints, what routines look at, and blocks of their own
	}
	x.u.c.fail(s.Position(), "not supported yet: %s", statementName(s))
	return nil
}

// declare makes the variables of a LOCAL, which are 0 at first.
func (x *scope) declare(l *Local) action {
	var list []action
	for _, v := range l.Vars {
		i := x.local(v.Sym)
		n := max(v.Sym.Size, 1)
		list = append(list, func(m *machine) control { clear(m.loc[i : i+n]); return next })
	}
	return sequence(list)
}

func (x *scope) assign(s *Assign) action {
	switch target := s.Target.(type) {
	case *Name:
		return x.write(target.Sym, 0, x.expr(s.Value), target.Pos)
	case *Index:
		if k, ok := x.element(target); ok {
			return x.write(target.Sym, k, x.expr(s.Value), target.Pos)
		}
		at, y := x.address(target.Sym, x.whole(target.Index), target.Pos), x.expr(s.Value)
		return func(m *machine) control {
			z := y(m)
			*at(m) = z
			return next
		}
	case *Prime:
		if x.prime == nil {
			x.u.c.fail(target.Pos, "an equation for %s' belongs in a DERIVATIVE block that a SOLVE names", target.Name)
		}
		if target.Index == nil && target.Sym.Size > 0 {
			x.u.c.fail(target.Pos, "not supported yet: an equation for a whole array; write one for each element %s'[i]", target.Name)
		}
		return x.prime(s, target)
	}
	panic("nmodl: unknown target")
}

// from compiles a loop; its bounds are computed once, its variable is a whole
// number.
func (x *scope) from(s *From) action {
	lo, hi := x.whole(s.Lo), x.whole(s.Hi)
	by := whole(func(*machine) int64 { return 1 })
	if s.By != nil {
		by = x.whole(s.By)
	}
	x.names = append(x.names, map[string]*Symbol{})
	i := x.local(s.Sym)
	body, pos := x.block(s.Body), s.Pos
	x.names = x.names[:len(x.names)-1]
	return func(m *machine) control {
		step := by(m)
		for k := lo(m); k <= hi(m); k += step {
			m.tick(pos)
			m.loc[i] = float64(k)
			switch body(m) {
			case returned:
				return returned
			case breakLoop:
				return next
			}
		}
		return next
	}
}

// watch compiles one condition of WATCH. It stands for the difference of its
// sides, which is positive where it holds.
func (x *scope) watch(s *Watch) action {
	if x.watches == nil {
		x.u.c.fail(s.Pos, "WATCH belongs in NET_RECEIVE")
	}
	k := len(*x.watches)
	a, b := x.expr(s.Left), x.expr(s.Right)
	if s.Greater {
		*x.watches = append(*x.watches, func(m *machine) float64 { return a(m) - b(m) })
	} else {
		*x.watches = append(*x.watches, func(m *machine) float64 { return -(a(m) - b(m)) })
	}
	flag := s.Flag.Value
	return func(m *machine) control {
		m.in.Sim.Watch(m.in, k, flag)
		return next
	}
}

// forNetCons runs its body for the weights of each NetCon whose target is the
// instance.
func (x *scope) forNetCons(s *ForNetCons) action {
	for i, a := range s.Args {
		x.netcons[a.Sym] = i
	}
	body, pos, u, n := x.block(s.Body), s.Pos, x.u, len(s.Args)
	return func(m *machine) control {
		lister, ok := m.in.Sim.(mechanism.NetConLister)
		if !ok {
			panic(u.failure(fault.Model, pos, "FOR_NETCONS: there are no connections here"))
		}
		outer := m.netcon
		defer func() { m.netcon = outer }()
		for _, w := range lister.NetConWeights(m.in) {
			if len(w) < n {
				continue
			}
			m.netcon = w
			switch body(m) {
			case returned:
				return returned
			case breakLoop:
				return next
			}
		}
		return next
	}
}
