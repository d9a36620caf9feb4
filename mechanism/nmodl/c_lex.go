package nmodl

import (
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// The C of VERBATIM. A subset of C is read into a syntax tree of its own
// (c_ast.go) and becomes closures of the second back end; nothing is ever
// handed to a C compiler.

// cKind is the class of a token of C.
type cKind int

const (
	cEnd cKind = iota
	cName
	cNumber
	cText // "..." with its escapes resolved
	cChar // '.', likewise
	cPunct
	cStmt // a statement of NMODL between two VERBATIMs
	cBad  // a character that C does not know
)

// cToken is a word of C.
type cToken struct {
	kind  cKind
	text  string
	pos   fault.Pos
	stmt  Stmt
	blank bool // white space stood before it
	line  bool // it is the first of its line
	hide  map[string]bool
}

// cPuncts are the operators of more than one character, longest first.
var cPuncts = []string{"<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
	"+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##", "::"}

// cLexer cuts a C text into tokens.
type cLexer struct {
	src  string
	off  int
	pos  fault.Pos
	list []cToken
}

// lexC gives the tokens of a VERBATIM, which it reads once. The text begins
// behind the keyword.
func lexC(v *Verbatim) []cToken {
	if v.words != nil {
		return v.words
	}
	l := &cLexer{src: v.Text, pos: v.Pos}
	if l.pos.Column > 0 {
		l.pos.Column += len("VERBATIM")
	}
	first := true
	for {
		blank, line := l.skip()
		first = first || line
		if l.off >= len(l.src) {
			v.words = slices.Clip(l.list)
			return v.words
		}
		t := l.token()
		t.blank, t.line = blank, first
		first = false
		l.list = append(l.list, t)
	}
}

func (l *cLexer) advance(n int) {
	for range n {
		if l.src[l.off] == '\n' {
			l.pos.Line++
			l.pos.Column = 0
		}
		l.off++
		l.pos.Column++
	}
}

func (l *cLexer) has(s string) bool { return strings.HasPrefix(l.src[l.off:], s) }

// skip passes white space and comments; line tells that a line ended.
func (l *cLexer) skip() (blank, line bool) {
	for l.off < len(l.src) {
		switch c := l.src[l.off]; {
		case c == '\n':
			line, blank = true, true
			l.advance(1)
		case c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v':
			blank = true
			l.advance(1)
		case l.has("\\\n"):
			blank = true
			l.advance(2)
		case l.has("//"):
			for l.off < len(l.src) && l.src[l.off] != '\n' {
				l.advance(1)
			}
		case l.has("/*"):
			end := strings.Index(l.src[l.off+2:], "*/")
			n := len(l.src) - l.off
			if end >= 0 {
				n = end + 4
			}
			blank = true
			l.advance(n)
		default:
			return blank, line
		}
	}
	return blank, line
}

func (l *cLexer) token() cToken {
	t := cToken{pos: l.pos, kind: cPunct}
	c := l.src[l.off]
	n := 0
	rest := l.src[l.off:]
	switch {
	case isAlpha(c):
		t.kind = cName
		n = len(wordAt(rest))
	case isDigit(c), c == '.' && len(rest) > 1 && isDigit(rest[1]):
		t.kind = cNumber
		n = len(cNumberAt(rest))
	case c == '"' || c == '\'':
		t.kind = cText
		if c == '\'' {
			t.kind = cChar
		}
		for n = 1; n < len(rest) && rest[n] != c && rest[n] != '\n'; n++ {
			if rest[n] == '\\' && n+1 < len(rest) {
				n++
			}
		}
		end := min(n, len(rest))
		t.text = unescape(rest[1:end])
		n = min(n+1, len(rest))
		l.advance(n)
		return t
	default:
		n = 1
		switch {
		case strings.IndexByte("{}()[];,?~", c) >= 0: // they begin nothing longer
		case strings.IndexByte(".:+-*/%&|^!<>=#", c) < 0:
			t.kind = cBad
		default:
			for _, p := range cPuncts {
				if strings.HasPrefix(rest, p) {
					n = len(p)
					break
				}
			}
		}
	}
	t.text = rest[:n]
	l.advance(n)
	return t
}

// cNumberAt is the preprocessing number at the start of s.
func cNumberAt(s string) string {
	n := 1
	for n < len(s) {
		c := s[n]
		switch {
		case isAlpha(c), isDigit(c), c == '.':
			n++
		case (c == '+' || c == '-') && strings.ContainsRune("eEpP", rune(s[n-1])) && !strings.HasPrefix(s, "0x") && !strings.HasPrefix(s, "0X"):
			n++
		default:
			return s[:n]
		}
	}
	return s
}
