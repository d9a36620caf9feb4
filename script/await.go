package script

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/evanw/esbuild/pkg/api"
)

// A main script may await at its top level. Its statements are parsed inside
// an async function, because the engine knows no modules of its own.
const (
	asyncPrefix = "(async()=>{"
	asyncSuffix = "\n})"
)

// awaitsAtTop tells whether the transformer complains that CommonJS has no
// top-level await.
func awaitsAtTop(errs []api.Message) bool {
	return slices.ContainsFunc(errs, func(m api.Message) bool {
		return strings.HasPrefix(m.Text, "Top-level await is currently not supported")
	})
}

// asyncBody takes the statements out of the function that asyncPrefix and
// asyncSuffix put around them.
func asyncBody(prg *ast.Program) *ast.Program {
	arrow := prg.Body[0].(*ast.ExpressionStatement).Expression.(*ast.ArrowFunctionLiteral)
	body := arrow.Body.(*ast.BlockStatement)
	return &ast.Program{Body: body.List, DeclarationList: arrow.DeclarationList, File: prg.File}
}

var (
	importStatement = regexp.MustCompile(`(?m)^[ \t]*import\b\s*(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)\s*|\{([^}]*)\}\s*)?(?:from\s*)?("[^"\n]*"|'[^'\n]*')[ \t]*;?`)
	importAlias     = regexp.MustCompile(`([\w$]+|"[^"]*"|'[^']*')\s+as\s+`)
	exportPrefix    = regexp.MustCompile(`(?m)^export\s+((?:const|let|var|function|async|class)\b)`)
	exportDefault   = regexp.MustCompile(`(?m)^export\s+default\b`)
	exportList      = regexp.MustCompile(`(?m)^export\s*\{[^}]*\};?`)
)

// ImportsIn gives the places of the import statements in a text, as of
// regexp.FindAllStringIndex.
func ImportsIn(code string) [][]int { return importStatement.FindAllStringIndex(code, -1) }

// withoutExports puts blanks where a text exports something.
func withoutExports(code string) string {
	blank := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r == '\n' {
				return r
			}
			return ' '
		}, s)
	}
	code = exportList.ReplaceAllStringFunc(code, blank)
	code = exportDefault.ReplaceAllStringFunc(code, blank)
	return exportPrefix.ReplaceAllStringFunc(code, func(s string) string { return blank("export ") + s[len("export "):] })
}

// RewriteImports turns import statements at the start of a line into calls of
// require, and drops the word export: a main script and a line of the REPL have
// no importer. The number of lines stays.
func RewriteImports(code string) string {
	code = importStatement.ReplaceAllStringFunc(code, func(stmt string) string {
		m := importStatement.FindStringSubmatch(stmt)
		name, space, list, from := m[1], m[2], m[3], m[4]
		var out []string
		if name != "" {
			out = append(out, fmt.Sprintf("const %s = (m => m && m.__esModule ? m.default : m)(require(%s));", name, from))
		}
		if space != "" {
			out = append(out, fmt.Sprintf("const %s = require(%s);", space, from))
		}
		if strings.TrimSpace(list) != "" {
			list = importAlias.ReplaceAllString(strings.Join(strings.Fields(list), " "), "$1: ")
			out = append(out, fmt.Sprintf("const { %s } = require(%s);", list, from))
		}
		if len(out) == 0 {
			out = append(out, fmt.Sprintf("require(%s);", from))
		}
		return strings.Join(out, " ") + strings.Repeat("\n", strings.Count(stmt, "\n"))
	})
	code = exportList.ReplaceAllStringFunc(code, func(stmt string) string {
		return strings.Repeat("\n", strings.Count(stmt, "\n"))
	})
	code = exportDefault.ReplaceAllString(code, "exports.default =")
	return exportPrefix.ReplaceAllString(code, "$1")
}
