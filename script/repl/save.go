package repl

import (
	"regexp"
	"slices"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/gneuron/gneuron/script"
)

// keep notes an input that did not fail.
func (s *Session) keep(code string) { s.kept = append(s.kept, code) }

// asksHelp is an input that only asks something.
var asksHelp = regexp.MustCompile(`^\s*help\s*(\(|$)`)

// Script gives the inputs that did not fail as a script for gneuron run. A name that
// inputs declared more than once is a var there, which may be. Where an input used _
// the script has a variable of that name.
func (s *Session) Script() (string, error) {
	var inputs []*saved
	times := map[string]int{} // that a name is declared
	usesLast := false
	for _, code := range s.kept {
		if asksHelp.MatchString(code) || strings.TrimSpace(code) == "" {
			continue
		}
		in := newSaved(code)
		for _, d := range in.declarations {
			for _, name := range d.names {
				times[name]++
			}
		}
		usesLast = usesLast || usesUnderscore.MatchString(code)
		inputs = append(inputs, in)
	}
	if len(inputs) == 0 {
		return "", &script.Error{Message: "there is nothing to save: no input has run without an error"}
	}
	var b strings.Builder
	if usesLast {
		b.WriteString("let _\n")
	}
	imported := map[string]bool{}
	for _, in := range inputs {
		in.declare(times)
		in.forgetImports(imported)
		if usesLast {
			in.setLast()
		}
		if text := strings.TrimSpace(in.text()); text != "" {
			text = strings.TrimRight(text, ";")
			if strings.Contains(lastLine(text), "//") {
				text += "\n"
			}
			b.WriteString(text + ";\n")
		}
	}
	return b.String(), nil
}

func lastLine(text string) string { return text[strings.LastIndexByte(text, '\n')+1:] }

// saved is an input with what must be changed in it.
type saved struct {
	code         string
	declarations []declaration
	value        int // where the expression begins that gives its value; -1: there is none
	edits        []edit
}

// edit replaces a part of a text, in bytes.
type edit struct {
	from, to int
	text     string
}

// declaration is a statement at the top level that declares names.
type declaration struct {
	at      int
	keyword string // const, let, var, class, function
	names   []string
	bare    []int // ends of the names that let declares without a value
}

var (
	usesUnderscore = regexp.MustCompile(`(?:^|[^\w$.])_(?:$|[^\w$])`)
	nameAhead      = regexp.MustCompile(`^[\p{L}\p{N}_$]*`)
)

// newSaved reads an input. The engine's parser knows no imports: they are left out of
// the reading, and what cannot be read without them is saved as it is.
func newSaved(code string) *saved {
	in := &saved{code: code, value: -1}
	if strings.HasPrefix(strings.TrimSpace(code), "{") {
		if object, err := parse("", "("+code+"\n)"); err == nil && len(object.Body) == 1 {
			in.edits = []edit{{0, 0, "("}, {len(code), len(code), ")"}}
			return in
		}
	}
	text := code
	for _, at := range script.ImportsIn(code) {
		text = text[:at[0]] + strings.Repeat(" ", at[1]-at[0]) + text[at[1]:]
	}
	var body []ast.Statement
	shift := 1 // places count from 1
	if prg, err := parse("", text); err == nil {
		body = prg.Body
	} else if prg, err := parse("", asyncPrefix+text+asyncSuffix); err == nil {
		shift += len(asyncPrefix)
		body = prg.Body[0].(*ast.ExpressionStatement).Expression.(*ast.ArrowFunctionLiteral).Body.(*ast.BlockStatement).List
	}
	for _, stmt := range body {
		in.read(stmt, shift)
	}
	if n := len(body); n > 0 {
		if stmt, ok := body[n-1].(*ast.ExpressionStatement); ok {
			if _, sequence := stmt.Expression.(*ast.SequenceExpression); !sequence {
				in.value = int(stmt.Idx0()) - shift
				for in.value > 0 && strings.HasSuffix(strings.TrimRight(code[:in.value], " \t"), "(") { // places leave brackets out
					in.value = strings.LastIndexByte(code[:in.value], '(')
				}
			}
		}
	}
	return in
}

// read notes what a statement declares.
func (in *saved) read(stmt ast.Statement, shift int) {
	d := declaration{at: int(stmt.Idx0()) - shift}
	var list []*ast.Binding
	switch stmt := stmt.(type) {
	case *ast.VariableStatement:
		d.keyword, list = "var", stmt.List
	case *ast.LexicalDeclaration:
		d.keyword, list = stmt.Token.String(), stmt.List
	case *ast.ClassDeclaration:
		d.keyword, d.names = "class", []string{stmt.Class.Name.Name.String()}
	case *ast.FunctionDeclaration:
		d.keyword, d.names = "function", []string{stmt.Function.Name.Name.String()}
	default:
		return
	}
	for _, b := range list {
		for _, id := range script.BoundNames(b.Target) {
			d.names = append(d.names, id.Name.String())
		}
		if b.Initializer == nil && d.keyword == "let" {
			at := int(b.Target.Idx0()) - shift
			d.bare = append(d.bare, at+len(nameAhead.FindString(in.code[at:])))
		}
	}
	in.declarations = append(in.declarations, d)
}

// declare makes var of what is declared more than once.
func (in *saved) declare(times map[string]int) {
	for _, d := range in.declarations {
		if !slices.ContainsFunc(d.names, func(name string) bool { return times[name] > 1 }) {
			continue
		}
		switch d.keyword {
		case "class":
			in.edits = append(in.edits, edit{d.at, d.at, "var " + d.names[0] + " = "})
		case "function":
			// The word async, which stands before, is none of the statement's places.
			at := d.at
			if before := strings.TrimRight(in.code[:at], " \t"); strings.HasSuffix(before, "async") {
				at = len(before) - len("async")
			}
			in.edits = append(in.edits, edit{at, at, "var " + d.names[0] + " = "})
		case "const", "let":
			in.edits = append(in.edits, edit{d.at, d.at + len(d.keyword), "var"})
			for _, end := range d.bare { // a fresh variable
				in.edits = append(in.edits, edit{end, end, " = undefined"})
			}
		}
	}
}

// forgetImports takes out imports that stand in the script already.
func (in *saved) forgetImports(imported map[string]bool) {
	for _, at := range script.ImportsIn(in.code) {
		line := strings.TrimRight(strings.TrimSpace(in.code[at[0]:at[1]]), ";")
		if imported[line] {
			in.edits = append(in.edits, edit{at[0], at[1], ""})
		}
		imported[line] = true
	}
}

// setLast keeps the value of the input in _.
func (in *saved) setLast() {
	if in.value >= 0 {
		in.edits = append(in.edits, edit{in.value, in.value, "_ = "})
	} else if len(in.edits) > 0 && in.edits[0].text == "(" { // an object
		in.edits[0].text = "_ = ("
	}
}

// text is the input with its changes.
func (in *saved) text() string {
	slices.SortStableFunc(in.edits, func(a, b edit) int { return b.from - a.from })
	text := in.code
	for _, e := range in.edits {
		text = text[:e.from] + e.text + text[e.to:]
	}
	return text
}
