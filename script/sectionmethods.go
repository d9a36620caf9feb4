package script

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
)

func (h *host) initSection() {
	c := newClass[*sectionObject](h, "Section")
	h.sectionClass = c
	c.self = func(v goja.Value) (*sectionObject, bool) {
		obj, _ := v.(*goja.Object)
		if o := h.proxies[obj]; o != nil {
			return o, true
		}
		o, ok := h.rt.Host(v).(*sectionObject)
		return o, ok
	}
	target := h.function("Section", func(goja.FunctionCall) goja.Value { return nil })
	target.Delete("name")
	target.Delete("length")
	if err := target.SetPrototype(c.proto); err != nil {
		panic(err)
	}
	h.sectionTarget = target
	class := h.constructor("Section", c.proto, h.newSection)
	h.members["Section"] = class

	h.sectionGeometry(c)
	h.sectionTree(c)
	h.sectionPoints3d(c)

	name := func(o *sectionObject, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(o.alive().Name()) }
	c.method("name", name)
	c.method("hname", name)
	text := func(o *sectionObject, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(o.s.Name()) }
	c.method("toString", text)
	c.method("toJSON", text)
	c.method("hoc_internal_name", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		return h.vm.ToValue(fmt.Sprintf("__nrnsec_%p", o.alive()))
	})
	c.method("is_pysec", func(o *sectionObject, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(true) })
	c.method("same", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		other, ok := h.rt.Host(call.Argument(0)).(*sectionObject)
		return h.vm.ToValue(ok && other == o)
	})
	c.method("cell", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		if v, ok := o.alive().Cell().(goja.Value); ok {
			return v
		}
		return goja.Null()
	})
	c.method("at", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		return o.call(nil, nil, call.Arguments)
	})
	c.method("allseg", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		return h.vm.NewArray(h.segments(o.alive().AllSegments())...)
	})
	h.noNumber(c.proto, "its variables are numbers, such as soma.L and soma(0.5).v", false)
	c.iterator(func(o *sectionObject) []any { return h.segments(o.alive().Segments()) })
	c.method("insert", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		h.check(o.alive().Insert(h.mechanismName(call.Argument(0))))
		return o.obj
	})
	c.method("uninsert", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		h.check(o.alive().Uninsert(h.mechanismName(call.Argument(0))))
		return o.obj
	})
	c.method("has_membrane", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		return h.vm.ToValue(o.alive().Has(h.mechanismName(call.Argument(0))))
	})
	c.method("push", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		h.stack = append(h.stack, o.alive())
		return o.obj
	})
	c.method("psection", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		return h.psection(o.alive())
	})
	c.method("delete", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		o.remove()
		return goja.Undefined()
	})
}

// segments gives the objects of segments.
func (h *host) segments(list []section.Segment) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = h.segment(s).obj
	}
	return out
}

func (h *host) sectionGeometry(c *class[*sectionObject]) {
	property := func(name string, get func(*section.Section) float64, set func(*section.Section, float64) error) {
		c.property(name, func(o *sectionObject) goja.Value { return h.vm.ToValue(get(o.s)) },
			func(o *sectionObject, v goja.Value) {
				h.check(set(o.s, h.number(v, func() string { return o.String() + "." + name })))
			})
	}
	property("L", (*section.Section).L, (*section.Section).SetL)
	property("Ra", (*section.Section).Ra, (*section.Section).SetRa)
	property("rallbranch", (*section.Section).Rallbranch, (*section.Section).SetRallbranch)
	property("nseg", func(s *section.Section) float64 { return float64(s.Nseg()) }, (*section.Section).SetNsegNumber)
}

func (h *host) sectionTree(c *class[*sectionObject]) {
	c.method("connect", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		h.connect(o, call)
		return o.obj
	})
	c.method("disconnect", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		o.alive().Disconnect()
		return o.obj
	})
	list := func(name string, f func(*section.Section) []*section.Section) {
		c.method(name, func(o *sectionObject, _ goja.FunctionCall) goja.Value {
			return h.vm.NewArray(h.sectionObjects(f(o.alive()))...)
		})
	}
	list("children", (*section.Section).Children)
	list("subtree", (*section.Section).Subtree)
	list("wholetree", (*section.Section).WholeTree)
	c.method("parentseg", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		return h.place(o.alive().ParentSeg())
	})
	c.method("trueparentseg", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		return h.place(o.alive().TrueParentSeg())
	})
	c.method("orientation", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		return h.vm.ToValue(o.alive().Orientation())
	})
}

// place gives a segment, or null where there is none.
func (h *host) place(s *section.Section, x float64, ok bool) goja.Value {
	if !ok {
		return goja.Null()
	}
	return h.segment(section.Segment{Sec: s, X: x}).obj
}

