package nmodl

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
	"github.com/gneuron/gneuron/internal/random123"
	"github.com/gneuron/gneuron/mechanism"
)

// ref is a pointer of C: to an element of something, or to an object of Go that
// code can only hand on (a Random, a Vector, a stream). The zero ref is NULL.
type ref struct {
	base any
	i    int64
}

// Stream is the Random123 stream that it points to, or nil.
func (r ref) Stream() *random123.Stream {
	s, _ := r.base.(*random123.Stream)
	return s
}

// What a ref can point into.
type (
	cFloats []float64 // numbers, of memory or of local variables
	cInts   []int64   // integers
	cBytes  []byte    // text
	cRefs   []ref     // pointers
	cRow    struct {  // consecutive columns of an instance
		cols  [][]float64
		row   int
		first int // number of the first column
		mech  *mechanism.Mechanism
		id    mechanism.RowID
	}
	cObject struct { // a POINTER of an instance, or a pointer variable of the file
		mech *mechanism.Mechanism
		id   mechanism.RowID
		slot int
	}
	cStream struct { // a RANDOM variable of an instance
		m  *mechanism.Mechanism
		id mechanism.RowID
		at int
	}
	// cMemory is what malloc gave: it becomes an array of what is stored first.
	cMemory struct {
		bytes int64
		typed any
	}
	cOutput struct{ name string } // stdout, stderr
	cHandle struct{ name string } // _nt, _pnt and the like: good for being handed on
)

func (r ref) isNull() bool { return r.base == nil }

// same compares pointers.
func (r ref) same(s ref) bool {
	if r.base == nil || s.base == nil {
		return r.base == nil && s.base == nil
	}
	if r.i != s.i {
		return false
	}
	switch a := r.base.(type) {
	case cFloats:
		b, ok := s.base.(cFloats)
		return ok && len(a) > 0 && len(b) > 0 && &a[0] == &b[0]
	case cInts:
		b, ok := s.base.(cInts)
		return ok && len(a) > 0 && len(b) > 0 && &a[0] == &b[0]
	case cBytes:
		b, ok := s.base.(cBytes)
		return ok && len(a) > 0 && len(b) > 0 && &a[0] == &b[0]
	case cRefs:
		b, ok := s.base.(cRefs)
		return ok && len(a) > 0 && len(b) > 0 && &a[0] == &b[0]
	case *cRow:
		b, ok := s.base.(*cRow)
		return ok && a.row == b.row && len(a.cols) > 0 && len(b.cols) > 0 && &a.cols[0] == &b.cols[0]
	case cObject:
		b, ok := s.base.(cObject)
		return ok && a == b
	case cStream:
		b, ok := s.base.(cStream)
		return ok && a == b
	}
	switch s.base.(type) {
	case cFloats, cInts, cBytes, cRefs:
		return false
	}
	return r.base == s.base
}

// as makes memory from malloc an array of a type.
func (mem *cMemory) as(t *cType) any {
	if mem.typed == nil {
		n := mem.bytes / max(t.size, 1)
		switch {
		case t.kind == cReal:
			mem.typed = make(cFloats, n)
		case t.kind == cPointer:
			mem.typed = make(cRefs, n)
		case t.kind == cInt && t.size == 1, t.kind == cVoid:
			mem.typed = make(cBytes, mem.bytes)
		case t.kind == cInt:
			mem.typed = make(cInts, n)
		}
	}
	return mem.typed
}

// length is the number of elements of what r points into, -1 if unknown.
func (r ref) length(t *cType) int64 {
	switch b := r.base.(type) {
	case cFloats:
		return int64(len(b))
	case cInts:
		return int64(len(b))
	case cBytes:
		return int64(len(b))
	case cRefs:
		return int64(len(b))
	case *cRow:
		return int64(len(b.cols))
	case *float64, cObject:
		return 1
	case *cMemory:
		if typed := b.as(t); typed != nil {
			return ref{base: typed}.length(t)
		}
	}
	return -1
}

// target checks that r points to an element that exists and gives what holds it.
func (m *machine) target(r ref, t *cType, pos fault.Pos) any {
	if r.base == nil {
		panic(m.u.failure(fault.Model, pos, "the C code follows a pointer that is NULL"))
	}
	n := r.length(t)
	if n < 0 {
		panic(m.u.failure(fault.Model, pos, "not supported: what this pointer of C points to"))
	}
	if r.i < 0 || r.i >= n {
		f := m.u.failure(fault.Range, pos, "element %d is outside of the %d that the pointer of C points to", r.i, n)
		f.err.Value, f.err.Lo, f.err.Hi, f.err.HasRange = float64(r.i), 0, float64(n-1), true
		panic(f)
	}
	if mem, ok := r.base.(*cMemory); ok {
		return mem.typed
	}
	return r.base
}

