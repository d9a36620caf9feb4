package script

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/solver"
	"github.com/gneuron/gneuron/vector"
)

// cvodeObject is what n.CVode gives: the part of it that acts on the fixed step.
type cvodeObject struct{ n *neuron }

func (n *neuron) cvodeClass() goja.Value {
	c := newObjectClass[*cvodeObject](n.host, "CVode")
	c.method("active", func(_ *cvodeObject, call goja.FunctionCall) goja.Value { return n.cvodeActive(call) })
	c.method("event", func(_ *cvodeObject, call goja.FunctionCall) goja.Value {
		t := n.finiteArgument(call, 0, "the time of CVode.event")
		fn := func() error { return nil }
		if f := call.Argument(1); !absent(f) {
			fn = n.callable(f, "CVode.event")
		}
		n.s.At(t, fn)
		return n.vm.ToValue(0)
	})
	c.method("use_fast_imem", func(_ *cvodeObject, call goja.FunctionCall) goja.Value {
		if len(call.Arguments) > 0 {
			n.m.FastIMem = call.Arguments[0].ToBoolean()
		}
		return n.vm.ToValue(n.m.FastIMem)
	})
	c.method("cache_efficient", func(_ *cvodeObject, call goja.FunctionCall) goja.Value { return n.vm.ToValue(1) })
	// With a fixed step there is no integrator to start anew.
	c.method("re_init", func(_ *cvodeObject, call goja.FunctionCall) goja.Value { return n.vm.ToValue(0) })
	into := func(call goja.FunctionCall, i int, what string) *vector.Vector {
		v := n.rt.toVector(call.Argument(i))
		if v == nil {
			n.throw(fault.New(fault.Type, "CVode.%s must be a Vector, not %s", what, n.show(call.Argument(i))))
		}
		return v
	}
	c.method("record", func(_ *cvodeObject, call goja.FunctionCall) goja.Value {
		src := n.asRef(call.Argument(0), "the first argument of CVode.record")
		y, t := into(call, 1, "record: the second argument, for the values,"), into(call, 2, "record: the third argument, for the times,")
		_, err := n.s.Record(y, src, 0, nil)
		n.check(err)
		_, err = n.s.Record(t, n.timeRef, 0, nil)
		n.check(err)
		return n.vm.ToValue(0)
	})
	c.method("record_remove", func(_ *cvodeObject, call goja.FunctionCall) goja.Value {
		n.s.StopRecording(into(call, 0, "record_remove: the argument"))
		return n.vm.ToValue(0)
	})
	n.addTolerances(c)
	n.addEventLists(c)
	for _, name := range []string{"states", "statename", "dstates", "order", "statistics", "solve", "spike_stat", "error_weights", "acor",
		"atolscale", "jacobian", "f", "ygather", "yscatter", "fixed_step", "store_events", "simgraph_remove"} {
		c.method(name, func(*cvodeObject, goja.FunctionCall) goja.Value {
			n.throw(notYet("CVode." + name))
			return nil
		})
	}
	single := wrapObject(n.host, c, &cvodeObject{n})
	n.members["cvode"] = single // stdrun's
	return n.constructor("CVode", c.proto, func([]goja.Value) *goja.Object { return single })
}

func (n *neuron) cvodeActive(call goja.FunctionCall) goja.Value {
	if a := call.Argument(0); !absent(a) && a.ToBoolean() {
		n.throw(notYet("the variable time step").WithHint("the fixed step runs with n.dt; n.secondorder = 2 makes it more accurate"))
	}
	return n.vm.ToValue(0)
}

// addTolerances makes the settings of the variable step. They are kept, so that
// scripts that set them and run with a fixed step do run.
func (n *neuron) addTolerances(c *class[*cvodeObject]) {
	for _, x := range []struct {
		name  string
		value float64
	}{
		{"atol", 1e-3}, {"rtol", 0}, {"maxstep", 1e9}, {"minstep", 0}, {"maxorder", 5}, {"condition_order", 1}, {"use_local_dt", 0},
		{"stiff", 2}, {"queue_mode", 0}, {"debug_event", 0}, {"current_method", 0}, {"use_long_double", 0}, {"use_daspk", 0},
	} {
		c.method(x.name, func(_ *cvodeObject, call goja.FunctionCall) goja.Value {
			if v := call.Argument(0); !absent(v) {
				if b, isBool := v.Export().(bool); isBool {
					x.value = 0
					if b {
						x.value = 1
					}
				} else {
					x.value = n.finiteArgument(call, 0, "the argument of CVode."+x.name)
				}
			}
			return n.vm.ToValue(x.value)
		})
	}
}

// addEventLists makes the lists of NetCons and of waiting events.
func (n *neuron) addEventLists(c *class[*cvodeObject]) {
	c.method("netconlist", func(_ *cvodeObject, call goja.FunctionCall) goja.Value {
		var accept [3]func(goja.Value) bool
		for i, what := range []string{"source's cell", "target's cell", "target"} {
			accept[i] = n.chosen(call.Argument(i), what)
		}
		l := &objectList{n: n}
		if v := call.Argument(3); !absent(v) {
			given, ok := n.objectLists.self(v)
			if !ok {
				n.throw(fault.New(fault.Type, "argument 4 of CVode.netconlist must be a List, not %s", n.show(v)))
			}
			l = given
		}
		method := func(o *netConObject, name string) goja.Value { return n.netConClass.members[name].call(o.obj) }
		for _, src := range n.s.Sources() {
			for _, x := range src.Outputs() {
				if o, ok := x.Object.(*netConObject); ok && accept[0](method(o, "precell")) && accept[1](method(o, "postcell")) && accept[2](method(o, "syn")) {
					l.items = append(l.items, o.obj)
				}
			}
		}
		if !absent(call.Argument(3)) {
			return call.Argument(3)
		}
		return wrapObject(n.host, n.objectLists, l)
	})
	c.method("print_event_queue", func(_ *cvodeObject, call goja.FunctionCall) goja.Value {
		if v := call.Argument(0); !absent(v) {
			times := n.rt.toVector(v)
			if times == nil {
				n.throw(fault.New(fault.Type, "the argument of CVode.print_event_queue must be a Vector, not %s", n.show(v)))
			}
			times.Truncate(0)
			for t := range n.s.Waiting() {
				times.Append(t)
			}
			return n.vm.ToValue(0)
		}
		for t, what := range n.s.Waiting() {
			name := "an event"
			switch e := what.(type) {
			case *solver.NetCon:
				if o, ok := e.Object.(*netConObject); ok {
					name = o.Inspect()
				}
			case *solver.Recorder:
				name = "a sample of " + e.From.String()
			case *solver.Player:
				name = "a value for " + e.To.String()
			}
			n.rt.printTo(n.rt.stdout, fmt.Sprintf("%.15g  %s", t, name))
		}
		return n.vm.ToValue(0)
	})
}

// chosen reads what netconlist looks for: "" or nothing for anything, an object,
// or a regular expression for names.
func (n *neuron) chosen(v goja.Value, what string) func(goja.Value) bool {
	if absent(v) {
		return func(goja.Value) bool { return true }
	}
	if !goja.IsString(v) {
		return func(x goja.Value) bool { return x.SameAs(v) }
	}
	text := strings.TrimSpace(v.String())
	if text == "" {
		return func(goja.Value) bool { return true }
	}
	pattern, err := regexp.Compile(text)
	if err != nil {
		n.throw(fault.New(fault.Syntax, "CVode.netconlist: %q, for the %s, is no regular expression", text, what))
	}
	return func(x goja.Value) bool { return !goja.IsNull(x) && pattern.MatchString(x.String()) }
}
