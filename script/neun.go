package script

import (
	"maps"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/solver/ode"
)

// The module neun: point neurons and synapses as objects of classes with systematic names,
// {model}{precision}{integrator}, as the library neun has them in Python. The numerics are
// those of solver/ode.

// neunModel is a model of neurons under the name that its classes have.
type neunModel struct {
	short, model          string
	variables, parameters []neunName
}

// neunName is a variable: what scripts call it, and what the model does.
type neunName struct{ name, in string }

func neunNames(names ...string) (list []neunName) {
	for _, name := range names {
		in := name
		if name == "threshold" { // a function of NMODL
			in = "thresh"
		}
		list = append(list, neunName{name, in})
	}
	return list
}

var neunNeurons = []neunModel{
	{"HH", "HH", neunNames("v", "h", "m", "n"), neunNames("cm", "vna", "vk", "vl", "gna", "gk", "gl")},
	{"HR", "HR", neunNames("x", "y", "z"), neunNames("e", "mu", "S")},
	{"Iz", "Izhikevich", neunNames("v", "u"), neunNames("a", "b", "c", "d", "threshold")},
}

// neunSynapse is a kind of synapse.
type neunSynapse struct {
	neunModel
	kind *ode.SynapseKind
}

var neunSynapses = []neunSynapse{
	{neunModel{"ESyn", "ElectricalSynapse", neunNames("i1", "i2"), neunNames("g1", "g2")}, ode.Electrical},
	{neunModel{"CSyn", "ChemicalSynapse", neunNames("mslow", "ifast", "islow", "i"),
		neunNames("gfast", "Esyn", "sfast", "Vfast", "gslow", "k1", "k2", "sslow", "Vslow")}, ode.Chemical},
	{neunModel{"DSyn", "DiffusionSynapse", neunNames("r", "i"),
		neunNames("alpha", "beta", "threshold", "esyn", "gsyn", "T", "max_release_time")}, ode.Diffusion},
}

var neunPrecisions = []struct {
	name   string
	single bool
}{{"Double", false}, {"Float", true}}

var neunIntegrators = []struct {
	name   string
	method *ode.Method
}{{"Euler", ode.Euler}, {"RK4", ode.RK4}, {"RK6", ode.RK6}}

// fixedNames is an object with fixed properties, which refuses all other names.
type fixedNames struct {
	n      *neuron
	what   string
	values map[string]goja.Value
	self   any // what the object stands for
}

func (n *neuron) fixed(what string, self any) *fixedNames {
	return &fixedNames{n: n, what: what, values: map[string]goja.Value{}, self: self}
}

// Get gives a property.
func (o *fixedNames) Get(key string) goja.Value {
	if v, ok := o.values[key]; ok {
		return v
	}
	if !foreign[key] && key != "__esModule" && key != "default" {
		e := fault.New(fault.Type, "%s has no %s", o.what, key)
		e.Variable = key
		o.n.throw(e.DidYouMean(spell.Nearest(key, o.Keys())))
	}
	return nil
}

// Set refuses.
func (o *fixedNames) Set(key string, _ goja.Value) bool {
	o.n.throw(fault.New(fault.Type, "%s.%s cannot be set", o.what, key))
	return false
}

// Has tells the properties.
func (o *fixedNames) Has(key string) bool { return o.values[key] != nil }

// Delete refuses.
func (o *fixedNames) Delete(key string) bool { return o.n.noDelete(o.what, key) }

// Keys lists the properties.
func (o *fixedNames) Keys() []string { return slices.Sorted(maps.Keys(o.values)) }

// Inspect is the name.
func (o *fixedNames) Inspect() string { return o.what }

// String is the name, for messages.
func (o *fixedNames) String() string { return o.what }

func (o *fixedNames) method(name string, f func(goja.FunctionCall) goja.Value) {
	o.values[name] = o.n.function(name, f)
}

// hosted gives the object of a script that something of the module stands for.
func hosted[T any](n *neuron, v goja.Value) (self T, ok bool) {
	if o, is := n.rt.Host(v).(*fixedNames); is {
		self, ok = o.self.(T)
	}
	return self, ok
}

// neunArgs are the ConstructorArgs of a model.
type neunArgs struct{ of string }

