package port

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// call writes a call.
func (t *translator) call(e *python.Expr) (string, int) {
	if s, ok := t.superCall(e); ok {
		return s, precPostfix
	}
	switch e.X.Kind {
	case "name":
		name := e.X.S
		switch {
		case t.known[name] == "drop":
			return "undefined", precAtom
		case t.neuron[name]:
			refuse("a text in HOC")
		case t.classes[name] != nil:
			t.noteArguments(name, e, t.funcs[name])
			return "new " + t.name(name) + "(" + t.arguments(e, t.funcs[name]) + ")", precPostfix
		case t.assigned(name):
		case t.unknown[name] != "":
			refuse("the module %s", t.unknown[name])
		default:
			if _, own := t.funcs[name]; !own && t.known[name] == "" {
				if s, prec, ok := t.builtin(name, e); ok {
					return s, prec
				}
			}
		}
		if js := t.known[name]; js != "" {
			if js == t.collections["defaultdict"] {
				return js + "(" + t.factory(e) + ")", precPostfix
			}
			return js + "(" + t.arguments(e, nil) + ")", precPostfix
		}
		t.noteArguments(name, e, t.funcs[name])
		return t.name(name) + "(" + t.arguments(e, t.funcs[name]) + ")", precPostfix
	case "attribute":
		return t.callMethod(e)
	}
	return t.postfix(e.X) + "(" + t.arguments(e, nil) + ")", precPostfix
}

// arguments writes the arguments of a call. Those with names go where the
// parameters, if they are known, are; otherwise into an object at the end.
func (t *translator) arguments(e *python.Expr, params []python.Param) string {
	var parts []string
	for _, x := range e.Items {
		parts = append(parts, t.argument(x))
	}
	if len(e.Keys) == 0 {
		return strings.Join(parts, ", ")
	}
	if params != nil {
		byName := map[string]string{}
		for _, k := range e.Keys {
			if k.Name == "" {
				refuse("a call with **")
			}
			byName[k.Name] = t.wrap(k.Value, precArrow)
		}
		if len(params) > 0 && params[0].Name == "self" {
			params = params[1:]
		}
		rest := len(params) > 0 && params[len(params)-1].Star == 2
		if rest {
			params = params[:len(params)-1]
		}
		for _, p := range params[min(len(parts), len(params)):] {
			if len(byName) == 0 {
				break
			}
			s, ok := byName[p.Name]
			if !ok {
				s = "undefined"
			}
			delete(byName, p.Name)
			parts = append(parts, s)
		}
		if len(byName) > 0 && !rest {
			refuse("an argument that the function does not have")
		}
		if len(byName) > 0 {
			for len(parts) < len(params) {
				parts = append(parts, "undefined")
			}
			var others []python.Keyword
			for _, k := range e.Keys {
				if _, ok := byName[k.Name]; ok {
					others = append(others, k)
				}
			}
			parts = append(parts, t.keywords(others))
		}
		return strings.Join(parts, ", ")
	}
	return strings.Join(append(parts, t.keywords(e.Keys)), ", ")
}

