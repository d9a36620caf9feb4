package script

import (
	"math"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
)

// bars appends a rectangle over [left, right] to an area.
func bars(s *plot.Area, left, right, lo, hi float64) {
	nan := math.NaN()
	s.X = append(s.X, min(left, right), max(left, right), nan)
	s.Lo = append(s.Lo, min(lo, hi), min(lo, hi), nan)
	s.Hi = append(s.Hi, max(lo, hi), max(lo, hi), nan)
}

// edgeOptions adds those of the line around an area.
func (c plotCall) edgeOptions(s *plot.Area, takers map[string]func(goja.Value)) {
	takers["edgecolor"] = func(v goja.Value) {
		if name := c.string("edgecolor", v); name != "none" {
			var err error
			s.Edge, err = plot.ParseColor(name)
			c.check(err)
		}
	}
	takers["linewidth"] = func(v goja.Value) { s.EdgeWidth = c.positive("linewidth", v) }
	takers["ec"], takers["lw"] = takers["edgecolor"], takers["linewidth"]
}

// bar is bar(x, height, {width, bottom, yerr, ...}), or barh(y, width, {height,
// left, xerr, ...}) along y; the places may be an array of texts.
func bar(c plotCall, a *plot.Axes, along bool) {
	place, size, base, thick, err := "x", "the heights", "bottom", "width", "yerr"
	if along {
		place, size, base, thick, err = "y", "the widths", "left", "height", "xerr"
	}
	var at []float64
	var names []string
	if obj, ok := argument(c.args, 0).(*goja.Object); ok && obj.ClassName() == "Array" && obj.Get("0") != nil && goja.IsString(obj.Get("0")) {
		names = c.strings(place, obj)
		at = indices(len(names))
	} else {
		at = c.rt.data(c, 0, place)
	}
	n := len(at)
	length := c.each(argument(c.args, 1), n, size)
	from := make([]float64, n)
	width := 0.8
	var s plot.Area
	errors := plot.Series{Color: black, CapSize: 3, Width: 1.2}
	var e plot.Errors
	takers := c.areaOptions(&s)
	c.edgeOptions(&s, takers)
	takers[thick] = func(v goja.Value) { width = c.positive(thick, v) }
	takers[base] = func(v goja.Value) { from = c.each(v, n, base) }
	takers[err] = func(v goja.Value) { e = c.errors(v, n, err) }
	takers["capsize"] = func(v goja.Value) { errors.CapSize = c.positive("capsize", v) }
	takers["tick_label"] = func(v goja.Value) { names = c.strings("tick_label", v) }
	c.options(2, takers)
	if len(length) != n || len(from) != n {
		c.rt.Throw(fault.New(fault.Range, "%s: there are %d bars, %d %s and %d %ss", c.name, n, len(length), size[4:], len(from), base))
	}
	for i := range at {
		if along {
			bars(&s, from[i], from[i]+length[i], at[i]-width/2, at[i]+width/2)
		} else {
			bars(&s, at[i]-width/2, at[i]+width/2, from[i], from[i]+length[i])
		}
		errors.X, errors.Y = append(errors.X, at[i]), append(errors.Y, from[i]+length[i])
	}
	errors.YErr = e
	axis := &a.X
	if along {
		errors.X, errors.Y, errors.XErr, errors.YErr = errors.Y, errors.X, e, plot.Errors{}
		axis = &a.Y
	}
	if names != nil {
		own := *axis
		c.check(own.SetTicks(at, names))
		defer func() { *axis = own }()
	}
	if e.Low != nil {
		c.check(a.Add(errors))
	}
	c.check(a.AddArea(s))
}

// black is the colour of what stands beside the data: error bars, boxes.
var black, _ = plot.ParseColor("k")

