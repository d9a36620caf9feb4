package repl

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/script"
)

var (
	moduleString = regexp.MustCompile(`(?:\brequire\s*\(\s*|\bfrom\s+|\bimport\s+|\bimport\s*\(\s*)(["'])([^"'\n]*)$`)
	// A chain of names, literal indices and calls of a name with one number,
	// such as soma(0.5).hh, and the part of a name behind it.
	chain = regexp.MustCompile(`([A-Za-z_$][\w$]*(?:\(\s*[\d.]+\s*\))?(?:\.[A-Za-z_$][\w$]*|\[\d+\]|\["[^"]*"\]|\['[^']*'\])*)\.([A-Za-z_$][\w$]*)?$`)
	word  = regexp.MustCompile(`(^|[^\w$.])([A-Za-z_$][\w$]*)$`)
	step  = regexp.MustCompile(`^(?:\.?([A-Za-z_$][\w$]*)|\[(\d+)\]|\["([^"]*)"\]|\['([^']*)'\]|\(\s*([\d.]+)\s*\))`)
)

// keywords are completed like global names.
var keywords = []string{
	"async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delete", "do", "else",
	"extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return",
	"static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "yield",
}

// Complete lists what may stand at a position in code (in bytes): properties
// of live objects, globals, modules and files. The names replace the text from
// start to pos. No code of the user runs, except getters.
func (s *Session) Complete(code string, pos int) (start int, names []string) {
	head := code[:min(max(pos, 0), len(code))]
	if m := moduleString.FindStringSubmatch(head); m != nil {
		return len(head) - len(m[2]), s.modules(m[2])
	}
	err := s.rt.Try(func() {
		if m := chain.FindStringSubmatch(head); m != nil {
			start = len(head) - len(m[2])
			for _, name := range s.rt.PropertyNames(s.follow(m[1])) {
				if identifier.MatchString(name) {
					names = append(names, name)
				}
			}
			names = matching(names, m[2])
			return
		}
		partial := ""
		if m := word.FindStringSubmatch(head); m != nil {
			partial = m[2]
		} else if head != "" && !strings.ContainsAny(head[len(head)-1:], " \t\n([{,;=+-*/<>!&|?:") {
			start = len(head)
			return
		}
		start = len(head) - len(partial)
		names = append(s.rt.VM().GlobalObject().GetOwnPropertyNames(), keywords...)
		names = matching(names, partial)
	})
	if err != nil {
		return len(head), nil
	}
	return start, names
}

var identifier = regexp.MustCompile(`^[A-Za-z_$][\w$]*$`)

// matching keeps the names that start with a prefix, sorted and once each.
func matching(names []string, prefix string) []string {
	var out []string
	for _, name := range names {
		if strings.HasPrefix(name, prefix) && (prefix != "" || !strings.HasPrefix(name, "_")) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// follow gives the value of a chain that starts at a global name, or nil. A
// call is made only of a host object, such as a section, with a number.
func (s *Session) follow(expr string) goja.Value {
	var v goja.Value
	for first := true; expr != ""; first = false {
		m := step.FindStringSubmatch(expr)
		if m == nil {
			return nil
		}
		expr = expr[len(m[0]):]
		if first {
			v = s.rt.VM().Get(m[1])
		} else if m[5] != "" {
			call, ok := goja.AssertFunction(v)
			x, err := strconv.ParseFloat(m[5], 64)
			if !ok || err != nil || s.rt.Host(v) == nil {
				return nil
			}
			if v, err = call(goja.Undefined(), s.rt.VM().ToValue(x)); err != nil {
				return nil
			}
		} else {
			v = v.ToObject(s.rt.VM()).Get(m[1] + m[2] + m[3] + m[4])
		}
		if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
			return nil
		}
	}
	return v
}

var (
	// The name that ends a text, with what it is a property of.
	named = regexp.MustCompile(`([A-Za-z_$][\w$]*(?:\(\s*[\d.]+\s*\))?(?:\.[A-Za-z_$][\w$]*|\[\d+\]|\["[^"]*"\]|\['[^']*'\])*)$`)
	ahead = regexp.MustCompile(`^[\w$]*`)
)

// HelpAt tells about the name at a position in code (in bytes), or, behind the
// bracket of a call, about what is called; "" if nothing is known. No code of the
// user runs, except getters.
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

// openBracket finds the last bracket that is open at the end of a text, or 0.
func openBracket(text string) int {
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case ')', ']', '}':
			depth++
		case '(', '[', '{':
			if depth--; depth < 0 {
				return i
			}
		}
	}
	return 0
}

// modules lists the built-in modules and the script files that a partial
// module name may become.
func (s *Session) modules(partial string) []string {
	names := matching(s.rt.Modules(), partial)
	lead, base := filepath.Split(partial)
	entries, err := os.ReadDir(filepath.Join(s.rt.Dir(), lead))
	if err != nil {
		return names
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, base) || strings.HasPrefix(name, ".") {
			continue
		}
		if entry.IsDir() {
			names = append(names, lead+name+"/")
		} else if slices.Contains(script.ModuleEndings, filepath.Ext(name)) && filepath.Ext(name) != "" {
			names = append(names, lead+name)
		}
	}
	return names
}
