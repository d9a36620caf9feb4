package port

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// learned is what one turn of the translation finds out for the next: what kinds of
// values functions are called with, and return.
type learned struct {
	params  map[string]map[string]string // function (.method), parameter
	returns map[string]string
}

func newLearned() learned {
	return learned{map[string]map[string]string{}, map[string]string{}}
}

// turns is how often a text is translated: arguments that come from other functions
// need several.
const turns = 3

func isArray(kind string) bool { return kind == "array" || kind == "mask" || kind == "vector" }

// merge is the kind of what is one of two kinds: an array where one of them is one.
func merge(a, b string) string {
	switch {
	case a == b:
		return a
	case isArray(a) || isArray(b):
		return "array"
	}
	return ""
}

// noteArguments notes the kinds of the arguments of a call.
func (t *translator) noteArguments(name string, e *python.Expr, params []python.Param) {
	if params == nil || slices.ContainsFunc(e.Items, func(x *python.Expr) bool { return x.Kind == "star" }) {
		return
	}
	of := t.found.params[name]
	first := of == nil
	if first {
		of = map[string]string{}
		t.found.params[name] = of
	}
	for i, p := range params {
		var value *python.Expr
		if i < len(e.Items) {
			value = e.Items[i]
		}
		for _, k := range e.Keys {
			if k.Name == p.Name {
				value = k.Value
			}
		}
		if value == nil {
			value = p.Default
		}
		kind := t.kindOf(value)
		if before, ok := of[p.Name]; ok {
			kind = merge(before, kind)
		}
		of[p.Name] = kind
	}
}

// knowParameters gives the parameters of a function the kinds that calls gave them.
func (t *translator) knowParameters(f *python.Stmt, params []python.Param) {
	name := f.Name
	switch {
	case t.class != nil && name == "__init__":
		name = t.class.Name
	case t.class != nil && t.defs[name] != f:
		name = "." + name
	}
	for _, p := range params {
		if k := t.before.params[name][p.Name]; k != "" && p.Star == 0 {
			t.scope.kinds[p.Name] = k
		}
	}
}

// noteReturn notes the kind of what a function returns.
func (t *translator) noteReturn(value *python.Expr) {
	if t.inFunction == nil || t.defs[t.inFunction.Name] != t.inFunction {
		return
	}
	kind := t.kindOf(value)
	if before, ok := t.found.returns[t.inFunction.Name]; ok {
		kind = merge(before, kind)
	}
	t.found.returns[t.inFunction.Name] = kind
}

func (t *translator) shadowedFunction(name string) bool {
	for s := t.scope; s != nil && s.up != nil; s = s.up {
		if s.declared[name] || s.names[name] != nil {
			return true
		}
	}
	return false
}

// maybeArray tells whether an expression computes with a parameter of which nothing
// is known: it may be an array, so that the functions of numpy must compute.
func (t *translator) maybeArray(e *python.Expr) bool {
	switch e.Kind {
	case "name":
		return t.kindOf(e) == "" && t.scope != nil && t.scope.params[e.S]
	case "binary":
		return elementwise[e.S] != "" && (t.maybeArray(e.Items[0]) || t.maybeArray(e.Items[1]))
	case "unary":
		return t.maybeArray(e.X)
	case "call":
		return e.X.Kind == "attribute" && e.X.X.Kind == "name" && t.modules[e.X.X.S] == "numpy" && slices.Contains(arrayFunctions, e.X.S) && slices.ContainsFunc(e.Items, t.maybeArray)
	}
	return false
}

// isMask tells whether an index is an array of truths: v > 2, (v > 2) & (v < 4).
func (t *translator) isMask(e *python.Expr) bool {
	switch e.Kind {
	case "compare":
		return len(e.Ops) == 1 && arrayRelations[e.Ops[0]] != ""
	case "binary":
		return (e.S == "&" || e.S == "|") && t.isMask(e.Items[0]) && t.isMask(e.Items[1])
	case "unary":
		return e.S == "~" && t.isMask(e.X)
	}
	return t.kindOf(e) == "mask"
}

// maskCode writes such an index.
func (t *translator) maskCode(e *python.Expr) string {
	two := func(name string) string {
		return t.numpy(name) + "(" + t.maskCode(e.Items[0]) + ", " + t.maskCode(e.Items[1]) + ")"
	}
	switch {
	case e.Kind == "compare" && len(e.Ops) == 1 && arrayRelations[e.Ops[0]] != "":
		return t.numpy(arrayRelations[e.Ops[0]]) + "(" + t.code(e.Items[0]) + ", " + t.code(e.Items[1]) + ")"
	case e.Kind == "binary" && e.S == "&":
		return two("logical_and")
	case e.Kind == "binary" && e.S == "|":
		return two("logical_or")
	case e.Kind == "unary" && e.S == "~":
		return t.numpy("logical_not") + "(" + t.maskCode(e.X) + ")"
	}
	return t.code(e)
}

// argument writes an argument: a method keeps its object.
func (t *translator) argument(e *python.Expr) string {
	if e.Kind == "attribute" && e.X.Kind == "name" && t.modules[e.X.S] == "" && !t.neuron[e.X.S] {
		if m := t.methodDef(e.S); m != nil && len(m.Marks) == 0 && t.attrStores[e.S] == nil {
			return t.code(e) + ".bind(" + t.code(e.X) + ")"
		}
	}
	return t.wrap(e, precArrow)
}

// each writes arguments.
func (t *translator) each(list []*python.Expr) []string {
	var parts []string
	for _, x := range list {
		parts = append(parts, t.argument(x))
	}
	return parts
}

// delayed writes (f, (a, b)), which NEURON calls later, as a function.
func (t *translator) delayed(e *python.Expr) (string, bool) {
	if e.Kind != "tuple" || len(e.Items) != 2 {
		return "", false
	}
	args := []*python.Expr{e.Items[1]}
	if args[0].Kind == "tuple" {
		args = args[0].Items
	}
	return "() => " + t.code(&python.Expr{Kind: "call", X: e.Items[0], Items: args, Line: e.Line}), true
}

// catchesLookups tells whether a try catches what is not in a list or dict.
func (t *translator) catchesLookups(s *python.Stmt) bool {
	found := false
	for _, c := range s.Except {
		if c.Type == nil {
			return true
		}
		visit(c.Type, func(e *python.Expr) {
			switch e.S {
			case "ZeroDivisionError":
				t.doubt("a division by zero is no error in JavaScript")
			case "AttributeError":
				t.doubt("an attribute that is not there is no error in JavaScript, but undefined")
			}
			found = found || slices.Contains([]string{"KeyError", "IndexError", "LookupError", "Exception", "ValueError"}, e.S)
		})
	}
	return found
}

// storeStar writes first, *middle, last = value.
func (t *translator) storeStar(s *python.Stmt, target *python.Expr, k int, names []string, value string) string {
	if !simple(target.Items[k]) {
		refuse("a starred target that is no name")
	}
	t.declare(s, names)
	rest := t.pattern(target.Items[k].X)
	t.line("%s = %s;", t.pattern(&python.Expr{Kind: "tuple", Items: target.Items[:k+1]}), value)
	for i := len(target.Items) - 1; i > k+1; i-- {
		t.line("%s = %s.pop();", t.pattern(target.Items[i]), rest)
	}
	return t.pattern(target.Items[k+1]) + " = " + strings.TrimSpace(rest) + ".pop()"
}
