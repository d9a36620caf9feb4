package nmodl

import "github.com/gneuron/gneuron/fault"

// promoted is the type that C computes with for small integers.
func promoted(t *cType) *cType {
	if t.size < 4 {
		return cIntType
	}
	return t
}

// common is the type that C computes with for two integers.
func common(a, b *cType) *cType {
	t, u := promoted(a), promoted(b)
	if u.size > t.size || u.size == t.size && u.unsigned {
		return u
	}
	return t
}

func (x *scope) cBinary(e *cBinary) cValue {
	switch e.op {
	case "&&":
		a, b := x.cExpr(e.x).test(), x.cExpr(e.y).test()
		return truthValue(func(m *machine) bool { return a(m) && b(m) })
	case "||":
		a, b := x.cExpr(e.x).test(), x.cExpr(e.y).test()
		return truthValue(func(m *machine) bool { return a(m) || b(m) })
	}
	return x.operate(e.op, x.cExpr(e.x), x.cExpr(e.y), e.pos)
}

// operate compiles an operator on two values.
func (x *scope) operate(op string, a, b cValue, pos fault.Pos) cValue {
	switch {
	case a.bad:
		return a
	case b.bad && b.t.kind != cPointer && a.t.kind == cPointer:
		return b
	case a.t.kind == cPointer || b.t.kind == cPointer:
		return x.operatePointers(op, a, b, pos)
	case a.f == nil && a.k == nil || b.f == nil && b.k == nil:
		return x.unknown(pos, "%s of what has no value", op)
	case a.f != nil || b.f != nil:
		return x.operateReals(op, a.real(), b.real(), pos)
	}
	return x.operateWholes(op, a, b, pos)
}

func (x *scope) operateReals(op string, a, b value, pos fault.Pos) cValue {
	switch op {
	case "+":
		return realValue(func(m *machine) float64 { return float64(a(m)) + b(m) })
	case "-":
		return realValue(func(m *machine) float64 { return a(m) - b(m) })
	case "*":
		return realValue(func(m *machine) float64 { return a(m) * b(m) })
	case "/":
		return realValue(func(m *machine) float64 { return a(m) / b(m) })
	case "<":
		return truthValue(func(m *machine) bool { return a(m) < b(m) })
	case ">":
		return truthValue(func(m *machine) bool { return a(m) > b(m) })
	case "<=":
		return truthValue(func(m *machine) bool { return a(m) <= b(m) })
	case ">=":
		return truthValue(func(m *machine) bool { return a(m) >= b(m) })
	case "==":
		return truthValue(func(m *machine) bool { return a(m) == b(m) })
	case "!=":
		return truthValue(func(m *machine) bool { return a(m) != b(m) })
	}
	return x.unknown(pos, "%s of numbers that are not whole", op)
}

