package script

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// pointObject is a point process as scripts see it: n.IClamp(soma(0.5)).
type pointObject struct {
	h    *host
	p    *section.PointProcess
	obj  *goja.Object
	vars map[string]*mechanism.Var
	site Frame // where the script made it
	born int
}

// pointType is the class of the point processes of a mechanism: n.IClamp.
type pointType struct {
	h    *host
	mech *mechanism.Mechanism
}

// String is the name of the mechanism.
func (t *pointType) String() string { return t.mech.Type.Name }

// placement is a line of a script that places point processes of a type.
type placement struct {
	file string
	line int
	typ  string
}

func (h *host) initPoint() {
	c := newClass[*pointObject](h, "point process")
	h.pointClass = c
	h.noNumber(c.proto, "its variables are numbers, such as synapse.g", false)
	name := func(o *pointObject, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(o.String()) }
	for _, key := range []string{"hname", "name", "toString", "toJSON"} {
		c.method(key, name)
	}
	c.method("loc", func(o *pointObject, call goja.FunctionCall) goja.Value {
		o.alive()
		seg := h.locArgument(o.String(), call)
		h.check(o.p.Locate(seg))
		return h.vm.ToValue(seg.X)
	})
	c.method("has_loc", func(o *pointObject, _ goja.FunctionCall) goja.Value {
		_, ok := o.alive().Segment()
		return h.vm.ToValue(ok)
	})
	c.method("get_segment", func(o *pointObject, _ goja.FunctionCall) goja.Value {
		seg, ok := o.alive().Segment()
		if !ok {
			return goja.Null()
		}
		return h.segment(seg).obj
	})
	c.method("get_loc", func(o *pointObject, _ goja.FunctionCall) goja.Value {
		seg, ok := o.alive().Segment()
		if !ok {
			h.throw(fault.New(fault.Model, "%s is not located in a section", o).WithHint("place it: %s.loc(segment)", o))
		}
		h.stack = append(h.stack, seg.Sec)
		return h.vm.ToValue(seg.X)
	})
	c.method("same", func(o *pointObject, call goja.FunctionCall) goja.Value {
		other, ok := h.rt.Host(call.Argument(0)).(*pointObject)
		return h.vm.ToValue(ok && other == o)
	})
	c.method("delete", func(o *pointObject, _ goja.FunctionCall) goja.Value {
		o.remove()
		return goja.Undefined()
	})
}

// locArgument reads loc(segment), loc(x, {sec}) and loc(x, section).
func (h *host) locArgument(what string, call goja.FunctionCall) section.Segment {
	args, opts := h.split(call.Arguments)
	if len(args) == 0 || !goja.IsNumber(args[0]) {
		if len(args) == 0 {
			h.throw(fault.New(fault.Type, "%s.loc needs a segment such as soma(0.5)", what))
		}
		return h.asSegment(args[0], "the argument of "+what+".loc")
	}
	if len(args) == 1 && opts == nil {
		h.throw(h.ofWhichSection(what+".loc", args[0]))
	}
	var sec goja.Value
	if len(args) > 1 {
		sec = args[1]
	}
	if opts != nil {
		for _, key := range opts.Keys() {
			if key != "sec" {
				h.noOption(what+".loc", key, []string{"sec"})
			}
			sec = opts.Get(key)
		}
	}
	seg, err := h.asSection(sec, "the section of "+what+".loc").At(args[0].ToFloat())
	h.check(err)
	return seg
}

// ofWhichSection is the error for a place without its section.
func (h *host) ofWhichSection(call string, x goja.Value) error {
	at := h.show(x)
	return fault.New(fault.Type, "%s(%s): of which section?", call, at).
		WithHint("%s(soma(%s)), or %s(%s, {sec: soma})", call, at, call, at)
}

