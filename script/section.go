package script

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// sectionObject is a section as scripts see it: a proxy that can be called
// (soma(0.5)) and whose properties are looked up here.
type sectionObject struct {
	h        *host
	s        *section.Section
	obj      *goja.Object
	box      goja.Value                 // carries this value to Runtime.Host
	few      []*segmentObject           // the first segments that were asked for
	segments map[float64]*segmentObject // the others
	born     int
}

// section gives the object of a section.
func (h *host) section(s *section.Section) *sectionObject {
	if o := h.sections[s]; o != nil {
		return o
	}
	o := &sectionObject{h: h, s: s, born: h.birth()}
	o.obj = h.vm.ToValue(h.vm.NewProxy(h.sectionTarget, &goja.ProxyTrapConfig{
		Apply:          o.call,
		Get:            o.trapGet,
		GetSym:         o.trapGetSym,
		Set:            o.trapSet,
		SetSym:         func(*goja.Object, *goja.Symbol, goja.Value, goja.Value) bool { return false },
		OwnKeys:        o.trapKeys,
		Has:            func(_ *goja.Object, key string) bool { return o.Has(key) },
		DeleteProperty: func(_ *goja.Object, key string) bool { return h.noDelete(o.String(), key) },
		DefineProperty: func(_ *goja.Object, key string, _ goja.PropertyDescriptor) bool {
			h.throw(fault.New(fault.Type, "%s cannot get the property %q", o, key))
			return false
		},
		DefinePropertySym: func(*goja.Object, *goja.Symbol, goja.PropertyDescriptor) bool { return false },
		PreventExtensions: func(*goja.Object) bool { return false },
		SetPrototypeOf:    func(*goja.Object, *goja.Object) bool { return false },
	})).(*goja.Object)
	h.sections[s] = o
	h.proxies[o.obj] = o
	return o
}

// String is the section's name.
func (o *sectionObject) String() string { return o.s.Name() }

// alive throws when the section was deleted.
func (o *sectionObject) alive() *section.Section {
	if o.s.Deleted() {
		_, err := o.s.At(0.5)
		o.h.throw(err)
	}
	if o.s.Model() != o.h.m {
		o.h.throw(o.h.elsewhere(o.String()))
	}
	return o.s
}

// elsewhere is the error for an object of another model than the present one: that
// of the script while a sweep builds its variants, or that of a sweep afterwards.
func (h *host) elsewhere(what string) error {
	e := fault.New(fault.Model, "%s belongs to a variant of n.sweep, which is over", what)
	if h.rt.neuron.sweeping {
		e = fault.New(fault.Model, "%s is not part of this variant of n.sweep", what)
	}
	return e.WithHint("the model function makes all objects of a variant; what it returns is recorded")
}

func (o *sectionObject) serial() int { return o.born }

func (o *sectionObject) remove() {
	o.s.Delete()
	delete(o.h.sections, o.s)
}

// asSection takes a value as a section; what names the argument in the error.
func (h *host) asSection(v goja.Value, what string) *section.Section {
	switch o := h.rt.Host(v).(type) {
	case *sectionObject:
		return o.alive()
	case *segmentObject:
		h.throw(fault.New(fault.Type, "%s must be a section, not the segment %s", what, o).
			WithHint("its section is %s.sec", o))
	}
	h.throw(fault.New(fault.Type, "%s must be a section, not %s", what, h.show(v)))
	return nil
}

// sectionObjects gives the objects of sections.
func (h *host) sectionObjects(list []*section.Section) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = h.section(s).obj
	}
	return out
}

// known gives the object of a segment that there is already, or nil.
func (o *sectionObject) known(x float64) *segmentObject {
	for _, seg := range o.few {
		if seg.x == x {
			return seg
		}
	}
	return o.segments[x]
}

// fewSegments is how many segments are looked through rather than looked up.
const fewSegments = 8

