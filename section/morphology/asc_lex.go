package morphology

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gneuron/gneuron/fault"
)

// kind is what a token of an ASC file is. A parenthesis, comma, bar or angle
// bracket is its own character.
type kind byte

const (
	end    kind = 0
	number kind = 'n'
	word   kind = 'w'
	quoted kind = '"'
)

// token is a piece of an ASC file; text is what stands there, without quotes.
type token struct {
	kind  kind
	at    int // byte in the text
	line  int
	value float64
	text  string
}

// lex cuts a text into tokens, of which the last is an end. A comment goes from
// a semicolon to the end of the line.
func (a *ascReader) lex() error {
	text, line := a.text, 1
	a.tokens = make([]token, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '\n':
			line++
			i++
		case ' ', '\t', '\r', '\f', '\v':
			i++
		case ';':
			if k := strings.IndexByte(text[i:], '\n'); k >= 0 {
				i += k
			} else {
				i = len(text)
			}
		case '(', ')', ',', '|', '<', '>':
			a.tokens = append(a.tokens, token{kind: kind(c), at: i, line: line, text: text[i : i+1]})
			i++
		case '"':
			k := strings.IndexAny(text[i+1:], "\"\n")
			if k < 0 || text[i+1+k] == '\n' {
				return a.fault(token{at: i, line: line}, "expected a closing \" on the same line")
			}
			a.tokens = append(a.tokens, token{kind: quoted, at: i, line: line, text: text[i+1 : i+1+k]})
			i += k + 2
		default:
			k := i
			for k < len(text) && !strings.ContainsRune(" \t\r\n\f\v;(),|<>\"", rune(text[k])) {
				k++
			}
			t := token{kind: word, at: i, line: line, text: text[i:k]}
			if c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
				if x, err := strconv.ParseFloat(t.text, 64); err == nil && x-x == 0 {
					t.kind, t.value = number, x
				}
			}
			a.tokens = append(a.tokens, t)
			i = k
		}
	}
	a.tokens = append(a.tokens, token{kind: end, at: len(text), line: line, text: "the end of the file"})
	return nil
}

// fault makes an error at a token.
func (a *ascReader) fault(t token, format string, args ...any) *fault.Error {
	start := strings.LastIndexByte(a.text[:t.at], '\n') + 1
	source := a.text[start:]
	if k := strings.IndexByte(source, '\n'); k >= 0 {
		source = source[:k]
	}
	column := utf8.RuneCountInString(a.text[start:t.at]) + 1
	return a.m.fault(t.line, column, strings.TrimRight(source, "\r"), format, args...)
}

// show is how a token is called in a message.
func (t token) show() string {
	if t.kind == end {
		return t.text
	}
	if t.kind == quoted {
		return strconv.Quote(t.text)
	}
	return "'" + t.text + "'"
}
