package kernel

import (
	"math"

	"github.com/gneuron/gneuron/internal/libm"
	"github.com/gneuron/gneuron/internal/simd"
)

type func1 struct {
	name string
	f    func(float64) float64
}

// funcLog is the index of log in funcs1: it has a loop of its own.
const funcLog = 1

type func2 struct {
	name string
	f    func(x, y float64) float64
}

// funcs1 and funcs2 are the functions of the math library that NMODL knows,
// besides exp and fabs, which have operations of their own.
var funcs1 = []func1{
	{"sqrt", math.Sqrt}, {"log", simd.Log1}, {"log10", libm.Log10},
	{"sin", math.Sin}, {"cos", math.Cos}, {"tan", math.Tan},
	{"asin", math.Asin}, {"acos", math.Acos}, {"atan", math.Atan},
	{"sinh", math.Sinh}, {"cosh", math.Cosh}, {"tanh", math.Tanh},
	{"floor", math.Floor}, {"ceil", math.Ceil}, {"erf", math.Erf},
	{"erfc", math.Erfc}, {"log1p", math.Log1p}, {"expm1", math.Expm1},
	{"round", math.Round}, {"trunc", math.Trunc}, {"abs", IntegerAbs},
}

// IntegerAbs is what NMODL's abs computes: C's abs, which is for integers and
// cuts the fraction of what it is given. (fabs is the absolute value.)
func IntegerAbs(x float64) float64 { return math.Abs(math.Trunc(x)) }

var funcs2 = []func2{
	{"pow", libm.Pow}, {"atan2", math.Atan2}, {"fmod", math.Mod},
	{"fmin", math.Min}, {"fmax", math.Max}, {"hypot", math.Hypot},
}

// Arguments gives the number of arguments of a function that Call knows; 0 if
// it knows none of that name.
func Arguments(name string) int { return arguments[name] }

var arguments = func() map[string]int {
	m := map[string]int{"exp": 1, "fabs": 1}
	for _, f := range funcs1 {
		m[f.name] = 1
	}
	for _, f := range funcs2 {
		m[f.name] = 2
	}
	return m
}()

// scalarOp computes a pure operation on numbers: what the block loops do for
// one element, with the same digits.
func scalarOp(op opcode, n int32, a [5]float64) float64 {
	x, y := a[0], a[1]
	switch op {
	case opMove:
		return x
	case opSingle:
		return float64(float32(x))
	case opNeg:
		return -x
	case opAbs:
		return math.Abs(x)
	case opExp:
		return float64(a[3]*simd.Exp1(a[2]*(x+y))) + a[4]
	case opFunc1:
		return funcs1[n].f(x)
	case opAdd:
		return x + y
	case opSub:
		return x - y
	case opMul:
		return x * y
	case opDiv:
		return x / y
	case opFunc2:
		return funcs2[n].f(x, y)
	case opLess:
		return simd.Truth(x < y)
	case opLessEq:
		return simd.Truth(x <= y)
	case opEqual:
		return simd.Truth(x == y)
	case opNotEqual:
		return simd.Truth(x != y)
	case opAnd:
		return simd.Truth(x != 0 && y != 0)
	case opOr:
		return simd.Truth(x != 0 || y != 0)
	case opNot:
		return simd.Truth(x == 0)
	case opSelect:
		if x != 0 {
			return y
		}
		return a[2]
	}
	panic("kernel: not a pure operation")
}
