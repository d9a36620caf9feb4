package script

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

const (
	inspectDepth = 2   // objects inside objects that are shown
	inspectWidth = 76  // characters that go on one line
	inspectItems = 100 // elements of an array, map or set that are shown
	inspectChars = 10000
)

var (
	typeDynamicObject = reflect.TypeFor[goja.DynamicObject]()
	typeDynamicArray  = reflect.TypeFor[goja.DynamicArray]()
	typeProxy         = reflect.TypeFor[goja.Proxy]()
	typeTraps         = reflect.TypeFor[*goja.ProxyTrapConfig]()
	typePromise       = reflect.TypeFor[*goja.Promise]()
	typeArrayBuffer   = reflect.TypeFor[goja.ArrayBuffer]()
	plainKey          = regexp.MustCompile(`^[A-Za-z_$][\w$]*$`)
)

// Inspect gives the text that shows a value to a person, in the manner of
// node's util.inspect: nested objects to a depth of 2, long arrays cut, lines
// broken at 76 characters. A host value that is an Inspector shows itself; inside
// of another object a briefer shows its name alone.
func (rt *Runtime) Inspect(v goja.Value) string {
	var text string
	in := &inspection{rt: rt}
	if ex := rt.vm.Try(func() {
		text = in.value(v, 0)
		if len(in.circular) > 0 && in.circular[0] == v {
			text = "<ref *1> " + text
		}
	}); ex != nil {
		return "[cannot be shown: " + ex.Value().String() + "]"
	}
	return text
}

// SetWidth says how many characters of a text for a person go on one line: as many as
// usual, or fewer where a terminal is narrower.
func (rt *Runtime) SetWidth(width int) { rt.width = max(20, min(width, inspectWidth)) }

// briefer is an Inspector whose text is too long to stand within another object.
type briefer interface{ brief() string }

// inspection is one walk over a value.
type inspection struct {
	rt       *Runtime
	path     []*goja.Object // the objects around the current one
	circular []*goja.Object // objects that contain themselves, in the order found
}

func (in *inspection) value(v goja.Value, depth int) string {
	switch {
	case v == nil, goja.IsUndefined(v):
		return "undefined"
	case goja.IsNull(v):
		return "null"
	case goja.IsString(v):
		return quoteJS(cut(v.String()))
	case goja.IsBigInt(v):
		return v.String() + "n"
	case goja.IsNumber(v):
		if f := v.ToFloat(); f == 0 && math.Signbit(f) {
			return "-0"
		}
		return v.String()
	}
	if s, ok := v.(*goja.Symbol); ok {
		return "Symbol(" + s.String() + ")"
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		return v.String()
	}
	if host, ok := in.rt.Host(obj).(Inspector); ok {
		if short, ok := host.(briefer); ok && depth > 0 {
			return short.brief()
		}
		return host.Inspect()
	}
	if i := slices.Index(in.path, obj); i >= 0 {
		n := slices.Index(in.circular, obj)
		if n < 0 {
			in.circular = append(in.circular, obj)
			n = len(in.circular) - 1
		}
		return fmt.Sprintf("[Circular *%d]", n+1)
	}
	in.path = append(in.path, obj)
	defer func() { in.path = in.path[:len(in.path)-1] }()
	return in.object(obj, depth)
}

// object shows an object by its class.
func (in *inspection) object(obj *goja.Object, depth int) string {
	kind := obj.ExportType()
	if kind == typeProxy {
		target := obj.Export().(goja.Proxy).Target()
		if target == nil {
			return "<revoked Proxy>"
		}
		return in.value(target, depth)
	}
	name := in.className(obj)
	if _, ok := goja.AssertFunction(obj); ok {
		return in.withProperties(in.function(obj), obj, depth, "length", "name", "prototype")
	}
	switch obj.ClassName() {
	case "Array":
		return in.array(obj, name, depth)
	case "Error":
		return in.errorValue(obj, depth)
	case "Date":
		return in.withProperties(in.method(obj, "toJSON", "Invalid Date"), obj, depth)
	case "RegExp":
		return in.withProperties(in.method(obj, "toString", ""), obj, depth)
	case "Number", "Boolean", "String", "BigInt", "Symbol":
		v, err := in.rt.callMethod(obj, "valueOf")
		if err == nil {
			return fmt.Sprintf("[%s: %s]", obj.ClassName(), in.value(v, depth))
		}
	}
	switch kind {
	case typePromise:
		return in.promise(obj.Export().(*goja.Promise), depth)
	case typeArrayBuffer:
		return fmt.Sprintf("ArrayBuffer { byteLength: %d }", len(obj.Export().(goja.ArrayBuffer).Bytes()))
	}
	switch in.intrinsicClass(obj) {
	case "Map":
		return in.collection(obj, name, depth, true)
	case "Set":
		return in.collection(obj, name, depth, false)
	case "WeakMap", "WeakSet":
		return name + " { <items unknown> }"
	case "TypedArray":
		return in.array(obj, name, depth)
	}
	prefix := ""
	switch name {
	case "Object":
	case "":
		prefix = "[Object: null prototype] "
	default:
		prefix = name + " "
	}
	if tag := obj.GetSymbol(goja.SymToStringTag); tag != nil && goja.IsString(tag) && tag.String() != name && tag.String() != "" {
		if prefix == "" {
			prefix = "Object "
		}
		prefix += "[" + tag.String() + "] "
	}
	if depth > inspectDepth {
		return "[" + strings.TrimSpace(orDefault(prefix, "Object")) + "]"
	}
	items := in.properties(obj, depth, nil)
	if len(items) == 0 {
		return prefix + "{}"
	}
	return prefix + join("{", items, "}", in.rt.width)
}

