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

// PropertyNames lists the properties of a value along its prototype chain,
// sorted, without those of Object.prototype that no one calls by hand.
func (rt *Runtime) PropertyNames(v goja.Value) []string {
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
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
	for obj := v.ToObject(rt.vm); obj != nil; obj = obj.Prototype() {
		if obj.StrictEquals(root) {
			break
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
