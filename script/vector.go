package script

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// vectorObject is a Vector as scripts see it: a goja.DynamicObject whose own
// properties are the elements; the methods are on one prototype.
type vectorObject struct {
	rt   *Runtime
	v    *vector.Vector
	name string // "Vector[0]"
	obj  *goja.Object
	born int // see host.birth
}

// vectorState is what a Runtime keeps for its Vectors.
type vectorState struct {
	made        int // number of the next one
	proto       *goja.Object
	constructor *goja.Object
}

// newVector makes the object for a Vector.
func (rt *Runtime) newVector(v *vector.Vector) *goja.Object {
	o := &vectorObject{rt: rt, v: v, name: fmt.Sprintf("Vector[%d]", rt.vectors.made)}
	rt.vectors.made++
	o.born = rt.neuron.birth()
	o.obj = rt.vm.NewDynamicObject(o)
	if err := o.obj.SetPrototype(rt.vectorProto()); err != nil {
		panic(err)
	}
	return o.obj
}

// toVector gives the Vector behind a value, or nil.
func (rt *Runtime) toVector(v goja.Value) *vector.Vector {
	if o, ok := rt.Host(v).(*vectorObject); ok {
		return o.v
	}
	return nil
}

// vectorProperties are the properties of a Vector beside its methods.
var vectorProperties = []string{"length", "x", "_ref_x"}

// vectorProto is the object that carries the methods of all Vectors.
func (rt *Runtime) vectorProto() *goja.Object {
	if rt.vectors.proto == nil {
		rt.vectors.proto = rt.vm.NewObject()
		rt.addVectorMethods()
		rt.addVectorFunctionMethods()
		rt.addVectorSignalMethods()
		rt.addVectorFileMethods()
		rt.addVectorScriptMethods()
		for _, name := range vectorProperties { // for completion; Get answers first
			get := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
				if rt.toVector(call.This) == nil { // the prototype itself, which would ask this again
					return goja.Undefined()
				}
				return call.This.ToObject(rt.vm).Get(name)
			})
			if err := rt.vectors.proto.DefineAccessorProperty(name, get, nil, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
				panic(err)
			}
		}
	}
	return rt.vectors.proto
}

// vectorClass is the constructor n.Vector. It may be called with and without
// new: Vector(), Vector(size), Vector(size, fill), Vector(iterable).
func (rt *Runtime) vectorClass() *goja.Object {
	if rt.vectors.constructor != nil {
		return rt.vectors.constructor
	}
	c := rt.vm.ToValue(func(call goja.ConstructorCall) *goja.Object {
		return rt.newVector(rt.makeVector(call.Arguments))
	}).(*goja.Object)
	rt.fixed(c, "name", rt.vm.ToValue("Vector"))
	rt.set(c, "prototype", rt.vectorProto())
	rt.fixed(rt.vectorProto(), "constructor", c)
	rt.vectors.constructor = c
	return c
}

