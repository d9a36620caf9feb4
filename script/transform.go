package script

import (
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"
	"github.com/gneuron/gneuron/fault"
	"github.com/go-sourcemap/sourcemap"
)

// maxNesting bounds how deep brackets may nest in a source: the parser is
// recursive, and a source made to exhaust the stack must not end the process.
const maxNesting = 3000

// source is a text that has been given to the engine.
type source struct {
	name        string // as messages show it
	text        string // as written
	lines       []string
	prg         *ast.Program
	transformed bool   // prg comes from the transformer; positions are mapped back to text
	internal    bool   // part of gneuron: left out of call stacks
	async       bool   // awaits at its top level
	shift       int    // bytes that were put before the first line to parse it
	mapping     []byte // source map of what the transformer made
}

// line gives a line of the text, counted from 1, or "".
func (s *source) line(n int) string {
	if s.lines == nil {
		s.lines = strings.Split(s.text, "\n")
	}
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return strings.TrimSuffix(s.lines[n-1], "\r")
}

// column converts the engine's column, which counts bytes, to characters. The
// engine places a call at its parenthesis and a property at its name; here a
// call is at the name that is called, too. It is below 1 before the text.
func (s *source) column(line, col int) int {
	if line == 1 {
		col -= s.shift
	}
	text := s.line(line)
	if !s.transformed {
		col = runeColumn(text, col)
	}
	before, after := cutRunes(text, col-1)
	if before == "" || !strings.HasPrefix(after, "(") {
		return col
	}
	for {
		r, size := utf8.DecodeLastRuneInString(before)
		if size == 0 || !isNameRune(r) {
			return col
		}
		before = before[:len(before)-size]
		col--
	}
}

// cutRunes cuts a text behind n characters; where it has not so many, after is "".
func cutRunes(text string, n int) (before, after string) {
	for i := range text {
		if n <= 0 {
			return text[:i], text[i:]
		}
		n--
	}
	return text, ""
}

