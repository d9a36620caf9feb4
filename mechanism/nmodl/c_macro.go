package nmodl

import (
	"maps"
	"strconv"
	"sync"

	"github.com/gneuron/gneuron/fault"
)

// cMacro is a #define.
type cMacro struct {
	name     string
	params   []string
	function bool
	body     []cToken
}

// cMacros are the macros known at a place. Those of a plain build of NEURON
// 8.2.2 are there from the start.
type cMacros struct {
	known  map[string]*cMacro
	budget int // tokens that expansion may still make
}

func newMacros() *cMacros {
	return &cMacros{known: maps.Clone(predefined()), budget: maxExpansion}
}

// predefined are the macros that are there from the start.
var predefined = sync.OnceValue(func() map[string]*cMacro {
	known := map[string]*cMacro{}
	for name, text := range map[string]string{
		"NRN_VERSION_MAJOR": "8", "NRN_VERSION_MINOR": "2", "NRN_VERSION_PATCH": "2",
		"NRN_VERSION_GTEQ_8_2_0": "1", "NULL": "0", "NULLobject": "0", "TRUE": "1", "FALSE": "0",
		"M_PI": "3.14159265358979323846", "M_PI_2": "1.57079632679489661923", "M_PI_4": "0.78539816339744830962",
		"M_E": "2.7182818284590452354", "M_SQRT2": "1.41421356237309504880", "M_LN2": "0.69314718055994530942",
		"DBL_MAX": "1.7976931348623157e308", "DBL_MIN": "2.2250738585072014e-308", "DBL_EPSILON": "2.220446049250313e-16",
		"INT_MAX": "2147483647", "UINT_MAX": "4294967295u", "RAND_MAX": "2147483647", "EOF": "(-1)",
		"_threadargscomma_": "", "_threadargs_": "", "_threadargsproto_": "", "_threadargsprotocomma_": "", "_internalthreadargs_": "", "_internalthreadargscomma_": "",
		"HUGE_VAL": "1e999", "INFINITY": "1e999",
	} {
		known[name] = &cMacro{name: name, body: lexC(&Verbatim{Text: text})}
	}
	return known
})

// preprocess obeys the # lines of a text and expands macros. NMODL statements
// that a #if leaves out are left out, too, as they are in NEURON.
func (m *cMacros) preprocess(list []cToken) []cToken {
	out := make([]cToken, 0, len(list))
	// A level of #if: whether its text counts, whether a branch was taken, and
	// whether the text around counts.
	type level struct{ on, taken, outer bool }
	var levels []level
	on := func() bool { return len(levels) == 0 || levels[len(levels)-1].on }
	for i := 0; i < len(list); {
		t := list[i]
		if !(t.line && t.kind == cPunct && t.text == "#") {
			if on() {
				out = append(out, t)
			}
			i++
			continue
		}
		end := i + 1
		for end < len(list) && !list[end].line && list[end].kind != cStmt {
			end++
		}
		words := list[i+1 : end]
		i = end
		if len(words) == 0 {
			continue
		}
		rest := words[1:]
		name := ""
		if len(rest) > 0 {
			name = rest[0].text
		}
		top := len(levels) - 1
		switch words[0].text {
		case "define":
			if on() && name != "" {
				m.define(rest)
			}
		case "undef":
			if on() {
				delete(m.known, name)
			}
		case "ifdef", "ifndef":
			c := on() && (m.known[name] != nil) == (words[0].text == "ifdef")
			levels = append(levels, level{c, c, on()})
		case "if":
			c := on() && m.condition(rest)
			levels = append(levels, level{c, c, on()})
		case "elif":
			if top >= 0 {
				l := &levels[top]
				l.on = l.outer && !l.taken && m.condition(rest)
				l.taken = l.taken || l.on
			}
		case "else":
			if top >= 0 {
				l := &levels[top]
				l.on = l.outer && !l.taken
				l.taken = true
			}
		case "endif":
			if top >= 0 {
				levels = levels[:top]
			}
		}
	}
	return m.expand(out, 0)
}

// define reads NAME text or NAME(a, b) text.
func (m *cMacros) define(words []cToken) {
	d := &cMacro{name: words[0].text, body: words[1:]}
	if len(d.body) > 0 && d.body[0].text == "(" && !d.body[0].blank && d.body[0].kind == cPunct {
		d.function = true
		i := 1
		for i < len(d.body) && d.body[i].text != ")" {
			if d.body[i].kind == cName {
				d.params = append(d.params, d.body[i].text)
			}
			i++
		}
		d.body = d.body[min(i+1, len(d.body)):]
	}
	m.known[d.name] = d
}

// maxExpansion limits what the macros of a file may grow to.
const maxExpansion = 200000

// expand replaces macros by their bodies.
func (m *cMacros) expand(list []cToken, depth int) []cToken {
	out := make([]cToken, 0, len(list))
	for i := 0; i < len(list); i++ {
		t := list[i]
		if t.kind != cName {
			out = append(out, t)
			continue
		}
		d := m.known[t.text]
		if d == nil || t.hide[t.text] || depth > 40 || m.budget <= 0 {
			out = append(out, t)
			continue
		}
		body := d.body
		if d.function {
			args, end, ok := macroArguments(list, i+1)
			if !ok {
				out = append(out, t)
				continue
			}
			for k := range args {
				args[k] = m.expand(args[k], depth+1)
			}
			body = d.substitute(args)
			i = end
		}
		m.budget -= len(body)
		hidden := make([]cToken, len(body))
		hide := map[string]bool{t.text: true}
		maps.Copy(hide, t.hide)
		for k, b := range body {
			b.pos, b.line, b.hide = t.pos, false, hide
			hidden[k] = b
		}
		out = append(out, m.expand(hidden, depth+1)...)
	}
	return out
}

