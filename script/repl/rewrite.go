package repl

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
	"github.com/dop251/goja/token"
	"github.com/gneuron/gneuron/script"
)

// input is one entry, ready to run in the global scope.
type input struct {
	cell     script.Cell
	assigned []string        // names that let, const, class or an initialised var give a new value
	declare  *ast.Program    // declares the names of an input that awaits, nil for others
	async    bool            // the program's value is the promise of the input's value
	kinds    map[string]bool // declared names: true for let, const and class
	twice    bool            // a name is declared twice within the input
}

// errTwice is the error of an input that declares a name twice; the engine does
// not see it once the declarations are rewritten.
var errTwice = errors.New("a name is declared twice")

const (
	asyncPrefix = "(async()=>{"
	asyncSuffix = "\n})"
)

var awaits = regexp.MustCompile(`\bawait\b`)

// prepare parses code and rewrites its syntax tree, never its text, so that
// every position stays as written: the declarations of let, const and class at
// the top level become variables of the global object, which may be declared
// again. (Only behind an import on the same line columns are off.) The error is
// that of the parser.
func prepare(name, code string) (*input, error) {
	in, err := rewrite(name, code)
	if err == nil && in.twice {
		return nil, errTwice
	}
	return in, err
}

func rewrite(name, code string) (*input, error) {
	in := &input{kinds: map[string]bool{}, cell: script.Cell{Name: name, Text: code}}
	// An entry that starts with a brace and is an expression in parentheses
	// means an object, as {a: 1}.
	if strings.HasPrefix(strings.TrimSpace(code), "{") {
		if prg, err := parse(name, "("+code+"\n)"); err == nil && len(prg.Body) == 1 {
			in.cell.Program, in.cell.Shift = prg, 1
			return in, nil
		}
	}
	prg, err := parse(name, code)
	if err == nil {
		in.cell.Program = prg
		in.global(prg)
		return in, nil
	}
	text := script.RewriteImports(code)
	if text != code {
		if prg, err := parse(name, text); err == nil {
			in.cell.Program = prg
			in.global(prg)
			return in, nil
		}
	}
	if awaits.MatchString(text) {
		wrapped, asyncErr := parse(name, asyncPrefix+text+asyncSuffix)
		if asyncErr == nil {
			in.cell.Program, in.cell.Shift, in.async = wrapped, len(asyncPrefix), true
			in.awaiting(wrapped)
			return in, nil
		}
	}
	return nil, err
}

func parse(name, code string) (*ast.Program, error) {
	return parser.ParseFile(nil, name, code, 0, parser.WithDisableSourceMaps)
}

// value tells whether an input has a value to show: that of a loop at its end,
// which is that of its last turn, is none.
func (in *input) value() bool {
	body := in.cell.Program.Body
	if len(body) == 0 {
		return false
	}
	switch body[len(body)-1].(type) {
	case *ast.ForStatement, *ast.ForInStatement, *ast.ForOfStatement, *ast.WhileStatement, *ast.DoWhileStatement:
		return false
	}
	return true
}

// global turns the top-level declarations of a program into those of var.
func (in *input) global(prg *ast.Program) {
	for i, stmt := range prg.Body {
		switch stmt := stmt.(type) {
		case *ast.VariableStatement:
			in.note(stmt.List, false)
		case *ast.LexicalDeclaration:
			in.note(stmt.List, true)
			prg.Body[i] = variable(prg, stmt.Idx, initialised(stmt.List))
		case *ast.ClassDeclaration:
			list := classBinding(stmt)
			in.note(list, true)
			prg.Body[i] = variable(prg, stmt.Class.Class, list)
		}
	}
}

// note collects the names that the bindings of a statement assign; lexical
// ones, of let, const and class, are assigned with and without a value.
func (in *input) note(list []*ast.Binding, lexical bool) {
	for _, b := range list {
		for _, id := range script.BoundNames(b.Target) {
			name := id.Name.String()
			before, seen := in.kinds[name]
			in.twice = in.twice || seen && (lexical || before)
			in.kinds[name] = lexical
			if lexical || b.Initializer != nil {
				in.assigned = append(in.assigned, name)
			}
		}
	}
}

