package nmodl

import "math"

// linearEquations reports whether all equations of a DERIVATIVE block are
// linear in their own state, as the text of each shows.
func linearEquations(b *CodeBlock) bool {
	linear := true
	walkStmts(b.Body, func(s Stmt) {
		if a, ok := s.(*Assign); ok {
			if target, ok := a.Target.(*Prime); ok {
				_, affine := slopeOf(a.Value, target)
				linear = linear && affine
			}
		}
	})
	return linear
}

// names reports whether an expression is the state of an equation.
func isState(e Expr, target *Prime) bool {
	switch e := e.(type) {
	case *Name:
		return e.Sym == target.Sym && target.Index == nil
	case *Index:
		return e.Sym == target.Sym && target.Index != nil && sameIndex(e.Index, target.Index)
	}
	return false
}

func sameIndex(a, b Expr) bool {
	x, ok := a.(*Number)
	y, ok2 := b.(*Number)
	return ok && ok2 && math.Trunc(x.Value) == math.Trunc(y.Value)
}

// mentions reports whether the state of an equation occurs in an expression.
// An element with an unknown index may be it.
func mentions(e Expr, target *Prime) bool {
	if isState(e, target) {
		return true
	}
	switch e := e.(type) {
	case *Index:
		_, known := e.Index.(*Number)
		return e.Sym == target.Sym && !known || mentions(e.Index, target)
	case *Unary:
		return mentions(e.X, target)
	case *Binary:
		return mentions(e.X, target) || mentions(e.Y, target)
	case *Call:
		for _, a := range e.Args {
			if mentions(a, target) {
				return true
			}
		}
	}
	return false
}

// slopeOf gives the derivative of an expression by the state of an equation,
// and whether the expression is linear in it.
func slopeOf(e Expr, target *Prime) (slope Expr, linear bool) {
	at := At{e.Position()}
	number := func(x float64) Expr { return &Number{At: at, Value: x} }
	if isState(e, target) {
		return number(1), true
	}
	if !mentions(e, target) {
		return number(0), true
	}
	switch e := e.(type) {
	case *Unary:
		if e.Op == Neg {
			d, ok := slopeOf(e.X, target)
			return negated(d), ok
		}
	case *Binary:
		a, linearA := slopeOf(e.X, target)
		b, linearB := slopeOf(e.Y, target)
		if !linearA || !linearB {
			return nil, false
		}
		zeroA, zeroB := isNumber(a, 0), isNumber(b, 0)
		switch e.Op {
		case Add:
			switch {
			case zeroA:
				return b, true
			case zeroB:
				return a, true
			}
			return folded(e.At, Add, a, b), true
		case Sub:
			switch {
			case zeroB:
				return a, true
			case zeroA:
				return negated(b), true
			}
			return folded(e.At, Sub, a, b), true
		case Mul:
			switch {
			case zeroA:
				return folded(e.At, Mul, e.X, b), true
			case zeroB:
				return folded(e.At, Mul, a, e.Y), true
			}
		case Div:
			if zeroB && !mentions(e.Y, target) {
				return folded(e.At, Div, a, e.Y), true
			}
		}
	}
	return nil, false
}

func isNumber(e Expr, x float64) bool {
	n, ok := e.(*Number)
	return ok && n.Value == x
}

func negated(e Expr) Expr {
	if n, ok := e.(*Number); ok {
		return &Number{At: n.At, Value: -n.Value}
	}
	return &Unary{At: At{e.Position()}, Op: Neg, X: e}
}

// folded joins two expressions, and computes what is known.
func folded(at At, op Op, a, b Expr) Expr {
	x, okX := a.(*Number)
	y, okY := b.(*Number)
	switch {
	case okX && okY:
		z := map[Op]float64{Add: x.Value + y.Value, Sub: x.Value - y.Value, Mul: x.Value * y.Value, Div: x.Value / y.Value}[op]
		return &Number{At: at, Value: z}
	case op == Mul && isNumber(a, 1):
		return b
	case op == Mul && isNumber(b, 1), op == Div && isNumber(b, 1):
		return a
	case op == Mul && isNumber(a, -1):
		return negated(b)
	case op == Mul && isNumber(b, -1):
		return negated(a)
	}
	return &Binary{At: at, Op: op, X: a, Y: b}
}

// without gives an expression with 0 in place of the state of an equation.
func without(e Expr, target *Prime) Expr {
	if isState(e, target) {
		return &Number{At: At{e.Position()}, Value: 0}
	}
	if !mentions(e, target) {
		return e
	}
	switch e := e.(type) {
	case *Unary:
		return &Unary{At: e.At, Op: e.Op, X: without(e.X, target)}
	case *Binary:
		return &Binary{At: e.At, Op: e.Op, X: without(e.X, target), Y: without(e.Y, target)}
	}
	return e
}
