package nmodl

import (
	"strconv"

	"github.com/gneuron/gneuron/fault"
)

// cParser reads tokens of C.
type cParser struct {
	list  []cToken
	i     int
	types map[string]*cType // of typedef
	depth int
	// known tells the names that are variables or functions, so that "a * b" is
	// a product and not the declaration of b.
	known func(name string) bool
}

const maxCDepth = 300

func (p *cParser) tok() cToken {
	if p.i < len(p.list) {
		return p.list[p.i]
	}
	pos := fault.Pos{}
	if len(p.list) > 0 {
		pos = p.list[len(p.list)-1].pos
	}
	return cToken{kind: cEnd, pos: pos}
}

func (p *cParser) ahead(n int) cToken {
	if p.i+n < len(p.list) {
		return p.list[p.i+n]
	}
	return cToken{kind: cEnd}
}

func (p *cParser) is(text string) bool {
	t := p.tok()
	return t.text == text && (t.kind == cPunct || t.kind == cName)
}

func (p *cParser) accept(text string) bool {
	if p.is(text) {
		p.i++
		return true
	}
	return false
}

func (p *cParser) fail(msg string) { panic(&cError{p.tok().pos, msg}) }

func (p *cParser) expect(text string) {
	if !p.accept(text) {
		p.fail("expected " + text + " in C, found " + p.found())
	}
}

func (p *cParser) found() string {
	t := p.tok()
	switch t.kind {
	case cEnd:
		return "the end of the block"
	case cStmt:
		return "a statement of NMODL"
	}
	return strconv.Quote(t.text)
}

// guard runs f and gives the error that stopped it.
func (p *cParser) guard(f func()) (err *cError) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *cError:
			err = r
		default:
			panic(r)
		}
	}()
	f()
	return nil
}

func (p *cParser) nest() {
	if p.depth++; p.depth > maxCDepth {
		p.fail("C code is nested too deeply")
	}
}

// braces passes { ... }.
func (p *cParser) braces() {
	depth := 0
	for ; p.i < len(p.list); p.i++ {
		if p.list[p.i].kind != cPunct {
			continue
		}
		switch p.list[p.i].text {
		case "{":
			depth++
		case "}":
			if depth--; depth == 0 {
				p.i++
				return
			}
		}
	}
	p.fail("a { of C has no }")
}

// parentheses passes ( ... ).
func (p *cParser) parentheses() {
	p.expect("(")
	for depth := 1; depth > 0; p.i++ {
		switch t := p.tok(); {
		case t.kind == cEnd:
			p.fail("a ( of C has no )")
		case t.kind == cPunct && t.text == "(":
			depth++
		case t.kind == cPunct && t.text == ")":
			depth--
		}
	}
}
