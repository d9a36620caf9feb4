package script

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/section"
)

// sectionList is n.SectionList: an ordered list of sections.
type sectionList struct {
	n    *neuron
	list []*section.Section
}

// live drops the sections that were deleted in the meantime.
func (l *sectionList) live() []*section.Section {
	l.list = slices.DeleteFunc(l.list, (*section.Section).Deleted)
	return l.list
}

func (l *sectionList) add(sections ...*section.Section) { l.list = append(l.list, sections...) }

// unique drops every section that is in the list before, and counts them.
func (l *sectionList) unique() int {
	before := len(l.live())
	seen := map[*section.Section]bool{}
	l.list = slices.DeleteFunc(l.list, func(s *section.Section) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
	return before - len(l.list)
}

// Inspect names the sections, the first of many.
func (l *sectionList) Inspect() string {
	const most = 50
	var names []string
	all := l.live()
	for _, s := range all[:min(len(all), most)] {
		names = append(names, s.Name())
	}
	if more := len(all) - most; more > 0 {
		names = append(names, fmt.Sprintf("... %d more", more))
	}
	return "SectionList [" + strings.Join(names, ", ") + "]"
}

// eachItem gives what an iterable holds.
func (n *neuron) eachItem(v goja.Value, what string, f func(goja.Value)) {
	if _, ok := v.(*goja.Object); !ok {
		n.throw(fault.New(fault.Type, "%s must be iterable, not %s", what, n.show(v)))
	}
	n.vm.ForOf(v, func(item goja.Value) bool {
		f(item)
		return true
	})
}

// sectionArgument takes {sec: s} or a section; where neither is given, the
// currently accessed section.
func (n *neuron) sectionArgument(call goja.FunctionCall, i int, what string) *section.Section {
	args, options := n.split(call.Arguments)
	if options != nil {
		return n.secOption(options, what)
	}
	if i < len(args) {
		return n.asSection(args[i], what)
	}
	return n.accessed(what)
}

// sectionFrom takes the section of an options object {sec: s}, or the currently
// accessed section where there is none.
func (n *neuron) sectionFrom(options *goja.Object, what string) *section.Section {
	if options == nil {
		return n.accessed(what)
	}
	return n.secOption(options, what)
}

// secOption takes the section of an options object {sec: s}.
func (n *neuron) secOption(options *goja.Object, what string) *section.Section {
	for _, name := range options.Keys() {
		if name != "sec" {
			n.noOption(what, name, []string{"sec"})
		}
	}
	if v := options.Get("sec"); v != nil { // {sec: undefined} is a mistake, not the default
		return n.asSection(v, "the option sec of "+what)
	}
	return n.accessed(what)
}

// accessed is NEURON's currently accessed section: the last one pushed, or the
// first one made.
func (n *neuron) accessed(what string) *section.Section {
	if k := len(n.stack); k > 0 {
		return n.stack[k-1]
	}
	if all := n.m.Sections(); len(all) > 0 {
		return all[0]
	}
	n.throw(fault.New(fault.Model, "%s needs a section, and there is none", what).WithHint("make one with n.Section(\"soma\")"))
	return nil
}

func (n *neuron) addLists() {
	n.members["SectionList"] = n.sectionListClass()
	n.members["List"] = n.listClass()
	n.class.method("allsec", func(*neuron, goja.FunctionCall) goja.Value {
		return n.newSectionList(slices.Clone(n.m.Sections()))
	})
}

func (n *neuron) newSectionList(list []*section.Section) *goja.Object {
	return wrapObject(n.host, n.sectionLists, &sectionList{n: n, list: list})
}

func (n *neuron) sectionListClass() goja.Value {
	c := newObjectClass[*sectionList](n.host, "SectionList")
	n.sectionLists = c
	c.property("length", func(l *sectionList) goja.Value { return n.vm.ToValue(len(l.live())) }, nil)
	c.iterator(func(l *sectionList) []any { return n.sectionObjects(l.live()) })
	// Each of these adds the argument's section and its relatives.
	grow := func(name string, relatives func(*section.Section) []*section.Section) {
		c.method(name, func(l *sectionList, call goja.FunctionCall) goja.Value {
			args, options := n.split(call.Arguments)
			if len(args) == 0 || options != nil {
				l.add(relatives(n.sectionArgument(call, 0, "SectionList."+name))...)
			}
			for _, a := range args {
				l.add(relatives(n.asSection(a, "the argument of SectionList."+name))...)
			}
			return n.vm.ToValue(1)
		})
	}
	grow("append", func(s *section.Section) []*section.Section { return []*section.Section{s} })
	grow("children", (*section.Section).Children)
	grow("subtree", breadthFirst)
	grow("wholetree", func(s *section.Section) []*section.Section { return breadthFirst(s.Root()) })
	c.method("allroots", func(l *sectionList, _ goja.FunctionCall) goja.Value {
		l.add(n.m.Roots()...)
		return n.vm.ToValue(1)
	})
	c.method("remove", func(l *sectionList, call goja.FunctionCall) goja.Value {
		before := len(l.live())
		if other, ok := n.sectionLists.self(call.Argument(0)); ok { // all of them, as often as they are there
			gone := slices.Clone(other.live())
			l.list = slices.DeleteFunc(l.list, func(s *section.Section) bool { return slices.Contains(gone, s) })
		} else {
			s := n.sectionArgument(call, 0, "SectionList.remove")
			if i := slices.Index(l.list, s); i >= 0 {
				l.list = slices.Delete(l.list, i, i+1)
			} else {
				n.warn("SectionList.remove: %s is not in the list", s.Name())
			}
		}
		return n.vm.ToValue(before - len(l.list))
	})
	c.method("unique", func(l *sectionList, _ goja.FunctionCall) goja.Value { return n.vm.ToValue(l.unique()) })
	c.method("contains", func(l *sectionList, call goja.FunctionCall) goja.Value {
		return n.vm.ToValue(slices.Contains(l.live(), n.sectionArgument(call, 0, "SectionList.contains")))
	})
	c.method("printnames", func(l *sectionList, _ goja.FunctionCall) goja.Value {
		for _, s := range l.live() {
			fmt.Fprintln(n.rt.Stdout(), s.Name())
		}
		return n.vm.ToValue(1)
	})
	return n.constructor("SectionList", c.proto, func(args []goja.Value) *goja.Object {
		l := &sectionList{n: n}
		if len(args) > 0 && !absent(args[0]) {
			n.eachItem(args[0], "the argument of SectionList", func(v goja.Value) {
				l.add(n.asSection(v, "an element of SectionList"))
			})
		}
		return wrapObject(n.host, c, l)
	})
}

// breadthFirst lists a section and all below it, generation by generation, as
// NEURON's SectionList does. (Section.subtree goes depth first.)
func breadthFirst(s *section.Section) []*section.Section {
	list := []*section.Section{s}
	for i := 0; i < len(list); i++ {
		list = append(list, list[i].Children()...)
	}
	return list
}

// objectList is n.List: an ordered list of any objects, or, made with the name
// of a class, of all objects of that class.
type objectList struct {
	n     *neuron
	items []goja.Value
	all   string // name of a class; "" for an ordinary list
}

func (l *objectList) content() []goja.Value {
	if l.all == "" {
		return l.items
	}
	var out []goja.Value
	if l.all == "NetCon" {
		for _, c := range l.n.s.NetCons() {
			if o, ok := c.Object.(*netConObject); ok {
				out = append(out, o.obj)
			}
		}
		return out
	}
	for _, p := range l.n.m.PointProcesses() {
		if p.Mech.Type.Name == l.all {
			out = append(out, l.n.points[p].obj)
		}
	}
	return out
}

// item gives list[i], counted from the end where i is negative.
func (l *objectList) item(key string) goja.Value {
	i, err := strconv.Atoi(key)
	if err != nil {
		return nil
	}
	items := l.content()
	if i < -len(items) || i >= len(items) {
		l.n.throw(fault.New(fault.Range, "the List has %d objects: there is no place %d", len(items), i))
	}
	if i < 0 {
		i += len(items)
	}
	return items[i]
}

// listed checks the name of a class that n.List can list.
func (n *neuron) listed(name string) {
	if m := n.m.Mechs.Get(name); name == "NetCon" || m != nil && m.Type.Kind.IsObject() {
		return
	}
	var known []string
	for _, m := range n.m.Mechs.All() {
		if m.Type.Kind.IsObject() {
			known = append(known, m.Type.Name)
		}
	}
	_, isClass := n.members[name]
	switch {
	case postponed[name]:
		n.throw(notYet("List(\"" + name + "\")"))
	case name == "Section":
		n.throw(fault.New(fault.Reference, "List(%q): sections are not objects of a class", name).WithHint("n.allsec() gives all sections"))
	case n.m.Mechs.Get(name) != nil:
		n.throw(fault.New(fault.Reference, "List(%q): %s is no class, but is inserted into sections", name, name))
	case isClass:
		n.throw(fault.New(fault.Model, "List(%q): gneuron lists NetCons, point processes and artificial cells; other objects live only as long as the script holds them", name).
			WithHint("put them into an array when they are made"))
	}
	n.throw(fault.New(fault.Reference, "List(%q): there is no class %q", name, name).DidYouMean(spell.Nearest(name, append(known, "NetCon"))))
}

func (n *neuron) listClass() goja.Value {
	c := newObjectClass[*objectList](n.host, "List")
	n.objectLists = c
	length := func(l *objectList) goja.Value { return n.vm.ToValue(len(l.content())) }
	c.property("length", length, nil)
	c.method("count", func(l *objectList, _ goja.FunctionCall) goja.Value { return length(l) })
	c.iterator(func(l *objectList) []any {
		var out []any
		for _, v := range l.content() {
			out = append(out, v)
		}
		return out
	})
	own := func(l *objectList) {
		if l.all != "" {
			n.throw(fault.New(fault.Type, "List(%q) lists all objects of that class and cannot be changed", l.all))
		}
	}
	index := func(l *objectList, call goja.FunctionCall, i, most int) int {
		k := n.integer(call.Argument(i), func() string { return "the index of a List" })
		if k < 0 || k > most {
			n.throw(fault.New(fault.Range, "the List has %d objects: there is no place %d", len(l.content()), k))
		}
		return k
	}
	at := func(l *objectList, call goja.FunctionCall) goja.Value {
		items := l.content()
		return items[index(l, call, 0, len(items)-1)]
	}
	c.method("o", at)
	c.method("object", at)
	c.method("append", func(l *objectList, call goja.FunctionCall) goja.Value {
		own(l)
		l.items = append(l.items, call.Arguments...)
		return length(l)
	})
	c.method("prepend", func(l *objectList, call goja.FunctionCall) goja.Value {
		own(l)
		l.items = slices.Insert(l.items, 0, call.Argument(0))
		return length(l)
	})
	c.method("insrt", func(l *objectList, call goja.FunctionCall) goja.Value {
		own(l)
		l.items = slices.Insert(l.items, index(l, call, 0, len(l.items)), call.Argument(1))
		return length(l)
	})
	c.method("remove", func(l *objectList, call goja.FunctionCall) goja.Value {
		own(l)
		k := index(l, call, 0, len(l.items)-1)
		l.items = slices.Delete(l.items, k, k+1)
		return length(l)
	})
	c.method("remove_all", func(l *objectList, _ goja.FunctionCall) goja.Value {
		own(l)
		l.items = nil
		return n.vm.ToValue(0)
	})
	c.method("index", func(l *objectList, call goja.FunctionCall) goja.Value {
		return n.vm.ToValue(slices.IndexFunc(l.content(), func(v goja.Value) bool { return v.StrictEquals(call.Argument(0)) }))
	})
	return n.constructor("List", c.proto, func(args []goja.Value) *goja.Object {
		l := &objectList{n: n}
		if len(args) > 0 && !absent(args[0]) {
			l.all = n.textOf(args[0], "the name of a class in n.List")
			n.listed(l.all)
		}
		return wrapObject(n.host, c, l)
	})
}
