package script

import (
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
		both("ticks", func(c plotCall, a *plot.Axes) { c.ticks(axis.of(a)) })
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

// ticks is set_xticks(places, labels) or xticks([]), with one ticks at all.
func (c plotCall) ticks(a *plot.Axis) {
	at := c.rt.data(c, 0, "the places")
	var labels []string
	if !absent(argument(c.args, 1)) {
		labels = c.strings("the labels", c.args[1])
	}
	c.check(a.SetTicks(at, labels))
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
