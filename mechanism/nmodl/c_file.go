package nmodl

import (
	"maps"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
	"github.com/gneuron/gneuron/mechanism"
)

// cFile is the C that stands outside of the blocks of a .mod text: macros,
// types, variables and functions.
type cFile struct {
	u      *single
	macros *cMacros
	types  map[string]*cType
	vars   map[string]*cVar
	funcs  map[string]*cFunc
	slots  int // objects of the mechanism as a whole
	errs   []*cError
}

// cfile reads the C of the file, once.
func (u *single) cfile() *cFile {
	if u.file != nil {
		return u.file
	}
	tokens, macros := u.c.preprocessed()
	f := &cFile{u: u, macros: macros, types: map[string]*cType{}, vars: map[string]*cVar{}, funcs: map[string]*cFunc{}}
	u.file = f
	f.read(tokens)
	return f
}

// preprocessed gives the C outside of blocks with its macros expanded, which is
// done once, and a copy of the macros that it defines.
func (c *compiler) preprocessed() ([]cToken, *cMacros) {
	if c.fileMacros == nil {
		var tokens []cToken
		for _, b := range c.File.Blocks {
			if v, ok := b.(*Verbatim); ok {
				tokens = append(tokens, lexC(v)...)
			}
		}
		c.fileMacros = newMacros()
		c.fileTokens = c.fileMacros.preprocess(tokens)
	}
	return c.fileTokens, &cMacros{known: maps.Clone(c.fileMacros.known), budget: c.fileMacros.budget}
}

// read takes declarations and functions. What it does not understand is passed
// over up to the next ; or }.
func (f *cFile) read(tokens []cToken) {
	p := &cParser{list: tokens, types: f.types}
	for p.tok().kind != cEnd {
		start := p.i
		p.depth = 0
		if err := p.guard(func() { f.item(p) }); err != nil {
			f.errs = append(f.errs, err)
			f.skip(p, start)
		}
	}
}

// skip passes the item that starts at a token.
func (f *cFile) skip(p *cParser, start int) {
	p.i = start
	depth := 0
	for ; p.i < len(p.list); p.i++ {
		if p.list[p.i].kind != cPunct {
			continue
		}
		switch p.list[p.i].text {
		case "{", "(":
			depth++
		case ")":
			depth--
		case "}":
			if depth--; depth <= 0 {
				p.i++
				p.accept(";")
				return
			}
		case ";":
			if depth <= 0 {
				p.i++
				return
			}
		}
	}
}

// item reads one declaration or function.
func (f *cFile) item(p *cParser) {
	if p.accept(";") || p.accept("}") {
		return
	}
	if p.is("extern") && p.ahead(1).kind == cText && p.ahead(2).text == "{" {
		p.i += 3
		return
	}
	start := p.i
	base, _ := p.baseType()
	if !p.is(";") {
		v, function := p.declarator(base)
		if function {
			params, ok := f.params(p)
			if ok && p.is("{") {
				f.function(p, v, params)
				return
			}
		}
	}
	p.i = start
	d := p.declaration()
	p.expect(";")
	for _, v := range d.vars {
		if !v.extern {
			f.vars[v.name] = v
			f.place(v)
		}
	}
}

// params reads (double x, int n); ok is false where they are of no use.
func (f *cFile) params(p *cParser) (list []*cVar, ok bool) {
	start := p.i
	ok = true
	err := p.guard(func() {
		p.expect("(")
		if p.accept(")") {
			return
		}
		if p.is("void") && p.ahead(1).text == ")" {
			p.i += 2
			return
		}
		for {
			if !p.typeStarts() && p.tok().kind != cName {
				p.fail("expected a type in C, found " + p.found())
			}
			base, _ := p.baseType()
			if p.is(",") || p.is(")") {
				list = append(list, &cVar{typ: base})
			} else {
				t := p.stars(base)
				v := &cVar{cAt: cAt{p.tok().pos}, typ: t}
				if p.tok().kind == cName {
					v.name = p.tok().text
					p.i++
				}
				v.typ = p.arrays(t)
				if v.typ.length != 0 {
					v.typ = pointerTo(v.typ.elem)
				}
				list = append(list, v)
			}
			if !p.accept(",") {
				break
			}
		}
		p.expect(")")
	})
	if err != nil {
		p.i = start
		p.parentheses()
		return nil, false
	}
	return list, ok
}

