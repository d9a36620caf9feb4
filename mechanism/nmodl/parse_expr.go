package nmodl

import "fmt"

// Binary operators by binding strength, loosest first. They are those of C,
// into which NEURON translates: == binds looser than <, although NMODL's own
// grammar has the two on one level.
var binaryOps = map[string]Op{
	"||": Or, "&&": And, "==": Eq, "!=": Ne, "<": Lt, ">": Gt, "<=": Le, ">=": Ge,
	"+": Add, "-": Sub, "*": Mul, "/": Div,
}

// precedence is the binding strength of an operator.
func (o Op) precedence() int {
	switch o {
	case Or:
		return 1
	case And:
		return 2
	case Eq, Ne:
		return 3
	case Lt, Gt, Le, Ge:
		return 4
	case Add, Sub:
		return 5
	case Mul, Div:
		return 6
	case Neg, Not:
		return 7
	}
	return 8 // Pow
}

// additive is the level of an expression without comparisons and logic.
const additive = 5

// expr parses an expression.
func (p *parser) expr() Expr { return p.binary(1) }

// binary parses an expression of operators that bind at least as tightly as
// level.
func (p *parser) binary(level int) Expr {
	p.nest()
	x := p.unary()
	for terms := 0; p.tok.kind == tokPunct; terms++ {
		op, ok := binaryOps[p.tok.text]
		if !ok || op.precedence() < level {
			break
		}
		if terms == maxTerms {
			p.errorAt(p.tok.pos, "", "more than %d operators in one expression", maxTerms)
			panic(giveUp{})
		}
		at := At{p.advance().pos}
		x = &Binary{At: at, Op: op, X: x, Y: p.binary(op.precedence() + 1)}
	}
	p.depth--
	return x
}

// unary parses -x, !x or a power.
func (p *parser) unary() Expr {
	p.nest()
	defer func() { p.depth-- }()
	at := At{p.tok.pos}
	p.mark("-", unarySign)
	p.mark("!", unarySign)
	switch {
	case p.accept("-"):
		return &Unary{At: at, Op: Neg, X: p.unary()}
	case p.accept("!"):
		return &Unary{At: at, Op: Not, X: p.unary()}
	}
	x := p.primary()
	if p.is("^") {
		at := At{p.advance().pos}
		return &Binary{At: at, Op: Pow, X: x, Y: p.unary()}
	}
	return x
}

// primary parses a number, a variable, a call or an expression in parentheses.
func (p *parser) primary() Expr {
	t := p.tok
	switch {
	case t.kind == tokNumber || t.kind == tokName && t.primes == 0 && p.defines[t.text] != nil:
		n := p.number("a number")
		n.Unit = p.unit()
		return n
	case t.kind == tokName && t.primes == 0 && p.called():
		return p.call()
	case t.kind == tokName:
		return p.variableUse("a variable")
	case p.is("INT"):
		return p.call()
	case p.accept("("):
		x := p.expr()
		if !p.is(")") {
			what := fmt.Sprintf("an operator, or \")\" for the \"(\" of column %d", t.pos.Column)
			if t.pos.Line != p.tok.pos.Line {
				what = fmt.Sprintf("an operator, or \")\" for the \"(\" of line %d", t.pos.Line)
			}
			p.expectedHint(what, p.operatorHint())
		}
		p.advance()
		if n, ok := x.(*Number); ok {
			n.Factor = true
		}
		if p.is("(") {
			p.failAt(p.tok.pos, "a unit can only follow a number", "expected an operator, found \"(\"")
		}
		return x
	}
	p.expected("an expression")
	return nil
}

// operatorHint helps with what people write by habit from other languages.
func (p *parser) operatorHint() string {
	if p.is("=") {
		return "a comparison is written =="
	}
	return ""
}

// called says whether "(" follows the next token.
func (p *parser) called() bool {
	t := p.peek()
	return t.kind == tokPunct && t.text == "("
}

// call parses name(arguments).
func (p *parser) call() *Call {
	t := p.advance()
	c := &Call{At: At{t.pos}, Name: t.text}
	p.mark("(", callOpen)
	p.expect("(", "after "+t.text)
	if p.accept(")") {
		return c
	}
	for {
		if p.tok.kind == tokString {
			s := p.advance()
			c.Args = append(c.Args, &String{At{s.pos}, s.text})
		} else {
			c.Args = append(c.Args, p.expr())
		}
		if !p.accept(",") {
			break
		}
	}
	if !p.is(")") {
		p.expectedHint(`"," or ")" in the arguments of `+c.Name, p.operatorHint())
	}
	p.advance()
	return c
}

// variableUse parses x, x[i], x', x'[i], x@n or x@n[i].
func (p *parser) variableUse(what string) Expr {
	if p.tok.kind != tokName {
		p.ident(what) // reports
	}
	t := p.advance()
	at := At{t.pos}
	back := 0
	if t.primes == 0 && p.accept("@") {
		steps := p.integer("the number of steps after @")
		if back = int(steps.Value); back < 1 {
			p.failAt(steps.Pos, "", "the number of steps after @ is at least 1")
		}
	}
	var index Expr
	if p.accept("[") {
		index = p.binary(additive)
		p.expect("]", "after the index of "+t.text)
	}
	switch {
	case t.primes > 0:
		return &Prime{At: at, Name: t.text, Order: t.primes, Index: index}
	case index != nil:
		return &Index{At: at, Name: t.text, Back: back, Index: index}
	}
	return &Name{At: at, Name: t.text, Back: back}
}
