package python

import (
	"strconv"
	"strings"
)

// strings joins the string literals that follow each other.
func (p *parser) strings() *Expr {
	e := &Expr{Kind: "string", Line: p.now().line}
	for p.now().kind == text {
		t := p.now()
		prefix := strings.ToLower(t.s[:strings.IndexAny(t.s, `'"`)])
		body := t.s[len(prefix):]
		q := 1
		if len(body) >= 6 && (strings.HasPrefix(body, `"""`) || strings.HasPrefix(body, "'''")) {
			q = 3
		}
		body = body[q : len(body)-q]
		raw := strings.Contains(prefix, "r")
		if strings.Contains(prefix, "f") {
			e.Kind = "formatted"
			p.formatted(e, body, raw)
		} else {
			e.Items = append(e.Items, &Expr{Kind: "string", Line: t.line, S: unescape(body, raw)})
		}
		p.at++
	}
	if e.Kind == "string" {
		for _, part := range e.Items {
			e.S += part.S
		}
		e.Items = nil
	}
	return e
}

// formatted cuts the text of an f-string into texts and values.
func (p *parser) formatted(e *Expr, body string, raw bool) {
	line := p.now().line
	plain := ""
	flush := func() {
		if plain != "" {
			e.Items = append(e.Items, &Expr{Kind: "string", Line: line, S: unescape(plain, raw)})
			plain = ""
		}
	}
	for i := 0; i < len(body); {
		c := body[i]
		switch {
		case strings.HasPrefix(body[i:], "{{"), strings.HasPrefix(body[i:], "}}"):
			plain += string(c)
			i += 2
		case c != '{':
			plain += string(c)
			i++
		default:
			flush()
			rest := body[i+1:]
			n := outside(rest, func(k int) bool { return rest[k] == '}' })
			if n < 0 {
				p.fail("a { in a formatted string has no }")
			}
			e.Items = append(e.Items, p.value(rest[:n]))
			i += n + 2
		}
	}
	flush()
}

// outside finds the first byte of a piece of code, outside of its texts and
// brackets, for which is holds, or -1.
func outside(code string, is func(i int) bool) int {
	depth := 0
	var quote byte
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case depth == 0 && is(i):
			return i
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		}
	}
	return -1
}

// value reads a value of a formatted string: expression, !r, format.
func (p *parser) value(s string) *Expr {
	cut := outside(s, func(i int) bool { return s[i] == ':' || s[i] == '!' && i+1 < len(s) && s[i+1] != '=' })
	if cut < 0 {
		cut = len(s)
	}
	e := &Expr{Kind: "formatted value", Line: p.now().line}
	code, rest := s[:cut], s[cut:]
	if trimmed := strings.TrimRight(code, " "); strings.HasSuffix(trimmed, "=") && !strings.HasSuffix(trimmed, "==") {
		e.S = code // shown before the value
		code = strings.TrimSuffix(trimmed, "=")
	}
	if strings.HasPrefix(rest, "!") {
		e.Ops = []string{rest[1:2]}
		rest = rest[2:]
	}
	e.Format = strings.TrimPrefix(rest, ":")
	inner := &lexer{src: "(" + code + ")"}
	inner.run()
	q := &parser{tokens: inner.tokens, depth: p.depth}
	for i := range q.tokens {
		q.tokens[i].line = p.now().line
	}
	e.X = q.expressions()
	return e
}

// unescape gives the value of the text between quotes.
func unescape(s string, raw bool) string {
	if raw || !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		simple := map[byte]string{'n': "\n", 't': "\t", 'r': "\r", '\\': "\\", '\'': "'", '"': "\"", 'a': "\a", 'b': "\b", 'f': "\f", 'v': "\v", '0': "\x00", '\n': ""}
		if to, ok := simple[s[i]]; ok {
			b.WriteString(to)
			continue
		}
		if n := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[i]]; n > 0 && i+n < len(s) {
			if code, err := strconv.ParseUint(s[i+1:i+1+n], 16, 32); err == nil {
				b.WriteRune(rune(code))
				i += n
				continue
			}
		}
		b.WriteString(`\` + s[i:i+1])
	}
	return b.String()
}
