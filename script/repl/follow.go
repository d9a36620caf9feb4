package repl

import (
	"regexp"
	"strconv"

	"github.com/dop251/goja"
)

// chain is a name with what is behind it of properties, literal indices and calls with
// one number, such as soma(0.5).hh or cells[0].soma(1).
const chain = `[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[\d+\]|\["[^"]*"\]|\['[^']*'\]|\(\s*[\d.]+\s*\))*`

var (
	chainText = regexp.MustCompile(`^` + chain + `$`)
	step      = regexp.MustCompile(`^(?:\??\.?([A-Za-z_$][\w$]*)|\[(\d+)\]|\["([^"]*)"\]|\['([^']*)'\]|\(\s*([\d.]+)\s*\))`)
)

// follow gives the value of a chain that starts at a global name, or nil. No getter of
// a script runs, and a call is made only of a host object, such as a section.
func (s *Session) follow(expr string) goja.Value {
	var v goja.Value
	for first := true; expr != ""; first = false {
		m := step.FindStringSubmatch(expr)
		if m == nil {
			return nil
		}
		expr = expr[len(m[0]):]
		switch {
		case first:
			v = s.rt.Property(s.rt.VM().GlobalObject(), m[1])
		case m[5] != "":
			call, ok := goja.AssertFunction(v)
			x, err := strconv.ParseFloat(m[5], 64)
			if !ok || err != nil || s.rt.Host(v) == nil {
				return nil
			}
			if v, err = call(goja.Undefined(), s.rt.VM().ToValue(x)); err != nil {
				return nil
			}
		default:
			v = s.rt.Property(v, m[1]+m[2]+m[3]+m[4])
		}
		if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
			return nil
		}
	}
	return v
}

var (
	// The name that ends a text, with what it is a property of.
	named = regexp.MustCompile(`(` + chain + `)$`)
	ahead = regexp.MustCompile(`^[\w$]*`)
)

// HelpAt tells about the name at a position in code (in bytes), or, behind the
// bracket of a call, about what is called; "" if nothing is known. No code of the
// user runs.
func (s *Session) HelpAt(code string, pos int) (text string) {
	pos = min(max(pos, 0), len(code))
	head := code[:pos] + ahead.FindString(code[pos:])
	for head != "" {
		if m := named.FindStringSubmatch(head); m != nil {
			if err := s.rt.Try(func() {
				if v := s.follow(m[1]); v != nil {
					text = s.about(v)
				}
			}); err == nil && text != "" {
				return text
			}
		}
		if head[len(head)-1] == ')' { // a whole call
			head = head[:len(head)-1]
		}
		head = head[:openBracket(head)]
	}
	return ""
}
