package script

import (
	"maps"
	"math"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
)

// addAreas adds what has an extent: error bars, areas, bars, stripes and rasters.
func addAreas(chain chain) {
	chain("errorbar", errorbar)
	chain("fill_between", fillBetween)
	chain("bar", func(c plotCall, a *plot.Axes) { bar(c, a, false) })
	chain("barh", func(c plotCall, a *plot.Axes) { bar(c, a, true) })
	chain("hist", hist)
	chain("stem", stem)
	chain("boxplot", boxplot)
	chain("stackplot", stackplot)
	chain("step", step)
	chain("eventplot", eventplot)
	for _, across := range []struct {
		letter   string
		vertical bool
	}{{"v", true}, {"h", false}} {
		chain("ax"+across.letter+"line", func(c plotCall, a *plot.Axes) {
			at, options := 0.0, 0
			if len(c.args) > 0 && goja.IsNumber(c.args[0]) {
				at, options = c.finite("the place", c.args[0]), 1
			}
			span := plot.Span{Vertical: across.vertical, Lo: at, Hi: at}
			c.options(options, c.spanOptions(&span))
			c.check(a.AddSpan(span))
		})
		chain("ax"+across.letter+"span", func(c plotCall, a *plot.Axes) {
			span := plot.Span{
				Vertical: across.vertical,
				Lo:       c.finite("an end", argument(c.args, 0)), Hi: c.finite("an end", argument(c.args, 1)),
			}
			c.options(2, c.spanOptions(&span))
			c.check(a.AddSpan(span))
		})
	}
}

// spanOptions are those of a series that a stripe has, too.
func (c plotCall) spanOptions(s *plot.Span) map[string]func(goja.Value) {
	var like plot.Series
	takers := c.seriesOptions(&like)
	takers["facecolor"] = takers["color"]
	for name, take := range takers {
		if name == "marker" || name == "markersize" || name == "ms" || name == "size" || name == "s" {
			delete(takers, name)
			continue
		}
		takers[name] = func(v goja.Value) {
			take(v)
			s.Label, s.Color, s.Line, s.Width, s.Alpha = like.Label, like.Color, like.Line, like.Width, like.Alpha
		}
	}
	return takers
}

// areaOptions are those of a series that an area has, too.
func (c plotCall) areaOptions(s *plot.Area) map[string]func(goja.Value) {
	var span plot.Span
	all := c.spanOptions(&span)
	takers := map[string]func(goja.Value){}
	for _, name := range []string{"label", "legend_label", "color", "c", "facecolor", "fill_color", "alpha", "fill_alpha"} {
		takers[name] = func(v goja.Value) {
			all[name](v)
			s.Label, s.Color, s.Alpha = span.Label, span.Color, span.Alpha
		}
	}
	return takers
}

// each is argument i as n numbers; one number stands for all.
func (c plotCall) each(v goja.Value, n int, what string) []float64 {
	if v != nil && goja.IsNumber(v) {
		return slices.Repeat([]float64{v.ToFloat()}, n)
	}
	c.args = []goja.Value{v}
	return c.rt.data(c, 0, what)
}

// errors reads the lengths of error bars: a number, one per point, or [below,
// above].
func (c plotCall) errors(v goja.Value, n int, what string) plot.Errors {
	if absent(v) {
		return plot.Errors{}
	}
	if obj, ok := v.(*goja.Object); ok && obj.ClassName() == "Array" {
		if first := obj.Get("0"); first != nil && c.rt.isData(first) {
			e := plot.Errors{Low: c.each(first, n, what), High: c.each(obj.Get("1"), n, what)}
			c.checkErrors(what, e.Low, e.High)
			return e
		}
	}
	both := c.each(v, n, what)
	c.checkErrors(what, both)
	return plot.Errors{Low: both, High: both}
}

func (c plotCall) checkErrors(what string, lists ...[]float64) {
	for _, list := range lists {
		for i, x := range list {
			if x < 0 {
				c.rt.Throw(fault.New(fault.Range, "%s: element %d of %s is negative: %g", c.name, i, what, x))
			}
		}
	}
}

// errorbar is errorbar(x, y, yerr, xerr, {fmt, capsize}); the errors may stand in
// the options.
func errorbar(c plotCall, a *plot.Axes) {
	x, y := c.rt.xy(c)
	s := plot.Series{X: x, Y: y, Line: "-"}
	i := 2
	for _, e := range []*plot.Errors{&s.YErr, &s.XErr} {
		v := argument(c.args, i)
		if goja.IsNumber(v) || c.rt.isData(v) || goja.IsNull(v) {
			*e = c.errors(v, len(x), []string{"yerr", "xerr"}[i-2])
			i++
		}
	}
	takers := c.seriesOptions(&s)
	takers["yerr"] = func(v goja.Value) { s.YErr = c.errors(v, len(x), "yerr") }
	takers["xerr"] = func(v goja.Value) { s.XErr = c.errors(v, len(x), "xerr") }
	takers["capsize"] = func(v goja.Value) { s.CapSize = c.positive("capsize", v) }
	takers["fmt"] = func(v goja.Value) {
		style, err := plot.ParseFormat(c.string("fmt", v))
		c.check(err)
		s.Line, s.Marker = style.Line, style.Marker
		if style.Color != nil {
			s.Color = style.Color
		}
	}
	c.options(i, takers)
	c.check(a.Add(s))
}

