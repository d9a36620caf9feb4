package nmodl

import (
	"fmt"
	"math"
)

// expr gives the unit of an expression and tells what does not fit inside it.
func (c *unitChecker) expr(x Expr) quantity {
	switch x := x.(type) {
	case *Number:
		switch {
		case x.Unit.Given:
			return c.given(x.Unit)
		case x.Factor && x.Value != 0:
			return quantity{unit: unit{factor: 1 / x.Value}}
		}
		return plainNumber
	case *Name:
		return c.of(x.Sym)
	case *Index:
		c.expr(x.Index)
		return c.of(x.Sym)
	case *Prime:
		ms, _ := c.table.quantity("ms")
		return c.of(x.Sym).times(ms, -x.Order)
	case *Unary:
		q := c.expr(x.X)
		if x.Op == Not {
			return noUnit
		}
		return q
	case *Binary:
		return c.binary(x)
	case *Call:
		if x.Target != nil {
			return c.routine(x)
		}
		return c.builtin(x)
	}
	return anything
}

func (c *unitChecker) binary(x *Binary) quantity {
	switch x.Op {
	case Mul:
		left := c.expr(x.X)
		return left.times(c.expr(x.Y), 1)
	case Div:
		left := c.expr(x.X)
		return left.times(c.expr(x.Y), -1)
	case Add, Sub:
		return c.same(x.Pos, PrintExpr(x), x.X, x.Y)
	case Pow:
		return c.power(x.X, x.Y)
	case Or, And:
		c.expr(x.X)
		c.expr(x.Y)
		return noUnit
	}
	c.same(x.Pos, PrintExpr(x), x.X, x.Y)
	return noUnit
}

// power gives the unit of x^y: y has none, and x only for a fixed y.
func (c *unitChecker) power(x, y Expr) quantity {
	base, exponent := c.expr(x), c.expr(y)
	c.unitless(y.Position(), exponent, "the exponent %s", short(PrintExpr(y)))
	n, fixed := constant(y)
	switch {
	case base.any:
		return anything
	case base.number:
		return plainNumber
	case fixed && n == float64(int(n)):
		return noUnit.times(base, int(n))
	case fixed && 2*n == float64(int(2*n)):
		if root, ok := base.root(); ok {
			return noUnit.times(root, int(2*n))
		}
	}
	if c.on && base.dim != (dimension{}) {
		c.warn(x.Position(), "%s: only a whole power of it has a unit", base.is(short(PrintExpr(x))))
		return anything
	}
	return noUnit
}

// constant gives the value of a number with or without a sign.
func constant(x Expr) (float64, bool) {
	switch x := x.(type) {
	case *Number:
		return x.Value, true
	case *Unary:
		if v, ok := constant(x.X); ok && x.Op == Neg {
			return -v, true
		}
	}
	return 0, false
}

// root gives the square root of a unit, if it is one of whole powers.
func (q quantity) root() (quantity, bool) {
	if q.any || q.number {
		return q, true
	}
	out := quantity{unit: unit{factor: math.Sqrt(q.factor)}}
	for i, n := range q.dim {
		if n%2 != 0 {
			return anything, false
		}
		out.dim[i] = n / 2
	}
	for _, a := range q.atoms {
		if a.power%2 == 0 {
			out.atoms = addAtom(out.atoms, a.name, a.power/2)
		}
	}
	return out, true
}

// routine checks the arguments of a FUNCTION or PROCEDURE of the file.
func (c *unitChecker) routine(x *Call) quantity {
	for i, a := range x.Args {
		q := c.expr(a)
		if i >= len(x.Target.Args) {
			continue
		}
		arg := x.Target.Args[i]
		text := PrintExpr(a)
		c.compare(a.Position(), PrintExpr(x), c.given(arg.Unit), q, fmt.Sprintf("the argument %s of %s", arg.Name, x.Name), text, true)
	}
	if x.Target.Kind == Procedure {
		return noUnit
	}
	return c.given(x.Target.Unit)
}

// What a built-in function does with units.
var (
	unitKeeping = wordSet(`fabs floor ceil round trunc fmod fmin fmax INT`)              // gives the unit of its arguments
	timeTaking  = wordSet(`at_time net_send net_event net_move`)                         // takes a time first
	unitBlind   = wordSet(`printf prterr error state_discontinuity nrn_pointing`)        // takes anything
	randomScale = wordSet(`exprand normrand random_negexp random_normal random_uniform`) // scales with its arguments
)

// builtin checks the arguments of a built-in function.
func (c *unitChecker) builtin(x *Call) quantity {
	args := make([]quantity, len(x.Args))
	for i, a := range x.Args {
		args[i] = c.expr(a)
	}
	first := anything
	if len(args) > 0 {
		first = args[0]
	}
	agree := func() quantity {
		q := first
		for i := 1; i < len(args); i++ {
			q = c.compare(x.Pos, PrintExpr(x), q, args[i], PrintExpr(x.Args[0]), PrintExpr(x.Args[i]), false)
		}
		return q
	}
	switch {
	case x.Builtin == nil || x.Builtin.Verbatim || unitBlind[x.Name]:
		return anything
	case unitKeeping[x.Name]:
		return agree()
	case x.Name == "atan2":
		agree()
		return noUnit
	case x.Name == "sqrt":
		if root, ok := first.root(); ok {
			return root
		}
	case x.Name == "pow" && len(x.Args) == 2:
		return c.power(x.Args[0], x.Args[1])
	case randomScale[x.Name]:
		for i, a := range x.Args {
			if s := symbolOf(a); s != nil && s.Storage == RandomStorage {
				args[i] = anything
			}
		}
		if len(args) > 0 && args[0].any && len(args) > 1 {
			return args[1]
		}
		return first
	case timeTaking[x.Name]:
		ms, _ := c.table.quantity("ms")
		if len(args) > 0 {
			c.compare(x.Args[0].Position(), PrintExpr(x), ms, first, "the time of "+x.Name, PrintExpr(x.Args[0]), true)
		}
		return noUnit
	case x.Name == "nrn_ghk":
		q, _ := c.table.quantity("millicoulomb/cm3")
		for i, unit := range []string{"millivolt", "milli/liter", "milli/liter"} {
			if i < len(args) {
				want, _ := c.table.quantity(unit)
				c.compare(x.Args[i].Position(), PrintExpr(x), want, args[i], fmt.Sprintf("argument %d of nrn_ghk", i+1), PrintExpr(x.Args[i]), true)
			}
		}
		return q
	}
	for i, a := range x.Args {
		c.unitless(a.Position(), args[i], "the argument %s of %s", short(PrintExpr(a)), x.Name)
	}
	return noUnit
}