// neunCell is a neuron: what a class made, and what its variables are called.
type neunCell struct {
	neuron  *ode.Neuron
	class   string
	columns neunColumns
}

// neunColumns are the columns of variables and parameters.
type neunColumns struct {
	variables, parameters map[string]int
}

// neunModule makes the exports of the module.
func (n *neuron) neunModule() goja.Value {
	exports := n.fixed("the module \"neun\"", nil)
	add := func(name string, v goja.Value) { exports.values[name] = v }
	for _, precision := range neunPrecisions {
		for i := range neunNeurons {
			m := &neunNeurons[i]
			prefix := m.short + precision.name
			n.neunWords(add, prefix, m)
			columns := n.neunColumnsOf(m)
			for _, integrator := range neunIntegrators {
				name := prefix + integrator.name
				add(name, n.neunClass(name, func(args []goja.Value) *goja.Object {
					if len(args) > 1 {
						n.throw(fault.New(fault.Type, "%s takes its ConstructorArgs, not %d arguments", name, len(args)))
					}
					if len(args) == 1 {
						n.neunArgs(name, prefix, args[0])
					}
					model, err := ode.Named(m.model)
					n.check(err)
					neuron, err := ode.NewNeuron(model, integrator.method, precision.single)
					n.check(err)
					return n.neunNeuron(&neunCell{neuron, name, columns})
				}))
			}
		}
		for i := range neunSynapses {
			s := &neunSynapses[i]
			n.neunWords(add, s.short+precision.name, &s.neunModel)
			columns := n.neunColumnsOf(&s.neunModel)
			for _, pre := range neunNeurons {
				for _, post := range neunNeurons {
					for _, integrator := range neunIntegrators {
						name := s.short + pre.short + post.short + precision.name + integrator.name
						add(name, n.neunClass(name, func(args []goja.Value) *goja.Object {
							return n.neunSynapse(s, name, columns, [2]string{pre.short + precision.name, post.short + precision.name},
								precision.single, integrator.method, args)
						}))
					}
				}
			}
		}
	}
	return n.vm.NewDynamicObject(exports)
}

// neunClass makes a class whose objects are made with and without new.
func (n *neuron) neunClass(name string, construct func(args []goja.Value) *goja.Object) goja.Value {
	return n.constructor(name, n.vm.NewObject(), construct)
}

// neunWords adds ConstructorArgs, Variable and Parameter of a model.
func (n *neuron) neunWords(add func(string, goja.Value), prefix string, m *neunModel) {
	name := prefix + "ConstructorArgs"
	add(name, n.neunClass(name, func(args []goja.Value) *goja.Object {
		if len(args) > 0 {
			n.throw(fault.New(fault.Type, "%s takes no arguments", name))
		}
		return n.vm.NewDynamicObject(n.fixed(name, neunArgs{prefix}))
	}))
	for suffix, list := range map[string][]neunName{"Variable": m.variables, "Parameter": m.parameters} {
		words := n.fixed(prefix+suffix, nil)
		for _, x := range list {
			words.values[x.name] = n.vm.ToValue(x.name)
		}
		add(prefix+suffix, n.vm.NewDynamicObject(words))
	}
}

// neunArgs checks the ConstructorArgs that a class is given.
func (n *neuron) neunArgs(class, prefix string, v goja.Value) {
	if args, ok := hosted[neunArgs](n, v); !ok || args.of != prefix {
		n.throw(fault.New(fault.Type, "%s needs %sConstructorArgs(), not %s", class, prefix, n.show(v)))
	}
}

func (n *neuron) neunColumnsOf(m *neunModel) neunColumns {
	model, err := ode.Named(m.model)
	n.check(err)
	out := neunColumns{map[string]int{}, map[string]int{}}
	for to, list := range map[*map[string]int][]neunName{&out.variables: m.variables, &out.parameters: m.parameters} {
		for _, x := range list {
			column, _, err := model.Variable(x.in)
			n.check(err)
			(*to)[x.name] = column
		}
	}
	return out
}

// neunColumn finds the column that an argument names.
func (n *neuron) neunColumn(class, what string, columns map[string]int, v goja.Value) int {
	name := v.String()
	if column, ok := columns[name]; ok {
		return column
	}
	e := fault.New(fault.Reference, "%s has no %s %s", class, what, n.show(v))
	e.Variable = name
	if near := spell.Nearest(name, slices.Sorted(maps.Keys(columns))); near != "" {
		n.throw(e.DidYouMean(near))
	}
	n.throw(e.WithHint("it has %s", strings.Join(slices.Sorted(maps.Keys(columns)), ", ")))
	return 0
}

