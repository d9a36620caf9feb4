package script

import (
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// otherNames are names of other languages and their tools, with what stands for
// them here.
var otherNames = map[string]string{
	"None": "JavaScript writes null", "True": "JavaScript writes true", "False": "JavaScript writes false",
	"nil": "JavaScript writes null", "self": "JavaScript writes this", "pass": "JavaScript writes {} for an empty block",
	"elif": "JavaScript writes else if", "lambda": "JavaScript writes (x) => ...", "def": "JavaScript writes function name(x) { ... }",
	"not": "JavaScript writes !x", "and": "JavaScript writes &&", "or": "JavaScript writes ||",
	"len": "JavaScript writes x.length", "str": "JavaScript writes String(x)", "repr": "JavaScript writes String(x)",
	"int": "JavaScript writes Math.trunc(x)", "float": "JavaScript writes Number(x)", "bool": "JavaScript writes Boolean(x)",
	"range":     "JavaScript writes for (let i = 0; i < 10; i++), or [...Array(10).keys()] for a list",
	"enumerate": "JavaScript writes for (const [i, x] of list.entries())",
	"zip":       "JavaScript writes a.map((x, i) => [x, b[i]])",
	"list":      "JavaScript writes [...x]", "tuple": "JavaScript writes [...x]", "set": "JavaScript writes new Set(x)",
	"dict": "JavaScript writes { name: value }", "sorted": "JavaScript writes [...list].sort((a, b) => a - b)",
	"reversed": "JavaScript writes [...list].reverse()", "isinstance": "JavaScript writes x instanceof Class",
	"type": "JavaScript writes typeof x, or x.constructor.name", "input": "a script reads process.argv and files",
	"open": "fs.readText(path) and fs.writeText(path, text) read and write files", "format": "JavaScript writes `v = ${v.toFixed(2)}`",
	"sum": "JavaScript writes list.reduce((a, b) => a + b, 0); a Vector has sum()",
	"any": "JavaScript writes list.some((x) => ...)", "all": "JavaScript writes list.every((x) => ...)",
	"map": "JavaScript writes list.map((x) => ...)", "filter": "JavaScript writes list.filter((x) => ...)",
	"max": "JavaScript writes Math.max(...list); a Vector has max()", "min": "JavaScript writes Math.min(...list); a Vector has min()",
	"np": "there is no NumPy: n.Vector, Math and gneuron/analysis do such work", "numpy": "there is no NumPy: n.Vector, Math and gneuron/analysis do such work",
	"pd": "there is no pandas: gneuron/data reads and writes tables", "math": "JavaScript writes Math, as in Math.exp(x)",
	"sys": "process.argv and process.exit(code) do such work", "os": "fs and process do such work", "time": "performance.now() is the time in ms",
	"assert": `const { assert } = require("gneuron/test") has assert.equal(a, b) and assert.throws(f)`,
	"exit":   "process.exit() ends a script", "quit": "process.exit() ends a script",
	"objref": hocHint, "create": hocHint, "strdef": hocHint, "proc": hocHint, "xopen": hocHint,
}

const (
	hocHint  = "gneuron runs no HOC code; models are written in JavaScript"
	portHint = "this is Python; gneuron port FILE.py makes JavaScript of a script, gneuron port FILE.ipynb of a notebook"
)

// otherSyntax tells lines of other languages by their text, with what JavaScript
// has for them. The first that fits counts. They are compiled for the first error: a
// script without one need not wait for them.
var otherSyntax = sync.OnceValue(func() []otherLine {
	return []otherLine{
		{regexp.MustCompile(`^\s*(?:async\s+)?def\s+\w+\s*\(`), "this is Python: JavaScript writes function name(x) { ... }"},
		{regexp.MustCompile(`\blambda\b[^:]*:`), "this is Python: JavaScript writes (x) => ..."},
		{regexp.MustCompile(`^\s*(?:from\s+neuron\s+import|import\s+neuron)\b`), "this is Python: n, h and plt are there without an import"},
		{regexp.MustCompile(`^\s*(?:from\s+matplotlib\b|import\s+matplotlib\b)`), "this is Python: n, h and plt are there without an import"},
		{regexp.MustCompile(`^\s*(?:import|from)\s+numpy\b`), "this is Python: n.Vector, Math and gneuron/analysis stand for NumPy"},
		{regexp.MustCompile(`^\s*(?:from\s+[\w.]+\s+import\b|import\s+[\w.]+(?:\s+as\s+\w+)?\s*(?:,|;|$))`),
			`this is Python: JavaScript writes import { name } from "module"`},
		{regexp.MustCompile(`^\s*(?:if|while)\b[^({]*:\s*(?:#.*)?$`), "this is Python: JavaScript writes if (x > 0) { ... }, and while alike"},
		{regexp.MustCompile(`^\s*(?:\}\s*)?elif\b`), "this is Python: JavaScript writes else if (x > 0) { ... }"},
		{regexp.MustCompile(`\belif\b`), "this is Python: JavaScript writes else if (x > 0) { ... }"},
		{regexp.MustCompile(`^\s*(?:if|while)\b.*:\s*(?:#.*)?$`), "this is Python: JavaScript writes if (x > 0) { ... }, and while alike"},
		{regexp.MustCompile(`^\s*(?:if|while)\s+[^\s(]`), "JavaScript writes if (x > 0) { ... }, and while alike"},
		{regexp.MustCompile(`^\s*(?:global|nonlocal)\s+\w`), "this is Python: JavaScript sees the variables around a function without that"},
		{regexp.MustCompile(`^\s*assert\s`), "this is Python: JavaScript writes if (x < 0) throw new Error(\"...\")"},
		{regexp.MustCompile(`^\s*for\s+[\w, ]+\s+in\b.*:`), "this is Python: JavaScript writes for (const x of list) { ... }"},
		{regexp.MustCompile(`\bfor\s+[\w, ]+\s+in\b.*[\])]`), "this is Python: JavaScript writes list.map((x) => ...)"},
		{regexp.MustCompile(`^\s*(?:try|else|finally)\s*:`), "this is Python: JavaScript writes braces, as in try { ... } catch (e) { ... }"},
		{regexp.MustCompile(`^\s*except\b`), "this is Python: JavaScript writes try { ... } catch (e) { ... }"},
		{regexp.MustCompile(`^\s*class\s+\w+\s*(?:\([^)]*\))?\s*:`), "this is Python: JavaScript writes class Name { constructor() { ... } }"},
		{regexp.MustCompile(`^\s*class\s+\w+\s*\(`), "this is Python: JavaScript writes class Name extends Base { ... }"},
		{regexp.MustCompile(`^\s*with\s+.*:\s*$`), "this is Python: JavaScript has no with; fs.readText(path) and fs.writeText(path, text) read and write files"},
		{regexp.MustCompile(`^\s*raise\b`), `this is Python: JavaScript writes throw new Error("...")`},
		{regexp.MustCompile(`^\s*del\s+\w`), "this is Python: soma.delete() takes a section out of the model"},
		{regexp.MustCompile(`^\s*(?:print|printf)\s+["'\w]`), "JavaScript writes print(x)"},
		{regexp.MustCompile(`^\s*%\w`), "there are no magic commands; a notebook shows plots and values without them"},
		{regexp.MustCompile(`(?:^|[^\w$])[fF](?:"[^"]*"|'[^']*')`), "JavaScript writes `v = ${v}`"},
		{regexp.MustCompile(`^\s*(?:"""|''')`), "JavaScript writes /* ... */ for a comment, `...` for a text of several lines"},
		{regexp.MustCompile(`^\s*#|[;\s]#\s`), "JavaScript writes // for a comment"},
		{regexp.MustCompile(`\bis\s+not\b|\bnot\s+in\b`), "this is Python: JavaScript writes x !== y, and !list.includes(x)"},
		{regexp.MustCompile(`[\w)\]]\s+is\s+\w`), "this is Python: JavaScript writes x === y"},
		{regexp.MustCompile(`[\w)\]"']\s+(?:and|or)\s+[\w("'!-]|[(=\s]not\s+[\w(]`), "JavaScript writes && for and, || for or, !x for not"},
		{regexp.MustCompile(`[\w)\]"']\s+if\s+.+\s+else\s+`), "this is Python: JavaScript writes x > 0 ? a : b"},
		{regexp.MustCompile(`^\s*@\w+\s*$`), "this is Python, whose decorators JavaScript does not have"},
		{regexp.MustCompile(`^\s*(?:create|access|objref|strdef|proc|func|forall|forsec|xopen|connect)\s+\w|^\s*#include\b`), hocHint},
	}
})

// otherLine is a kind of line of another language.
type otherLine struct {
	line *regexp.Regexp
	hint string
}

// misread gives a hint for a line that cannot be understood.
func (s *source) misread(line int, message string) string {
	text := s.line(line)
	if strings.Contains(message, "Unexpected end") {
		return ""
	}
	for _, o := range otherSyntax() {
		if o.line.MatchString(text) {
			if strings.HasPrefix(o.hint, "this is Python: ") && s.python() {
				return portHint
			}
			return o.hint
		}
	}
	return ""
}

// python tells a whole program in Python from a line of it.
func (s *source) python() bool {
	lines := 0
	for text := range strings.Lines(s.text) {
		for _, o := range otherSyntax() {
			if strings.HasPrefix(o.hint, "this is Python: ") && o.line.MatchString(strings.TrimRight(text, "\r\n")) {
				lines++
				break
			}
		}
	}
	return lines > 2
}

// otherFile says what a file is that is no script; "" for what may be one.
func otherFile(path, text string) (message, hint string) {
	name := filepath.Base(path)
	switch filepath.Ext(path) {
	case ".py":
		return path + " is Python", "gneuron port " + path + " makes " + strings.TrimSuffix(name, ".py") + ".js of it"
	case ".ipynb":
		return path + " is a notebook", "gneuron port " + path + " makes one in JavaScript of a notebook in Python; gneuron kernel install lets Jupyter run it"
	case ".hoc":
		return path + " is HOC", hocHint
	case ".mod":
		return path + " is a mechanism", "gneuron mod check " + path + " checks it; n.load_mechanisms(folder) in a script makes it known"
	}
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return path + " is UTF-16", "save it as UTF-8"
	}
	return "", ""
}

