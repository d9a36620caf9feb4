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
	notDefined   = regexp.MustCompile(`^(\S+) is not defined$`)
	assigns      = regexp.MustCompile(`^[\p{L}_$][\p{L}\p{N}_$]*\s*=[^=>]`)
	numberText   = regexp.MustCompile(`^-?[0-9.]+(?:e[-+]?[0-9]+)?$`)
	noArguments  = regexp.MustCompile(`^\(\s*\)`)
	placeText    = regexp.MustCompile(`^\(\s*(?:0?\.[0-9]+|0|1)\s*\)`)
	leadingName  = regexp.MustCompile(`^[\p{L}_$][\p{L}\p{N}_$]*`)
	loopOver     = regexp.MustCompile(`\bfor\s*\(\s*\x00[\p{L}\p{N}_$]+\s+(?:of|in)\b`)
	shellCommand = regexp.MustCompile(`^\s*!\s*(?:ls|cd|pwd|pip|nrnivmodl|mkdir|cat|rm|cp|mv|wget|curl|git|conda|python|echo)\b`)
	argumentText = regexp.MustCompile(`[(,]\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*=[^=>]`)
	printEnd     = regexp.MustCompile(`\bprint\s*\(.*\bend\s*=`)
	several      = regexp.MustCompile(`^\s*[\p{L}_$][\p{L}\p{N}_$]*(?:\s*,\s*[\p{L}_$][\p{L}\p{N}_$]*)+\s*=[^=>]`)
	newOperator  = regexp.MustCompile(`^new\s+(?:[A-Za-z_$][\w$]*\.)*`)
	notCallable  = regexp.MustCompile(`^(?:Value is not an object: (.+)|Object has no member '([^']*)'|Not a function: (.*)|(Dynamic object is not callable|Value is not a constructor))$`)
	ofUndefined  = regexp.MustCompile(`^Cannot (?:read property '[^']*' of|convert) undefined`)
	quotedName   = regexp.MustCompile(`^[^'"]*\bproperty ["']([A-Za-z_$][\w$]*)["']`)
	calleeText   = regexp.MustCompile(`(?:[A-Za-z_$][\w$]*(?:\[[\w$"']*\])?\s*\??\.\s*#?)*[A-Za-z_$][\w$]*$`)
)

// explain adds to an uncaught engine error what the engine does not know: the
// name somebody may have meant, and what it was that cannot be called.
func (rt *Runtime) explain(e *Error) {
	e.pointAtProperty()
	switch e.Class {
	case "ReferenceError":
		rt.explainReference(e)
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
		if strings.HasPrefix(e.Message, "Assignment to constant") {
			e.explainConstant(rt.sources[e.File])
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
		if e.Hint == "" && (m[2] != "" || m[1] == "undefined") {
			name := callee[strings.LastIndex(callee, ".")+1:]
			if e.Hint = otherCalls[name]; e.Hint != "" {
				return
			}
			if other := otherMember(name, nil); other != "" {
				e.Hint = "did you mean " + strconv.Quote(other) + "?"
			}
		}
		if owner, name, _ := cutLast(callee, "."); e.Hint == "" && numberText.MatchString(m[1]) {
			switch after := string(runes[end:]); {
			case noArguments.MatchString(after):
				e.Hint = "it is a number: write it without ( )"
			case owner != "":
				e.Hint = "it is a number: " + callee + " = ... sets it"
			}
			if place := placeText.FindString(string(runes[end:])); place != "" && owner != "" && owner != "n" && owner != "h" {
				e.Hint = "the place comes first: " + owner + place + "." + name
			}
		}
	}
}

// cutLast cuts a text at the last separator; without one all of it is after.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return "", s, false
}

