package nmodl

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gneuron/gneuron/fault"
)

// lexer cuts one source text into tokens on demand. Units and ontology names
// are not tokens: the parser, which knows where they may stand, reads them
// with unit and ontology.
type lexer struct {
	file   string
	src    string
	off    int // next byte to read
	line   int // line of off, from 1
	column int // characters from the start of the line to columnOff
	// columnOff is the offset up to which the characters are counted.
	columnOff int
}

// newLexer takes a text with any kind of line ends, which it makes "\n". The
// text ends at a control-Z or control-D.
func newLexer(file, text string) *lexer {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	if i := strings.IndexAny(text, "\x1a\x04"); i >= 0 {
		text = text[:i]
	}
	return &lexer{file: file, src: text, line: 1}
}

// pos is the position of the next byte.
func (l *lexer) pos() fault.Pos {
	l.column += utf8.RuneCountInString(l.src[l.columnOff:l.off])
	l.columnOff = l.off
	return fault.Pos{File: l.file, Line: l.line, Column: l.column + 1}
}

// to moves ahead to an offset and counts the lines on the way.
func (l *lexer) to(off int) {
	for {
		i := strings.IndexByte(l.src[l.off:off], '\n')
		if i < 0 {
			break
		}
		l.off += i + 1
		l.line++
		l.column, l.columnOff = 0, l.off
	}
	l.off = off
}

// restOfLine is the text from the current offset up to the end of the line.
func (l *lexer) restOfLine() string {
	rest := l.src[l.off:]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// punctuation of more than one character, longest first.
var longPunct = []string{"<->", ">=", "<=", "==", "!=", "&&", "||", "->", "<<", "~+"}

// next reads one token.
func (l *lexer) next() token {
	if bad, ok := l.skipBlank(); !ok {
		return bad
	}
	t := token{pos: l.pos(), start: l.off}
	if l.off >= len(l.src) {
		t.kind, t.end = tokEOF, l.off
		return t
	}
	rest := l.src[l.off:]
	switch c := rest[0]; {
	case isAlpha(c) && c != '_':
		l.word(&t, rest)
	case isDigit(c), c == '.' && len(rest) > 1 && isDigit(rest[1]):
		t.kind, t.text = tokNumber, number(rest)
		l.off += len(t.text)
	case c == '"':
		l.text(&t, rest)
	default:
		l.punct(&t, rest)
	}
	t.end = l.off
	return t
}

// skipBlank skips white space, comments from ":" or "?" to the end of the line,
// and COMMENT ... ENDCOMMENT. It gives a bad token for a comment without end.
func (l *lexer) skipBlank() (bad token, ok bool) {
	for l.off < len(l.src) {
		switch c := l.src[l.off]; {
		case c == '\n':
			l.to(l.off + 1)
		case c == ' ' || c == '\t' || c == '\f' || c == '\v':
			l.off++
		case c == ':' || c == '?':
			l.off += len(l.restOfLine())
		case c == 'C' && wordAt(l.src[l.off:]) == "COMMENT":
			t := token{kind: tokBad, pos: l.pos(), start: l.off,
				text: "this COMMENT has no end: ENDCOMMENT must stand at the start of a line"}
			l.off += len("COMMENT")
			if _, found := l.until("ENDCOMMENT"); !found {
				l.to(len(l.src))
				t.end = l.off
				return t, false
			}
		default:
			return token{}, true
		}
	}
	return token{}, true
}

// until moves behind the line that starts with the word end and gives the text
// before that line. The rest of the current line counts as a line.
func (l *lexer) until(end string) (text string, found bool) {
	start := l.off
	for at := start; at < len(l.src); {
		line := l.src[at:]
		next := len(l.src)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, next = line[:i], at+i+1
		}
		if wordAt(strings.TrimLeft(line, " \t")) == end {
			l.to(next)
			return l.src[start:at], true
		}
		at = next
	}
	return "", false
}

// wordAt is the identifier at the start of s.
func wordAt(s string) string {
	n := 0
	for n < len(s) && (isAlpha(s[n]) || isDigit(s[n])) {
		n++
	}
	return s[:n]
}

