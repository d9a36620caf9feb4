package nmodl

import (
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
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
	return func(m *machine) int64 { return cformat.Whole(f(m)) }
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
