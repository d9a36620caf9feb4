package script

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/plot"
)

// addAxes adds what plt, a Figure and an Axes have in common: everything that
// acts on one pair of axes. The functions of pyplot and those of Bokeh act on
// the same axes and take each other's options.
func (s *surface) addAxes(at func() (*figure, *plot.Axes)) {
	rt := s.rt
	chain := func(name string, f func(c plotCall, a *plot.Axes)) {
		s.method(name, func(c plotCall) goja.Value {
			_, a := at()
			f(c, a)
			if s.name == "plt" { // in a REPL it would only be in the way
				return goja.Undefined()
			}
			return s.self
		})
	}
	addScales(chain)
	addAreas(chain)
	addFields(chain)
	s.method("twinx", func(plotCall) goja.Value {
		f, a := at()
		twin := a.AddTwin()
		if s.name == "plt" {
			f.at = twin
		}
		return f.axesObject(twin)
	})
	chain("plot", func(c plotCall, a *plot.Axes) { rt.plot(c, a) })
	chain("line", func(c plotCall, a *plot.Axes) {
		x, y := rt.xy(c)
		series := plot.Series{X: x, Y: y, Line: "-"}
		c.options(2, c.seriesOptions(&series))
		c.check(a.Add(series))
	})
	chain("scatter", scatter)
	chain("circle", scatter)
	chain("multi_line", func(c plotCall, a *plot.Axes) { // Bokeh's
		x, y := c.lists(0, "x"), c.lists(1, "y")
		if len(x) != len(y) {
			c.rt.Throw(fault.New(fault.Range, "%s: there are %d lists of x and %d of y", c.name, len(x), len(y)))
		}
		s := plot.Series{Line: "-"}
		for i := range x {
			if len(x[i]) != len(y[i]) {
				c.rt.Throw(fault.New(fault.Range, "%s: line %d has %d x and %d y", c.name, i, len(x[i]), len(y[i])))
			}
			s.X, s.Y = append(append(s.X, x[i]...), math.NaN()), append(append(s.Y, y[i]...), math.NaN())
		}
		c.options(2, c.seriesOptions(&s))
		c.check(a.Add(s))
	})
	chain("vlines", func(c plotCall, a *plot.Axes) {
		x, y := rt.strokes(c, "x", "ymin", "ymax")
		c.strokes(a, x, y)
	})
	chain("hlines", func(c plotCall, a *plot.Axes) {
		y, x := rt.strokes(c, "y", "xmin", "xmax")
		c.strokes(a, x, y)
	})
	label := func(names []string, field func(*plot.Axes) *string) {
		for _, name := range names {
			chain(name, func(c plotCall, a *plot.Axes) { *field(a) = c.string("the text", argument(c.args, 0)) })
		}
	}
	label([]string{"title", "set_title"}, func(a *plot.Axes) *string { return &a.Title })
	label([]string{"xlabel", "set_xlabel"}, func(a *plot.Axes) *string { return &a.X.Label })
	label([]string{"ylabel", "set_ylabel"}, func(a *plot.Axes) *string { return &a.Y.Label })
	for _, name := range []string{"xlim", "set_xlim"} {
		chain(name, func(c plotCall, a *plot.Axes) { c.limits("x", &a.X.Limits, c.args) })
	}
	for _, name := range []string{"ylim", "set_ylim"} {
		chain(name, func(c plotCall, a *plot.Axes) { c.limits("y", &a.Y.Limits, c.args) })
	}
	chain("grid", func(c plotCall, a *plot.Axes) {
		a.Grid = len(c.args) == 0 || c.args[0].ToBoolean()
	})
	chain("legend", legend)
	chain("cla", func(_ plotCall, a *plot.Axes) { *a = plot.Axes{Cell: a.Cell, Grid: true} })
	s.property("spines", rt.spines)
	s.method("set", func(c plotCall) goja.Value { return s.setAll(c) })
}

// setAll is set({title, xlabel, xlim, ...}): each name calls set_name.
func (s *surface) setAll(c plotCall) goja.Value {
	obj, ok := c.plainObject(argument(c.args, 0))
	if !ok {
		s.rt.Throw(fault.New(fault.Type, "%s takes an object such as {xlabel: \"t (ms)\"}, not %s", c.name, s.rt.brief(argument(c.args, 0))))
	}
	for _, name := range obj.Keys() {
		set, ok := goja.AssertFunction(s.methods["set_"+name])
		if !ok {
			var names []string
			for _, known := range s.Keys() {
				if name, ok := strings.CutPrefix(known, "set_"); ok {
					names = append(names, name)
				}
			}
			s.rt.Throw(fault.New(fault.Type, "%s has no option %q", c.name, name).DidYouMean(spell.Nearest(name, names)))
		}
		_, err := set(s.self, obj.Get(name))
		s.rt.check(err)
	}
	if s.name == "plt" {
		return goja.Undefined()
	}
	return s.self
}

