package script

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
)

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
	if size[0] == 0 || size[1] == 0 {
		_, err := plot.New(size[0], size[1]) // says what is wrong with it
		rt.check(err)
	}
	f := rt.newFigure(size[0], size[1])
	ok := false
	defer func() {
		if !ok {
			rt.plots.forget(f)
		}
	}()
	rows, cols := size[0], size[1]
	var ratios plot.Ratios
	c.options(n, mergeOptions(rt.sizeOptions(c, f.f), mergeOptions(c.ratioOptions(&ratios), map[string]func(goja.Value){
		"sharex": func(v goja.Value) {
			c.share(v, f.f.Axes, func(a *plot.Axes) *plot.Axis { return &a.X }, func(k plot.Cell) bool { return k.Row == rows-1 })
		},
		"sharey": func(v goja.Value) {
			c.share(v, f.f.Axes, func(a *plot.Axes) *plot.Axis { return &a.Y }, func(k plot.Cell) bool { return k.Col == 0 })
		},
	})))
	checked, err := plot.NewRatios(rows, cols, ratios.Widths, ratios.Heights)
	c.check(err)
	if ratios.Widths != nil || ratios.Heights != nil {
		for _, a := range f.f.Axes {
			a.Cell.Ratios = checked
		}
	}
	ok = true
	var axes goja.Value
	switch {
	case rows*cols == 1:
		axes = f.axesObject(f.f.Axes[0])
	case rows == 1 || cols == 1:
		axes = f.axesArray(f.f.Axes)
	default:
		all := make([]any, rows)
		for i := range all {
			all[i] = f.axesArray(f.f.Axes[i*cols : (i+1)*cols])
		}
		axes = rt.vm.NewArray(all...)
	}
	return rt.vm.NewArray(f.self, axes)
}

// share is sharex or sharey: true and "all" share one range, "row" and "col" one
// in each row or column; only those at the edge keep their numbers.
func (c plotCall) share(v goja.Value, axes []*plot.Axes, own func(*plot.Axes) *plot.Axis, edge func(plot.Cell) bool) {
	group := func(plot.Cell) int { return 1 }
	switch {
	case !goja.IsString(v) && !v.ToBoolean(), goja.IsString(v) && v.String() == "none":
		return
	case !goja.IsString(v), v.String() == "all":
	case v.String() == "row":
		group = func(k plot.Cell) int { return 1 + k.Row }
	case v.String() == "col":
		group = func(k plot.Cell) int { return 1 + k.Col }
	default:
		c.rt.Throw(fault.New(fault.Range, "%s: axes are shared by true, \"all\", \"row\" or \"col\", not %s", c.name, c.rt.brief(v)))
	}
	for _, a := range axes {
		own(a).Group = group(a.Cell)
		own(a).Ticks.Hidden = !edge(a.Cell)
	}
}

// addSubplot is add_subplot(rows, cols, number), where the number is counted from
// 1, may be [first, last], and the three may be one number such as 211. Without any
// it is the only one. Axes in the same cells are those.
func (f *figure) addSubplot(c plotCall) goja.Value {
	if len(c.args) == 0 {
		c.args = []goja.Value{f.rt.vm.ToValue(111)}
	}
	if len(c.args) == 1 {
		k := c.whole("the place of a subplot", c.args[0])
		if k < 111 || k > 999 {
			f.rt.Throw(fault.New(fault.Range, "%s: %d is not the place of a subplot: rows, columns and number, as in 211", c.name, k))
		}
		c.args = []goja.Value{f.rt.vm.ToValue(k / 100), f.rt.vm.ToValue(k / 10 % 10), f.rt.vm.ToValue(k % 10)}
	}
	rows, cols := c.whole("the number of rows", c.args[0]), c.whole("the number of columns", c.args[1])
	first := argument(c.args, 2)
	last := first
	if obj, ok := first.(*goja.Object); ok && obj.ClassName() == "Array" {
		first, last = obj.Get("0"), obj.Get("1")
	}
	before := f.f.Axes
	a, err := f.f.AddAxes(rows, cols, c.whole("the number of a subplot", first), c.whole("the number of a subplot", last))
	c.check(err)
	for _, old := range before {
		if old.Cell == a.Cell {
			f.f.Axes, a = before, old
			break
		}
	}
	f.at = a
	return f.axesObject(a)
}

