package script

import (
	"fmt"
	"math"
	"regexp"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
)

const (
	faraday     = mechanism.Faraday
	gasConstant = mechanism.GasR
)

// mathFunctions are the functions of HOC's mathematics that scripts find under n.
var mathFunctions = map[string]func(float64) float64{
	"sin": math.Sin, "cos": math.Cos, "atan": math.Atan, "tanh": math.Tanh,
	"exp": boundedExp, "log": math.Log, "log10": math.Log10, "sqrt": math.Sqrt,
	"abs": math.Abs, "int": math.Trunc, "erf": math.Erf, "erfc": math.Erfc,
}

// boundedExp is HOC's exp, which does not grow beyond exp(700) and is 0 below
// exp(-700).
func boundedExp(x float64) float64 {
	if x < -700 {
		return 0
	}
	return math.Exp(math.Min(x, 700))
}

// addModelMembers makes the functions of n that ask or change the model.
func (n *neuron) addModelMembers() {
	vm := n.vm
	method := func(name string, f func(call goja.FunctionCall) goja.Value) {
		n.class.method(name, func(_ *neuron, call goja.FunctionCall) goja.Value { return f(call) })
	}
	for name, f := range mathFunctions {
		method(name, func(call goja.FunctionCall) goja.Value {
			x := n.argument(call, 0, "the argument of n."+name)
			if x < 0 && (name == "log" || name == "log10" || name == "sqrt") {
				e := fault.New(fault.Range, "n.%s(%g): the argument must not be negative", name, x)
				e.Value = x
				n.throw(e)
			}
			return vm.ToValue(f(x))
		})
	}
	method("atan2", func(call goja.FunctionCall) goja.Value {
		return vm.ToValue(math.Atan2(n.argument(call, 0, "y of n.atan2"), n.argument(call, 1, "x of n.atan2")))
	})
	method("topology", func(goja.FunctionCall) goja.Value {
		fmt.Fprint(n.rt.Stdout(), n.m.Topology())
		return vm.ToValue(1)
	})
	method("define_shape", func(goja.FunctionCall) goja.Value {
		n.m.DefineShape()
		return vm.ToValue(1)
	})
	method("distance", n.distance)
	at := func(name string, f func(section.Segment) float64) {
		method(name, func(call goja.FunctionCall) goja.Value {
			return vm.ToValue(f(n.segmentOrX(call, "n."+name)))
		})
	}
	at("area", section.Segment.Area)
	at("ri", section.Segment.Ri)
	method("lambda_f", func(call goja.FunctionCall) goja.Value {
		f := n.argument(call, 0, "the frequency of n.lambda_f")
		x, err := n.sectionArgument(call, 1, "n.lambda_f").LambdaF(f)
		n.check(err)
		return vm.ToValue(x)
	})
	method("cas", func(goja.FunctionCall) goja.Value { return n.section(n.accessed("n.cas")).obj })
	method("secname", func(call goja.FunctionCall) goja.Value {
		return vm.ToValue(n.sectionArgument(call, 0, "n.secname").Name())
	})
	method("delete_section", func(call goja.FunctionCall) goja.Value {
		n.section(n.sectionArgument(call, 0, "n.delete_section")).remove()
		return vm.ToValue(0)
	})
	method("disconnect", func(call goja.FunctionCall) goja.Value {
		n.sectionArgument(call, 0, "n.disconnect").Disconnect()
		return vm.ToValue(0)
	})
	method("pop_section", func(goja.FunctionCall) goja.Value {
		if k := len(n.stack); k > 0 {
			n.stack = n.stack[:k-1]
		}
		return vm.ToValue(0)
	})
	n.members["units"] = n.unitsObject()
	n.rt.Module("neuron/units", func() goja.Value { return n.members["units"] })
	n.members["ModelError"] = n.rt.ModelError()
}

// distance is n.distance: the path length between two segments, or from an
// origin that was set before.
func (n *neuron) distance(call goja.FunctionCall) goja.Value {
	args, options := n.split(call.Arguments)
	between := func(a, b section.Segment) goja.Value {
		d := section.Distance(a, b)
		return n.vm.ToValue(d)
	}
	fromOrigin := func(to section.Segment) goja.Value {
		if n.origin == nil || n.origin.Sec.Deleted() {
			n.throw(fault.New(fault.Model, "Distance origin not valid").
				WithHint("set it first: n.distance(0, soma(0.5))"))
		}
		return between(*n.origin, to)
	}
	setOrigin := func(seg section.Segment) goja.Value {
		n.origin = &seg
		return n.vm.ToValue(0)
	}
	place := func(x float64) section.Segment {
		seg, err := n.sectionFrom(options, "n.distance").At(x)
		n.check(err)
		return seg
	}
	switch len(args) {
	case 0:
		return setOrigin(place(0))
	case 1:
		if goja.IsNumber(args[0]) {
			return fromOrigin(place(args[0].ToFloat()))
		}
		return fromOrigin(n.asSegment(args[0], "the argument of n.distance"))
	}
	if !goja.IsNumber(args[0]) {
		return between(n.asSegment(args[0], "the first argument of n.distance"), n.asSegment(args[1], "the second argument of n.distance"))
	}
	// distance(0, segment) and distance(0, x, {sec}) set the origin, distance(1, ...) measures.
	var seg section.Segment
	if goja.IsNumber(args[1]) {
		seg = place(args[1].ToFloat())
	} else {
		seg = n.asSegment(args[1], "the second argument of n.distance")
	}
	if args[0].ToFloat() == 0 {
		return setOrigin(seg)
	}
	return fromOrigin(seg)
}

