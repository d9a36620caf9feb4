package script

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/solver/ode"
	"github.com/gneuron/gneuron/vector"
)

var odeOptionNames = []string{"tstop", "t0", "method", "dt", "rtol", "atol", "max_step", "params", "init", "record", "every", "events", "celsius", "name"}

// ode is n.ode(equations, options): it integrates and gives what was recorded.
func (n *neuron) ode(e *equations, options map[string]goja.Value) goja.Value {
	const what = "n.ode"
	var params settings
	params.add(e, what, "params", options["params"])
	start := e.starts(what, params)
	start.init(e, what, options["init"])
	r := ode.Run{Poll: n.s.Poll}
	number := func(name string, at *float64) bool {
		v := options[name]
		if v != nil {
			*at = n.number(v, func() string { return name + " of n.ode" })
		}
		return v != nil
	}
	if !number("tstop", &r.To) {
		n.throw(fault.New(fault.Type, "n.ode needs tstop, where to end [ms]"))
	}
	number("t0", &r.From)
	fixed := number("dt", &r.Step)
	n.odeMethod(&r, options["method"], fixed)
	for name, at := range map[string]*float64{"rtol": &r.RTol, "atol": &r.ATol, "max_step": &r.MaxStep, "every": &r.Every} {
		if number(name, at) && *at == 0 {
			n.throw(fault.New(fault.Range, "%s of n.ode is 0; it must be greater", name))
		}
		if name != "every" && options[name] != nil && !r.Method.Adaptive() {
			n.throw(fault.New(fault.Type, "%s of n.ode is for the method \"dopri5\", not for %q with its fixed step dt", name, r.Method.Name))
		}
	}
	recorded := e.recorded(&r, options["record"])
	names := e.events(&r, options["events"])
	celsius := n.m.Celsius
	number("celsius", &celsius)

	b := e.begin(params, start, r.From, celsius)
	result, err := b.Run(r)
	n.check(err)
	return e.outcome(b, result, recorded, names, start.many)
}

// init takes where states start: an object with values by name, or as a function takes them.
func (s *settings) init(e *equations, call string, v goja.Value) {
	o, isObject := v.(*goja.Object)
	switch {
	case e.f == nil || e.f.form == "object" || absent(v) || isObject && e.n.plain(o):
		s.add(e, call, "init", v)
	case e.f.form == "number":
		s.one(e, call, "init", "y", v)
	default:
		var list []goja.Value
		if isObject {
			list = e.n.listOf(o)
		}
		if len(list) != len(e.m.States) {
			e.n.throw(fault.New(fault.Range, "init of %s must be an array with %d values, not %s", call, len(e.m.States), e.n.show(v)))
		}
		for i, x := range list {
			s.one(e, call, "init", e.m.States[i].Name, x)
		}
	}
}

// odeMethod takes the method; without one a step asks for rk4.
func (n *neuron) odeMethod(r *ode.Run, v goja.Value, fixed bool) {
	r.Method = ode.DormandPrince
	if fixed {
		r.Method = ode.RK4
	}
	known := slices.Sorted(maps.Keys(ode.Methods))
	if v != nil {
		if r.Method = ode.Methods[v.String()]; r.Method == nil {
			e := fault.New(fault.Reference, "n.ode has no method %s", n.show(v))
			if near := spell.Nearest(v.String(), known); near != "" {
				n.throw(e.DidYouMean(near))
			}
			n.throw(e.WithHint("it has %s", strings.Join(known, ", ")))
		}
	}
	if r.Method.Adaptive() && fixed {
		n.throw(fault.New(fault.Type, "the method %q chooses its steps itself; dt is for the others", r.Method.Name).
			WithHint("max_step bounds its steps, rtol and atol its errors, and every is the time between samples"))
	}
	if !r.Method.Adaptive() && !fixed {
		n.throw(fault.New(fault.Type, "the method %q needs dt, the length of its steps [ms]", r.Method.Name))
	}
}

// setting is a value for a column of one instance, or of each.
type setting struct {
	column int
	name   string
	values []float64 // one, or one for each instance
}

// settings are values for the variables of a batch.
type settings struct {
	list []setting
	many bool // there is an array with a value for each instance
	n    int  // how many instances
	from string
}

// add takes an object with values by name.
func (s *settings) add(e *equations, call, what string, v goja.Value) {
	if absent(v) {
		return
	}
	o, ok := v.(*goja.Object)
	if !ok || !e.n.plain(o) {
		e.n.throw(fault.New(fault.Type, "%s of %s must be an object, {name: value}, not %s", what, call, e.n.show(v)))
	}
	for _, name := range o.Keys() {
		s.one(e, call, what, name, o.Get(name))
	}
}

// one takes the value of a variable. Of an array it is an array with a value for each
// element, each of which may be an array again.
func (s *settings) one(e *equations, call, what, name string, v goja.Value) {
	n := e.n
	column, size, err := e.m.Variable(name)
	n.check(err)
	if size > 1 {
		var list []goja.Value
		if o, ok := v.(*goja.Object); ok {
			list = n.listOf(o)
		}
		if len(list) != size {
			n.throw(fault.New(fault.Range, "%s of %s: %s has %d elements and needs an array of as many, not %s", what, call, name, size, n.show(v)))
		}
		for k, x := range list {
			s.one(e, call, what, fmt.Sprintf("%s[%d]", name, k), x)
		}
		return
	}
	if v != nil && goja.IsNumber(v) {
		s.list = append(s.list, setting{column, name, []float64{v.ToFloat()}})
		return
	}
	var xs []float64
	ok := false
	if o, isObject := v.(*goja.Object); isObject && !n.plain(o) {
		xs, ok = n.rt.numbers(o, name)
	}
	if !ok {
		n.throw(fault.New(fault.Type, "%s of %s: %s must be a number, or an array with one for each instance, not %s", what, call, name, n.show(v)))
	}
	if len(xs) == 0 {
		n.throw(fault.New(fault.Range, "%s of %s: the array for %s is empty", what, call, name))
	}
	if s.many && s.n > 0 && len(xs) != s.n {
		n.throw(fault.New(fault.Range, "%s of %s: the array for %s has %d values, that for %s has %d", what, call, name, len(xs), s.from, s.n))
	}
	s.many, s.n, s.from = true, len(xs), name
	s.list = append(s.list, setting{column, name, slices.Clone(xs)})
}

