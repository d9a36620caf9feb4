package repl

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/script"
)

// keywords are completed like global names.
var keywords = []string{
	"async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delete", "do", "else",
	"extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return",
	"static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "yield",
}

var (
	moduleCall = regexp.MustCompile(`(?:\brequire\s*\(\s*|\bfrom\s+|\bimport\s+|\bimport\s*\(\s*)$`)
	insertCall = regexp.MustCompile(`\.\s*(?:insert|uninsert|has_membrane)\s*\(\s*$`)
	fileCall   = regexp.MustCompile(`(?i)(?:load|save|read|write|open|file|import|input|exists|stat)\w*\s*\(\s*$`)
	helpCall   = regexp.MustCompile(`\bhelp\s*\(\s*$`)
	keyOf      = regexp.MustCompile(`(` + chain + `)\[\s*$`)
	dotted     = regexp.MustCompile(`(` + chain + `)\??\.([A-Za-z_$][\w$]*)?$`)
	word       = regexp.MustCompile(`(^|[^\w$.])([A-Za-z_$][\w$]*)$`)
	classCall  = regexp.MustCompile(`\b[nh]\.([A-Za-z_]\w*)\s*$`)
	optionKey  = regexp.MustCompile(`[{,]\s*([A-Za-z_$][\w$]*)?$`)
	identifier = regexp.MustCompile(`^[A-Za-z_$][\w$]*$`)
)

// Complete lists what may stand at a position in code (in bytes): properties of live
// objects, globals, options, and in strings mechanisms, modules, files and sections.
// The names replace the text from start to pos. No code of the user runs.
func (s *Session) Complete(code string, pos int) (start int, names []string) {
	head := code[:min(max(pos, 0), len(code))]
	err := s.rt.Try(func() {
		if at := openString(head); at >= 0 {
			start, names = at+1, s.inString(head[:at], head[at+1:])
		} else {
			start, names = s.inCode(head)
		}
	})
	if err != nil {
		return len(head), nil
	}
	return start, names
}

// inCode completes what stands in no string.
func (s *Session) inCode(head string) (start int, names []string) {
	if m := dotted.FindStringSubmatch(head); m != nil {
		for _, name := range s.rt.PropertyNames(s.follow(m[1])) {
			if identifier.MatchString(name) {
				names = append(names, name)
			}
		}
		return len(head) - len(m[2]), matching(names, m[2])
	}
	partial := ""
	if m := word.FindStringSubmatch(head); m != nil {
		partial = m[2]
	} else if head != "" && !strings.ContainsAny(head[len(head)-1:], " \t\n([{,;=+-*/<>!&|?:") {
		return len(head), nil
	}
	start = len(head) - len(partial)
	if options := s.options(head); len(matching(options, partial)) > 0 {
		return start, matching(options, partial)
	}
	names = append(s.rt.VM().GlobalObject().GetOwnPropertyNames(), keywords...)
	return start, matching(names, partial)
}

// options lists what an object of options that is being written may have, as the last
// argument of n.IClamp(soma(0.5), {.
func (s *Session) options(head string) []string {
	if !optionKey.MatchString(head) {
		return nil
	}
	brace := openBracket(head)
	if brace >= len(head) || head[brace] != '{' {
		return nil
	}
	call := openBracket(head[:brace])
	if call >= brace || head[call] != '(' {
		return nil
	}
	if m := classCall.FindStringSubmatch(head[:call]); m != nil {
		return s.rt.OptionNames(m[1])
	}
	return nil
}

// inString completes a string that starts behind before.
func (s *Session) inString(before, partial string) []string {
	switch {
	case moduleCall.MatchString(before):
		names := matching(s.rt.Modules(), partial)
		return append(names, s.files(partial, script.ModuleEndings)...)
	case insertCall.MatchString(before):
		return matching(s.rt.MechanismNames(), partial)
	case helpCall.MatchString(before):
		return matching(s.rt.HelpNames(), partial)
	case fileCall.MatchString(before):
		return s.files(partial, nil)
	}
	if m := keyOf.FindStringSubmatch(before); m != nil {
		return matching(s.rt.PropertyNames(s.follow(m[1])), partial)
	}
	return s.rt.SectionNames(partial, 1000)
}

// openString finds the quote of a string that is open at the end of a text; -1: there
// is none.
func openString(text string) int {
	at := -1
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case at >= 0 && c == '\\':
			i++
		case at >= 0 && (c == text[at] || c == '\n' && text[at] != '`'):
			at = -1
		case at >= 0:
		case c == '\'' || c == '"' || c == '`':
			at = i
		case c == '/' && strings.HasPrefix(text[i:], "//"):
			end := strings.IndexByte(text[i:], '\n')
			if end < 0 {
				return -1
			}
			i += end
		}
	}
	return at
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

// files lists the folders, and the files with one of some endings (nil: all), that a
// partial path may become.
func (s *Session) files(partial string, endings []string) []string {
	lead, base := filepath.Split(partial)
	dir := lead
	if rest, ok := strings.CutPrefix(lead, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			dir = filepath.Join(home, rest)
		}
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(s.rt.Dir(), dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, base) || base == "" && strings.HasPrefix(name, ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, name)) // a link to a folder is one
		switch {
		case err == nil && info.IsDir():
			names = append(names, lead+name+"/")
		case endings == nil || filepath.Ext(name) != "" && slices.Contains(endings, filepath.Ext(name)):
			names = append(names, lead+name)
		}
	}
	return names
}

// fileNames lists the files of a folder.
func fileNames(dir string) (names []string) {
	entries, _ := os.ReadDir(dir) // of a folder that is not there: none
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

var (
	commandStart = regexp.MustCompile(`^\s*(\.[A-Za-z]*)$`)
	commandHead  = regexp.MustCompile(`^\s*(\.[A-Za-z]+)\s+(.*)$`)
)

// completeLine completes a line of the terminal: commands and their arguments, or code.
func (t *console) completeLine(head string) (start int, names []string) {
	if m := commandStart.FindStringSubmatch(head); m != nil {
		for _, c := range commands() {
			names = append(names, c.name)
		}
		return len(head) - len(m[1]), matching(names, m[1])
	}
	m := commandHead.FindStringSubmatch(head)
	if m == nil {
		return t.Complete(head, len(head))
	}
	for _, c := range commands() {
		switch {
		case c.name != m[1]:
		case c.completes == "name":
			if !strings.Contains(m[2], ".") {
				return len(head) - len(m[2]), matching(t.rt.HelpNames(), m[2])
			}
			return t.Complete(head, len(head))
		case c.completes != "":
			return len(head) - len(m[2]), t.files(m[2], strings.Fields(c.completes))
		}
	}
	return len(head), nil
}
