package nmodl

import (
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// expr lowers an expression.
func (p *pass) expr(x Expr) num {
	switch x := x.(type) {
	case *Number:
		return p.constant(x.Value)
	case *Name:
		if x.Back != 0 {
			return p.read(p.c.past[x.Sym], x.Back-1, x.Pos)
		}
		return p.read(x.Sym, 0, x.Pos)
	case *Index:
		return p.element(x)
	case *Unary:
		y := p.expr(x.X)
		if x.Op == Not {
			return p.compare(p.Not(y.v), y, num{})
		}
		return p.neg(y)
	case *Binary:
		return p.binary(x)
	case *Call:
		return p.call(x)
	case *Prime:
		if y, ok := p.env.get(p.derivative(x)); ok && x.Order == 1 {
			return y // of an equation before, in the same block
		}
		p.c.beyond(x.Pos, "%s' as a value", x.Name)
	case *String:
		p.c.fail(x.Pos, "a text is no number")
	}
	panic("nmodl: unknown expression")
}

// derivative names x' while a DERIVATIVE block is lowered.
func (p *pass) derivative(x *Prime) slot {
	s := slot{sym: x.Sym, prime: true}
	if x.Index != nil {
		k, _ := p.ConstValue(p.index(p.expr(x.Index)).v)
		s.k = int(k)
	}
	return s
}

func (p *pass) binary(x *Binary) num {
	a, b := p.expr(x.X), p.expr(x.Y)
	switch x.Op {
	case Add:
		return p.add(a, b)
	case Sub:
		return p.sub(a, b)
	case Mul:
		return p.mul(a, b)
	case Div:
		return p.div(a, b)
	case Pow:
		return p.pow(a, b)
	}
	var v kernel.Value
	switch x.Op {
	case Lt:
		v = p.Less(a.v, b.v)
	case Gt:
		v = p.Less(b.v, a.v)
	case Le:
		v = p.LessEq(a.v, b.v)
	case Ge:
		v = p.LessEq(b.v, a.v)
	case Eq:
		v = p.Equal(a.v, b.v)
	case Ne:
		v = p.NotEqual(a.v, b.v)
	case And:
		v = p.And(a.v, b.v)
	case Or:
		v = p.Or(a.v, b.v)
	default:
		panic("nmodl: unknown operator " + x.Op.String())
	}
	return p.compare(v, a, b)
}

// element reads an element of an array; an index that is not known while
// compiling selects among all elements.
func (p *pass) element(x *Index) num {
	if x.Back != 0 {
		x = p.c.pastElement(x)
	}
	if x.Sym.Size == 0 {
		p.c.beyond(x.Pos, "an element of %s, which is no array here", x.Name)
	}
	i := p.index(p.expr(x.Index))
	if k, ok := p.ConstValue(i.v); ok {
		return p.read(x.Sym, p.within(x, k), x.Pos)
	}
	p.selectable(x)
	y := p.read(x.Sym, x.Sym.Size-1, x.Pos)
	for k := x.Sym.Size - 2; k >= 0; k-- {
		here := p.compare(p.Equal(i.v, p.Const(float64(k))), i, num{})
		y = p.choose(here, p.read(x.Sym, k, x.Pos), y)
	}
	return y
}

// maxSelected limits the elements of an array that an index, which is known at
// run time only, selects from.
const maxSelected = 200

func (p *pass) selectable(x *Index) {
	if x.Sym.Size > maxSelected {
		p.c.beyond(x.Pos, "an index that is not a constant, of %s with more than %d elements", x.Name, maxSelected)
	}
}

// index cuts the fraction off an index.
func (p *pass) index(i num) num {
	v, _ := p.Call("trunc", i.v)
	return num{v: v, depends: i.depends}
}

// within checks an index that is known while compiling.
func (p *pass) within(x *Index, k float64) int {
	if k < 0 || k >= float64(x.Sym.Size) {
		p.c.fail(x.Pos, "%s[%g] is outside of the array, which has elements 0 to %d", x.Name, k, x.Sym.Size-1)
	}
	return int(k)
}

// call lowers a call for its value.
func (p *pass) call(x *Call) num {
	if x.Builtin != nil {
		return p.builtin(x)
	}
	if x.Target.Kind == Derivative || x.Target.Kind == Discrete {
		p.callEquations(x)
		return num{}
	}
	return p.inline(x.Target, p.arguments(x), x.Pos)
}

func (p *pass) arguments(x *Call) []num {
	args := make([]num, len(x.Args))
	for i, a := range x.Args {
		args[i] = p.expr(a)
	}
	return args
}

func (p *pass) builtin(x *Call) num {
	switch x.Name {
	case "at_time":
		return p.atTime(p.expr(x.Args[0]))
	case "nrn_ghk":
		return p.ghk(p.arguments(x))
	case "net_send", "net_event":
		if p.alone {
			p.sendAlone(x)
			return num{}
		}
	}
	if n := kernel.Arguments(x.Name); n > 0 && n == len(x.Args) {
		if y, ok := p.function(x.Name, p.arguments(x)...); ok {
			return y
		}
	}
	p.c.beyond(x.Pos, "the function %s", x.Name)
	return num{}
}

// atTime is 1 in the step that passes time te, else 0: te-1e-11 lies in
// (t-dt, t].
func (p *pass) atTime(te num) num {
	t, dt := p.Env(kernel.T), p.Env(kernel.Dt)
	at := p.Sub(te.v, p.Const(1e-11))
	return p.compare(p.And(p.LessEq(at, t), p.Less(p.Sub(t, dt), at)), te, num{})
}

// ghk is the Goldman-Hodgkin-Katz current of a unit permeability [mA/cm2]:
//
//	0.001 z F (ci·f(-w) - co·f(w)),  w = z v F / (1000 R T),  f(x) = x/(exp(x)-1)
//
// with f(x) = 1-x/2 for |x| < 1e-4, as NEURON has it.
func (p *pass) ghk(args []num) num {
	v, ci, co, z := args[0], args[1], args[2], args[3]
	kelvin := p.Add(p.Env(kernel.Celsius), p.Const(mechanism.Zero))
	ktf := num{v: p.Div(p.Mul(p.Const(1000*mechanism.GasR), kelvin), p.Const(mechanism.Faraday))}
	w := p.div(p.mul(z, v), ktf)
	one := p.constant(1)
	f := func(x num) num {
		small, _ := p.function("fabs", x)
		e, _ := p.function("exp", x)
		near := p.compare(p.Less(small.v, p.Const(1e-4)), x, num{})
		return p.choose(near, p.sub(one, p.div(x, p.constant(2))), p.div(x, p.sub(e, one)))
	}
	difference := p.sub(p.mul(ci, f(p.neg(w))), p.mul(co, f(w)))
	return p.mul(p.mul(p.mul(p.constant(0.001), z), p.constant(mechanism.Faraday)), difference)
}
