package script

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/vector"
)

// rangeVarPlot is n.RangeVarPlot: a range variable, or a function of the place,
// along the path between two places.
type rangeVarPlot struct {
	n          *neuron
	name       string
	f          goja.Callable // nil: the variable name
	begin, end *section.Segment
	origin     float64 // added to all positions [um]
}

// Inspect tells the variable and the path.
func (r *rangeVarPlot) Inspect() string {
	text := "RangeVarPlot of " + r.name
	if r.begin != nil && r.end != nil {
		text += fmt.Sprintf(" from %s to %s", r.begin, r.end)
	}
	return text
}

// path finds the way; what is the method that needs it.
func (r *rangeVarPlot) path(what string) *section.Path {
	if r.begin == nil || r.end == nil {
		r.n.throw(fault.New(fault.Model, "RangeVarPlot.%s: the path has no beginning or no end", what).
			WithHint("n.RangeVarPlot(%q, soma(0), dend(1)), or plot.begin(soma(0)) and plot.end(dend(1))", r.name))
	}
	p, err := section.NewPath(*r.begin, *r.end)
	r.n.check(err)
	return p
}

// samples reads what is shown along the path. A function is called with x, and
// then the segment; meanwhile its section is the currently accessed one.
func (r *rangeVarPlot) samples(what string) []section.Sample {
	n, p := r.n, r.path(what)
	if r.f == nil {
		list, err := p.Samples(r.name)
		n.check(err)
		return list
	}
	list := p.Places()
	depth := len(n.stack)
	defer func() { n.stack = n.stack[:depth] }()
	for i := range list {
		s := &list[i]
		n.stack = append(n.stack[:depth], s.Place.Sec)
		v, err := r.f(goja.Undefined(), n.vm.ToValue(s.Place.X), n.segment(s.Place).obj)
		n.check(err)
		s.Value = n.number(v, func() string { return "what the function of a RangeVarPlot gives" })
	}
	return list
}

// vectorTo takes a Vector to write into.
func (n *neuron) vectorTo(v goja.Value, what string) *vector.Vector {
	w := n.rt.toVector(v)
	if w == nil {
		n.throw(fault.New(fault.Type, "%s must be a Vector, not %s", what, n.show(v)))
	}
	return w
}