// macroArguments reads (a, b) from list[i] on.
func macroArguments(list []cToken, i int) (args [][]cToken, end int, ok bool) {
	if i >= len(list) || list[i].text != "(" || list[i].kind != cPunct {
		return nil, 0, false
	}
	depth, start := 0, i+1
	for k := i; k < len(list); k++ {
		if list[k].kind != cPunct {
			continue
		}
		switch list[k].text {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			if depth--; depth == 0 {
				if k > start || len(args) > 0 {
					args = append(args, list[start:k])
				}
				return args, k, true
			}
		case ",":
			if depth == 1 {
				args = append(args, list[start:k])
				start = k + 1
			}
		}
	}
	return nil, 0, false
}

// substitute puts arguments into the body of a macro.
func (d *cMacro) substitute(args [][]cToken) []cToken {
	var out []cToken
	for i := 0; i < len(d.body); i++ {
		t := d.body[i]
		if t.kind == cPunct && t.text == "##" && len(out) > 0 && i+1 < len(d.body) {
			i++
			out[len(out)-1].text += d.body[i].text
			continue
		}
		k := -1
		for n, p := range d.params {
			if t.kind == cName && t.text == p {
				k = n
			}
		}
		switch {
		case k < 0:
			out = append(out, t)
		case k < len(args):
			out = append(out, args[k]...)
		}
	}
	return out
}

// condition computes the expression of a #if; what it does not know is 0.
func (m *cMacros) condition(words []cToken) bool {
	var list []cToken
	for i := 0; i < len(words); i++ {
		t := words[i]
		if t.text == "defined" || t.text == "NRN_VERSION_GTEQ" {
			var name string
			if t.text == "defined" && i+1 < len(words) && words[i+1].kind == cName {
				i++
				name = words[i].text
			} else if args, end, ok := macroArguments(words, i+1); ok {
				i = end
				if t.text == "NRN_VERSION_GTEQ" {
					list = append(list, cToken{kind: cNumber, text: versionAtLeast(args), pos: t.pos})
					continue
				}
				if len(args) == 1 && len(args[0]) == 1 {
					name = args[0][0].text
				}
			}
			yes := "0"
			if m.known[name] != nil || name == "NRN_VERSION_GTEQ" {
				yes = "1"
			}
			list = append(list, cToken{kind: cNumber, text: yes, pos: t.pos})
			continue
		}
		list = append(list, t)
	}
	list = m.expand(list, 0)
	for i := range list {
		if list[i].kind == cName {
			list[i].kind, list[i].text = cNumber, "0"
		}
	}
	p := &cParser{list: list}
	x, err := p.wholeExpression()
	if err != nil {
		return false
	}
	k, ok := cConstant(x)
	return ok && k != 0
}

// versionAtLeast is "1" if 8.2.2 is not before the version.
func versionAtLeast(args [][]cToken) string {
	for k, have := range []int{8, 2, 2} {
		if k >= len(args) || len(args[k]) != 1 {
			return "0"
		}
		want, _ := strconv.Atoi(args[k][0].text)
		if have != want {
			if have > want {
				return "1"
			}
			return "0"
		}
	}
	return "1"
}

// cConstant computes an expression of integers.
func cConstant(x cExpr) (int64, bool) {
	truth := func(b bool) int64 {
		if b {
			return 1
		}
		return 0
	}
	switch x := x.(type) {
	case *cNum:
		return x.whole, !x.real
	case *cUnary:
		y, ok := cConstant(x.x)
		switch x.op {
		case "-":
			return -y, ok
		case "+":
			return y, ok
		case "!":
			return truth(y == 0), ok
		case "~":
			return ^y, ok
		}
	case *cCast:
		return cConstant(x.x)
	case *cCond:
		c, ok := cConstant(x.c)
		if !ok {
			return 0, false
		}
		if c != 0 {
			return cConstant(x.x)
		}
		return cConstant(x.y)
	case *cSizeof:
		if x.typ != nil {
			return x.typ.bytes(), true
		}
	case *cBinary:
		a, okA := cConstant(x.x)
		b, okB := cConstant(x.y)
		if x.op == "&&" && okA && a == 0 {
			return 0, true
		}
		if x.op == "||" && okA && a != 0 {
			return 1, true
		}
		if !okA || !okB {
			return 0, false
		}
		switch x.op {
		case "+":
			return a + b, true
		case "-":
			return a - b, true
		case "*":
			return a * b, true
		case "/":
			if b == 0 {
				return 0, false
			}
			return a / b, true
		case "%":
			if b == 0 {
				return 0, false
			}
			return a % b, true
		case "<<":
			return a << (uint64(b) & 63), true
		case ">>":
			return a >> (uint64(b) & 63), true
		case "<":
			return truth(a < b), true
		case ">":
			return truth(a > b), true
		case "<=":
			return truth(a <= b), true
		case ">=":
			return truth(a >= b), true
		case "==":
			return truth(a == b), true
		case "!=":
			return truth(a != b), true
		case "&":
			return a & b, true
		case "|":
			return a | b, true
		case "^":
			return a ^ b, true
		case "&&":
			return truth(a != 0 && b != 0), true
		case "||":
			return truth(a != 0 || b != 0), true
		}
	}
	return 0, false
}

// cError is a place where the text is not of the subset of C.
type cError struct {
	pos fault.Pos
	msg string
}

func (e *cError) Error() string { return e.msg }
