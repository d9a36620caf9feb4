package nmodl

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gneuron/gneuron/fault"
)

// Format lays a .mod text out anew: a tab per level of braces, one statement on
// a line, one way to put blanks. Comments, C texts and the lines of long
// statements stay, as does a block in braces that stands on one line. The
// meaning cannot change, because the words of the text and their order do not.
// Formatting twice gives the same as once.
//
// A text with syntax errors is not formatted. The texts of INCLUDEs, for which
// include is as in Parse, are needed but not formatted.
func Format(filename, text string, include func(name string) (string, error)) (string, []*fault.Error) {
	src, tokens, errs := words(filename, text, include)
	if len(errs) > 0 {
		return "", errs
	}
	f := &formatter{src: src, tokens: tokens}
	f.run()
	out := f.text()
	_, again, errs := words(filename, out, include)
	if len(errs) > 0 || !slices.EqualFunc(tokens, again, sameToken) {
		return "", []*fault.Error{fault.New(fault.Syntax, "%s cannot be formatted without changing what it says", filename)}
	}
	return out, nil
}

// words cuts a text into tokens as the parser reads them.
func words(filename, text string, include func(string) (string, error)) (src string, tokens []token, errs []*fault.Error) {
	s := &parseState{file: &File{Name: filename, Lines: map[string][]string{}}, include: include,
		defines: map[string]*Define{}, taken: &tokens}
	s.source(filename, text)
	return newLexer(filename, text).src, tokens, s.errs
}

func sameToken(a, b token) bool {
	return a.kind == b.kind && strings.TrimRight(a.text, " \t\n") == strings.TrimRight(b.text, " \t\n") && a.primes == b.primes
}

// outLine is a line of the result.
type outLine struct {
	indent        int
	code, comment string // comment stands behind code, or alone
	raw           bool   // code is several lines that stay as they are
}

// formatter lays out tokens.
type formatter struct {
	src    string
	tokens []token
	lines  []outLine
	open   []bool // the braces around: does the block stand on one line?
	depth  int    // open blocks that take several lines
	inline []bool // for every "{" of tokens: its block stands on one line
}

// run makes the lines.
func (f *formatter) run() {
	f.findInline()
	end := 0
	for i, t := range f.tokens {
		f.gap(i, f.src[end:t.start])
		f.token(i)
		end = t.end
	}
	f.gap(len(f.tokens), f.src[end:])
}

// findInline finds the blocks that stand on one line of the source.
func (f *formatter) findInline() {
	f.inline = make([]bool, len(f.tokens))
	var open []int
	for i, t := range f.tokens {
		switch {
		case t.kind != tokPunct:
		case t.text == "{":
			open = append(open, i)
		case t.text == "}" && len(open) > 0:
			at := open[len(open)-1]
			open = open[:len(open)-1]
			f.inline[at] = !strings.Contains(f.src[f.tokens[at].start:t.end], "\n")
		}
	}
}

// oneLine says whether the text at this place is inside a block on one line.
func (f *formatter) oneLine() bool { return len(f.open) > 0 && f.open[len(f.open)-1] }

// gap writes the comments before token i and breaks the line where it must.
func (f *formatter) gap(i int, space string) {
	breaks := 0
	if i > 0 && f.tokens[i-1].kind == tokVerbatim {
		breaks = 1 // the line break behind ENDVERBATIM belongs to the token
	}
	commented := false
	for space != "" {
		switch {
		case space[0] == '\n':
			breaks++
			space = space[1:]
		case space[0] == ':' || space[0] == '?':
			text, rest, _ := strings.Cut(space, "\n")
			f.comment(strings.TrimRight(text, " \t\f\v"), breaks)
			space, breaks, commented = "\n"+rest, 0, true
			if len(rest) == 0 {
				space = ""
			}
		case strings.HasPrefix(space, "COMMENT"):
			n := commentEnd(space)
			f.rawComment(strings.TrimRight(space[:n], "\n"), breaks)
			space, breaks, commented = space[n:], 1, true
		default:
			space = space[1:]
		}
	}
	if i == len(f.tokens) {
		return
	}
	t := f.tokens[i]
	closes := t.kind == tokPunct && t.text == "}"
	switch {
	case len(f.lines) == 0 || commented:
		f.blank(breaks, closes)
		f.newLine(i, closes)
		return
	case i == 0:
		return
	}
	before := f.tokens[i-1]
	afterClose := before.kind == tokPunct && before.text == "}"
	switch {
	case t.kind == tokPunct && t.text == "{" && !t.starts, t.kind == tokKeyword && t.text == "else" && afterClose:
		return // joins the line before
	case f.oneLine():
		return
	case breaks > 0, t.starts, closes, before.kind == tokVerbatim, before.kind == tokTitle,
		before.kind == tokPunct && before.text == "{":
		f.blank(breaks, closes)
		f.newLine(i, closes)
	}
}

