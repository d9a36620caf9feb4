package script

import (
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/plot"
)

// surface is plt, a Figure or an Axes as scripts see it: a set of methods and
// properties that says so when a name is not among them.
type surface struct {
	rt         *Runtime
	name       string
	methods    map[string]goja.Value
	properties map[string]func() goja.Value
	self       *goja.Object
}

func (rt *Runtime) newSurface(name string) *surface {
	return &surface{rt: rt, name: name, methods: map[string]goja.Value{}, properties: map[string]func() goja.Value{}}
}

// object makes the JavaScript object. handler is s or what s is embedded in.
func (s *surface) object(handler goja.DynamicObject) *goja.Object {
	s.self = s.rt.vm.NewDynamicObject(handler)
	return s.self
}

func (s *surface) method(name string, f func(c plotCall) goja.Value) {
	fn := s.rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		return f(plotCall{s.rt, s.name + "." + name, call.Arguments})
	}).(*goja.Object)
	s.rt.fixed(fn, "name", s.rt.vm.ToValue(name))
	s.rt.SetHost(fn, helpTopic{typeOfClass(s.name), name})
	s.methods[name] = fn
}

func (s *surface) property(name string, get func() goja.Value) { s.properties[name] = get }

// Get gives a method or a property.
func (s *surface) Get(key string) goja.Value {
	if f := s.methods[key]; f != nil {
		return f
	}
	if get := s.properties[key]; get != nil {
		return get()
	}
	if !foreign[key] {
		s.unknown(key)
	}
	return nil
}

// Set refuses; it says what was probably meant.
func (s *surface) Set(key string, _ goja.Value) bool {
	if s.Has(key) {
		e := fault.New(fault.Type, "%s.%s cannot be set", s.name, key)
		if s.methods[key] != nil {
			e.Hint = "call it: " + s.name + "." + key + "(...)"
		}
		s.rt.Throw(e)
	}
	s.unknown(key)
	return false
}

func (s *surface) unknown(key string) {
	e := fault.New(fault.Type, "%s has no property %q", s.name, key)
	e.Variable = key
	s.rt.Throw(e.DidYouMean(nearest(key, s.Keys())))
}

// Has tells whether there is such a name.
func (s *surface) Has(key string) bool { return s.methods[key] != nil || s.properties[key] != nil }

// Delete refuses.
func (s *surface) Delete(string) bool { return false }

// Keys lists the names, sorted.
func (s *surface) Keys() []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(s.methods)), maps.Keys(s.properties))
	slices.Sort(names)
	return names
}

// Inspect names it.
func (s *surface) Inspect() string { return "[" + s.name + "]" }

// Help explains it.
func (s *surface) Help() string { return helpTopic{of: typeOfClass(s.name)}.Help() }

// plotCall is one call of a function of plt.
type plotCall struct {
	rt   *Runtime
	name string // "plt.plot"
	args []goja.Value
}

// figure is argument i as a figure.
func (c plotCall) figure(i int) *figure {
	f, ok := c.rt.Host(argument(c.args, i)).(*figure)
	if !ok {
		c.rt.Throw(fault.New(fault.Type, "%s takes a figure, not %s", c.name, c.rt.brief(argument(c.args, i))))
	}
	return f
}

// string takes a value as text; what names it.
func (c plotCall) string(what string, v goja.Value) string {
	if v == nil || !goja.IsString(v) {
		c.rt.Throw(fault.New(fault.Type, "%s: %s must be a string, not %s", c.name, what, c.rt.brief(v)))
	}
	return v.String()
}

// whole takes a value as a whole number.
func (c plotCall) whole(what string, v goja.Value) int {
	x := c.finite(what, v)
	if x != math.Trunc(x) || math.Abs(x) > 1e9 {
		c.rt.Throw(fault.New(fault.Range, "%s: %s must be whole, not %g", c.name, what, x))
	}
	return int(x)
}

// choice takes a value as one of some words.
func (c plotCall) choice(what string, v goja.Value, words ...string) string {
	word := c.string(what, v)
	if !slices.Contains(words, word) {
		e := fault.New(fault.Range, "%s: %s is one of %s, not %q", c.name, what, strings.Join(words, ", "), word)
		c.rt.Throw(e.DidYouMean(spell.Nearest(word, words)))
	}
	return word
}

// positive takes a value as a number above 0.
func (c plotCall) positive(what string, v goja.Value) float64 {
	if v == nil || !goja.IsNumber(v) {
		c.rt.Throw(fault.New(fault.Type, "%s: %s must be a number, not %s", c.name, what, c.rt.brief(v)))
	}
	x := v.ToFloat()
	if !(x > 0) || math.IsInf(x, 0) {
		e := fault.New(fault.Range, "%s: %s must be greater than 0, not %g", c.name, what, x)
		e.Variable, e.Value = what, x
		c.rt.Throw(e)
	}
	return x
}

// options hands the members of the options object at argument i to their takers.
// A name without a taker is an error, and so is a further argument.
func (c plotCall) options(i int, takers map[string]func(goja.Value)) {
	if i >= len(c.args) || absent(c.args[i]) {
		return
	}
	obj, ok := c.args[i].(*goja.Object)
	if !ok || obj.ClassName() != "Object" || c.rt.Host(obj) != nil {
		c.rt.Throw(fault.New(fault.Type, "%s: argument %d must be an object with options, not %s", c.name, i+1, c.rt.brief(c.args[i])))
	}
	for _, name := range obj.Keys() {
		take := takers[name]
		if take == nil {
			e := fault.New(fault.Type, "%s has no option %q", c.name, name)
			e.Variable = name
			c.rt.Throw(e.DidYouMean(spell.Nearest(name, slices.Sorted(maps.Keys(takers)))))
		}
		if v := obj.Get(name); !absent(v) {
			take(v)
		}
	}
	if i+1 < len(c.args) {
		c.rt.Throw(fault.New(fault.Type, "%s: nothing may follow the options", c.name))
	}
}

// check raises err, which a drawing gave, with the name of the call before it.
func (c plotCall) check(err error) {
	if e := fault.As(err); e != nil {
		e.Msg = c.name + ": " + e.Msg
	}
	c.rt.check(err)
}

// limits sets the ends of an axis from (lo, hi) or ([lo, hi]); null leaves an end
// to the data.
func (c plotCall) limits(axis string, l *plot.Limits, args []goja.Value) {
	ends := args
	if len(args) == 1 {
		if obj, ok := args[0].(*goja.Object); ok {
			ends = nil
			c.rt.vm.ForOf(obj, func(v goja.Value) bool { ends = append(ends, v); return len(ends) < 3 })
		}
	}
	if len(ends) != 2 {
		c.rt.Throw(fault.New(fault.Type, "%s needs the two ends of the %s axis", c.name, axis))
	}
	var lim [2]float64
	for i, v := range ends {
		lim[i] = math.NaN()
		if !absent(v) {
			if !goja.IsNumber(v) {
				c.rt.Throw(fault.New(fault.Type, "%s: an end of the %s axis must be a number, not %s", c.name, axis, c.rt.brief(v)))
			}
			if lim[i] = v.ToFloat(); lim[i] != lim[i] {
				c.rt.Throw(fault.New(fault.Range, "%s: an end of the %s axis is NaN", c.name, axis).WithHint("null leaves an end to the data"))
			}
		}
	}
	c.check(l.SetLimits(axis, lim[0], lim[1]))
}
