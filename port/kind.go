package port

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// kindOf tells what is known of a value: "number", "string", "list", "tuple",
// "dict", "array" (of numpy), "mask" (such an array of truths), "vector" (of NEURON),
// "range", or "".
func (t *translator) kindOf(e *python.Expr) string {
	if e == nil {
		return ""
	}
	switch e.Kind {
	case "number":
		return "number"
	case "string", "formatted":
		return "string"
	case "list", "dict", "tuple":
		return e.Kind
	case "comprehension":
		return map[string]string{"list": "list", "generator": "list", "dict": "dict"}[e.S]
	case "name":
		for s := t.scope; s != nil; s = s.up {
			if k, ok := s.kinds[e.S]; ok {
				return k
			}
			if s.declared[e.S] || s.names[e.S] != nil {
				return ""
			}
		}
	case "attribute":
		if e.X.Kind == "name" && t.modules[e.X.S] != "" {
			return "number"
		}
		return t.attrs[e.S]
	case "unary":
		if e.S == "~" && t.isMask(e.X) {
			return "mask"
		}
		if e.S != "not" {
			return t.kindOf(e.X)
		}
	case "binary":
		a, b := t.kindOf(e.Items[0]), t.kindOf(e.Items[1])
		for _, k := range []string{"array", "mask", "vector", "list", "string"} {
			if a == k || b == k {
				switch {
				case k == "vector":
					return "array"
				case k == "mask" && elementwise[e.S] != "":
					return "array"
				}
				return k
			}
		}
		if a == "number" && b == "number" {
			return "number"
		}
	case "if":
		if a := t.kindOf(e.Items[1]); a == t.kindOf(e.Items[2]) {
			return a
		}
	case "compare":
		for _, x := range e.Items {
			if len(e.Ops) == 1 && arrayRelations[e.Ops[0]] != "" && isArray(t.kindOf(x)) {
				return "mask"
			}
		}
	case "index":
		if e.Y.Kind == "slice" {
			if k := t.kindOf(e.X); k != "vector" {
				return k
			}
			return "list"
		}
		if t.isMask(e.Y) {
			return "array"
		}
		if e.X.Kind == "call" && e.X.X.Kind == "attribute" && e.X.X.S == "psection" && e.Y.Kind == "string" && e.Y.S != "morphology" && e.Y.S != "name" {
			return map[bool]string{true: "dict"}[strings.HasSuffix(e.Y.S, "mechs") || e.Y.S == "ions" || e.Y.S == "point_processes"]
		}
	case "call":
		return t.kindOfCall(e)
	}
	return ""
}

var (
	arrayFunctions = []string{"array", "asarray", "zeros", "ones", "zeros_like", "ones_like", "full", "linspace", "arange", "exp", "sin", "cos", "log", "sqrt", "abs", "cumsum", "diff",
		"concatenate", "append", "where", "logspace", "random", "tanh", "maximum", "minimum", "add", "multiply", "loadtxt", "empty", "convolve", "clip"}
	numberFunctions = []string{"len", "int", "float", "abs", "round", "sum"}
	listFunctions   = []string{"list", "sorted", "zip", "enumerate"}
)

func (t *translator) kindOfCall(e *python.Expr) string {
	switch x := e.X; x.Kind {
	case "name":
		switch {
		case x.S == "range":
			return "range"
		case x.S == "str":
			return "string"
		case x.S == "dict", x.S == "defaultdict" && t.collections[x.S] != "", x.S == "Counter" && t.collections[x.S] != "":
			return "dict"
		case t.defs[x.S] != nil && !t.shadowedFunction(x.S):
			return t.before.returns[x.S]
		case x.S == "tuple":
			return "tuple"
		case slices.Contains(numberFunctions, x.S):
			return "number"
		case slices.Contains(listFunctions, x.S):
			return "list"
		}
	case "attribute":
		if x.X.Kind == "name" {
			switch {
			case t.modules[x.X.S] == "collections" && x.S != "namedtuple":
				return "dict"
			case t.modules[x.X.S] == "numpy":
				scalar := len(e.Items) > 0 && t.kindOf(e.Items[0]) == "number"
				if x.S == "array" || x.S == "zeros" || x.S == "linspace" || x.S == "arange" || x.S == "ones" || x.S == "full" || slices.Contains(arrayFunctions, x.S) && !scalar && (t.arrayArgument(e) || slices.ContainsFunc(e.Items, t.maybeArray)) {
					return "array"
				}
				return ""
			case t.neuron[x.X.S] && x.S == "Vector":
				return "vector"
			}
		}
		switch x.S {
		case "record", "play":
			if t.kindOf(x.X) == "vector" {
				return "vector"
			}
		case "format", "join", "upper", "lower", "strip", "replace":
			return "string"
		case "psection":
			return "dict"
		case "as_numpy":
			return "array"
		case "to_python", "split", "tolist":
			return "list"
		case "copy":
			return t.kindOf(x.X)
		}
	}
	return ""
}

// arrayArgument tells whether a function of numpy is given an array.
func (t *translator) arrayArgument(e *python.Expr) bool {
	for _, x := range e.Items {
		switch t.kindOf(x) {
		case "array", "mask", "vector", "list":
			return true
		}
	}
	return false
}

// learnKind notes what a target is given.
func (t *translator) learnKind(target, value *python.Expr) {
	switch target.Kind {
	case "name":
		k := t.kindOf(value)
		if before, ok := t.scope.kinds[target.S]; ok && before != k {
			k = ""
			if before == "array" && value.Kind == "binary" {
				k = before
			}
		}
		t.scope.kinds[target.S] = k
	case "tuple", "list":
		if (value.Kind == "tuple" || value.Kind == "list") && len(value.Items) == len(target.Items) {
			for i := range target.Items {
				t.learnKind(target.Items[i], value.Items[i])
			}
		}
	}
}

// elementKind notes what a loop over a value gives its target.
func (t *translator) elementKind(target, over *python.Expr) {
	if target.Kind != "name" {
		return
	}
	switch k := t.kindOf(over); k {
	case "range", "array", "mask", "vector":
		t.scope.kinds[target.S] = "number"
	case "string":
		t.scope.kinds[target.S] = "string"
	default:
		delete(t.scope.kinds, target.S)
		if (over.Kind == "list" || over.Kind == "tuple") && len(over.Items) > 0 {
			k := t.kindOf(over.Items[0])
			for _, x := range over.Items {
				if t.kindOf(x) != k {
					k = ""
				}
			}
			t.scope.kinds[target.S] = k
		}
	}
}
