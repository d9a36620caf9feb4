package script

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// segmentObject is a segment as scripts see it. There is one for each x that
// a script asked a section for, so that segments compare with ===.
type segmentObject struct {
	h   *host
	sec *sectionObject
	x   float64
	obj *goja.Object
	ref *Ref // the last one to a variable that was asked for
}

// segment gives the object of a place of a section.
func (h *host) segment(s section.Segment) *segmentObject {
	sec := h.section(s.Sec)
	if o := sec.known(s.X); o != nil {
		return o
	}
	o := &segmentObject{h: h, sec: sec, x: s.X}
	o.obj = h.vm.NewDynamicObject(o)
	if err := o.obj.SetPrototype(h.segmentClass.proto); err != nil {
		panic(err)
	}
	sec.keep(o)
	return o
}

// at is the segment of the model.
func (o *segmentObject) at() section.Segment { return section.Segment{Sec: o.sec.s, X: o.x} }

// alive throws when the section was deleted.
func (o *segmentObject) alive() section.Segment {
	o.sec.alive()
	return o.at()
}

// String is soma(0.5).
func (o *segmentObject) String() string { return o.at().String() }

// asSegment takes a value as a segment; what names the argument in the error.
func (h *host) asSegment(v goja.Value, what string) section.Segment {
	switch o := h.rt.Host(v).(type) {
	case *segmentObject:
		return o.alive()
	case *sectionObject:
		h.throw(fault.New(fault.Type, "%s must be a segment, not a section", what).
			WithHint("give the place along it: %s(0.5)", o.s.Name()))
	}
	h.throw(fault.New(fault.Type, "%s must be a segment such as soma(0.5), not %s", what, h.show(v)))
	return section.Segment{}
}

func (h *host) initSegment() {
	c := newClass[*segmentObject](h, "Segment")
	h.segmentClass = c
	num := func(name string, f func(section.Segment) float64) {
		c.method(name, func(o *segmentObject, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(f(o.alive())) })
	}
	c.property("x", func(o *segmentObject) goja.Value { return h.vm.ToValue(o.x) }, nil)
	c.property("sec", func(o *segmentObject) goja.Value { return o.sec.obj }, nil)
	num("area", section.Segment.Area)
	num("ri", section.Segment.Ri)
	num("volume", section.Segment.Volume)
	c.method("node_index", func(o *segmentObject, _ goja.FunctionCall) goja.Value {
		index, err := o.alive().NodeIndex()
		h.check(err)
		return h.vm.ToValue(index)
	})
	c.method("point_processes", func(o *segmentObject, _ goja.FunctionCall) goja.Value {
		return h.vm.NewArray(h.pointsAt(o.alive())...)
	})
	c.method("equals", func(o *segmentObject, call goja.FunctionCall) goja.Value {
		other, ok := h.rt.Host(call.Argument(0)).(*segmentObject)
		return h.vm.ToValue(ok && o.alive().Equals(other.alive()))
	})
	text := func(o *segmentObject, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(o.String()) }
	c.method("toString", text)
	c.method("toJSON", text)
	h.noNumber(c.proto, "its variables are numbers, such as soma(0.5).v", false)
	c.iterator(func(o *segmentObject) []any {
		var out []any
		for _, mech := range o.alive().Mechanisms() {
			out = append(out, h.view(o, mech))
		}
		return out
	})
}

// Get gives a property: a fixed one, a mechanism, a range variable or a
// reference to one.
func (o *segmentObject) Get(key string) goja.Value {
	if v := o.h.segmentClass.get(o, key); v != nil {
		return v
	}
	if v := o.variable(key); v != nil {
		return v
	}
	if !foreign[key] {
		o.unknown(key)
	}
	return nil
}

// variable gives a mechanism, a range variable or a reference by its name; nil
// when there is no such name.
func (o *segmentObject) variable(key string) goja.Value {
	h := o.h
	if n := h.lookup(key); n != nil {
		switch {
		case n.view:
			return h.view(o, o.has(n.mech))
		case n.size > 0:
			return h.elements(o.arrayOf(key, n.size))
		}
		at, err := o.alive().Var(key)
		h.check(err)
		return h.vm.ToValue(at.Get())
	}
	if name, ok := strings.CutPrefix(key, "_ref_"); ok {
		if n := h.lookup(name); n != nil && !n.view {
			return o.reference(name, n)
		}
	}
	return nil
}

