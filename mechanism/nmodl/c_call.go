package nmodl

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
)

// cCall compiles a call: of a function that a VERBATIM defines, of a routine of
// the file, or of the library (c_lib.go).
func (x *scope) cCall(e *cCall) cValue {
	id, ok := e.f.(*cIdent)
	if !ok {
		return x.unknown(e.pos, "the call of what is no name")
	}
	name := id.name
	f := x.u.cfile()
	if fn := f.funcs[name]; fn != nil {
		return x.callFunction(fn, e)
	}
	for _, n := range []string{name, strings.TrimSuffix(name, "_"+x.u.c.Suffix)} {
		if b := x.u.c.Routines[n]; b != nil && b.Kind != FunctionTable {
			return x.callFromC(b, e)
		}
	}
	if lib := cLibrary[name]; lib != nil {
		return lib(&cArgs{x: x, e: e, name: name})
	}
	if g := functions1[name]; g != nil && len(e.args) == 1 {
		a := x.cExpr(e.args[0]).real()
		return realValue(func(m *machine) float64 { return g(a(m)) })
	}
	if g := functions2[name]; g != nil && len(e.args) == 2 {
		a, b := x.cExpr(e.args[0]).real(), x.cExpr(e.args[1]).real()
		return realValue(func(m *machine) float64 { return g(a(m), b(m)) })
	}
	return x.unknown(e.pos, "the function %s of C", name)
}

// isHandle tells arguments that only NEURON's generated code needs.
func isHandle(e cExpr) bool {
	id, ok := e.(*cIdent)
	return ok && handles[id.name] != ""
}

// callFromC calls a FUNCTION or PROCEDURE of the file from C.
func (x *scope) callFromC(b *CodeBlock, e *cCall) cValue {
	var args []value
	for _, a := range e.args {
		if !isHandle(a) {
			args = append(args, x.cExpr(a).real())
		}
	}
	if len(args) != len(b.Args) {
		return x.unknown(e.pos, "%s takes %s, not %d", b.Name, count(len(b.Args), "argument"), len(args))
	}
	return realValue(x.u.callRoutine(x.u.routine(b), args, e.pos))
}

// cCallFromNMODL calls a function that only VERBATIM knows.
func (x *scope) cCallFromNMODL(e *Call) value {
	if x.u.cfile().funcs[e.Name] == nil && cLibrary[e.Name] == nil && functions1[e.Name] == nil && functions2[e.Name] == nil {
		return x.unknown(e.Pos, "the function %s of C", e.Name).f
	}
	call := &cCall{cAt: cAt{e.Pos}, f: &cIdent{cAt{e.Pos}, e.Name}}
	for _, a := range e.Args {
		if s, ok := a.(*String); ok {
			call.args = append(call.args, &cString{cAt{s.Pos}, unescape(s.Value)})
			continue
		}
		if n, ok := a.(*Name); ok && n.Sym != nil && n.Sym.Size > 0 {
			call.args = append(call.args, &cReady{cAt{n.Pos}, x.symbol(n.Sym, n.Pos)})
			continue
		}
		call.args = append(call.args, &cReady{cAt{a.Position()}, realValue(x.expr(a))})
	}
	return x.cCall(call).real()
}

// cReady is an expression that is compiled already.
type cReady struct {
	cAt
	v cValue
}

// callFunction calls a function that a VERBATIM defines.
func (x *scope) callFunction(fn *cFunc, e *cCall) cValue {
	list := e.args
	if len(list) > len(fn.params) { // those that generated code hands on
		list = nil
		for _, a := range e.args {
			if !isHandle(a) {
				list = append(list, a)
			}
		}
	}
	if len(list) != len(fn.params) {
		return x.unknown(e.pos, "%s takes %s, not %d", fn.name, count(len(fn.params), "argument"), len(list))
	}
	r := x.u.cRoutine(fn)
	var set []func(m *machine, f frame)
	for i, p := range fn.params {
		v := x.cExpr(list[i])
		if p.name == "" || p.typ.kind == cOpaque || p.typ.kind == cVoid {
			do := v.effect()
			set = append(set, func(m *machine, _ frame) { do(m) })
			continue
		}
		v = x.to(v, p.typ, e.pos)
		slot := p.slot
		switch {
		case v.f != nil:
			y := v.f
			set = append(set, func(m *machine, f frame) { f.loc[slot] = y(m) })
		case v.k != nil:
			y := v.k
			set = append(set, func(m *machine, f frame) { f.ints[slot] = y(m) })
		case v.r != nil:
			y := v.r
			set = append(set, func(m *machine, f frame) { f.refs[slot] = y(m) })
		}
	}
	pos := e.pos
	run := func(m *machine) float64 {
		old, f := m.enter(r)
		for _, s := range set {
			s(m, f)
		}
		m.result, m.resultInt, m.resultRef = 0, 0, ref{}
		return m.run(r, old, f, pos)
	}
	switch t := fn.result; t.kind {
	case cInt:
		return cValue{t: t, k: func(m *machine) int64 { run(m); return m.resultInt }}
	case cPointer:
		return cValue{t: t, r: func(m *machine) ref { run(m); return m.resultRef }}
	case cVoid:
		return cValue{t: t, do: func(m *machine) control { run(m); return next }}
	case cReal:
		return cValue{t: t, f: run}
	}
	return x.unknown(e.pos, "the function %s with the type %s", fn.name, fn.result.name)
}

// cArgs is a call of a library function while it is compiled.
type cArgs struct {
	x    *scope
	e    *cCall
	name string
}

func (a *cArgs) pos() fault.Pos { return a.e.pos }
func (a *cArgs) n() int         { return len(a.e.args) }

// value, real, whole, pointer and text compile argument i; one that is missing
// is 0 or NULL.
func (a *cArgs) value(i int) cValue {
	if i >= len(a.e.args) {
		return cValue{t: cIntType, k: func(*machine) int64 { return 0 }}
	}
	return a.x.cExpr(a.e.args[i])
}

func (a *cArgs) real(i int) value      { return a.value(i).real() }
func (a *cArgs) whole(i int) whole     { return a.value(i).whole(cLongType) }
func (a *cArgs) pointer(i int) pointer { return a.x.pointer(a.value(i), a.pos()) }

func (a *cArgs) text(i int) func(m *machine) string {
	p, pos := a.pointer(i), a.pos()
	return func(m *machine) string { return m.text(p(m), pos) }
}

// printed compiles the arguments behind a format.
func (a *cArgs) printed(from int) func(m *machine) []any {
	var list []func(m *machine) any
	for i := from; i < a.n(); i++ {
		v, pos := a.value(i), a.pos()
		switch {
		case v.f != nil:
			f := v.f
			list = append(list, func(m *machine) any { return f(m) })
		case v.k != nil:
			k := v.k
			list = append(list, func(m *machine) any { return k(m) })
		case v.r != nil:
			r := v.r
			list = append(list, func(m *machine) any {
				p := r(m)
				if _, ok := p.base.(cBytes); ok {
					return m.text(p, pos)
				}
				return "(pointer)"
			})
		}
	}
	return func(m *machine) []any {
		out := make([]any, len(list))
		for i, f := range list {
			out[i] = f(m)
		}
		return out
	}
}

func void(f func(m *machine)) cValue {
	return cValue{t: cVoidType, do: func(m *machine) control { f(m); return next }}
}
