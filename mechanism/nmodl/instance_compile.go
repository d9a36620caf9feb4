package nmodl

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// layoutRandoms gives RANDOM variables their columns, and says which POINTERs
// stand for numbers although only C uses them.
func (c *compiler) layoutRandoms() {
	for i, s := range c.Pointers {
		if c.numberPointer(s) && !c.isBBCore(s) {
			c.typ.Pointers[i].Optional = false
		}
		if c.cAssigns(s) {
			c.typ.Pointers[i].Assigned = true
		}
	}
	for _, s := range c.Randoms {
		v := *s
		v.Size = mechanism.RandomColumns
		c.addVar(&v, mechanism.Assigned, true)
		c.column[s] = c.column[&v]
		c.typ.Randoms = append(c.typ.Randoms, mechanism.RandomVar{Name: s.Name, Column: c.column[s]})
	}
}

// cAssigns reports whether C may assign to what a POINTER points to.
func (c *compiler) cAssigns(s *Symbol) bool {
	for _, v := range c.Verbatims {
		list := lexC(v)
		for i, t := range list {
			if t.kind != cName || t.text != s.Name && t.text != "_p_"+s.Name || i+1 == len(list) {
				continue
			}
			switch list[i+1].text {
			case "=", "+=", "-=", "*=", "/=", "++", "--", "[":
				return true
			}
		}
	}
	return false
}

// numberPointer reports whether code uses a POINTER for the number that it
// points to, rather than C for whatever it holds.
func (c *compiler) numberPointer(s *Symbol) bool {
	if s.Read || s.Assigned {
		return true
	}
	return slices.ContainsFunc(c.Verbatims, func(v *Verbatim) bool {
		return slices.ContainsFunc(lexC(v), func(t cToken) bool { return t.kind == cName && t.text == s.Name })
	})
}

// either gives the program of a block or, where a kernel cannot run it, its code
// for single instances; both where it uses a POINTER.
func (c *compiler) either(program func() *kernel.Program, code func() mechanism.Code) (p *kernel.Program, one mechanism.Code) {
	c.pointing = false
	err, beyond := attempt(func() { p = program() })
	switch {
	case err == nil && !c.pointing:
		return p, nil
	case err == nil:
		return p, code()
	case !beyond:
		panic(failure{err: err})
	}
	return nil, code()
}

// eventCode compiles the blocks that always run on single instances.
func (c *compiler) eventCode() {
	if b := c.NetReceive; b != nil {
		c.typ.Receive = c.single.receiver(b)
		c.typ.Receive.Local, c.typ.Receive.Adapts = c.local(), c.adapts()
	}
	if b := c.Constructor; b != nil {
		c.typ.Construct = &blockCode{u: c.single, r: c.single.body(b.heading(), b.Body)}
	}
	if b := c.Destructor; b != nil {
		c.typ.Destruct = &blockCode{u: c.single, r: c.single.body(b.heading(), b.Body)}
	}
	c.typ.SendsEvents = c.sendsEvents()
}

// sendsEvents reports whether some code calls net_event.
func (c *compiler) sendsEvents() bool {
	found := slices.ContainsFunc(c.Verbatims, func(v *Verbatim) bool { return strings.Contains(v.Text, "net_event") })
	for _, b := range c.File.Blocks {
		if b, ok := b.(*CodeBlock); ok {
			walkStmts(b.Body, func(s Stmt) {
				if call, ok := s.(*CallStmt); ok && call.Call.Name == "net_event" {
					found = true
				}
			})
		}
	}
	return found
}

// procedureOf compiles a routine for scripts that kernels cannot run.
func (u *single) procedureOf(b *CodeBlock, m *mechanism.Procedure) *fault.Error {
	return try(func() {
		m.Code = &procedureCode{u: u, r: u.routine(b), args: len(b.Args)}
		m.NeedsInstance = u.needsInstance(b)
	})
}

// needsInstance reports whether a routine uses variables of an instance, as far
// as its NMODL shows; with C it may.
func (u *single) needsInstance(b *CodeBlock) bool {
	if u.c.Kind == Nothing {
		return false
	}
	seen := map[*CodeBlock]bool{}
	var uses func(b *CodeBlock) bool
	uses = func(b *CodeBlock) bool {
		if seen[b] {
			return false
		}
		seen[b] = true
		found := false
		check := func(s *Symbol) {
			if s != nil {
				switch s.Storage {
				case InstanceStorage, IonStorage, PointerStorage, RandomStorage:
					found = true
				case SimulatorStorage:
					found = found || s.Name == "v" || s.Name == "diam" || s.Name == "area"
				}
			}
		}
		var expr func(e Expr)
		expr = func(e Expr) {
			switch e := e.(type) {
			case *Name:
				check(e.Sym)
			case *Index:
				check(e.Sym)
				expr(e.Index)
			case *Unary:
				expr(e.X)
			case *Binary:
				expr(e.X)
				expr(e.Y)
			case *Call:
				for _, a := range e.Args {
					expr(a)
				}
				if e.Target != nil && uses(e.Target) {
					found = true
				}
				if strings.HasPrefix(e.Name, "net_") {
					found = true
				}
			}
		}
		walkStmts(b.Body, func(s Stmt) {
			switch s := s.(type) {
			case *Assign:
				expr(s.Target)
				expr(s.Value)
			case *Protect:
				expr(s.Assign.Target)
				expr(s.Assign.Value)
			case *CallStmt:
				expr(s.Call)
			case *If:
				expr(s.Cond)
			case *While:
				expr(s.Cond)
			case *From:
				expr(s.Lo)
				expr(s.Hi)
			case *Solve, *Verbatim:
				found = true
			}
		})
		return found
	}
	return uses(b)
}
