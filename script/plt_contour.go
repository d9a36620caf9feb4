package script

import (
	"math"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
)

// edges are the borders of n cells, of which argument i has the centres or the
// borders.
func (c plotCall) edges(i int, what string, n int) []float64 {
	at := c.gridLine(i, what)
	switch len(at) {
	case n + 1:
		return at
	case n:
		return plot.Edges(at)
	}
	c.rt.Throw(fault.New(fault.Range, "%s: %s has %d values for %d cells; it needs as many, or one more", c.name, what, len(at), n))
	return nil
}

// gridLine are the places of columns, x, or rows, y: a list, or a table of them as a
// meshgrid is, in which all rows (or columns) are alike.
func (c plotCall) gridLine(i int, what string) []float64 {
	if !c.isTable(c.args[i]) {
		return c.rt.data(c, i, what)
	}
	table := c.table(c.args[i], what)
	at := table[0]
	if what == "y" {
		at = nil
		for _, row := range table {
			at = append(at, row[0])
		}
	}
	for r, row := range table {
		for k, v := range row {
			if want := at[map[string]int{"x": k, "y": r}[what]]; v != want {
				c.rt.Throw(fault.New(fault.Range, "%s: %s is not a grid: %g stands where %g should", c.name, what, v, want))
			}
		}
	}
	return at
}

// places are those of n columns or rows.
func (c plotCall) places(i int, what string, n int) []float64 {
	at := c.gridLine(i, what)
	if len(at) != n {
		c.rt.Throw(fault.New(fault.Range, "%s: %s has %d values, and z %d of them", c.name, what, len(at), n))
	}
	return at
}

// drawn takes away the first argument if it is what drawing gave, axes or, by plt,
// nothing; it gives the axes.
func (c *plotCall) drawn(a *plot.Axes) *plot.Axes {
	if own, ok := c.rt.Host(argument(c.args, 0)).(*axesOf); ok {
		c.args = c.args[1:]
		return own.a
	}
	if len(c.args) > 1 && absent(c.args[0]) {
		c.args = c.args[1:]
	}
	return a
}

// contour is contour(z, levels, {...}) or contour(x, y, z, levels, {...}), where
// levels are their number or themselves.
func contour(c plotCall, a *plot.Axes, filled bool) {
	at := 0
	if c.rt.isData(argument(c.args, 2)) && c.rt.isData(argument(c.args, 1)) {
		at = 2
	}
	z := c.table(argument(c.args, at), "z")
	s := plot.Contour{X: indices(len(z[0])), Y: indices(len(z)), Values: slices.Concat(z...), Filled: filled}
	if at == 2 {
		s.X, s.Y = c.places(0, "x", len(z[0])), c.places(1, "y", len(z))
	}
	number := 7
	levels := func(v goja.Value) {
		if !goja.IsNumber(v) {
			s.Levels = c.each(v, 0, "levels")
		} else if number = c.whole("levels", v); number < 1 || number > 1000 {
			c.rt.Throw(fault.Outside("the number of levels", float64(number), 1, 1000))
		}
	}
	next := at + 1
	if v := argument(c.args, next); goja.IsNumber(v) || c.rt.isData(v) {
		levels(v)
		next++
	}
	lo, hi := math.NaN(), math.NaN()
	colors := func(v goja.Value) {
		list := []string{}
		if goja.IsString(v) {
			list = append(list, v.String())
		} else {
			list = c.strings("the colours", v)
		}
		for _, name := range list {
			ink, err := plot.ParseColor(name)
			c.check(err)
			s.Ink = append(s.Ink, ink)
		}
	}
	line := func(v goja.Value) {
		var err error
		s.Line, err = plot.ParseLine(c.string("the line style", v))
		c.check(err)
	}
	takers := map[string]func(goja.Value){
		"levels": levels, "colors": colors, "color": colors,
		"vmin": func(v goja.Value) { lo = c.finite("vmin", v) },
		"vmax": func(v goja.Value) { hi = c.finite("vmax", v) },
		"cmap": func(v goja.Value) {
			var err error
			s.Colors, err = plot.ParseColormap(c.string("cmap", v))
			c.check(err)
		},
	}
	if !filled {
		width := func(v goja.Value) { s.Width = c.positive("linewidths", v) }
		takers["linewidths"], takers["linewidth"] = width, width
		takers["linestyles"], takers["linestyle"] = line, line
	}
	c.options(next, takers)
	if s.Levels == nil {
		s.Levels = plot.NiceLevels(s.Values, number, filled)
	}
	if len(s.Levels) > 0 && !(math.IsNaN(lo) && math.IsNaN(hi)) {
		s.Lo, s.Hi = s.Levels[0], s.Levels[len(s.Levels)-1]
		if !math.IsNaN(lo) {
			s.Lo = lo
		}
		if !math.IsNaN(hi) {
			s.Hi = hi
		}
	}
	c.check(a.AddContour(s))
}

