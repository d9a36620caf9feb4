package script

import (
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/solver/ode"
)

// events takes the events of a run, {name: {state, threshold, direction, stop, reset}} or
// {name: {margin, ...}}, and gives their names.
func (e *equations) events(r *ode.Run, v goja.Value) (names []string) {
	n := e.n
	if absent(v) {
		return nil
	}
	o, ok := v.(*goja.Object)
	if !ok || !n.plain(o) {
		n.throw(fault.New(fault.Type, "events of n.ode must be an object, {name: {state, threshold}}, not %s", n.show(v)))
	}
	for _, name := range o.Keys() {
		what := "the event " + name + " of n.ode"
		options := n.odeOptions(what, o.Get(name), []string{"state", "threshold", "direction", "stop", "reset", "margin"})
		r.Events = append(r.Events, e.event(r, what, options))
		names = append(names, name)
	}
	return names
}

func (e *equations) event(r *ode.Run, what string, options map[string]goja.Value) ode.Event {
	n := e.n
	event := ode.Event{Direction: 1}
	switch margin, isFunction := goja.AssertFunction(options["margin"]); {
	case isFunction:
		r.Alone = true
		event.Margin = func(t float64, x, p []float64) (float64, error) {
			y, err := margin(goja.Undefined(), e.statesOf(x), n.vm.ToValue(t), e.parametersOf(p))
			if err != nil {
				return 0, err
			}
			if !goja.IsNumber(y) {
				return 0, fault.New(fault.Type, "the margin of %s must give a number, not %s", what, n.show(y))
			}
			return y.ToFloat(), nil
		}
	case options["margin"] != nil:
		n.throw(fault.New(fault.Type, "the margin of %s must be a function, not %s", what, n.show(options["margin"])))
	case options["state"] == nil:
		if len(e.m.States) != 1 {
			n.throw(fault.New(fault.Type, "%s needs a state, whose threshold it is, or a margin", what))
		}
	default:
		i, err := e.m.State(options["state"].String())
		n.check(err)
		event.State = i
	}
	if v := options["threshold"]; v != nil {
		event.Threshold = n.number(v, func() string { return "the threshold of " + what })
	}
	if v := options["direction"]; v != nil {
		i := slices.IndexFunc([]goja.Value{n.vm.ToValue("down"), n.vm.ToValue("both"), n.vm.ToValue("up")}, v.StrictEquals)
		if i < 0 {
			n.throw(fault.New(fault.Type, `the direction of %s must be "up", "down" or "both", not %s`, what, n.show(v)))
		}
		event.Direction = i - 1
	}
	if v := options["stop"]; v != nil {
		event.Stop = v.ToBoolean()
	}
	if v := options["reset"]; v != nil {
		r.Alone = true
		event.Reset = e.reset(what, v)
	}
	return event
}

// reset takes what an event does to the states: an object with numbers, or a function of
// (y, t) that gives the states anew, of an object those that change.
func (e *equations) reset(what string, v goja.Value) func(int, float64, []float64) error {
	n := e.n
	if f, ok := goja.AssertFunction(v); ok {
		return func(_ int, t float64, x []float64) error {
			y, err := f(goja.Undefined(), e.statesOf(x), n.vm.ToValue(t))
			if err != nil {
				return err
			}
			return e.shape().take(n, y, "the reset of "+what, "value", x, false)
		}
	}
	o, ok := v.(*goja.Object)
	if !ok || !n.plain(o) {
		n.throw(fault.New(fault.Type, "the reset of %s must be a function or an object with values of states, not %s", what, n.show(v)))
	}
	to := map[int]float64{}
	for _, name := range o.Keys() {
		i, err := e.m.State(name)
		n.check(err)
		to[i] = n.number(o.Get(name), func() string { return name + " in the reset of " + what })
	}
	return func(_ int, _ float64, x []float64) error {
		for i, y := range to {
			x[i] = y
		}
		return nil
	}
}

// shape tells how functions of the script take states: those of a text as an object.
func (e *equations) shape() *slopeFunction {
	if e.f != nil {
		return e.f
	}
	s := &slopeFunction{form: "object"}
	for _, state := range e.m.States {
		s.names = append(s.names, state.Name)
	}
	return s
}

func (e *equations) statesOf(x []float64) goja.Value { return e.shape().states(e.n, x) }

func (e *equations) parametersOf(p []float64) goja.Value { return e.shape().parameters(e.n, p) }