// keywordArguments gives the options that a call means with name = value among its
// arguments, as { delay: 1 }; "" where the program has no call with that name.
func (s *source) keywordArguments(name string) string {
	if s.prg == nil {
		return ""
	}
	text, found := s.prg.File.Source(), ""
	walk(reflect.ValueOf(s.prg.Body), 0, func(node any) {
		var args []ast.Expression
		switch node := node.(type) {
		case *ast.CallExpression:
			args = node.ArgumentList
		case *ast.NewExpression:
			args = node.ArgumentList
		}
		var options []string
		meant := false
		for _, arg := range args {
			a, ok := arg.(*ast.AssignExpression)
			if !ok || a.Operator != token.ASSIGN {
				continue
			}
			id, ok := a.Left.(*ast.Identifier)
			if !ok {
				continue
			}
			from, to := int(a.Right.Idx0())-s.prg.File.Base(), int(a.Right.Idx1())-s.prg.File.Base()
			value := "..."
			if from >= 0 && from < to && to <= len(text) && to-from <= 30 {
				value = text[from:to]
			}
			options = append(options, id.Name.String()+": "+value)
			meant = meant || id.Name.String() == name
		}
		if meant && found == "" {
			found = "{ " + strings.Join(options, ", ") + " }"
		}
	})
	return found
}

