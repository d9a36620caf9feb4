package port

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// lambda writes a function without a name.
func (t *translator) lambda(e *python.Expr) string {
	if code, ok := t.fixed(e); ok {
		return code
	}
	params := t.params(e.Params)
	t.scope = &scope{up: t.scope, names: map[string]*variable{}, kinds: map[string]string{}, declared: map[string]bool{}}
	defer t.close()
	for _, p := range e.Params {
		t.scope.declared[p.Name] = true
	}
	return fmt.Sprintf("(%s) => %s", params, t.arrowBody(e.X))
}

// fixed writes a function that keeps values of variables of its parameters' names:
// lambda x, i=i: ...
func (t *translator) fixed(e *python.Expr) (string, bool) {
	var outer, values []string
	inner := *e
	inner.Params = slices.Clone(e.Params)
	for k, p := range inner.Params {
		used := map[string]bool{}
		uses(p.Default, used)
		if used[p.Name] {
			outer = append(outer, identifier(p.Name)+"_")
			values = append(values, t.code(p.Default))
			inner.Params[k].Default = &python.Expr{Kind: "name", S: identifier(p.Name) + "_", Line: e.Line}
		}
	}
	if outer == nil {
		return "", false
	}
	return fmt.Sprintf("((%s) => %s)(%s)", strings.Join(outer, ", "), t.lambda(&inner), strings.Join(values, ", ")), true
}

// arrowBody is an expression behind an arrow.
func (t *translator) arrowBody(e *python.Expr) string {
	s := t.wrap(e, precArrow)
	if strings.HasPrefix(s, "{") {
		s = "(" + s + ")"
	}
	return s
}

// comprehension writes [f(x) for x in xs if c] as xs.filter(...).map(...).
func (t *translator) comprehension(e *python.Expr) (string, int) {
	code := t.loops(e, e.Loops)
	switch e.S {
	case "dict":
		return "Object.fromEntries(" + code + ")", precPostfix
	case "set":
		return "new Set(" + code + ")", precPostfix
	}
	return code, precPostfix
}

func (t *translator) loops(e *python.Expr, loops []python.Loop) string {
	l := loops[0]
	over := t.arrayOf(l.Over)
	t.scope = &scope{up: t.scope, names: map[string]*variable{}, kinds: map[string]string{}, declared: map[string]bool{}}
	defer t.close()
	names := map[string]bool{}
	bound(l.Target, names)
	for name := range names {
		t.scope.declared[name] = true
	}
	t.elementKind(l.Target, l.Over)
	param := "(" + t.pattern(l.Target) + ")"
	for _, c := range l.If {
		over += fmt.Sprintf(".filter(%s => %s)", param, t.condition(c, precArrow))
	}
	if len(loops) > 1 {
		return fmt.Sprintf("%s.flatMap(%s => %s)", over, param, t.loops(e, loops[1:]))
	}
	if e.S == "dict" {
		return fmt.Sprintf("%s.map(%s => [%s, %s])", over, param, t.code(e.X), t.code(e.Y))
	}
	if e.X.Kind == "name" && l.Target.Kind == "name" && e.X.S == l.Target.S {
		return over
	}
	return fmt.Sprintf("%s.map(%s => %s)", over, param, t.arrowBody(e.X))
}

// arrayOf writes what is iterated over as an array.
func (t *translator) arrayOf(e *python.Expr) string {
	switch t.kindOf(e) {
	case "list", "tuple", "range":
		if e.Kind == "call" && e.X.Kind == "name" && e.X.S == "range" {
			return t.code(e)
		}
		return t.postfix(e)
	case "dict":
		return "Object.keys(" + t.code(e) + ")"
	}
	return "[..." + t.wrap(e, precArrow) + "]"
}

// iterated writes what a for goes over.
func (t *translator) iterated(e *python.Expr) string {
	if t.kindOf(e) == "dict" {
		return "Object.keys(" + t.code(e) + ")"
	}
	return t.code(e)
}