func orDefault(s, def string) string {
	if s == "" {
		return def
	}
	return s
}

// className is the name of the constructor along the prototype chain, or "".
func (in *inspection) className(obj *goja.Object) string {
	for p := obj.Prototype(); p != nil; p = p.Prototype() {
		if ctor, ok := p.Get("constructor").(*goja.Object); ok && ctor.ClassName() == "Function" {
			return stringProperty(ctor, "name")
		}
	}
	return ""
}

// intrinsicClass tells maps, sets and typed arrays, which the engine does not
// name, by the built-in prototype they inherit from.
func (in *inspection) intrinsicClass(obj *goja.Object) string {
	for p := obj.Prototype(); p != nil; p = p.Prototype() {
		ctor, ok := p.Get("constructor").(*goja.Object)
		if !ok {
			continue
		}
		switch name := stringProperty(ctor, "name"); name {
		case "Map", "Set", "WeakMap", "WeakSet", "TypedArray":
			if in.rt.isGlobal(name, ctor) || name == "TypedArray" {
				return name
			}
		}
	}
	return ""
}

func (rt *Runtime) isGlobal(name string, v goja.Value) bool {
	g := rt.vm.GlobalObject().Get(name)
	return g != nil && g.StrictEquals(v)
}

// array shows arrays and typed arrays.
func (in *inspection) array(obj *goja.Object, name string, depth int) string {
	n := int(obj.Get("length").ToInteger())
	prefix := ""
	if name != "Array" {
		prefix = fmt.Sprintf("%s(%d) ", orDefault(name, "Array"), n)
	}
	if depth > inspectDepth {
		return "[" + orDefault(name, "Array") + "]"
	}
	var items []string
	simple := true
	holes := 0
	flush := func() {
		if holes == 1 {
			items = append(items, "<1 empty item>")
		} else if holes > 1 {
			items = append(items, fmt.Sprintf("<%d empty items>", holes))
		}
		holes = 0
	}
	numeric := true
	isArray := obj.ClassName() == "Array"
	i := 0
	for ; i < n && len(items) < inspectItems; i++ {
		v := obj.Get(strconv.Itoa(i))
		if v == nil && isArray {
			holes++
			simple = false
			continue
		}
		flush()
		if _, ok := v.(*goja.Object); ok {
			simple = false
		}
		if v == nil || !goja.IsNumber(v) {
			numeric = false
		}
		items = append(items, in.value(v, depth+1))
	}
	flush()
	more := ""
	if left := n - i; left == 1 {
		more = "... 1 more item"
	} else if left > 1 {
		more = fmt.Sprintf("... %d more items", left)
	}
	var extra []string
	if isArray {
		extra = in.properties(obj, depth, func(key string) bool { return isIndex(key) })
	}
	if simple && len(items) > 6 {
		if rows := grid(items, numeric, in.rt.width); rows != nil {
			items = rows
		}
		if more != "" {
			items = append(items, more)
		}
		items = append(items, extra...)
		if !strings.Contains(items[0], ", ") || len(items) > 1 {
			return prefix + lines("[", items, "]")
		}
		return prefix + join("[", items, "]", in.rt.width)
	}
	if more != "" {
		items = append(items, more)
	}
	items = append(items, extra...)
	if len(items) == 0 {
		return prefix + "[]"
	}
	return prefix + join("[", items, "]", in.rt.width)
}

func isIndex(key string) bool {
	for i := 0; i < len(key); i++ {
		if key[i] < '0' || key[i] > '9' {
			return false
		}
	}
	return key != ""
}

// collection shows the entries of a Map or the elements of a Set.
func (in *inspection) collection(obj *goja.Object, name string, depth int, isMap bool) string {
	size := obj.Get("size")
	prefix := fmt.Sprintf("%s(%s) ", name, size)
	if depth > inspectDepth {
		return "[" + name + "]"
	}
	var items []string
	n := 0
	in.rt.vm.ForOf(obj, func(v goja.Value) bool {
		n++
		if n > inspectItems {
			return false
		}
		if pair, ok := v.(*goja.Object); ok && isMap {
			items = append(items, in.value(pair.Get("0"), depth+1)+" => "+in.value(pair.Get("1"), depth+1))
		} else {
			items = append(items, in.value(v, depth+1))
		}
		return true
	})
	if left := size.ToInteger() - inspectItems; left > 0 {
		items = append(items, fmt.Sprintf("... %d more items", left))
	}
	items = append(items, in.properties(obj, depth, nil)...)
	if len(items) == 0 {
		return prefix + "{}"
	}
	return prefix + join("{", items, "}", in.rt.width)
}

