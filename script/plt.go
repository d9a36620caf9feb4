package script

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
)

// plotState is what a Runtime keeps for plt.
type plotState struct {
	current *figure
	open    []*figure          // figures that plt.show() shows, in the order made
	files   map[string]*figure // what this script wrote
}

// figure is a figure as scripts see it.
type figure struct {
	*surface
	f    *plot.Figure
	at   int            // which of its axes plt draws on
	axes []*goja.Object // made when asked for
	file string         // where show saved it, "" before
}

// installPlots sets the global plt, which is also the module "plt".
func (rt *Runtime) installPlots() {
	s := rt.newSurface("plt")
	s.addAxes(func() *plot.Axes { f := rt.plots.use(rt); return f.f.Axes[f.at] })
	s.method("figure", func(c plotCall) goja.Value { return rt.figureCall(c).self })
	s.method("subplots", func(c plotCall) goja.Value { return rt.subplots(c) })
	s.method("savefig", func(c plotCall) goja.Value { rt.savefig(rt.plots.use(rt), c); return goja.Undefined() })
	s.method("show", func(c plotCall) goja.Value { rt.showCall(c); return goja.Undefined() })
	s.method("gcf", func(plotCall) goja.Value { return rt.plots.use(rt).self })
	s.method("gca", func(plotCall) goja.Value { f := rt.plots.use(rt); return f.axesObject(f.at) })
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
	s.method("tight_layout", func(plotCall) goja.Value { return goja.Undefined() }) // it always is
	obj := s.object(s)
	rt.Global("plt", obj)
	rt.Module("plt", func() goja.Value { return obj })
}