// identifier is what the name of an ion may be.
var identifier = regexp.MustCompile(`^[A-Za-z]\w*$`)

// addIonMembers makes the functions of n about ions.
func (n *neuron) addIonMembers() {
	vm := n.vm
	method := func(name string, f func(call goja.FunctionCall) goja.Value) {
		n.class.method(name, func(_ *neuron, call goja.FunctionCall) goja.Value { return f(call) })
	}
	ionOf := func(call goja.FunctionCall, what string) *mechanism.Mechanism {
		name := n.stringArgument(call, what+" needs the name of an ion as a string")
		ion, err := n.m.Mechs.Find(name, mechanism.IonKind)
		if err != nil {
			if n.m.Mechs.Get(name+"_ion") != nil {
				n.throw(fault.New(fault.Reference, "%s: there is no ion %q", what, name).DidYouMean(name + "_ion"))
			}
			n.throw(err)
		}
		return ion
	}
	method("ion_charge", func(call goja.FunctionCall) goja.Value {
		return vm.ToValue(ionOf(call, "n.ion_charge").Charge)
	})
	method("ion_register", func(call goja.FunctionCall) goja.Value {
		name := n.stringArgument(call, "n.ion_register needs the name of an ion as a string")
		if !identifier.MatchString(name) {
			n.throw(fault.New(fault.Range, "n.ion_register: %q cannot be the name of an ion", name).WithHint("a name has letters, digits and _, such as mg"))
		}
		ion, err := n.m.Mechs.RegisterIon(name, n.finiteArgument(call, 1, "the charge of n.ion_register"), true)
		n.check(err)
		n.forgetMechanisms()
		return vm.ToValue(ion.Charge)
	})
	method("ion_style", func(call goja.FunctionCall) goja.Value {
		ion := ionOf(call, "n.ion_style")
		args, options := n.split(call.Arguments)
		s := n.sectionFrom(options, "n.ion_style")
		if len(args) == 1 && !s.Has(ion.Type.Name) { // asked, NEURON says so
			return vm.ToValue(-1)
		}
		old, err := s.IonStyle(ion.Type.Name)
		n.check(err)
		if len(args) > 1 {
			var k [5]int
			for i, most := range []int{3, 3, 1, 1, 1} {
				what := []string{"c_style", "e_style", "einit", "eadvance", "cinit"}[i]
				k[i] = n.integer(call.Argument(i+1), func() string { return "n.ion_style: " + what })
				if k[i] < 0 || k[i] > most {
					n.throw(fault.Outside("n.ion_style: "+what, float64(k[i]), 0, float64(most)))
				}
			}
			n.check(s.SetIonStyle(ion.Type.Name, old.With(k[0], k[1], k[2], k[3], k[4])))
		}
		return vm.ToValue(int(old))
	})
	method("nernst", func(call goja.FunctionCall) goja.Value {
		if goja.IsString(call.Argument(0)) { // nernst("ena", {sec}) reads the section's concentrations
			s := n.sectionArgument(goja.FunctionCall{Arguments: call.Arguments[1:]}, 0, "n.nernst")
			return vm.ToValue(n.sectionNernst(s, call.Argument(0).String()))
		}
		in, out := n.argument(call, 0, "ci of n.nernst"), n.argument(call, 1, "co of n.nernst")
		return vm.ToValue(mechanism.Nernst(in, out, n.argument(call, 2, "the charge of n.nernst"), n.m.Celsius))
	})
	method("ghk", func(call goja.FunctionCall) goja.Value {
		v, in := n.argument(call, 0, "v of n.ghk"), n.argument(call, 1, "ci of n.ghk")
		out, z := n.argument(call, 2, "co of n.ghk"), n.argument(call, 3, "the charge of n.ghk")
		return vm.ToValue(mechanism.GHK(v, in, out, z, n.m.Celsius))
	})
}

// sectionNernst is NEURON's nernst("ena"), nernst("nai"), nernst("nao"): the
// variable of an ion as the other two and the Nernst equation give it, in the
// middle of a section.
func (n *neuron) sectionNernst(s *section.Section, name string) float64 {
	seg, err := s.At(0.5)
	n.check(err)
	for _, ion := range n.m.Mechs.Made() {
		if ion.Type.Kind != mechanism.IonKind {
			continue
		}
		short := ion.Type.Name[:len(ion.Type.Name)-len("_ion")]
		c, ok := mechanism.IonColumn(short, name)
		id, there := seg.MechRow(ion)
		if !ok || !there {
			continue
		}
		get := func(col int) float64 { return mechanism.Handle{Table: ion.Table, Col: col, ID: id}.Get() }
		// e = RT/zF ln(out/in)
		rtzf := 1000 * gasConstant * (n.m.Celsius + mechanism.Zero) / faraday / ion.Charge
		switch c {
		case mechanism.IonE:
			return mechanism.Nernst(get(mechanism.IonIn), get(mechanism.IonOut), ion.Charge, n.m.Celsius)
		case mechanism.IonIn:
			return get(mechanism.IonOut) * math.Exp(-get(mechanism.IonE)/rtzf)
		case mechanism.IonOut:
			return get(mechanism.IonIn) * math.Exp(get(mechanism.IonE)/rtzf)
		}
	}
	n.throw(fault.New(fault.Reference, "n.nernst(%q): %s has no ion with that variable", name, s.Name()).
		WithHint("insert a mechanism that uses the ion first"))
	return 0
}