func (in *inspection) promise(p *goja.Promise, depth int) string {
	switch p.State() {
	case goja.PromiseStatePending:
		return "Promise { <pending> }"
	case goja.PromiseStateRejected:
		return "Promise { <rejected> " + in.value(p.Result(), depth+1) + " }"
	}
	return "Promise { " + in.value(p.Result(), depth+1) + " }"
}

var classHead = regexp.MustCompile(`^class\b\s*(?:[\w$]+)?\s*(?:extends\s+([\w$.]+))?`)

// function shows a function or class by its name.
func (in *inspection) function(obj *goja.Object) string {
	name := stringProperty(obj, "name")
	text := in.method(obj, "toString", "")
	if m := classHead.FindStringSubmatch(text); m != nil {
		out := "[class " + orDefault(name, "(anonymous)")
		if m[1] != "" {
			out += " extends " + m[1]
		}
		return out + "]"
	}
	kind := in.className(obj)
	if kind != "AsyncFunction" && kind != "GeneratorFunction" {
		kind = "Function"
	}
	if name == "" {
		return "[" + kind + " (anonymous)]"
	}
	return "[" + kind + ": " + name + "]"
}

// errorValue shows an error with its hint and, at the top level, with where it
// was made.
func (in *inspection) errorValue(obj *goja.Object, depth int) string {
	e := in.rt.describe(obj, nil, 0)
	head := e.Class
	if e.Message != "" {
		head += ": " + e.Message
	}
	if depth > 0 {
		head = "[" + head + "]"
	} else {
		if e.Hint != "" {
			head += "\nhint: " + e.Hint
		}
		if ex := in.rt.vm.Try(func() { panic(obj) }); ex != nil {
			head += "\n" + strings.TrimSuffix(formatStack(in.rt.frames(ex.Stack())), "\n")
		}
		head = strings.TrimSuffix(head, "\n")
	}
	return in.withProperties(head, obj, depth, "stack", "message", "name", "cause")
}

// method calls a method without arguments and gives its text.
func (in *inspection) method(obj *goja.Object, name, otherwise string) string {
	v, err := in.rt.callMethod(obj, name)
	if err != nil || goja.IsNull(v) {
		return otherwise
	}
	return v.String()
}

// withProperties adds the own properties of an object to its text.
func (in *inspection) withProperties(text string, obj *goja.Object, depth int, except ...string) string {
	if depth > inspectDepth {
		return text
	}
	items := in.properties(obj, depth, func(key string) bool { return slices.Contains(except, key) })
	if len(items) == 0 {
		return text
	}
	return text + " " + join("{", items, "}", in.rt.width)
}

// properties shows the own enumerable properties; accessors are named, not run.
func (in *inspection) properties(obj *goja.Object, depth int, skip func(string) bool) []string {
	var items []string
	keys := obj.Keys()
	for i, key := range keys {
		if skip != nil && skip(key) {
			continue
		}
		if len(items) == inspectItems {
			items = append(items, fmt.Sprintf("... %d more", len(keys)-i))
			break
		}
		name := key
		if !plainKey.MatchString(key) {
			name = quoteJS(key)
		}
		items = append(items, name+": "+in.property(obj, in.rt.vm.ToValue(key), depth))
	}
	for _, sym := range obj.Symbols() {
		if sym == in.rt.symHost {
			continue
		}
		desc, err := in.rt.call("Object.getOwnPropertyDescriptor", obj, sym)
		if d, ok := desc.(*goja.Object); err == nil && ok && d.Get("enumerable").ToBoolean() {
			items = append(items, "[Symbol("+sym.String()+")]: "+in.property(obj, sym, depth))
		}
	}
	return items
}

// property shows one property's value.
func (in *inspection) property(obj *goja.Object, key goja.Value, depth int) string {
	v, err := in.rt.call("Object.getOwnPropertyDescriptor", obj, key)
	desc, ok := v.(*goja.Object)
	if err != nil || !ok {
		return "undefined"
	}
	get, set := desc.Get("get"), desc.Get("set")
	hasGet := get != nil && !goja.IsUndefined(get)
	hasSet := set != nil && !goja.IsUndefined(set)
	switch {
	case hasGet && hasSet:
		return "[Getter/Setter]"
	case hasGet:
		return "[Getter]"
	case hasSet:
		return "[Setter]"
	}
	return in.value(desc.Get("value"), depth+1)
}
