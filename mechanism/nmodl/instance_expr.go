package nmodl

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
	"github.com/gneuron/gneuron/internal/libm"
	"github.com/gneuron/gneuron/internal/simd"
)

// scope compiles the code of one routine.
type scope struct {
	u       *single
	r       *routine
	owner   *CodeBlock
	locals  map[*Symbol]int // slots in machine.loc
	weights map[*Symbol]int // arguments of NET_RECEIVE
	netcons map[*Symbol]int // arguments of FOR_NETCONS
	names   []map[string]*Symbol
	c       cScope

	// prime takes the equations of a DERIVATIVE block.
	prime func(s *Assign, target *Prime) action
	// watches collects the conditions of WATCH.
	watches *[]value
}

func (u *single) newScope(r *routine, b *CodeBlock) *scope {
	return &scope{u: u, r: r, owner: b, locals: map[*Symbol]int{}, weights: map[*Symbol]int{}, netcons: map[*Symbol]int{}, names: []map[string]*Symbol{{}}}
}

// local makes room for a local variable and gives its (first) slot.
func (x *scope) local(s *Symbol) int {
	i := x.r.floats
	x.r.floats += max(s.Size, 1)
	x.locals[s] = i
	x.names[len(x.names)-1][s.Name] = s
	return i
}

// number gives the value of an expression that is known while compiling.
func (x *scope) number(e Expr) (float64, bool) {
	switch e := e.(type) {
	case *Number:
		return e.Value, true
	case *Unary:
		if y, ok := x.number(e.X); ok && e.Op == Neg {
			return -y, true
		}
	case *Name:
		if e.Sym != nil && e.Sym.Storage == ConstantStorage {
			return e.Sym.Default, true
		}
	}
	return 0, false
}

// expr compiles an expression.
func (x *scope) expr(e Expr) value {
	if y, ok := x.number(e); ok {
		return always(y)
	}
	switch e := e.(type) {
	case *Name:
		if e.Back != 0 {
			return x.read(x.u.c.past[e.Sym], e.Back-1, e.Pos)
		}
		return x.read(e.Sym, 0, e.Pos)
	case *Index:
		if e.Back != 0 {
			e = x.u.c.pastElement(e)
		}
		if k, ok := x.element(e); ok {
			return x.read(e.Sym, k, e.Pos)
		}
		at := x.address(e.Sym, x.whole(e.Index), e.Pos)
		return func(m *machine) float64 { return *at(m) }
	case *Unary:
		y := x.expr(e.X)
		if e.Op == Not {
			return func(m *machine) float64 { return truth(y(m) == 0) }
		}
		return func(m *machine) float64 { return -y(m) }
	case *Binary:
		return x.binary(e)
	case *Call:
		return x.callValue(e)
	case *Prime:
		x.u.c.fail(e.Pos, "not supported yet: %s' as a value", e.Name)
	case *String:
		x.u.c.fail(e.Pos, "a text is no number")
	}
	panic("nmodl: unknown expression")
}

