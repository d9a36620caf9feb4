package nmodl

import (
	"github.com/gneuron/gneuron/fault"
)

// pointer computes a pointer.
type pointer func(m *machine) ref

// cValue is a compiled expression of C: one of f, k and r is set, as its type
// says (none of a void).
type cValue struct {
	t  *cType
	f  value
	k  whole
	r  pointer
	lv *cPlace // where it can be assigned to
	do action  // of a void: its effect
	// bad is true when it cannot run; what is made of it then says the same.
	bad bool
}

// cPlace is what the left side of an assignment stands for: something behind a
// pointer, or a variable with its setters.
type cPlace struct {
	at   pointer // also the address, where there is one
	setF func(m *machine, y float64)
	setK func(m *machine, y int64)
	setR func(m *machine, y ref)
}

// cScope holds the variables of C while a routine is compiled.
type cScope struct {
	vars   []map[string]*cVar
	result *cType // of a function of C; nil in code of NMODL
}

// unknown makes an expression that cannot run; the error comes when it is
// reached.
func (x *scope) unknown(pos fault.Pos, format string, args ...any) cValue {
	stop := x.u.never(pos, "not supported in VERBATIM: "+format, args...)
	return cValue{t: cDoubleType, f: func(m *machine) float64 { stop(m); return 0 }, bad: true}
}

func realValue(f value) cValue            { return cValue{t: cDoubleType, f: f} }
func wholeValue(k whole) cValue           { return cValue{t: cIntType, k: k} }
func refValue(t *cType, r pointer) cValue { return cValue{t: t, r: r} }
func pointerTo(t *cType) *cType           { return &cType{kind: cPointer, size: 8, elem: t} }
func truthValue(c func(m *machine) bool) cValue {
	return wholeValue(func(m *machine) int64 {
		if c(m) {
			return 1
		}
		return 0
	})
}

// real gives the value as a number.
func (v cValue) real() value {
	switch {
	case v.f != nil:
		return v.f
	case v.k != nil:
		k, t := v.k, v.t
		return func(m *machine) float64 { return unsignedReal(k(m), t) }
	case v.r != nil:
		r := v.r
		return func(m *machine) float64 { return truth(!r(m).isNull()) }
	case v.do != nil:
		do := v.do
		return func(m *machine) float64 { do(m); return 0 }
	}
	return always(0)
}

// whole gives the value as an integer of a type.
func (v cValue) whole(t *cType) whole {
	switch {
	case v.k != nil:
		k := v.k
		if v.t.size == t.size && v.t.unsigned == t.unsigned || t.size == 8 {
			return k
		}
		return func(m *machine) int64 { return wrap(k(m), t) }
	case v.f != nil:
		f := v.f
		return func(m *machine) int64 { return realWhole(f(m), t) }
	}
	f := v.real()
	return func(m *machine) int64 { return toWhole(f(m)) }
}

// pointer gives the value as a pointer: 0 is NULL.
func (x *scope) pointer(v cValue, pos fault.Pos) pointer {
	switch {
	case v.r != nil:
		return v.r
	case v.k != nil:
		k, u := v.k, x.u
		return func(m *machine) ref {
			if k(m) != 0 {
				panic(u.failure(fault.Model, pos, "not supported in VERBATIM: a number as a pointer"))
			}
			return ref{}
		}
	}
	f, u := v.real(), x.u
	return func(m *machine) ref {
		f(m)
		panic(u.failure(fault.Model, pos, "not supported in VERBATIM: a number as a pointer"))
	}
}

// test gives the value as a condition.
func (v cValue) test() func(m *machine) bool {
	switch {
	case v.k != nil:
		k := v.k
		return func(m *machine) bool { return k(m) != 0 }
	case v.r != nil:
		r := v.r
		return func(m *machine) bool { return !r(m).isNull() }
	}
	f := v.real()
	return func(m *machine) bool { return f(m) != 0 }
}

// effect runs an expression for what it does.
func (v cValue) effect() action {
	switch {
	case v.do != nil:
		return v.do
	case v.f != nil:
		f := v.f
		return func(m *machine) control { f(m); return next }
	case v.k != nil:
		k := v.k
		return func(m *machine) control { k(m); return next }
	case v.r != nil:
		r := v.r
		return func(m *machine) control { r(m); return next }
	}
	return func(*machine) control { return next }
}

// to converts a value to a type.
func (x *scope) to(v cValue, t *cType, pos fault.Pos) cValue {
	if v.bad {
		return x.badAs(v, t)
	}
	switch t.kind {
	case cReal:
		f := v.real()
		if t.size == 4 {
			return cValue{t: t, f: func(m *machine) float64 { return float64(float32(f(m))) }}
		}
		return cValue{t: t, f: f}
	case cInt:
		return cValue{t: t, k: v.whole(t)}
	case cPointer:
		return cValue{t: t, r: x.pointer(v, pos)}
	case cVoid:
		return cValue{t: t, do: v.effect()}
	}
	return x.unknown(pos, "the type %s", t.name)
}

