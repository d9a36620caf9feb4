package nmodl

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// methods are the METHODs and what they can solve.
var methods = map[string][]CodeKind{
	"cnexp":         {Derivative},
	"derivimplicit": {Derivative},
	"euler":         {Derivative, Kinetic},
	"runge":         {Derivative, Kinetic},
	"heun":          {Derivative, Kinetic},
	"adams":         {Derivative, Kinetic},
	"sparse":        {Kinetic},
	"simeq":         {Linear},
	"newton":        {Nonlinear},
	"after_cvode":   {Procedure, Derivative, Kinetic, Linear, Nonlinear, Discrete},
	"cvode_t":       {Procedure, Derivative, Kinetic, Linear, Nonlinear, Discrete},
	"cvode_t_v":     {Procedure, Derivative, Kinetic, Linear, Nonlinear, Discrete},
}

// goneMethods are names of integrators that NMODL once had or that people
// expect, none of which works inside a mechanism.
var goneMethods = wordSet(`lsoda clsoda adeuler adrunge gear simplex seidel _advance rkf45 cvode bdf matexp`)

// solve resolves a SOLVE.
func (c *checker) solve(s *Solve) {
	c.Solves = append(c.Solves, s)
	name := s.Block.Name
	s.Target = c.Solvables[name]
	if s.Target == nil {
		if b := c.Routines[name]; b != nil && b.Kind == Procedure {
			s.Target = b
		}
	}
	if s.Target == nil {
		c.unknownSolve(s)
	} else {
		c.method(s)
		if s.Target.Kind == Procedure && len(s.Target.Args) > 0 {
			c.syntax(s.Block.Pos, "SOLVE %s: a PROCEDURE that is solved takes no arguments, %s has %d", name, name, len(s.Target.Args))
		}
	}
	c.inner(s.IfError)
}

func (c *checker) unknownSolve(s *Solve) {
	name := s.Block.Name
	if c.Routines[name] != nil || c.Symbols[name] != nil {
		what := "a variable"
		if b := c.Routines[name]; b != nil {
			what = "a " + b.Kind.String()
		}
		c.syntax(s.Block.Pos, "SOLVE %s: %s is %s, not a block that can be solved", name, name, what)
		return
	}
	var names []string
	for n := range c.Solvables {
		names = append(names, n)
	}
	e := c.fail(fault.Reference, s.Block.Pos, "SOLVE %s: no DERIVATIVE, KINETIC, LINEAR, NONLINEAR, DISCRETE or PROCEDURE block has this name", name)
	if near := spell.Nearest(name, names); near != "" {
		e.DidYouMean(near)
	} else if len(names) == 1 {
		e.DidYouMean(names[0])
	}
}

// method checks that the METHOD exists and suits the block.
func (c *checker) method(s *Solve) {
	name := s.Method.Name
	if name == "" {
		return
	}
	kinds, ok := methods[name]
	if !ok {
		if goneMethods[name] {
			c.syntax(s.Method.Pos, "the method %s is not available inside a mechanism", name).
				WithHint("use %s", suitable(s.Target.Kind))
			return
		}
		var names []string
		for m := range methods {
			names = append(names, m)
		}
		e := c.fail(fault.Reference, s.Method.Pos, "there is no method %s", name)
		if e.DidYouMean(spell.Nearest(name, names)); e.Hint == "" {
			e.WithHint("use %s", suitable(s.Target.Kind))
		}
		return
	}
	for _, k := range kinds {
		if k == s.Target.Kind {
			return
		}
	}
	c.syntax(s.Method.Pos, "the method %s cannot solve the %s block %s", name, s.Target.Kind, s.Block.Name).
		WithHint("use %s", suitable(s.Target.Kind))
}

// suitable names the methods to recommend for a kind of block.
func suitable(k CodeKind) string {
	switch k {
	case Derivative:
		return "cnexp (linear equations) or derivimplicit"
	case Kinetic:
		return "sparse"
	case Procedure:
		return "after_cvode, or no METHOD at all"
	}
	return "no METHOD at all"
}

// solved marks the states whose equations some SOLVE runs.
func (c *checker) solved() {
	for _, s := range c.Solves {
		for _, state := range c.equations[s.Target] {
			state.Solved = true
		}
	}
}

// table checks a TABLE.
func (c *checker) table(t *Table) {
	b := c.block
	if c.tables++; c.tables > 1 {
		c.syntax(t.Pos, "%s has two TABLEs; one is allowed", b.heading())
	}
	if len(b.Args) != 1 {
		c.syntax(t.Pos, "a TABLE tabulates over the one argument of its routine; %s has %s", b.heading(), count(len(b.Args), "argument"))
	}
	switch {
	case b.Kind == Function && len(t.Names) > 0:
		c.syntax(t.Names[0].Pos, "the TABLE of a FUNCTION tabulates its value and lists no variables")
	case b.Kind == Procedure && len(t.Names) == 0:
		c.syntax(t.Pos, "the TABLE of a PROCEDURE must list the variables that it tabulates")
	}
	for _, n := range t.Names {
		if n.Sym = c.variable(n.Name, n.Pos); n.Sym == nil {
			continue
		}
		if r := n.Sym.Role; r == Constant || r == UnitFactor || r == Argument {
			c.syntax(n.Pos, "%s is %s and cannot be tabulated", n.Name, r)
			continue
		}
		n.Sym.Assigned = true
	}
	for _, n := range t.Depend {
		n.Sym = c.variable(n.Name, n.Pos)
		read(n.Sym)
	}
	c.expr(t.Lo)
	c.expr(t.Hi)
}
