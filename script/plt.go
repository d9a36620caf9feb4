package script

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
)

// plotState is what a Runtime keeps for plt.
type plotState struct {
	current *figure
	last    *figure            // that was shown
	open    []*figure          // figures that plt.show() shows, in the order made
	files   map[string]*figure // what this script wrote
	params  *goja.Object       // plt.rcParams, made when asked for
	size    [2]float64         // of new figures in pixels; 0 is that of package plot
	density float64            // of new figures, dots per pixel; 0 is that of package plot
	form    string             // one of FigureForms in which figures are shown; "" is left to the place
}

// figure is a figure as scripts see it.
type figure struct {
	*surface
	f    *plot.Figure
	at   *plot.Axes                  // which of its axes plt draws on; nil: the first
	axes map[*plot.Axes]*goja.Object // made when asked for
	file string                      // where show saved it, "" before
}

// current is what plt draws on. A figure without axes gets one.
func (f *figure) current() *plot.Axes {
	if f.at == nil {
		f.at = f.first()
	}
	return f.at
}

// first is what the methods of the figure draw on.
func (f *figure) first() *plot.Axes {
	if len(f.f.Axes) == 0 {
		_, err := f.f.AddAxes(1, 1, 1, 1)
		f.rt.check(err)
	}
	return f.f.Axes[0]
}

// installPlots sets the global plt, which is also the module "plt".
func (rt *Runtime) installPlots() {
	s := rt.newSurface("plt")
	s.addAxes(func() (*figure, *plot.Axes) { f := rt.plots.use(rt); return f, f.current() })
	s.method("figure", func(c plotCall) goja.Value { return rt.figureCall(c).self })
	s.method("subplots", func(c plotCall) goja.Value { return rt.subplots(c) })
	s.method("savefig", func(c plotCall) goja.Value { rt.savefig(rt.plots.use(rt), c); return goja.Undefined() })
	s.method("show", func(c plotCall) goja.Value { rt.showCall(c); return goja.Undefined() })
	s.method("backend", rt.backend)
	s.method("record", rt.recordShape)
	s.method("gcf", func(plotCall) goja.Value { return rt.plots.use(rt).self })
	s.method("gca", func(plotCall) goja.Value { f := rt.plots.use(rt); return f.axesObject(f.current()) })
	s.method("sca", func(c plotCall) goja.Value {
		f, a := c.axes(0)
		rt.plots.current, f.at = f, a
		return goja.Undefined()
	})
	s.method("subplot", func(c plotCall) goja.Value { return rt.plots.use(rt).addSubplot(c) })
	s.method("suptitle", func(c plotCall) goja.Value {
		rt.plots.use(rt).f.Title = c.string("the text", argument(c.args, 0))
		return goja.Undefined()
	})
	s.method("subplot_mosaic", func(c plotCall) goja.Value { return rt.mosaic(c) })
	s.method("subplot2grid", func(c plotCall) goja.Value { return rt.plots.use(rt).subplot2grid(c) })
	s.method("clf", func(plotCall) goja.Value {
		f := rt.plots.use(rt)
		f.f.Axes, f.at, f.f.Title = nil, nil, ""
		return goja.Undefined()
	})
	s.method("close", func(c plotCall) goja.Value {
		switch {
		case len(c.args) > 0 && goja.IsString(c.args[0]) && c.args[0].String() == "all":
			rt.plots.open, rt.plots.current = nil, nil
		case len(c.args) > 0:
			rt.plots.forget(c.figure(0))
		case rt.plots.current != nil:
			rt.plots.forget(rt.plots.current)
			if k := len(rt.plots.open); k > 0 {
				rt.plots.current = rt.plots.open[k-1]
			}
		}
		return goja.Undefined()
	})
	for _, name := range alwaysDone {
		s.method(name, func(plotCall) goja.Value { return goja.Undefined() })
	}
	s.property("rcParams", func() goja.Value { return rt.plots.defaults(rt) })
	obj := s.object(s)
	rt.Global("plt", obj)
	rt.Module("plt", func() goja.Value { return obj })
}

// alwaysDone are functions of pyplot that have nothing to do: figures fit what is in
// them.
var alwaysDone = []string{"tight_layout", "subplots_adjust"}

// use gives the current figure, and makes one where there is none.
func (p *plotState) use(rt *Runtime) *figure {
	if p.current == nil {
		p.current = rt.newFigure(0, 0)
	}
	return p.current
}

// forget closes a figure.
func (p *plotState) forget(f *figure) {
	if p.current == f {
		p.current = nil
	}
	for i, g := range p.open {
		if g == f {
			p.open = append(p.open[:i:i], p.open[i+1:]...)
			return
		}
	}
}

