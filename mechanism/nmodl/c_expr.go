package nmodl

// cExpr compiles an expression.
func (x *scope) cExpr(e cExpr) cValue {
	switch e := e.(type) {
	case *cNum:
		if e.real {
			return cValue{t: e.typ, f: always(e.value)}
		}
		k := e.whole
		return cValue{t: e.typ, k: func(*machine) int64 { return k }}
	case *cString:
		text := e.text
		return refValue(cCharStar, func(*machine) ref { return textRef(text) })
	case *cIdent:
		return x.cIdent(e)
	case *cUnary:
		return x.cUnary(e)
	case *cStep:
		return x.cStep(e)
	case *cBinary:
		return x.cBinary(e)
	case *cAssign:
		return x.cAssign(e)
	case *cCond:
		return x.cChoice(e)
	case *cCall:
		return x.cCall(e)
	case *cIndex:
		return x.cIndex(e)
	case *cMember:
		return x.cMember(e)
	case *cCast:
		if e.typ.kind == cOpaque {
			return x.unknown(e.pos, "the type %s", e.typ.name)
		}
		v := x.cExpr(e.x)
		if v.bad {
			return v
		}
		if e.typ.kind == cPointer && v.t.kind == cPointer {
			return cValue{t: e.typ, r: v.r}
		}
		v = x.to(v, e.typ, e.pos)
		v.lv = nil
		return v
	case *cSizeof:
		t := e.typ
		if t == nil {
			t = x.cExpr(e.x).t
		}
		n := t.bytes()
		return cValue{t: cNamedTypes["size_t"], k: func(*machine) int64 { return n }}
	case *cComma:
		first, v := x.cExpr(e.x).effect(), x.cExpr(e.y)
		v.lv = nil
		return after(first, v)
	}
	if r, ok := e.(*cReady); ok {
		return r.v
	}
	return x.unknown(e.cPos(), "this expression of C")
}

func (x *scope) cUnary(e *cUnary) cValue {
	switch e.op {
	case "*":
		v := x.cExpr(e.x)
		switch {
		case v.bad:
			return v
		case v.t.kind != cPointer:
			return x.unknown(e.pos, "* of what is no pointer")
		}
		return x.deref(v.r, v.t.elem, e.pos)
	case "&":
		v := x.cExpr(e.x)
		if v.bad {
			return v
		}
		if v.lv == nil || v.lv.at == nil {
			if v.t.kind == cPointer && v.t.length > 0 {
				return v // the address of an array
			}
			return x.unknown(e.pos, "the address of this")
		}
		return refValue(pointerTo(v.t), v.lv.at)
	case "!":
		c := x.cExpr(e.x).test()
		return truthValue(func(m *machine) bool { return !c(m) })
	case "+":
		v := x.cExpr(e.x)
		v.lv = nil
		return v
	}
	v := x.cExpr(e.x)
	switch {
	case e.op == "-" && v.f != nil:
		f := v.f
		return cValue{t: v.t, f: func(m *machine) float64 { return -f(m) }}
	case v.k != nil:
		t := promoted(v.t)
		k := v.whole(t)
		if e.op == "-" {
			return cValue{t: t, k: func(m *machine) int64 { return wrap(-k(m), t) }}
		}
		return cValue{t: t, k: func(m *machine) int64 { return wrap(^k(m), t) }}
	}
	return x.unknown(e.pos, "%s of this", e.op)
}
