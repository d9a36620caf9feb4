package nmodl

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
