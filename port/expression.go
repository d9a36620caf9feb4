package port

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// How tightly JavaScript's operators bind.
const (
	precArrow = iota + 2
	precCond
	precOr
	precAnd
	precBitOr
	precBitXor
	precBitAnd
	precEqual
	precLess
	precShift
	precAdd
	precMul
	precPow
	precUnary
	precPostfix
	precAtom
)

// code writes an expression.
func (t *translator) code(e *python.Expr) string {
	s, _ := t.expr(e)
	return s
}

// wrap writes an expression, in brackets if it binds less tightly than prec.
func (t *translator) wrap(e *python.Expr, prec int) string {
	s, p := t.expr(e)
	if p < prec {
		return "(" + s + ")"
	}
	return s
}

// postfix writes an expression that something is appended to.
func (t *translator) postfix(e *python.Expr) string {
	if e.Kind == "number" {
		return "(" + t.code(e) + ")"
	}
	return t.wrap(e, precPostfix)
}

// list writes expressions with commas.
func (t *translator) list(items []*python.Expr) string {
	var parts []string
	for _, x := range items {
		parts = append(parts, t.code(x))
	}
	return strings.Join(parts, ", ")
}

// spread writes what list.extend takes.
func (t *translator) spread(e *python.Expr) string {
	if e.Kind == "list" || e.Kind == "tuple" {
		return t.list(e.Items)
	}
	return "..." + t.wrap(e, precArrow)
}

var reserved = strings.Fields("arguments await case catch const debugger default delete do enum eval export extends false function implements instanceof " +
	"interface let new null package private protected public static super switch this throw true typeof undefined var void yield NaN Infinity Math Array Object String Number")

// identifier is a name that JavaScript allows.
func identifier(name string) string {
	if slices.Contains(reserved, name) {
		return name + "_"
	}
	return name
}

// name writes a name.
func (t *translator) name(name string) string {
	if name == t.self && t.self != "" {
		return "this"
	}
	return identifier(name)
}

// assigned tells whether the text gives a name a value of its own.
func (t *translator) assigned(name string) bool {
	for s := t.scope; s != nil; s = s.up {
		if s.declared[name] || s.names[name] != nil && s.names[name].writes > 0 {
			return true
		}
	}
	return false
}

func (t *translator) expr(e *python.Expr) (string, int) {
	switch e.Kind {
	case "name":
		return t.nameExpr(e.S)
	case "number":
		return t.number(e.S)
	case "constant":
		switch e.S {
		case "None":
			return "null", precAtom
		case "...":
			refuse("an ellipsis")
		}
		return strings.ToLower(e.S), precAtom
	case "string":
		return quote(e.S), precAtom
	case "formatted":
		return t.template(t.parts(e)), precAtom
	case "tuple", "list":
		return "[" + t.list(e.Items) + "]", precAtom
	case "star":
		return "..." + t.wrap(e.X, precArrow), precAtom
	case "set":
		return "new Set([" + t.list(e.Items) + "])", precPostfix
	case "dict":
		return t.dict(e), precAtom
	case "attribute":
		return t.attribute(e), precPostfix
	case "index":
		return t.index(e), precPostfix
	case "call":
		return t.call(e)
	case "unary":
		return t.unary(e)
	case "binary":
		return t.binary(e)
	case "and", "or":
		op, prec := " && ", precAnd
		if e.Kind == "or" {
			op, prec = " || ", precOr
		}
		var parts []string
		for _, x := range e.Items {
			parts = append(parts, t.wrap(x, prec))
		}
		return strings.Join(parts, op), prec
	case "compare":
		return t.compare(e)
	case "if":
		return fmt.Sprintf("%s ? %s : %s", t.condition(e.Items[0], precOr), t.wrap(e.Items[1], precCond), t.wrap(e.Items[2], precCond)), precCond
	case "lambda":
		return t.lambda(e), precArrow
	case "comprehension":
		return t.comprehension(e)
	case "yield":
		if e.X == nil {
			return "yield", precArrow
		}
		star := ""
		if e.S == "from" {
			star = "*"
		}
		return "yield" + star + " " + t.code(e.X), precArrow
	case "walrus":
		return t.code(e.X) + " = " + t.code(e.Y), precArrow - 1
	}
	refuse("an expression of this kind (%s)", e.Kind)
	return "", 0
}