// use gives the current figure, and makes one where there is none.
func (p *plotState) use(rt *Runtime) *figure {
	if p.current == nil {
		p.current = rt.newFigure(1, 1)
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

// newFigure makes a figure with a grid of axes, which becomes the current one.
func (rt *Runtime) newFigure(rows, cols int) *figure {
	inner, err := plot.New(rows, cols)
	rt.check(err)
	s := rt.newSurface("Figure")
	f := &figure{surface: s, f: inner, axes: make([]*goja.Object, rows*cols)}
	s.addAxes(func() *plot.Axes { return f.f.Axes[f.at] })
	s.method("savefig", func(c plotCall) goja.Value { rt.savefig(f, c); return goja.Undefined() })
	s.method("show", func(plotCall) goja.Value { rt.show(f); return goja.Undefined() })
	s.property("width", func() goja.Value { return rt.vm.ToValue(f.f.Width) })
	s.property("height", func() goja.Value { return rt.vm.ToValue(f.f.Height) })
	s.property("axes", func() goja.Value {
		items := make([]any, len(f.axes))
		for i := range items {
			items[i] = f.axesObject(i)
		}
		return rt.vm.NewArray(items...)
	})
	s.object(f)
	rt.plots.current = f
	rt.plots.open = append(rt.plots.open, f)
	return f
}

// axesObject gives the object of one of the axes.
func (f *figure) axesObject(i int) *goja.Object {
	if f.axes[i] == nil {
		s := f.rt.newSurface("Axes")
		s.addAxes(func() *plot.Axes { return f.f.Axes[i] })
		f.axes[i] = s.object(s)
	}
	return f.axes[i]
}

// Inspect shows size and content.
func (f *figure) Inspect() string {
	series := 0
	for _, a := range f.f.Axes {
		series += len(a.Series)
	}
	return fmt.Sprintf("Figure of %g x %g pixels: %d x %d axes, %d series", f.f.Width, f.f.Height, f.f.Rows, f.f.Cols, series)
}

// figureCall is plt.figure({...}).
func (rt *Runtime) figureCall(c plotCall) *figure {
	f := rt.newFigure(1, 1)
	ok := false
	defer func() { // a figure with a wrong option was never made
		if !ok {
			rt.plots.forget(f)
		}
	}()
	a := f.f.Axes[0]
	c.options(0, mergeOptions(rt.sizeOptions(c, f.f), map[string]func(goja.Value){
		"title":        func(v goja.Value) { a.Title = c.string("title", v) },
		"x_axis_label": func(v goja.Value) { a.XLabel = c.string("x_axis_label", v) },
		"y_axis_label": func(v goja.Value) { a.YLabel = c.string("y_axis_label", v) },
		"x_range":      func(v goja.Value) { c.limits("x", &a.XLimits, []goja.Value{v}) },
		"y_range":      func(v goja.Value) { c.limits("y", &a.YLimits, []goja.Value{v}) },
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

// subplots is plt.subplots(rows, cols, {...}): [figure, axes]. The axes are one
// object, an array, or an array of rows.
func (rt *Runtime) subplots(c plotCall) goja.Value {
	size := [2]int{1, 1}
	n := 0
	for n < 2 && n < len(c.args) && goja.IsNumber(c.args[n]) {
		x := c.args[n].ToFloat()
		if x != float64(int(x)) {
			rt.Throw(fault.New(fault.Range, "plt.subplots: the number of %s must be whole, not %g", []string{"rows", "columns"}[n], x))
		}
		size[n] = int(x)
		n++
	}
	f := rt.newFigure(size[0], size[1])
	ok := false
	defer func() {
		if !ok {
			rt.plots.forget(f)
		}
	}()
	c.options(n, rt.sizeOptions(c, f.f))
	ok = true
	var axes goja.Value
	row := func(from, count int) *goja.Object {
		items := make([]any, count)
		for i := range items {
			items[i] = f.axesObject(from + i)
		}
		return rt.vm.NewArray(items...)
	}
	rows, cols := size[0], size[1]
	switch {
	case rows*cols == 1:
		axes = f.axesObject(0)
	case rows == 1 || cols == 1:
		axes = row(0, rows*cols)
	default:
		all := make([]any, rows)
		for i := range all {
			all[i] = row(i*cols, cols)
		}
		axes = rt.vm.NewArray(all...)
	}
	return rt.vm.NewArray(f.self, axes)
}

// savefig is savefig(path, {dpi}); a relative path is below the working
// directory.
func (rt *Runtime) savefig(f *figure, c plotCall) {
	path, ok := "", false
	if len(c.args) > 0 && goja.IsString(c.args[0]) {
		path, ok = c.args[0].String(), true
	}
	if !ok || path == "" {
		rt.Throw(fault.New(fault.Type, "%s needs a path as a string, not %s", c.name, rt.brief(argument(c.args, 0))))
	}
	density := f.f.Density
	defer func() { f.f.Density = density }()
	c.options(1, map[string]func(goja.Value){
		"dpi": func(v goja.Value) { f.f.Density = c.positive("dpi", v) / 96 },
	})
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(rt.dir, path)
	}
	rt.saveFigure(f, full)
}

func (rt *Runtime) saveFigure(f *figure, path string) {
	err := f.f.Save(path)
	if pathErr, ok := err.(*os.PathError); ok {
		err = &Error{Class: "Error", Message: fileError("write", rt.displayName(path), pathErr)}
	}
	if e := fault.As(err); e != nil {
		e.Msg = strings.ReplaceAll(e.Msg, path, rt.displayName(path))
	}
	rt.check(err)
	if rt.plots.files == nil {
		rt.plots.files = map[string]*figure{}
	}
	rt.plots.files[path] = f
}

// showCall is plt.show() of all figures, or plt.show(figure).
func (rt *Runtime) showCall(c plotCall) {
	if len(c.args) > 0 && !absent(c.args[0]) {
		rt.show(c.figure(0))
		return
	}
	for _, f := range rt.plots.open {
		rt.show(f)
	}
	rt.plots.open, rt.plots.current = nil, nil
}

// show saves a figure as a PNG beside the script, as model.png, model-2.png and
// so on for model.js, and says so on stderr. Without a script the name is
// figure.png, in the working directory. A figure that is shown again is written
// to its own file, and none to the file of another one.
func (rt *Runtime) show(f *figure) {
	path := f.file
	if path == "" {
		stem := filepath.Join(rt.dir, "figure")
		if rt.scriptPath != "" {
			stem = strings.TrimSuffix(rt.scriptPath, filepath.Ext(rt.scriptPath))
		}
		path = stem + ".png"
		for k := 2; rt.plots.files[path] != nil && rt.plots.files[path] != f; k++ {
			path = fmt.Sprintf("%s-%d.png", stem, k)
		}
	}
	rt.saveFigure(f, path)
	f.file = path
	rt.plots.forget(f)
	rt.printTo(rt.stderr, "saved "+rt.displayName(path))
}
