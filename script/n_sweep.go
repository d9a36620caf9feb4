package script

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// sweepOptions are the options of n.sweep.
var sweepOptions = []string{"model", "parameters", "measure", "tstop", "v_init", "dt", "celsius", "secondorder", "every", "keep"}

// sharedNumbers are the numbers of n that all cells of a model share. A parameter
// of a sweep of such a name is set by the sweep.
var sharedNumbers = []string{"celsius", "dt", "secondorder", "tstop", "v_init"}

// sweepCall is a call of n.sweep.
type sweepCall struct {
	n              *neuron
	model, measure goja.Callable // measure is nil where there is none
	names          []string      // of the parameters
	shared         []string      // those that the whole model shares
	fixed          map[string]float64
	every          float64 // between samples [ms]; 0: each step
	keep           bool
	variants       []variant

	done    float64 // the time of the variants that have run, added up [ms]
	running int     // variants that are running
}

// variant is one set of parameters, with the values in the order of the names.
type variant struct {
	values []goja.Value
	row    *goja.Object
	err    error
}

// addSweep makes n.sweep.
func (n *neuron) addSweep() {
	n.addSweepTable()
	n.class.method("sweep", func(_ *neuron, call goja.FunctionCall) goja.Value {
		x := n.readSweep(call)
		if n.running {
			n.throw(fault.New(fault.Model, "n.sweep() was called from within a run or another sweep").WithHint("a sweep over several parameters is one call: parameters: {a: [...], b: [...]}"))
		}
		x.run()
		return n.newSweepTable(x)
	})
}

// readSweep reads the options of n.sweep.
func (n *neuron) readSweep(call goja.FunctionCall) *sweepCall {
	options, ok := call.Argument(0).(*goja.Object)
	if !ok || !n.plain(options) {
		n.throw(fault.New(fault.Type, "n.sweep needs an object with the options model, parameters and tstop, not %s", n.show(call.Argument(0))))
	}
	for _, key := range options.Keys() {
		if !slices.Contains(sweepOptions, key) {
			n.noOption("n.sweep", key, sweepOptions)
		}
	}
	x := &sweepCall{n: n, fixed: map[string]float64{}}
	function := func(name string) goja.Callable {
		v := options.Get(name)
		f, ok := goja.AssertFunction(v)
		if !ok {
			n.throw(fault.New(fault.Type, "the option %s of n.sweep must be a function, not %s", name, n.show(v)).
				WithHint("model: (p) => { ...; return { v: soma(0.5)._ref_v }; }"))
		}
		return f
	}
	x.model = function("model")
	if !absent(options.Get("measure")) {
		x.measure = function("measure")
	}
	x.keep = x.measure == nil
	if v := options.Get("keep"); !absent(v) {
		x.keep = v.ToBoolean()
	}
	if v := options.Get("every"); !absent(v) {
		x.every = n.interval(v, "n.sweep")
	}
	for _, name := range sharedNumbers {
		if v := options.Get(name); !absent(v) {
			x.fixed[name] = n.number(v, func() string { return "the option " + name + " of n.sweep" })
		}
	}
	x.readParameters(options.Get("parameters"))
	for _, name := range x.names {
		_, twice := x.fixed[name]
		switch {
		case twice:
			n.throw(fault.New(fault.Type, "n.sweep: %s is an option and a parameter", name))
		case name == "t" || name == "error":
			n.throw(fault.New(fault.Type, "n.sweep: a parameter cannot be called %s: each row of the result has that already", name))
		case n.isShared(name):
			x.shared = append(x.shared, name)
		}
	}
	return x
}

// isShared tells a number that all cells of a model share: one of n, or a global
// variable of a mechanism.
func (n *neuron) isShared(name string) bool {
	if slices.Contains(sharedNumbers, name) {
		return true
	}
	variable, mech := n.suffixed(name)
	if mech == nil {
		return false
	}
	g := mech.Type.Global(variable)
	return g != nil && !g.Hidden && g.Size == 0
}

