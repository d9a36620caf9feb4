package nmodl

import "slices"

// local reports whether NET_RECEIVE changes nothing but its instance, the node
// and the ions there, and the weights of the NetCon that delivers, and looks at
// nothing that others may change. Instances at different places can then
// receive side by side.
func (c *compiler) local() bool {
	if len(c.typ.Pointers)+len(c.typ.Externals) > 0 {
		return false
	}
	for i := range c.single.ions {
		if c.single.ions[i].global >= 0 {
			return false
		}
	}
	seen := map[*CodeBlock]bool{}
	var alone func(list []Stmt) bool
	own := func(s *Symbol, assigns bool) bool {
		switch s.Storage {
		case InstanceStorage, IonStorage, ConstantStorage, LocalStorage:
			return true
		case SimulatorStorage:
			return !assigns || s.Name == "v"
		case GlobalStorage:
			return !assigns && !s.Assigned
		}
		return false
	}
	expr := func(x Expr) bool {
		switch x := x.(type) {
		case *Name:
			return x.Sym == nil || own(x.Sym, false)
		case *Index:
			return x.Sym == nil || own(x.Sym, false)
		case *Call:
			if x.Target == nil {
				return slices.Contains(pure, x.Name)
			}
			if x.Target.Kind != Function && x.Target.Kind != Procedure {
				return false
			}
			if seen[x.Target] {
				return true
			}
			seen[x.Target] = true
			return alone(x.Target.Body)
		case *Number, *Unary, *Binary:
			return true
		}
		return false
	}
	target := func(x Expr) bool {
		switch x := x.(type) {
		case *Name:
			return x.Sym != nil && own(x.Sym, true)
		case *Index:
			return x.Sym != nil && own(x.Sym, true)
		}
		return false
	}
	alone = func(list []Stmt) bool {
		for _, s := range list {
			switch s := s.(type) {
			case *NetInitial, *Local, *UnitsSwitch:
				continue // runs in finitialize; declares
			case *Assign:
				if !target(s.Target) {
					return false
				}
			case *CallStmt:
				if s.Call.Name == "state_discontinuity" {
					ok := target(s.Call.Args[0])
					walkExpr(s.Call.Args[1], func(x Expr) { ok = ok && expr(x) })
					if !ok {
						return false
					}
					continue
				}
			case *If, *BlockStmt:
			default:
				return false
			}
			ok := true
			eachExpr(s, func(x Expr) { ok = ok && expr(x) })
			for _, inner := range innerLists(s) {
				ok = ok && alone(inner)
			}
			if !ok {
				return false
			}
		}
		return true
	}
	return alone(c.NetReceive.Body)
}

// adapts reports whether NET_RECEIVE may change the weights of NetCons: its
// arguments, those of FOR_NETCONS, or anything in C.
func (c *compiler) adapts() bool {
	found := len(c.Verbatims) > 0
	walkStmts(c.NetReceive.Body, func(s Stmt) {
		if _, ok := s.(*ForNetCons); ok {
			found = true
		}
	})
	return found || slices.ContainsFunc(c.NetReceive.Args, func(a *Arg) bool { return a.Sym.Assigned })
}

// pure are the built-in functions that only compute.
var pure = []string{"exp", "log", "log10", "sqrt", "fabs", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
	"sinh", "cosh", "tanh", "floor", "ceil", "fmod", "fmin", "fmax", "round", "trunc", "abs"}