// otherMembers are methods of other languages and environments, with those that do
// the same here.
var otherMembers = map[string][]string{
	"append": {"push"}, "push": {"append"}, "extend": {"push", "append"}, "concat": {"append"},
	"upper": {"toUpperCase"}, "lower": {"toLowerCase"}, "strip": {"trim"}, "lstrip": {"trimStart"}, "rstrip": {"trimEnd"},
	"startswith": {"startsWith"}, "endswith": {"endsWith"}, "index": {"indexOf"}, "len": {"length"}, "copy": {"slice"},
	"has_key": {"has"}, "remove": {"splice"}, "insert": {"splice"},
	"length": {"L"}, "resistance": {"Ra"}, "capacitance": {"cm"},
	"readFileSync": {"readText"}, "readFile": {"readText"}, "writeFileSync": {"writeText"}, "writeFile": {"writeText"}, "existsSync": {"exists"},
	"savefig": {"save"}, "save": {"savefig"}, "imshow": {"image"},
	"multiply": {"mul"}, "divide": {"div"}, "subtract": {"sub"}, "plus": {"add"}, "minus": {"sub"}, "times": {"mul"},
	"argmax": {"max_ind"}, "argmin": {"min_ind"}, "std": {"stdev"}, "clear": {"clear", "resize"}, "tolist": {"toArray"},
}

