package script

import (
	"math"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// What a script can ask for at once. Memory that runs out ends the process
// without a word about where; greater requests are taken for mistakes.
const (
	maxString = 1 << 29 // characters, about what other JavaScript hosts allow
	maxBuffer = 1 << 31 // bytes of an ArrayBuffer
)

// maxGeneratorDepth bounds the nesting of generators. The engine does not count
// those that delegate; those that loop over others it counts as two calls each, and
// beyond maxCallDepth it would take minutes to unwind them.
const maxGeneratorDepth = 4000

// boundAllocations makes the functions of the language that take memory by a
// number in the script refuse numbers that no computer has memory for.
func (rt *Runtime) boundAllocations() {
	global := rt.vm.GlobalObject()
	refuse := func(what string, n, most float64) {
		if n > most && !math.IsInf(n, 0) { // the engine itself refuses Infinity
			e := fault.New(fault.Range, what+": the most is %.0f", n, most)
			e.Value, e.Hi, e.HasRange = n, most, true
			rt.Throw(e)
		}
	}
	proto := global.Get("String").(*goja.Object).Get("prototype").(*goja.Object)
	for _, name := range []string{"repeat", "padStart", "padEnd"} {
		original, _ := goja.AssertFunction(proto.Get(name))
		guarded := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
			n := call.Argument(0)
			if s, ok := call.This.(goja.String); ok && goja.IsNumber(n) {
				length := n.ToFloat()
				if name == "repeat" {
					length *= float64(s.Length())
				}
				refuse("a string of %.15g characters", length, maxString)
			}
			v, err := original(call.This, call.Arguments...)
			rt.check(err)
			return v
		}).(*goja.Object)
		rt.constant(guarded, "name", name)
		rt.constant(guarded, "length", 1)
		rt.hidden(proto, name, guarded)
	}

	rt.boundGenerators()

	construct, _ := goja.AssertFunction(global.Get("Reflect").(*goja.Object).Get("construct"))
	for name, size := range map[string]float64{
		"ArrayBuffer": 1, "Int8Array": 1, "Uint8Array": 1, "Uint8ClampedArray": 1, "Int16Array": 2, "Uint16Array": 2,
		"Int32Array": 4, "Uint32Array": 4, "Float32Array": 4, "Float64Array": 8, "BigInt64Array": 8, "BigUint64Array": 8,
	} {
		original := global.Get(name).(*goja.Object)
		guarded := rt.vm.ToValue(func(call goja.ConstructorCall) *goja.Object {
			target := call.NewTarget // of a class that extends this one
			if target == nil {
				target = original
			}
			if n := call.Argument(0); goja.IsNumber(n) {
				refuse("new "+name+"(%.15g)", n.ToFloat(), maxBuffer/size)
			}
			v, err := construct(goja.Undefined(), original, rt.vm.ToValue(call.Arguments), target)
			rt.check(err)
			return v.(*goja.Object)
		}).(*goja.Object)
		proto := original.Get("prototype").(*goja.Object)
		rt.set(guarded, "prototype", proto)
		rt.constant(guarded, "name", name)
		rt.constant(guarded, "length", original.Get("length"))
		if bytes := original.Get("BYTES_PER_ELEMENT"); bytes != nil {
			rt.constant(guarded, "BYTES_PER_ELEMENT", bytes)
		}
		if name == "ArrayBuffer" {
			rt.hidden(guarded, "isView", original.Get("isView"))
		}
		if err := guarded.SetPrototype(original.Prototype()); err != nil {
			panic(err)
		}
		rt.hidden(proto, "constructor", guarded)
		rt.Global(name, guarded)
	}
}

// boundGenerators bounds how deep generators ask generators for values, as with
// yield*: the engine, which bounds calls, does not count them.
func (rt *Runtime) boundGenerators() {
	made, err := rt.vm.RunString("Object.getPrototypeOf(function* () {}).prototype")
	rt.check(err)
	proto := made.(*goja.Object)
	next, _ := goja.AssertFunction(proto.Get("next"))
	depth := 0
	bounded := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		if depth >= maxGeneratorDepth {
			rt.Throw(fault.New(fault.Range, "the generators are nested more than %d deep", maxGeneratorDepth).
				WithHint("a generator that delegates to itself needs a condition that ends it"))
		}
		depth++
		defer func() { depth-- }()
		v, err := next(call.This, call.Arguments...)
		rt.check(err)
		return v
	}).(*goja.Object)
	rt.constant(bounded, "name", "next")
	rt.constant(bounded, "length", 1)
	rt.hidden(proto, "next", bounded)
}

// constant defines a property of a function that cannot be written.
func (rt *Runtime) constant(f *goja.Object, name string, value any) {
	if err := f.DefineDataProperty(name, rt.vm.ToValue(value), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}