// neunAccess adds get, set, get_param and set_param.
func (n *neuron) neunAccess(o *fixedNames, class string, columns neunColumns, get func(int) float64, set func(int, float64) error) {
	for _, x := range []struct {
		suffix, what string
		columns      map[string]int
	}{{"", "variable", columns.variables}, {"_param", "parameter", columns.parameters}} {
		o.method("get"+x.suffix, func(call goja.FunctionCall) goja.Value {
			return n.vm.ToValue(get(n.neunColumn(class, x.what, x.columns, call.Argument(0))))
		})
		o.method("set"+x.suffix, func(call goja.FunctionCall) goja.Value {
			column := n.neunColumn(class, x.what, x.columns, call.Argument(0))
			n.check(set(column, n.number(call.Argument(1), func() string { return "the value of " + call.Argument(0).String() })))
			return goja.Undefined()
		})
	}
}

// neunNeuron makes the object of a neuron.
func (n *neuron) neunNeuron(c *neunCell) *goja.Object {
	o := n.fixed(c.class, c)
	n.neunAccess(o, c.class, c.columns, c.neuron.Get, c.neuron.Set)
	o.method("step", func(call goja.FunctionCall) goja.Value {
		n.check(c.neuron.Step(n.argument(call, 0, "the step")))
		return goja.Undefined()
	})
	o.method("add_synaptic_input", func(call goja.FunctionCall) goja.Value {
		n.check(c.neuron.AddInput(n.argument(call, 0, "the synaptic input")))
		return goja.Undefined()
	})
	o.method("get_synaptic_input", func(goja.FunctionCall) goja.Value { return n.vm.ToValue(c.neuron.Input()) })
	return n.vm.NewDynamicObject(o)
}

// neunSynapse makes a synapse: class(neuron1, variable1, neuron2, variable2, ...). An
// electrical one takes two conductances, the others their ConstructorArgs and how many
// steps they make in one of the neurons'; what they take may be left out.
func (n *neuron) neunSynapse(s *neunSynapse, name string, columns neunColumns, between [2]string, single bool, method *ode.Method, args []goja.Value) *goja.Object {
	if len(args) < 4 {
		n.throw(fault.New(fault.Type, "%s needs two neurons, each with its variable: (neuron1, variable1, neuron2, variable2)", name))
	}
	cell := func(k int) (*ode.Neuron, int) {
		c, ok := hosted[*neunCell](n, args[2*k])
		if !ok || len(c.class) < len(between[k]) || c.class[:len(between[k])] != between[k] {
			n.throw(fault.New(fault.Type, "neuron %d of %s must be one of the classes %s..., not %s", k+1, name, between[k], n.show(args[2*k])))
		}
		return c.neuron, n.neunColumn(c.class, "variable", c.columns.variables, args[2*k+1])
	}
	pre, vPre := cell(0)
	post, vPost := cell(1)
	steps, rest := 1, args[4:]
	if s.kind != ode.Electrical {
		if len(rest) > 0 && !absent(rest[0]) {
			n.neunArgs(name, s.short+map[bool]string{false: "Double", true: "Float"}[single], rest[0])
		}
		if len(rest) > 1 {
			steps = n.integer(rest[1], func() string { return "the steps of " + name })
		}
	}
	synapse, err := ode.NewSynapse(s.kind, method, single, pre, vPre, post, vPost, steps)
	n.check(err)
	if s.kind == ode.Electrical {
		for k, v := range rest[:min(len(rest), 2)] {
			g := []string{"g1", "g2"}[k]
			n.check(synapse.Set(columns.parameters[g], n.number(v, func() string { return g + " of " + name })))
		}
	}
	o := n.fixed(name, synapse)
	n.neunAccess(o, name, columns, synapse.Get, synapse.Set)
	o.method("step", func(call goja.FunctionCall) goja.Value {
		n.check(synapse.Step(n.argument(call, 0, "the step")))
		return goja.Undefined()
	})
	return n.vm.NewDynamicObject(o)
}
