package nmodl

import (
	"fmt"
	"math"
	"strings"
)

// numbers finds what computes with numbers oddly in a block: 1/2 by the habit
// of other languages, exp that overflows at a potential that a cell may have,
// and x/(exp(x) - 1) at x = 0.
func (w *warner) numbers(b *CodeBlock) {
	var visit func(list []Stmt, guards []*Symbol)
	visit = func(list []Stmt, guards []*Symbol) {
		for _, s := range list {
			_, whole := s.(*From)
			exprs := ownExprs(s)
			if a, ok := s.(*Assign); ok {
				exprs = []Expr{a.Target, a.Value}
			}
			for _, x := range exprs {
				w.arithmetic(x, whole, guards)
			}
			inside := guards
			if s, ok := s.(*If); ok {
				inside = append(inside[:len(inside):len(inside)], symbolsOf(s.Cond)...)
			}
			for _, inner := range innerLists(s) {
				visit(inner, inside)
			}
		}
	}
	visit(b.Body, nil)
}

// arithmetic looks at the parts of an expression. An index and the bounds of
// FROM are computed in integers: whole.
func (w *warner) arithmetic(x Expr, whole bool, guards []*Symbol) {
	switch x := x.(type) {
	case *Index:
		w.arithmetic(x.Index, true, guards)
	case *Unary:
		w.arithmetic(x.X, whole, guards)
	case *Binary:
		w.fraction(x, whole)
		if !whole {
			w.quotient(x, guards)
		}
		w.arithmetic(x.X, whole, guards)
		w.arithmetic(x.Y, whole, guards)
	case *Call:
		w.overflow(x, guards)
		for _, a := range x.Args {
			w.arithmetic(a, false, guards)
		}
	}
}

// fraction looks at a division of integers.
func (w *warner) fraction(d *Binary, whole bool) {
	a, b := integer(d.X), integer(d.Y)
	switch {
	case d.Op != Div || a == 0 || b == 0 || math.Mod(a, b) == 0:
	case whole:
		w.warn(d.Pos, "%s is %.6g here: an index and the bounds of FROM are computed in integers", PrintExpr(d), math.Trunc(a/b))
	default:
		w.warn(d.Pos, "%s is %.6g here: NMODL has no division of integers", PrintExpr(d), a/b)
	}
}

// symbolsOf lists the variables of an expression.
func symbolsOf(x Expr) (list []*Symbol) {
	walkExpr(x, func(x Expr) {
		if s := symbolOf(x); s != nil {
			list = append(list, s)
		}
	})
	return list
}

// guarded says whether a condition around looks at a variable of x.
func guarded(x Expr, guards []*Symbol) bool {
	for _, s := range symbolsOf(x) {
		for _, g := range guards {
			if s == g {
				return true
			}
		}
	}
	return false
}

// quotient looks at a division by exp(e) - 1.
func (w *warner) quotient(d *Binary, guards []*Symbol) {
	if d.Op != Div {
		return
	}
	e := expMinusOne(d.Y)
	if e == nil || guarded(e, guards) || !vanishesToo(d.X) {
		return
	}
	where := "where " + short(PrintExpr(e)) + " = 0"
	if v, at, ok := w.zero(e); ok {
		where = fmt.Sprintf("at %s = %.6g", v, at)
	}
	w.warn(d.Pos, "%s is 0/0 %s", short(PrintExpr(d)), where).
		WithHint("an if around it can take the limit there")
}

// integer is the value of a literal without a point, exponent or unit, or 0.
func integer(x Expr) float64 {
	if n, ok := x.(*Number); ok && n.Define == "" && !n.Unit.Given && !strings.ContainsAny(n.Text, ".eE") {
		return n.Value
	}
	return 0
}