func (x *scope) operateWholes(op string, va, vb cValue, pos fault.Pos) cValue {
	if op == "<<" || op == ">>" {
		t := promoted(va.t)
		a, b := va.whole(t), vb.whole(cLongType)
		return cValue{t: t, k: func(m *machine) int64 {
			y, n := a(m), uint64(b(m))&63
			switch {
			case op == "<<":
				return wrap(y<<n, t)
			case t.unsigned:
				return wrap(int64(uint64(y)>>n), t)
			}
			return y >> n
		}}
	}
	t := common(va.t, vb.t)
	a, b := va.whole(t), vb.whole(t)
	less := func(y, z int64) bool { return y < z }
	if t.unsigned {
		less = func(y, z int64) bool { return uint64(y) < uint64(z) }
	}
	out := func(k whole) cValue { return cValue{t: t, k: k} }
	switch op {
	case "+":
		return out(func(m *machine) int64 { return wrap(a(m)+b(m), t) })
	case "-":
		return out(func(m *machine) int64 { return wrap(a(m)-b(m), t) })
	case "*":
		return out(func(m *machine) int64 { return wrap(a(m)*b(m), t) })
	case "/", "%":
		u := x.u
		return out(func(m *machine) int64 {
			y, z := a(m), b(m)
			if z == 0 {
				panic(u.failure(fault.Model, pos, "division of the integer %d by 0", y))
			}
			if t.unsigned && t.size == 8 {
				if op == "/" {
					return int64(uint64(y) / uint64(z))
				}
				return int64(uint64(y) % uint64(z))
			}
			if z == -1 { // the smallest integer has no opposite
				if op == "/" {
					return wrap(-y, t)
				}
				return 0
			}
			if op == "/" {
				return wrap(y/z, t)
			}
			return y % z
		})
	case "&":
		return out(func(m *machine) int64 { return a(m) & b(m) })
	case "|":
		return out(func(m *machine) int64 { return a(m) | b(m) })
	case "^":
		return out(func(m *machine) int64 { return a(m) ^ b(m) })
	case "<":
		return truthValue(func(m *machine) bool { return less(a(m), b(m)) })
	case ">":
		return truthValue(func(m *machine) bool { y := a(m); return less(b(m), y) })
	case "<=":
		return truthValue(func(m *machine) bool { y := a(m); return !less(b(m), y) })
	case ">=":
		return truthValue(func(m *machine) bool { return !less(a(m), b(m)) })
	case "==":
		return truthValue(func(m *machine) bool { return a(m) == b(m) })
	case "!=":
		return truthValue(func(m *machine) bool { return a(m) != b(m) })
	}
	return x.unknown(pos, "the operator %s", op)
}

func (x *scope) operatePointers(op string, va, vb cValue, pos fault.Pos) cValue {
	switch {
	case (op == "+" || op == "-") && va.t.kind == cPointer && vb.t.kind == cInt:
		r, k, n := va.r, vb.whole(cLongType), elements(va.t.elem)
		if op == "-" {
			n = -n
		}
		return refValue(pointerTo(va.t.elem), func(m *machine) ref { p := r(m); p.i += n * k(m); return p })
	case op == "+" && va.t.kind == cInt:
		return x.operatePointers(op, vb, va, pos)
	}
	a, b := x.pointer(va, pos), x.pointer(vb, pos)
	switch op {
	case "==":
		return truthValue(func(m *machine) bool { return a(m).same(b(m)) })
	case "!=":
		return truthValue(func(m *machine) bool { return !a(m).same(b(m)) })
	case "-":
		return cValue{t: cLongType, k: func(m *machine) int64 { return a(m).i - b(m).i }}
	case "<":
		return truthValue(func(m *machine) bool { return a(m).i < b(m).i })
	case ">":
		return truthValue(func(m *machine) bool { return a(m).i > b(m).i })
	case "<=":
		return truthValue(func(m *machine) bool { return a(m).i <= b(m).i })
	case ">=":
		return truthValue(func(m *machine) bool { return a(m).i >= b(m).i })
	}
	return x.unknown(pos, "%s of pointers", op)
}

// cChoice compiles c ? a : b.
func (x *scope) cChoice(e *cCond) cValue {
	c, a, b := x.cExpr(e.c).test(), x.cExpr(e.x), x.cExpr(e.y)
	switch {
	case a.r != nil || b.r != nil:
		t := a.t
		if a.r == nil {
			t = b.t
		}
		return refValue(t, either(c, x.pointer(a, e.pos), x.pointer(b, e.pos)))
	case a.k != nil && b.k != nil:
		t := common(a.t, b.t)
		return cValue{t: t, k: either(c, a.whole(t), b.whole(t))}
	case a.f == nil && a.k == nil || b.f == nil && b.k == nil:
		return cValue{t: cVoidType, do: either(c, a.effect(), b.effect())}
	}
	return realValue(either(c, a.real(), b.real()))
}

// either computes a where c holds, else b.
func either[T any](c func(m *machine) bool, a, b func(m *machine) T) func(m *machine) T {
	return func(m *machine) T {
		if c(m) {
			return a(m)
		}
		return b(m)
	}
}