// keywords writes arguments with names as an object.
func (t *translator) keywords(keys []python.Keyword) string {
	var parts []string
	for _, k := range keys {
		value := t.wrap(k.Value, precArrow)
		switch {
		case k.Name == "":
			parts = append(parts, "..."+value)
		case value == k.Name:
			parts = append(parts, value)
		default:
			parts = append(parts, k.Name+": "+value)
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// noKeys refuses arguments with names, but for those in the list.
func noKeys(e *python.Expr, name string, but ...string) {
	for _, k := range e.Keys {
		if !slices.Contains(but, k.Name) {
			refuse("%s with %s", name, k.Name)
		}
	}
}

// builtin writes a call of one of Python's own functions.
func (t *translator) builtin(name string, e *python.Expr) (string, int, bool) {
	one := func() string {
		noKeys(e, name)
		if len(e.Items) != 1 {
			refuse("%s with %d arguments", name, len(e.Items))
		}
		return t.code(e.Items[0])
	}
	first := func() *python.Expr {
		one()
		return e.Items[0]
	}
	post := func(s string) (string, int, bool) { return s, precPostfix, true }
	helper := func() (string, int, bool) {
		return post(t.helper(name) + "(" + t.arguments(e, nil) + ")")
	}
	switch name {
	case "print":
		return post(t.print(e))
	case "len":
		switch t.kindOf(first()) {
		case "list", "tuple", "string", "array", "mask", "vector":
			return post(t.postfix(e.Items[0]) + ".length")
		}
		return helper()
	case "abs":
		if k := t.kindOf(first()); isArray(k) {
			return post(t.numpy("abs") + "(" + one() + ")")
		}
		return post("Math.abs(" + one() + ")")
	case "range", "zip", "sorted", "sum", "any", "all", "int", "round":
		noKeys(e, name, "key", "reverse", "start")
		if name == "int" && len(e.Items) == 1 && t.kindOf(e.Items[0]) == "number" {
			return post("Math.trunc(" + one() + ")")
		}
		return helper()
	case "min", "max":
		noKeys(e, name, "key", "default")
		if len(e.Items) > 1 && len(e.Keys) == 0 {
			return post("Math." + name + "(" + t.list(e.Items) + ")")
		}
		return helper()
	case "pow":
		if len(e.Items) == 2 {
			return post("Math.pow(" + t.list(e.Items) + ")")
		}
	case "float":
		if x := first(); x.Kind == "string" && (x.S == "inf" || x.S == "nan") {
			return post(map[string]string{"inf": "Infinity", "nan": "NaN"}[x.S])
		}
		if t.strict {
			return helper()
		}
		return post("Number(" + one() + ")")
	case "str":
		return post("String(" + one() + ")")
	case "bool":
		return post("Boolean(" + one() + ")")
	case "list", "tuple":
		if len(e.Items) == 0 {
			return post("[]")
		}
		return post("[" + t.spreadAll(first()) + "]")
	case "set":
		if len(e.Items) == 0 {
			return post("new Set()")
		}
		return post("new Set(" + one() + ")")
	case "dict":
		if len(e.Items) == 0 {
			return post(strings.Replace(t.keywords(e.Keys), "{  }", "{}", 1))
		}
		return post("Object.fromEntries(" + one() + ")")
	case "enumerate":
		noKeys(e, name)
		if len(e.Items) == 1 {
			return post(t.arrayOf(e.Items[0]) + ".entries()")
		}
		return helper()
	case "reversed":
		return post("[" + t.spreadAll(first()) + "].reverse()")
	case "map", "filter":
		if len(e.Items) == 2 {
			return post(fmt.Sprintf("%s.%s((x) => %s(x))", t.arrayOf(e.Items[1]), name, t.postfix(e.Items[0])))
		}
	case "isinstance":
		if len(e.Items) == 2 {
			classes := []*python.Expr{e.Items[1]}
			if e.Items[1].Kind == "tuple" {
				classes = e.Items[1].Items
			}
			var tests []string
			for _, c := range classes {
				tests = append(tests, t.isInstance(e.Items[0], c))
			}
			prec := precEqual
			if len(tests) > 1 {
				prec = precOr
			}
			return strings.Join(tests, " || "), prec, true
		}
	case "hasattr":
		if len(e.Items) == 2 {
			return t.code(e.Items[1]) + " in " + t.wrap(e.Items[0], precShift), precLess, true
		}
	case "getattr":
		if len(e.Items) == 2 {
			return post(t.postfix(e.Items[0]) + "[" + t.code(e.Items[1]) + "]")
		}
	case "setattr":
		if len(e.Items) == 3 {
			return t.postfix(e.Items[0]) + "[" + t.code(e.Items[1]) + "] = " + t.code(e.Items[2]), precArrow, true
		}
	case "type", "dir", "open":
		if len(e.Keys) == 0 || name == "open" {
			return post(t.helper(name) + "(" + t.list(e.Items) + ")")
		}
	case "exit", "quit":
		return post("process.exit(" + t.list(e.Items) + ")")
	case "display", "help":
		return post(name + "(" + t.list(e.Items) + ")")
	case "input", "id", "vars", "eval", "exec", "iter", "next", "super", "globals", "locals", "callable", "ord", "chr", "hex", "format", "repr", "divmod", "bytes":
	default:
		return "", 0, false
	}
	refuse("%s(), used so", name)
	return "", 0, false
}

// isInstance asks whether a value is of a class.
func (t *translator) isInstance(x, class *python.Expr) string {
	if class.Kind == "name" && !t.assigned(class.S) {
		switch class.S {
		case "str", "unicode", "bytes":
			return "typeof " + t.postfix(x) + ` === "string"`
		case "int", "float", "complex":
			return "typeof " + t.postfix(x) + ` === "number"`
		case "bool":
			return "typeof " + t.postfix(x) + ` === "boolean"`
		case "list", "tuple":
			return "Array.isArray(" + t.code(x) + ")"
		case "dict":
			return "typeof " + t.postfix(x) + ` === "object"`
		}
	}
	return t.wrap(x, precShift) + " instanceof " + t.wrap(class, precPostfix)
}

// spreadAll writes ...x, or the elements of a list.
func (t *translator) spreadAll(e *python.Expr) string {
	if t.kindOf(e) == "dict" {
		return "...Object.keys(" + t.code(e) + ")"
	}
	return t.spread(e)
}

// callMethod writes a call of a method, or of a function of a module.
func (t *translator) callMethod(e *python.Expr) (string, int) {
	of, name := e.X.X, e.X.S
	if of.Kind == "name" && t.modules[of.S] != "" && !t.shadowed(of.S) {
		return t.moduleCall(t.modules[of.S], name, e), precPostfix
	}
	if of.Kind == "attribute" && of.S == "path" && of.X.Kind == "name" && t.modules[of.X.S] == "os" {
		return t.moduleCall("os.path", name, e), precPostfix
	}
	post := func(format string, args ...any) (string, int) { return fmt.Sprintf(format, args...), precPostfix }
	kind := t.kindOf(of)
	x := ""
	if of.Kind != "string" && of.Kind != "formatted" {
		x = t.postfix(of)
	} else {
		x = t.code(of)
	}
	n := len(e.Items)
	arg := func(i int) string { return t.code(e.Items[i]) }
	plain := len(e.Keys) == 0
	switch name {
	case "append":
		if plain && n == 1 {
			switch kind {
			case "list":
				return post("%s.push(%s)", x, arg(0))
			case "vector":
			default:
				return post("%s(%s, %s)", t.helper("append"), x, arg(0))
			}
		}
	case "extend":
		if n == 1 && kind != "vector" {
			return post("%s.push(%s)", x, t.spread(e.Items[0]))
		}
	case "items", "keys", "values":
		if n == 0 && plain {
			return post("Object.%s(%s)", map[string]string{"items": "entries", "keys": "keys", "values": "values"}[name], x)
		}
	case "get":
		if n == 2 {
			return "(" + x + "[" + arg(0) + "] ?? " + t.wrap(e.Items[1], precOr) + ")", precAtom
		}
		if n == 1 && (kind == "dict" || t.kindOf(e.Items[0]) == "string") {
			return post("%s[%s]", x, arg(0))
		}
	case "update":
		if n == 1 && (kind == "dict" || kind == "") {
			return post("Object.assign(%s, %s)", x, arg(0))
		}
	case "join":
		if n == 1 {
			return post("%s.join(%s)", t.arrayOf(e.Items[0]), x)
		}
	case "format":
		if of.Kind == "string" {
			return t.formatMethod(of.S, e), precAtom
		}
		refuse("format of a text that is not written here")
	case "upper":
		return post("%s.toUpperCase()", x)
	case "lower":
		return post("%s.toLowerCase()", x)
	case "strip":
		if n == 0 {
			return post("%s.trim()", x)
		}
	case "rstrip", "lstrip":
		if n == 0 {
			return post("%s.trim%s()", x, map[string]string{"rstrip": "End", "lstrip": "Start"}[name])
		}
	case "startswith", "endswith":
		if n == 1 {
			return post("%sWith(%s)", x+"."+strings.TrimSuffix(name, "with"), arg(0))
		}
	case "split":
		if n == 0 {
			return post("%s.trim().split(/\\s+/)", x)
		}
	case "replace":
		if n == 2 {
			return post("%s.replaceAll(%s, %s)", x, arg(0), arg(1))
		}
	case "find":
		if kind == "string" && n == 1 {
			return post("%s.indexOf(%s)", x, arg(0))
		}
	case "zfill", "rjust", "ljust":
		fill := map[string]string{"zfill": `, "0"`}[name]
		if n == 1 {
			return post("%s.pad%s(%s%s)", x, map[bool]string{true: "End", false: "Start"}[name == "ljust"], arg(0), fill)
		}
	case "tolist":
		if n == 0 && t.methodDef(name) == nil {
			return post("%s(%s)", t.numpy(name), x)
		}
	case "round":
		if t.methodDef(name) == nil {
			return post("%s(%s)", t.numpy(name), strings.Join(append([]string{x}, t.argumentList(e)...), ", "))
		}
	case "mean", "std", "var", "min", "max", "sum", "any", "all", "argmax", "argmin", "cumsum", "flatten", "reshape", "astype", "dot", "ravel", "prod":
		own := kind != "" || t.methodDef(name) != nil || name == "reshape" || name == "dot" || of.Kind == "name" && (t.unknown[of.S] != "" || t.neuron[of.S])
		if !own && (name == "std" || name == "var") {
			t.doubt("if %s is a Vector of NEURON, its %s() divides by n - 1, np.%s(%s) by n", x, name, name, x)
		}
		if kind == "array" || kind == "mask" || !own {
			outer := t.inNumpy
			t.inNumpy = true
			x = t.code(of)
			t.inNumpy = outer
			args := append([]string{x}, t.argumentList(e)...)
			return post("%s(%s)", t.numpy(name), strings.Join(args, ", "))
		}
	case "as_numpy", "to_python":
		if n == 0 && plain && kind == "vector" {
			return post("[...%s]", x)
		}
	case "copy":
		switch kind {
		case "list", "array", "mask":
			return post("%s.slice()", x)
		case "dict":
			return "{ ..." + x + " }", precAtom
		}
	}
	switch {
	case name == "count" && n == 1 && (kind == "list" || kind == "tuple" || kind == "string" || kind == "" && t.methodDef(name) == nil):
		return post("%s(%s, %s)", t.helper("count"), x, arg(0))
	case name == "most_common":
		refuse("most_common of a Counter")
	case name == "setdefault" && n == 2:
		return "(" + x + "[" + arg(0) + "] ??= " + t.wrap(e.Items[1], precArrow) + ")", precAtom
	case name == "update" && n == 0 && kind == "dict" && len(e.Keys) > 0:
		return post("Object.assign(%s, %s)", x, t.keywords(e.Keys))
	case name == "event" && n == 2:
		if call, ok := t.delayed(e.Items[1]); ok {
			return post("%s.event(%s, %s)", x, arg(0), call)
		}
	case name == "FInitializeHandler" && n > 0:
		if call, ok := t.delayed(e.Items[n-1]); ok {
			return post("%s.%s(%s)", x, name, strings.Join(append(t.each(e.Items[:n-1]), call), ", "))
		}
	}
	if kind == "list" {
		if s, ok := t.listMethod(x, name, e); ok {
			return s, precPostfix
		}
	}
	t.noteArguments("."+name, e, t.methods[name])
	return x + "." + name + "(" + t.arguments(e, t.methods[name]) + ")", precPostfix
}

func (t *translator) argumentList(e *python.Expr) []string {
	if s := t.arguments(e, nil); s != "" {
		return []string{s}
	}
	return nil
}

// listMethod writes a method of a list.
func (t *translator) listMethod(x, name string, e *python.Expr) (string, bool) {
	n := len(e.Items)
	switch {
	case name == "pop" && n == 0:
		return x + ".pop()", true
	case name == "pop":
		return fmt.Sprintf("%s.splice(%s, 1)[0]", x, t.code(e.Items[0])), true
	case name == "insert":
		return fmt.Sprintf("%s.splice(%s, 0, %s)", x, t.code(e.Items[0]), t.code(e.Items[1])), true
	case name == "index":
		return fmt.Sprintf("%s.indexOf(%s)", x, t.code(e.Items[0])), true
	case name == "remove":
		return fmt.Sprintf("%s.splice(%s.indexOf(%s), 1)", x, x, t.code(e.Items[0])), true
	case name == "sort" && n == 0:
		if len(e.Keys) == 0 {
			return fmt.Sprintf("%s(%s, %s(%s))", t.helper("assign"), x, t.helper("sorted"), x), true
		}
		return fmt.Sprintf("%s(%s, %s(%s, %s))", t.helper("assign"), x, t.helper("sorted"), x, t.keywords(e.Keys)), true
	case name == "clear":
		return x + ".length = 0", true
	}
	return "", false
}

// shadowed tells whether the name of a module has been given another value.
func (t *translator) shadowed(name string) bool {
	return t.scope != nil && t.assigned(name)
}