// commentEnd is the length of the COMMENT at the start of s, with its last line.
func commentEnd(s string) int {
	l := &lexer{src: s, off: len("COMMENT")}
	l.until("ENDCOMMENT")
	return l.off
}

// blank leaves one empty line where the source has any, but for the start and
// the end of a block.
func (f *formatter) blank(breaks int, closes bool) {
	if breaks < 2 || closes || len(f.lines) == 0 {
		return
	}
	if last := f.lines[len(f.lines)-1]; strings.HasSuffix(last.code, "{") && !last.raw && last.comment == "" {
		return
	}
	f.lines = append(f.lines, outLine{})
}

// newLine starts the line of token i.
func (f *formatter) newLine(i int, closes bool) {
	indent := f.depth
	switch {
	case closes:
		indent--
	case !f.tokens[i].starts && !(f.tokens[i].kind == tokKeyword && f.tokens[i].text == "else") && f.tokens[i].text != "{":
		indent++ // goes on with the statement before
	}
	f.lines = append(f.lines, outLine{indent: max(indent, 0)})
}

// comment puts a comment behind the code of its line, or on a line of its own.
func (f *formatter) comment(text string, breaks int) {
	if n := len(f.lines); breaks == 0 && n > 0 && f.lines[n-1].code != "" && !f.lines[n-1].raw {
		f.lines[n-1].comment = text
		return
	}
	f.blank(breaks, false)
	f.lines = append(f.lines, outLine{indent: f.depth, comment: text})
}

func (f *formatter) rawComment(text string, breaks int) {
	f.blank(breaks, false)
	f.lines = append(f.lines, outLine{indent: f.depth, code: text, raw: true})
}

// token appends token i to its line.
func (f *formatter) token(i int) {
	t := f.tokens[i]
	line := &f.lines[len(f.lines)-1]
	if line.code != "" && f.space(i) {
		line.code += " "
	}
	switch t.kind {
	case tokVerbatim:
		line.raw = line.code == ""
		line.code += strings.TrimRight(f.src[t.start:t.end], "\n")
		return
	case tokTitle:
		line.code += strings.TrimRight("TITLE "+t.text, " ")
		return
	case tokUnit, tokKeyword:
		line.code += t.text
	default:
		line.code += f.src[t.start:t.end]
	}
	switch {
	case t.kind != tokPunct:
	case t.text == "{":
		f.open = append(f.open, f.inline[i])
		if !f.inline[i] {
			f.depth++
		}
	case t.text == "}" && len(f.open) > 0:
		if !f.oneLine() {
			f.depth--
		}
		f.open = f.open[:len(f.open)-1]
	}
}

// space says whether a blank stands between token i-1 and token i.
func (f *formatter) space(i int) bool {
	a, b := f.tokens[i-1], f.tokens[i]
	if a.role == unarySign || a.role == limitOpen || b.role == limitClose || b.role == callOpen {
		return false
	}
	if a.kind == tokPunct {
		switch a.text {
		case "(", "[", "^", "@":
			return false
		case "*", "/":
			return false
		}
	}
	if b.kind == tokPunct {
		switch b.text {
		case ")", "]", "[", ",", "^", "@", "*", "/":
			return false
		}
	}
	return true
}

// text puts the lines together; comments behind neighbouring lines of a level
// are aligned.
func (f *formatter) text() string {
	var out strings.Builder
	for i := 0; i < len(f.lines); i++ {
		l := f.lines[i]
		switch {
		case l.code == "" && l.comment == "":
			out.WriteByte('\n')
			continue
		case l.raw:
			out.WriteString(tabs(l.indent) + l.code + "\n")
			continue
		case l.code == "":
			out.WriteString(tabs(l.indent) + l.comment + "\n")
			continue
		case l.comment == "":
			out.WriteString(tabs(l.indent) + l.code + "\n")
			continue
		}
		group := []outLine{l}
		for i+1 < len(f.lines) && f.lines[i+1].comment != "" && f.lines[i+1].code != "" && f.lines[i+1].indent == l.indent {
			i++
			group = append(group, f.lines[i])
		}
		width := 0
		for _, g := range group {
			if n := utf8.RuneCountInString(g.code); n <= maxAligned {
				width = max(width, n)
			}
		}
		for _, g := range group {
			fmt.Fprintf(&out, "%s%-*s %s\n", tabs(g.indent), width, g.code, g.comment)
		}
	}
	return out.String()
}

// maxAligned is the longest code that pushes the comments of its neighbours.
const maxAligned = 60

func tabs(n int) string { return strings.Repeat("\t", n) }