// legend is legend(), legend(false), legend({loc}) or legend([labels], {loc}).
func legend(c plotCall, a *plot.Axes) {
	a.Legend.Hidden = false
	args := c.args
	if len(args) > 0 {
		if obj, ok := args[0].(*goja.Object); ok && obj.ClassName() == "Array" {
			k := 0
			c.rt.vm.ForOf(obj, func(v goja.Value) bool {
				if k >= len(a.Series) {
					c.rt.Throw(fault.New(fault.Range, "%s: there are more labels than the %d lines", c.name, len(a.Series)))
				}
				a.Series[k].Label = c.string("a label", v)
				k++
				return true
			})
			args = args[1:]
		} else if !goja.IsString(args[0]) && !ok {
			a.Legend.Hidden = !args[0].ToBoolean()
			return
		}
	}
	place := func(v goja.Value) {
		p, err := plot.ParsePlace(c.string("the place", v))
		c.check(err)
		a.Legend.Place = p
	}
	if len(args) > 0 && goja.IsString(args[0]) {
		place(args[0])
		return
	}
	c.args = args
	c.options(0, map[string]func(goja.Value){"loc": place, "location": place})
}

// isData tells what can be x or y.
func (rt *Runtime) isData(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	if rt.toVector(v) != nil {
		return true
	}
	f := obj.GetSymbol(goja.SymIterator)
	return f != nil && !goja.IsUndefined(f)
}

// data copies the numbers of argument i; null, as JSON writes NaN, is a gap.
func (rt *Runtime) data(c plotCall, i int, what string) []float64 {
	v := argument(c.args, i)
	if !rt.isData(v) {
		rt.Throw(fault.New(fault.Type, "%s: %s must be an array, a typed array or a Vector, not %s", c.name, what, rt.brief(v)))
	}
	if obj := v.(*goja.Object); obj.ClassName() == "Array" {
		var xs []float64
		rt.vm.ForOf(obj, func(x goja.Value) bool {
			switch {
			case goja.IsNumber(x):
				xs = append(xs, x.ToFloat())
			case goja.IsNull(x):
				xs = append(xs, math.NaN())
			default:
				rt.Throw(fault.New(fault.Type, "%s: element %d of %s is %s, not a number", c.name, len(xs), what, rt.brief(x)))
			}
			return true
		})
		return xs
	}
	xs, _ := rt.numbers(v, c.name+": "+what)
	return slices.Clone(xs)
}

// xy are the first two arguments, which must be of the same length.
func (rt *Runtime) xy(c plotCall) (x, y []float64) {
	return rt.data(c, 0, "x"), rt.data(c, 1, "y")
}

// plot is plot(y), plot(x, y), plot(x, y, format), and any number of those after
// each other, with options at the end that hold for all.
func (rt *Runtime) plot(c plotCall, a *plot.Axes) {
	var all []plot.Series
	i := 0
	for i < len(c.args) && rt.isData(c.args[i]) {
		var s plot.Series
		if i+1 < len(c.args) && rt.isData(c.args[i+1]) {
			s.X, s.Y = rt.data(c, i, "x"), rt.data(c, i+1, "y")
			i += 2
		} else {
			s.Y = rt.data(c, i, "y")
			s.X = make([]float64, len(s.Y))
			for k := range s.X {
				s.X[k] = float64(k)
			}
			i++
		}
		s.Line = "-"
		if i < len(c.args) && goja.IsString(c.args[i]) {
			style, err := plot.ParseFormat(c.args[i].String())
			c.check(err)
			s.Color, s.Line, s.Marker = style.Color, style.Line, style.Marker
			i++
		}
		all = append(all, s)
	}
	if len(all) == 0 {
		rt.data(c, 0, "y") // says what it is instead
	}
	for k := range all {
		c.options(i, c.seriesOptions(&all[k]))
	}
	rt.warnUnrecorded(c)
	before := *a // all of them or none
	for _, s := range all {
		if err := a.Add(s); err != nil {
			*a = before
			c.check(err)
		}
	}
}

