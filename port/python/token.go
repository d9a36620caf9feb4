package python

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is a kind of token.
type kind int

const (
	end kind = iota
	newline
	indent
	dedent
	name
	number
	text // a string literal, with prefix and quotes
	operator
	magic // a line of IPython: %matplotlib inline, !pip install neuron
)

// token is a piece of the text.
type token struct {
	kind kind
	s    string
	line int
	col  int // in bytes, from 0
	end  int // place behind it in the text
}

// Comment is a comment; Own is true where nothing else is on its line.
type Comment struct {
	Line   int
	Indent int    // column of the #
	Text   string // without the #
	Own    bool
}

// lexer cuts a text into tokens.
type lexer struct {
	src      string
	at       int
	line     int
	start    int // of the line
	depth    int // of open brackets
	indents  []int
	narrows  []int // the same, if a tab were as wide as a space
	narrow   int   // of the line
	tokens   []token
	comments []Comment
}

// Error is a text that is no Python.
type Error struct {
	Line, Column int // from 1
	Message      string
}

// Error gives place and message.
func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }

func (x *lexer) fail(format string, args ...any) {
	panic(&Error{x.line, x.at - x.start + 1, fmt.Sprintf(format, args...)})
}

// operators, the longest first.
var operators = []string{
	"**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "**", "//", ">>", "<<", "<=", ">=", "==", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
	"+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=",
}

func (x *lexer) add(k kind, from int) {
	x.tokens = append(x.tokens, token{k, x.src[from:x.at], x.line, from - x.start, x.at})
}

// run cuts the whole text.
func (x *lexer) run() {
	x.line, x.indents, x.narrows = 1, []int{0}, []int{0}
	for x.at < len(x.src) {
		x.lineOf()
	}
	if n := len(x.tokens); n > 0 && x.tokens[n-1].kind != newline {
		x.add(newline, x.at)
	}
	for range len(x.indents) - 1 {
		x.add(dedent, x.at)
	}
	x.add(end, x.at)
}

// lineOf reads a logical line.
func (x *lexer) lineOf() {
	from, width, narrow := x.at, 0, 0
	for ; x.at < len(x.src); x.at++ {
		if c := x.src[x.at]; c == ' ' {
			width++
			narrow++
		} else if c == '\t' {
			width += 8 - width%8
			narrow++
		} else if c != '\f' && c != '\r' {
			break
		}
	}
	if x.at == len(x.src) {
		return
	}
	switch x.src[x.at] {
	case '\n':
		x.nextLine()
		return
	case '#':
		x.comment(true)
		return
	case '%', '!', '?':
		for x.at < len(x.src) && x.src[x.at] != '\n' {
			x.at++
		}
		x.narrow = narrow
		x.indentTo(width, from)
		x.add(magic, from)
		x.add(newline, x.at)
		return
	}
	x.narrow = narrow
	x.indentTo(width, x.at)
	for x.at < len(x.src) {
		c := x.src[x.at]
		switch {
		case c == '\n':
			if x.depth == 0 {
				x.add(newline, x.at)
				x.nextLine()
				return
			}
			x.nextLine()
		case c == ' ' || c == '\t' || c == '\r' || c == '\f':
			x.at++
		case c == '\\' && strings.HasPrefix(strings.TrimLeft(x.src[x.at+1:], "\r"), "\n"):
			x.at = strings.IndexByte(x.src[x.at:], '\n') + x.at
			x.nextLine()
		case c == '#':
			x.comment(strings.TrimSpace(x.src[x.start:x.at]) == "")
		default:
			x.token()
		}
	}
}

func (x *lexer) nextLine() {
	x.at++
	x.line++
	x.start = x.at
}