// badAs gives a value that cannot run the shape of a type.
func (x *scope) badAs(v cValue, t *cType) cValue {
	stop := v.f
	switch t.kind {
	case cInt:
		return cValue{t: t, k: func(m *machine) int64 { stop(m); return 0 }}
	case cPointer:
		return cValue{t: t, r: func(m *machine) ref { stop(m); return ref{} }}
	}
	return cValue{t: t, f: stop, bad: true}
}

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
		switch {
		case v.f != nil:
			f := v.f
			v.f = func(m *machine) float64 { first(m); return f(m) }
		case v.k != nil:
			k := v.k
			v.k = func(m *machine) int64 { first(m); return k(m) }
		case v.r != nil:
			r := v.r
			v.r = func(m *machine) ref { first(m); return r(m) }
		default:
			v.do = sequence([]action{first, v.effect()})
		}
		return v
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

// promoted is the type that C computes with for small integers.
func promoted(t *cType) *cType {
	if t.size < 4 {
		return cIntType
	}
	return t
}

// deref gives what a pointer points to.
func (x *scope) deref(at pointer, t *cType, pos fault.Pos) cValue {
	lv := &cPlace{at: at}
	switch {
	case t.kind == cReal:
		return cValue{t: t, lv: lv, f: func(m *machine) float64 { return m.loadReal(at(m), t, pos) }}
	case t.kind == cInt:
		return cValue{t: t, lv: lv, k: func(m *machine) int64 { return m.loadWhole(at(m), t, pos) }}
	case t.kind == cPointer && t.length > 0: // an array in an array
		return cValue{t: t, r: at}
	case t.kind == cPointer:
		return cValue{t: t, lv: lv, r: func(m *machine) ref { return m.loadRef(at(m), t, pos) }}
	}
	v := x.unknown(pos, "what a pointer to %s points to", typeText(t))
	v.lv = lv
	return v
}

func typeText(t *cType) string {
	if t.kind == cVoid {
		return "void"
	}
	return t.name
}

// elements counts the numbers of an array in an array.
func elements(t *cType) int64 {
	if t.kind == cPointer && t.length > 0 {
		return t.length * elements(t.elem)
	}
	return 1
}

func (x *scope) cIndex(e *cIndex) cValue {
	v, i := x.cExpr(e.x), x.cExpr(e.i)
	if v.t.kind != cPointer && i.t.kind == cPointer {
		v, i = i, v
	}
	if v.bad {
		return v
	}
	if v.t.kind != cPointer {
		return x.unknown(e.pos, "[ ] of what is no pointer")
	}
	k, r, n := i.whole(cLongType), v.r, elements(v.t.elem)
	at := func(m *machine) ref { p := r(m); p.i += n * k(m); return p }
	if id, ok := e.x.(*cIdent); ok && n == 1 { // an array of the routine, without a detour
		if c := x.cLocal(id.name); c != nil && c.typ.length > 0 && c.placed && !c.file {
			return x.localElement(c, k, at, e.pos)
		}
	}
	return x.deref(at, v.t.elem, e.pos)
}

// localElement is an element of an array that is a local variable.
func (x *scope) localElement(c *cVar, k whole, at pointer, pos fault.Pos) cValue {
	slot, n, u, name, t := c.slot, c.typ.length, x.u, c.name, c.typ.elem
	index := func(m *machine) int {
		i := k(m)
		if i < 0 || i >= n {
			panic(u.outside(pos, name, float64(i), int(n)))
		}
		return slot + int(i)
	}
	lv := &cPlace{at: at}
	switch {
	case t.kind == cReal && t.size == 8:
		return cValue{t: t, lv: lv, f: func(m *machine) float64 { return m.loc[index(m)] }}
	case t.kind == cInt && t.size > 1:
		return cValue{t: t, lv: lv, k: func(m *machine) int64 { return m.ints[index(m)] }}
	}
	return x.deref(at, t, pos)
}

// once gives a place whose address is computed only once, by prepare, however
// often it is read and set afterwards; nil if there is nothing to prepare.
func (x *scope) once(v cValue, pos fault.Pos) (prepare action, again cValue) {
	if v.lv == nil || v.lv.at == nil || v.lv.setF != nil || v.lv.setK != nil || v.lv.setR != nil {
		return nil, v
	}
	slot, at := x.r.refs, v.lv.at
	x.r.refs++
	return func(m *machine) control { m.refs[slot] = at(m); return next },
		x.deref(func(m *machine) ref { return m.refs[slot] }, v.t, pos)
}

