package script

import (
	"strconv"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// elements is an array variable of a mechanism (cl.dur, seg.ca2.shell), or,
// with refs, references to its elements (cl._ref_dur).
type elements struct {
	h    *host
	name string // "soma(0.5).ca2.shell"
	size int
	refs bool
	// units and seg are handed on to the references.
	units string
	seg   *section.Segment
	at    func(k int) (mechanism.Handle, error)
	put   func(k int, x float64) error
}

func (h *host) elements(e *elements) goja.Value { return h.vm.NewDynamicArray(e) }

// String is the name of the array.
func (e *elements) String() string { return e.name }

// Len is the size of the array.
func (e *elements) Len() int { return e.size }

// Get gives an element, or a reference to it.
func (e *elements) Get(k int) goja.Value {
	e.inside(k)
	at, err := e.at(k)
	e.h.check(err)
	if !e.refs {
		return e.h.vm.ToValue(at.Get())
	}
	return e.h.refObject(&Ref{name: e.element(k), units: e.units, seg: e.seg,
		at:  func() (mechanism.Handle, error) { return e.at(k) },
		put: func(x float64) error { return e.put(k, x) }})
}

// Set writes an element.
func (e *elements) Set(k int, v goja.Value) bool {
	e.inside(k)
	e.set(k, v)
	return true
}

func (e *elements) set(k int, v goja.Value) {
	e.h.check(e.put(k, e.h.number(v, func() string { return e.element(k) })))
}

func (e *elements) element(k int) string { return e.name + "[" + strconv.Itoa(k) + "]" }

// SetLen refuses.
func (e *elements) SetLen(n int) bool { return n == e.size }

// inside throws for an index outside of the array.
func (e *elements) inside(k int) {
	if k < 0 || k >= e.size {
		err := fault.New(fault.Range, "%s has %d %s: index %d is outside 0 to %d", e.name, e.size, plural(e.size, "element"), k, e.size-1)
		err.Variable, err.Value, err.Lo, err.Hi, err.HasRange = e.name, float64(k), 0, float64(e.size-1), true
		e.h.throw(err)
	}
}

// index reads a property key as an index below size.
func (h *host) index(key string, size int, name string) int {
	k, err := strconv.Atoi(key)
	if err != nil {
		k = size
	}
	(&elements{h: h, name: name, size: size}).inside(k)
	return k
}