func (t *translator) nameExpr(name string) (string, int) {
	if name == t.self && t.self != "" {
		return "this", precAtom
	}
	if js, ok := t.known[name]; ok && js != "drop" {
		return js, precPostfix
	}
	if t.neuron[name] {
		return name, precAtom
	}
	if m := t.unknown[name]; m != "" && !t.assigned(name) {
		refuse("the module %s", m)
	}
	if !t.assigned(name) {
		switch name {
		case "__file__":
			return "process.argv[1]", precPostfix
		case "str":
			return "String", precAtom
		case "float":
			return "Number", precAtom
		case "int", "abs", "round", "len", "range", "sorted", "sum", "min", "max", "zip":
			return t.helper(name), precAtom
		case "list", "dict", "tuple", "set", "type", "object":
			refuse("%s as a value", name)
		}
		if m := t.modules[name]; m != "" && m != "numpy" {
			refuse("the module %s as a value", m)
		}
	}
	return identifier(name), precAtom
}

var wholeNumber = regexp.MustCompile(`^0\d+$`)

func (t *translator) number(s string) (string, int) {
	if strings.HasSuffix(strings.ToLower(s), "j") {
		refuse("a complex number")
	}
	if wholeNumber.MatchString(s) {
		s = "0"
	}
	s = strings.ReplaceAll(strings.Replace(s, "E", "e", 1), ".e", "e")
	if strings.HasPrefix(strings.ToLower(s), "0x") {
		return s, precAtom
	}
	if strings.HasSuffix(s, ".") {
		s += "0"
	}
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	return s, precAtom
}

// quote writes a text.
func quote(s string) string {
	q := strconv.Quote(s)
	q = strings.ReplaceAll(strings.ReplaceAll(q, `\a`, `\x07`), `\U000`, `\u{`) // the latter needs its brace
	if strings.Contains(q, `\u{`) {
		q = regexp.MustCompile(`\\u\{([0-9a-f]{5})`).ReplaceAllString(q, `\u{$1}`)
	}
	return q
}

