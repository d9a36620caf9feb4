package script

import (
	"os"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver"
)

// mechanismType is n.MechanismType: the density mechanisms and ions, or the
// point processes and artificial cells, one of which is selected.
type mechanismType struct {
	n        *neuron
	objects  bool // lists point processes and artificial cells
	selected int

	walk []*section.PointProcess // what pp_next has yet to give
}

// list gives the mechanisms, in order of registration.
func (t *mechanismType) list() []*mechanism.Mechanism {
	var list []*mechanism.Mechanism
	for _, m := range t.n.m.Mechs.All() {
		if m.Type.Kind != mechanism.Library && m.Type.Kind.IsObject() == t.objects {
			list = append(list, m)
		}
	}
	return list
}

func (t *mechanismType) now() *mechanism.Mechanism { return t.list()[t.selected] }

// Inspect names the selected mechanism.
func (t *mechanismType) Inspect() string { return "MechanismType: " + t.now().Type.Name }

// at takes the number of a mechanism.
func (t *mechanismType) at(v goja.Value, what string) int {
	what = "the number of MechanismType." + what
	i, most := t.n.integer(v, func() string { return what }), len(t.list())-1
	if i < 0 || i > most {
		t.n.throw(fault.Outside(what, float64(i), 0, float64(most)))
	}
	return i
}

func (n *neuron) addMechanismType() {
	vm := n.vm
	c := newObjectClass[*mechanismType](n.host, "MechanismType")
	c.method("count", func(t *mechanismType, _ goja.FunctionCall) goja.Value { return vm.ToValue(len(t.list())) })
	c.method("select", func(t *mechanismType, call goja.FunctionCall) goja.Value {
		if v := call.Argument(0); !goja.IsString(v) {
			t.selected = t.at(v, "select")
			return vm.ToValue(0)
		}
		var known []string
		for i, m := range t.list() {
			if known = append(known, m.Type.Name); m.Type.Name == call.Argument(0).String() {
				t.selected = i
				return vm.ToValue(0)
			}
		}
		n.throw(n.noMechanism("MechanismType.select", call.Argument(0).String(), known))
		return nil
	})
	c.method("selected", func(t *mechanismType, call goja.FunctionCall) goja.Value {
		if v := call.Argument(0); !absent(v) {
			n.giveText(v, "the argument of MechanismType.selected", t.now().Type.Name)
		}
		return vm.ToValue(t.selected)
	})
	c.method("name", func(t *mechanismType, _ goja.FunctionCall) goja.Value { return vm.ToValue(t.now().Type.Name) })
	c.method("make", func(t *mechanismType, call goja.FunctionCall) goja.Value {
		m := t.now()
		if t.objects {
			class, _ := n.host.member(m.Type.Name)
			made, err := vm.New(class, call.Arguments...)
			n.check(err)
			return made
		}
		n.check(n.sectionArgument(call, 0, "MechanismType.make").Insert(m.Type.Name))
		return vm.ToValue(0)
	})
	c.method("remove", func(t *mechanismType, call goja.FunctionCall) goja.Value {
		if t.objects {
			n.throw(fault.New(fault.Type, "MechanismType.remove takes a density mechanism out of a section").WithHint("a point process has delete()"))
		}
		n.check(n.sectionArgument(call, 0, "MechanismType.remove").Uninsert(t.now().Type.Name))
		return vm.ToValue(0)
	})
	ask := func(name string, is func(*mechanism.Type) bool) {
		c.method(name, func(t *mechanismType, call goja.FunctionCall) goja.Value {
			return vm.ToValue(is(t.list()[t.at(call.Argument(0), name)].Type))
		})
	}
	ask("is_artificial", func(t *mechanism.Type) bool { return t.Kind == mechanism.ArtificialCell })
	ask("is_netcon_target", func(t *mechanism.Type) bool { return t.Kind.IsObject() && solver.CanReceive(t) == nil })
	ask("has_net_event", func(t *mechanism.Type) bool { return t.SendsEvents })
	ask("is_ion", func(t *mechanism.Type) bool { return t.Kind == mechanism.IonKind })
	next := func(t *mechanismType) goja.Value {
		if len(t.walk) == 0 {
			return goja.Null()
		}
		p := t.walk[len(t.walk)-1]
		t.walk = t.walk[:len(t.walk)-1]
		return n.points[p].obj
	}
	c.method("pp_begin", func(t *mechanismType, call goja.FunctionCall) goja.Value {
		s := n.sectionArgument(call, 0, "MechanismType.pp_begin")
		t.walk = nil
		for _, p := range n.m.PointProcesses() {
			if seg, ok := p.Segment(); ok && seg.Sec == s && p.Mech == t.now() {
				t.walk = append(t.walk, p)
			}
		}
		return next(t)
	})
	c.method("pp_next", func(t *mechanismType, _ goja.FunctionCall) goja.Value { return next(t) })
	c.method("internal_type", func(t *mechanismType, _ goja.FunctionCall) goja.Value {
		for i, m := range n.m.Mechs.All() {
			if m == t.now() {
				return vm.ToValue(i)
			}
		}
		return vm.ToValue(-1)
	})
	c.method("file", func(t *mechanismType, _ goja.FunctionCall) goja.Value { return vm.ToValue(t.now().Type.File) })
	c.method("code", func(t *mechanismType, _ goja.FunctionCall) goja.Value {
		m := t.now()
		text, err := os.ReadFile(n.rt.ResolvePath(m.Type.File))
		if m.Builtin || err != nil {
			n.throw(fault.New(fault.Model, "MechanismType.code: the text of %s is not in a file", m.Type.Name).
				WithHint("help(n.%s) tells about it", m.Type.Name))
		}
		return vm.ToValue(string(text))
	})
	windowless(c, "menu", "action")
	n.members["MechanismType"] = n.constructor("MechanismType", c.proto, func(args []goja.Value) *goja.Object {
		t := &mechanismType{n: n}
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "n.MechanismType needs 0 (density mechanisms) or 1 (point processes and artificial cells)"))
		}
		k := n.integer(args[0], func() string { return "the kind of n.MechanismType" })
		if k != 0 && k != 1 {
			n.throw(fault.Outside("the kind of n.MechanismType", float64(k), 0, 1).WithHint("0: density mechanisms and ions, 1: point processes and artificial cells"))
		}
		t.objects = k == 1
		return wrapObject(n.host, c, t)
	})
}
