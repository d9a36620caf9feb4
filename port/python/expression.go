package python

import (
	"slices"
)

// expressions reads an expression, or several with commas: a tuple.
func (p *parser) expressions() *Expr {
	line := p.now().line
	first := p.starred()
	if !p.is(",") {
		return first
	}
	t := &Expr{Kind: "tuple", Line: line, Items: []*Expr{first}}
	for p.take(",") {
		if p.now().kind == newline || p.now().kind == operator && slices.Contains([]string{"=", ")", "]", "}", ";", ":"}, p.now().s) {
			break
		}
		t.Items = append(t.Items, p.starred())
	}
	return t
}

func (p *parser) starred() *Expr {
	if line := p.now().line; p.take("*") {
		return &Expr{Kind: "star", Line: line, X: p.binary(0)}
	}
	return p.walrus()
}

// targets reads what a for assigns.
func (p *parser) targets() *Expr {
	line := p.now().line
	first := p.target()
	if !p.is(",") {
		return first
	}
	t := &Expr{Kind: "tuple", Line: line, Items: []*Expr{first}}
	for p.take(",") {
		if p.is("in") || p.is("=") {
			break
		}
		t.Items = append(t.Items, p.target())
	}
	return t
}

func (p *parser) target() *Expr {
	if line := p.now().line; p.take("*") {
		return &Expr{Kind: "star", Line: line, X: p.postfix()}
	}
	return p.postfix()
}

// walrus reads x := y, or an expression.
func (p *parser) walrus() *Expr {
	e := p.expression()
	if p.take(":=") {
		return &Expr{Kind: "walrus", Line: e.Line, X: e, Y: p.expression()}
	}
	return e
}

// expression reads a lambda, a condition, or something simpler.
func (p *parser) expression() *Expr {
	p.enter()
	defer func() { p.depth-- }()
	line := p.now().line
	switch {
	case p.take("lambda"):
		l := &Expr{Kind: "lambda", Line: line, Params: p.params(":", false)}
		p.want(":")
		l.X = p.expression()
		return l
	case p.take("yield"):
		y := &Expr{Kind: "yield", Line: line}
		if p.take("from") {
			y.S = "from"
		}
		if p.now().kind != newline && !p.is(")") {
			y.X = p.expressions()
		}
		return y
	}
	x := p.or()
	if p.take("if") {
		test := p.or()
		p.want("else")
		return &Expr{Kind: "if", Line: line, Items: []*Expr{test, x, p.expression()}}
	}
	return x
}

func (p *parser) or() *Expr  { return p.joined("or", p.and) }
func (p *parser) and() *Expr { return p.joined("and", p.not) }

func (p *parser) joined(word string, operand func() *Expr) *Expr {
	x := operand()
	if !p.is(word) {
		return x
	}
	e := &Expr{Kind: word, Line: x.Line, Items: []*Expr{x}}
	for p.take(word) {
		e.Items = append(e.Items, operand())
	}
	return e
}

func (p *parser) not() *Expr {
	p.enter()
	defer func() { p.depth-- }()
	if line := p.now().line; p.take("not") {
		return &Expr{Kind: "unary", S: "not", Line: line, X: p.not()}
	}
	return p.comparison()
}

func (p *parser) comparison() *Expr {
	x := p.binary(0)
	var e *Expr
	for {
		op := ""
		switch {
		case p.is("not") && p.tokens[p.at+1].s == "in":
			p.at += 2
			op = "not in"
		case p.take("in"):
			op = "in"
		case p.take("is"):
			op = "is"
			if p.take("not") {
				op = "is not"
			}
		default:
			for _, s := range []string{"==", "!=", "<=", ">=", "<", ">"} {
				if p.take(s) {
					op = s
					break
				}
			}
		}
		if op == "" {
			if e != nil {
				return e
			}
			return x
		}
		if e == nil {
			e = &Expr{Kind: "compare", Line: x.Line, Items: []*Expr{x}}
		}
		e.Ops = append(e.Ops, op)
		e.Items = append(e.Items, p.binary(0))
	}
}

