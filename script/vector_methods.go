package script

import (
	"math"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// vectorCall is one call of a Vector's method, which takes its arguments in
// NEURON's forms: an optional Vector first, numbers, an optional range last.
type vectorCall struct {
	rt   *Runtime
	name string // in messages: "Vector.fill"
	self *vectorObject
	v    *vector.Vector
	args []goja.Value
}

// has tells whether argument i was given.
func (c vectorCall) has(i int) bool { return i < len(c.args) && !absent(c.args[i]) }

// number is argument i as a number.
func (c vectorCall) number(i int) float64 {
	if i >= len(c.args) {
		c.rt.Throw(fault.New(fault.Type, "%s: argument %d is missing", c.name, i+1))
	}
	if !goja.IsNumber(c.args[i]) {
		c.rt.Throw(fault.New(fault.Type, "%s: argument %d must be a number, not %s", c.name, i+1, c.rt.brief(c.args[i])))
	}
	return c.args[i].ToFloat()
}

// optional is argument i as a number, or otherwise where there is none.
func (c vectorCall) optional(i int, otherwise float64) float64 {
	if !c.has(i) {
		return otherwise
	}
	return c.number(i)
}

// whole is argument i as a whole number; NEURON cuts off what is behind the
// point.
func (c vectorCall) whole(i int) int {
	x := c.number(i)
	if !(math.Abs(x) < 1<<53) {
		c.rt.Throw(fault.New(fault.Range, "%s: argument %d must be a whole number, not %g", c.name, i+1, x))
	}
	return int(x)
}

// size is argument i as the size of a Vector.
func (c vectorCall) size(i int) int {
	x := c.number(i)
	c.rt.check(vector.CheckLen(x))
	return int(x)
}

// bounds is what follows from argument i on as a range.
func (c vectorCall) bounds(i int) []int {
	var out []int
	for ; c.has(i); i++ {
		out = append(out, c.whole(i))
	}
	return out
}

// vector is argument i as a Vector; an array does as well. nil stands for
// anything else.
func (c vectorCall) vector(i int) *vector.Vector {
	if i >= len(c.args) {
		return nil
	}
	if v := c.rt.toVector(c.args[i]); v != nil {
		return v
	}
	if xs, ok := c.rt.numbers(c.args[i], c.name); ok {
		return vector.Of(xs)
	}
	return nil
}

// needVector is argument i as a Vector, which must be one.
func (c vectorCall) needVector(i int) *vector.Vector {
	v := c.vector(i)
	if v == nil {
		if i >= len(c.args) {
			c.rt.Throw(fault.New(fault.Type, "%s: argument %d is missing: it must be a Vector", c.name, i+1))
		}
		c.rt.Throw(fault.New(fault.Type, "%s: argument %d must be a Vector, not %s", c.name, i+1, c.rt.brief(c.args[i])))
	}
	return v
}

// source takes the source off the front of the arguments where NEURON lets one
// stand: obj.deriv(src, dx). Without one it is the Vector itself.
func (c *vectorCall) source() *vector.Vector {
	if src := c.vector(0); src != nil {
		c.args = c.args[1:]
		return src
	}
	return c.v
}

// values are the numbers of the arguments from i on, of Vectors each element.
func (c vectorCall) values(i int) []float64 {
	var xs []float64
	for ; i < len(c.args); i++ {
		if w := c.vector(i); w != nil {
			c.rt.check(vector.CheckLen(float64(len(xs) + w.Len())))
			xs = append(xs, w.Data()...)
		} else {
			xs = append(xs, c.number(i))
		}
	}
	return xs
}

// text is argument i as a string.
func (c vectorCall) text(i int) (string, bool) {
	if i < len(c.args) && goja.IsString(c.args[i]) {
		return c.args[i].String(), true
	}
	return "", false
}

// vectorMethod adds a method to the prototype of Vectors.
func (rt *Runtime) vectorMethod(name string, f func(c vectorCall) goja.Value) {
	fn := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		self, ok := rt.Host(call.This).(*vectorObject)
		if !ok {
			rt.Throw(fault.New(fault.Type, "%s() is a method of a Vector: write it behind one and a dot", name))
		}
		return f(vectorCall{rt, "Vector." + name, self, self.v, call.Arguments})
	}).(*goja.Object)
	rt.fixed(fn, "name", rt.vm.ToValue(name))
	rt.fixed(rt.vectors.proto, name, fn)
}

