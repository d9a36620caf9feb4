package nmodl

import "github.com/gneuron/gneuron/fault"

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
	switch {
	case place.bad:
		return place
	case y.bad:
		return y
	case lv == nil:
		return x.unknown(pos, "assigning to this")
	}
	out, at := cValue{t: t}, lv.at
	switch t.kind {
	case cReal:
		out.f = stored(y.f, lv.setF, at, func(m *machine, r ref, z float64) { m.storeReal(r, t, z, pos) })
	case cInt:
		out.k = stored(y.k, lv.setK, at, func(m *machine, r ref, z int64) { m.storeWhole(r, t, z, pos) })
	case cPointer:
		out.r = stored(y.r, lv.setR, at, func(m *machine, r, z ref) { m.storeRef(r, t, z, pos) })
	}
	if out.f == nil && out.k == nil && out.r == nil {
		return x.unknown(pos, "assigning to this")
	}
	return out
}

// stored computes y, assigns it by set, or if that is nil by put behind the
// pointer at, and gives it; nil without both.
func stored[T any](y func(m *machine) T, set func(m *machine, z T), at pointer, put func(m *machine, r ref, z T)) func(m *machine) T {
	switch {
	case set != nil:
		return func(m *machine) T { z := y(m); set(m, z); return z }
	case at != nil:
		return func(m *machine) T { z := y(m); put(m, at(m), z); return z }
	}
	return nil
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
	default:
		v.do = sequence([]action{first, v.effect()})
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