// ratioOptions are width_ratios and height_ratios, also in gridspec_kw, which may have
// distances that figures need not be told.
func (c plotCall) ratioOptions(r *plot.Ratios) map[string]func(goja.Value) {
	own := map[string]func(goja.Value){
		"width_ratios":  func(v goja.Value) { r.Widths = c.each(v, 0, "width_ratios") },
		"height_ratios": func(v goja.Value) { r.Heights = c.each(v, 0, "height_ratios") },
	}
	inner := map[string]func(goja.Value){"hspace": func(goja.Value) {}, "wspace": func(goja.Value) {}}
	for name, take := range own {
		inner[name] = take
	}
	own["gridspec_kw"] = func(v goja.Value) {
		c.args = []goja.Value{v}
		c.options(0, inner)
	}
	return own
}

// mosaic is plt.subplot_mosaic("AB;CC", {...}): [figure, {A, B, C}]. Rows are lines of a
// text or elements of an array, which may be arrays of names.
func (rt *Runtime) mosaic(c plotCall) goja.Value {
	var rows [][]string
	if v := argument(c.args, 0); goja.IsString(v) {
		for _, row := range strings.FieldsFunc(v.String(), func(r rune) bool { return r == '\n' || r == ';' }) {
			if row = strings.TrimSpace(row); row != "" {
				rows = append(rows, strings.Split(row, ""))
			}
		}
	} else if obj, ok := v.(*goja.Object); ok && obj.ClassName() == "Array" {
		rt.vm.ForOf(obj, func(row goja.Value) bool {
			if goja.IsString(row) {
				rows = append(rows, strings.Split(row.String(), ""))
			} else {
				rows = append(rows, c.strings("a row of the mosaic", row))
			}
			return true
		})
	} else {
		rt.Throw(fault.New(fault.Type, "%s takes a text such as \"AAB;CCB\", not %s", c.name, rt.brief(v)))
	}
	sized, err := plot.New(1, 1)
	rt.check(err)
	rt.plots.begin(sized)
	var ratios plot.Ratios
	c.options(1, mergeOptions(rt.sizeOptions(c, sized), c.ratioOptions(&ratios)))
	made, names, err := plot.Mosaic(rows, ratios.Widths, ratios.Heights)
	c.check(err)
	f := rt.newFigure(0, 0)
	f.f.Width, f.f.Height, f.f.Density, f.f.Axes = sized.Width, sized.Height, sized.Density, made.Axes
	axes := rt.vm.NewObject()
	for i, name := range names {
		rt.set(axes, name, f.axesObject(f.f.Axes[i]))
	}
	return rt.vm.NewArray(f.self, axes)
}

// subplot2grid is subplot2grid([rows, cols], [row, col], {rowspan, colspan}), with row
// and col counted from 0.
func (f *figure) subplot2grid(c plotCall) goja.Value {
	pair := func(i int, what string) [2]int {
		at := c.each(argument(c.args, i), 0, what)
		if len(at) != 2 {
			c.rt.Throw(fault.New(fault.Range, "%s: %s is a pair of numbers", c.name, what))
		}
		return [2]int{c.whole(what, c.rt.vm.ToValue(at[0])), c.whole(what, c.rt.vm.ToValue(at[1]))}
	}
	grid, at, span := pair(0, "the grid"), pair(1, "the place"), [2]int{1, 1}
	c.options(2, map[string]func(goja.Value){
		"rowspan": func(v goja.Value) { span[0] = c.whole("rowspan", v) },
		"colspan": func(v goja.Value) { span[1] = c.whole("colspan", v) },
	})
	for i, what := range []string{"rows", "columns"} {
		if at[i] < 0 || span[i] < 1 || at[i]+span[i] > grid[i] {
			c.rt.Throw(fault.New(fault.Range, "%s: a grid of %d %s has no %d of them from %d on", c.name, grid[i], what, span[i], at[i]))
		}
	}
	first := at[0]*grid[1] + at[1] + 1
	last := (at[0]+span[0]-1)*grid[1] + at[1] + span[1]
	a, err := f.f.AddAxes(grid[0], grid[1], first, last)
	c.check(err)
	f.at = a
	return f.axesObject(a)
}