// explainReference tells what a name that does not exist, or not yet, may mean.
func (rt *Runtime) explainReference(e *Error) {
	src := rt.sources[e.File]
	if src == nil || src.prg == nil || e.Hint != "" {
		return
	}
	runes := []rune(e.Source)
	if e.Message == "Cannot access a variable before initialization" {
		if rt.explainCycle(e, src) {
			return
		}
		if e.Column < 1 || e.Column > len(runes) {
			return
		}
		name := leadingName.FindString(string(runes[e.Column-1:]))
		line := src.declaration(name)
		if line == 0 {
			return
		}
		e.Message = name + " is not yet there: line " + strconv.Itoa(line) + " declares it"
		if slices.Contains(namesOfSimulator, name) {
			e.Message = name + " is a variable of the script, which line " + strconv.Itoa(line) + " declares"
			e.Hint = "to use the simulator's " + name + ", give the variable another name"
		}
		return
	}
	m := notDefined.FindStringSubmatch(e.Message)
	if m == nil {
		return
	}
	name := m[1]
	e.pointAtAssigned(name)
	set, loop := false, false // the name is assigned here, or the variable of a loop
	if rest := runes[min(max(0, e.Column-1), len(runes)):]; e.Column > 0 {
		set = assigns.MatchString(string(rest))
		loop = loopOver.MatchString(string(runes[:e.Column-1]) + "\x00" + string(rest))
	}
	options := ""
	if set {
		options = src.keywordArguments(name)
	}
	_, unit := unitFactors[name]
	global := rt.vm.GlobalObject().GetOwnPropertyNames()
	switch own, near := spell.Nearest(name, declared(src.prg)), spell.Nearest(name, global); {
	case loop:
		e.Hint = "declare the variable of a loop: for (const " + name + " of ...)"
	case name == "end" && printEnd.MatchString(e.Source):
		e.Hint = "process.stdout.write(text) prints without a new line"
	case several.MatchString(e.Source) && !set && strings.Contains(several.FindString(e.Source), name):
		e.Hint = "several variables at once are const [a, b] = [1, 2]"
	case options != "":
		e.Hint = "options are given as an object: " + options
	case shellCommand.MatchString(e.Source):
		e.Hint = "there are no shell commands here: a terminal runs them"
	case otherNames[name] != "":
		e.Hint = otherNames[name]
	case rt.vm.Get("Math").ToObject(rt.vm).Get(name) != nil:
		e.Hint = "did you mean " + strconv.Quote("Math."+name) + "?"
	case rt.memberOfN(name) != "":
		e.Hint = rt.memberOfN(name)
	case set && own == "":
		e.Hint = "declare a variable where it is first set: let " + name + " = ..."
	case unit && len(name) > 1: // s or m is rather a variable
		e.Hint = "import { " + name + ` } from "neuron/units"`
	case own != "":
		e.Hint = "did you mean " + strconv.Quote(own) + "?"
	case near != "":
		e.Hint = "did you mean " + strconv.Quote(near) + "?"
	}
}

// explainCycle tells of modules that import each other: one reads an export that the
// other, which src is, has not made yet.
func (rt *Runtime) explainCycle(e *Error, src *source) bool {
	if len(e.Stack) < 2 || !src.transformed || e.Stack[0].File == e.Stack[1].File {
		return false
	}
	name, of, by := e.Stack[0].Func, e.Stack[0].File, e.Stack[1].File
	if name == "" || src.declaration(name) == 0 {
		return false
	}
	e.Message = fmt.Sprintf("%s has not made its export %s yet: %s and %s import each other", of, name, of, by)
	e.Hint = "put what both need into a module of its own, or use it within functions only"
	rt.locate(e, e.Stack[1:])
	return true
}

// pointAtAssigned moves the place of an error about an assigned name to it: the
// engine places it where the value is.
func (e *Error) pointAtAssigned(name string) {
	runes := []rune(e.Source)
	if e.Column < 1 || e.Column > len(runes) || strings.HasPrefix(string(runes[e.Column-1:]), name) {
		return
	}
	before := string(runes[:e.Column-1])
	at := regexp.MustCompile(`(?:^|[^\w$.])`+regexp.QuoteMeta(name)+`\s*=`).FindAllStringIndex(before+"=", -1)
	if at == nil {
		return
	}
	last := at[len(at)-1]
	e.moveTo(utf8.RuneCountInString(before[:min(len(before), last[0]+strings.Index((before + "=")[last[0]:], name))]) + 1)
}

// explainConstant tells of a keyword argument whose name is that of a constant.
func (e *Error) explainConstant(src *source) {
	if src == nil || e.Hint != "" {
		return
	}
	for _, m := range argumentText.FindAllStringSubmatch(e.Source, -1) {
		if options := src.keywordArguments(m[1]); options != "" {
			e.Hint = "options are given as an object: " + options
			return
		}
	}
}

// memberOfN tells how a member of n is written whose name stands alone.
func (rt *Runtime) memberOfN(name string) string {
	n := rt.neuron
	switch mech := n.m.Mechs.Get(name); {
	case mech != nil && !mech.Type.Kind.IsObject():
		return fmt.Sprintf("the mechanism is n.%s, or %q", name, name)
	case mech != nil, n.class.members[name] != nil, n.numbers[name] != nil && len(name) > 1:
		return "did you mean " + strconv.Quote("n."+name) + "?"
	}
	return ""
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
		if near := nearest(member, rt.PropertyNames(v)); near != "" {
			hint = "did you mean " + strconv.Quote(near) + "?"
		}
	})
	return hint
}

// declared lists every name that a program declares, in any scope.
func declared(prg *ast.Program) []string {
	var names []string
	for _, id := range declaredHere(prg) {
		names = append(names, id.Name.String())
	}
	return names
}

// declaredHere lists the identifiers that a program declares, in any scope.
func declaredHere(prg *ast.Program) []*ast.Identifier {
	var ids []*ast.Identifier
	identifier := func(id *ast.Identifier) {
		if id != nil {
			ids = append(ids, id)
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
	return ids
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