// store assigns a value, already of the right type, to a place and gives it.
func (x *scope) store(place, y cValue, pos fault.Pos) cValue {
	lv, t := place.lv, place.t
	out := cValue{t: t}
	switch {
	case place.bad:
		return place
	case y.bad:
		return y
	case lv == nil:
		return x.unknown(pos, "assigning to this")
	case t.kind == cReal:
		set, f := lv.setF, y.f
		if set == nil && lv.at != nil {
			at := lv.at
			out.f = func(m *machine) float64 { z := f(m); m.storeReal(at(m), t, z, pos); return z }
			return out
		}
		if set != nil {
			out.f = func(m *machine) float64 { z := f(m); set(m, z); return z }
			return out
		}
	case t.kind == cInt:
		set, k := lv.setK, y.k
		if set == nil && lv.at != nil {
			at := lv.at
			out.k = func(m *machine) int64 { z := k(m); m.storeWhole(at(m), t, z, pos); return z }
			return out
		}
		if set != nil {
			out.k = func(m *machine) int64 { z := k(m); set(m, z); return z }
			return out
		}
	case t.kind == cPointer:
		set, r := lv.setR, y.r
		if set == nil && lv.at != nil {
			at := lv.at
			out.r = func(m *machine) ref { z := r(m); m.storeRef(at(m), t, z, pos); return z }
			return out
		}
		if set != nil {
			out.r = func(m *machine) ref { z := r(m); set(m, z); return z }
			return out
		}
	}
	return x.unknown(pos, "assigning to this")
}

func (x *scope) cAssign(e *cAssign) cValue {
	place, y := x.cExpr(e.x), x.cExpr(e.y)
	if e.op == "" {
		return x.store(place, x.to(y, place.t, e.pos), e.pos)
	}
	prepare, place := x.once(place, e.pos)
	new := x.operate(e.op, place, y, e.pos)
	return after(prepare, x.store(place, x.to(new, place.t, e.pos), e.pos))
}

// after runs something before a value is computed.
func after(first action, v cValue) cValue {
	if first == nil {
		return v
	}
	switch {
	case v.f != nil:
		f := v.f
		v.f = func(m *machine) float64 { first(m); return f(m) }
	case v.k != nil:
		k := v.k
		v.k = func(m *machine) int64 { first(m); return k(m) }
	case v.r != nil:
		r := v.r
		v.r = func(m *machine) ref { first(m); return r(m) }
	}
	return v
}

// cStep compiles ++ and --.
func (x *scope) cStep(e *cStep) cValue {
	prepare, place := x.once(x.cExpr(e.x), e.pos)
	one := wholeValue(func(*machine) int64 { return 1 })
	new := x.store(place, x.to(x.operate(e.op, place, one, e.pos), place.t, e.pos), e.pos)
	if e.prefix {
		return after(prepare, new)
	}
	out := cValue{t: place.t}
	switch {
	case place.f != nil && new.f != nil:
		old, step := place.f, new.f
		out.f = func(m *machine) float64 { y := old(m); step(m); return y }
	case place.k != nil && new.k != nil:
		old, step := place.k, new.k
		out.k = func(m *machine) int64 { y := old(m); step(m); return y }
	case place.r != nil && new.r != nil:
		old, step := place.r, new.r
		out.r = func(m *machine) ref { y := old(m); step(m); return y }
	default:
		return new // says why it cannot be
	}
	return after(prepare, out)
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
	t := promoted(va.t)
	if u := promoted(vb.t); u.size > t.size || u.size == t.size && u.unsigned {
		t = u
	}
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
		p, q := x.pointer(a, e.pos), x.pointer(b, e.pos)
		return refValue(t, func(m *machine) ref {
			if c(m) {
				return p(m)
			}
			return q(m)
		})
	case a.k != nil && b.k != nil:
		t := promoted(a.t)
		if u := promoted(b.t); u.size > t.size || u.size == t.size && u.unsigned {
			t = u
		}
		p, q := a.whole(t), b.whole(t)
		return cValue{t: t, k: func(m *machine) int64 {
			if c(m) {
				return p(m)
			}
			return q(m)
		}}
	case a.f == nil && a.k == nil || b.f == nil && b.k == nil:
		p, q := a.effect(), b.effect()
		return cValue{t: cVoidType, do: func(m *machine) control {
			if c(m) {
				return p(m)
			}
			return q(m)
		}}
	}
	p, q := a.real(), b.real()
	return realValue(func(m *machine) float64 {
		if c(m) {
			return p(m)
		}
		return q(m)
	})
}
