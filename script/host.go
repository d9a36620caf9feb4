package script

import (
	"fmt"
	"math"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
	"github.com/gneuron/gneuron/section"
)

// host carries a model into a script: it owns the classes of the objects that
// stand for sections, segments, mechanisms and point processes, and knows which
// object stands for what.
type host struct {
	rt *Runtime
	vm *goja.Runtime
	scene

	sectionClass *class[*sectionObject]
	segmentClass *class[*segmentObject]
	mechClass    *class[*mechView]
	rangeClass   *class[*rangeVar]
	refClass     *class[*Ref]
	textClass    *class[*textRef]
	pointClass   *class[*pointObject]

	// classes lists all classes, which must agree with the declarations.
	classes []interface {
		declared() (typ string, members map[string]memberKind)
	}

	// env gives what the simulator tells mechanisms: t, dt, celsius.
	env func() [kernel.NumEnv]float64
	// link has the solver follow a POINTER variable.
	link func(mech *mechanism.Mechanism, id mechanism.RowID, k int, to *Ref) error
	// call runs a FUNCTION or PROCEDURE that works on single instances.
	call func(mech *mechanism.Mechanism, id mechanism.RowID, code mechanism.ProcedureCode, args []any) (float64, error)

	sectionTarget *goja.Object // what makes a section callable
	objectProto   *goja.Object // Object.prototype
	iteratorProto *goja.Object

	members map[string]goja.Value // of n: classes and mechanisms that were asked for
	placed  map[placement]bool    // source lines that were warned about

	born    int                   // objects made so far
	settled int                   // born at the end of the last input of a session
	owned   map[string]goja.Value // by the global name whose declaration made it
	taken   map[goja.Value]bool   // owned by a name of the present input
}

// scene is a model with the objects that a script has of it.
type scene struct {
	m        *section.Model
	sections map[*section.Section]*sectionObject
	proxies  map[*goja.Object]*sectionObject // deleted ones, too
	points   map[*section.PointProcess]*pointObject
	pointers map[pointerOf]*Ref
	stack    []*section.Section // Section.push

	cells     map[*goja.Object]int // the number of a cell that has no name, within its class
	cellCount map[string]int
	names     nameTable
}

func newScene(m *section.Model) scene {
	return scene{m: m,
		sections:  map[*section.Section]*sectionObject{},
		proxies:   map[*goja.Object]*sectionObject{},
		points:    map[*section.PointProcess]*pointObject{},
		pointers:  map[pointerOf]*Ref{},
		cells:     map[*goja.Object]int{},
		cellCount: map[string]int{},
	}
}

func newHost(rt *Runtime, m *section.Model) *host {
	h := &host{rt: rt, vm: rt.VM(), scene: newScene(m),
		members: map[string]goja.Value{},
		placed:  map[placement]bool{},
		owned:   map[string]goja.Value{},
		taken:   map[goja.Value]bool{},
	}
	h.objectProto = h.vm.NewObject().Prototype()
	h.env = func() (e [kernel.NumEnv]float64) {
		e[kernel.Dt], e[kernel.Celsius] = 0.025, h.m.Celsius
		return
	}
	rt.OnRedeclare(h.redeclared)
	h.initRef()
	h.initMechanisms()
	h.initSegment()
	h.initSection()
	h.initPoint()
	return h
}

// throw raises err in the script; it does not return.
func (h *host) throw(err error) { h.rt.Throw(err) }

// check raises err unless it is nil.
func (h *host) check(err error) {
	if err != nil {
		h.rt.Throw(err)
	}
}

// number takes a value as a number; what names the variable it is meant for.
func (h *host) number(v goja.Value, what func() string) float64 {
	if v != nil && goja.IsNumber(v) {
		return v.ToFloat()
	}
	e := fault.New(fault.Type, "%s must be a number, not %s", what(), h.show(v))
	e.Variable = what()
	h.throw(e)
	return math.NaN()
}

// integer takes a value as a whole number.
func (h *host) integer(v goja.Value, what func() string) int {
	x := h.number(v, what)
	if x != math.Trunc(x) || math.Abs(x) > 1<<53 {
		e := fault.New(fault.Range, "%s must be a whole number, not %g", what(), x)
		e.Variable, e.Value = what(), x
		h.throw(e)
	}
	return int(x)
}

// argument takes argument i of a call as a number.
func (h *host) argument(call goja.FunctionCall, i int, what string) float64 {
	if i >= len(call.Arguments) {
		h.throw(fault.New(fault.Type, "%s is missing", what))
	}
	return h.number(call.Arguments[i], func() string { return what })
}

