package script

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/solver/ode"
)

// equations is what n.equations gives: a system of differential equations, and, of one
// that is a function, where it starts and what it is called with.
type equations struct {
	n *neuron
	m *ode.Model
	f *slopeFunction // nil: from a text
}

// addEquations makes n.equations and n.ode.
func (n *neuron) addEquations() {
	c := newObjectClass[*equations](n.host, "Equations")
	c.property("name", func(e *equations) goja.Value { return n.vm.ToValue(e.m.Name) }, nil)
	c.property("states", func(e *equations) goja.Value {
		var names []any
		for _, s := range e.m.States {
			names = append(names, s.Name)
		}
		return n.vm.NewArray(names...)
	}, nil)
	c.property("params", func(e *equations) goja.Value {
		out := n.vm.NewObject()
		for _, v := range e.m.Vars {
			if v.Role == mechanism.Parameter && !v.Hidden {
				n.hostSet(out, v.Name, v.Default)
			}
		}
		return out
	}, nil)
	c.method("slopes", func(e *equations, call goja.FunctionCall) goja.Value { return e.slopes(call) })
	n.rt.Module("neun", n.neunModule)
	n.class.method("equations", func(_ *neuron, call goja.FunctionCall) goja.Value {
		source, options := call.Argument(0), n.odeOptions("n.equations", call.Argument(1), []string{"init", "params", "name"})
		return wrapObject(n.host, c, n.equationsOf("n.equations", source, options))
	})
	n.class.method("ode", func(_ *neuron, call goja.FunctionCall) goja.Value {
		options := n.odeOptions("n.ode", call.Argument(1), odeOptionNames)
		return n.ode(n.equationsOf("n.ode", call.Argument(0), options), options)
	})
}

// odeOptions takes an options object, which may be left out.
func (n *neuron) odeOptions(call string, v goja.Value, known []string) map[string]goja.Value {
	out := map[string]goja.Value{}
	if absent(v) {
		return out
	}
	o, ok := v.(*goja.Object)
	if !ok || !n.plain(o) {
		n.throw(fault.New(fault.Type, "the options of %s must be an object, not %s", call, n.show(v)))
	}
	for _, key := range o.Keys() {
		if !slices.Contains(known, key) {
			n.noOption(call, key, known)
		}
		if x := o.Get(key); !goja.IsUndefined(x) {
			out[key] = x
		}
	}
	return out
}

// equationsOf takes the first argument of a call as equations: an object of n.equations,
// the name of a point model, a .mod file or its text, or a function.
func (n *neuron) equationsOf(call string, v goja.Value, options map[string]goja.Value) *equations {
	if o, ok := n.rt.Host(v).(*classObject[*equations]); ok {
		return o.self
	}
	if f, ok := goja.AssertFunction(v); ok {
		return n.functionEquations(call, f, options)
	}
	if !goja.IsString(v) || v.String() == "" {
		n.throw(fault.New(fault.Type, "%s needs a function, a .mod text or file, or the name of a point model, not %s", call, n.show(v)))
	}
	text := v.String()
	var m *ode.Model
	var err error
	switch {
	case strings.ContainsAny(text, "{\n"):
		m, err = ode.FromText("equations.mod", text)
	case filepath.Ext(text) == ".mod":
		file := n.readMod(n.rt.ResolvePath(text))
		m, err = ode.FromText(file.Name, file.Text)
	default:
		m, err = ode.Named(text)
	}
	n.check(err)
	return &equations{n: n, m: m}
}

// slopeFunction is a function of a script that gives derivatives. How it takes the states
// follows from what it starts at: a number, an array, or an object with a number for each
// name.
type slopeFunction struct {
	call   goja.Callable
	form   string   // "number", "array" or "object"
	names  []string // of the states of an object
	params []string
	start  map[string]goja.Value // of each state
}

// reserved are names that the result of n.ode has for itself.
var reservedResults = []string{"t", "spikes", "events", "steps", "rejected", "end"}

func (n *neuron) functionEquations(call string, f goja.Callable, options map[string]goja.Value) *equations {
	s := &slopeFunction{call: f, start: map[string]goja.Value{}}
	init := options["init"]
	var states []string
	switch o, isObject := init.(*goja.Object); {
	case init != nil && goja.IsNumber(init):
		s.form, states = "number", []string{"y"}
		s.start["y"] = init
	case isObject && n.plain(o):
		s.form, s.names = "object", o.Keys()
		states = s.names
		for _, name := range s.names {
			if slices.Contains(reservedResults, name) {
				n.throw(fault.New(fault.Type, "a state of %s cannot be called %q: the result has something else of that name", call, name))
			}
			s.start[name] = o.Get(name)
		}
	case isObject:
		s.form = "array"
		list := n.listOf(o)
		for i, x := range list {
			name := fmt.Sprintf("y[%d]", i)
			states = append(states, name)
			s.start[name] = x
		}
	}
	if len(states) == 0 {
		e := fault.New(fault.Type, "%s of a function needs init, where the states start", call)
		n.throw(e.WithHint("a number, an array, or an object with a number for each name: {init: {v: -65, w: 0}}"))
	}
	var params []ode.Parameter
	if p, ok := options["params"].(*goja.Object); ok && n.plain(p) {
		for _, name := range p.Keys() {
			if slices.Contains(states, name) {
				n.throw(fault.New(fault.Type, "%s: %s is a state and a parameter", call, name))
			}
			s.params = append(s.params, name)
			x := p.Get(name)
			if !goja.IsNumber(x) {
				params = append(params, ode.Parameter{Name: name})
				continue
			}
			params = append(params, ode.Parameter{Name: name, Default: x.ToFloat()})
		}
	}
	name := "the function"
	if v := options["name"]; v != nil {
		name = v.String()
	}
	e := &equations{n: n, f: s}
	e.m = ode.FromFunc(name, states, params, e.call)
	return e
}