func (t *translator) dict(e *python.Expr) string {
	var parts []string
	for i, k := range e.Items {
		switch {
		case k == nil:
			parts = append(parts, "..."+t.wrap(e.Values[i], precArrow))
		case k.Kind == "string" && isIdentifier(k.S):
			parts = append(parts, k.S+": "+t.code(e.Values[i]))
		case k.Kind == "string" || k.Kind == "number":
			parts = append(parts, t.code(k)+": "+t.code(e.Values[i]))
		default:
			parts = append(parts, "["+t.code(k)+"]: "+t.code(e.Values[i]))
		}
	}
	if len(parts) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

var identifierText = regexp.MustCompile(`^[A-Za-z_$][\w$]*$`)

func isIdentifier(s string) bool { return identifierText.MatchString(s) }

// attribute writes x.name.
func (t *translator) attribute(e *python.Expr) string {
	if e.X.Kind == "name" {
		if m := t.modules[e.X.S]; m != "" {
			return t.moduleMember(m, e.S)
		}
	}
	if e.X.Kind == "attribute" && e.X.X.Kind == "name" && t.modules[e.X.X.S] == "numpy" {
		refuse("numpy.%s.%s", e.X.S, e.S)
	}
	name := e.S
	switch name {
	case "__name__":
		name = "name"
	case "__class__":
		name = "constructor"
	case "T", "shape", "size", "ndim":
		if k := t.kindOf(e.X); k == "array" {
			if name == "size" {
				return t.postfix(e.X) + ".length"
			}
			return fmt.Sprintf("np.%s(%s)", name, t.code(e.X))
		}
	}
	return t.postfix(e.X) + "." + name
}

// negative recognises an index from the end: -1.
func negative(e *python.Expr) (string, bool) {
	if e.Kind == "unary" && e.S == "-" && e.X.Kind == "number" {
		return e.X.S, true
	}
	return "", false
}

// index writes x[i] and slices.
func (t *translator) index(e *python.Expr) string {
	x := t.postfix(e.X)
	switch i := e.Y; i.Kind {
	case "slice":
		from, to, step := i.Items[0], i.Items[1], i.Items[2]
		if step != nil {
			part := func(p *python.Expr) string {
				if p == nil {
					return "null"
				}
				return t.code(p)
			}
			return fmt.Sprintf("%s(%s, %s, %s, %s)", t.helper("slice"), t.code(e.X), part(from), part(to), t.code(step))
		}
		if t.kindOf(e.X) == "vector" {
			x = fmt.Sprintf("[...%s]", x)
		}
		switch {
		case from == nil && to == nil:
			return x + ".slice()"
		case to == nil:
			return x + ".slice(" + t.code(from) + ")"
		case from == nil:
			return x + ".slice(0, " + t.code(to) + ")"
		}
		return x + ".slice(" + t.code(from) + ", " + t.code(to) + ")"
	case "tuple":
		for _, part := range i.Items {
			if part.Kind == "slice" {
				refuse("a slice of an array of several dimensions")
			}
			x += "[" + t.code(part) + "]"
		}
		return x
	}
	if t.isMask(e.Y) {
		return fmt.Sprintf("%s(%s, %s)", t.numpy("compress"), t.maskCode(e.Y), t.code(e.X))
	}
	if k, ok := negative(e.Y); ok {
		if t.strict {
			return t.helper("item") + "(" + t.code(e.X) + ", -" + k + ")"
		}
		return x + ".at(-" + k + ")"
	}
	if t.strict {
		return t.helper("item") + "(" + t.code(e.X) + ", " + t.code(e.Y) + ")"
	}
	if e.Y.Kind == "string" && isIdentifier(e.Y.S) && t.kindOf(e.X) == "dict" {
		return x + "." + e.Y.S
	}
	return x + "[" + t.code(e.Y) + "]"
}

func (t *translator) unary(e *python.Expr) (string, int) {
	switch e.S {
	case "not":
		return t.not(e.X)
	case "-":
		if k := t.kindOf(e.X); isArray(k) || t.inNumpy && t.maybeArray(e.X) {
			return t.numpy("negative") + "(" + t.code(e.X) + ")", precPostfix
		}
	}
	if e.S == "~" && t.isMask(e.X) {
		return t.numpy("logical_not") + "(" + t.maskCode(e.X) + ")", precPostfix
	}
	s := t.wrap(e.X, precUnary)
	if strings.HasPrefix(s, e.S) || strings.Contains(s, "**") && e.X.Kind == "binary" {
		s = "(" + t.code(e.X) + ")"
	}
	return e.S + s, precUnary
}

var operators = map[string]int{"+": precAdd, "-": precAdd, "*": precMul, "/": precMul, "%": precMul, "**": precPow, "|": precBitOr, "^": precBitXor, "&": precBitAnd,
	"<<": precShift, ">>": precShift}

var elementwise = map[string]string{"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "**": "power", "%": "mod", "//": "floor_divide"}

func (t *translator) binary(e *python.Expr) (string, int) {
	a, b := e.Items[0], e.Items[1]
	ka, kb := t.kindOf(a), t.kindOf(b)
	switch {
	case e.S == "%" && (a.Kind == "string" || ka == "string"):
		return t.printf(a, b), precAtom
	case e.S == "@":
		return t.numpy("dot") + "(" + t.code(a) + ", " + t.code(b) + ")", precPostfix
	case (e.S == "&" || e.S == "|") && (ka == "mask" || kb == "mask"):
		return t.maskCode(e), precPostfix
	case (isArray(ka) || isArray(kb) || t.inNumpy && (t.maybeArray(a) || t.maybeArray(b))) && elementwise[e.S] != "":
		return fmt.Sprintf("%s(%s, %s)", t.numpy(elementwise[e.S]), t.code(a), t.code(b)), precPostfix
	case e.S == "+" && (ka == "list" || kb == "list"):
		return "[" + t.spread(a) + ", " + t.spread(b) + "]", precAtom
	case e.S == "*" && (ka == "list" || kb == "list"):
		if ka != "list" {
			a, b = b, a
		}
		if a.Kind == "list" && len(a.Items) == 1 {
			switch t.kindOf(a.Items[0]) {
			case "number", "string", "":
				if a.Items[0].Kind != "list" {
					return fmt.Sprintf("Array(%s).fill(%s)", t.code(b), t.code(a.Items[0])), precPostfix
				}
			}
		}
		return fmt.Sprintf("%s(%s, %s)", t.helper("repeat"), t.code(a), t.code(b)), precPostfix
	case e.S == "*" && ka == "string":
		return t.postfix(a) + ".repeat(" + t.code(b) + ")", precPostfix
	case e.S == "*" && kb == "string":
		return t.postfix(b) + ".repeat(" + t.code(a) + ")", precPostfix
	case e.S == "//":
		return fmt.Sprintf("Math.floor(%s / %s)", t.wrap(a, precMul), t.wrap(b, precPow)), precPostfix
	case e.S == "%":
		return fmt.Sprintf("%s(%s, %s)", t.helper("mod"), t.code(a), t.code(b)), precPostfix
	case e.S == "**":
		return t.wrap(a, precPostfix) + " ** " + t.wrap(b, precPow), precPow
	}
	prec := operators[e.S]
	return t.wrap(a, prec) + " " + e.S + " " + t.wrap(b, prec+1), prec
}
