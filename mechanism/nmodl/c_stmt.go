package nmodl

// mixed compiles statements of which some are VERBATIM. A { of one VERBATIM may
// be closed in another, with NMODL between the two; so the C and the NMODL
// statements between are read as one text. C that is not understood is an error
// when it is reached.
func (x *scope) mixed(list []Stmt) action {
	if b := x.plain(list); b != nil {
		return x.statements(b)
	}
	var tokens []cToken
	for _, s := range list {
		if v, ok := s.(*Verbatim); ok {
			tokens = append(tokens, lexC(v)...)
			continue
		}
		tokens = append(tokens, cToken{kind: cStmt, stmt: s, pos: s.Position(), line: true})
	}
	f := x.u.cfile()
	p := &cParser{list: f.macros.preprocess(tokens), types: f.types, known: x.cKnown}
	x.c.vars = append(x.c.vars, map[string]*cVar{})
	defer func() { x.c.vars = x.c.vars[:len(x.c.vars)-1] }()
	var out []action
	err := p.guard(func() {
		for p.tok().kind != cEnd {
			out = append(out, x.cNode(p.statement()))
		}
	})
	if err != nil {
		for _, s := range list { // mistakes in the NMODL between are errors all the same
			if _, ok := s.(*Verbatim); !ok {
				x.stmt(s)
			}
		}
		out = []action{x.u.never(err.pos, "not supported in VERBATIM: %s", err.msg)}
	}
	return sequence(out)
}

// cKnown tells names that are variables where a declaration may start.
func (x *scope) cKnown(name string) bool {
	return x.cLocal(name) != nil || x.u.cfile().vars[name] != nil || x.u.c.Symbols[name] != nil || simulatorVariables[name]
}

// plain gives the statements without VERBATIMs that do nothing; nil where one
// does more.
func (x *scope) plain(list []Stmt) []Stmt {
	out := []Stmt{}
	for _, s := range list {
		if v, ok := s.(*Verbatim); !ok {
			out = append(out, s)
		} else if !x.u.c.ignorable(v) {
			return nil
		}
	}
	return out
}

// ignorable reports whether a VERBATIM does nothing: it includes files only, or
// returns 0 at the end of a PROCEDURE.
func (c *compiler) ignorable(v *Verbatim) bool {
	switch idle(v) {
	case idleText:
		return true
	case notIdle:
		return c.reloads(v)
	case idleReturn:
		for _, b := range c.Routines {
			if n := len(b.Body); b.Kind == Procedure && n > 0 && b.Body[n-1] == Stmt(v) {
				return true
			}
		}
	}
	return false
}

// reloads reports whether all that a VERBATIM does is to load variables of ions
// that the mechanism does not change: x = _ion_x;
func (c *compiler) reloads(v *Verbatim) bool {
	tokens := lexC(v)
	if len(tokens) == 0 || len(tokens)%4 != 0 {
		return false
	}
	for i := 0; i < len(tokens); i += 4 {
		name := tokens[i].text
		s := c.Symbols[name]
		if s == nil || s.Ion == nil || s.Ion.Write || s.Assigned ||
			tokens[i+1].text != "=" || tokens[i+2].text != "_ion_"+name || tokens[i+3].text != ";" {
			return false
		}
	}
	return true
}

type idleness int

const (
	notIdle idleness = iota
	idleText
	idleReturn // return 0;
)

// idle says whether a VERBATIM does nothing.
func idle(v *Verbatim) idleness {
	tokens := lexC(v)
	for i := 0; i < len(tokens); {
		t := tokens[i]
		if t.line && t.text == "#" && i+1 < len(tokens) && tokens[i+1].text == "include" {
			for i++; i < len(tokens) && !tokens[i].line; i++ {
			}
			continue
		}
		rest := tokens[i:]
		switch {
		case t.text == ";":
			i++
		case t.text == "return" && len(rest) == 2 && rest[1].text == ";",
			t.text == "return" && len(rest) == 3 && rest[1].text == "0" && rest[2].text == ";",
			t.text == "return" && len(rest) == 5 && rest[1].text == "(" && rest[2].text == "0" && rest[4].text == ";":
			return idleReturn
		default:
			return notIdle
		}
	}
	return idleText
}

// cNode compiles a statement of C.
func (x *scope) cNode(n cNode) action {
	switch n := n.(type) {
	case *cNMODL:
		a := x.stmt(n.s)
		if a == nil {
			return sequence(nil)
		}
		return a
	case *cExprStmt:
		return x.cExpr(n.x).effect()
	case *cBlock:
		return x.cList(n.list)
	case *cDecl:
		var out []action
		for _, v := range n.vars {
			if a := x.cDeclare(v); a != nil {
				out = append(out, a)
			}
		}
		return sequence(out)
	case *cIf:
		c, yes, no := x.cExpr(n.c).test(), x.cNode(n.yes), sequence(nil)
		if n.no != nil {
			no = x.cNode(n.no)
		}
		return func(m *machine) control {
			if c(m) {
				return yes(m)
			}
			return no(m)
		}
	case *cLoop:
		return x.cLoop(n)
	case *cSwitch:
		return x.cSwitch(n)
	case *cCase:
		return x.u.never(n.pos, "not supported in VERBATIM: a case inside of a statement of the switch")
	case *cJump:
		c := n.next
		return func(*machine) control { return c }
	case *cReturn:
		return x.cReturn(n)
	}
	return x.u.never(n.cPos(), "not supported in VERBATIM: this statement")
}

