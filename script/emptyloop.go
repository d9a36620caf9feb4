package script

import (
	"reflect"
	"regexp"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"
)

// emptyLoop recognises a text that may have an endless loop with nothing in it.
var emptyLoop = regexp.MustCompile(`(?:while\s*\([^()]*\)|for\s*\([^()]*\))\s*(?:;|\{\s*\})|do\s*(?:;|\{\s*\})\s*while`)

// placeEmptyLoops gives loops such as while (true) {} a body of one name. The
// engine's code for an empty one has no position, and a script that was stopped
// in it would seem to be at the statement before.
func placeEmptyLoops(prg *ast.Program) {
	fill := func(test ast.Expression, body *ast.Statement, at file.Idx) {
		switch test.(type) {
		case nil, *ast.BooleanLiteral, *ast.NumberLiteral:
		default:
			return
		}
		switch b := (*body).(type) {
		case *ast.EmptyStatement:
		case *ast.BlockStatement:
			if len(b.List) > 0 {
				return
			}
		default:
			return
		}
		name := &ast.Identifier{Name: unistring.NewFromString("undefined"), Idx: at}
		*body = &ast.BlockStatement{LeftBrace: at, List: []ast.Statement{&ast.ExpressionStatement{Expression: name}}, RightBrace: at}
	}
	walk(reflect.ValueOf(prg.Body), 0, func(node any) {
		switch n := node.(type) {
		case *ast.WhileStatement:
			fill(n.Test, &n.Body, n.While)
		case *ast.DoWhileStatement:
			fill(n.Test, &n.Body, n.Do)
		case *ast.ForStatement:
			if n.Update == nil && n.Initializer == nil {
				fill(n.Test, &n.Body, n.For)
			}
		}
	})
}