func (n *neuron) addRangeVarPlot() {
	vm := n.vm
	c := newObjectClass[*rangeVarPlot](n.host, "RangeVarPlot")
	// NEURON keeps positions in single precision.
	single := func(x float64) float64 { return float64(float32(x)) }
	place := func(name string, at func(*rangeVarPlot) **section.Segment) {
		c.method(name, func(r *rangeVarPlot, call goja.FunctionCall) goja.Value {
			seg := n.locArgument("RangeVarPlot."+name, call)
			*at(r) = &seg
			return vm.ToValue(1)
		})
	}
	place("begin", func(r *rangeVarPlot) **section.Segment { return &r.begin })
	place("end", func(r *rangeVarPlot) **section.Segment { return &r.end })
	c.method("origin", func(r *rangeVarPlot, call goja.FunctionCall) goja.Value {
		r.origin = n.finiteArgument(call, 0, "the origin of RangeVarPlot.origin")
		return vm.ToValue(1)
	})
	c.method("left", func(r *rangeVarPlot, _ goja.FunctionCall) goja.Value {
		return vm.ToValue(single(r.path("left").Left + r.origin))
	})
	c.method("right", func(r *rangeVarPlot, _ goja.FunctionCall) goja.Value {
		return vm.ToValue(single(r.path("right").Right + r.origin))
	})
	c.method("to_vector", func(r *rangeVarPlot, call goja.FunctionCall) goja.Value {
		y := n.vectorTo(call.Argument(0), "the first argument of RangeVarPlot.to_vector")
		list := r.samples("to_vector")
		y.Truncate(0)
		for _, s := range list {
			y.Append(s.Value)
		}
		if !absent(call.Argument(1)) {
			x := n.vectorTo(call.Argument(1), "the second argument of RangeVarPlot.to_vector")
			x.Truncate(0)
			for _, s := range list {
				x.Append(single(s.At + r.origin))
			}
		}
		return vm.ToValue(len(list))
	})
	c.method("from_vector", func(r *rangeVarPlot, call goja.FunctionCall) goja.Value {
		y := n.vectorTo(call.Argument(0), "the argument of RangeVarPlot.from_vector")
		if r.f != nil {
			n.throw(fault.New(fault.Type, "RangeVarPlot.from_vector sets a variable, and this shows a function"))
		}
		list := r.samples("from_vector")
		if y.Len() < len(list) {
			n.throw(fault.New(fault.Range, "RangeVarPlot.from_vector: the Vector has %d elements, the path %d places", y.Len(), len(list)))
		}
		for i, s := range list {
			if !s.Void {
				n.check(s.Place.Set(r.name, y.Data()[i]))
			}
		}
		return vm.ToValue(len(list))
	})
	c.method("vector", func(r *rangeVarPlot, _ goja.FunctionCall) goja.Value {
		v := &vector.Vector{}
		for _, s := range r.samples("vector") {
			v.Append(s.Value)
		}
		return n.rt.newVector(v)
	})
	c.method("list", func(r *rangeVarPlot, call goja.FunctionCall) goja.Value {
		sections := r.path("list").Sections()
		if absent(call.Argument(0)) {
			return n.newSectionList(sections)
		}
		l, ok := n.sectionLists.self(call.Argument(0))
		if !ok {
			n.throw(fault.New(fault.Type, "RangeVarPlot.list needs a SectionList, not %s", n.show(call.Argument(0))))
		}
		l.add(sections...)
		return vm.ToValue(1)
	})
	c.method("plot", func(r *rangeVarPlot, call goja.FunctionCall) goja.Value {
		target, ok := n.rt.Host(call.Argument(0)).(interface{ Get(string) goja.Value })
		var draw goja.Callable
		if ok {
			switch n.rt.Host(call.Argument(0)).(type) {
			case *surface, *axesOf, *figure:
				draw, _ = goja.AssertFunction(target.Get("plot"))
			}
		}
		if draw == nil {
			n.throw(fault.New(fault.Type, "RangeVarPlot.plot draws with plt, a figure or axes, not %s", n.show(call.Argument(0))).WithHint("plot(plt)"))
		}
		var x, y []any
		for _, s := range r.samples("plot") {
			x, y = append(x, single(s.At+r.origin)), append(y, s.Value)
		}
		v, err := draw(call.Argument(0), append([]goja.Value{vm.NewArray(x...), vm.NewArray(y...)}, call.Arguments[1:]...)...)
		n.check(err)
		return v
	})
	for name, use := range map[string]string{
		"color":  "plt.plot(x, y, {color: \"red\"})",
		"d2root": "n.distance(place, root) gives the distance of two places",
	} {
		c.method(name, func(*rangeVarPlot, goja.FunctionCall) goja.Value {
			n.throw(fault.New(fault.Model, "gneuron has no RangeVarPlot.%s", name).WithHint("%s", use))
			return nil
		})
	}
	n.members["RangeVarPlot"] = n.constructor("RangeVarPlot", c.proto, func(args []goja.Value) *goja.Object {
		r := &rangeVarPlot{n: n}
		if len(args) == 0 {
			n.throw(fault.New(fault.Type, "n.RangeVarPlot needs the name of a range variable, such as \"v\", or a function"))
		}
		if goja.IsString(args[0]) {
			r.name = args[0].String()
		} else if f, ok := goja.AssertFunction(args[0]); ok {
			r.f, r.name = f, "function"
		} else {
			n.throw(fault.New(fault.Type, "n.RangeVarPlot needs the name of a range variable, such as \"v\", or a function, not %s", n.show(args[0])))
		}
		for i, at := range []**section.Segment{&r.begin, &r.end} {
			if i+1 < len(args) && !absent(args[i+1]) {
				seg := n.asSegment(args[i+1], []string{"the second", "the third"}[i]+" argument of n.RangeVarPlot")
				*at = &seg
			}
		}
		if r.begin != nil && r.end != nil {
			r.path("path")
		}
		return wrapObject(n.host, c, r)
	})
}