// keep notes the object of a segment.
func (o *sectionObject) keep(seg *segmentObject) {
	if len(o.few) < fewSegments {
		o.few = append(o.few, seg)
		return
	}
	if o.segments == nil {
		o.segments = map[float64]*segmentObject{}
	}
	o.segments[seg.x] = seg
}

// call is soma(x).
func (o *sectionObject) call(_ *goja.Object, _ goja.Value, args []goja.Value) goja.Value {
	if len(args) == 1 && goja.IsNumber(args[0]) {
		x := args[0].ToFloat()
		if known := o.known(x); known != nil && !o.s.Deleted() {
			return known.obj
		}
		seg, err := o.s.At(x)
		o.h.check(err)
		return o.h.segment(seg).obj
	}
	o.alive()
	if len(args) != 1 {
		o.h.throw(fault.New(fault.Type, "%s(x) takes one number, the place from 0 to 1", o))
	}
	o.h.number(args[0], func() string { return "x of " + o.s.Name() + "(x)" })
	return nil
}

func (o *sectionObject) trapGet(_ *goja.Object, key string, _ goja.Value) goja.Value {
	h := o.h
	if m := h.sectionClass.members[key]; m != nil {
		if m.method != nil {
			return m.method
		}
		o.alive()
		return m.get(o)
	}
	if n := h.lookup(key); n != nil {
		return o.variable(key, n)
	}
	if foreign[key] {
		if v := h.sectionClass.proto.Get(key); v != nil {
			return v
		}
		return goja.Undefined()
	}
	o.unknown(key)
	return nil
}

// variable reads a range variable at 0.5.
func (o *sectionObject) variable(key string, n *rangeName) goja.Value {
	h := o.h
	switch {
	case n.view:
		o.alive()
		o.onSegments(key)
	case n.size > 0:
		return h.elements(o.arrayOf(key, n.size))
	}
	at, err := section.Segment{Sec: o.alive(), X: .5}.Var(key)
	h.check(err)
	return h.vm.ToValue(at.Get())
}

// onSegments throws for what segments have and sections do not.
func (o *sectionObject) onSegments(key string) {
	e := fault.New(fault.Type, "%s has no property %q", o, key)
	e.Variable = key
	o.h.throw(e.WithHint("a segment has it: %s(0.5).%s", o, key))
}

// arrayOf is an array variable: read at 0.5, written to all segments.
func (o *sectionObject) arrayOf(name string, size int) *elements {
	o.alive()
	return &elements{h: o.h, name: o.String() + "." + name, size: size,
		at: func(k int) (mechanism.Handle, error) {
			return section.Segment{Sec: o.alive(), X: .5}.VarElement(name, k)
		},
		put: func(k int, x float64) error { return o.alive().SetElement(name, k, x) }}
}

// trapKeys refuses a loop over keys, for (const seg in soma), which would do nothing.
func (o *sectionObject) trapKeys(*goja.Object) *goja.Object {
	o.h.throw(fault.New(fault.Type, "%s has no keys to go through", o).
		WithHint("for (const seg of %s) goes through its segments", o))
	return nil
}

func (o *sectionObject) trapGetSym(_ *goja.Object, sym *goja.Symbol, _ goja.Value) goja.Value {
	if sym == o.h.rt.symHost {
		if o.box == nil {
			o.box = o.h.vm.ToValue(hostBox{o})
		}
		return o.box
	}
	if v := o.h.sectionClass.proto.GetSymbol(sym); v != nil {
		return v
	}
	return goja.Undefined()
}

func (o *sectionObject) trapSet(_ *goja.Object, key string, v goja.Value, _ goja.Value) bool {
	h := o.h
	o.alive()
	if h.sectionClass.set(o, key, v, o.s.Name) {
		return true
	}
	n := h.lookup(key)
	switch {
	case n == nil:
		o.unknown(key)
	case n.view:
		h.throw(fault.New(fault.Type, "%s.%s cannot be set", o, key).
			WithHint("insert the mechanism with %s.insert(%q), then set its variables", o, key))
	case n.size > 0:
		h.throw(wholeArray(o.String()+"."+key, n.size))
	}
	h.check(o.s.Set(key, h.number(v, func() string { return o.String() + "." + key })))
	return true
}