// readParameters reads {amp: [...], gnabar: [...]}, whose product is taken, the last
// name first, or a list of objects {amp, gnabar}.
func (x *sweepCall) readParameters(v goja.Value) {
	n := x.n
	given, ok := v.(*goja.Object)
	if !ok {
		n.throw(fault.New(fault.Type, "the option parameters of n.sweep must be an object such as {amp: [0.1, 0.2]}, or an array of objects, not %s", n.show(v)))
	}
	if n.plain(given) {
		x.names = given.Keys()
		x.variants = []variant{{}}
		for _, name := range x.names {
			var list []goja.Value
			n.eachItem(given.Get(name), "the parameter "+name+" of n.sweep", func(item goja.Value) { list = append(list, item) })
			var all []variant
			for _, before := range x.variants {
				for _, value := range list {
					all = append(all, variant{values: append(slices.Clone(before.values), value)})
				}
			}
			x.variants = all
		}
	} else {
		n.eachItem(v, "the option parameters of n.sweep", x.readOne)
	}
	if len(x.variants) == 0 || len(x.names) == 0 {
		n.throw(fault.New(fault.Type, "n.sweep: there are no parameters to go through"))
	}
}

// readOne reads one object of a list of parameters.
func (x *sweepCall) readOne(item goja.Value) {
	n := x.n
	at := len(x.variants)
	p, ok := item.(*goja.Object)
	if !ok || !n.plain(p) {
		n.throw(fault.New(fault.Type, "element %d of the parameters of n.sweep must be an object such as {amp: 0.1}, not %s", at, n.show(item)))
	}
	keys := p.Keys()
	if at == 0 {
		x.names = keys
	}
	var values []goja.Value
	for _, name := range x.names {
		v := p.Get(name)
		if v == nil {
			n.throw(fault.New(fault.Type, "element %d of the parameters of n.sweep has no %s, which element 0 has", at, name))
		}
		values = append(values, v)
	}
	for _, name := range keys {
		if !slices.Contains(x.names, name) {
			n.throw(fault.New(fault.Type, "element %d of the parameters of n.sweep has %s, which element 0 has not", at, name).
				DidYouMean(spell.Nearest(name, x.names)))
		}
	}
	x.variants = append(x.variants, variant{values: values})
}

// parameters makes the object that the functions of the script are given.
func (x *sweepCall) parameters(i int) *goja.Object {
	p := x.n.vm.NewObject()
	for k, name := range x.names {
		x.n.rt.set(p, name, x.variants[i].values[k])
	}
	return p
}

// text is a variant in messages, "{gnabar: 0.3, amp: 0.1}".
func (x *sweepCall) text(i int) string {
	parts := make([]string, len(x.names))
	for k, name := range x.names {
		parts[k] = name + ": " + x.n.show(x.variants[i].values[k])
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// in says of an error in which variant it was.
func (x *sweepCall) in(i int, err error) error {
	where := "in the variant " + x.text(i) + ": "
	if thrown := exception(err); thrown != nil {
		if obj, ok := thrown.Value().(*goja.Object); ok && obj.ClassName() == "Error" {
			x.n.rt.set(obj, "message", where+stringProperty(obj, "message"))
		}
		return err
	}
	if fe := fault.As(err); fe != nil {
		e := *fe
		e.Msg = where + e.Msg
		return &e
	}
	return err
}

// sharedBy puts the variants that have the same values of what the whole model
// shares together.
func (x *sweepCall) sharedBy() [][]int {
	var groups [][]int
	at := map[string]int{}
	for i := range x.variants {
		key := ""
		for k, name := range x.names {
			if slices.Contains(x.shared, name) {
				key += fmt.Sprintf("%s;", x.variants[i].values[k])
			}
		}
		g, known := at[key]
		if !known {
			g = len(groups)
			at[key] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}
