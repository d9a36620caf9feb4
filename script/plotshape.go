package script

import (
	"fmt"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/section"
)

// plotShape is n.PlotShape: a picture of sections that plot draws.
type plotShape struct {
	n    *neuron
	list *sectionList // nil: all sections
	shapePlot
}

// Inspect tells what is shown.
func (p *plotShape) Inspect() string {
	if p.variable == "" {
		return "PlotShape"
	}
	return fmt.Sprintf("PlotShape of %s from %g to %g", p.variable, p.lo, p.hi)
}

func (n *neuron) addPlotShape() {
	vm := n.vm
	c := newObjectClass[*plotShape](n.host, "PlotShape")
	c.method("variable", func(p *plotShape, call goja.FunctionCall) goja.Value {
		if len(call.Arguments) == 0 {
			return vm.ToValue(p.variable)
		}
		name := n.stringArgument(call, "PlotShape.variable needs the name of a range variable")
		all := n.shapeSections(p.sections())
		if _, known := n.anyHas(all, name); !known && len(all) > 0 {
			g, err := all[0].At(0.5)
			n.check(err)
			_, err = g.Var(name) // says what is wrong with it
			n.check(err)
		}
		p.variable = name
		return vm.ToValue(0)
	})
	c.method("scale", func(p *plotShape, call goja.FunctionCall) goja.Value {
		lo := n.finiteArgument(call, 0, "the lower end of PlotShape.scale")
		hi := n.finiteArgument(call, 1, "the upper end of PlotShape.scale")
		if lo >= hi {
			n.throw(fault.New(fault.Range, "PlotShape.scale: the ends must ascend, not %g to %g", lo, hi))
		}
		p.lo, p.hi = lo, hi
		return vm.ToValue(0)
	})
	c.method("show", func(p *plotShape, call goja.FunctionCall) goja.Value {
		mode := n.finiteArgument(call, 0, "the mode of PlotShape.show")
		if mode != 0 && mode != 1 && mode != 2 {
			n.throw(fault.New(fault.Range, "PlotShape.show(%g): 0 shows diameters, 1 and 2 lines", mode))
		}
		p.thin = mode != 0
		return vm.ToValue(0)
	})
	c.method("plot", func(p *plotShape, call goja.FunctionCall) goja.Value { return n.plotPlotShape(p, call) })
	n.members["PlotShape"] = n.constructor("PlotShape", c.proto, func(args []goja.Value) *goja.Object {
		p := &plotShape{n: n, shapePlot: shapePlot{lo: -80, hi: 40, marks: true}}
		for _, a := range args {
			if l, ok := n.sectionLists.self(a); ok {
				p.list = l
			} else if obj, ok := a.(*goja.Object); ok && obj.ClassName() == "Array" {
				p.list = &sectionList{n: n, list: n.sectionsOf("the sections of a PlotShape", a)}
			} else if ok {
				n.throw(fault.New(fault.Type, "n.PlotShape takes a SectionList and whether to show it, not %s", n.show(a)))
			}
		}
		return wrapObject(n.host, c, p)
	})
}

// sections are those to be shown; nil is all.
func (p *plotShape) sections() []*section.Section {
	if p.list == nil {
		return nil
	}
	return p.list.live()
}

// plotPlotShape is plot(plt, {cmap, color, label, view, movie}): it draws into a new figure of plt,
// or into axes given in place of plt, and gives the axes.
func (n *neuron) plotPlotShape(p *plotShape, call goja.FunctionCall) goja.Value {
	c := plotCall{n.rt, "PlotShape.plot", call.Arguments}
	var f *figure
	a, ok := n.rt.Host(argument(c.args, 0)).(*axesOf)
	if !ok {
		if target, isSurface := n.rt.Host(argument(c.args, 0)).(*surface); !isSurface || target.name != "plt" {
			n.throw(fault.New(fault.Type, "PlotShape.plot draws with plt, or into axes, not %s", n.show(call.Argument(0))).WithHint("plot(plt)"))
		}
	}
	own := p.shapePlot
	own.sections = slices.Clone(p.sections())
	c.options(1, map[string]func(goja.Value){
		"cmap":  func(v goja.Value) { own.cmap = c.string("cmap", v) },
		"color": func(v goja.Value) { own.color = c.string("color", v) },
		"label": func(v goja.Value) { own.label = c.string("label", v) },
		"view":  func(v goja.Value) { own.view = c.string("view", v) },
		"movie": func(v goja.Value) { c.movie(&own, v) },
	})
	if own.label == "" {
		own.label = own.variable
	}
	if ok {
		n.drawShape(own, a.a, c.check)
		return a.self
	}
	done := false
	f = n.rt.newFigure(1, 1)
	defer func() {
		if !done {
			n.rt.plots.forget(f)
		}
	}()
	n.drawShape(own, f.first(), c.check)
	done = true
	return f.axesObject(f.first())
}