// vectorNumber adds a method that gives a number.
func (rt *Runtime) vectorNumber(name string, f func(c vectorCall) (float64, error)) {
	rt.vectorMethod(name, func(c vectorCall) goja.Value {
		x, err := f(c)
		rt.check(err)
		return rt.vm.ToValue(x)
	})
}

// vectorInPlace adds a method that gives the Vector itself.
func (rt *Runtime) vectorInPlace(name string, f func(c vectorCall) error) {
	rt.vectorMethod(name, func(c vectorCall) goja.Value {
		rt.check(f(c))
		return c.self.obj
	})
}

// vectorFresh adds a method that gives a new Vector.
func (rt *Runtime) vectorFresh(name string, f func(c vectorCall) (*vector.Vector, error)) {
	rt.vectorMethod(name, func(c vectorCall) goja.Value {
		v, err := f(c)
		rt.check(err)
		return rt.newVector(v)
	})
}

// addVectorMethods adds NEURON's methods but for those of the other
// addVector... functions.
func (rt *Runtime) addVectorMethods() {
	number, inPlace, fresh := rt.vectorNumber, rt.vectorInPlace, rt.vectorFresh
	index := func(i int, err error) (float64, error) { return float64(i), err }
	truth := func(b bool) (float64, error) {
		if b {
			return 1, nil
		}
		return 0, nil
	}

	number("size", func(c vectorCall) (float64, error) { return float64(c.v.Len()), nil })
	number("get", func(c vectorCall) (float64, error) { return c.v.Get(c.whole(0)) })
	inPlace("set", func(c vectorCall) error { return c.v.Set(c.whole(0), c.number(1)) })
	inPlace("resize", func(c vectorCall) error { return c.v.Resize(c.size(0)) })
	inPlace("clear", func(c vectorCall) error { c.v.Truncate(0); return nil })
	inPlace("append", func(c vectorCall) error {
		xs := c.values(0)
		if err := vector.CheckLen(float64(c.v.Len() + len(xs))); err != nil {
			return err
		}
		c.v.Append(xs...)
		return nil
	})
	inPlace("insrt", func(c vectorCall) error { return c.v.Insrt(c.whole(0), c.values(1)...) })
	inPlace("remove", func(c vectorCall) error {
		first := c.whole(0)
		last := first
		if c.has(1) {
			last = c.whole(1)
		}
		return c.v.Remove(first, last)
	})
	copyRange := func(c vectorCall) (*vector.Vector, error) {
		bounds := c.bounds(0)
		if len(bounds) == 1 {
			bounds = append(bounds, max(c.v.Len()-1, bounds[0]))
		}
		w, err := c.v.Copy(bounds...)
		if e := fault.As(err); e != nil {
			e.Msg = strings.Replace(e.Msg, "Vector.c", c.name, 1)
		}
		return w, err
	}
	fresh("c", copyRange)
	fresh("cl", func(c vectorCall) (*vector.Vector, error) {
		w, err := copyRange(c)
		if err == nil {
			w.Label = c.v.Label
		}
		return w, err
	})
	rt.vectorMethod("at", func(c vectorCall) goja.Value {
		if c.has(1) {
			w, err := copyRange(c)
			rt.check(err)
			return rt.newVector(w)
		}
		return rt.vm.ToValue(c.v.Data()[c.self.inside(c.whole(0))])
	})
	inPlace("copy", copyInto)

	number("max", func(c vectorCall) (float64, error) { return c.v.Max(c.bounds(0)...) })
	number("min", func(c vectorCall) (float64, error) { return c.v.Min(c.bounds(0)...) })
	number("max_ind", func(c vectorCall) (float64, error) { return index(c.v.MaxInd(c.bounds(0)...)) })
	number("min_ind", func(c vectorCall) (float64, error) { return index(c.v.MinInd(c.bounds(0)...)) })
	number("mean", func(c vectorCall) (float64, error) { return c.v.Mean(c.bounds(0)...) })
	number("median", func(c vectorCall) (float64, error) { return c.v.Median(c.bounds(0)...) })
	number("stdev", func(c vectorCall) (float64, error) { return c.v.Stdev(c.bounds(0)...) })
	number("var", func(c vectorCall) (float64, error) { return c.v.Var(c.bounds(0)...) })
	number("stderr", func(c vectorCall) (float64, error) { return c.v.Stderr(c.bounds(0)...) })
	number("sum", func(c vectorCall) (float64, error) { return c.v.Sum(c.bounds(0)...) })
	number("sumsq", func(c vectorCall) (float64, error) { return c.v.SumSq(c.bounds(0)...) })
	number("mag", func(c vectorCall) (float64, error) { return c.v.Mag(), nil })
	number("dot", func(c vectorCall) (float64, error) { return c.v.Dot(c.needVector(0)) })
	number("meansqerr", func(c vectorCall) (float64, error) {
		var weight *vector.Vector
		if c.has(1) {
			weight = c.needVector(1)
		}
		return c.v.MeanSqErr(c.needVector(0), weight)
	})

	number("indwhere", func(c vectorCall) (float64, error) {
		op, operands := c.conditionParts()
		return index(c.v.IndWhere(op, operands...))
	})
	inPlace("indvwhere", func(c vectorCall) error {
		src := c.source()
		op, operands := c.conditionParts()
		return c.v.IndVWhere(src, op, operands...)
	})
	inPlace("where", func(c vectorCall) error {
		src := c.source()
		op, operands := c.conditionParts()
		return c.v.Where(src, op, operands...)
	})
	rt.vectorMethod("contains", func(c vectorCall) goja.Value { return rt.vm.ToValue(c.v.Contains(c.number(0))) })
	number("eq", func(c vectorCall) (float64, error) { return truth(c.v.Eq(c.needVector(0))) })
	fresh("ind", func(c vectorCall) (*vector.Vector, error) { return c.v.Ind(c.needVector(0)), nil })
	inPlace("index", func(c vectorCall) error {
		src := c.v
		if c.has(1) {
			src = c.source()
		}
		c.v.Index(src, c.needVector(0))
		return nil
	})

	for name, op := range map[string]struct {
		scalar func(*vector.Vector, float64) *vector.Vector
		vector func(*vector.Vector, *vector.Vector) error
		copy   string // the method that leaves the Vector as it is
	}{
		"add": {(*vector.Vector).AddScalar, (*vector.Vector).Add, "plus"},
		"sub": {(*vector.Vector).SubScalar, (*vector.Vector).Sub, "minus"},
		"mul": {(*vector.Vector).MulScalar, (*vector.Vector).Mul, "times"},
		"div": {(*vector.Vector).DivScalar, (*vector.Vector).Div, "over"},
	} {
		apply := func(v *vector.Vector, c vectorCall) error {
			if w := c.vector(0); w != nil {
				return op.vector(v, w)
			}
			op.scalar(v, c.number(0))
			return nil
		}
		inPlace(name, func(c vectorCall) error { return apply(c.v, c) })
		fresh(op.copy, func(c vectorCall) (*vector.Vector, error) {
			w := vector.Of(c.v.Data())
			return w, apply(w, c)
		})
	}
	for name, f := range map[string]func(v, src *vector.Vector) *vector.Vector{
		"abs": (*vector.Vector).Abs, "floor": (*vector.Vector).Floor, "log": (*vector.Vector).Log,
		"log10": (*vector.Vector).Log10, "tanh": (*vector.Vector).Tanh,
	} {
		inPlace(name, func(c vectorCall) error { f(c.v, c.source()); return nil })
	}
	inPlace("sqrt", func(c vectorCall) error { return c.v.Sqrt(c.source()) })
	inPlace("pow", func(c vectorCall) error { src := c.source(); return c.v.Pow(src, c.number(0)) })
	inPlace("fill", func(c vectorCall) error { return c.v.Fill(c.number(0), c.bounds(1)...) })
	number("scale", func(c vectorCall) (float64, error) { return c.v.Scale(c.number(0), c.number(1)) })
	inPlace("sin", func(c vectorCall) error { c.v.Sin(c.number(0), c.number(1), c.optional(2, 1)); return nil })

	inPlace("sort", func(c vectorCall) error { c.v.Sort(); return nil })
	inPlace("reverse", func(c vectorCall) error { c.v.Reverse(); return nil })
	rt.vectorMethod("sortindex", func(c vectorCall) goja.Value {
		sorted := c.v.SortIndex()
		if dest := c.toVector(0); dest != nil {
			dest.v.CopyFrom(sorted)
			return dest.obj
		}
		return rt.newVector(sorted)
	})
	inPlace("rotate", func(c vectorCall) error {
		if c.has(1) {
			c.v.Shift(c.whole(0))
		} else {
			c.v.Rotate(c.whole(0))
		}
		return nil
	})
	inPlace("indgen", func(c vectorCall) error {
		if c.has(2) {
			return c.v.IndgenTo(c.number(0), c.number(1), c.number(2))
		}
		if c.has(1) {
			c.v.Indgen(c.number(0), c.number(1))
		} else {
			c.v.Indgen(0, c.optional(0, 1))
		}
		return nil
	})

	inPlace("deriv", func(c vectorCall) error {
		src := c.source()
		method := 2
		if c.has(1) {
			method = c.whole(1)
		}
		return c.v.Deriv(src, c.optional(0, 1), method)
	})
	inPlace("integral", func(c vectorCall) error { src := c.source(); c.v.Integral(src, c.optional(0, 1)); return nil })
	inPlace("interpolate", func(c vectorCall) error {
		ys := c.v
		if c.has(2) {
			ys = c.needVector(2)
		}
		return c.v.Interpolate(c.needVector(0), c.needVector(1), ys)
	})
	inPlace("rebin", func(c vectorCall) error { src := c.source(); return c.v.Rebin(src, c.whole(0)) })
	inPlace("hist", func(c vectorCall) error {
		return c.v.Hist(c.needVector(0), c.number(1), c.size(2), c.number(3))
	})
	fresh("histogram", func(c vectorCall) (*vector.Vector, error) {
		return c.v.Histogram(c.number(0), c.number(1), c.number(2))
	})

	rt.vectorMethod("label", func(c vectorCall) goja.Value {
		if len(c.args) > 0 {
			text, ok := c.text(0)
			if !ok {
				rt.Throw(fault.New(fault.Type, "Vector.label needs a string, not %s", rt.brief(c.args[0])))
			}
			c.v.Label = text
		}
		return rt.vm.ToValue(c.v.Label)
	})
}

