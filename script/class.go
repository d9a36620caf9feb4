package script

import (
	"maps"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// class holds what all objects of one kind have in common: their methods and
// accessors. T is the Go value behind an object.
type class[T any] struct {
	h       *host
	name    string
	members map[string]*member[T]
	proto   *goja.Object               // carries methods, too, for completion and symbols
	self    func(goja.Value) (T, bool) // the Go value behind an object
}

// member is one property of a class: a method, or an accessor.
type member[T any] struct {
	method goja.Value
	get    func(T) goja.Value
	set    func(T, goja.Value) // nil: cannot be set
}

func newClass[T any](h *host, name string) *class[T] {
	c := &class[T]{h: h, name: name, members: map[string]*member[T]{}, proto: h.vm.NewObject(),
		self: func(v goja.Value) (t T, ok bool) {
			if obj, isObject := v.(*goja.Object); isObject {
				if t, ok = h.rt.handler(obj).(T); !ok {
					t, ok = h.rt.Host(v).(T)
				}
			}
			return
		}}
	h.classes = append(h.classes, c)
	return c
}

// declared tells the type that declares the objects of the class, and the kind
// of each fixed property.
func (c *class[T]) declared() (typ string, members map[string]memberKind) {
	members = map[string]memberKind{}
	for name, m := range c.members {
		switch {
		case m.method != nil:
			members[name] = isMethod
		case m.set == nil:
			members[name] = isReadonly
		default:
			members[name] = isProperty
		}
	}
	return typeOfClass(c.name), members
}

// memberKind is what a member of an object is to a script.
type memberKind string

const (
	isMethod   memberKind = "a method"
	isReadonly memberKind = "a property that cannot be set"
	isProperty memberKind = "a property"
)

// method adds a method. Called on anything else than an object of the class it
// throws.
func (c *class[T]) method(name string, f func(self T, call goja.FunctionCall) goja.Value) {
	v := c.h.function(name, func(call goja.FunctionCall) goja.Value {
		self, ok := c.self(call.This)
		if !ok {
			c.h.throw(fault.New(fault.Type, "%s() is a method of a %s: write it behind one and a dot", name, c.name))
		}
		return f(self, call)
	})
	c.h.rt.SetHost(v, helpTopic{typeOfClass(c.name), name})
	c.members[name] = &member[T]{method: v}
	c.h.hide(c.proto, name, v)
}

// iterator makes the objects of the class iterable.
func (c *class[T]) iterator(items func(T) []any) {
	f := c.h.function("[Symbol.iterator]", func(call goja.FunctionCall) goja.Value {
		self, ok := c.self(call.This)
		if !ok {
			c.h.throw(fault.New(fault.Type, "this is no %s", c.name))
		}
		return c.h.iterate(items(self))
	})
	if err := c.proto.DefineDataPropertySymbol(goja.SymIterator, f, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// property adds an accessor.
func (c *class[T]) property(name string, get func(T) goja.Value, set func(T, goja.Value)) {
	c.members[name] = &member[T]{get: get, set: set}
}

// get reads a fixed property; nil means that the class has none of that name.
func (c *class[T]) get(self T, name string) goja.Value {
	m := c.members[name]
	switch {
	case m == nil:
		return nil
	case m.method != nil:
		return m.method
	}
	return m.get(self)
}

// set writes a fixed property; false means that the class has none of that
// name. what names the object in the error.
func (c *class[T]) set(self T, name string, v goja.Value, what func() string) bool {
	m := c.members[name]
	switch {
	case m == nil:
		return false
	case m.method != nil:
		c.h.throw(fault.New(fault.Type, "%s.%s is a method and cannot be set", what(), name))
	case m.set == nil:
		c.h.throw(fault.New(fault.Type, "%s.%s cannot be set", what(), name))
	}
	m.set(self, v)
	return true
}

// names lists the fixed properties, sorted.
func (c *class[T]) names() []string { return slices.Sorted(maps.Keys(c.members)) }

// call calls a method without arguments.
func (m *member[T]) call(this goja.Value) goja.Value {
	f, _ := goja.AssertFunction(m.method)
	v, err := f(this)
	if err != nil {
		panic(err)
	}
	return v
}

// accessors lists the properties that are no methods, sorted.
func (c *class[T]) accessors() []string {
	var out []string
	for _, name := range c.names() {
		if c.members[name].method == nil {
			out = append(out, name)
		}
	}
	return out
}

// foreign are the names that the language and its usual tools look for in any
// object. Reading one is no misspelling.
var foreign = map[string]bool{
	"then": true, "toJSON": true, "constructor": true, "inspect": true, "prototype": true,
	"toString": true, "valueOf": true, "toLocaleString": true, "hasOwnProperty": true,
	"isPrototypeOf": true, "propertyIsEnumerable": true, "__proto__": true,
	"__defineGetter__": true, "__defineSetter__": true, "__lookupGetter__": true, "__lookupSetter__": true,
}

// noProperty throws for a name that an object does not have; known are the
// names it might have meant.
func (h *host) noProperty(what, name string, known []string) {
	e := fault.New(fault.Type, "%s has no property %q", what, name)
	e.Variable = name
	if variable, isRef := strings.CutPrefix(name, "_ref_"); isRef {
		if near := spell.Nearest(variable, known); near != "" {
			h.throw(e.DidYouMean("_ref_" + near))
		}
	}
	h.throw(e.DidYouMean(nearest(name, known)))
}

// noVariable throws for the name of a variable that lacks its mechanism, gnabar, or
// has it at the wrong end, hh_gnabar, if one of the mechanisms of a section has it.
func (h *host) noVariable(what, name string, mechanisms []string, whole bool) {
	var found []string
	for _, mechanism := range mechanisms {
		t := h.m.Mechs.Get(mechanism).Type
		variable := name
		if rest, swapped := strings.CutPrefix(name, mechanism+"_"); swapped {
			variable = rest
		}
		v := t.Var(variable)
		if v == nil || v.Hidden {
			continue
		}
		if found = append(found, what+"."+qualified(t, variable)); !whole {
			found = append(found, what+"."+mechanism+"."+variable)
		}
	}
	if found == nil {
		return
	}
	e := fault.New(fault.Type, "%s has no property %q", what, name)
	e.Variable = name
	h.throw(e.WithHint("a variable is named with its mechanism: %s", strings.Join(found, ", or ")))
}

// noNumber makes arithmetic with objects of the class an error, which would make NaN
// of them; hint says what does it instead. As text they are what they were.
func (h *host) noNumber(proto *goja.Object, hint string, strict bool) {
	f := h.function("[Symbol.toPrimitive]", func(call goja.FunctionCall) goja.Value {
		if wanted := call.Argument(0).String(); wanted == "number" || strict && wanted == "default" {
			h.throw(fault.New(fault.Type, "%s is no number: +, -, *, / and comparisons do not work on it", h.show(call.This)).WithHint("%s", hint))
		}
		text, err := h.rt.callMethod(call.This.ToObject(h.vm), "toString")
		h.check(err)
		return text
	})
	if err := proto.DefineDataPropertySymbol(goja.SymToPrimitive, f, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// function makes a host function with a readable name.
func (h *host) function(name string, f func(goja.FunctionCall) goja.Value) *goja.Object {
	v := h.vm.ToValue(f).(*goja.Object)
	if err := v.DefineDataProperty("name", h.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
	return v
}

// constructor makes a class function that may be called with and without new.
func (h *host) constructor(name string, proto *goja.Object, make func(args []goja.Value) *goja.Object) *goja.Object {
	v := h.vm.ToValue(func(call goja.ConstructorCall) *goja.Object { return make(call.Arguments) }).(*goja.Object)
	if err := v.DefineDataProperty("name", h.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
	if err := v.Set("prototype", proto); err != nil {
		panic(err)
	}
	h.hide(proto, "constructor", v)
	return v
}

// hide sets a property that for-in does not list.
func (h *host) hide(obj *goja.Object, name string, v goja.Value) {
	if err := obj.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// noDelete refuses the delete operator.
func (h *host) noDelete(what, key string) bool {
	h.throw(fault.New(fault.Type, "%s.%s cannot be deleted", what, key))
	return false
}