// connect is child.connect(parent), connect(parent(x)), connect(parent(x),
// childEnd), connect(parent, x) and connect(parent, x, childEnd).
func (h *host) connect(o *sectionObject, call goja.FunctionCall) {
	s := o.alive()
	number := func(i int, what string, otherwise float64) float64 {
		if i >= len(call.Arguments) {
			return otherwise
		}
		return h.argument(call, i, what)
	}
	var err error
	switch p := h.rt.Host(call.Argument(0)).(type) {
	case *sectionObject:
		err = s.Connect(p.alive(), number(1, "the place on the parent", 1), number(2, "the end of "+o.String(), 0))
	case *segmentObject:
		seg := p.alive()
		err = s.Connect(seg.Sec, seg.X, number(1, "the end of "+o.String(), 0))
	default:
		h.throw(fault.New(fault.Type, "%s.connect needs a section or a segment, not %s", o, h.show(call.Argument(0))))
	}
	h.check(err)
}

func (h *host) sectionPoints3d(c *class[*sectionObject]) {
	numbers := func(o *sectionObject, method string, call goja.FunctionCall, names ...string) []float64 {
		if len(call.Arguments) < len(names) {
			h.throw(fault.New(fault.Type, "%s.%s takes %s: %d were given", o, method, strings.Join(names, ", "), len(call.Arguments)))
		}
		out := make([]float64, len(names))
		for i, name := range names {
			out[i] = h.argument(call, i, name+" of "+o.String()+"."+method)
		}
		return out
	}
	index := func(o *sectionObject, call goja.FunctionCall, method string) int {
		if len(call.Arguments) == 0 {
			h.throw(fault.New(fault.Type, "%s.%s needs the index of a 3-D point", o, method))
		}
		return h.integer(call.Arguments[0], func() string { return "the index of " + o.String() + "." + method })
	}
	c.method("n3d", func(o *sectionObject, _ goja.FunctionCall) goja.Value { return h.vm.ToValue(o.alive().N3d()) })
	read := func(name string, f func(*section.Section, int) any) {
		c.method(name, func(o *sectionObject, call goja.FunctionCall) goja.Value {
			i := index(o, call, name)
			h.check(o.alive().CheckPt3d(i))
			return h.vm.ToValue(f(o.s, i))
		})
	}
	read("x3d", func(s *section.Section, i int) any { return s.X3d(i) })
	read("y3d", func(s *section.Section, i int) any { return s.Y3d(i) })
	read("z3d", func(s *section.Section, i int) any { return s.Z3d(i) })
	read("diam3d", func(s *section.Section, i int) any { return s.Diam3d(i) })
	read("arc3d", func(s *section.Section, i int) any { return s.Arc3d(i) })
	read("spine3d", func(s *section.Section, i int) any { return s.Spine3d(i) })
	c.method("pt3dadd", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		p := numbers(o, "pt3dadd", call, "x", "y", "z", "diam")
		h.check(o.alive().Pt3dAdd(p[0], p[1], p[2], p[3]))
		return goja.Undefined()
	})
	c.method("pt3dinsert", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		p := numbers(o, "pt3dinsert", call, "index", "x", "y", "z", "diam")
		h.check(o.alive().Pt3dInsert(index(o, call, "pt3dinsert"), p[1], p[2], p[3], p[4]))
		return goja.Undefined()
	})
	c.method("pt3dchange", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		i := index(o, call, "pt3dchange")
		if len(call.Arguments) == 2 {
			h.check(o.alive().Pt3dChangeDiam(i, h.argument(call, 1, "diam of "+o.String()+".pt3dchange")))
			return goja.Undefined()
		}
		p := numbers(o, "pt3dchange", call, "index", "x", "y", "z", "diam")
		h.check(o.alive().Pt3dChange(i, p[1], p[2], p[3], p[4]))
		return goja.Undefined()
	})
	c.method("pt3dremove", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		h.check(o.alive().Pt3dRemove(index(o, call, "pt3dremove")))
		return goja.Undefined()
	})
	c.method("pt3dclear", func(o *sectionObject, _ goja.FunctionCall) goja.Value {
		o.alive().Pt3dClear()
		return h.vm.ToValue(0)
	})
	c.method("pt3dstyle", func(o *sectionObject, call goja.FunctionCall) goja.Value {
		s := o.alive()
		if len(call.Arguments) > 0 {
			relative := call.Arguments[0].ToBoolean()
			p := []float64{0, 0, 0, 0}
			if relative {
				p = numbers(o, "pt3dstyle", call, "style", "x", "y", "z")
			}
			h.check(s.SetPt3dStyle(relative, p[1], p[2], p[3]))
		}
		relative, _, _, _ := s.Pt3dStyle()
		return h.vm.ToValue(relative)
	})
}