// otherCalls are methods of other languages and libraries that no method here does the
// work of, with what does.
var otherCalls = map[string]string{
	"sum": "n.Vector(list).sum() adds the numbers of a list", "mean": "n.Vector(list).mean() is the mean of a list",
	"max": "Math.max(...list) is the largest of a list", "min": "Math.min(...list) is the least of a list",
	"std": "n.Vector(list).stdev() is the standard deviation of a list", "format": "JavaScript writes `v = ${v.toFixed(2)}`",
	"items": "Object.entries(x) are the names and values of an object", "replace_all": `did you mean "replaceAll"?`,
	"get": "JavaScript writes x[name] ?? otherwise", "update": "JavaScript writes Object.assign(x, y)", "count": "JavaScript writes list.filter((x) => x === y).length",
}

// otherMember gives the method that somebody means with the name that another
// language has for it, of those that an object has, or of any where known is nil.
func otherMember(name string, known []string) string {
	for _, m := range otherMembers[name] {
		if known == nil || slices.Contains(known, m) {
			return m
		}
	}
	return ""
}

// namesOfSimulator are the globals of the simulator that a script cannot assign.
var namesOfSimulator = []string{"n", "h", "plt"}

// assignsSimulator finds by its text a program that may assign one.
var assignsSimulator = regexp.MustCompile(`(?:^|[^\w$.])(?:n|h|plt)\s*(?:[-+*/]?=[^=>]|of\b|\+\+|--)`)

// keepSimulator refuses a program that assigns n, h or plt and declares no variable
// of that name: what it meant is a variable of its own, and n would be gone.
func (rt *Runtime) keepSimulator(s *source) error {
	if s.internal || !assignsSimulator.MatchString(s.text) {
		return nil
	}
	var at *ast.Identifier
	assigned := func(e ast.Expression) {
		id, ok := e.(*ast.Identifier)
		if ok && at == nil && slices.Contains(namesOfSimulator, id.Name.String()) && rt.simulators[id.Name.String()] == rt.vm.Get(id.Name.String()) {
			at = id
		}
	}
	walk(reflect.ValueOf(s.prg.Body), 0, func(node any) {
		switch node := node.(type) {
		case *ast.AssignExpression:
			assigned(node.Left)
		case *ast.UnaryExpression:
			if node.Operator == token.INCREMENT || node.Operator == token.DECREMENT {
				assigned(node.Operand)
			}
		case *ast.ForIntoExpression:
			assigned(node.Expression)
		}
	})
	if at == nil || slices.Contains(declared(s.prg), at.Name.String()) {
		return nil
	}
	name := at.Name.String()
	e := s.at(at.Idx, name+" is the simulator and cannot be assigned")
	if name == "plt" {
		e.Message = "plt draws and cannot be assigned"
	}
	e.Class, e.Hint = className(fault.Type), "declare a variable of another name: let x = ..."
	return e
}

// at makes the error for a place of the syntax tree.
func (s *source) at(idx file.Idx, message string) *Error {
	p := s.prg.File.Position(int(idx) - s.prg.File.Base())
	return s.syntaxError(p.Line, s.column(p.Line, p.Column), message)
}

// declaration gives the line at which the top level or a function of a program
// declares a name; 0 if none does.
func (s *source) declaration(name string) int {
	for _, id := range declaredHere(s.prg) {
		if id.Name.String() == name {
			return s.prg.File.Position(int(id.Idx) - s.prg.File.Base()).Line
		}
	}
	return 0
}

// nearest gives the name of those that somebody means: one that is spelt alike, or
// that does what the name does in another language.
func nearest(name string, known []string) string {
	if other := otherMember(name, known); other != "" {
		return other
	}
	return spell.Nearest(name, known)
}
