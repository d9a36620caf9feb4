package port

import (
	"fmt"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

var relations = map[string]string{"==": "===", "!=": "!==", "is": "===", "is not": "!==", "<": "<", ">": ">", "<=": "<=", ">=": ">="}

func (t *translator) compare(e *python.Expr) (string, int) {
	var parts []string
	for i, op := range e.Ops {
		parts = append(parts, t.relation(op, e.Items[i], e.Items[i+1]))
	}
	if len(parts) > 1 {
		return strings.Join(parts, " && "), precAnd
	}
	prec := precLess
	switch op := e.Ops[0]; {
	case strings.HasSuffix(op, "in"):
		prec = precPostfix
		if op == "not in" {
			prec = precUnary
		}
	case strings.HasPrefix(relations[op], "=") || strings.HasPrefix(relations[op], "!"):
		prec = precEqual
	}
	switch {
	case strings.HasPrefix(parts[0], "np.") || strings.HasPrefix(parts[0], "equal"):
		prec = precPostfix
	case strings.HasPrefix(parts[0], "!equal"):
		prec = precUnary
	}
	return parts[0], prec
}

var arrayRelations = map[string]string{"==": "equal", "!=": "not_equal", "<": "less", ">": "greater", "<=": "less_equal", ">=": "greater_equal"}

func (t *translator) relation(op string, a, b *python.Expr) string {
	none := func(e *python.Expr) bool { return e.Kind == "constant" && e.S == "None" }
	ka, kb := t.kindOf(a), t.kindOf(b)
	switch {
	case op == "in" || op == "not in":
		s := ""
		switch t.kindOf(b) {
		case "string", "list", "tuple":
			s = fmt.Sprintf("%s.includes(%s)", t.postfix(b), t.code(a))
		case "dict":
			s = fmt.Sprintf("Object.hasOwn(%s, %s)", t.code(b), t.code(a))
		default:
			s = fmt.Sprintf("%s(%s, %s)", t.helper("contains"), t.code(b), t.code(a))
		}
		if op == "not in" {
			s = "!" + s
		}
		return s
	case none(b) && (op == "==" || op == "is"):
		return t.wrap(a, precEqual) + " == null"
	case none(b):
		return t.wrap(a, precEqual) + " != null"
	case (op == "==" || op == "!=") && (listLike(ka) || listLike(kb)):
		s := fmt.Sprintf("%s(%s, %s)", t.helper("equal"), t.code(a), t.code(b))
		if op == "!=" {
			s = "!" + s
		}
		return s
	case arrayRelations[op] != "" && (isArray(ka) || isArray(kb)):
		return fmt.Sprintf("%s(%s, %s)", t.numpy(arrayRelations[op]), t.code(a), t.code(b))
	}
	return t.wrap(a, precShift) + " " + relations[op] + " " + t.wrap(b, precShift)
}

func listLike(kind string) bool { return kind == "list" || kind == "tuple" || kind == "dict" }

// truth writes what an if asks: an empty list is false.
func (t *translator) truth(e *python.Expr) string { return t.condition(e, 0) }

func (t *translator) condition(e *python.Expr, prec int) string {
	switch t.kindOf(e) {
	case "list", "tuple", "vector":
		return t.postfix(e) + ".length > 0"
	case "dict":
		return "Object.keys(" + t.code(e) + ").length > 0"
	}
	return t.wrap(e, prec)
}

func (t *translator) falsehood(e *python.Expr) string {
	s, _ := t.not(e)
	return s
}

func (t *translator) not(e *python.Expr) (string, int) {
	switch t.kindOf(e) {
	case "list", "tuple", "vector":
		return t.postfix(e) + ".length === 0", precEqual
	}
	return "!" + t.wrap(e, precUnary), precUnary
}
