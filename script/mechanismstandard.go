package script

import (
	"fmt"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

// mechanismStandard is n.MechanismStandard: values for the variables of a
// mechanism, to copy from and to where it is.
type mechanismStandard struct {
	n      *neuron
	mech   *mechanism.Mechanism
	vars   []standardVar
	global bool // of GLOBALs, which have no values here
}

// standardVar is a variable with its values: one, or those of an array.
type standardVar struct {
	name   string // as scripts write it: "gnabar_hh", "amp"
	values []float64
	limits *mechanism.Limits // of a parameter; nil: any
}

// Inspect shows the values.
func (s *mechanismStandard) Inspect() string {
	text := "MechanismStandard of " + s.mech.Type.Name
	for _, v := range s.vars {
		if text += "\n  " + v.name; !s.global {
			text += fmt.Sprintf(" = %g", v.values)
		}
	}
	return text
}

// variable finds a variable and the element that a call names.
func (s *mechanismStandard) variable(method string, name, index goja.Value) (*standardVar, *float64) {
	what := "MechanismStandard." + method
	key := s.n.textOf(name, "the name of a variable in "+what)
	i := slices.IndexFunc(s.vars, func(v standardVar) bool { return v.name == key })
	if i < 0 {
		var known []string
		for _, v := range s.vars {
			known = append(known, v.name)
		}
		e := fault.New(fault.Reference, "%s: %s has no variable %q here", what, s.mech.Type.Name, key)
		s.n.throw(e.DidYouMean(spell.Nearest(key, known)))
	}
	if s.global {
		s.n.throw(fault.New(fault.Model, "%s: %s is one number for all of %s", what, key, s.mech.Type.Name).WithHint("it is n.%s", key))
	}
	k, v := 0, &s.vars[i]
	if !absent(index) {
		k = s.n.integer(index, func() string { return "the index in " + what })
	}
	if k < 0 || k >= len(v.values) {
		s.n.throw(fault.Outside("the index of "+key+" in "+what, float64(k), 0, float64(len(v.values)-1)))
	}
	return v, &v.values[k]
}

// standardPlace is where values are copied to and from.
type standardPlace struct {
	get func(name string, k int) (mechanism.Handle, error)
	set func(name string, k int, x float64) error
}

// place takes a MechanismStandard, a point process, a segment, x with {sec}, or
// {sec}: all of a section to copy to, and its first segment to copy from. It
// is nil for a MechanismStandard.
func (s *mechanismStandard) place(call goja.FunctionCall, what string) (*standardPlace, *mechanismStandard) {
	n := s.n
	ofSegment := func(g section.Segment) *standardPlace { return &standardPlace{g.VarElement, g.SetElement} }
	switch o := n.rt.Host(call.Argument(0)).(type) {
	case *classObject[*mechanismStandard]:
		if o.self.mech != s.mech {
			n.throw(fault.New(fault.Type, "%s: one is of %s, the other of %s", what, s.mech.Type.Name, o.self.mech.Type.Name))
		}
		return nil, o.self
	case *pointObject:
		if p := o.alive(); p.Mech == s.mech {
			return &standardPlace{p.VarElement, p.SetElement}, nil
		}
		n.throw(fault.New(fault.Type, "%s: %s is no %s", what, o, s.mech.Type.Name))
	case *segmentObject:
		return ofSegment(o.alive()), nil
	}
	if s.mech.Type.Kind.IsObject() {
		n.throw(fault.New(fault.Type, "%s needs an object of the class %s, not %s", what, s.mech.Type.Name, n.show(call.Argument(0))))
	}
	if goja.IsNumber(call.Argument(0)) {
		g, err := n.sectionArgument(call, 1, what).At(call.Argument(0).ToFloat())
		n.check(err)
		return ofSegment(g), nil
	}
	sec := n.sectionArgument(call, 0, what)
	first := sec.Segments()[0]
	return &standardPlace{first.VarElement, sec.SetElement}, nil
}

// element is the index of VarElement: -1 for what is no array.
func (v *standardVar) element(k int) int {
	if len(v.values) == 1 {
		return -1
	}
	return k
}

// in copies values from a place.
func (s *mechanismStandard) in(call goja.FunctionCall) goja.Value {
	from, other := s.place(call, "MechanismStandard.in")
	if other != nil {
		other.copyTo(s)
		return s.n.vm.ToValue(0)
	}
	for i := range s.vars {
		v := &s.vars[i]
		for k := range v.values {
			at, err := from.get(v.name, v.element(k))
			s.n.check(err)
			v.values[k] = at.Get()
		}
	}
	return s.n.vm.ToValue(0)
}

// out copies values to a place.
func (s *mechanismStandard) out(call goja.FunctionCall) goja.Value {
	to, other := s.place(call, "MechanismStandard.out")
	if other != nil {
		s.copyTo(other)
		return s.n.vm.ToValue(0)
	}
	for i := range s.vars {
		v := &s.vars[i]
		for k, x := range v.values {
			s.n.check(to.set(v.name, v.element(k), x))
		}
	}
	return s.n.vm.ToValue(0)
}

// copyTo copies the values that both have.
func (s *mechanismStandard) copyTo(other *mechanismStandard) {
	for _, v := range s.vars {
		for _, w := range other.vars {
			if v.name == w.name {
				copy(w.values, v.values)
			}
		}
	}
}

// fill makes the variables of a kind: 0 all, 1 PARAMETERs, 2 ASSIGNED, 3
// STATEs, -1 GLOBALs.
func (s *mechanismStandard) fill(kind int) {
	t := s.mech.Type
	if s.global = kind == -1; s.global {
		for _, g := range t.Globals {
			if !g.Hidden {
				s.vars = append(s.vars, standardVar{g.Name + "_" + t.Name, make([]float64, max(g.Size, 1)), g.Limits})
			}
		}
		return
	}
	for _, v := range visible(t) {
		if kind != 0 && int(v.Role) != kind-1 {
			continue
		}
		name := v.Name
		if !t.Kind.IsObject() {
			name = section.ScriptName(t, v)
		}
		values := make([]float64, max(v.Size, 1))
		for k := range values {
			values[k] = v.Default
		}
		s.vars = append(s.vars, standardVar{name, values, v.Limits})
	}
}

func (n *neuron) addMechanismStandard() {
	vm := n.vm
	c := newObjectClass[*mechanismStandard](n.host, "MechanismStandard")
	c.method("count", func(s *mechanismStandard, _ goja.FunctionCall) goja.Value { return vm.ToValue(len(s.vars)) })
	c.method("get", func(s *mechanismStandard, call goja.FunctionCall) goja.Value {
		_, at := s.variable("get", call.Argument(0), call.Argument(1))
		return vm.ToValue(*at)
	})
	c.method("set", func(s *mechanismStandard, call goja.FunctionCall) goja.Value {
		v, at := s.variable("set", call.Argument(0), call.Argument(2))
		x := n.argument(call, 1, "the value of MechanismStandard.set")
		if err := v.limits.Check(v.name, x); err != nil && s.mech.Builtin {
			n.throw(err)
		}
		*at = x
		return vm.ToValue(0)
	})
	// name() and name(i) give a name; with n.ref("") they put it there, and give
	// the size of the variable, as NEURON does.
	c.method("name", func(s *mechanismStandard, call goja.FunctionCall) goja.Value {
		args, text, size := call.Arguments, s.mech.Type.Name, 0
		toRef := len(args) > 0 && !goja.IsNumber(args[0])
		if len(args) > 0 && (!toRef || len(args) > 1) {
			i := n.integer(args[len(args)-1], func() string { return "the number of MechanismStandard.name" })
			if i < 0 || i >= len(s.vars) {
				n.throw(fault.Outside("the number of MechanismStandard.name", float64(i), 0, float64(len(s.vars)-1)))
			}
			text, size = s.vars[i].name, len(s.vars[i].values)
		}
		if !toRef {
			return vm.ToValue(text)
		}
		n.giveText(args[0], "the argument of MechanismStandard.name", text)
		return vm.ToValue(size)
	})
	c.method("in", (*mechanismStandard).in)
	c.method("out", (*mechanismStandard).out)
	windowless(c, "panel", "action", "save")
	n.members["MechanismStandard"] = n.constructor("MechanismStandard", c.proto, func(args []goja.Value) *goja.Object {
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "n.MechanismStandard needs the name of a mechanism, such as \"hh\""))
		}
		name, kind := n.mechanismName(args[0]), 1
		mech := n.m.Mechs.Get(name)
		if mech == nil || mech.Type.Kind == mechanism.Library {
			var known []string
			for _, m := range n.m.Mechs.All() {
				known = append(known, m.Type.Name)
			}
			n.throw(n.noMechanism("n.MechanismStandard", name, known))
		}
		if len(args) > 1 && !absent(args[1]) {
			kind = n.integer(args[1], func() string { return "the kind of variables of n.MechanismStandard" })
			if kind < -1 || kind > 3 {
				n.throw(fault.Outside("the kind of variables of n.MechanismStandard", float64(kind), -1, 3).
					WithHint("1: PARAMETER, 2: ASSIGNED, 3: STATE, 0: all of these, -1: GLOBAL"))
			}
		}
		s := &mechanismStandard{n: n, mech: mech}
		s.fill(kind)
		return wrapObject(n.host, c, s)
	})
}

// noMechanism is the error for the name of a mechanism that does not exist.
func (n *neuron) noMechanism(what, name string, known []string) error {
	e := fault.New(fault.Reference, "%s: there is no mechanism %q", what, name)
	e.Mechanism = name
	return e.DidYouMean(spell.Nearest(name, known))
}

// windowless makes methods that NEURON has for its windows.
func windowless[T any](c *class[T], names ...string) {
	for _, name := range names {
		c.method(name, func(T, goja.FunctionCall) goja.Value {
			c.h.throw(fault.New(fault.Model, "gneuron has no windows, and no %s.%s", c.name, name))
			return nil
		})
	}
}
