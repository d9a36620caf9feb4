package nmodl

import (
	"cmp"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// unsupported reports what NMODL knows and gneuron does not run yet.
func (c *compiler) unsupported() []*fault.Error {
	var errs []*fault.Error
	no := func(pos fault.Pos, what string) {
		errs = append(errs, c.errorAt(pos, "not supported yet: %s", what))
	}
	for _, b := range c.File.Blocks {
		switch b := b.(type) {
		case *DeclBlock:
			if b.Kind == SteppedDecl {
				no(b.Pos, "STEPPED")
			}
		case *CodeBlock:
			switch b.Kind {
			case Initial, Breakpoint, Derivative, Kinetic, Linear, Nonlinear, Discrete, Function, Procedure, FunctionTable, Before, After, NetReceive, Constructor, Destructor, Terminal:
				walkStmts(b.Body, func(s Stmt) {
					switch name := statementName(s); name {
					case "this statement", "VERBATIM", "WATCH", "NET_RECEIVE", "FOR_NETCONS":
					default:
						no(s.Position(), name)
					}
				})
			default:
				no(b.Pos, b.Kind.String())
			}
		}
	}
	slices.SortStableFunc(errs, func(a, b *fault.Error) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return errs[:min(len(errs), maxErrors)]
}