// has gives the mechanism if it is in the segment, and throws otherwise.
func (o *segmentObject) has(mech *mechanism.Mechanism) *mechanism.Mechanism {
	seg := o.alive()
	if _, ok := seg.MechRow(mech); ok {
		return mech
	}
	name := mech.Type.Name
	e := fault.New(fault.Type, "%s is not inserted in %s", name, o.sec)
	e.Section, e.Mechanism = o.sec.String(), name
	if o.sec.s.Has(name) {
		e.Msg = fmt.Sprintf("%s does not exist at %s", name, o)
		if seg.IsEnd() {
			e.Msg += ": the ends of a section have no membrane"
		}
	} else {
		e.Hint = fmt.Sprintf("call %s.insert(%q)", o.sec, name)
	}
	o.h.throw(e)
	return nil
}

func (o *segmentObject) reference(name string, n *rangeName) goja.Value {
	h := o.h
	if n.size > 0 {
		a := o.arrayOf(name, n.size)
		a.refs = true
		return h.elements(a)
	}
	seg := o.alive()
	at, err := seg.Var(name)
	h.check(err)
	if last := o.ref; last == nil || last.variable != name || last.found != at {
		o.ref = &Ref{variable: name, place: seg, units: n.units, found: at}
		o.ref.seg = &o.ref.place
		h.refObject(o.ref)
	}
	return o.ref.obj
}

// arrayOf makes the view of an array variable.
func (o *segmentObject) arrayOf(name string, size int) *elements {
	seg := o.alive()
	return &elements{h: o.h, name: o.String() + "." + name, size: size, units: name, seg: &seg,
		at:  func(k int) (mechanism.Handle, error) { return o.alive().VarElement(name, k) },
		put: func(k int, x float64) error { return o.alive().SetElement(name, k, x) }}
}

// Set writes a range variable.
func (o *segmentObject) Set(key string, v goja.Value) bool {
	h := o.h
	if h.segmentClass.set(o, key, v, o.String) {
		return true
	}
	n := h.lookup(key)
	switch {
	case n == nil && strings.HasPrefix(key, "_ref_") && o.Has(key):
		h.noAssign(o.String(), key)
	case n == nil:
		o.unknown(key)
	case n.view:
		h.throw(fault.New(fault.Type, "%s.%s is a mechanism and cannot be set", o, key).
			WithHint("set its variables: %s.%s.%s = ...", o, key, firstVar(n.mech)))
	case n.size > 0:
		h.throw(wholeArray(o.String()+"."+key, n.size))
	}
	x := h.number(v, func() string { return o.String() + "." + key })
	seg := o.alive()
	if n.plain(x) {
		at, err := seg.Var(key)
		h.check(err)
		at.Set(x)
	} else {
		h.check(seg.Set(key, x))
	}
	return true
}

// unknown throws for a name that a segment does not have.
func (o *segmentObject) unknown(key string) {
	o.alive()
	var names []string
	for _, mech := range o.at().Mechanisms() {
		names = append(names, mech.Type.Name)
	}
	o.h.noVariable(o.String(), key, names, false)
	o.h.noProperty(o.String(), key, append(o.h.segmentClass.names(), o.Keys()...))
}

// Has tells whether a name can be read.
func (o *segmentObject) Has(key string) bool {
	if o.sec.s.Deleted() {
		return false
	}
	name := strings.TrimPrefix(key, "_ref_")
	n := o.h.lookup(name)
	if n == nil {
		m := o.h.segmentClass.members[key]
		return m != nil && m.method == nil
	}
	if n.mech == nil {
		return true
	}
	_, ok := o.at().MechRow(n.mech)
	return ok
}

// Delete refuses.
func (o *segmentObject) Delete(key string) bool { return o.h.noDelete(o.String(), key) }

// Keys lists the variables that can be read.
func (o *segmentObject) Keys() []string {
	if o.sec.s.Deleted() {
		return nil
	}
	out := append([]string{"x", "sec"}, o.h.nodeVariables()...)
	for _, mech := range o.at().Mechanisms() {
		out = append(out, mech.Type.Name)
		for i := range mech.Type.Vars {
			if v := &mech.Type.Vars[i]; !v.Hidden {
				out = append(out, qualified(mech.Type, v.Name))
			}
		}
	}
	return out
}
