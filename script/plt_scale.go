package script

import (
	"math"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/plot"
)

// drawing is a function that acts on one pair of axes; a chain adds one to a
// surface under a name.
type (
	drawing func(c plotCall, a *plot.Axes)
	chain   func(name string, f func(c plotCall, a *plot.Axes))
)

// addScales adds what says how axes run: logarithms, marks, directions, and
// aspect.
func addScales(chain chain) {
	logs := func(name string, x, y bool) {
		chain(name, func(c plotCall, a *plot.Axes) {
			if len(c.args) > 0 {
				c.rt.plot(c, a)
			}
			a.X.Log, a.Y.Log = x, y
		})
	}
	logs("semilogx", true, false)
	logs("semilogy", false, true)
	logs("loglog", true, true)
	for _, axis := range []struct {
		letter string
		of     func(*plot.Axes) *plot.Axis
	}{
		{"x", func(a *plot.Axes) *plot.Axis { return &a.X }},
		{"y", func(a *plot.Axes) *plot.Axis { return &a.Y }},
	} {
		both := func(plain string, f drawing) {
			chain(axis.letter+plain, f)
			chain("set_"+axis.letter+plain, f)
		}
		both("scale", func(c plotCall, a *plot.Axes) { axis.of(a).Log = c.isLog(argument(c.args, 0)) })
		both("ticks", func(c plotCall, a *plot.Axes) { c.ticks(axis.of(a), axis.letter == "x") })
		chain("set_"+axis.letter+"ticklabels", func(c plotCall, a *plot.Axes) {
			own := axis.of(a)
			if !own.Ticks.Set {
				c.rt.Throw(fault.New(fault.Range, "%s: the axis has no ticks of its own", c.name).
					WithHint("ax.set_%sticks(places, labels)", axis.letter))
			}
			c.check(own.SetTicks(own.Ticks.At, c.strings("the labels", argument(c.args, 0))))
		})
		chain("invert_"+axis.letter+"axis", func(_ plotCall, a *plot.Axes) { axis.of(a).Inverted = !axis.of(a).Inverted })
	}
	chain("tick_params", tickParams)
	aspect := func(c plotCall, a *plot.Axes) {
		v := argument(c.args, 0)
		a.Aspect = plot.Free
		if goja.IsNumber(v) && v.ToFloat() == 1 || c.choice("the aspect", v, "equal", "auto") == "equal" {
			a.Aspect = plot.EqualBox
		}
	}
	chain("set_aspect", aspect)
	chain("axis", func(c plotCall, a *plot.Axes) {
		v := argument(c.args, 0)
		if obj, ok := v.(*goja.Object); ok && obj.ClassName() == "Array" {
			ends := c.rt.data(c, 0, "the ends of the axes")
			if len(ends) != 4 {
				c.rt.Throw(fault.New(fault.Range, "%s needs the four ends of the axes, [xlo, xhi, ylo, yhi], not %d", c.name, len(ends)))
			}
			x := a.X.Limits
			c.check(x.SetLimits("x", ends[0], ends[1]))
			c.check(a.Y.Limits.SetLimits("y", ends[2], ends[3]))
			a.X.Limits = x
			return
		}
		switch word := c.choice("what the axes are", v, "on", "off", "equal", "auto"); word {
		case "on", "off":
			a.Bare = word == "off"
		case "equal":
			a.Aspect = plot.EqualRange
		default:
			a.Aspect = plot.Free
		}
	})
}

// isLog reads the scale of an axis.
func (c plotCall) isLog(v goja.Value) bool {
	return c.choice("the scale of an axis", v, "linear", "log") == "log"
}

// ticks is set_xticks(places, labels, {rotation}), xticks([]), with no ticks at all, or
// xticks({rotation}).
func (c plotCall) ticks(a *plot.Axis, turns bool) {
	own := *a
	n := 0
	if _, only := c.plainObject(argument(c.args, 0)); !only {
		at := c.rt.data(c, 0, "the places")
		var labels []string
		n = 1
		if obj, ok := argument(c.args, 1).(*goja.Object); ok && obj.ClassName() == "Array" {
			labels, n = c.strings("the labels", obj), 2
		}
		c.check(own.SetTicks(at, labels))
	}
	takers := map[string]func(goja.Value){}
	if turns {
		takers["rotation"] = c.turn(&own)
	}
	c.options(n, takers)
	*a = own
}

// turn reads by how many degrees the labels of an axis are turned.
func (c plotCall) turn(a *plot.Axis) func(goja.Value) {
	return func(v goja.Value) {
		a.Ticks.Turned = 90
		if !goja.IsString(v) || v.String() != "vertical" {
			a.Ticks.Turned = c.finite("rotation", v)
		}
		if math.Abs(a.Ticks.Turned) > 90 {
			c.rt.Throw(fault.Outside("the rotation", a.Ticks.Turned, -90, 90))
		}
	}
}

// tickParams is tick_params({axis, rotation}).
func tickParams(c plotCall, a *plot.Axes) {
	var own plot.Axis
	turn := c.turn(&own)
	axis := "both"
	c.options(0, map[string]func(goja.Value){
		"axis":          func(v goja.Value) { axis = c.choice("axis", v, "x", "y", "both") },
		"rotation":      turn,
		"labelrotation": turn,
	})
	if axis != "y" {
		a.X.Ticks.Turned = own.Ticks.Turned
	}
}

// spines gives the lines around axes: {top, right, bottom, left}, each with
// set_visible. There are those at the left and at the bottom.
func (rt *Runtime) spines() goja.Value {
	all := rt.vm.NewObject()
	for _, side := range []struct {
		name string
		is   bool
	}{{"top", false}, {"right", false}, {"bottom", true}, {"left", true}} {
		line := rt.vm.NewObject()
		rt.set(line, "set_visible", func(call goja.FunctionCall) goja.Value {
			if call.Argument(0).ToBoolean() != side.is {
				rt.Throw(fault.New(fault.Range, "axes have lines at the bottom and at the left, and no others; spines.%s.set_visible(%t) cannot change that",
					side.name, !side.is).WithHint("axis(\"off\") takes away both, with their marks"))
			}
			return goja.Undefined()
		})
		rt.set(all, side.name, line)
	}
	return all
}

// strings takes a value as an array of texts.
func (c plotCall) strings(what string, v goja.Value) []string {
	obj, ok := v.(*goja.Object)
	if !ok || obj.ClassName() != "Array" {
		c.rt.Throw(fault.New(fault.Type, "%s: %s must be an array of texts, not %s", c.name, what, c.rt.brief(v)))
	}
	out := []string{}
	c.rt.vm.ForOf(obj, func(x goja.Value) bool {
		if goja.IsNumber(x) {
			out = append(out, x.String())
		} else {
			out = append(out, c.string("one of "+what, x))
		}
		return true
	})
	return out
}