// listOf gives the elements of anything to iterate over.
func (n *neuron) listOf(o *goja.Object) (list []goja.Value) {
	if v := n.rt.toVector(o); v != nil {
		for _, x := range v.Data() {
			list = append(list, n.vm.ToValue(x))
		}
		return list
	}
	if f := o.GetSymbol(goja.SymIterator); f == nil || goja.IsUndefined(f) {
		return nil
	}
	n.vm.ForOf(o, func(x goja.Value) bool {
		list = append(list, x)
		return true
	})
	return list
}

// states gives the states as the function takes them.
func (s *slopeFunction) states(n *neuron, x []float64) goja.Value {
	switch s.form {
	case "number":
		return n.vm.ToValue(x[0])
	case "array":
		list := make([]any, len(x))
		for i, x := range x {
			list[i] = x
		}
		return n.vm.NewArray(list...)
	}
	o := n.vm.NewObject()
	for i, name := range s.names {
		n.hostSet(o, name, x[i])
	}
	return o
}

// parameters gives the parameters as the function takes them.
func (s *slopeFunction) parameters(n *neuron, p []float64) goja.Value {
	o := n.vm.NewObject()
	for i, name := range s.params {
		n.hostSet(o, name, p[i])
	}
	return o
}

// call runs the function of the script: f(y, t, params).
func (e *equations) call(t float64, x, p, dx []float64) error {
	v, err := e.f.call(goja.Undefined(), e.f.states(e.n, x), e.n.vm.ToValue(t), e.f.parameters(e.n, p))
	if err != nil {
		return err
	}
	return e.f.take(e.n, v, "the function", "slope", dx, true)
}

// take takes what a function gives for the states: a number for each, or, if not all are
// needed, for some of an object.
func (s *slopeFunction) take(n *neuron, v goja.Value, who, what string, out []float64, all bool) error {
	wrong := func(format string, args ...any) error { return fault.New(fault.Type, format, args...) }
	one := func(i int, name string, x goja.Value) error {
		if x == nil || !goja.IsNumber(x) {
			return wrong("%s must give a number as the %s of %s, not %s", who, what, name, n.show(x))
		}
		out[i] = x.ToFloat()
		return nil
	}
	o, isObject := v.(*goja.Object)
	switch {
	case s.form == "number":
		return one(0, "y", v)
	case s.form == "array":
		if !isObject {
			return wrong("%s must give an array with a %s for each state, not %s", who, what, n.show(v))
		}
		list := n.listOf(o)
		if len(list) != len(out) {
			return fault.New(fault.Range, "%s gives %d %ss for %d states", who, len(list), what, len(out))
		}
		for i, x := range list {
			if err := one(i, fmt.Sprintf("y[%d]", i), x); err != nil {
				return err
			}
		}
		return nil
	case !isObject || !n.plain(o):
		return wrong("%s must give an object with a %s for each state, {%s}, not %s", who, what, strings.Join(s.names, ", "), n.show(v))
	}
	for _, key := range o.Keys() {
		if !slices.Contains(s.names, key) {
			e := fault.New(fault.Type, "%s gives a %s of %q, which is no state", who, what, key)
			e.Variable = key
			return e.DidYouMean(spell.Nearest(key, s.names))
		}
	}
	for i, name := range s.names {
		x := o.Get(name)
		if x == nil && !all {
			continue
		}
		if x == nil {
			e := fault.New(fault.Type, "%s gives no %s of %s", who, what, name)
			e.Variable = name
			return e
		}
		if err := one(i, name, x); err != nil {
			return err
		}
	}
	return nil
}

// slopes is Equations.slopes(values, {params, t}): the derivatives at a place, or at many
// at once.
func (e *equations) slopes(call goja.FunctionCall) goja.Value {
	n := e.n
	const what = "Equations.slopes"
	options := n.odeOptions(what, call.Argument(1), []string{"params", "t"})
	var params settings
	params.add(e, what, "params", options["params"])
	states := e.starts(what, params)
	states.add(e, what, "a state", call.Argument(0))
	t := 0.0
	if v := options["t"]; v != nil {
		t = n.number(v, func() string { return "t of " + what })
	}
	b := e.begin(params, states, t, n.m.Celsius)
	f, err := b.Slopes(t)
	n.check(err)
	out := newOutcome(n)
	for i, s := range e.m.States {
		out.put(s.Name, n.series(f[i], states.many))
	}
	return out.object
}