func (m *machine) unlike(pos fault.Pos) failure {
	return m.u.failure(fault.Model, pos, "not supported: this pointer of C is used for another type than what it points to")
}

// loadReal gives the number that r points to.
func (m *machine) loadReal(r ref, t *cType, pos fault.Pos) float64 {
	switch b := m.target(r, t, pos).(type) {
	case cFloats:
		return b[r.i]
	case *cRow:
		return b.cols[r.i][b.row]
	case *float64:
		return *b
	case cInts:
		return float64(b[r.i])
	}
	panic(m.unlike(pos))
}

func (m *machine) storeReal(r ref, t *cType, y float64, pos fault.Pos) {
	if t.size == 4 {
		y = float64(float32(y))
	}
	switch b := m.target(r, t, pos).(type) {
	case cFloats:
		b[r.i] = y
	case *cRow:
		b.cols[r.i][b.row] = y
	case *float64:
		*b = y
	default:
		panic(m.unlike(pos))
	}
}

// loadWhole gives the integer that r points to.
func (m *machine) loadWhole(r ref, t *cType, pos fault.Pos) int64 {
	switch b := m.target(r, t, pos).(type) {
	case cInts:
		return wrap(b[r.i], t)
	case cBytes:
		return wrap(int64(b[r.i]), t)
	case cFloats: // an integer of the file
		return wrap(cformat.Whole(b[r.i]), t)
	}
	panic(m.unlike(pos))
}

func (m *machine) storeWhole(r ref, t *cType, y int64, pos fault.Pos) {
	switch b := m.target(r, t, pos).(type) {
	case cInts:
		b[r.i] = wrap(y, t)
	case cBytes:
		b[r.i] = byte(y)
	case cFloats:
		b[r.i] = float64(wrap(y, t))
	default:
		panic(m.unlike(pos))
	}
}

// loadRef gives the pointer that r points to.
func (m *machine) loadRef(r ref, t *cType, pos fault.Pos) ref {
	switch b := m.target(r, t, pos).(type) {
	case cRefs:
		return b[r.i]
	case cObject:
		p, _ := b.mech.Object(b.id, b.slot).(ref)
		return p
	case *cRow:
		return b.hidden(r.i)
	}
	panic(m.unlike(pos))
}

// pointersInNumbers is the first slot of pointers that C code keeps in the bytes
// of an ASSIGNED variable.
const pointersInNumbers = 1 << 18

// hidden gives the pointer that C code has put into a variable.
func (b *cRow) hidden(i int64) ref {
	p, _ := b.mech.Object(b.id, pointersInNumbers+b.first+int(i)).(ref)
	return p
}

func (m *machine) storeRef(r ref, t *cType, y ref, pos fault.Pos) {
	switch b := m.target(r, t, pos).(type) {
	case cRefs:
		b[r.i] = y
	case cObject:
		b.mech.SetObject(b.id, b.slot, y)
	case *cRow:
		b.mech.SetObject(b.id, pointersInNumbers+b.first+int(r.i), y)
		b.cols[r.i][b.row] = truth(!y.isNull())
	default:
		panic(m.unlike(pos))
	}
}

// wrap cuts an integer to the size of its type.
func wrap(y int64, t *cType) int64 {
	switch {
	case t.size == 8:
		return y
	case t.size == 4 && t.unsigned:
		return int64(uint32(y))
	case t.size == 4:
		return int64(int32(y))
	case t.size == 2 && t.unsigned:
		return int64(uint16(y))
	case t.size == 2:
		return int64(int16(y))
	case t.unsigned:
		return int64(uint8(y))
	}
	return int64(int8(y))
}

// text gives the text that r points to, up to its end.
func (m *machine) text(r ref, pos fault.Pos) string {
	b, ok := m.target(r, cCharType, pos).(cBytes)
	if !ok {
		panic(m.unlike(pos))
	}
	b = b[r.i:]
	for i, c := range b {
		if c == 0 {
			return string(b[:i])
		}
	}
	return string(b)
}

// textRef makes a text of C.
func textRef(s string) ref { return ref{base: cBytes(s + "\x00")} }

// unsignedReal gives an integer of a type as a number.
func unsignedReal(y int64, t *cType) float64 {
	if t.unsigned && t.size == 8 {
		return float64(uint64(y))
	}
	return float64(y)
}

// realWhole gives a number as an integer of a type.
func realWhole(y float64, t *cType) int64 {
	if t.unsigned && t.size == 8 && y >= 1<<63 && !math.IsInf(y, 0) {
		return int64(uint64(y))
	}
	return wrap(cformat.Whole(y), t)
}