func (x *scope) cList(list []cNode) action {
	x.c.vars = append(x.c.vars, map[string]*cVar{})
	x.names = append(x.names, map[string]*Symbol{})
	var out []action
	for _, n := range list {
		out = append(out, x.cNode(n))
	}
	x.c.vars = x.c.vars[:len(x.c.vars)-1]
	x.names = x.names[:len(x.names)-1]
	return sequence(out)
}

// cDeclare makes a variable and gives the code of its initial value.
func (x *scope) cDeclare(v *cVar) action {
	if v.extern {
		return nil // a variable of NEURON, known by its name or not at all
	}
	if v.typ.kind == cOpaque || v.typ.kind == cVoid {
		return x.u.never(v.pos, "not supported in VERBATIM: a variable of the type %s", typeText(v.typ))
	}
	x.declareC(v)
	if v.init == nil || v.file {
		return nil
	}
	y := x.variable(v, v.pos)
	switch init := v.init.(type) {
	case *cList:
		return x.fill(y, v.typ, init)
	case *cString:
		if v.typ.length > 0 {
			r, text, pos, n := y.r, init.text, v.pos, v.typ.length
			return func(m *machine) control {
				b, ok := m.target(r(m), cCharType, pos).(cBytes)
				if !ok {
					panic(m.unlike(pos))
				}
				clear(b)
				copy(b[:max(n-1, 0)], text)
				return next
			}
		}
	}
	return x.store(y, x.to(x.cExpr(v.init), v.typ, v.pos), v.pos).effect()
}

// fill assigns { 1, 2, 3 } to an array; the rest of it becomes 0.
func (x *scope) fill(array cValue, t *cType, l *cList) action {
	if t.kind != cPointer || t.length <= 0 {
		return x.u.never(l.pos, "not supported in VERBATIM: { } as the value of this")
	}
	var flat []cExpr
	var spread func(t *cType, e cExpr)
	spread = func(t *cType, e cExpr) {
		l, ok := e.(*cList)
		if !ok {
			flat = append(flat, e)
			return
		}
		start := len(flat)
		for _, item := range l.items {
			sub := t
			if t.kind == cPointer && t.length > 0 {
				sub = t.elem
			}
			spread(sub, item)
		}
		for n := int(elements(t)); len(flat)-start < n && n < 1<<16; {
			flat = append(flat, &cNum{typ: cIntType})
		}
	}
	spread(t, l)
	elem := t
	for elem.kind == cPointer && elem.length > 0 {
		elem = elem.elem
	}
	var out []action
	for i, e := range flat {
		r, k := array.r, int64(i)
		place := x.deref(func(m *machine) ref { p := r(m); p.i += k; return p }, elem, e.cPos())
		out = append(out, x.store(place, x.to(x.cExpr(e), elem, e.cPos()), e.cPos()).effect())
	}
	return sequence(out)
}

func (x *scope) cLoop(n *cLoop) action {
	x.c.vars = append(x.c.vars, map[string]*cVar{})
	defer func() { x.c.vars = x.c.vars[:len(x.c.vars)-1] }()
	init, step := sequence(nil), sequence(nil)
	if n.init != nil {
		init = x.cNode(n.init)
	}
	c := func(*machine) bool { return true }
	if n.c != nil {
		c = x.cExpr(n.c).test()
	}
	if n.step != nil {
		step = x.cExpr(n.step).effect()
	}
	body, pos, do := x.cNode(n.body), n.pos, n.do
	return func(m *machine) control {
		init(m)
		for first := true; do && first || c(m); first = false {
			m.tick(pos)
			switch body(m) {
			case returned:
				return returned
			case breakLoop:
				return next
			}
			step(m)
		}
		return next
	}
}

func (x *scope) cSwitch(n *cSwitch) action {
	x.c.vars = append(x.c.vars, map[string]*cVar{})
	defer func() { x.c.vars = x.c.vars[:len(x.c.vars)-1] }()
	choose := x.cExpr(n.x).whole(cLongType)
	at, fallback := map[int64]int{}, -1
	var code []action
	for _, s := range n.list {
		if c, ok := s.(*cCase); ok {
			if c.x == nil {
				fallback = len(code)
				continue
			}
			k, ok := cConstant(c.x)
			if !ok {
				return x.u.never(c.pos, "not supported in VERBATIM: a case that is no constant")
			}
			at[k] = len(code)
			continue
		}
		code = append(code, x.cNode(s))
	}
	return func(m *machine) control {
		i, ok := at[choose(m)]
		if !ok {
			i = fallback
		}
		if i < 0 {
			return next
		}
		for _, a := range code[i:] {
			switch c := a(m); c {
			case next:
			case breakLoop:
				return next
			default:
				return c
			}
		}
		return next
	}
}

// cReturn compiles a return. In NMODL code the value is a number; in a function
// of C it is of the function's type.
func (x *scope) cReturn(n *cReturn) action {
	if n.x == nil {
		return func(m *machine) control { m.result, m.resultInt, m.resultRef = 0, 0, ref{}; return returned }
	}
	v := x.cExpr(n.x)
	t := x.c.result
	if t == nil {
		t = cDoubleType
	}
	v = x.to(v, t, n.pos)
	switch {
	case v.f != nil:
		f := v.f
		return func(m *machine) control { m.result = f(m); return returned }
	case v.k != nil:
		k := v.k
		return func(m *machine) control { m.resultInt = k(m); return returned }
	case v.r != nil:
		r := v.r
		return func(m *machine) control { m.resultRef = r(m); return returned }
	}
	do := v.effect()
	return func(m *machine) control { do(m); return returned }
}
