package script

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja/ast"
	"github.com/gneuron/gneuron/internal/spell"
)

var (
	notDefined  = regexp.MustCompile(`^(\S+) is not defined$`)
	assigns     = regexp.MustCompile(`^[\p{L}_$][\p{L}\p{N}_$]*\s*=[^=>]`)
	newOperator = regexp.MustCompile(`^new\s+(?:[A-Za-z_$][\w$]*\.)*`)
	notCallable = regexp.MustCompile(`^(?:Value is not an object: (.+)|Object has no member '([^']*)'|Not a function: (.*)|(Dynamic object is not callable|Value is not a constructor))$`)
	ofUndefined = regexp.MustCompile(`^Cannot (?:read property '[^']*' of|convert) undefined`)
	quotedName  = regexp.MustCompile(`^[^'"]*\bproperty ["']([A-Za-z_$][\w$]*)["']`)
	calleeText  = regexp.MustCompile(`(?:[A-Za-z_$][\w$]*(?:\[[\w$"']*\])?\s*\??\.\s*#?)*[A-Za-z_$][\w$]*$`)
)

// explain adds to an uncaught engine error what the engine does not know: the
// name somebody may have meant, and what it was that cannot be called.
func (rt *Runtime) explain(e *Error) {
	e.pointAtProperty()
	switch e.Class {
	case "ReferenceError":
		m := notDefined.FindStringSubmatch(e.Message)
		if m == nil || e.Hint != "" {
			return
		}
		names := rt.vm.GlobalObject().GetOwnPropertyNames()
		if src := rt.sources[e.File]; src != nil && src.prg != nil {
			names = append(names, declared(src.prg)...)
		}
		if near := spell.Nearest(m[1], names); near != "" {
			e.Hint = "did you mean " + strconv.Quote(near) + "?"
		} else {
			rt.explainName(e, m[1])
		}
	case "TypeError":
		runes := []rune(e.Source)
		if ofUndefined.MatchString(e.Message) && e.Hint == "" && e.Column > 1 && e.Column <= len(runes) {
			before := strings.TrimSpace(string(runes[:e.Column-1]))
			if owner, ok := strings.CutSuffix(before, "."); ok {
				if owner = calleeText.FindString(owner); owner != "" {
					e.Hint = owner + " is undefined or null"
				}
			}
			return
		}
		m := notCallable.FindStringSubmatch(e.Message)
		if m == nil || e.Column < 1 || e.Column > len(runes) {
			return
		}
		end := e.Column - 1
		if made := newOperator.FindString(string(runes[end:])); made != "" {
			end += utf8.RuneCountInString(made)
		}
		for end < len(runes) && isNameRune(runes[end]) {
			end++
		}
		callee := calleeText.FindString(string(runes[:end]))
		if callee == "" {
			return
		}
		if m[4] != "" {
			rt.explainHostCall(e, callee)
			return
		}
		e.Message = callee + " is not a function"
		if m[1] != "" && m[1] != "undefined" {
			e.Message += " but " + m[1]
		}
		if m[1] != "" || m[2] != "" {
			e.Hint = rt.memberHint(callee)
		}
	}
}

// explainName says what may be meant by a name that is not defined, and like no other.
func (rt *Runtime) explainName(e *Error, name string) {
	runes := []rune(e.Source)
	if e.Column < 1 || e.Column > len(runes) {
		return
	}
	// The engine places an assignment at what is done last before it.
	set := regexp.MustCompile(`(?:^|[^\w$.])(` + regexp.QuoteMeta(name) + `)\s*=[^=>]`).FindStringSubmatchIndex(e.Source)
	_, unit := unitFactors[name]
	unit = unit && len(name) > 1 // s or m is rather a variable
	switch {
	case set != nil && (!strings.HasPrefix(string(runes[e.Column-1:]), name) || assigns.MatchString(string(runes[e.Column-1:]))):
		e.moveTo(utf8.RuneCountInString(e.Source[:set[2]]) + 1)
		e.Hint = "declare a variable where it is first set: let " + name + " = ..."
	case unit:
		e.Hint = "import { " + name + ` } from "neuron/units"`
	case slices.Contains(rt.neuron.allNames(), name):
		e.Hint = "did you mean " + strconv.Quote("n."+name) + "?"
	}
}

// explainHostCall names the object that was called, or made with new, and that
// cannot be; callee is its text in the source.
func (rt *Runtime) explainHostCall(e *Error, callee string) {
	e.Message = callee + " is not a function"
	if e.Class == "TypeError" && strings.HasPrefix(string([]rune(e.Source)[e.Column-1:]), "new ") {
		e.Message = callee + " is not a class"
	}
	owner, name, _ := strings.Cut(callee, ".")
	switch mech := rt.neuron.m.Mechs.Get(name); {
	case owner != "n" && owner != "h":
	case name == "":
		e.Hint = "gneuron runs no HOC code; n has functions and classes: help(n) lists them"
	case mech != nil && !mech.Type.Kind.IsObject():
		e.Hint = fmt.Sprintf("insert it into a section: soma.insert(%s)", callee)
	}
}