// variable makes a var statement, which the program must also list among its
// declarations.
func variable(prg *ast.Program, at file.Idx, list []*ast.Binding) ast.Statement {
	prg.DeclarationList = append(prg.DeclarationList, &ast.VariableDeclaration{Var: at, List: list})
	return &ast.VariableStatement{Var: at, List: list}
}

// initialised gives undefined to bindings without a value: let x, entered
// again, means a fresh x.
func initialised(list []*ast.Binding) []*ast.Binding {
	out := make([]*ast.Binding, len(list))
	for i, b := range list {
		out[i] = b
		if b.Initializer == nil {
			at := b.Target.Idx1()
			out[i] = &ast.Binding{Target: b.Target, Initializer: &ast.UnaryExpression{
				Operator: token.VOID, Idx: at, Operand: &ast.NumberLiteral{Idx: at, Literal: "0", Value: int64(0)},
			}}
		}
	}
	return out
}

func classBinding(stmt *ast.ClassDeclaration) []*ast.Binding {
	return []*ast.Binding{{Target: stmt.Class.Name, Initializer: stmt.Class}}
}

// awaiting turns an input that was parsed inside an async function into a call
// of that function, whose promise is the value. Its top-level declarations
// become assignments to global variables, functions first, and its last
// expression what the function returns.
func (in *input) awaiting(prg *ast.Program) {
	stmt := prg.Body[0].(*ast.ExpressionStatement)
	arrow := stmt.Expression.(*ast.ArrowFunctionLiteral)
	body := arrow.Body.(*ast.BlockStatement)
	in.declare = &ast.Program{File: prg.File}
	var hoisted, rest []ast.Statement
	for _, s := range body.List {
		switch s := s.(type) {
		case *ast.VariableStatement:
			in.note(s.List, false)
			in.declareNames(s.Var, s.List)
			// The function must not have variables of the same names.
			arrow.DeclarationList = slices.DeleteFunc(arrow.DeclarationList, func(d *ast.VariableDeclaration) bool { return d.Var == s.Var })
			rest = append(rest, assignments(s.List)...)
		case *ast.LexicalDeclaration:
			in.note(s.List, true)
			in.declareNames(s.Idx, s.List)
			rest = append(rest, assignments(initialised(s.List))...)
		case *ast.ClassDeclaration:
			list := classBinding(s)
			in.note(list, true)
			in.declareNames(s.Class.Class, list)
			rest = append(rest, assignments(list)...)
		case *ast.FunctionDeclaration:
			list := []*ast.Binding{{Target: s.Function.Name, Initializer: s.Function}}
			in.declareNames(s.Function.Function, list)
			hoisted = append(hoisted, assignments(list)...)
		default:
			rest = append(rest, s)
		}
	}
	if n := len(rest); n > 0 && len(body.List) > 0 {
		if last, ok := body.List[len(body.List)-1].(*ast.ExpressionStatement); ok {
			rest[n-1] = &ast.ReturnStatement{Return: last.Idx0(), Argument: last.Expression}
		}
	}
	body.List = append(hoisted, rest...)
	stmt.Expression = &ast.CallExpression{Callee: arrow, LeftParenthesis: arrow.Start, RightParenthesis: arrow.Start}
}

// declareNames adds variables without values to the input's declarations.
func (in *input) declareNames(at file.Idx, list []*ast.Binding) {
	var names []*ast.Binding
	for _, b := range list {
		for _, id := range script.BoundNames(b.Target) {
			names = append(names, &ast.Binding{Target: id})
		}
	}
	in.declare.Body = append(in.declare.Body, variable(in.declare, at, names))
}

// assignments makes one statement per binding that has a value.
func assignments(list []*ast.Binding) []ast.Statement {
	var out []ast.Statement
	for _, b := range list {
		if b.Initializer != nil {
			out = append(out, &ast.ExpressionStatement{Expression: &ast.AssignExpression{
				Operator: token.ASSIGN, Left: b.Target, Right: b.Initializer,
			}})
		}
	}
	return out
}