// pointConstructor makes the class of a point process mechanism.
func (h *host) pointConstructor(mech *mechanism.Mechanism) *goja.Object {
	name := mech.Type.Name
	proto := h.vm.NewObject()
	if err := proto.SetPrototype(h.pointClass.proto); err != nil {
		panic(err)
	}
	class := h.constructor(name, proto, func(args []goja.Value) *goja.Object {
		return h.newPoint(h.m.Mechs.Get(name), proto, args)
	})
	h.rt.SetHost(class, &pointType{h, mech})
	return class
}

// newPoint is n.IClamp(segment, {delay, dur, amp}), n.IClamp(x, {sec}) and
// n.IClamp() without a place.
func (h *host) newPoint(mech *mechanism.Mechanism, proto *goja.Object, args []goja.Value) *goja.Object {
	name := mech.Type.Name
	what := "n." + name
	args, opts := h.split(args)
	if len(args) > 1 {
		h.throw(fault.New(fault.Type, "%s takes one segment and an options object, not %d arguments", what, len(args)).
			WithHint("%s(soma(0.5), {%s: ...})", what, optionName(mech.Type, firstVar(mech))))
	}
	var seg section.Segment
	var sec goja.Value
	if opts != nil {
		sec = opts.Get("sec")
	}
	placed := len(args) == 1 && !absent(args[0]) && mech.Type.Kind == mechanism.PointProcess // an artificial cell ignores a place, as in NEURON
	switch {
	case placed && goja.IsNumber(args[0]):
		if sec == nil {
			h.throw(h.ofWhichSection(what, args[0]))
		}
		s, err := h.asSection(sec, "the option sec of "+what).At(args[0].ToFloat())
		h.check(err)
		seg = s
	case placed:
		seg = h.asSegment(args[0], "the argument of "+what)
	}
	p, err := h.m.NewPointProcess(name)
	h.check(err)
	o := &pointObject{h: h, p: p, born: h.birth(), vars: h.nameTable().within[mech]}
	o.obj = h.vm.NewDynamicObject(o)
	if err := o.obj.SetPrototype(proto); err != nil {
		panic(err)
	}
	made := false
	defer func() { // a refused place or option leaves no half-made process
		if !made {
			o.remove()
		}
	}()
	if placed {
		h.check(p.Locate(seg))
	}
	if opts != nil {
		for _, key := range opts.Keys() {
			if key == "sec" {
				continue
			}
			if o.vars[key] == nil {
				h.noOption(what, key, o.parameters())
			}
			o.Set(key, opts.Get(key))
		}
	}
	made = true
	h.points[p] = o
	if placed {
		o.site = h.rt.CallSite()
		h.warnTwice(o, seg)
	}
	return o.obj
}

// warnTwice warns, once for each line of the script, when the line has placed
// a second process of a type on one node: it may have been meant to replace
// the first.
func (h *host) warnTwice(o *pointObject, seg section.Segment) {
	if o.site.Line == 0 {
		return
	}
	line := placement{o.site.File, o.site.Line, o.p.Mech.Type.Name}
	if h.placed[line] {
		return
	}
	for _, p := range seg.PointProcesses() {
		other := h.points[p]
		if p == o.p || p.Mech != o.p.Mech || other == nil || other.site.Line != o.site.Line || other.site.File != o.site.File {
			continue
		}
		h.placed[line] = true
		h.warn("%s:%d places %s at %s beside %s, which the same line placed before; both act. Objects live until delete() or n.reset()",
			o.site.File, o.site.Line, o, h.segment(seg), other)
		return
	}
}

// pointsAt lists the objects of the point processes at a segment, in NEURON's
// order.
func (h *host) pointsAt(seg section.Segment) []any {
	var out []any
	for _, p := range seg.PointProcesses() {
		if o := h.points[p]; o != nil {
			out = append(out, o.obj)
		}
	}
	return out
}

// String is IClamp[0].
func (o *pointObject) String() string { return o.p.Name() }