// levels are the operators by how loosely they bind.
var levels = [][]string{{"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "//", "%", "@"}}

func (p *parser) binary(level int) *Expr {
	if level == len(levels) {
		return p.unary()
	}
	x := p.binary(level + 1)
	for p.now().kind == operator && slices.Contains(levels[level], p.now().s) {
		op := p.now().s
		p.at++
		x = &Expr{Kind: "binary", S: op, Line: x.Line, Items: []*Expr{x, p.binary(level + 1)}}
	}
	return x
}

func (p *parser) unary() *Expr {
	p.enter()
	defer func() { p.depth-- }()
	t := p.now()
	if p.take("-") || p.take("+") || p.take("~") {
		return &Expr{Kind: "unary", S: t.s, Line: t.line, X: p.unary()}
	}
	x := p.postfix()
	if p.take("**") {
		return &Expr{Kind: "binary", S: "**", Line: t.line, Items: []*Expr{x, p.unary()}}
	}
	return x
}

// postfix reads an atom with its attributes, indices and calls.
func (p *parser) postfix() *Expr {
	line := p.now().line
	if p.take("await") {
		return &Expr{Kind: "await", Line: line, X: p.postfix()}
	}
	x := p.atom()
	for {
		switch {
		case p.take("."):
			x = &Expr{Kind: "attribute", Line: line, X: x, S: p.identifier()}
		case p.take("("):
			c := p.arguments()
			c.X, c.Line = x, line
			x = c
		case p.take("["):
			x = &Expr{Kind: "index", Line: line, X: x, Y: p.subscript()}
			p.want("]")
		default:
			return x
		}
	}
}

// arguments reads the arguments of a call behind its bracket.
func (p *parser) arguments() *Expr {
	c := &Expr{Kind: "call", Line: p.now().line}
	for !p.is(")") {
		switch {
		case p.take("**"):
			c.Keys = append(c.Keys, Keyword{"", p.expression()})
		case p.take("*"):
			c.Items = append(c.Items, &Expr{Kind: "star", Line: p.now().line, X: p.expression()})
		case p.now().kind == name && p.tokens[p.at+1].kind == operator && p.tokens[p.at+1].s == "=":
			key := p.identifier()
			p.at++
			c.Keys = append(c.Keys, Keyword{key, p.expression()})
		default:
			x := p.walrus()
			if p.is("for") || p.is("async") {
				x = p.comprehension("generator", x, nil)
			}
			c.Items = append(c.Items, x)
		}
		if !p.take(",") {
			break
		}
	}
	p.want(")")
	return c
}

// subscript reads an index or a slice, or several.
func (p *parser) subscript() *Expr {
	line := p.now().line
	one := func() *Expr {
		var parts []*Expr
		colon := false
		for {
			var part *Expr
			if !p.is(":") && !p.is("]") && !p.is(",") {
				part = p.starred()
			}
			parts = append(parts, part)
			if !p.take(":") {
				break
			}
			colon = true
		}
		if !colon {
			if parts[0] == nil {
				p.fail("an index is missing")
			}
			return parts[0]
		}
		for len(parts) < 3 {
			parts = append(parts, nil)
		}
		return &Expr{Kind: "slice", Line: line, Items: parts[:3]}
	}
	first := one()
	if !p.is(",") {
		return first
	}
	t := &Expr{Kind: "tuple", Line: line, Items: []*Expr{first}}
	for p.take(",") && !p.is("]") {
		t.Items = append(t.Items, one())
	}
	return t
}

// comprehension reads what follows its value.
func (p *parser) comprehension(kind string, x, y *Expr) *Expr {
	c := &Expr{Kind: "comprehension", S: kind, Line: x.Line, X: x, Y: y}
	for p.take("for") {
		l := Loop{Target: p.targets()}
		p.want("in")
		l.Over = p.or()
		for p.take("if") {
			l.If = append(l.If, p.or())
		}
		c.Loops = append(c.Loops, l)
	}
	if len(c.Loops) == 0 {
		p.fail("async is not known")
	}
	return c
}

// atom reads a name, a literal, or something in brackets.
func (p *parser) atom() *Expr {
	t := *p.now()
	e := &Expr{Line: t.line}
	switch t.kind {
	case name:
		switch t.s {
		case "None", "True", "False":
			p.at++
			e.Kind, e.S = "constant", t.s
			return e
		}
		e.Kind, e.S = "name", p.identifier()
		return e
	case number:
		p.at++
		e.Kind, e.S = "number", t.s
		return e
	case text:
		return p.strings()
	case operator:
	default:
		p.fail("an expression is missing")
	}
	switch {
	case p.take("..."):
		e.Kind, e.S = "constant", "..."
	case p.take("("):
		if p.take(")") {
			e.Kind = "tuple"
			return e
		}
		if p.is("yield") {
			e = p.expression()
			p.want(")")
			return e
		}
		e = p.expressions()
		if p.is("for") {
			e = p.comprehension("generator", e, nil)
		}
		p.want(")")
	case p.take("["):
		e.Kind = "list"
		for !p.is("]") {
			x := p.starred()
			if p.is("for") {
				e = p.comprehension("list", x, nil)
				break
			}
			e.Items = append(e.Items, x)
			if !p.take(",") {
				break
			}
		}
		p.want("]")
	case p.take("{"):
		e = p.braces(e)
		p.want("}")
	default:
		p.fail("unexpected %q", t.s)
	}
	return e
}

// braces reads a dict or a set.
func (p *parser) braces(e *Expr) *Expr {
	e.Kind = "dict"
	for !p.is("}") {
		if p.take("**") {
			e.Items, e.Values = append(e.Items, nil), append(e.Values, p.binary(0))
		} else {
			x := p.starred()
			if p.take(":") {
				y := p.expression()
				if p.is("for") {
					return p.comprehension("dict", x, y)
				}
				e.Items, e.Values = append(e.Items, x), append(e.Values, y)
			} else {
				if p.is("for") {
					return p.comprehension("set", x, nil)
				}
				e.Kind, e.Items = "set", append(e.Items, x)
			}
		}
		if !p.take(",") {
			break
		}
	}
	return e
}
