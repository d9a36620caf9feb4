package nmodl

import (
	"math"
	"strconv"
	"strings"
)

func (p *cParser) wholeExpression() (x cExpr, err *cError) {
	err = p.guard(func() {
		x = p.expression()
		if p.tok().kind != cEnd {
			p.fail("expected an operator in C, found " + p.found())
		}
	})
	return x, err
}

func (p *cParser) expression() cExpr {
	x := p.assignment()
	for p.is(",") {
		at := cAt{p.tok().pos}
		p.i++
		x = &cComma{at, x, p.assignment()}
	}
	return x
}

func (p *cParser) assignment() cExpr {
	p.nest()
	defer func() { p.depth-- }()
	x := p.conditional()
	t := p.tok()
	if t.kind == cPunct {
		switch t.text {
		case "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=":
			p.i++
			return &cAssign{cAt{t.pos}, strings.TrimSuffix(t.text, "="), x, p.assignment()}
		}
	}
	return x
}

func (p *cParser) conditional() cExpr {
	c := p.operators(0)
	if !p.is("?") {
		return c
	}
	at := cAt{p.tok().pos}
	p.i++
	x := p.expression()
	p.expect(":")
	p.nest()
	defer func() { p.depth-- }()
	return &cCond{at, c, x, p.conditional()}
}

var cLevels = map[string]int{
	"||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6, "<": 7, ">": 7, "<=": 7, ">=": 7,
	"<<": 8, ">>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "%": 10,
}

func (p *cParser) operators(level int) cExpr {
	p.nest()
	x := p.unary()
	for {
		t := p.tok()
		l := cLevels[t.text]
		if t.kind != cPunct || l == 0 || l <= level {
			p.depth--
			return x
		}
		p.i++
		x = &cBinary{cAt{t.pos}, t.text, x, p.operators(l)}
	}
}

func (p *cParser) unary() cExpr {
	p.nest()
	defer func() { p.depth-- }()
	t := p.tok()
	at := cAt{t.pos}
	if t.kind == cPunct {
		switch t.text {
		case "-", "+", "!", "~", "&", "*":
			p.i++
			return &cUnary{at, t.text, p.unary()}
		case "++", "--":
			p.i++
			return &cStep{at, t.text[:1], true, p.unary()}
		case "(":
			if p.castStarts() {
				p.i++
				typ := p.typeName()
				typ = p.arrays(typ)
				p.expect(")")
				return &cCast{at, typ, p.unary()}
			}
		}
	}
	if p.accept("sizeof") {
		if p.is("(") && p.castStarts() {
			p.i++
			typ := p.arrays(p.typeName())
			p.expect(")")
			return &cSizeof{cAt: at, typ: typ}
		}
		return &cSizeof{cAt: at, x: p.unary()}
	}
	return p.postfix(p.primary())
}

// castStarts reports whether ( type ) follows.
func (p *cParser) castStarts() bool {
	t := p.ahead(1)
	if t.kind != cName {
		return false
	}
	if cTypeWords[t.text] || cNamedTypes[t.text] != nil || p.types[t.text] != nil {
		return true
	}
	k := 2
	for p.ahead(k).text == "*" && p.ahead(k).kind == cPunct {
		k++
	}
	return k > 2 && p.ahead(k).text == ")" || k == 2 && cOpaqueTypes[t.text] && p.ahead(2).text == ")"
}

func (p *cParser) postfix(x cExpr) cExpr {
	for n := 0; ; n++ {
		t := p.tok()
		at := cAt{t.pos}
		if t.kind != cPunct || n > 1000 {
			return x
		}
		switch t.text {
		case "[":
			p.i++
			x = &cIndex{at, x, p.expression()}
			p.expect("]")
		case "(":
			p.i++
			c := &cCall{cAt: cAt{x.cPos()}, f: x}
			for !p.accept(")") {
				c.args = append(c.args, p.assignment())
				if !p.accept(",") {
					p.expect(")")
					break
				}
			}
			x = c
		case ".", "->":
			p.i++
			if p.tok().kind != cName {
				p.fail("expected the name of a member in C, found " + p.found())
			}
			x = &cMember{at, x, p.tok().text, t.text == "->"}
			p.i++
		case "++", "--":
			p.i++
			x = &cStep{at, t.text[:1], false, x}
		default:
			return x
		}
	}
}

func (p *cParser) primary() cExpr {
	t := p.tok()
	at := cAt{t.pos}
	switch t.kind {
	case cName:
		if cTypeWords[t.text] {
			p.fail("expected an expression in C, found " + p.found())
		}
		p.i++
		if cppCasts[t.text] && p.accept("<") { // static_cast<int>(x) of C++
			typ := p.typeName()
			p.expect(">")
			p.expect("(")
			x := p.expression()
			p.expect(")")
			return &cCast{at, typ, x}
		}
		return &cIdent{at, t.text}
	case cNumber:
		p.i++
		n := cNumberValue(t.text)
		if n == nil {
			panic(&cError{t.pos, "the number " + strconv.Quote(t.text) + " of C"})
		}
		n.cAt = at
		return n
	case cChar:
		p.i++
		if len(t.text) != 1 {
			panic(&cError{t.pos, "a character of C in ' '"})
		}
		return &cNum{cAt: at, whole: int64(int8(t.text[0])), value: float64(int8(t.text[0])), typ: cIntType}
	case cText:
		text := ""
		for p.tok().kind == cText {
			text += p.tok().text
			p.i++
		}
		return &cString{at, text}
	}
	if p.accept("(") {
		x := p.expression()
		p.expect(")")
		return x
	}
	p.fail("expected an expression in C, found " + p.found())
	return nil
}

var cppCasts = wordSet(`static_cast reinterpret_cast const_cast`)

// cNumberValue reads a number of C; nil if it is none.
func cNumberValue(text string) *cNum {
	low := strings.ToLower(text)
	hex := strings.HasPrefix(low, "0x")
	if !hex && strings.ContainsAny(low, ".e") {
		digits := strings.TrimRight(low, "fl")
		x, err := strconv.ParseFloat(digits, 64)
		if err != nil && !math.IsInf(x, 0) || strings.Contains(digits, "_") {
			return nil
		}
		return &cNum{real: true, value: x, typ: cDoubleType}
	}
	digits := strings.TrimRight(low, "ul")
	suffix := low[len(digits):]
	k, err := strconv.ParseUint(digits, 0, 64)
	if err != nil || strings.ContainsAny(digits, "_ob") && !hex {
		return nil
	}
	n := &cNum{whole: int64(k), value: float64(k), typ: cIntType}
	unsigned := strings.Contains(suffix, "u")
	switch {
	case strings.Contains(suffix, "l") || k > math.MaxUint32 || k > math.MaxInt32 && !unsigned && !hex:
		n.typ = &cType{kind: cInt, size: 8, unsigned: unsigned}
	case unsigned || k > math.MaxInt32:
		n.typ = &cType{kind: cInt, size: 4, unsigned: true}
	}
	return n
}