// streamplot is streamplot(x, y, u, v, {density, color, linewidth}): u and v are
// tables over the columns x and rows y.
func streamplot(c plotCall, a *plot.Axes) {
	u, v := c.table(argument(c.args, 2), "u"), c.table(argument(c.args, 3), "v")
	f := plot.Field{X: c.places(0, "x", len(u[0])), Y: c.places(1, "y", len(u)), U: slices.Concat(u...), V: slices.Concat(v...)}
	density := 1.0
	like := plot.Series{Width: 1.2}
	all := c.seriesOptions(&like)
	takers := map[string]func(goja.Value){"density": func(v goja.Value) { density = c.positive("density", v) }}
	for _, name := range []string{"color", "c", "linewidth", "lw", "alpha", "label"} {
		takers[name] = all[name]
	}
	c.options(4, takers)
	line, heads, err := plot.Stream(f, density)
	c.check(err)
	if like.Color == nil {
		like.Color = a.NextColor()
	}
	line.Color, line.Width, line.Alpha, line.Label = like.Color, like.Width, like.Alpha, like.Label
	heads.Color, heads.Alpha = like.Color, like.Alpha
	c.check(a.Add(line))
	if len(heads.X) > 0 {
		c.check(a.AddArrows(heads))
	}
}

// clabel is clabel({fontsize}): numbers on the lines of the last contour.
func clabel(c plotCall, a *plot.Axes) {
	a = c.drawn(a)
	for i := len(a.Contours) - 1; i >= 0; i-- {
		if s := &a.Contours[i]; !s.Filled {
			size := 8.0
			takeSize := func(v goja.Value) { size = c.positive("fontsize", v) }
			c.options(0, map[string]func(goja.Value){"fontsize": takeSize, "inline": func(goja.Value) {}})
			s.Text = size
			return
		}
	}
	c.rt.Throw(fault.New(fault.Range, "%s: there are no lines", c.name).WithHint("draw them before: plt.contour(x, y, z)"))
}

// colorbar is colorbar({label, ax}) of what was drawn last in the axes: an image,
// contours, or markers of several colours. What drawing gave, the axes, may stand before.
func colorbar(c plotCall, a *plot.Axes) {
	a = c.drawn(a)
	label := ""
	c.options(0, map[string]func(goja.Value){
		"label": func(v goja.Value) { label = c.string("label", v) },
		"ax": func(v goja.Value) {
			c.args = []goja.Value{v}
			_, a = c.axes(0)
		},
	})
	bar, text := new(bool), new(string)
	switch tinted := slices.IndexFunc(a.Series, func(s plot.Series) bool { return s.Tint != nil && !s.Tint.Listed }); {
	case len(a.Images) > 0:
		s := &a.Images[len(a.Images)-1]
		bar, text = &s.Bar, &s.BarLabel
	case len(a.Contours) > 0:
		s := &a.Contours[0] // what is filled mostly comes before the lines
		for i := range a.Contours {
			if a.Contours[i].Filled {
				s = &a.Contours[i]
			}
		}
		bar, text = &s.Bar, &s.BarLabel
	case tinted >= 0:
		t := a.Series[tinted].Tint
		bar, text = &t.Bar, &t.BarLabel
	default:
		c.rt.Throw(fault.New(fault.Range, "%s: there is no image", c.name).
			WithHint("draw one before: plt.imshow(z), plt.pcolormesh(x, y, z) or plt.contourf(x, y, z)"))
	}
	*bar, *text = true, label
}