// newFigure makes a figure with a grid of axes, or with 0 by 0 none as yet, which
// becomes the current one.
func (rt *Runtime) newFigure(rows, cols int) *figure {
	inner, err := plot.New(max(rows, 1), max(cols, 1))
	rt.check(err)
	if rows == 0 {
		inner.Axes = nil
	}
	rt.plots.begin(inner)
	s := rt.newSurface("Figure")
	f := &figure{surface: s, f: inner, axes: map[*plot.Axes]*goja.Object{}}
	s.addAxes(func() (*figure, *plot.Axes) { return f, f.first() })
	s.method("savefig", func(c plotCall) goja.Value { rt.savefig(f, c); return goja.Undefined() })
	s.method("show", func(plotCall) goja.Value { rt.show(f); return goja.Undefined() })
	s.method("add_subplot", f.addSubplot)
	s.method("suptitle", func(c plotCall) goja.Value {
		f.f.Title = c.string("the text", argument(c.args, 0))
		return f.self
	})
	for _, name := range alwaysDone {
		s.method(name, func(plotCall) goja.Value { return f.self })
	}
	s.method("set_size_inches", func(c plotCall) goja.Value {
		size := c.args
		if len(size) == 1 {
			rt.sizeOptions(c, f.f)["figsize"](size[0])
			return f.self
		}
		f.f.Width, f.f.Height = 96*c.positive("the width", argument(size, 0)), 96*c.positive("the height", argument(size, 1))
		return f.self
	})
	s.property("width", func() goja.Value { return rt.vm.ToValue(f.f.Width) })
	s.property("height", func() goja.Value { return rt.vm.ToValue(f.f.Height) })
	s.property("axes", func() goja.Value {
		f.first()
		return f.axesArray(f.f.Axes)
	})
	s.object(f)
	rt.plots.current = f
	rt.plots.open = append(rt.plots.open, f)
	return f
}

// axesOf is an axes as scripts see it.
type axesOf struct {
	*surface
	figure *figure
	a      *plot.Axes
}

// axesObject gives the object of one of the axes.
func (f *figure) axesObject(a *plot.Axes) *goja.Object {
	if f.axes[a] == nil {
		s := f.rt.newSurface("Axes")
		s.addAxes(func() (*figure, *plot.Axes) { return f, a })
		f.axes[a] = s.object(&axesOf{s, f, a})
	}
	return f.axes[a]
}

func (f *figure) axesArray(list []*plot.Axes) *goja.Object {
	items := make([]any, len(list))
	for i, a := range list {
		items[i] = f.axesObject(a)
	}
	return f.rt.vm.NewArray(items...)
}

// axes is argument i as axes.
func (c plotCall) axes(i int) (*figure, *plot.Axes) {
	a, ok := c.rt.Host(argument(c.args, i)).(*axesOf)
	if !ok {
		c.rt.Throw(fault.New(fault.Type, "%s takes axes, not %s", c.name, c.rt.brief(argument(c.args, i))))
	}
	return a.figure, a.a
}

// Inspect shows size and content.
func (f *figure) Inspect() string {
	series := 0
	for _, a := range f.f.Axes {
		series += len(a.Series)
	}
	return fmt.Sprintf("Figure of %g x %g pixels: %d axes, %d series", f.f.Width, f.f.Height, len(f.f.Axes), series)
}

// figureCall is plt.figure({...}).
func (rt *Runtime) figureCall(c plotCall) *figure {
	f := rt.newFigure(0, 0)
	ok := false
	defer func() { // a figure with a wrong option was never made
		if !ok {
			rt.plots.forget(f)
		}
	}()
	c.options(0, mergeOptions(rt.sizeOptions(c, f.f), map[string]func(goja.Value){
		"title":        func(v goja.Value) { f.first().Title = c.string("title", v) },
		"x_axis_label": func(v goja.Value) { f.first().X.Label = c.string("x_axis_label", v) },
		"y_axis_label": func(v goja.Value) { f.first().Y.Label = c.string("y_axis_label", v) },
		"x_axis_type":  func(v goja.Value) { f.first().X.Log = c.isLog(v) },
		"y_axis_type":  func(v goja.Value) { f.first().Y.Log = c.isLog(v) },
		"x_range":      func(v goja.Value) { c.limits("x", &f.first().X.Limits, []goja.Value{v}) },
		"y_range":      func(v goja.Value) { c.limits("y", &f.first().Y.Limits, []goja.Value{v}) },
	}))
	ok = true
	return f
}

// sizeOptions are the options that any new figure has.
func (rt *Runtime) sizeOptions(c plotCall, f *plot.Figure) map[string]func(goja.Value) {
	return map[string]func(goja.Value){
		"width":  func(v goja.Value) { f.Width = c.positive("width", v) },
		"height": func(v goja.Value) { f.Height = c.positive("height", v) },
		"dpi":    func(v goja.Value) { f.Density = c.positive("dpi", v) / 96 },
		"figsize": func(v goja.Value) { // inches
			xs, ok := rt.numbers(v, c.name)
			if !ok || len(xs) != 2 {
				rt.Throw(fault.New(fault.Type, "%s: figsize must be [width, height] in inches, not %s", c.name, rt.brief(v)))
			}
			f.Width, f.Height = 96*xs[0], 96*xs[1]
		},
	}
}

func mergeOptions(a, b map[string]func(goja.Value)) map[string]func(goja.Value) {
	for name, f := range b {
		a[name] = f
	}
	return a
}
