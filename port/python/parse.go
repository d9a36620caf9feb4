package python

import (
	"fmt"
	"slices"
	"strings"
)

// Parse reads a text. The error is an *Error.
func Parse(src string) (m *Module, err error) {
	defer func() {
		if x := recover(); x != nil {
			e, ok := x.(*Error)
			if !ok {
				panic(x)
			}
			m, err = nil, e
		}
	}()
	x := &lexer{src: src}
	x.run()
	p := &parser{tokens: x.tokens}
	m = &Module{Comments: x.comments}
	for p.now().kind != end {
		m.Body = append(m.Body, p.statement()...)
	}
	return m, nil
}

// parser goes over the tokens.
type parser struct {
	tokens []token
	at     int
	depth  int // of nested expressions and statements
}

// deepest is how deep expressions and blocks may nest.
const deepest = 200

func (p *parser) enter() {
	if p.depth++; p.depth > deepest {
		p.fail("nested too deep")
	}
}

func (p *parser) now() *token { return &p.tokens[p.at] }

func (p *parser) fail(format string, args ...any) {
	t := p.now()
	panic(&Error{t.line, t.col + 1, fmt.Sprintf(format, args...)})
}

// is tells whether the next token is an operator or keyword.
func (p *parser) is(s string) bool {
	t := p.now()
	return t.s == s && (t.kind == operator || t.kind == name)
}

// take goes past the operator or keyword if it is next.
func (p *parser) take(s string) bool {
	if p.is(s) {
		p.at++
		return true
	}
	return false
}

func (p *parser) want(s string) {
	if !p.take(s) {
		p.fail("%q is missing before %q", s, p.now().s)
	}
}

var keywords = []string{"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
	"finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"}

func (p *parser) identifier() string {
	t := p.now()
	if t.kind != name || slices.Contains(keywords, t.s) {
		p.fail("a name is missing before %q", t.s)
	}
	p.at++
	return t.s
}

// dotted reads a.b.c, with leading dots.
func (p *parser) dotted() string {
	s := ""
	for p.is(".") || p.is("...") {
		s += p.now().s
		p.at++
	}
	if s != "" && p.is("import") {
		return s
	}
	s += p.identifier()
	for p.take(".") {
		s += "." + p.identifier()
	}
	return s
}

// statement reads a statement, or the simple statements of a line.
func (p *parser) statement() []*Stmt {
	p.enter()
	defer func() { p.depth-- }()
	t := p.now()
	switch t.kind {
	case newline:
		p.at++
		return nil
	case magic:
		p.at += 2
		return []*Stmt{{Kind: "magic", Line: t.line, LastLine: t.line, Name: strings.TrimSpace(t.s)}}
	case indent:
		p.fail("unexpected indent")
	}
	if s := p.compound(); s != nil {
		return []*Stmt{s}
	}
	var out []*Stmt
	for {
		s := p.simple()
		s.LastLine = p.tokens[p.at-1].line
		if last := p.tokens[p.at-1]; last.kind == text {
			s.LastLine += strings.Count(last.s, "\n")
		}
		out = append(out, s)
		if !p.take(";") {
			break
		}
		if p.now().kind == newline {
			break
		}
	}
	if p.now().kind != newline {
		p.fail("unexpected %q", p.now().s)
	}
	p.at++
	return out
}

// block reads what follows a colon.
func (p *parser) block() []*Stmt {
	p.want(":")
	if p.now().kind != newline {
		return p.statement()
	}
	p.at++
	if p.now().kind != indent {
		p.fail("an indented block is missing")
	}
	p.at++
	var out []*Stmt
	for p.now().kind != dedent && p.now().kind != end {
		out = append(out, p.statement()...)
	}
	p.at++
	return out
}

// compound reads a statement with a block, or gives nil.
func (p *parser) compound() *Stmt {
	t := p.now()
	if t.kind != name && !(t.kind == operator && t.s == "@") {
		return nil
	}
	s := &Stmt{Line: t.line}
	defer func() {
		if s.LastLine == 0 {
			s.LastLine = s.Line
		}
	}()
	switch t.s {
	case "match":
		k := p.at
		for p.tokens[k].kind != newline && p.tokens[k].kind != end {
			k++
		}
		if k > p.at+1 && p.tokens[k-1].s == ":" && p.tokens[k].kind == newline {
			p.fail("a match statement is not known: write it with if and elif")
		}
		return nil
	case "if":
		p.at++
		s.Kind, s.Value = "if", p.walrus()
		s.Body = p.block()
		s.Else = p.elses()
	case "while":
		p.at++
		s.Kind, s.Value = "while", p.walrus()
		s.Body = p.block()
		s.Else = p.orelse()
	case "for", "async":
		if t.s == "async" && p.tokens[p.at+1].s != "for" && p.tokens[p.at+1].s != "with" && p.tokens[p.at+1].s != "def" {
			return nil
		}
		if t.s == "async" {
			p.fail("async is not known")
		}
		p.at++
		s.Kind = "for"
		s.Targets = []*Expr{p.targets()}
		p.want("in")
		s.Value = p.expressions()
		s.Body = p.block()
		s.Else = p.orelse()
	case "def":
		p.at++
		s.Kind, s.Name = "def", p.identifier()
		p.want("(")
		s.Params = p.params(")", true)
		p.want(")")
		if p.take("->") {
			p.expression()
		}
		s.LastLine = p.now().line
		s.Body = p.block()
	case "class":
		p.at++
		s.Kind, s.Name = "class", p.identifier()
		if p.take("(") {
			call := p.arguments()
			s.Bases = call.Items
		}
		s.Body = p.block()
	case "@":
		var marks []*Expr
		for p.take("@") {
			marks = append(marks, p.walrus())
			if p.now().kind == newline {
				p.at++
			}
		}
		inner := p.compound()
		if inner == nil || inner.Kind != "def" && inner.Kind != "class" {
			p.fail("a decorator needs a function or a class")
		}
		inner.Marks, inner.Line = marks, s.Line
		return inner
	case "try":
		p.at++
		s.Kind, s.Body = "try", p.block()
		for p.is("except") {
			e := Except{Line: p.now().line}
			p.at++
			if !p.is(":") {
				p.take("*")
				e.Type = p.expressions()
				if p.take("as") {
					e.Name = p.identifier()
				}
			}
			e.Body = p.block()
			s.Except = append(s.Except, e)
		}
		s.Else = p.orelse()
		if p.take("finally") {
			s.Finally = p.block()
		}
	case "with":
		p.at++
		s.Kind = "with"
		bracket := false
		if p.is("(") { // with (a as b, c as d): or an expression in brackets
			depth := 0
			for k := p.at; k < len(p.tokens) && p.tokens[k].kind != newline; k++ {
				switch p.tokens[k].s {
				case "(":
					depth++
				case ")":
					depth--
				case "as":
					bracket = bracket || depth == 1
				}
			}
		}
		if bracket {
			p.at++
		}
		for {
			w := With{Value: p.expression()}
			if p.take("as") {
				w.As = p.postfix()
			}
			s.Items = append(s.Items, w)
			if !p.take(",") || bracket && p.is(")") {
				break
			}
		}
		if bracket {
			p.want(")")
		}
		s.Body = p.block()
	default:
		return nil
	}
	return s
}

