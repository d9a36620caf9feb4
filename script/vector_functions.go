package script

import (
	"math"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/vector"
)

// addVectorFunctionMethods adds the methods that take a function.
func (rt *Runtime) addVectorFunctionMethods() {
	rt.vectorInPlace("apply", func(c vectorCall) error {
		f, err := c.function(0)
		if err != nil {
			return err
		}
		w := vector.Of(c.v.Data()) // where f throws, the Vector stays as it was
		if err := w.Apply(f, c.bounds(1)...); err != nil {
			return err
		}
		c.v.CopyFrom(w)
		return nil
	})
	rt.vectorMethod("reduce", reduce)
	rt.vectorNumber("fit", fit)
}

// named are the functions that apply and reduce know by name, as in NEURON.
var named = map[string]func(float64) float64{
	"sin": math.Sin, "cos": math.Cos, "atan": math.Atan, "tanh": math.Tanh, "exp": math.Exp,
	"log": math.Log, "log10": math.Log10, "sqrt": math.Sqrt, "abs": math.Abs, "int": math.Trunc,
	"erf": math.Erf, "erfc": math.Erfc,
}

// function is argument i as a function of one number: a JavaScript function, or
// the name of one.
func (c vectorCall) function(i int) (func(float64) float64, error) {
	if name, ok := c.text(i); ok {
		f := named[name]
		if f == nil {
			var names []string
			for n := range named {
				names = append(names, n)
			}
			slices.Sort(names)
			return nil, fault.New(fault.Reference, "%s knows no function %q", c.name, name).DidYouMean(spell.Nearest(name, names))
		}
		return f, nil
	}
	f, ok := goja.AssertFunction(argument(c.args, i))
	if !ok {
		return nil, fault.New(fault.Type, "%s needs a function, not %s", c.name, c.rt.brief(argument(c.args, i)))
	}
	return func(x float64) float64 {
		y, err := f(goja.Undefined(), c.rt.vm.ToValue(x))
		c.rt.check(err)
		if !goja.IsNumber(y) {
			c.rt.Throw(fault.New(fault.Type, "the function given to %s returned %s, not a number", c.name, c.rt.brief(y)))
		}
		return y.ToFloat()
	}, nil
}

// fit is data.fit(fitted, function, x, p1, p2, ...), the parameters as
// references, which are set to the best. The function is a name that
// vector.FitForm knows or a JavaScript function (x, p1, p2, ...).
func fit(c vectorCall) (float64, error) {
	fitted := c.toVector(0)
	if fitted == nil {
		return 0, fault.New(fault.Type, "%s: argument 1 is missing: it must be a Vector for the fitted values", c.name)
	}
	var refs []*Ref
	var p []float64
	for i := 3; i < len(c.args); i++ {
		ref, ok := c.rt.Host(c.args[i]).(*Ref)
		if !ok {
			return 0, fault.New(fault.Type, "%s: argument %d, a parameter, must be a reference, not %s", c.name, i+1, c.rt.brief(c.args[i])).
				WithHint("make it with n.ref(x), x being where the search starts")
		}
		x, err := ref.Value()
		if err != nil {
			return 0, err
		}
		refs, p = append(refs, ref), append(p, x)
	}
	f, err := c.fitFunction(len(p))
	if err != nil {
		return 0, err
	}
	x := c.needVector(2)
	w := &vector.Vector{}
	meansquare, err := c.v.Fit(w, f, x, p)
	if err != nil {
		return 0, err
	}
	for i, ref := range refs {
		if err := ref.SetValue(p[i]); err != nil {
			return 0, err
		}
	}
	fitted.v.CopyFrom(w)
	return meansquare, nil
}

// fitFunction is argument 1 as a function to fit with n parameters.
func (c vectorCall) fitFunction(n int) (vector.FitFunction, error) {
	if name, ok := c.text(1); ok {
		return vector.FitForm(name, n)
	}
	f, ok := goja.AssertFunction(argument(c.args, 1))
	if !ok {
		return nil, fault.New(fault.Type, `%s: argument 2 must be a function or the name of one, such as "exp1", not %s`, c.name, c.rt.brief(argument(c.args, 1)))
	}
	args := make([]goja.Value, n+1)
	return func(x float64, p []float64) (float64, error) {
		args[0] = c.rt.vm.ToValue(x)
		for i, q := range p {
			args[i+1] = c.rt.vm.ToValue(q)
		}
		y, err := f(goja.Undefined(), args...)
		if err != nil {
			return 0, err
		}
		if !goja.IsNumber(y) {
			return 0, fault.New(fault.Type, "the function given to %s returned %s, not a number", c.name, c.rt.brief(y))
		}
		return y.ToFloat(), nil
	}, nil
}

// argument is argument i, undefined where there is none.
func argument(args []goja.Value, i int) goja.Value {
	if i < len(args) {
		return args[i]
	}
	return goja.Undefined()
}

// reduce is NEURON's reduce(f, base, first, last), the sum of f(x), or with a
// function of two or more arguments JavaScript's reduce((sum, x) => ..., initial).
func reduce(c vectorCall) goja.Value {
	rt := c.rt
	if f, ok := goja.AssertFunction(argument(c.args, 0)); ok && c.args[0].ToObject(rt.vm).Get("length").ToInteger() >= 2 {
		xs := c.v.Data()
		var sum goja.Value
		first := 0
		switch {
		case len(c.args) > 1:
			sum = c.args[1]
		case len(xs) == 0:
			rt.Throw(fault.New(fault.Type, "Vector.reduce of an empty Vector needs an initial value"))
		default:
			sum, first = rt.vm.ToValue(xs[0]), 1
		}
		for i := first; i < c.v.Len(); i++ {
			var err error
			sum, err = f(goja.Undefined(), sum, rt.vm.ToValue(c.v.Data()[i]), rt.vm.ToValue(i), c.self.obj)
			rt.check(err)
		}
		return sum
	}
	f, err := c.function(0)
	rt.check(err)
	x, err := vector.Of(c.v.Data()).Reduce(f, c.optional(1, 0), c.bounds(2)...)
	rt.check(err)
	return rt.vm.ToValue(x)
}
