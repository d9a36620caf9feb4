package nmodl

import (
	"fmt"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// symbolOf is the variable that an expression names, or nil.
func symbolOf(x Expr) *Symbol {
	switch x := x.(type) {
	case *Name:
		return x.Sym
	case *Index:
		return x.Sym
	case *Prime:
		return x.Sym
	}
	return nil
}

// variable finds the symbol of a name where the name is used, and reports it if
// there is none.
func (c *checker) variable(name string, pos fault.Pos) *Symbol {
	if s := c.local(name); s != nil {
		return s
	}
	if s := c.hiding[name]; s != nil && before(s.Pos, pos) {
		return s
	}
	if s := c.Symbols[name]; s != nil {
		if s.Role == Stepped && !c.stepped[s] {
			c.stepped[s] = true
			c.syntax(pos, "%s is STEPPED, which has no value inside a mechanism", name).
				WithHint("NEURON takes the declaration and no use of it; declare %s in PARAMETER", name)
		}
		return s
	}
	predeclare := func(storage Storage) *Symbol {
		s := &Symbol{Name: name, Role: Predeclared, Storage: storage}
		c.Symbols[name] = s
		return s
	}
	switch {
	case c.simulators(name):
		return predeclare(SimulatorStorage)
	case c.block != nil && c.block.Kind == Kinetic && fluxVariables[name]:
		s := &Symbol{Name: name, Role: Predeclared, Storage: LocalStorage}
		c.scopes[0][name] = s
		return s
	case c.Routines[name] != nil:
		b := c.Routines[name]
		args := make([]string, len(b.Args))
		for i, a := range b.Args {
			args[i] = a.Name
		}
		c.syntax(pos, "%s is a %s, not a variable", name, b.Kind).
			WithHint("write %s(%s) to call it", name, strings.Join(args, ", "))
	case c.Solvables[name] != nil:
		c.syntax(pos, "%s is a %s block, not a variable", name, c.Solvables[name].Kind)
	case c.cwords[name]:
		return predeclare(VerbatimStorage)
	case builtins[name] != nil:
		c.syntax(pos, "%s is a function, not a variable", name).WithHint("write %s( ) with its arguments", name)
	default:
		c.undefined(pos, name)
	}
	return nil
}

// count puts a number before a word: "1 argument", "no arguments".
func count(n int, word string) string {
	switch n {
	case 0:
		return "no " + word + "s"
	case 1:
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// assign checks target = value.
func (c *checker) assign(a *Assign) {
	c.expr(a.Value)
	c.target(a.Target)
	s := symbolOf(a.Target)
	if s == nil {
		return
	}
	pos := a.Target.Position()
	switch {
	case s.Role == Constant || s.Role == UnitFactor:
		c.syntax(pos, "%s is %s (line %d) and cannot be assigned to", s.Name, s.Role, s.Pos.Line).
			WithHint("declare it in PARAMETER or ASSIGNED to change it")
		return
	case s.Storage == SimulatorStorage && (s.Name == "t" || s.Name == "dt"):
		c.syntax(pos, "%s belongs to the simulator and cannot be assigned to", s.Name)
		return
	case s.Role == LoopVariable:
		c.syntax(pos, "%s is the loop variable of FROM (line %d) and cannot be assigned to", s.Name, s.Pos.Line)
		return
	}
	s.Assigned = true
}

// target resolves what an assignment assigns to, without counting it as read.
func (c *checker) target(x Expr) {
	switch x := x.(type) {
	case *Name:
		if b := c.Routines[x.Name]; b != nil && c.local(x.Name) == nil {
			if b.Kind == Function {
				c.syntax(x.Pos, "%s is a FUNCTION (line %d) and can only be assigned to inside it", x.Name, b.Pos.Line)
			} else {
				c.syntax(x.Pos, "%s is a %s (line %d) and cannot be assigned to", x.Name, b.Kind, b.Pos.Line)
			}
			return
		}
		x.Sym = c.variable(x.Name, x.Pos)
		c.shape(x.Sym, false, x.Pos)
	case *Index:
		x.Sym = c.variable(x.Name, x.Pos)
		c.shape(x.Sym, true, x.Pos)
		c.expr(x.Index)
	case *Prime:
		c.prime(x)
	}
}

// shape checks that an array is used with an index and a scalar without.
func (c *checker) shape(s *Symbol, indexed bool, pos fault.Pos) {
	if s == nil || s.Storage == PointerStorage || s.Storage == VerbatimStorage || s.Storage == ExternalStorage {
		return // these may point at arrays
	}
	switch {
	case indexed && s.Size == 0:
		c.syntax(pos, "%s is not an array and takes no index", s.Name)
	case !indexed && s.Size > 0:
		c.syntax(pos, "%s is an array of %d and needs an index", s.Name, s.Size).
			WithHint("write %s[0] to %s[%d]", s.Name, s.Name, s.Size-1)
	}
}

// prime resolves the derivative of a state.
func (c *checker) prime(x *Prime) {
	if x.Index != nil {
		c.expr(x.Index)
	}
	if x.Sym = c.variable(x.Name, x.Pos); x.Sym == nil {
		return
	}
	if x.Sym.Role != State {
		c.syntax(x.Pos, "%s' needs %s to be a STATE; it is %s", x.Name, x.Name, x.Sym.Role).
			WithHint("declare %s in STATE", x.Name)
		return
	}
	if x.Order > 1 {
		c.syntax(x.Pos, "%s%s is a derivative of order %d; NEURON takes first derivatives only", x.Name, strings.Repeat("'", x.Order), x.Order).
			WithHint("make %s' a STATE of its own, with two equations of the first order", x.Name)
	}
	if x.Index != nil || c.block.Kind != Derivative {
		c.shape(x.Sym, x.Index != nil, x.Pos)
	}
	if c.block.Kind == Derivative {
		x.Sym.Assigned = true
		c.hasEquation(x.Sym)
	}
}

// expr resolves the names of an expression.
func (c *checker) expr(x Expr) {
	switch x := x.(type) {
	case *Name:
		x.Sym = c.variable(x.Name, x.Pos)
		c.shape(x.Sym, false, x.Pos)
		c.back(x.Sym, x.Back, x.Pos)
		read(x.Sym)
	case *Index:
		x.Sym = c.variable(x.Name, x.Pos)
		c.shape(x.Sym, true, x.Pos)
		c.constantIndex(x)
		c.back(x.Sym, x.Back, x.Pos)
		read(x.Sym)
		c.expr(x.Index)
	case *Prime:
		c.prime(x)
	case *Unary:
		c.expr(x.X)
	case *Binary:
		c.expr(x.X)
		c.expr(x.Y)
	case *Call:
		c.call(x, false)
	}
}

// back checks x@n.
func (c *checker) back(s *Symbol, n int, pos fault.Pos) {
	if n != 0 && s != nil && (s.Role != State || s.Storage != InstanceStorage) {
		c.syntax(pos, "%s@%d needs %s to be a STATE; it is %s", s.Name, n, s.Name, s.Role)
	}
}

func read(s *Symbol) {
	if s != nil {
		s.Read = true
	}
}

// constantIndex checks an index that is a plain number.
func (c *checker) constantIndex(x *Index) {
	n, ok := x.Index.(*Number)
	if ok && x.Sym != nil && x.Sym.Size > 0 && n.Value >= float64(x.Sym.Size) {
		c.syntax(n.Pos, "%s[%s] is outside of the array, whose last element is %s[%d]",
			x.Name, n.Text, x.Name, x.Sym.Size-1)
	}
}

// call resolves a call and checks the number of its arguments. statement says
// that its value is not used.
func (c *checker) call(x *Call, statement bool) {
	x.Target, x.Builtin = c.Routines[x.Name], builtins[x.Name]
	if x.Target != nil {
		x.Builtin = nil
	}
	switch {
	case x.Target != nil:
		if want := len(x.Target.Args); len(x.Args) != want {
			c.syntax(x.Pos, "%s takes %s, not %d", x.Name, count(want, "argument"), len(x.Args)).
				WithHint("%s is a %s at line %d", x.Name, x.Target.Kind, x.Target.Pos.Line)
		}
	case x.Builtin != nil:
		c.builtinCall(x, statement)
	case c.local(x.Name) != nil || c.Symbols[x.Name] != nil || simulatorVariables[x.Name]:
		c.syntax(x.Pos, "%s is a variable and cannot be called", x.Name).
			WithHint("a product is written %s*( ), an element of an array %s[ ]", x.Name, x.Name)
	case statement && len(x.Args) == 0 && c.calledAlone(x.Name):
		x.Target = c.Solvables[x.Name]
	case c.Solvables[x.Name] != nil:
		c.syntax(x.Pos, "%s is a %s block and cannot be called", x.Name, c.Solvables[x.Name].Kind).
			WithHint("SOLVE %s runs it", x.Name)
	case c.cwords[x.Name]:
		x.Builtin = &Builtin{Name: x.Name, Max: -1, Verbatim: true}
	default:
		e := c.fail(fault.Reference, x.Pos, "the function %s is not defined", x.Name)
		if len(c.errs) <= maxErrors {
			e.DidYouMean(spell.Nearest(x.Name, c.routineNames()))
		}
	}
	for _, a := range x.Args {
		// A whole array may be handed to C and to the library.
		if n, ok := a.(*Name); ok && x.Target == nil {
			n.Sym = c.variable(n.Name, n.Pos)
			read(n.Sym)
			continue
		}
		if s, ok := a.(*String); ok && x.Target != nil {
			c.syntax(s.Pos, "%s takes numbers, not text", x.Name)
		}
		c.expr(a)
	}
	if x.Builtin != nil && x.Name == "state_discontinuity" && len(x.Args) > 0 {
		if s := symbolOf(x.Args[0]); s != nil {
			s.Assigned = true
		}
	}
}

// calledAlone reports whether a name is a block of equations that code may call
// like a PROCEDURE, as pass.callEquations has it.
func (c *checker) calledAlone(name string) bool {
	b := c.Solvables[name]
	return b != nil && (b.Kind == Derivative || b.Kind == Discrete)
}

func (c *checker) builtinCall(x *Call, statement bool) {
	b := x.Builtin
	n := len(x.Args)
	switch {
	case b.Min == b.Max && n != b.Min:
		c.syntax(x.Pos, "%s takes %s, not %d", x.Name, count(b.Min, "argument"), n)
	case n < b.Min:
		c.syntax(x.Pos, "%s takes at least %s, not %d", x.Name, count(b.Min, "argument"), n)
	case b.Max >= 0 && n > b.Max:
		c.syntax(x.Pos, "%s takes at most %s, not %d", x.Name, count(b.Max, "argument"), n)
	}
	if x.Name == "abs" {
		c.warn(x.Pos, "abs is C's, for integers: it cuts the fraction, abs(-1.7) is 1; fabs is the absolute value")
	}
	if b.NoValue && !statement {
		c.syntax(x.Pos, "%s has no value; it stands as a statement of its own", x.Name)
	}
	for i, a := range x.Args {
		if s, ok := a.(*String); ok && !(b.Text && (i == 0 || i == b.Max-1 || b.Max < 0)) {
			c.syntax(s.Pos, "%s takes numbers, not text", x.Name)
		}
	}
}
