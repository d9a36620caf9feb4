package script

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// Ref is a reference to a number: seg._ref_v, ic._ref_i, n._ref_t, n.ref(0),
// n.ref(() => expression). It is a source of a recording, and a target of a
// Vector.play where it can be set.
type Ref struct {
	h    *host
	obj  *goja.Object
	name string // "n._ref_t"; of a range variable see variable
	// units is the name by which n.units knows the variable, or "".
	units string
	// Exactly one of these says where the number is.
	at      func() (mechanism.Handle, error) // in a table, found anew when its row is gone
	get     func() float64
	free    *float64
	element *vectorElement
	compute goja.Callable

	put  func(float64) error // checks and sets; nil: only a free number can be set
	seg  *section.Segment    // where a range variable belongs
	time bool                // n._ref_t

	unset *pointerOf // the POINTER variable that would have to be set; at says so

	// variable is the range variable at place that is referred to. There are many
	// of this kind, so that at, put and name are not made for each.
	variable string
	place    section.Segment

	found mechanism.Handle // what at gave last
	model *section.Model   // whose number it is
}

// String is how the reference is called in messages, "soma(0.5)._ref_v".
func (r *Ref) String() string {
	if r.variable != "" {
		return r.place.String() + "._ref_" + r.variable
	}
	return r.name
}

// inTable tells whether the number is in a table of the model.
func (r *Ref) inTable() bool { return r.at != nil || r.variable != "" }

// Resolve gives the number as it is stored now; ok is false for one that is not
// in a table of the model. It fails when the number is gone with its section or
// mechanism.
func (r *Ref) Resolve() (at mechanism.Handle, ok bool, err error) {
	if !r.inTable() {
		return at, false, nil
	}
	if r.model != r.h.m {
		return at, true, r.h.elsewhere(r.String())
	}
	// As NEURON's pointers do, a reference stays with its row when nseg changes,
	// even where another place of the section is then nearer to the x it was
	// made with.
	if r.found.Valid() {
		return r.found, true, nil
	}
	if r.variable != "" {
		at, err = r.place.Var(r.variable)
	} else {
		at, err = r.at()
	}
	r.found = at
	if err == nil && !at.Valid() {
		e := fault.New(fault.Model, "%s points to what no longer exists", r)
		e.Variable = r.String()
		err = e.WithHint("its section was deleted or its mechanism taken out")
	}
	return at, true, err
}

// Gone tells whether the section was deleted that the number is in.
func (r *Ref) Gone() bool { return r.seg != nil && r.seg.Sec.Deleted() }

// IsTime tells whether it is the time of the simulation.
func (r *Ref) IsTime() bool { return r.time }

// Value gives the present value. It fails when the number is gone with its
// section or mechanism, and when a computed reference throws.
func (r *Ref) Value() (float64, error) {
	switch {
	case r.inTable():
		at, _, err := r.Resolve()
		if err != nil {
			return 0, err
		}
		return at.Get(), nil
	case r.free != nil:
		return *r.free, nil
	case r.element != nil:
		return r.element.v.Get(r.element.i)
	case r.get != nil:
		return r.get(), nil
	}
	v, err := r.compute(goja.Undefined())
	if err != nil {
		return 0, err
	}
	if !goja.IsNumber(v) {
		e := fault.New(fault.Type, "the function of n.ref gave %s, not a number", r.h.show(v))
		return 0, e
	}
	return v.ToFloat(), nil
}

// SetValue changes the number. A computed reference cannot be set.
func (r *Ref) SetValue(x float64) error {
	switch {
	case r.variable != "":
		return r.place.Set(r.variable, x)
	case r.put != nil:
		return r.put(x)
	case r.free != nil:
		*r.free = x
		return nil
	case r.element != nil:
		return r.element.v.Set(r.element.i, x)
	}
	return fault.New(fault.Type, "%s cannot be set", r)
}

// refObject makes the object of a reference.
func (h *host) refObject(r *Ref) goja.Value {
	r.h, r.model, r.obj = h, h.m, h.vm.NewDynamicObject(r)
	if err := r.obj.SetPrototype(h.refClass.proto); err != nil {
		panic(err)
	}
	return r.obj
}