func (p *parser) orelse() []*Stmt {
	if p.take("else") {
		return p.block()
	}
	return nil
}

// elses reads elif and else.
func (p *parser) elses() []*Stmt {
	if !p.is("elif") {
		return p.orelse()
	}
	s := &Stmt{Kind: "if", Line: p.now().line, LastLine: p.now().line}
	p.at++
	s.Value = p.walrus()
	s.Body = p.block()
	s.Else = p.elses()
	return []*Stmt{s}
}

// params reads parameters up to a closing token.
func (p *parser) params(closing string, typed bool) []Param {
	var out []Param
	for !p.is(closing) {
		q := Param{}
		switch {
		case p.take("/"):
		case p.take("**"):
			q.Star, q.Name = 2, p.identifier()
		case p.take("*"):
			if q.Star = 1; !p.is(",") {
				q.Name = p.identifier()
			}
		default:
			q.Name = p.identifier()
		}
		if typed && p.take(":") {
			p.expression()
		}
		if p.take("=") {
			q.Default = p.expression()
		}
		if q.Name != "" {
			out = append(out, q)
		}
		if !p.take(",") {
			break
		}
	}
	return out
}

var augmented = []string{"+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", ">>=", "<<=", "@="}

// simple reads a statement without a block.
func (p *parser) simple() *Stmt {
	s := &Stmt{Line: p.now().line}
	done := func() bool { return p.now().kind == newline || p.is(";") }
	switch {
	case p.take("pass"):
		s.Kind = "pass"
	case p.take("break"):
		s.Kind = "break"
	case p.take("continue"):
		s.Kind = "continue"
	case p.take("return"):
		s.Kind = "return"
		if !done() {
			s.Value = p.expressions()
		}
	case p.take("raise"):
		s.Kind = "raise"
		if !done() {
			s.Value = p.expression()
			if p.take("from") {
				p.expression()
			}
		}
	case p.take("del"):
		s.Kind, s.Targets = "del", []*Expr{p.expressions()}
	case p.take("assert"):
		s.Kind, s.Value = "assert", p.expression()
		if p.take(",") {
			s.Targets = []*Expr{p.expression()}
		}
	case p.is("global") || p.is("nonlocal"):
		p.at++
		s.Kind = "global"
		for {
			s.Names = append(s.Names, Alias{Name: p.identifier()})
			if !p.take(",") {
				break
			}
		}
	case p.take("import"):
		s.Kind = "import"
		for {
			s.Names = append(s.Names, p.as(p.dotted()))
			if !p.take(",") {
				break
			}
		}
	case p.take("from"):
		s.Kind, s.Name = "from", p.dotted()
		p.want("import")
		if p.take("*") {
			s.Names = []Alias{{Name: "*"}}
			break
		}
		bracket := p.take("(")
		for !p.is(")") && !done() {
			s.Names = append(s.Names, p.as(p.identifier()))
			if !p.take(",") {
				break
			}
		}
		if bracket {
			p.want(")")
		}
	default:
		p.assignment(s)
	}
	return s
}

// assignment reads an expression or an assignment.
func (p *parser) assignment(s *Stmt) {
	first := p.expressions()
	switch {
	case p.take(":"):
		s.Kind, s.Targets = "annotated", []*Expr{first}
		p.expression()
		if p.take("=") {
			s.Value = p.expressions()
		}
		return
	case p.now().kind == operator && slices.Contains(augmented, p.now().s):
		s.Kind, s.Op, s.Targets = "augmented", p.now().s, []*Expr{first}
		p.at++
		s.Value = p.expressions()
		return
	}
	all := []*Expr{first}
	for p.take("=") {
		all = append(all, p.expressions())
	}
	s.Kind, s.Value = "expr", all[len(all)-1]
	if len(all) > 1 {
		s.Kind, s.Targets = "assign", all[:len(all)-1]
	}
}

// as reads "as other" behind a name that is imported, if it is there.
func (p *parser) as(name string) Alias {
	a := Alias{Name: name}
	if p.take("as") {
		a.As = p.identifier()
	}
	return a
}
