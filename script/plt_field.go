package script

import (
	"math"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
	"gonum.org/v1/gonum/mat"
)

// addFields adds what is drawn over a plane: arrows, images and texts.
func addFields(chain chain) {
	chain("quiver", quiver)
	chain("streamplot", streamplot)
	chain("shape", shape)
	chain("mark", mark)
	chain("imshow", imshow)
	chain("pcolormesh", pcolormesh)
	chain("pcolor", pcolormesh)
	chain("colorbar", colorbar)
	chain("contour", func(c plotCall, a *plot.Axes) { contour(c, a, false) })
	chain("contourf", func(c plotCall, a *plot.Axes) { contour(c, a, true) })
	chain("clabel", clabel)
	chain("text", func(c plotCall, a *plot.Axes) {
		s := plot.Text{
			X: c.finite("x", argument(c.args, 0)), Y: c.finite("y", argument(c.args, 1)),
			Text: c.string("the text", argument(c.args, 2)),
		}
		c.options(3, c.textOptions(&s))
		c.check(a.AddText(s))
	})
	chain("annotate", func(c plotCall, a *plot.Axes) {
		s := plot.Text{Text: c.string("the text", argument(c.args, 0)), TipX: math.NaN()}
		placed := false
		takers := c.textOptions(&s)
		place := func(what string, x, y *float64) func(goja.Value) {
			return func(v goja.Value) {
				at := c.each(v, 0, what)
				if len(at) != 2 {
					c.rt.Throw(fault.New(fault.Range, "%s: %s is a pair of numbers, [x, y]", c.name, what))
				}
				*x, *y = at[0], at[1]
			}
		}
		takers["xy"] = place("xy", &s.TipX, &s.TipY)
		takers["xytext"] = func(v goja.Value) { place("xytext", &s.X, &s.Y)(v); placed = true }
		c.options(1, takers)
		if math.IsNaN(s.TipX) {
			c.rt.Throw(fault.New(fault.Type, "%s needs the place that it is about, {xy: [x, y]}", c.name))
		}
		if s.Arrow = placed; !placed {
			s.X, s.Y = s.TipX, s.TipY
		}
		c.check(a.AddText(s))
	})
}

func (c plotCall) textOptions(s *plot.Text) map[string]func(goja.Value) {
	size := func(v goja.Value) { s.Size = c.positive("fontsize", v) }
	h := func(v goja.Value) { s.HAlign = c.choice("ha", v, "left", "center", "right") }
	up := func(v goja.Value) { s.VAlign = c.choice("va", v, "bottom", "center", "top") }
	return map[string]func(goja.Value){
		"color": func(v goja.Value) {
			var err error
			s.Color, err = plot.ParseColor(c.string("the colour", v))
			c.check(err)
		},
		"fontsize": size, "size": size,
		"ha": h, "horizontalalignment": h, "va": up, "verticalalignment": up,
	}
}

// table is a value as rows of numbers of the same length: an array of rows, or a
// Matrix.
func (c plotCall) table(v goja.Value, what string) [][]float64 {
	if m := c.rt.matrix(v); m != nil && m.r > 0 && m.c > 0 {
		out := make([][]float64, m.r)
		for i := range out {
			out[i] = mat.Row(nil, i, m.a)
		}
		return out
	}
	obj, ok := v.(*goja.Object)
	if !ok || obj.ClassName() != "Array" || !c.rt.isData(obj.Get("0")) {
		c.rt.Throw(fault.New(fault.Type, "%s: %s must be an array of rows of numbers, not %s", c.name, what, c.rt.brief(v)))
	}
	var rows [][]float64
	c.rt.vm.ForOf(obj, func(row goja.Value) bool {
		rows = append(rows, c.each(row, 0, what))
		if k := len(rows) - 1; len(rows[k]) != len(rows[0]) {
			c.rt.Throw(fault.New(fault.Range, "%s: row %d of %s has %d values, the first one %d", c.name, k, what, len(rows[k]), len(rows[0])))
		}
		return true
	})
	if len(rows[0]) == 0 {
		c.rt.Throw(fault.New(fault.Range, "%s: the rows of %s are empty", c.name, what))
	}
	return rows
}

// matrix is a value that is an n.Matrix; nil for others.
func (rt *Runtime) matrix(v goja.Value) *matrix {
	if obj, ok := rt.Host(v).(*classObject[*matrix]); ok {
		return obj.self
	}
	return nil
}

// isTable tells rows of numbers from numbers.
func (c plotCall) isTable(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	if c.rt.matrix(v) != nil {
		return true
	}
	return obj.ClassName() == "Array" && obj.Get("0") != nil && c.rt.isData(obj.Get("0"))
}