// expMinusOne gives the e of exp(e) - 1, 1 - exp(e) and the like, or nil.
func expMinusOne(x Expr) Expr {
	b, ok := x.(*Binary)
	if !ok {
		return nil
	}
	one := func(x Expr, value float64) bool {
		v, ok := constant(x)
		return ok && v == value
	}
	exp := func(x Expr) Expr {
		if c, ok := x.(*Call); ok && c.Builtin != nil && c.Name == "exp" && len(c.Args) == 1 {
			return c.Args[0]
		}
		return nil
	}
	switch {
	case b.Op == Sub && one(b.Y, 1):
		return exp(b.X)
	case b.Op == Sub && one(b.X, 1):
		return exp(b.Y)
	case b.Op == Add && one(b.X, -1):
		return exp(b.Y)
	}
	return nil
}

// vanishesToo says whether a numerator may be 0 somewhere: it has a sum, or is
// a variable alone.
func vanishesToo(x Expr) bool {
	found := false
	walkExpr(x, func(x Expr) {
		switch x := x.(type) {
		case *Binary:
			found = found || x.Op == Add || x.Op == Sub
		case *Name:
			found = found || x.Sym != nil && (x.Sym.Name == "v" || x.Sym.Role == Argument || x.Sym.Role == BlockLocal)
		}
	})
	return found
}

// Potentials between which exp must stay finite [mV].
const lowestV, highestV = -200, 200

// overflow looks at exp of something that depends on the potential alone.
func (w *warner) overflow(c *Call, guards []*Symbol) {
	if c.Builtin == nil || c.Name != "exp" || len(c.Args) != 1 || guarded(c.Args[0], guards) {
		return
	}
	for _, v := range []float64{-100, 100, lowestV, highestV} {
		if e, ok := w.value(c.Args[0], v); ok && e > math.Log(math.MaxFloat64) {
			w.warn(c.Pos, "%s overflows at %g mV", short(PrintExpr(c)), v)
			return
		}
	}
}

// zero finds where a linear expression of the potential is 0.
func (w *warner) zero(x Expr) (name string, at float64, ok bool) {
	y0, ok0 := w.value(x, 0)
	y1, ok1 := w.value(x, 1)
	y2, ok2 := w.value(x, 2)
	if !ok0 || !ok1 || !ok2 || y0 == y1 || math.Abs(y2-2*y1+y0) > 1e-9*(math.Abs(y0)+math.Abs(y1)) {
		return "", 0, false
	}
	for _, s := range symbolsOf(x) {
		if isPotential(s) {
			name = s.Name
		}
	}
	return name, math.Round(1e9*y0/(y0-y1)) / 1e9, true
}

// isPotential says whether a variable is v, or an argument in mV.
func isPotential(s *Symbol) bool {
	return s.Storage == SimulatorStorage && s.Name == "v" || s.Role == Argument && (s.Name == "v" || s.Unit == "mV")
}

// value computes an expression of numbers, parameters at their defaults,
// celsius at 37 and the potential.
func (w *warner) value(x Expr, v float64) (float64, bool) {
	switch x := x.(type) {
	case *Number:
		return x.Value, true
	case *Name:
		s := x.Sym
		switch {
		case s == nil:
		case isPotential(s):
			return v, true
		case s.Storage == SimulatorStorage && s.Name == "celsius":
			return 37, true
		case (s.Role == Parameter || s.Role == Constant || s.Role == UnitFactor) && s.HasDefault && !s.Assigned && s.Ion == nil:
			return s.Default, true
		}
	case *Unary:
		if y, ok := w.value(x.X, v); ok && x.Op == Neg {
			return -y, true
		}
	case *Binary:
		a, ok1 := w.value(x.X, v)
		b, ok2 := w.value(x.Y, v)
		if !ok1 || !ok2 {
			return 0, false
		}
		switch x.Op {
		case Add:
			return a + b, true
		case Sub:
			return a - b, true
		case Mul:
			return a * b, true
		case Div:
			return a / b, b != 0
		case Pow:
			return math.Pow(a, b), true
		}
	}
	return 0, false
}