// scatter is scatter(x, y, {c, s, cmap, vmin, vmax, ...}): c and s may be lists, c of
// numbers or of colours.
func scatter(c plotCall, a *plot.Axes) {
	x, y := c.rt.xy(c)
	s := plot.Series{X: x, Y: y, Marker: "o"}
	takers := c.seriesOptions(&s)
	tint := func() *plot.Tint {
		if s.Tint == nil {
			s.Tint = &plot.Tint{}
		}
		return s.Tint
	}
	lo, hi := math.NaN(), math.NaN()
	var colors plot.Colormap
	for _, name := range []string{"c", "color"} {
		plain := takers[name]
		takers[name] = func(v goja.Value) {
			obj, ok := v.(*goja.Object)
			switch {
			case ok && obj.ClassName() == "Array" && obj.Get("0") != nil && goja.IsString(obj.Get("0")):
				t := tint()
				t.Listed = true
				for i, text := range c.strings("the colours", v) {
					ink, err := plot.ParseColor(text)
					c.check(err)
					t.Values = append(t.Values, float64(i))
					t.Colors = append(t.Colors, color.NRGBAModel.Convert(ink).(color.NRGBA))
				}
			case c.rt.isData(v):
				tint().Values = c.each(v, 0, "c")
			default:
				plain(v)
			}
		}
	}
	area := takers["s"]
	takers["s"] = func(v goja.Value) {
		if !c.rt.isData(v) {
			area(v)
			return
		}
		s.Sizes = c.each(v, 0, "s")
		for i, size := range s.Sizes {
			if !(size >= 0) {
				c.rt.Throw(fault.New(fault.Range, "%s: element %d of s is %g, not an area", c.name, i, size))
			}
			s.Sizes[i] = math.Sqrt(size)
		}
	}
	takers["cmap"] = func(v goja.Value) {
		var err error
		colors, err = plot.ParseColormap(c.string("cmap", v))
		c.check(err)
	}
	takers["vmin"] = func(v goja.Value) { lo = c.finite("vmin", v) }
	takers["vmax"] = func(v goja.Value) { hi = c.finite("vmax", v) }
	c.options(2, takers)
	if t := s.Tint; t != nil && !t.Listed {
		t.Colors = colors
		if !math.IsNaN(lo) || !math.IsNaN(hi) {
			t.Lo, t.Hi = plot.Extremes(t.Values)
			if !math.IsNaN(lo) {
				t.Lo = lo
			}
			if !math.IsNaN(hi) {
				t.Hi = hi
			}
		}
	}
	c.check(a.Add(s))
}

// strokes reads at, lo, hi: a line from lo to hi at each place of at, as the ticks
// of a raster. It gives the points of all lines, with a gap behind each.
func (rt *Runtime) strokes(c plotCall, what, loName, hiName string) (at, along []float64) {
	var places []float64
	if v := argument(c.args, 0); goja.IsNumber(v) {
		places = []float64{v.ToFloat()}
	} else {
		places = rt.data(c, 0, what)
	}
	ends := [2]float64{}
	for i, name := range []string{loName, hiName} {
		v := argument(c.args, 1+i)
		if !goja.IsNumber(v) {
			rt.Throw(fault.New(fault.Type, "%s: %s must be a number, not %s", c.name, name, rt.brief(v)))
		}
		ends[i] = v.ToFloat()
	}
	for _, x := range places {
		at = append(at, x, x, math.NaN())
		along = append(along, ends[0], ends[1], math.NaN())
	}
	return at, along
}

// strokes adds what rt.strokes read.
func (c plotCall) strokes(a *plot.Axes, x, y []float64) {
	series := plot.Series{X: x, Y: y, Line: "-"}
	c.options(3, c.seriesOptions(&series))
	c.check(a.Add(series))
}

// seriesOptions are the options of a series by pyplot's and by Bokeh's names.
// Widths and sizes are in points by pyplot's, in pixels by Bokeh's.
func (c plotCall) seriesOptions(s *plot.Series) map[string]func(goja.Value) {
	alpha := func(v goja.Value) {
		x := c.positive("alpha", v)
		if x > 1 {
			c.rt.Throw(fault.New(fault.Range, "%s: alpha must be above 0 and at most 1, not %g", c.name, x))
		}
		s.Alpha = x
	}
	color := func(v goja.Value) {
		var err error
		s.Color, err = plot.ParseColor(c.string("the colour", v))
		c.check(err)
	}
	label := func(v goja.Value) { s.Label = c.string("the label", v) }
	width := func(what string, unit float64) func(goja.Value) {
		return func(v goja.Value) { s.Width = c.positive(what, v) * unit }
	}
	size := func(what string, unit float64) func(goja.Value) {
		return func(v goja.Value) { s.MarkerSize = c.positive(what, v) * unit }
	}
	line := func(v goja.Value) {
		var err error
		s.Line, err = plot.ParseLine(c.string("the line style", v))
		c.check(err)
	}
	return map[string]func(goja.Value){
		"label": label, "legend_label": label,
		"color": color, "c": color, "line_color": color, "fill_color": color,
		"alpha": alpha, "line_alpha": alpha, "fill_alpha": alpha,
		"linewidth": width("linewidth", 1), "lw": width("lw", 1), "line_width": width("line_width", plot.Pixel),
		"linestyle": line, "ls": line, "line_dash": line,
		"markersize": size("markersize", 1), "ms": size("ms", 1), "size": size("size", plot.Pixel),
		"s": func(v goja.Value) { s.MarkerSize = math.Sqrt(c.positive("s", v)) }, // an area
		"marker": func(v goja.Value) {
			var err error
			s.Marker, err = plot.ParseMarker(c.string("the marker", v))
			c.check(err)
		},
	}
}