// refTo makes a reference to a number that is read and set by functions; put
// may be nil.
func (h *host) refTo(name string, get func() float64, put func(float64) error) goja.Value {
	return h.refObject(&Ref{name: name, units: strings.TrimPrefix(strings.TrimPrefix(name, "n."), "_ref_"), get: get, put: put})
}

// newRef is n.ref(x): a free number, a computed one where x is a function, or
// a string.
func (h *host) newRef(call goja.FunctionCall) goja.Value {
	arg := call.Argument(0)
	if f, ok := goja.AssertFunction(arg); ok {
		if _, section := h.rt.Host(arg).(*sectionObject); !section {
			return h.refObject(&Ref{name: "n.ref(function)", compute: f})
		}
	}
	if goja.IsString(arg) {
		return wrapObject(h, h.textClass, &textRef{arg.String()})
	}
	x := 0.0
	if len(call.Arguments) > 0 {
		x = h.number(arg, func() string { return "the argument of n.ref" })
	}
	return h.refObject(&Ref{name: "n.ref", free: &x})
}

// asRef gives the Ref behind a value; what names the argument in the error.
func (h *host) asRef(v goja.Value, what string) *Ref {
	r, ok := h.rt.Host(v).(*Ref)
	if !ok {
		h.throw(fault.New(fault.Type, "%s must be a reference such as soma(0.5)._ref_v, not %s", what, h.show(v)).
			WithHint("the name of a variable after _ref_ refers to it; without, it is its present value"))
	}
	return r
}

func (h *host) initRef() {
	c := newClass[*Ref](h, "Ref")
	h.refClass = c
	h.initTextRef()
	c.property("value", (*Ref).read, (*Ref).assign)
	c.method("valueOf", func(r *Ref, _ goja.FunctionCall) goja.Value { return r.read() })
	c.method("toString", func(r *Ref, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(r.String()) })
	c.method("toJSON", func(r *Ref, _ goja.FunctionCall) goja.Value { return r.read() })
	h.members["ref"] = h.function("ref", h.newRef)
}

func (r *Ref) read() goja.Value {
	x, err := r.Value()
	r.h.check(err)
	return r.h.vm.ToValue(x)
}

func (r *Ref) assign(v goja.Value) {
	r.h.check(r.SetValue(r.h.number(v, func() string { return r.String() + ".value" })))
}

// noAssign throws for seg._ref_v = x, where the object what has the variable.
func (h *host) noAssign(what, key string) {
	e := fault.New(fault.Type, "%s.%s is a reference and cannot be set", what, key)
	h.throw(e.WithHint("set the number itself: %s.%s = ...", what, strings.TrimPrefix(key, "_ref_")))
}

// Get gives value; [0] is the same, as in NEURON.
func (r *Ref) Get(key string) goja.Value {
	if v := r.h.refClass.get(r, key); v != nil {
		return v
	}
	if key == "0" {
		return r.read()
	}
	if !foreign[key] {
		r.h.noProperty(r.String(), key, r.h.refClass.names())
	}
	return nil
}

// Set writes value, or [0].
func (r *Ref) Set(key string, v goja.Value) bool {
	if key == "0" {
		r.assign(v)
	} else if !r.h.refClass.set(r, key, v, r.String) {
		r.h.noProperty(r.String(), key, r.h.refClass.names())
	}
	return true
}

// Has tells the properties value and 0.
func (r *Ref) Has(key string) bool { return key == "value" || key == "0" }

// Delete refuses.
func (r *Ref) Delete(key string) bool { return r.h.noDelete(r.String(), key) }

// Keys lists value.
func (r *Ref) Keys() []string { return []string{"value"} }

// Inspect shows the reference with its value.
func (r *Ref) Inspect() string {
	x, err := r.Value()
	if err != nil {
		return fmt.Sprintf("Ref %s (%s)", r, err)
	}
	return fmt.Sprintf("Ref %s = %g", r, x)
}