// function reads the body of a function.
func (f *cFile) function(p *cParser, v *cVar, params []*cVar) {
	fn := &cFunc{cAt: v.cAt, name: v.name, result: v.typ, params: params}
	f.funcs[v.name] = fn
	start := p.i
	names := map[string]bool{}
	for _, q := range params {
		names[q.name] = true
	}
	p.known = func(name string) bool { return names[name] || f.vars[name] != nil || f.u.c.Symbols[name] != nil }
	fn.bad = p.guard(func() { fn.body = p.blockStatement() })
	p.known = nil
	if fn.bad != nil {
		p.i = start
		p.braces()
	}
}

// place gives a variable of the file (or a static one of a function) its home:
// numbers among the global variables of the mechanism, the rest among its
// objects.
func (f *cFile) place(v *cVar) {
	v.file, v.placed = true, true
	if v.typ.number() {
		s := &Symbol{Name: v.name + " in VERBATIM", Pos: v.pos}
		v.slot = f.u.c.addGlobal(s, true)
		if v.init != nil {
			if y, ok := cNumberConstant(v.init); ok {
				g := f.u.c.typ.Globals
				g[len(g)-1].Default = y
			}
		}
		return
	}
	v.slot = objectsOfFile + f.slots
	f.slots++
}

// objectsOfFile is the first slot of the file's objects; those below are for
// POINTERs.
const objectsOfFile = 1 << 16

// cNumberConstant computes a number that is known while compiling.
func cNumberConstant(e cExpr) (float64, bool) {
	if k, ok := cConstant(e); ok {
		return float64(k), true
	}
	switch e := e.(type) {
	case *cNum:
		return e.value, true
	case *cUnary:
		y, ok := cNumberConstant(e.x)
		if e.op == "-" {
			return -y, ok
		}
		return y, ok && e.op == "+"
	case *cBinary:
		a, okA := cNumberConstant(e.x)
		b, okB := cNumberConstant(e.y)
		switch e.op {
		case "+":
			return a + b, okA && okB
		case "-":
			return a - b, okA && okB
		case "*":
			return a * b, okA && okB
		case "/":
			return a / b, okA && okB
		}
	}
	return 0, false
}

// fileVariable gives a variable of the file.
func (u *single) fileVariable(v *cVar, pos fault.Pos) cValue {
	t, i := v.typ, v.slot
	switch {
	case t.kind == cReal:
		return cValue{t: t, f: func(m *machine) float64 { return m.globals[i] }, lv: &cPlace{
			at:   func(m *machine) ref { return ref{base: cFloats(m.globals[i : i+1 : i+1])} },
			setF: func(m *machine, y float64) { m.globals[i] = y }}}
	case t.kind == cInt:
		return cValue{t: t, k: func(m *machine) int64 { return cformat.Whole(m.globals[i]) }, lv: &cPlace{
			at:   func(m *machine) ref { return ref{base: cFloats(m.globals[i : i+1 : i+1])} },
			setK: func(m *machine, y int64) { m.globals[i] = unsignedReal(y, t) }}}
	}
	array := t.kind == cPointer && t.length > 0
	var init action
	if array && v.init != nil {
		x := u.newScope(&routine{name: v.name, result: -1}, nil)
		if l, ok := v.init.(*cList); ok {
			raw := refValue(t, func(m *machine) ref {
				r, _ := m.in.Mech.Object(mechanism.NoRow, i).(ref)
				return r
			})
			init = x.fill(raw, t, l)
		}
	}
	get := func(m *machine) ref {
		r, _ := m.in.Mech.Object(mechanism.NoRow, i).(ref)
		if array && r.isNull() {
			r = newArray(t)
			m.in.Mech.SetObject(mechanism.NoRow, i, r)
			if init != nil {
				init(m)
			}
		}
		return r
	}
	if array {
		return refValue(t, get)
	}
	return cValue{t: t, r: get, lv: &cPlace{
		at:   func(m *machine) ref { return ref{base: cObject{m.in.Mech, mechanism.NoRow, i}} },
		setR: func(m *machine, y ref) { m.in.Mech.SetObject(mechanism.NoRow, i, y) }}}
}

// routine compiles a function of C, once.
func (u *single) cRoutine(fn *cFunc) *routine {
	if fn.r != nil {
		return fn.r
	}
	r := &routine{name: fn.name, result: -1}
	fn.r = r
	x := u.newScope(r, nil)
	x.c.result = fn.result
	if fn.result.kind == cVoid {
		x.c.result = cDoubleType
	}
	x.c.vars = []map[string]*cVar{{}}
	for _, p := range fn.params {
		if p.name != "" {
			x.declareC(p)
		}
	}
	if fn.bad != nil {
		r.body = u.never(fn.bad.pos, "not supported in VERBATIM: %s", fn.bad.msg)
		return r
	}
	r.body = x.cList(fn.body.list)
	return r
}
