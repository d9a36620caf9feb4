package script

import (
	"strconv"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
)

// sectionRef is n.SectionRef: a section, and the sections around it.
type sectionRef struct {
	n *neuron
	s *section.Section
}

// Inspect names the section.
func (r *sectionRef) Inspect() string { return "SectionRef of " + r.s.Name() }

// alive throws when the section was deleted.
func (r *sectionRef) alive() *section.Section { return r.n.section(r.s).alive() }

// neighbour gives a parent, or throws where there is none.
func (r *sectionRef) neighbour(what string, s *section.Section, _ float64, ok bool) goja.Value {
	if !ok {
		r.n.throw(fault.New(fault.Model, "SectionRef.%s: %s has none", what, r.s.Name()).
			WithHint("ask first with has_%s()", what))
	}
	return r.n.section(s).obj
}

// childList is ref.child: the children of a section, looked up by index.
type childList struct {
	n    *neuron
	list []*section.Section
	of   string
}

// Len counts the children.
func (l *childList) Len() int { return len(l.list) }

// Get gives a child.
func (l *childList) Get(i int) goja.Value {
	if i < 0 || i >= len(l.list) {
		l.n.throw(fault.New(fault.Range, "%s has %d children: there is no child[%d]", l.of, len(l.list), i))
	}
	return l.n.section(l.list[i]).obj
}

// Set refuses.
func (l *childList) Set(i int, _ goja.Value) bool {
	l.n.throw(fault.New(fault.Type, "SectionRef.child[%s] cannot be set", strconv.Itoa(i)).WithHint("connect the section: child.connect(parent)"))
	return false
}

// SetLen refuses.
func (l *childList) SetLen(int) bool { return false }

func (n *neuron) addSectionRef() {
	vm := n.vm
	c := newObjectClass[*sectionRef](n.host, "SectionRef")
	property := func(name string, get func(r *sectionRef, s *section.Section) goja.Value) {
		c.property(name, func(r *sectionRef) goja.Value { return get(r, r.alive()) }, nil)
	}
	property("sec", func(_ *sectionRef, s *section.Section) goja.Value { return n.section(s).obj })
	property("root", func(_ *sectionRef, s *section.Section) goja.Value { return n.section(s.Root()).obj })
	property("parent", func(r *sectionRef, s *section.Section) goja.Value {
		p, x, ok := s.ParentSeg()
		return r.neighbour("parent", p, x, ok)
	})
	property("trueparent", func(r *sectionRef, s *section.Section) goja.Value {
		p, x, ok := s.TrueParentSeg()
		return r.neighbour("trueparent", p, x, ok)
	})
	property("child", func(_ *sectionRef, s *section.Section) goja.Value {
		return vm.NewDynamicArray(&childList{n, s.Children(), s.Name()})
	})
	ask := func(name string, answer func(s *section.Section) any) {
		c.method(name, func(r *sectionRef, _ goja.FunctionCall) goja.Value { return vm.ToValue(answer(r.alive())) })
	}
	ask("has_parent", func(s *section.Section) any { _, _, ok := s.ParentSeg(); return ok })
	ask("has_trueparent", func(s *section.Section) any { _, _, ok := s.TrueParentSeg(); return ok })
	ask("nchild", func(s *section.Section) any { return len(s.Children()) })
	ask("is_cas", func(s *section.Section) any { return n.accessed("SectionRef.is_cas") == s })
	c.method("exists", func(r *sectionRef, _ goja.FunctionCall) goja.Value { return vm.ToValue(!r.s.Deleted()) })
	for _, name := range []string{"rename", "unname"} {
		c.method(name, func(*sectionRef, goja.FunctionCall) goja.Value {
			n.throw(fault.New(fault.Model, "SectionRef.%s is for sections that HOC has made", name).
				WithHint("a section gets its name when it is made: n.Section(\"soma\")"))
			return nil
		})
	}
	n.members["SectionRef"] = n.constructor("SectionRef", c.proto, func(args []goja.Value) *goja.Object {
		s := n.sectionArgument(goja.FunctionCall{Arguments: args}, 0, "n.SectionRef")
		return wrapObject(n.host, c, &sectionRef{n, s})
	})
}