// alive throws when the process was deleted.
func (o *pointObject) alive() *section.PointProcess {
	if o.p.Deleted() {
		e := fault.New(fault.Model, "%s was deleted", o)
		e.Mechanism = o.p.Mech.Type.Name
		o.h.throw(e)
	}
	if o.p.Model() != o.h.m {
		o.h.throw(o.h.elsewhere(o.String()))
	}
	return o.p
}

func (o *pointObject) serial() int { return o.born }

func (o *pointObject) remove() {
	o.p.Delete()
	delete(o.h.points, o.p)
}

// Get gives a variable, a reference to one, a FUNCTION or PROCEDURE, or a
// method.
func (o *pointObject) Get(key string) goja.Value {
	h := o.h
	if v := o.vars[key]; v != nil {
		o.alive()
		if v.Size > 0 {
			return h.elements(o.arrayOf(v))
		}
		if o.p.ID == mechanism.NoRow {
			_, err := o.p.Var(v.Name)
			h.throw(err)
		}
		return h.vm.ToValue(mechanism.Handle{Table: o.p.Mech.Table, Col: v.Column, ID: o.p.ID}.Get())
	}
	if f := h.pointClass.get(o, key); f != nil {
		return f
	}
	if name, ok := strings.CutPrefix(key, "_ref_"); ok {
		if v := o.vars[name]; v != nil {
			return o.reference(name, v)
		}
	}
	if v := h.pointerValue(o.p.Mech, o.p.ID, key, o.String()); v != nil {
		return v
	}
	if p := o.p.Mech.Type.Procedure(key); p != nil {
		return h.function(key, func(call goja.FunctionCall) goja.Value {
			return h.callProcedure(o.p.Mech, o.alive().ID, p, o.String()+"."+key, call.Arguments)
		})
	}
	if !foreign[key] {
		o.unknown(key)
	}
	return nil
}

func (o *pointObject) reference(name string, v *mechanism.Var) goja.Value {
	o.alive()
	if v.Size > 0 {
		a := o.arrayOf(v)
		a.refs = true
		return o.h.elements(a)
	}
	return o.h.refObject(&Ref{name: o.String() + "._ref_" + name, units: qualified(o.p.Mech.Type, v.Name),
		at:  func() (mechanism.Handle, error) { return o.p.Var(v.Name) },
		put: func(x float64) error { return o.p.Set(v.Name, x) }})
}

func (o *pointObject) arrayOf(v *mechanism.Var) *elements {
	return &elements{h: o.h, name: o.String() + "." + v.Name, size: v.Size, units: qualified(o.p.Mech.Type, v.Name),
		at:  func(k int) (mechanism.Handle, error) { return o.p.VarElement(v.Name, k) },
		put: func(k int, x float64) error { return o.p.SetElement(v.Name, k, x) }}
}

// Set writes a variable.
func (o *pointObject) Set(key string, x goja.Value) bool {
	h := o.h
	where := func() string { return o.String() + "." + key }
	v := o.vars[key]
	switch {
	case v == nil && h.setPointer(o.p.Mech, o.alive().ID, key, x, o.String()):
		return true
	case v == nil && h.pointClass.set(o, key, x, o.String):
		return true
	case v == nil && strings.HasPrefix(key, "_ref_") && o.Has(key):
		h.noAssign(o.String(), key)
	case v == nil:
		o.unknown(key)
	case v.Size > 0:
		h.throw(wholeArray(where(), v.Size))
	}
	h.check(o.alive().Set(v.Name, h.number(x, where)))
	return true
}

func (o *pointObject) unknown(key string) {
	o.alive()
	o.h.noProperty(o.String(), key, append(o.h.pointClass.names(), o.Keys()...))
}

// variables lists the names of the variables, both of one with two names.
func (o *pointObject) variables() []string {
	var out []string
	for _, v := range visible(o.p.Mech.Type) {
		if name := optionName(o.p.Mech.Type, v.Name); name != v.Name {
			out = append(out, name)
		}
		out = append(out, v.Name)
	}
	return out
}