// pointAtProperty moves the place of an error about a property to its name. The
// engine places the property of a call and of += at the start of the expression.
func (e *Error) pointAtProperty() {
	property, before := "", ""
	if m := quotedName.FindStringSubmatch(e.Message); m != nil {
		property = m[1]
	} else if e.Fault != nil { // only where nothing but names lies between
		property, before = e.Fault.Variable, `^[\w$.\s]*`
	}
	runes := []rune(e.Source)
	if property == "" || e.Column < 1 || e.Column > len(runes) || strings.HasPrefix(string(runes[e.Column-1:]), property) {
		return
	}
	rest := string(runes[e.Column-1:])
	at := regexp.MustCompile(before + `\.\s*` + regexp.QuoteMeta(property) + `(?:[^\w$]|$)`).FindStringIndex(rest)
	if at == nil {
		return
	}
	name := at[0] + strings.LastIndex(rest[at[0]:at[1]], property)
	e.moveTo(e.Column + utf8.RuneCountInString(rest[:name]))
}

// moveTo places the error at another column of its line.
func (e *Error) moveTo(column int) {
	e.Column = column
	if len(e.Stack) > 0 && e.Stack[0].Line == e.Line && e.Stack[0].File == e.File {
		e.Stack = slices.Clone(e.Stack)
		e.Stack[0].Column = column
	}
}

// memberHint suggests a member for a call like Math.sine(...) of a global object.
func (rt *Runtime) memberHint(callee string) string {
	owner, member, ok := strings.Cut(callee, ".")
	if !ok || strings.Contains(member, ".") {
		return ""
	}
	hint := ""
	rt.vm.Try(func() {
		v := rt.vm.Get(owner)
		if v == nil {
			return
		}
		if near := spell.Nearest(member, rt.PropertyNames(v)); near != "" {
			hint = "did you mean " + strconv.Quote(near) + "?"
		}
	})
	return hint
}

// declared lists every name that a program declares, in any scope.
func declared(prg *ast.Program) []string {
	var names []string
	identifier := func(id *ast.Identifier) {
		if id != nil {
			names = append(names, id.Name.String())
		}
	}
	walk(reflect.ValueOf(prg.Body), 0, func(node any) {
		switch node := node.(type) {
		case *ast.Binding:
			for _, id := range BoundNames(node.Target) {
				identifier(id)
			}
		case *ast.ForDeclaration:
			for _, id := range BoundNames(node.Target) {
				identifier(id)
			}
		case *ast.FunctionLiteral:
			identifier(node.Name)
		case *ast.ClassLiteral:
			identifier(node.Name)
		case *ast.CatchStatement:
			for _, id := range BoundNames(node.Parameter) {
				identifier(id)
			}
		}
	})
	return names
}

// BoundNames lists the identifiers that a binding pattern binds.
func BoundNames(target ast.Expression) []*ast.Identifier {
	var out []*ast.Identifier
	switch t := target.(type) {
	case *ast.Identifier:
		out = append(out, t)
	case *ast.AssignExpression:
		out = append(out, BoundNames(t.Left)...)
	case *ast.Binding:
		out = append(out, BoundNames(t.Target)...)
	case *ast.ArrayPattern:
		for _, el := range t.Elements {
			out = append(out, BoundNames(el)...)
		}
		out = append(out, BoundNames(t.Rest)...)
	case *ast.ObjectPattern:
		for _, p := range t.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				out = append(out, &p.Name)
			case *ast.PropertyKeyed:
				out = append(out, BoundNames(p.Value)...)
			}
		}
		out = append(out, BoundNames(t.Rest)...)
	}
	return out
}

// walk calls visit for every pointer to a node below v. The nesting of a
// source is bounded, so that the recursion is.
func walk(v reflect.Value, depth int, visit func(node any)) {
	if depth > 20000 {
		return
	}
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			walk(v.Elem(), depth+1, visit)
		}
	case reflect.Pointer:
		if v.IsNil() || !strings.HasSuffix(v.Type().Elem().PkgPath(), "goja/ast") {
			return
		}
		visit(v.Interface())
		walk(v.Elem(), depth+1, visit)
	case reflect.Struct:
		if !strings.HasSuffix(v.Type().PkgPath(), "goja/ast") {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "DeclarationList" {
				walk(v.Field(i), depth+1, visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), depth+1, visit)
		}
	}
}