// word reads an identifier, a keyword, or one of the two keywords that take
// raw text: TITLE and VERBATIM.
func (l *lexer) word(t *token, rest string) {
	t.text = wordAt(rest)
	l.off += len(t.text)
	switch {
	case t.text == "TITLE":
		t.kind, t.text = tokTitle, strings.TrimSpace(l.restOfLine())
		l.off += len(l.restOfLine())
	case t.text == "VERBATIM":
		text, found := l.until("ENDVERBATIM")
		if !found {
			t.kind, t.text = tokBad, "this VERBATIM has no end: ENDVERBATIM must stand at the start of a line"
			l.to(len(l.src))
			return
		}
		t.kind, t.text = tokVerbatim, text
	case keywords[t.text]:
		t.kind = tokKeyword
		if t.text == "IF" || t.text == "ELSE" || t.text == "WHILE" {
			t.text = strings.ToLower(t.text)
		}
	default:
		t.kind = tokName
		for l.off < len(l.src) && l.src[l.off] == '\'' {
			l.off++
			t.primes++
		}
	}
}

// number is the literal at the start of s: digits, a point, an exponent.
func number(s string) string {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n < len(s) && s[n] == '.' {
		n++
		for n < len(s) && isDigit(s[n]) {
			n++
		}
	}
	if n < len(s) && (s[n] == 'e' || s[n] == 'E') {
		e := n + 1
		if e < len(s) && (s[e] == '+' || s[e] == '-') {
			e++
		}
		if e < len(s) && isDigit(s[e]) {
			for n = e; n < len(s) && isDigit(s[n]); {
				n++
			}
		}
	}
	return s[:n]
}

// text reads a string in double quotes; it has no escapes.
func (l *lexer) text(t *token, rest string) {
	end := strings.IndexByte(rest[1:], '"')
	if end < 0 {
		t.kind, t.text = tokBad, `this text has no closing "`
		l.off += len(l.restOfLine())
		return
	}
	t.kind, t.text = tokString, rest[1:1+end]
	l.to(l.off + end + 2)
}

// punct reads an operator or a bracket.
func (l *lexer) punct(t *token, rest string) {
	t.kind = tokPunct
	for _, p := range longPunct {
		if strings.HasPrefix(rest, p) {
			t.text = p
			l.off += len(p)
			return
		}
	}
	r, size := utf8.DecodeRuneInString(rest)
	l.off += size
	t.text = rest[:size]
	if !strings.ContainsRune("{}()[]+-*/^=<>!,~@", r) {
		t.kind = tokBad
		switch {
		case r == '_':
			t.text = "a name cannot start with _"
		case r == ';':
			t.text = "NMODL has no ; between statements"
		case r == '\'':
			t.text = "a prime ' must follow a name without a gap"
		case r == '&' || r == '|':
			t.text = "the operator is " + strings.Repeat(string(r), 2)
		default:
			t.text = "the character " + strconv.QuoteRune(r) + " has no meaning in NMODL"
		}
	}
}

// unit reads the text of a unit behind its opening parenthesis, up to and with
// the closing one. It fails if the line ends before.
func (l *lexer) unit() (string, bool) {
	rest := l.restOfLine()
	end := strings.IndexByte(rest, ')')
	if end < 0 {
		return "", false
	}
	l.off += end + 1
	return strings.TrimSpace(rest[:end]), true
}

// ontology reads the identifier behind REPRESENTS: CHEBI:29101 or
// [CHEBI:29101].
func (l *lexer) ontology() (string, bool) {
	for l.off < len(l.src) && (l.src[l.off] == ' ' || l.src[l.off] == '\t') {
		l.off++
	}
	rest := l.restOfLine()
	id := rest
	if i := strings.IndexAny(rest, " \t"); i >= 0 {
		id = rest[:i]
	}
	name, bracket := strings.CutPrefix(id, "[")
	if bracket {
		var closed bool
		if name, closed = strings.CutSuffix(name, "]"); !closed {
			return "", false
		}
	}
	prefix, number, colon := strings.Cut(name, ":")
	if !colon || prefix == "" || wordAt(prefix) != prefix || wordAt(number) != number {
		return "", false
	}
	l.off += len(id)
	return name, true
}
