package script

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// A parcel is a value on its way from one runtime to another, which share
// nothing: nil for null, undefined, bool, float64, string, []parcel for an
// array, *parcelObject for a plain object, *vector.Vector and []float64 (a
// Float64Array). What is in it belongs to nobody and is never changed.
type parcel any

type undefined struct{}

// parcelObject is a plain object, with its keys in their order.
type parcelObject struct {
	keys   []string
	values []parcel
}

// maxParcelDepth bounds the nesting of what travels; a value that contains
// itself has no end.
const maxParcelDepth = 200

// pack makes a parcel of a value. what names it in the error.
func (h *host) pack(v goja.Value, what string) (parcel, error) { return h.packDeep(v, what, "", 0) }

// packDeep packs what is at a place in a value.
func (h *host) packDeep(v goja.Value, what, place string, depth int) (parcel, error) {
	refuse := func(format string, args ...any) (parcel, error) {
		if place != "" {
			what = strings.TrimPrefix(place, ".") + " in " + what
		}
		return nil, fault.New(fault.Type, "%s cannot go to another runtime: %s", what, fmt.Sprintf(format, args...)).
			WithHint("numbers, strings, true, false, null, arrays, plain objects, Float64Arrays and Vectors can")
	}
	switch {
	case v == nil || goja.IsUndefined(v):
		return undefined{}, nil
	case goja.IsNull(v):
		return nil, nil
	case goja.IsNumber(v):
		return v.ToFloat(), nil
	case goja.IsString(v):
		return v.String(), nil
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		if b, ok := v.Export().(bool); ok {
			return b, nil
		}
		return refuse("it is %s", h.show(v))
	}
	if vec := h.rt.toVector(v); vec != nil {
		return copyVector(vec), nil
	}
	if h.rt.Host(v) != nil {
		return refuse("%s belongs to the model of this one", h.show(v))
	}
	if _, ok := goja.AssertFunction(v); ok {
		return refuse("it is a function")
	}
	if depth == maxParcelDepth {
		place = ""
		return refuse("it contains itself, or is nested too deep")
	}
	if numbers, ok := obj.Export().([]float64); ok {
		return append([]float64(nil), numbers...), nil
	}
	if obj.ClassName() == "Array" {
		items := make([]parcel, obj.Get("length").ToInteger())
		for i := range items {
			var err error
			if items[i], err = h.packDeep(obj.Get(fmt.Sprint(i)), what, fmt.Sprintf("%s[%d]", place, i), depth+1); err != nil {
				return nil, err
			}
		}
		return items, nil
	}
	if !h.plain(obj) {
		return refuse("it is %s, not a plain object", h.show(v))
	}
	p := &parcelObject{}
	for _, key := range obj.Keys() {
		x, err := h.packDeep(obj.Get(key), what, place+"."+key, depth+1)
		if err != nil {
			return nil, err
		}
		p.keys, p.values = append(p.keys, key), append(p.values, x)
	}
	return p, nil
}

func copyVector(v *vector.Vector) *vector.Vector {
	return vector.Of(append([]float64(nil), v.Data()...))
}

// packAll makes parcels of arguments. what names argument i in the error.
func (h *host) packAll(args []goja.Value, what func(i int) string) []parcel {
	out := make([]parcel, len(args))
	for i, v := range args {
		var err error
		out[i], err = h.pack(v, what(i))
		h.check(err)
	}
	return out
}

// unpack makes a value of a parcel.
func (h *host) unpack(p parcel) goja.Value {
	vm := h.vm
	switch p := p.(type) {
	case nil:
		return goja.Null()
	case undefined:
		return goja.Undefined()
	case []parcel:
		items := make([]any, len(p))
		for i, x := range p {
			items[i] = h.unpack(x)
		}
		return vm.NewArray(items...)
	case *parcelObject:
		obj := vm.NewObject()
		for i, key := range p.keys {
			h.rt.set(obj, key, h.unpack(p.values[i]))
		}
		return obj
	case *vector.Vector:
		return h.rt.newVector(copyVector(p))
	case []float64:
		return h.rt.float64Array(vector.Of(append([]float64(nil), p...)))
	}
	return vm.ToValue(p)
}

// parcelName says what a parcel is, for messages.
func parcelName(p parcel) string {
	switch p.(type) {
	case float64:
		return "a number"
	case string:
		return "a string"
	case *vector.Vector:
		return "a Vector"
	}
	return "another value"
}