// fillBetween is fill_between(x, y1, y2 = 0, {where, color, alpha, label}).
func fillBetween(c plotCall, a *plot.Axes) {
	s := plot.Area{X: c.rt.data(c, 0, "x")}
	n := len(s.X)
	s.Hi = c.each(argument(c.args, 1), n, "y1")
	i := 2
	if v := argument(c.args, 2); goja.IsNumber(v) || c.rt.isData(v) {
		s.Lo = c.each(v, n, "y2")
		i++
	} else {
		s.Lo = make([]float64, n)
	}
	takers := c.areaOptions(&s)
	takers["where"] = func(v goja.Value) {
		k := 0
		c.rt.vm.ForOf(v, func(x goja.Value) bool {
			if k < len(s.Hi) && !x.ToBoolean() {
				s.Hi[k] = math.NaN()
			}
			k++
			return true
		})
		if k != n {
			c.rt.Throw(fault.New(fault.Range, "%s: x has %d values and where has %d", c.name, n, k))
		}
	}
	c.options(i, takers)
	c.check(a.AddArea(s))
}

// step is step(x, y, {where: "pre" | "post" | "mid"}).
func step(c plotCall, a *plot.Axes) {
	x, y := c.rt.xy(c)
	s := plot.Series{X: x, Y: y, Line: "-"}
	where := "pre"
	takers := c.seriesOptions(&s)
	takers["where"] = func(v goja.Value) { where = c.choice("where", v, "pre", "post", "mid") }
	c.options(2, takers)
	if len(x) == len(y) {
		s.X, s.Y = plot.Steps(x, y, where)
	}
	c.check(a.Add(s))
}

// eventplot is eventplot(times, {...}) or eventplot([times, times, ...], {...}): a
// row of strokes for each train of spikes.
func eventplot(c plotCall, a *plot.Axes) {
	var rows [][]float64
	if obj, ok := argument(c.args, 0).(*goja.Object); ok && obj.ClassName() == "Array" && c.rt.isData(obj.Get("0")) {
		c.rt.vm.ForOf(obj, func(v goja.Value) bool {
			rows = append(rows, c.each(v, 0, "the times"))
			return true
		})
	} else {
		rows = [][]float64{c.rt.data(c, 0, "the times")}
	}
	length := 1.0
	offsets := apart(len(rows), 1)
	var like plot.Series
	var colors []string
	takers := c.seriesOptions(&like)
	maps.DeleteFunc(takers, func(name string, _ func(goja.Value)) bool { return name == "marker" })
	takers["lineoffsets"] = func(v goja.Value) {
		if goja.IsNumber(v) {
			offsets = apart(len(rows), c.finite("lineoffsets", v))
			return
		}
		offsets = c.each(v, len(rows), "lineoffsets")
	}
	takers["linelengths"] = func(v goja.Value) { length = c.positive("linelengths", v) }
	takers["linewidths"] = takers["linewidth"]
	takers["colors"] = func(v goja.Value) {
		if goja.IsString(v) {
			takers["color"](v)
			return
		}
		colors = c.strings("the colours", v)
	}
	c.options(1, takers)
	if len(offsets) != len(rows) || colors != nil && len(colors) != len(rows) {
		c.rt.Throw(fault.New(fault.Range, "%s: there are %d trains, %d lineoffsets and %d colours", c.name, len(rows), len(offsets), len(colors)))
	}
	like.Line = "-"
	if colors == nil {
		like.X, like.Y = plot.Raster(rows, offsets, length)
		c.check(a.Add(like))
		return
	}
	var all []plot.Series
	for i, name := range colors {
		s := like
		var err error
		s.Color, err = plot.ParseColor(name)
		c.check(err)
		s.X, s.Y = plot.Raster(rows[i:i+1], offsets[i:i+1], length)
		all = append(all, s)
	}
	for _, s := range all {
		c.check(a.Add(s))
	}
}

// apart are the places of n rows: a distance from each other from 0 on, or that of
// the only row.
func apart(n int, distance float64) []float64 {
	if n == 1 {
		return []float64{distance}
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(i) * distance
	}
	return out
}
