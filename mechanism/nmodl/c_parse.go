package nmodl

import (
	"math"
	"strconv"
	"strings"

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

// ---- types

var cTypeWords = wordSet(`void char short int long float double signed unsigned const volatile register static extern inline
	struct union enum auto _Bool bool typedef restrict __restrict`)

var cNamedTypes = map[string]*cType{
	"size_t": {kind: cInt, size: 8, unsigned: true}, "ssize_t": cLongType, "ptrdiff_t": cLongType,
	"int8_t": cCharType, "int16_t": {kind: cInt, size: 2}, "int32_t": cIntType, "int64_t": cLongType,
	"uint8_t": {kind: cInt, size: 1, unsigned: true}, "uint16_t": {kind: cInt, size: 2, unsigned: true},
	"uint32_t": {kind: cInt, size: 4, unsigned: true}, "u_int32_t": {kind: cInt, size: 4, unsigned: true}, "uint": {kind: cInt, size: 4, unsigned: true},
	"uint64_t": {kind: cInt, size: 8, unsigned: true}, "time_t": cLongType, "clock_t": cLongType,
}

var cOpaqueTypes = wordSet(`FILE Rand Object Symbol NrnThread Datum Prop Point_process IvocVect Vect nrnran123_State Node Section
	ListVec Symlist Objectdata Inst List OcList vector`)

// typeStarts reports whether a declaration starts here.
func (p *cParser) typeStarts() bool {
	t := p.tok()
	if t.kind != cName {
		return false
	}
	if cTypeWords[t.text] || cNamedTypes[t.text] != nil || p.types[t.text] != nil {
		return true
	}
	if p.known != nil && p.known(t.text) {
		return false
	}
	if cOpaqueTypes[t.text] {
		return true
	}
	// name name, or name * name ; = ,
	k := 1
	for p.ahead(k).kind == cPunct && p.ahead(k).text == "*" {
		k++
	}
	if p.ahead(k).kind != cName {
		return false
	}
	if k == 1 {
		return true
	}
	switch p.ahead(k + 1).text {
	case ";", "=", ",", "[":
		return true
	}
	return false
}

// cStorage is what stands beside a type in a declaration.
type cStorage struct{ static, extern, typedef bool }

// baseType reads a type without its stars.
func (p *cParser) baseType() (*cType, cStorage) {
	var st cStorage
	long, unsigned, signed := 0, false, false
	word := ""
	var named *cType
loop:
	for {
		t := p.tok()
		if t.kind != cName {
			break
		}
		switch t.text {
		case "static":
			st.static = true
		case "extern":
			st.extern = true
			if p.ahead(1).kind == cText { // extern "C"
				p.i++
			}
		case "typedef":
			st.typedef = true
		case "const", "volatile", "register", "inline", "auto", "restrict", "__restrict":
		case "long":
			long++
		case "unsigned":
			unsigned = true
		case "signed":
			signed = true
		case "short", "int", "char", "float", "double", "void", "_Bool", "bool":
			if word == "" || word == "int" {
				word = t.text
			}
		case "struct", "union", "enum":
			p.i++
			named = p.compound(t.text)
			continue
		default:
			if word != "" || named != nil || long > 0 || unsigned || signed {
				break loop
			}
			switch {
			case p.types[t.text] != nil:
				named = p.types[t.text]
			case cNamedTypes[t.text] != nil:
				named = cNamedTypes[t.text]
			default:
				named = &cType{kind: cOpaque, size: 8, name: t.text}
			}
		}
		p.i++
	}
	switch {
	case named != nil:
		return named, st
	case word == "void":
		return cVoidType, st
	case word == "double":
		return cDoubleType, st
	case word == "float":
		return &cType{kind: cReal, size: 4}, st
	case word == "char" || word == "_Bool" || word == "bool":
		return &cType{kind: cInt, size: 1, unsigned: unsigned}, st
	case word == "short":
		return &cType{kind: cInt, size: 2, unsigned: unsigned}, st
	case long > 0:
		return &cType{kind: cInt, size: 8, unsigned: unsigned}, st
	}
	return &cType{kind: cInt, size: 4, unsigned: unsigned}, st
}

// compound reads the rest of a struct, union or enum, whose inside is not
// understood.
func (p *cParser) compound(word string) *cType {
	t := &cType{kind: cOpaque, size: 8, name: word}
	if word == "enum" {
		t = &cType{kind: cInt, size: 4}
	}
	if p.tok().kind == cName {
		t.name = p.tok().text
		p.i++
	}
	if p.is("{") {
		if word == "enum" {
			p.fail("an enum in C")
		}
		p.braces()
	}
	return t
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

// stars reads the * behind a type.
func (p *cParser) stars(t *cType) *cType {
	for p.accept("*") {
		t = &cType{kind: cPointer, size: 8, elem: t}
		for p.accept("const") || p.accept("restrict") || p.accept("__restrict") {
		}
	}
	return t
}

// typeName reads the type of a cast or sizeof, without a variable.
func (p *cParser) typeName() *cType {
	t, _ := p.baseType()
	return p.stars(t)
}

// declarator reads *name[3]; params tells that () followed, which declares a
// function.
func (p *cParser) declarator(base *cType) (v *cVar, function bool) {
	t := p.stars(base)
	v = &cVar{cAt: cAt{p.tok().pos}}
	if p.is("(") && p.ahead(1).text == "*" { // a pointer to a function
		p.fail("a pointer to a function in C")
	}
	if p.tok().kind != cName {
		p.fail("expected the name of a variable in C, found " + p.found())
	}
	v.name = p.tok().text
	p.i++
	if p.is("(") {
		v.typ = t
		return v, true
	}
	v.typ = p.arrays(t)
	return v, false
}

// arrays reads [2][3].
func (p *cParser) arrays(t *cType) *cType {
	if !p.accept("[") {
		return t
	}
	n := int64(-1)
	if !p.is("]") {
		x := p.conditional()
		k, ok := cConstant(x)
		if !ok || k < 1 || k > 1<<24 {
			p.fail("an array of C needs a constant size from 1 to 16777216")
		}
		n = k
	}
	p.expect("]")
	return &cType{kind: cPointer, size: 8, elem: p.arrays(t), length: n}
}

// declaration reads "double x = 1, *y;" without its semicolon.
func (p *cParser) declaration() *cDecl {
	d := &cDecl{cAt: cAt{p.tok().pos}}
	base, st := p.baseType()
	if p.is(";") {
		return d
	}
	for {
		v, function := p.declarator(base)
		if function { // a prototype
			p.parentheses()
			if p.accept(",") {
				continue
			}
			return d
		}
		if st.typedef {
			p.define(v.name, v.typ)
		} else {
			v.static, v.extern = st.static, st.extern
			if p.accept("=") {
				v.init = p.initializer()
			}
			if v.typ.length < 0 {
				v.typ = sized(v.typ, v.init)
			}
			if v.typ.kind == cPointer && v.typ.length < 0 {
				p.fail("the array " + v.name + " of C has no size")
			}
			d.vars = append(d.vars, v)
		}
		if !p.accept(",") {
			return d
		}
	}
}

func (p *cParser) define(name string, t *cType) {
	if p.types == nil {
		p.types = map[string]*cType{}
	}
	p.types[name] = t
}

// sized gives an array without a size that of its initial value.
func sized(t *cType, init cExpr) *cType {
	n := int64(-1)
	switch x := init.(type) {
	case *cList:
		n = int64(len(x.items))
	case *cString:
		n = int64(len(x.text)) + 1
	}
	return &cType{kind: t.kind, size: t.size, elem: t.elem, length: n}
}

func (p *cParser) initializer() cExpr {
	if !p.is("{") {
		return p.assignment()
	}
	p.nest()
	defer func() { p.depth-- }()
	l := &cList{cAt: cAt{p.tok().pos}}
	p.i++
	for !p.accept("}") {
		l.items = append(l.items, p.initializer())
		if !p.accept(",") {
			p.expect("}")
			break
		}
	}
	return l
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

// ---- statements

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

// ---- expressions

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
