package nmodl

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// arg gives argument k of a script's call, counted from 1.
func (m *machine) arg(k int64, pos fault.Pos) any {
	if k < 1 || k > int64(len(m.args)) {
		panic(m.u.failure(fault.Model, pos, "the C code needs argument %d, and the call has %s", k, count(len(m.args), "argument")))
	}
	return m.args[k-1]
}

func (m *machine) numberArg(k int64, pos fault.Pos) float64 {
	switch a := m.arg(k, pos).(type) {
	case float64:
		return a
	case *float64:
		return *a
	}
	panic(m.u.failure(fault.Type, pos, "argument %d must be a number", k))
}

// cGetarg is getarg and hoc_pgetarg: a pointer to a number.
func cGetarg(a *cArgs) cValue {
	k, pos := a.whole(0), a.pos()
	return refValue(cDoubleStar, func(m *machine) ref {
		i := k(m)
		if p, ok := m.arg(i, pos).(*float64); ok {
			return ref{base: p}
		}
		return ref{base: cFloats{m.numberArg(i, pos)}}
	})
}

func cGargstr(a *cArgs) cValue {
	k, pos := a.whole(0), a.pos()
	return refValue(cCharStar, func(m *machine) ref {
		s, ok := m.arg(k(m), pos).(string)
		if !ok {
			panic(m.u.failure(fault.Type, pos, "argument %d must be a text", k(m)))
		}
		return textRef(s)
	})
}

func cIsArg(a *cArgs, is func(any) bool) cValue {
	k, pos := a.whole(0), a.pos()
	return truthValue(func(m *machine) bool { return is(m.arg(k(m), pos)) })
}

const maxMemory = 1 << 28 // bytes of one malloc

func cMalloc(a *cArgs) cValue {
	size, pos := a.whole(0), a.pos()
	if strings.Contains(a.name, "calloc") {
		n, each := a.whole(0), a.whole(1)
		size = func(m *machine) int64 {
			y, z := n(m), each(m)
			if y < 0 || z < 0 || z > 0 && y > maxMemory/z {
				return maxMemory + 1
			}
			return y * z
		}
	}
	return refValue(cVoidStar, func(m *machine) ref { return ref{base: m.memory(size(m), pos)} })
}

func (m *machine) memory(n int64, pos fault.Pos) *cMemory {
	if n < 0 || n > maxMemory {
		panic(m.u.failure(fault.Model, pos, "the C code asks for %d bytes of memory; the limit is %d", n, maxMemory))
	}
	return &cMemory{bytes: n}
}

func cRealloc(a *cArgs) cValue {
	p, size, pos := a.pointer(0), a.whole(1), a.pos()
	return refValue(cVoidStar, func(m *machine) ref {
		old, mem := p(m), m.memory(size(m), pos)
		if b, ok := old.base.(*cMemory); ok && b.typed != nil {
			switch from := b.typed.(type) {
			case cFloats:
				mem.typed = append(make(cFloats, 0), make(cFloats, mem.bytes/8)...)
				copy(mem.typed.(cFloats), from)
			case cInts:
				each := b.bytes / max(int64(len(from)), 1)
				mem.typed = make(cInts, mem.bytes/max(each, 1))
				copy(mem.typed.(cInts), from)
			case cBytes:
				mem.typed = make(cBytes, mem.bytes)
				copy(mem.typed.(cBytes), from)
			case cRefs:
				mem.typed = make(cRefs, mem.bytes/8)
				copy(mem.typed.(cRefs), from)
			}
		}
		return ref{base: mem}
	})
}

// vector gives the Vector that a pointer holds.
func (m *machine) vector(r ref, pos fault.Pos) *vector.Vector {
	v, ok := r.base.(*vector.Vector)
	if !ok {
		panic(m.u.failure(fault.Model, pos, "the C code needs a Vector here"))
	}
	return v
}

func (m *machine) vectorArg(k int64, pos fault.Pos) *vector.Vector {
	v, ok := m.arg(k, pos).(*vector.Vector)
	if !ok {
		panic(m.u.failure(fault.Type, pos, "argument %d must be a Vector", k))
	}
	return v
}

func cVectorLength(a *cArgs) cValue {
	v, pos := a.pointer(0), a.pos()
	return wholeValue(func(m *machine) int64 { return int64(m.vector(v(m), pos).Len()) })
}

// cVectorData is vector_instance_px: the numbers of a Vector go to where
// argument 1 points, the value is how many there are.
func cVectorData(a *cArgs, v pointer) cValue {
	to, pos := a.pointer(1), a.pos()
	return wholeValue(func(m *machine) int64 {
		data := m.vector(v(m), pos).Data()
		m.storeRef(to(m), cDoubleStar, ref{base: cFloats(data)}, pos)
		return int64(len(data))
	})
}

func cVectorResize(a *cArgs) cValue {
	v, n, pos := a.pointer(0), a.whole(1), a.pos()
	return refValue(cVoidStar, func(m *machine) ref {
		r := v(m)
		if err := m.vector(r, pos).Resize(int(n(m))); err != nil {
			panic(m.u.failure(fault.Range, pos, "%v", err))
		}
		return r
	})
}