// indentTo opens and closes blocks.
func (x *lexer) indentTo(width, from int) {
	for width < x.indents[len(x.indents)-1] {
		x.indents, x.narrows = x.indents[:len(x.indents)-1], x.narrows[:len(x.narrows)-1]
		x.add(dedent, x.at)
	}
	top, narrow := x.indents[len(x.indents)-1], x.narrows[len(x.narrows)-1]
	if width == top && x.narrow != narrow || width > top && x.narrow <= narrow {
		x.fail("tabs and spaces are mixed in the indentation: which block the line is in depends on the width of a tab")
	}
	if width > x.indents[len(x.indents)-1] {
		x.indents, x.narrows = append(x.indents, width), append(x.narrows, x.narrow)
		x.add(indent, from)
	}
}

func (x *lexer) comment(own bool) {
	from := x.at
	for x.at < len(x.src) && x.src[x.at] != '\n' {
		x.at++
	}
	x.comments = append(x.comments, Comment{x.line, from - x.start, strings.TrimRight(x.src[from+1:x.at], "\r"), own})
}

// token reads one token within a line.
func (x *lexer) token() {
	from := x.at
	c, _ := utf8.DecodeRuneInString(x.src[x.at:])
	switch {
	case c == '"' || c == '\'':
		x.stringLiteral(from)
	case c == '_' || unicode.IsLetter(c):
		for x.at < len(x.src) {
			c, n := utf8.DecodeRuneInString(x.src[x.at:])
			if c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
				break
			}
			x.at += n
		}
		if x.at < len(x.src) && (x.src[x.at] == '"' || x.src[x.at] == '\'') && len(x.src[from:x.at]) <= 2 && strings.Trim(strings.ToLower(x.src[from:x.at]), "rbuf") == "" {
			x.stringLiteral(from)
			return
		}
		x.add(name, from)
	case c >= '0' && c <= '9' || c == '.' && x.at+1 < len(x.src) && x.src[x.at+1] >= '0' && x.src[x.at+1] <= '9':
		x.number(from)
	default:
		for _, op := range operators {
			if strings.HasPrefix(x.src[x.at:], op) {
				x.at += len(op)
				switch op {
				case "(", "[", "{":
					x.depth++
				case ")", "]", "}":
					x.depth = max(0, x.depth-1)
				}
				x.add(operator, from)
				return
			}
		}
		x.fail("%q has no meaning here", c)
	}
}

func (x *lexer) number(from int) {
	rest := strings.ToLower(x.src[x.at:])
	digits := "0123456789_"
	if len(rest) > 1 && rest[0] == '0' && strings.ContainsRune("xbo", rune(rest[1])) {
		x.at += 2
		digits = "0123456789abcdefABCDEF_"
	}
	for x.at < len(x.src) {
		c := x.src[x.at]
		exponent := len(digits) == 11 && (c == 'e' || c == 'E')
		switch {
		case strings.IndexByte(digits, c) >= 0 || len(digits) == 11 && c == '.':
			x.at++
		case exponent:
			x.at++
			if x.at < len(x.src) && (x.src[x.at] == '+' || x.src[x.at] == '-') {
				x.at++
			}
		case c == 'j' || c == 'J':
			x.at++
			x.add(number, from)
			return
		default:
			x.add(number, from)
			return
		}
	}
	x.add(number, from)
}

// stringLiteral reads a string from its quote on; from is where its prefix begins.
func (x *lexer) stringLiteral(from int) {
	quote := x.src[x.at : x.at+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(x.src[x.at:], triple) {
		quote = triple
	}
	line, col := x.line, from-x.start
	x.at += len(quote)
	for {
		switch {
		case x.at >= len(x.src) || len(quote) == 1 && x.src[x.at] == '\n':
			x.fail("a string has no end")
		case x.src[x.at] == '\\' && x.at+1 < len(x.src):
			x.at++
			if x.src[x.at] == '\n' {
				x.nextLine()
			} else {
				x.at++
			}
		case strings.HasPrefix(x.src[x.at:], quote):
			x.at += len(quote)
			x.tokens = append(x.tokens, token{text, x.src[from:x.at], line, col, x.at})
			return
		case x.src[x.at] == '\n':
			x.nextLine()
		default:
			x.at++
		}
	}
}
