package script

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dop251/goja"
)

// Keyer is a host value that lists the names of its properties, for completion.
// Every goja.DynamicObject is one.
type Keyer interface{ Keys() []string }

// manyItems is the length of an array whose own properties PropertyNames leaves out.
const manyItems = 1000

// PropertyNames lists the properties of a value along its prototype chain,
// sorted, without those of Object.prototype that no one calls by hand. No code of a
// script runs.
func (rt *Runtime) PropertyNames(v goja.Value) []string {
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
	}
	if obj, ok := v.(*goja.Object); ok {
		v = rt.behindProxy(obj)
	}
	seen := map[string]bool{}
	if host, ok := rt.Host(v).(Keyer); ok {
		for _, k := range host.Keys() {
			if !isIndex(k) {
				seen[k] = true
			}
		}
	}
	root := rt.vm.GlobalObject().Get("Object").(*goja.Object).Get("prototype")
	for obj := rt.behindProxy(v.ToObject(rt.vm)); obj != nil; obj = rt.behindProxy(obj.Prototype()) {
		if obj.StrictEquals(root) {
			break
		}
		if obj.ClassName() == "Array" && obj.Get("length").ToInteger() > manyItems {
			continue // indices, of which making the names takes long
		}
		if _, refuses := rt.Host(obj).(*sectionObject); refuses {
			continue
		}
		for _, k := range obj.GetOwnPropertyNames() {
			if !isIndex(k) {
				seen[k] = true
			}
		}
	}
	for _, k := range []string{"constructor", "arguments", "caller"} {
		delete(seen, k)
	}
	names := make([]string, 0, len(seen))
	for k := range seen {
		names = append(names, k)
	}
	slices.Sort(names)
	return names
}

// behindProxy gives the target of a proxy that a script made.
func (rt *Runtime) behindProxy(obj *goja.Object) *goja.Object {
	for obj != nil && obj.ExportType() == typeProxy && rt.Host(obj) == nil {
		obj = obj.Export().(goja.Proxy).Target()
	}
	return obj
}

// Property gives a property of a value, as completion and help look at it: the getters
// of scripts do not run. It is nil where there is none.
func (rt *Runtime) Property(v goja.Value, name string) goja.Value {
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
	}
	obj := rt.behindProxy(v.ToObject(rt.vm))
	if obj == nil {
		return nil
	}
	if rt.Host(obj) != nil {
		if _, ok := goja.AssertFunction(obj); !ok || obj.ExportType() == typeProxy {
			return obj.Get(name)
		}
	}
	key := rt.vm.ToValue(name)
	for p := obj; p != nil; p = rt.behindProxy(p.Prototype()) {
		found, err := rt.call("Object.getOwnPropertyDescriptor", p, key)
		d, ok := found.(*goja.Object)
		if err != nil || !ok {
			continue
		}
		if get := d.Get("get"); get != nil && !goja.IsUndefined(get) {
			if !strings.HasSuffix(get.String(), "{ [native code] }") {
				return nil
			}
			return obj.Get(name)
		}
		return d.Get("value")
	}
	return nil
}

// call runs a built-in function by its path from the global object, such as
// "JSON.parse". The function is the one that was there at first use.
func (rt *Runtime) call(path string, args ...goja.Value) (goja.Value, error) {
	fn, ok := rt.intrinsic[path]
	if !ok {
		obj := rt.vm.GlobalObject()
		parts := strings.Split(path, ".")
		for _, p := range parts[:len(parts)-1] {
			obj = obj.Get(p).(*goja.Object)
		}
		fn, _ = goja.AssertFunction(obj.Get(parts[len(parts)-1]))
		if rt.intrinsic == nil {
			rt.intrinsic = map[string]goja.Callable{}
		}
		rt.intrinsic[path] = fn
	}
	return fn(goja.Undefined(), args...)
}

// callMethod runs a method of an object without arguments.
func (rt *Runtime) callMethod(obj *goja.Object, name string) (goja.Value, error) {
	fn, ok := goja.AssertFunction(obj.Get(name))
	if !ok {
		return nil, fmt.Errorf("no method %s", name)
	}
	return fn(obj)
}
