package nmodl

// statement reads one statement.
func (p *cParser) statement() cNode {
	p.nest()
	defer func() { p.depth-- }()
	t := p.tok()
	at := cAt{t.pos}
	if t.kind == cStmt {
		p.i++
		return &cNMODL{at, t.stmt}
	}
	if p.is("{") {
		return p.blockStatement()
	}
	if p.accept(";") {
		return &cBlock{cAt: at}
	}
	if t.kind == cName {
		switch t.text {
		case "if":
			p.i++
			p.expect("(")
			s := &cIf{cAt: at, c: p.expression()}
			p.expect(")")
			s.yes = p.statement()
			if p.accept("else") {
				s.no = p.statement()
			}
			return s
		case "while":
			p.i++
			p.expect("(")
			s := &cLoop{cAt: at, c: p.expression()}
			p.expect(")")
			s.body = p.statement()
			return s
		case "do":
			p.i++
			s := &cLoop{cAt: at, do: true, body: p.statement()}
			p.expect("while")
			p.expect("(")
			s.c = p.expression()
			p.expect(")")
			p.expect(";")
			return s
		case "for":
			return p.forStatement()
		case "switch":
			p.i++
			p.expect("(")
			s := &cSwitch{cAt: at, x: p.expression()}
			p.expect(")")
			if !p.is("{") {
				p.fail("a switch of C without { }")
			}
			s.list = p.blockStatement().list
			return s
		case "case":
			p.i++
			s := &cCase{cAt: at, x: p.conditional()}
			p.expect(":")
			return s
		case "default":
			p.i++
			p.expect(":")
			return &cCase{cAt: at}
		case "break", "continue":
			p.i++
			p.expect(";")
			if t.text == "break" {
				return &cJump{at, breakLoop}
			}
			return &cJump{at, continueLoop}
		case "return":
			p.i++
			s := &cReturn{cAt: at}
			if !p.is(";") {
				s.x = p.expression()
			}
			p.expect(";")
			return s
		case "goto":
			p.fail("goto in C")
		}
		if p.typeStarts() {
			d := p.declaration()
			p.expect(";")
			return d
		}
	}
	s := &cExprStmt{cAt: at, x: p.expression()}
	p.expect(";")
	return s
}

func (p *cParser) blockStatement() *cBlock {
	b := &cBlock{cAt: cAt{p.tok().pos}}
	p.expect("{")
	for !p.accept("}") {
		if p.tok().kind == cEnd {
			p.fail("a { of C has no }")
		}
		b.list = append(b.list, p.statement())
	}
	return b
}

func (p *cParser) forStatement() cNode {
	s := &cLoop{cAt: cAt{p.tok().pos}}
	p.i++
	p.expect("(")
	switch {
	case p.is(";"):
	case p.typeStarts():
		s.init = p.declaration()
	default:
		x := p.expression()
		s.init = &cExprStmt{cAt{x.cPos()}, x}
	}
	p.expect(";")
	if !p.is(";") {
		s.c = p.expression()
	}
	p.expect(";")
	if !p.is(")") {
		s.step = p.expression()
	}
	p.expect(")")
	s.body = p.statement()
	return s
}