// starts are the states that a function starts at, for as many instances as there are
// parameters for.
func (e *equations) starts(call string, params settings) settings {
	s := settings{many: params.many, n: params.n, from: params.from}
	if e.f != nil {
		for _, state := range e.m.States {
			s.one(e, call, "init", state.Name, e.f.start[state.Name])
		}
	}
	return s
}

// begin makes the instances, with parameters, what INITIAL does, and states.
func (e *equations) begin(params, states settings, t, celsius float64) *ode.Batch {
	b, err := e.m.NewBatch(max(states.n, 1), false)
	e.n.check(err)
	b.SetCelsius(celsius)
	params.apply(e.n, b)
	e.n.check(b.Initialize(t))
	states.apply(e.n, b)
	return b
}

// apply gives a batch the values.
func (s *settings) apply(n *neuron, b *ode.Batch) {
	for _, x := range s.list {
		for i := range b.Len() {
			n.check(b.Set(x.column, i, x.values[min(i, len(x.values)-1)]))
		}
	}
}

// recorded takes the variables to record, all states if there is no list, and gives their
// names.
func (e *equations) recorded(r *ode.Run, v goja.Value) (names []string) {
	if absent(v) {
		for _, s := range e.m.States {
			names = append(names, s.Name)
			r.Record = append(r.Record, s.Column)
		}
		return names
	}
	var list []goja.Value
	if o, ok := v.(*goja.Object); ok {
		list = e.n.listOf(o)
	} else {
		list = []goja.Value{v}
	}
	for _, x := range list {
		if !goja.IsString(x) {
			e.n.throw(fault.New(fault.Type, "record of n.ode must list names of variables, not %s", e.n.show(x)))
		}
		name := x.String()
		column, size, err := e.m.Variable(name)
		e.n.check(err)
		for k := range size {
			element := name
			if size > 1 {
				element = fmt.Sprintf("%s[%d]", name, k)
			}
			if !slices.Contains(names, element) {
				names = append(names, element)
				r.Record = append(r.Record, column+k)
			}
		}
	}
	return names
}

// outcome makes the object that n.ode gives.
type outcome struct {
	n      *neuron
	object *goja.Object
	arrays map[string]*goja.Object
}

func newOutcome(n *neuron) *outcome {
	return &outcome{n: n, object: n.vm.NewObject(), arrays: map[string]*goja.Object{}}
}

// put adds a value by name; elements x[0], x[1], ... make an array x.
func (o *outcome) put(name string, v goja.Value) {
	base, _, isElement := strings.Cut(name, "[")
	if !isElement {
		o.n.hostSet(o.object, name, v)
		return
	}
	if o.arrays[base] == nil {
		o.arrays[base] = o.n.vm.NewArray()
		o.n.hostSet(o.object, base, o.arrays[base])
	}
	list := o.arrays[base]
	o.n.hostSet(list, fmt.Sprint(list.Get("length").ToInteger()), v)
}

// vectors gives a Vector, or of a batch an array of them.
func (n *neuron) vectors(list [][]float64, many bool) goja.Value {
	if !many {
		return n.rt.newVector(vector.Of(list[0]))
	}
	out := make([]any, len(list))
	for i, xs := range list {
		out[i] = n.rt.newVector(vector.Of(xs))
	}
	return n.vm.NewArray(out...)
}

// series gives a number, or of a batch a Vector with one for each instance.
func (n *neuron) series(xs []float64, many bool) goja.Value {
	if !many {
		return n.vm.ToValue(xs[0])
	}
	return n.rt.newVector(vector.Of(slices.Clone(xs)))
}

func (e *equations) outcome(b *ode.Batch, r *ode.Result, recorded, events []string, many bool) goja.Value {
	n := e.n
	out := newOutcome(n)
	t := r.T
	if !many && len(r.Samples) > 0 { // an event may have stopped it
		t = t[:len(r.Samples[0][0])]
	}
	out.put("t", n.rt.newVector(vector.Of(t)))
	for i, name := range recorded {
		out.put(name, n.vectors(r.Samples[i], many))
	}
	watches := e.m.Watches()
	if watches > 0 {
		spikes := r.Times[0]
		for _, more := range r.Times[1:watches] {
			for i := range spikes {
				spikes[i] = append(spikes[i], more[i]...)
				slices.Sort(spikes[i])
			}
		}
		out.put("spikes", n.vectors(spikes, many))
	}
	if len(events) > 0 {
		times := n.vm.NewObject()
		for i, name := range events {
			n.hostSet(times, name, n.vectors(r.Times[watches+i], many))
		}
		out.put("events", n.rt.strict(times, "n.ode had no event"))
	}
	end := newOutcome(n)
	for _, s := range e.m.States {
		xs := make([]float64, b.Len())
		for i := range xs {
			xs[i] = b.Get(s.Column, i)
		}
		end.put(s.Name, n.series(xs, many))
	}
	out.put("end", end.object)
	out.put("steps", n.vm.ToValue(r.Steps))
	out.put("rejected", n.vm.ToValue(r.Rejected))
	return n.rt.strict(out.object, "the result of n.ode has no")
}