func isNameRune(r rune) bool {
	return r == '_' || r == '$' || r == '#' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// parse reads a source and remembers it for messages. What the engine does not
// understand as a plain script goes through the transformer: ES modules,
// TypeScript, newer syntax.
func (rt *Runtime) parse(name, text string) (*source, error) {
	src := &source{name: name, text: text}
	rt.sources[name] = src
	body := text
	if strings.HasPrefix(body, "#!") {
		body = "//" + body[2:]
	}
	if line, col := tooDeep(body); line > 0 {
		return nil, src.syntaxError(line, col, "the brackets are nested too deep")
	}
	var parseErr error
	if !src.typed() {
		src.prg, parseErr = parser.ParseFile(nil, name, body, 0, parser.WithDisableSourceMaps)
	}
	if src.prg == nil || parseErr != nil {
		if err := src.transform(body); err != nil {
			return nil, err
		}
	}
	if emptyLoop.MatchString(text) {
		placeEmptyLoops(src.prg)
	}
	return src, nil
}

var (
	blockComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	lineComment  = regexp.MustCompile(`//[^\n]*`)
	namedImport  = regexp.MustCompile(`(?m)^\s*import\s+(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*["']([^"']+)["']`)
)

// imports lists the names that a source imports, by module. Those of TypeScript may
// be types, which no module exports.
func (s *source) imports() map[string][]string {
	if s == nil || !s.transformed || s.typed() {
		return nil
	}
	out := map[string][]string{}
	for _, m := range namedImport.FindAllStringSubmatch(blockComment.ReplaceAllString(s.text, ""), -1) {
		for item := range strings.SplitSeq(lineComment.ReplaceAllString(m[1], ""), ",") {
			if words := strings.Fields(item); len(words) > 0 {
				out[m[2]] = append(out[m[2]], words[0])
			}
		}
	}
	return out
}

// typed tells a source of TypeScript by its ending.
func (s *source) typed() bool {
	switch filepath.Ext(s.name) {
	case ".ts", ".mts", ".cts":
		return true
	}
	return false
}

// helper tells a function that the transformer put in, at no place of the text.
func (s *source) helper(f Frame) bool {
	return s.transformed && (strings.HasPrefix(f.Func, "__") && !strings.Contains(s.text, f.Func) || f.Func == "get" && !strings.Contains(s.line(f.Line), "get"))
}

// transform makes a CommonJS program of an ES module or TypeScript source.
func (s *source) transform(body string) error {
	loader := api.LoaderJS
	if s.typed() {
		loader = api.LoaderTS
	}
	options := api.TransformOptions{
		Loader:         loader,
		Format:         api.FormatCommonJS,
		Target:         api.ESNext,
		Supported:      map[string]bool{"for-await": false, "async-generator": false, "dynamic-import": false, "import-meta": false},
		Sourcemap:      api.SourceMapExternal,
		SourcesContent: api.SourcesContentExclude,
		Sourcefile:     "script.js", // of another ending a default import would be the whole module, as in node
		LogLevel:       api.LogLevelSilent,
		TsconfigRaw:    `{"compilerOptions":{"useDefineForClassFields":true,"verbatimModuleSyntax":false}}`,
	}
	result := api.Transform(body, options)
	code, prefix := string(result.Code), ""
	if awaitsAtTop(result.Errors) {
		options.Format = api.FormatESModule
		result = api.Transform(body, options)
		code, prefix, s.async = RewriteImports(string(result.Code)), asyncPrefix, true
	}
	if len(result.Errors) > 0 {
		return s.transformerError(result.Errors[0])
	}
	if s.async {
		code = prefix + code + asyncSuffix
	}
	prg, err := parser.ParseFile(nil, s.name, code, 0, parser.WithDisableSourceMaps)
	if err != nil {
		// Valid JavaScript that the engine does not know: its own complaint,
		// at the place in the source as written.
		_, err := parser.ParseFile(nil, s.name, body, 0, parser.WithDisableSourceMaps)
		return s.parserError(err)
	}
	shifted, err := shiftColumns(result.Map, len(prefix))
	if err != nil {
		return err
	}
	m, err := sourcemap.Parse("", shifted)
	if err != nil {
		return err
	}
	prg.File.SetSourceMap(m)
	if s.async {
		prg = asyncBody(prg)
	}
	s.prg, s.transformed, s.mapping = prg, true, shifted
	return nil
}

// transformerError describes a complaint of the transformer.
func (s *source) transformerError(m api.Message) error {
	if m.Location == nil {
		return s.syntaxError(0, 0, m.Text)
	}
	e := s.syntaxError(m.Location.Line, runeColumn(m.Location.LineText, m.Location.Column+1), m.Text)
	e.Hint = s.misread(e.Line, e.Message)
	return e
}

// LoadText makes of the text of a file what a session can run as an input, which has no
// exports: their names are those of the session. Of TypeScript it leaves the types out;
// lines may move.
func (rt *Runtime) LoadText(name, text string) (string, error) {
	if strings.HasPrefix(text, "#!") {
		text = "//" + text[2:]
	}
	if src := (&source{name: name, text: text}); src.typed() {
		result := api.Transform(text, api.TransformOptions{Loader: api.LoaderTS, Target: api.ESNext, LogLevel: api.LogLevelSilent,
			TsconfigRaw: `{"compilerOptions":{"useDefineForClassFields":true,"verbatimModuleSyntax":true}}`})
		if len(result.Errors) > 0 {
			return "", src.transformerError(result.Errors[0])
		}
		text = string(result.Code)
	}
	return withoutExports(text), nil
}

// parserError describes the engine's first complaint about a source.
func (s *source) parserError(err error) error {
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		p := list[0].Position
		e := s.syntaxError(p.Line, s.column(p.Line, p.Column), list[0].Message)
		e.Hint = s.misread(e.Line, e.Message)
		return e
	}
	return s.syntaxError(0, 0, "this syntax is not supported")
}

// compile makes a strict program of the parsed source.
func (s *source) compile(prg *ast.Program) (*goja.Program, error) {
	p, err := goja.CompileAST(prg, true)
	var bad *goja.CompilerSyntaxError
	if errors.As(err, &bad) {
		if bad.File == nil {
			return nil, s.syntaxError(0, 0, bad.Message)
		}
		pos := bad.File.Position(bad.Offset)
		return nil, s.syntaxError(pos.Line, s.column(pos.Line, pos.Column), bad.Message)
	}
	return p, err
}

// syntaxError makes the error for a place in the source.
func (s *source) syntaxError(line, col int, msg string) *Error {
	return &Error{File: s.name, Line: line, Column: col, Source: s.line(line), Class: className(fault.Syntax), Message: msg}
}

// tooDeep finds the bracket that goes beyond maxNesting, or gives 0, 0.
// Brackets in strings and comments count, too: no real source comes near.
func tooDeep(text string) (line, col int) {
	depth, line, start := 0, 1, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[', '{':
			depth++
			if depth > maxNesting {
				return line, runeColumn(text[start:], i-start+1)
			}
		case ')', ']', '}':
			depth--
		case '\n':
			line++
			start = i + 1
		}
	}
	return 0, 0
}

// modelErrorProgram is the class behind Runtime.ModelError; the compiled form
// holds no state and serves every Runtime.
var modelErrorProgram = sync.OnceValue(func() *goja.Program {
	return goja.MustCompile("gneuron", `(class ModelError extends Error { get name() { return "ModelError" } })`, true)
})