// hist is hist(x, {bins, range, density, cumulative, histtype}): bins is their number,
// 10, or their edges.
func hist(c plotCall, a *plot.Axes) {
	x := slices.DeleteFunc(c.rt.data(c, 0, "x"), func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
	n, density, cumulative, kind := 10, false, false, "bar"
	var edges, ends []float64
	var s plot.Area
	takers := c.areaOptions(&s)
	c.edgeOptions(&s, takers)
	takers["bins"] = func(v goja.Value) {
		if goja.IsNumber(v) {
			if n = c.whole("bins", v); n < 1 || n > 1e6 {
				c.rt.Throw(fault.Outside("bins", float64(n), 1, 1e6))
			}
			return
		}
		edges = c.each(v, 0, "bins")
	}
	takers["range"] = func(v goja.Value) { ends = c.each(v, 0, "range") }
	takers["density"] = func(v goja.Value) { density = v.ToBoolean() }
	takers["cumulative"] = func(v goja.Value) { cumulative = v.ToBoolean() }
	takers["histtype"] = func(v goja.Value) { kind = c.choice("histtype", v, "bar", "stepfilled", "step") }
	c.options(1, takers)
	counts, edges, err := plot.Histogram(x, edges, n, ends, density)
	c.check(err)
	if cumulative {
		sum := 0.0
		for i, k := range counts {
			if density {
				k *= edges[i+1] - edges[i]
			}
			sum += k
			counts[i] = sum
		}
	}
	if kind == "step" {
		line := plot.Series{Line: "-", Label: s.Label, Color: s.Color, Alpha: s.Alpha, Width: s.EdgeWidth}
		line.X, line.Y = []float64{edges[0]}, []float64{0}
		for i, k := range counts {
			line.X, line.Y = append(line.X, edges[i], edges[i+1]), append(line.Y, k, k)
		}
		line.X, line.Y = append(line.X, edges[len(edges)-1]), append(line.Y, 0)
		c.check(a.Add(line))
		return
	}
	for i, k := range counts {
		if s.Edge != nil && kind == "bar" {
			bars(&s, edges[i], edges[i+1], 0, k)
			continue
		}
		s.X = append(s.X, edges[i], edges[i+1]) // no gap between the bars
		s.Lo = append(s.Lo, 0, 0)
		s.Hi = append(s.Hi, k, k)
	}
	c.check(a.AddArea(s))
}

// stem is stem(y, {...}) or stem(x, y, {bottom, ...}): a line up to each point, with
// a marker there.
func stem(c plotCall, a *plot.Axes) {
	x, y, n := []float64(nil), []float64(nil), 2
	if c.rt.isData(argument(c.args, 1)) {
		x, y = c.rt.xy(c)
	} else {
		y, n = c.rt.data(c, 0, "y"), 1
		x = indices(len(y))
	}
	bottom := 0.0
	s := plot.Series{X: x, Y: y, Marker: "o"}
	takers := c.seriesOptions(&s)
	takers["bottom"] = func(v goja.Value) { bottom = c.finite("bottom", v) }
	c.options(n, takers)
	s.Line = ""
	if s.Color == nil {
		s.Color = a.NextColor()
	}
	c.check(a.Add(s)) // the lines only if the points are well
	if len(x) == 0 {
		return
	}
	points := len(a.Series) - 1
	lines := plot.Series{Line: "-", Color: s.Color, Width: s.Width, Alpha: s.Alpha}
	for i := range x {
		lines.X, lines.Y = append(lines.X, x[i], x[i], math.NaN()), append(lines.Y, bottom, y[i], math.NaN())
	}
	c.check(a.Add(lines))
	c.check(a.Add(plot.Series{X: []float64{slices.Min(x), slices.Max(x)}, Y: []float64{bottom, bottom}, Line: "-", Width: 1, Color: black}))
	over := a.Series[points] // the points stand over the lines
	a.Series = append(slices.Delete(a.Series, points, points+1), over)
}

// boxplot is boxplot(x, {...}) or boxplot([x, y, ...], {labels, positions, widths,
// whis, showfliers}).
func boxplot(c plotCall, a *plot.Axes) {
	rows := c.lists(0, "the values")
	n := len(rows)
	at := indices(n)
	for i := range at {
		at[i]++
	}
	width, whiskers, fliers := 0.5, 1.5, true
	var names []string
	color := black
	label := func(v goja.Value) { names = c.strings("labels", v) }
	c.options(1, map[string]func(goja.Value){
		"labels": label, "tick_labels": label,
		"positions":  func(v goja.Value) { at = c.each(v, n, "positions") },
		"widths":     func(v goja.Value) { width = c.positive("widths", v) },
		"whis":       func(v goja.Value) { whiskers = c.positive("whis", v) },
		"showfliers": func(v goja.Value) { fliers = v.ToBoolean() },
		"color": func(v goja.Value) {
			var err error
			color, err = plot.ParseColor(c.string("color", v))
			c.check(err)
		},
	})
	if len(at) != n || names != nil && len(names) != n {
		c.rt.Throw(fault.New(fault.Range, "%s: there are %d boxes, %d positions and %d labels", c.name, n, len(at), len(names)))
	}
	box := plot.Series{Line: "-", Color: color, Width: 1.2}
	median := plot.Series{Line: "-", Color: plot.Cycle[1], Width: 2}
	points := plot.Series{Marker: "o", Color: color, MarkerSize: 4}
	nan := math.NaN()
	line := func(s *plot.Series, xy ...float64) {
		for i := 0; i < len(xy); i += 2 {
			s.X, s.Y = append(s.X, xy[i]), append(s.Y, xy[i+1])
		}
		s.X, s.Y = append(s.X, nan), append(s.Y, nan)
	}
	for i, row := range rows {
		b, ok := plot.NewBox(row, whiskers)
		if !ok {
			continue
		}
		l, r, half := at[i]-width/2, at[i]+width/2, width/4
		line(&box, l, b.Q1, r, b.Q1, r, b.Q3, l, b.Q3, l, b.Q1)
		line(&box, at[i], b.Q1, at[i], b.Low)
		line(&box, at[i], b.Q3, at[i], b.High)
		line(&box, at[i]-half, b.Low, at[i]+half, b.Low)
		line(&box, at[i]-half, b.High, at[i]+half, b.High)
		line(&median, l, b.Median, r, b.Median)
		for _, v := range b.Outside {
			points.X, points.Y = append(points.X, at[i]), append(points.Y, v)
		}
	}
	c.check(a.Add(box))
	c.check(a.Add(median))
	if fliers && len(points.X) > 0 {
		c.check(a.Add(points))
	}
	if names == nil {
		for _, x := range at {
			names = append(names, c.rt.vm.ToValue(x).String())
		}
	}
	c.check(a.X.SetTicks(at, names))
}

// lists are one list of numbers, or several.
func (c plotCall) lists(i int, what string) [][]float64 {
	if !c.isTable(argument(c.args, i)) {
		return [][]float64{c.rt.data(c, i, what)}
	}
	var rows [][]float64
	c.rt.vm.ForOf(c.args[i], func(v goja.Value) bool {
		rows = append(rows, c.each(v, 0, what))
		return true
	})
	return rows
}

// stackplot is stackplot(x, y1, y2, ..., {labels, colors}): areas on top of each
// other. The y may be in one array.
func stackplot(c plotCall, a *plot.Axes) {
	x := c.rt.data(c, 0, "x")
	n := 1
	var rows [][]float64
	for n < len(c.args) && (c.rt.isData(c.args[n]) || c.isTable(c.args[n])) {
		rows = append(rows, c.lists(n, "y")...)
		n++
	}
	var labels, colors []string
	like := plot.Area{}
	alpha := c.areaOptions(&like)["alpha"]
	c.options(n, map[string]func(goja.Value){
		"labels": func(v goja.Value) { labels = c.strings("labels", v) },
		"colors": func(v goja.Value) { colors = c.strings("colors", v) },
		"alpha":  alpha,
	})
	before := *a
	low := make([]float64, len(x))
	for k, row := range rows {
		s := plot.Area{X: x, Lo: low, Hi: slices.Clone(row), Alpha: like.Alpha}
		for i := range min(len(low), len(row)) {
			s.Hi[i] += low[i]
		}
		if k < len(labels) {
			s.Label = labels[k]
		}
		var err error
		if len(colors) > 0 {
			s.Color, err = plot.ParseColor(colors[k%len(colors)])
		}
		if err == nil {
			err = a.AddArea(s)
		}
		if err != nil { // all of them or none
			*a = before
			c.check(err)
		}
		low = s.Hi
	}
}
