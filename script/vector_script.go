package script

import (
	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// addVectorScriptMethods adds what JavaScript and Python expect of an array.
func (rt *Runtime) addVectorScriptMethods() {
	array := func(c vectorCall) goja.Value {
		items := make([]any, c.v.Len())
		for i, x := range c.v.Data() {
			items[i] = x
		}
		return rt.vm.NewArray(items...)
	}
	for _, name := range []string{"toArray", "to_python", "toJSON"} {
		rt.vectorMethod(name, array)
	}
	for _, name := range []string{"as_numpy", "asFloat64Array"} {
		rt.vectorMethod(name, func(c vectorCall) goja.Value { return rt.float64Array(c.v) })
	}
	rt.vectorMethod("from_python", func(c vectorCall) goja.Value {
		c.v.CopyFrom(c.needVector(0))
		return c.self.obj
	})
	for _, name := range []string{"hname", "toString"} {
		rt.vectorMethod(name, func(c vectorCall) goja.Value { return rt.vm.ToValue(c.self.name) })
	}
	rt.vectorMethod("slice", func(c vectorCall) goja.Value {
		n := c.v.Len()
		from, to := relative(c, 0, 0, n), relative(c, 1, n, n)
		return rt.newVector(vector.Of(c.v.Data()[from:max(from, to)]))
	})
	rt.vectorMethod("includes", func(c vectorCall) goja.Value {
		x := c.number(0)
		for _, y := range c.v.Data() {
			if x == y || x != x && y != y {
				return rt.vm.ToValue(true)
			}
		}
		return rt.vm.ToValue(false)
	})
	rt.vectorMethod("forEach", func(c vectorCall) goja.Value {
		c.each(func(goja.Value) {})
		return goja.Undefined()
	})
	rt.vectorMethod("map", func(c vectorCall) goja.Value {
		w := &vector.Vector{}
		c.each(func(y goja.Value) {
			if !goja.IsNumber(y) {
				rt.Throw(fault.New(fault.Type, "the function given to Vector.map returned %s, not a number", rt.brief(y)).
					WithHint("v.toArray().map(...) makes an array of anything"))
			}
			w.Append(y.ToFloat())
		})
		return rt.newVector(w)
	})
	rt.vectorIterator()
}

// relative is argument i as an index into n elements in the manner of
// Array.prototype.slice.
func relative(c vectorCall, i, otherwise, n int) int {
	if !c.has(i) {
		return otherwise
	}
	k := c.whole(i)
	if k < 0 {
		k += n
	}
	return max(0, min(k, n))
}

// each calls the function of a call with (x, index, vector) for every element.
func (c vectorCall) each(use func(goja.Value)) {
	f, ok := goja.AssertFunction(argument(c.args, 0))
	if !ok {
		c.rt.Throw(fault.New(fault.Type, "%s needs a function, not %s", c.name, c.rt.brief(argument(c.args, 0))))
	}
	for i := 0; i < c.v.Len(); i++ {
		y, err := f(argument(c.args, 1), c.rt.vm.ToValue(c.v.Data()[i]), c.rt.vm.ToValue(i), c.self.obj)
		c.rt.check(err)
		use(y)
	}
}

// vectorIterator makes Vectors iterable. As with an array, elements that are
// added during the iteration are visited, too.
func (rt *Runtime) vectorIterator() {
	proto := rt.vm.NewObject()
	self := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value { return call.This })
	if err := proto.SetSymbol(goja.SymIterator, self); err != nil {
		panic(err)
	}
	start := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		v := rt.toVector(call.This)
		if v == nil {
			rt.Throw(fault.New(fault.Type, "this is no Vector"))
		}
		i, over := 0, false
		it := rt.vm.CreateObject(proto)
		rt.fixed(it, "next", rt.vm.ToValue(func(goja.FunctionCall) goja.Value {
			result := rt.vm.NewObject()
			over = over || i >= v.Len()
			value := goja.Undefined()
			if !over {
				value = rt.vm.ToValue(v.Data()[i])
				i++
			}
			rt.set(result, "value", value)
			rt.set(result, "done", over)
			return result
		}))
		return it
	})
	if err := rt.vectors.proto.DefineDataPropertySymbol(goja.SymIterator, start, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}