// show gives a short text of a value for an error message.
func (h *host) show(v goja.Value) string {
	switch {
	case v == nil || goja.IsUndefined(v):
		return "undefined"
	case goja.IsNull(v):
		return "null"
	}
	if x, ok := h.rt.Host(v).(fmt.Stringer); ok {
		return x.String()
	}
	if f, ok := goja.AssertFunction(v); ok && f != nil {
		return "a function"
	}
	s := h.rt.Inspect(v)
	if len(s) > 40 {
		s = s[:37] + "..."
	}
	return s
}

// absent tells undefined and null.
func absent(v goja.Value) bool { return v == nil || goja.IsUndefined(v) || goja.IsNull(v) }

// split takes a trailing options object from arguments. It is nil where there
// is none. An object of a class of the script is no options object.
func (h *host) split(args []goja.Value) ([]goja.Value, *goja.Object) {
	if len(args) == 0 {
		return args, nil
	}
	last, ok := args[len(args)-1].(*goja.Object)
	if !ok || !h.plain(last) {
		return args, nil
	}
	return args[:len(args)-1], last
}

// plain tells an object literal from everything else.
func (h *host) plain(obj *goja.Object) bool {
	if obj.ClassName() != "Object" || h.rt.Host(obj) != nil {
		return false
	}
	proto := obj.Prototype()
	return proto == nil || proto == h.objectProto
}

// noOption throws for an option that a call does not know.
func (h *host) noOption(call, name string, known []string) {
	e := fault.New(fault.Type, "%s has no option %q", call, name)
	e.Variable = name
	if near := spell.Nearest(name, known); near != "" {
		h.throw(e.DidYouMean(near))
	}
	h.throw(e.WithHint("its options are %s", strings.Join(known, ", ")))
}

// warn tells the user about something that is allowed but probably not meant.
func (h *host) warn(format string, args ...any) {
	fmt.Fprintln(h.rt.Stderr(), "warning: "+infinity.Replace(fmt.Sprintf(format, args...)))
}

// member gives a class or a mechanism by its name under n: n.Section,
// n.IClamp, n.hh. ok is false when there is none.
func (h *host) member(name string) (v goja.Value, ok bool) {
	if v, ok := h.members[name]; ok {
		return v, true
	}
	mech := h.m.Mechs.Get(name)
	if mech == nil {
		return nil, false
	}
	v = h.mechanismMember(mech)
	h.members[name] = v
	return v, true
}

// forgetMechanisms must be called when mechanisms were registered or replaced.
func (h *host) forgetMechanisms() {
	for name := range h.members {
		if h.m.Mechs.Get(name) != nil {
			delete(h.members, name)
		}
	}
	h.names = nameTable{}
}

// deleter is what can be deleted: remove does what delete() does in a script.
type deleter interface{ remove() }

// living is a host object with a life of its own, which ends with delete().
type living interface {
	deleter
	// serial counts the objects that the script made; see host.birth.
	serial() int
}

// birth gives a new object its serial number, counting from 1.
func (h *host) birth() int {
	h.born++
	return h.born
}

// declared notes what a name that an input of an interactive session declared
// is now. The name owns the object if the input made it, unless it is an alias
// of a name that the input declared before.
func (h *host) declared(name string) {
	delete(h.owned, name)
	v := h.vm.GlobalObject().Get(name)
	if o, ok := h.rt.Host(v).(living); ok && o.serial() > h.settled && !h.taken[v] {
		h.taken[v], h.owned[name] = true, v
	}
}

// settle ends an input: later names can only be aliases of what it made.
func (h *host) settle() {
	h.settled = h.born
	clear(h.taken)
}

// redeclared ends the life of the object that a name owns, before an input
// that declares the name anew runs.
func (h *host) redeclared(name string, old goja.Value) {
	if h.owned[name] != old {
		return
	}
	delete(h.owned, name)
	if o, ok := h.rt.Host(old).(living); ok {
		o.remove()
	}
}

// Declared tells the model which names an input of an interactive session
// declared, after the input ran. Sessions call it for every input, with no
// names too.
func (rt *Runtime) Declared(names []string) {
	for _, name := range names {
		_ = rt.Try(func() { rt.neuron.declared(name) }) // a getter of the script may throw
	}
	rt.neuron.settle()
}

// Owns tells whether an object ends with the name that a session declared for it: a
// new declaration of the name deletes it.
func (rt *Runtime) Owns(name string) bool { return rt.neuron.owned[name] != nil }

// reset forgets the sections and point processes of the model. Objects that a
// script still holds say that they were deleted.
func (h *host) reset() {
	h.m.Reset()
	h.scene = newScene(h.m)
	clear(h.placed)
	clear(h.owned)
}