// quiver is quiver(x, y, u, v, {...}) or quiver(u, v, {...}): lists of the same
// length, or u and v as tables over the columns x and the rows y.
func quiver(c plotCall, a *plot.Axes) {
	n := 0
	for n < len(c.args) && n < 4 && (c.rt.isData(c.args[n]) || c.isTable(c.args[n])) {
		n++
	}
	if n != 2 && n != 4 {
		c.rt.Throw(fault.New(fault.Type, "%s needs u and v, or x, y, u and v", c.name))
	}
	var s plot.Arrows
	s.U, s.V = c.flat(n-2, "u"), c.flat(n-1, "v")
	if c.isTable(c.args[n-2]) {
		u := c.table(c.args[n-2], "u")
		rows, cols := len(u), len(u[0])
		x, y := indices(cols), indices(rows)
		if n == 4 {
			x, y = c.flat(0, "x"), c.flat(1, "y")
		}
		if len(x) == cols && len(y) == rows && !c.isTable(c.args[0]) {
			for _, up := range y {
				s.Y = append(s.Y, slices.Repeat([]float64{up}, cols)...)
				s.X = append(s.X, x...)
			}
		} else {
			s.X, s.Y = x, y
		}
	} else if n == 4 {
		s.X, s.Y = c.flat(0, "x"), c.flat(1, "y")
	} else {
		s.X, s.Y = indices(len(s.U)), make([]float64, len(s.U))
	}
	var like plot.Area
	takers := c.areaOptions(&like)
	takers["angles"] = func(v goja.Value) { s.DataAngle = c.choice("angles", v, "uv", "xy") == "xy" }
	takers["scale"] = func(v goja.Value) { s.Scale = c.positive("scale", v) }
	takers["scale_units"] = func(v goja.Value) { s.DataUnits = c.choice("scale_units", v, "width", "xy") == "xy" }
	takers["width"] = func(v goja.Value) { s.Width = c.positive("width", v) }
	takers["pivot"] = func(v goja.Value) { s.Pivot = c.choice("pivot", v, "tail", "mid", "middle", "tip") }
	c.options(n, takers)
	s.Label, s.Color, s.Alpha = like.Label, like.Color, like.Alpha
	c.check(a.AddArrows(s))
}

// flat is argument i as numbers, a table row after row.
func (c plotCall) flat(i int, what string) []float64 {
	if c.isTable(c.args[i]) {
		return slices.Concat(c.table(c.args[i], what)...)
	}
	return c.rt.data(c, i, what)
}

func indices(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(i)
	}
	return out
}

// imageOptions are those of imshow and pcolormesh.
func (c plotCall) imageOptions(s *plot.Image) map[string]func(goja.Value) {
	lo, hi := math.NaN(), math.NaN()
	limit := func(end *float64, what string) func(goja.Value) {
		return func(v goja.Value) {
			*end = c.finite(what, v)
			low, high := plot.Extremes(s.Values)
			if !math.IsNaN(lo) {
				low = lo
			}
			if !math.IsNaN(hi) {
				high = hi
			}
			s.Lo, s.Hi = low, high
		}
	}
	return map[string]func(goja.Value){
		"cmap": func(v goja.Value) {
			var err error
			s.Colors, err = plot.ParseColormap(c.string("cmap", v))
			c.check(err)
		},
		"vmin": limit(&lo, "vmin"), "vmax": limit(&hi, "vmax"),
	}
}

// imshow is imshow(z, {extent, origin, aspect, cmap, vmin, vmax}): the first row at
// the top, unless origin is "lower".
func imshow(c plotCall, a *plot.Axes) {
	z := c.table(argument(c.args, 0), "z")
	rows, cols := len(z), len(z[0])
	lower, equal := false, true
	extent := []float64{-0.5, float64(cols) - 0.5, -0.5, float64(rows) - 0.5}
	given := false
	var s plot.Image
	s.Values = slices.Concat(z...)
	takers := c.imageOptions(&s)
	takers["origin"] = func(v goja.Value) { lower = c.choice("origin", v, "upper", "lower") == "lower" }
	takers["aspect"] = func(v goja.Value) { equal = c.choice("aspect", v, "equal", "auto") == "equal" }
	takers["extent"] = func(v goja.Value) {
		extent, given = c.each(v, 0, "extent"), true
		if len(extent) != 4 || !(extent[0] < extent[1] && extent[2] < extent[3]) {
			c.rt.Throw(fault.New(fault.Range, "%s: extent is [left, right, bottom, top], which ascend", c.name))
		}
	}
	c.options(1, takers)
	if !lower && given { // the rows go down, the axis up
		slices.Reverse(z)
		s.Values = slices.Concat(z...)
	}
	s.XEdges, s.YEdges = plot.Even(extent[0], extent[1], cols), plot.Even(extent[2], extent[3], rows)
	c.check(a.AddImage(s))
	a.Y.Inverted = !lower && !given
	if a.Aspect = plot.Free; equal {
		a.Aspect = plot.EqualBox
	}
}

// pcolormesh is pcolormesh(z), or pcolormesh(x, y, z), x and y being the centres or
// the edges of the columns and rows of z.
func pcolormesh(c plotCall, a *plot.Axes) {
	n := 0
	for n < len(c.args) && n < 3 && (c.rt.isData(c.args[n]) || c.isTable(c.args[n])) {
		n++
	}
	if n != 1 && n != 3 {
		c.rt.Throw(fault.New(fault.Type, "%s needs z, or x, y and z", c.name))
	}
	z := c.table(c.args[n-1], "z")
	rows, cols := len(z), len(z[0])
	s := plot.Image{Values: slices.Concat(z...), XEdges: plot.Even(0, float64(cols), cols), YEdges: plot.Even(0, float64(rows), rows)}
	if n == 3 {
		s.XEdges, s.YEdges = c.edges(0, "x", cols), c.edges(1, "y", rows)
	}
	c.options(n, c.imageOptions(&s))
	c.check(a.AddImage(s))
}