// unknown throws for a name that a section does not have.
func (o *sectionObject) unknown(key string) {
	o.alive()
	if name, ok := strings.CutPrefix(key, "_ref_"); ok && o.h.lookup(name) != nil || o.h.segmentClass.members[key] != nil {
		o.onSegments(key)
	}
	o.h.noVariable(o.String(), key, o.s.Mechanisms(), true)
	o.h.noProperty(o.String(), key, append(o.h.sectionClass.names(), o.Keys()...))
}

// Has tells whether a name can be read.
func (o *sectionObject) Has(key string) bool {
	if o.s.Deleted() {
		return false
	}
	if o.h.sectionClass.members[key] != nil {
		return true
	}
	n := o.h.lookup(key)
	return n != nil && !n.view && (n.mech == nil || o.s.Has(n.mech.Type.Name))
}

// Keys lists what can be read and is no method, for completion.
func (o *sectionObject) Keys() []string {
	if o.s.Deleted() {
		return nil
	}
	out := append(o.h.sectionClass.accessors(), o.h.nodeVariables()...)
	for _, name := range o.s.Mechanisms() {
		t := o.h.m.Mechs.Get(name).Type
		for _, v := range visible(t) {
			out = append(out, qualified(t, v.Name))
		}
	}
	return out
}

// sectionOptions are the options of n.Section.
var sectionOptions = []string{"name", "cell", "nseg", "L", "diam", "Ra", "cm", "rallbranch"}

// newSection is n.Section(name, {cell, L, ...}).
func (h *host) newSection(args []goja.Value) *goja.Object {
	args, opts := h.split(args)
	var name, cell goja.Value
	if len(args) > 0 {
		name = args[0]
	}
	if len(args) > 1 {
		cell = args[1]
	}
	if opts != nil {
		for _, key := range opts.Keys() {
			v := opts.Get(key)
			switch key {
			case "name":
				name = v
			case "cell":
				cell = v
			}
		}
	}
	text := ""
	switch {
	case absent(name):
	case goja.IsString(name):
		text = name.String()
	default:
		h.throw(fault.New(fault.Type, "the name of a section must be a string, not %s", h.show(name)))
	}
	s := h.m.NewSection(text)
	o := h.section(s)
	made := false
	defer func() { // a refused option leaves no half-made section
		if !made {
			o.remove()
		}
	}()
	if !absent(cell) {
		s.SetCell(cell, h.cellName(cell))
	}
	if opts != nil {
		keys := opts.Keys()
		for _, key := range sectionOptions { // nseg first, whatever the order they were written in
			if v := opts.Get(key); v != nil && key != "name" && key != "cell" {
				o.trapSet(nil, key, v, nil)
			}
		}
		for _, key := range keys {
			if !contains(sectionOptions, key) {
				h.noOption("n.Section", key, sectionOptions)
			}
		}
	}
	made = true
	return o.obj
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// cellName is how a cell is called in the names of its sections: what its
// toString says, or else its class with a number, as in HOC.
func (h *host) cellName(cell goja.Value) string {
	text := cell.String()
	obj, ok := cell.(*goja.Object)
	if !ok || !strings.HasPrefix(text, "[object ") {
		return text
	}
	class := "Cell"
	if ctor, ok := obj.Get("constructor").(*goja.Object); ok {
		if name := stringProperty(ctor, "name"); name != "" && name != "Object" {
			class = name
		}
	}
	n, known := h.cells[obj]
	if !known {
		n = h.cellCount[class]
		h.cells[obj] = n
		h.cellCount[class]++
	}
	return fmt.Sprintf("%s[%d]", class, n)
}