// toVector is argument i as the object of a Vector, nil where there is none.
func (c vectorCall) toVector(i int) *vectorObject {
	if !c.has(i) {
		return nil
	}
	o, ok := c.rt.Host(c.args[i]).(*vectorObject)
	if !ok {
		c.rt.Throw(fault.New(fault.Type, "%s: argument %d must be a Vector, not %s", c.name, i+1, c.rt.brief(c.args[i])))
	}
	return o
}

// conditionParts are a condition and its operands: ">=", 3.
func (c vectorCall) conditionParts() (op string, operands []float64) {
	op, ok := c.text(0)
	if !ok {
		c.rt.Throw(fault.New(fault.Type, `%s needs a condition such as ">" as a string`, c.name))
	}
	for i := 1; c.has(i); i++ {
		operands = append(operands, c.number(i))
	}
	return op, operands
}

// copyInto is obj.copy(src ...) in all of NEURON's forms.
func copyInto(c vectorCall) error {
	src := c.needVector(0)
	if c.has(1) && !goja.IsNumber(c.args[1]) {
		from := c.needVector(1)
		dest := from
		if c.has(2) {
			dest = c.needVector(2)
		}
		c.v.CopyIndexed(src, from, dest)
		return nil
	}
	n := c.bounds(1)
	part := vector.Part{Last: -1}
	switch len(n) {
	case 0:
		c.v.CopyFrom(src)
		return nil
	case 1:
		part.Dest = n[0]
	case 2:
		part.First, part.Last = n[0], n[1]
	case 3:
		part.Dest, part.First, part.Last = n[0], n[1], n[2]
	case 5:
		part.Dest, part.First, part.Last, part.DestInc, part.SrcInc = n[0], n[1], n[2], n[3], n[4]
		if part.DestInc < 1 || part.SrcInc < 1 {
			return fault.New(fault.Range, "Vector.copy: the increments must be at least 1, not %d and %d", n[3], n[4])
		}
	default:
		return fault.New(fault.Type, "Vector.copy takes (src), (src, dest), (src, first, last), (src, dest, first, last) or (src, dest, first, last, dest_inc, src_inc)")
	}
	return c.v.CopyPart(src, part)
}
