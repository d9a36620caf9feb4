package reference

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// code are the pieces of a text that are code without saying so.
	code    = regexp.MustCompile("`[^`]*`" + `|\b(?:n|plt|soma\([\w.]*\)|soma|dend|seg|section|segment|instance|nc|ref|row|v|m|pc)\.[\p{L}_][\w.]*(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)(?:\.\w+\([^()\n]*\))*)?(?:\[\w\])*|\b_ref_\w+|\b[a-z]\w*\((?:segment|x|fn|vector|sec|i|set)?\)`)
	special = strings.NewReplacer("*", `\*`, "_", `\_`, "<", `\<`, "|", `\|`)
	indent  = regexp.MustCompile(`^(?:\t| {2,})`)
	failing = regexp.MustCompile(`(?:^|\. |; )([Aa]n error [^.;]*)(?:[.;]|$)`)
	ending  = regexp.MustCompile(`\.\s`)
)

// text writes a documentation text in Markdown: indented lines are code.
func (w *writer) text(doc string) string {
	var b strings.Builder
	lines := strings.Split(strings.TrimSpace(doc), "\n")
	for i, line := range lines {
		switch {
		case indent.MatchString(line):
			if i > 0 && lines[i-1] != "" && !indent.MatchString(lines[i-1]) {
				b.WriteString("\n")
			}
			line = strings.ReplaceAll(line, "\t", "    ")
			b.WriteString(strings.Repeat(" ", max(0, 4-len(line)+len(strings.TrimLeft(line, " ")))) + line + "\n")
		default:
			b.WriteString(marked(line) + "\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// marked marks the code in a line, and keeps the rest from being taken for Markdown.
func marked(line string) string {
	var b strings.Builder
	at := 0
	for _, m := range code.FindAllStringIndex(line, -1) {
		b.WriteString(special.Replace(line[at:m[0]]))
		part := line[m[0]:m[1]]
		rest := ""
		if strings.HasSuffix(part, ".") {
			part, rest = part[:len(part)-1], "."
		}
		if strings.HasPrefix(part, "`") {
			b.WriteString(part)
		} else {
			b.WriteString("`" + part + "`")
		}
		b.WriteString(rest)
		at = m[1]
	}
	b.WriteString(special.Replace(line[at:]))
	return b.String()
}

// errorsOf parts what a text says about errors from the rest of it.
func errorsOf(doc string) (text, fails string) {
	m := failing.FindStringSubmatchIndex(doc)
	if m == nil {
		return doc, ""
	}
	fails = strings.TrimPrefix(strings.TrimPrefix(doc[m[2]:m[3]], "An error "), "an error ")
	before, after := strings.TrimSpace(doc[:m[0]]), strings.TrimSpace(doc[m[1]:])
	if before != "" && !strings.HasSuffix(before, ".") {
		before += "."
	}
	return capital(strings.TrimSpace(before + " " + capital(after))), fails + "."
}

// brief is the first sentence of a text.
func brief(doc string) string {
	if at := ending.FindStringIndex(doc); at != nil {
		doc = doc[:at[0]+1] // a name such as n.t has no blank behind its point
	}
	return strings.Join(strings.Fields(doc), " ")
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	r := []rune(text)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}