// fixed sets a property that for-in does not list.
func (rt *Runtime) fixed(obj *goja.Object, name string, v goja.Value) {
	if err := obj.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// makeVector makes a Vector from the arguments of its constructor.
func (rt *Runtime) makeVector(args []goja.Value) *vector.Vector {
	in := vectorCall{rt: rt, name: "n.Vector", args: args}
	if len(args) == 0 {
		return &vector.Vector{}
	}
	if xs, ok := rt.numbers(args[0], "n.Vector"); ok {
		return vector.Of(xs)
	}
	if !goja.IsNumber(args[0]) {
		rt.Throw(fault.New(fault.Type, "n.Vector takes a size or something to iterate over, not %s", rt.brief(args[0])))
	}
	n := in.size(0)
	fill := 0.0
	if len(args) > 1 {
		fill = in.number(1)
	}
	v, err := vector.New(n, fill)
	rt.check(err)
	return v
}

// check throws err unless it is nil.
func (rt *Runtime) check(err error) {
	if err != nil {
		rt.Throw(err)
	}
}

// brief shows a value in a few characters, for an error message.
func (rt *Runtime) brief(v goja.Value) string {
	if o, ok := rt.Host(v).(fmt.Stringer); ok {
		return o.String()
	}
	text := []rune(rt.Inspect(v))
	if len(text) > 40 {
		return string(text[:37]) + "..."
	}
	return string(text)
}

// numbers gives the numbers of a Vector, an array, a typed array or anything else
// to iterate over; ok is false for other values. What is given may be the live
// memory of the value. An element that is no number throws; what names the call.
func (rt *Runtime) numbers(v goja.Value, what string) (xs []float64, ok bool) {
	if w := rt.toVector(v); w != nil {
		return w.Data(), true
	}
	obj, isObject := v.(*goja.Object)
	if !isObject {
		return nil, false
	}
	if xs, ok := obj.Export().([]float64); ok { // Float64Array
		return xs, true
	}
	if f := obj.GetSymbol(goja.SymIterator); f == nil || goja.IsUndefined(f) {
		return nil, false
	}
	xs = []float64{}
	rt.vm.ForOf(obj, func(x goja.Value) bool {
		if !goja.IsNumber(x) {
			rt.Throw(fault.New(fault.Type, "%s: element %d is %s, not a number", what, len(xs), rt.brief(x)))
		}
		rt.check(vector.CheckLen(float64(len(xs) + 1)))
		xs = append(xs, x.ToFloat())
		return true
	})
	return xs, true
}

// Get gives an element by its index (negative from the end, as in Python), the
// length, x (the Vector itself, so that v.x[i] is v[i]), or a method.
func (o *vectorObject) Get(key string) goja.Value {
	if i, ok := o.index(key); ok {
		return o.rt.vm.ToValue(o.v.Data()[i])
	}
	switch key {
	case "length":
		return o.rt.vm.ToValue(o.v.Len())
	case "x":
		return o.obj
	case "_ref_x":
		return o.refs()
	}
	if v := o.rt.vectors.proto.Get(key); v != nil {
		return v
	}
	if !foreign[key] {
		o.unknown(key)
	}
	return nil
}

// Set writes an element.
func (o *vectorObject) Set(key string, v goja.Value) bool {
	if i, ok := o.index(key); ok {
		if !goja.IsNumber(v) {
			o.rt.Throw(fault.New(fault.Type, "%s[%s] must be a number, not %s", o.name, key, o.rt.brief(v)))
		}
		o.v.Data()[i] = v.ToFloat()
		return true
	}
	switch {
	case key == "length":
		o.rt.Throw(fault.New(fault.Type, "%s.length cannot be set", o.name).WithHint("use resize(n)"))
	case key == "x" || o.rt.vectors.proto.Get(key) != nil:
		o.rt.Throw(fault.New(fault.Type, "%s.%s cannot be set", o.name, key))
	}
	o.unknown(key)
	return false
}

// index reads a property name as an index; it throws for one outside of the
// Vector.
func (o *vectorObject) index(key string) (int, bool) {
	if key == "" || (key[0] < '0' || key[0] > '9') && key[0] != '-' {
		return 0, false
	}
	i, err := strconv.Atoi(key)
	if err != nil {
		if x, err := strconv.ParseFloat(key, 64); err == nil {
			o.rt.Throw(fault.New(fault.Range, "%s: an index must be a whole number, not %g", o.name, x))
		}
		return 0, false
	}
	return o.inside(i), true
}

// inside counts a negative index from the end and throws for one outside.
func (o *vectorObject) inside(i int) int {
	n := o.v.Len()
	at := i
	if at < 0 {
		at += n
	}
	if at >= 0 && at < n {
		return at
	}
	e := fault.Outside(o.name, float64(i), 0, float64(n-1))
	e.Msg = fmt.Sprintf("%s has %d elements: index %d is outside 0 to %d", o.name, n, i, n-1)
	if n == 0 {
		e.Msg = fmt.Sprintf("%s is empty: it has no element %d", o.name, i)
		e.HasRange = false
	}
	o.rt.Throw(e)
	return 0
}

func (o *vectorObject) unknown(key string) {
	e := fault.New(fault.Type, "Vector has no property %q", key)
	e.Variable = key
	o.rt.Throw(e.DidYouMean(nearest(key, o.rt.vectors.proto.GetOwnPropertyNames())))
}

// Has tells whether there is such an element or length.
func (o *vectorObject) Has(key string) bool {
	i, err := strconv.Atoi(key)
	return err == nil && i >= 0 && i < o.v.Len() || key == "length" || key == "x" || key == "_ref_x"
}

// Delete refuses.
func (o *vectorObject) Delete(string) bool { return false }

// Keys lists the indices, as of an array.
func (o *vectorObject) Keys() []string {
	keys := make([]string, o.v.Len())
	for i := range keys {
		keys[i] = strconv.Itoa(i)
	}
	return keys
}

// String is the name, such as Vector[0].
func (o *vectorObject) String() string { return o.name }

// Inspect shows the size, the range and the first values.
func (o *vectorObject) Inspect() string {
	const shown = 6
	xs := o.v.Data()
	text := fmt.Sprintf("Vector of %d", len(xs))
	if o.v.Label != "" {
		text += fmt.Sprintf(" %q", o.v.Label)
	}
	if len(xs) == 0 {
		return text
	}
	least, most := math.NaN(), math.NaN()
	for _, x := range xs {
		if !(x >= least) && x == x {
			least = x
		}
		if !(x <= most) && x == x {
			most = x
		}
	}
	var first []string
	for _, x := range xs[:min(len(xs), shown)] {
		first = append(first, shortNumber(x))
	}
	if len(xs) > shown {
		first = append(first, "...")
	}
	return fmt.Sprintf("%s: %s ... %s [%s]", text, shortNumber(least), shortNumber(most), strings.Join(first, ", "))
}

// shortNumber shows a number with at most six digits, as JavaScript spells it.
func shortNumber(x float64) string {
	switch {
	case math.IsNaN(x):
		return "NaN"
	case math.IsInf(x, 1):
		return "Infinity"
	case math.IsInf(x, -1):
		return "-Infinity"
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}

// Help explains the class.
func (o *vectorObject) Help() string { return helpTopic{of: "n.Vector"}.Help() }

// float64Array gives a Float64Array over the memory of the Vector. Both see each
// other's changes until the Vector grows beyond its memory.
func (rt *Runtime) float64Array(v *vector.Vector) goja.Value {
	var bytes []byte
	if xs := v.Data(); len(xs) > 0 {
		bytes = unsafe.Slice((*byte)(unsafe.Pointer(&xs[0])), len(xs)*int(unsafe.Sizeof(xs[0])))
	}
	array, err := rt.vm.New(rt.vm.GlobalObject().Get("Float64Array"), rt.vm.ToValue(rt.vm.NewArrayBuffer(bytes)))
	rt.check(err)
	return array
}