// element gives the index of an array element that is known while compiling.
func (x *scope) element(e *Index) (int, bool) {
	k, ok := x.number(e.Index)
	if !ok {
		return 0, false
	}
	if e.Sym.Storage == PointerStorage || e.Sym.Storage == VerbatimStorage {
		return 0, false
	}
	k = math.Trunc(k)
	if k < 0 || k >= float64(e.Sym.Size) {
		x.u.c.fail(e.Pos, "%s[%g] is outside of the array, which has elements 0 to %d", e.Name, k, e.Sym.Size-1)
	}
	return int(k), true
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// binary compiles an operator. Constant operands, of which formulas are full,
// have closures of their own.
func (x *scope) binary(e *Binary) value {
	switch e.Op {
	case Add, Sub, Mul, Div, Pow:
	default:
		c := x.cond(e)
		return func(m *machine) float64 { return truth(c(m)) }
	}
	a, b := x.expr(e.X), x.expr(e.Y)
	if k, ok := x.number(e.Y); ok {
		switch e.Op {
		case Add:
			return func(m *machine) float64 { return a(m) + k }
		case Sub:
			return func(m *machine) float64 { return a(m) - k }
		case Mul:
			return func(m *machine) float64 { return a(m) * k }
		case Div:
			return func(m *machine) float64 { return a(m) / k }
		case Pow:
			return power(a, k)
		}
	}
	if k, ok := x.number(e.X); ok {
		switch e.Op {
		case Add:
			return func(m *machine) float64 { return k + b(m) }
		case Sub:
			return func(m *machine) float64 { return k - b(m) }
		case Mul:
			return func(m *machine) float64 { return k * b(m) }
		case Div:
			return func(m *machine) float64 { return k / b(m) }
		}
	}
	switch e.Op {
	case Add:
		return func(m *machine) float64 { return float64(a(m)) + b(m) }
	case Sub:
		return func(m *machine) float64 { return a(m) - b(m) }
	case Mul:
		return func(m *machine) float64 { return a(m) * b(m) }
	case Div:
		return func(m *machine) float64 { return a(m) / b(m) }
	}
	return func(m *machine) float64 { return libm.Pow(a(m), b(m)) }
}

// power is a power with a known exponent, as the kernels compute it.
func power(a value, k float64) value {
	switch {
	case k == 2:
		return func(m *machine) float64 { y := a(m); return y * y }
	case k == 3:
		return func(m *machine) float64 { y := a(m); return float64(y*y) * y }
	case k == 4:
		return func(m *machine) float64 { y := a(m); y *= y; return y * y }
	}
	return func(m *machine) float64 { return libm.Pow(a(m), k) }
}

// cond compiles a condition. The right side of && and || runs only where the
// left one does not decide, as in C.
func (x *scope) cond(e Expr) func(m *machine) bool {
	switch e := e.(type) {
	case *Unary:
		if e.Op == Not {
			c := x.cond(e.X)
			return func(m *machine) bool { return !c(m) }
		}
	case *Binary:
		switch e.Op {
		case And:
			a, b := x.cond(e.X), x.cond(e.Y)
			return func(m *machine) bool { return a(m) && b(m) }
		case Or:
			a, b := x.cond(e.X), x.cond(e.Y)
			return func(m *machine) bool { return a(m) || b(m) }
		case Eq, Ne, Lt, Gt, Le, Ge:
			return x.comparison(e)
		}
	}
	y := x.expr(e)
	return func(m *machine) bool { return y(m) != 0 }
}

func (x *scope) comparison(e *Binary) func(m *machine) bool {
	a, b := x.expr(e.X), x.expr(e.Y)
	if k, ok := x.number(e.Y); ok {
		switch e.Op {
		case Eq:
			return func(m *machine) bool { return a(m) == k }
		case Ne:
			return func(m *machine) bool { return a(m) != k }
		case Lt:
			return func(m *machine) bool { return a(m) < k }
		case Gt:
			return func(m *machine) bool { return a(m) > k }
		case Le:
			return func(m *machine) bool { return a(m) <= k }
		case Ge:
			return func(m *machine) bool { return a(m) >= k }
		}
	}
	switch e.Op {
	case Eq:
		return func(m *machine) bool { return a(m) == b(m) }
	case Ne:
		return func(m *machine) bool { return a(m) != b(m) }
	case Lt:
		return func(m *machine) bool { return a(m) < b(m) }
	case Gt:
		return func(m *machine) bool { return a(m) > b(m) }
	case Le:
		return func(m *machine) bool { return a(m) <= b(m) }
	}
	return func(m *machine) bool { return a(m) >= b(m) }
}

// whole is an expression with an integer value.
type whole func(m *machine) int64

// whole compiles an index or a bound of FROM. As in NEURON, it is computed in
// integers: variables lose their fraction where they stand, and 7/2 is 3.
func (x *scope) whole(e Expr) whole {
	if y, ok := x.number(e); ok {
		k := cformat.Whole(y)
		return func(*machine) int64 { return k }
	}
	switch e := e.(type) {
	case *Unary:
		if e.Op == Neg {
			y := x.whole(e.X)
			return func(m *machine) int64 { return -y(m) }
		}
	case *Binary:
		var f func(a, b int64) int64
		switch e.Op {
		case Add:
			f = func(a, b int64) int64 { return a + b }
		case Sub:
			f = func(a, b int64) int64 { return a - b }
		case Mul:
			f = func(a, b int64) int64 { return a * b }
		case Div:
			pos, u := e.Pos, x.u
			f = func(a, b int64) int64 {
				if b == 0 {
					panic(u.failure(fault.Model, pos, "division of the integer %d by 0", a))
				}
				return a / b
			}
		}
		if f != nil {
			a, b := x.whole(e.X), x.whole(e.Y)
			return func(m *machine) int64 { return f(a(m), b(m)) }
		}
	}
	y := x.expr(e)
	return func(m *machine) int64 { return cformat.Whole(y(m)) }
}

// The functions of the math library that code can call.
var (
	functions1 = map[string]func(float64) float64{
		"exp": simd.Exp1, "fabs": math.Abs, "sqrt": math.Sqrt, "log": simd.Log1, "log10": libm.Log10,
		"sin": math.Sin, "cos": math.Cos, "tan": math.Tan, "asin": math.Asin, "acos": math.Acos, "atan": math.Atan,
		"sinh": math.Sinh, "cosh": math.Cosh, "tanh": math.Tanh, "floor": math.Floor, "ceil": math.Ceil,
		"erf": math.Erf, "erfc": math.Erfc, "log1p": math.Log1p, "expm1": math.Expm1,
		"round": math.Round, "trunc": math.Trunc, "INT": math.Trunc, "factorial": factorial,
	}
	functions2 = map[string]func(x, y float64) float64{
		"pow": libm.Pow, "atan2": math.Atan2, "fmod": math.Mod, "fmin": math.Min, "fmax": math.Max,
		"hypot": math.Hypot, "poisson": func(x, mean float64) float64 { return libm.Pow(mean, x) * simd.Exp1(-mean) / factorial(x) },
	}
)

// factorial is n! as NEURON's library has it: a product below 20, then Stirling's
// approximation (with 2π = 6.28318530).
func factorial(n float64) float64 {
	x := math.Trunc(n + 0.1)
	switch {
	case x < 2:
		return 1
	case x < 20:
		y := 1.0
		for i := math.Trunc(n); i > 1; i-- {
			y *= i
		}
		return y
	}
	return simd.Exp1(-x) * libm.Pow(x, x) * math.Sqrt(6.28318530*x)
}