// parameters lists the names that the options of the class have.
func (o *pointObject) parameters() []string {
	var out []string
	for _, v := range visible(o.p.Mech.Type) {
		if v.Role == mechanism.Parameter {
			out = append(out, optionName(o.p.Mech.Type, v.Name))
		}
	}
	return out
}

// Has tells whether a name is a variable.
func (o *pointObject) Has(key string) bool { return o.vars[strings.TrimPrefix(key, "_ref_")] != nil }

// Delete refuses.
func (o *pointObject) Delete(key string) bool { return o.h.noDelete(o.String(), key) }

// Keys lists the variables, and what can be called.
func (o *pointObject) Keys() []string {
	out := o.variables()
	for _, p := range o.p.Mech.Type.Procedures {
		out = append(out, p.Name)
	}
	return slices.Compact(out)
}

// mechToken is n.hh: a mechanism that can be inserted, or an ion.
type mechToken struct {
	h    *host
	mech *mechanism.Mechanism
}

// String is the mechanism's name.
func (t *mechToken) String() string { return t.mech.Type.Name }

// mechanismMember makes what stands under n for a mechanism: a class for a
// point process, a token for any other.
func (h *host) mechanismMember(mech *mechanism.Mechanism) goja.Value {
	if mech.Type.Kind.IsObject() {
		return h.pointConstructor(mech)
	}
	return h.vm.NewDynamicObject(&mechToken{h, mech})
}

// mechanismName reads the argument of insert: n.hh or "hh".
func (h *host) mechanismName(v goja.Value) string {
	switch t := h.rt.Host(v).(type) {
	case *mechToken:
		return t.String()
	case *pointType:
		return t.String()
	case *mechView:
		return t.mech.Type.Name
	}
	if v != nil && goja.IsString(v) {
		return v.String()
	}
	h.throw(fault.New(fault.Type, "a mechanism is given by its name (\"hh\") or as n.hh, not as %s", h.show(v)))
	return ""
}

// Get gives a method of the token.
func (t *mechToken) Get(key string) goja.Value {
	h, name := t.h, t.mech.Type.Name
	switch key {
	case "name", "toString", "toJSON":
		return h.function(key, func(goja.FunctionCall) goja.Value { return h.vm.ToValue(name) })
	case "is_ion":
		return h.function(key, func(goja.FunctionCall) goja.Value { return h.vm.ToValue(t.mech.Type.Kind == mechanism.IonKind) })
	case "insert", "uninsert":
		return h.function(key, func(call goja.FunctionCall) goja.Value {
			s := h.asSection(call.Argument(0), fmt.Sprintf("the argument of n.%s.%s", name, key))
			if key == "insert" {
				h.check(s.Insert(name))
			} else {
				h.check(s.Uninsert(name))
			}
			return call.Argument(0)
		})
	}
	if !foreign[key] {
		h.noProperty("n."+name, key, t.Keys())
	}
	return nil
}

// Set refuses.
func (t *mechToken) Set(key string, _ goja.Value) bool {
	if t.Has(key) {
		t.h.throw(fault.New(fault.Type, "n.%s.%s is a method and cannot be set", t, key))
	}
	e := fault.New(fault.Type, "n.%s has no property %q", t, key)
	if t.mech.Type.Var(key) != nil {
		e = e.WithHint("set it where it is inserted: soma.%s = ..., or soma(0.5).%s.%s = ...", qualified(t.mech.Type, key), t, key)
	}
	t.h.throw(e)
	return false
}

// Has tells the methods.
func (t *mechToken) Has(key string) bool { return slices.Contains(t.Keys(), key) }

// Delete refuses.
func (t *mechToken) Delete(key string) bool { return t.h.noDelete("n."+t.String(), key) }

// Keys lists the methods.
func (t *mechToken) Keys() []string { return []string{"insert", "is_ion", "name", "uninsert"} }
