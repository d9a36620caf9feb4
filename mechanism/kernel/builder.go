// Package kernel is the block machine that runs mechanisms.
//
// A Builder takes the equations of a mechanism as a straight-line list of
// operations on values and gives a Program. A Program works on a block of up
// to Block instances at a time: each operation is one loop over the block, so
// the cost of choosing the operation is shared by all of its instances, and
// the block stays in the processor's first-level cache.
//
// Values that are the same for all instances (t, dt, celsius, globals,
// constants and what is computed from them) are scalars; they are computed
// once per pass, before the first block.
package kernel

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// Block is the number of instances that one operation works on.
const Block = 256

// Environment scalars: what the simulator tells every mechanism.
const (
	T       = iota // time [ms]
	Dt             // time step [ms]
	Celsius        // temperature [degC]
	Cj             // 1/dt or 2/dt: the factor of the capacitive current [1/ms]
	NumEnv
)

// Value is the result of an operation in a Builder: a scalar, the same for all
// instances, or a vector with an element per instance.
type Value int32

// Var is a variable of a Builder that may be set more than once, in the
// branches of an If or in the body of a While. It is always a vector.
type Var int32

// scalarInit is a scalar known from the start.
type scalarInit struct {
	at int32
	x  float64
}

type key struct {
	op   opcode
	n, m int32
	a    operands
}

// Builder collects the operations of a Program. Operations on constants are
// folded, equal operations are shared, and operations on scalars only are done
// once per pass. Make one with NewBuilder; methods are called in the order in
// which the operations happen. Stores happen after everything else, in the
// order of the calls.
type Builder struct {
	vals    []value
	code    []instr // per block
	gathers []instr // at the head of each block
	once    []instr // on scalars, per pass
	stores  []instr

	scopes    []map[key]Value // known values, innermost region last
	nGlobals  int
	nArgs     int
	nScalars  int32
	consts    []scalarInit
	constOf   map[uint64]Value
	numTables int
	numPlanes int32
	systems   []linear
	endless   []*fault.Error
	results   []Value
	single    bool
	exact     bool // no rewriting that changes the rounding
}

// Single makes the program one of single precision, from here on: what every operation
// gives is rounded, constants too, and nothing is divided by way of a reciprocal. Columns
// and what else comes from outside must hold such numbers.
func (b *Builder) Single() { b.single, b.exact = true, true }

// NewBuilder starts a program of a mechanism with nGlobals global variables,
// called with nArgs scalar arguments (0 for everything but functions that a
// script calls).
func NewBuilder(nGlobals, nArgs int) *Builder {
	b := &Builder{nGlobals: nGlobals, nArgs: nArgs, constOf: map[uint64]Value{}}
	b.scopes = []map[key]Value{{}}
	for range NumEnv + nGlobals + nArgs {
		b.vals = append(b.vals, value{in: inScalar, n: b.nScalars})
		b.nScalars++
	}
	return b
}

// Env gives an environment scalar: T, Dt, Celsius or Cj.
func (b *Builder) Env(i int) Value { return Value(i) }

// Global gives global variable i as it was before the pass.
func (b *Builder) Global(i int) Value { return Value(NumEnv + i) }

// Arg gives scalar argument i.
func (b *Builder) Arg(i int) Value { return Value(NumEnv + b.nGlobals + i) }

// Const gives a constant.
func (b *Builder) Const(x float64) Value {
	if b.single {
		x = float64(float32(x))
	}
	bits := math.Float64bits(x)
	if v, ok := b.constOf[bits]; ok {
		return v
	}
	v := b.newScalar()
	b.vals[v].isConst, b.vals[v].c = true, x
	b.consts = append(b.consts, scalarInit{b.vals[v].n, x})
	b.constOf[bits] = v
	return v
}

// Column gives the mechanism's own column c as it was before the pass.
func (b *Builder) Column(c int) Value {
	return b.known(key{op: opStore, n: int32(c), a: none}, func() Value {
		b.vals = append(b.vals, value{in: inColumn, n: int32(c)})
		return Value(len(b.vals) - 1)
	})
}

// External gives column c of external table k (the nodes, an ion) at the row
// that belongs to the instance, as it was before the pass.
func (b *Builder) External(k, c int) Value {
	kk := key{op: opGather, n: int32(k), m: int32(c), a: none}
	return b.known(kk, func() Value {
		v := b.newVector()
		b.gathers = append(b.gathers, instr{op: opGather, n: kk.n, m: kk.m, dst: v, dst2: noValue, a: kk.a})
		return v
	})
}

// known gives the value for an input, which all regions share.
func (b *Builder) known(k key, make func() Value) Value {
	if v, ok := b.scopes[0][k]; ok {
		return v
	}
	v := make()
	b.scopes[0][k] = v
	return v
}

// IsScalar reports whether v is the same for all instances.
func (b *Builder) IsScalar(v Value) bool { return b.vals[v].in == inScalar }

// ConstValue gives the number of a value that is known when the program is built.
func (b *Builder) ConstValue(v Value) (float64, bool) { return b.vals[v].c, b.vals[v].isConst }

func (b *Builder) newScalar() Value {
	b.vals = append(b.vals, value{in: inScalar, n: b.nScalars})
	b.nScalars++
	return Value(len(b.vals) - 1)
}

func (b *Builder) newVector() Value {
	b.vals = append(b.vals, value{in: inRegister})
	return Value(len(b.vals) - 1)
}

// inexact are the operations whose result may not be a number of single precision,
// though their operands are.
var inexact = map[opcode]bool{opExp: true, opFunc1: true, opAdd: true, opSub: true, opMul: true, opDiv: true, opFunc2: true}

// emit adds a pure operation, or gives the value of an equal one.
func (b *Builder) emit(op opcode, n int32, args ...Value) Value {
	v := b.pure(op, n, args...)
	if b.single && inexact[op] && !b.vals[v].isConst {
		v = b.pure(opSingle, 0, v)
	}
	return v
}

func (b *Builder) pure(op opcode, n int32, args ...Value) Value {
	k := key{op: op, n: n, a: values(args...)}
	allScalar, allConst := true, true
	for _, a := range args {
		allScalar = allScalar && b.vals[a].in == inScalar
		allConst = allConst && b.vals[a].isConst
	}
	if allConst {
		var x [5]float64
		for i, a := range args {
			x[i] = b.vals[a].c
		}
		return b.Const(scalarOp(op, n, x))
	}
	if allScalar { // valid everywhere: scalars never change within a pass
		if v, ok := b.scopes[0][k]; ok {
			return v
		}
		v := b.newScalar()
		b.scopes[0][k] = v
		b.once = append(b.once, instr{op: op, n: n, dst: v, dst2: noValue, a: k.a})
		return v
	}
	for i := len(b.scopes) - 1; i >= 0; i-- {
		if v, ok := b.scopes[i][k]; ok {
			return v
		}
	}
	v := b.newVector()
	b.scopes[len(b.scopes)-1][k] = v
	b.code = append(b.code, instr{op: op, n: n, dst: v, dst2: noValue, a: k.a})
	return v
}

func (b *Builder) is(v Value, x float64) bool { return b.vals[v].isConst && b.vals[v].c == x }

// Add gives x + y.
func (b *Builder) Add(x, y Value) Value {
	if b.is(x, 0) {
		return y
	}
	if b.is(y, 0) {
		return x
	}
	return b.emit(opAdd, 0, x, y)
}

// Sub gives x - y.
func (b *Builder) Sub(x, y Value) Value {
	if b.is(y, 0) {
		return x
	}
	return b.emit(opSub, 0, x, y)
}

// Mul gives x * y.
func (b *Builder) Mul(x, y Value) Value {
	if b.is(x, 1) {
		return y
	}
	if b.is(y, 1) {
		return x
	}
	return b.emit(opMul, 0, x, y)
}

// Div gives x / y. A vector is divided by a scalar through the scalar's
// reciprocal, which may differ from the quotient by a unit in the last place.
func (b *Builder) Div(x, y Value) Value {
	if b.is(y, 1) {
		return x
	}
	if b.IsScalar(y) && !b.IsScalar(x) && !b.single {
		return b.Mul(x, b.Div(b.Const(1), y))
	}
	return b.emit(opDiv, 0, x, y)
}

// Neg gives -x.
func (b *Builder) Neg(x Value) Value {
	if b.IsScalar(x) {
		return b.emit(opNeg, 0, x)
	}
	// -(y + s) is (-s) - y, to the last bit.
	if k := len(b.code) - 1; k >= 0 && b.code[k].dst == x && b.code[k].op == opAdd && b.IsScalar(b.code[k].a[1]) {
		return b.Sub(b.Neg(b.code[k].a[1]), b.code[k].a[0])
	}
	return b.emit(opNeg, 0, x)
}

// Exp gives e^x.
func (b *Builder) Exp(x Value) Value {
	return b.emit(opExp, 0, x, b.Const(0), b.Const(1), b.Const(1), b.Const(0))
}

// Less gives 1 where x < y, else 0.
func (b *Builder) Less(x, y Value) Value { return b.emit(opLess, 0, x, y) }

// LessEq gives 1 where x <= y, else 0.
func (b *Builder) LessEq(x, y Value) Value { return b.emit(opLessEq, 0, x, y) }

// Equal gives 1 where x == y, else 0.
func (b *Builder) Equal(x, y Value) Value { return b.emit(opEqual, 0, x, y) }

// NotEqual gives 1 where x != y, else 0.
func (b *Builder) NotEqual(x, y Value) Value { return b.emit(opNotEqual, 0, x, y) }

// And gives 1 where x and y are both not 0, else 0.
func (b *Builder) And(x, y Value) Value { return b.emit(opAnd, 0, x, y) }

// Or gives 1 where x or y is not 0, else 0.
func (b *Builder) Or(x, y Value) Value { return b.emit(opOr, 0, x, y) }

// Not gives 1 where x is 0, else 0.
func (b *Builder) Not(x Value) Value { return b.emit(opNot, 0, x) }

// Select gives x where c is not 0, else y.
func (b *Builder) Select(c, x, y Value) Value {
	if x == y {
		return x
	}
	if k, ok := b.ConstValue(c); ok {
		if k != 0 {
			return x
		}
		return y
	}
	return b.emit(opSelect, 0, c, x, y)
}

// Call gives a function of the math library by its C name (Arguments knows
// them), of one or two arguments; ok is false when there is no such function.
func (b *Builder) Call(name string, args ...Value) (v Value, ok bool) {
	switch {
	case name == "exp" && len(args) == 1:
		return b.Exp(args[0]), true
	case name == "fabs" && len(args) == 1:
		return b.emit(opAbs, 0, args[0]), true
	}
	for i, f := range funcs1 {
		if f.name == name && len(args) == 1 {
			return b.emit(opFunc1, int32(i), args[0]), true
		}
	}
	for i, f := range funcs2 {
		if f.name == name && len(args) == 2 {
			return b.emit(opFunc2, int32(i), args[0], args[1]), true
		}
	}
	return noValue, false
}

// NewTable reserves a number for a table of the TABLE statement; the values
// are given when the program is bound.
func (b *Builder) NewTable() int {
	b.numTables++
	return b.numTables - 1
}

// TablePlace finds the place of x in table k; TableRead reads an output there.
func (b *Builder) TablePlace(k int, x Value) (index, theta Value) {
	index, theta = b.newVector(), b.newVector()
	b.code = append(b.code, instr{op: opTableIndex, n: int32(k), dst: index, dst2: theta, a: values(b.vector(x))})
	return index, theta
}

// TableRead gives output out of table k at the place that TablePlace found.
func (b *Builder) TableRead(k, out int, index, theta Value) Value {
	v := b.newVector()
	b.code = append(b.code, instr{op: opTableRead, n: int32(k), m: int32(out), dst: v, dst2: noValue, a: values(index, theta)})
	return v
}

// vector gives a scalar as a vector.
func (b *Builder) vector(x Value) Value {
	if b.vals[x].in != inScalar {
		return x
	}
	v := b.newVector()
	b.code = append(b.code, instr{op: opMove, dst: v, dst2: noValue, a: values(x)})
	return v
}

// NewVar makes a variable that is x at first.
func (b *Builder) NewVar(x Value) Var {
	b.vals = append(b.vals, value{in: inVar})
	v := Var(len(b.vals) - 1)
	b.Set(v, x)
	return v
}

// Declare makes a variable without a value; every path must set it before it
// is read.
func (b *Builder) Declare() Var {
	b.vals = append(b.vals, value{in: inVar})
	return Var(len(b.vals) - 1)
}

// Set gives the variable a new value in all instances. Within a region that
// only some instances should see, the value is a Select between old and new.
func (b *Builder) Set(v Var, x Value) {
	b.code = append(b.code, instr{op: opMove, dst: Value(v), dst2: noValue, a: values(x)})
}

// Get gives the variable's value at this point.
func (b *Builder) Get(v Var) Value {
	x := b.newVector()
	b.code = append(b.code, instr{op: opMove, dst: x, dst2: noValue, a: values(Value(v))})
	return x
}

// If runs yes when c is true in any instance of the block (a scalar c: when it
// is not 0), no otherwise; no may be nil. What the regions compute leaves them
// through variables only. With a vector c, yes sees all instances of the block
// and must Select by c itself.
func (b *Builder) If(c Value, yes, no func()) {
	if k, ok := b.ConstValue(c); ok {
		if k != 0 {
			b.region(yes)
		} else if no != nil {
			b.region(no)
		}
		return
	}
	skip := b.jump(opJumpIfNone, c)
	b.region(yes)
	if no == nil {
		b.land(skip)
		return
	}
	end := b.jump(opJump, noValue)
	b.land(skip)
	b.region(no)
	b.land(end)
}

// While repeats body as long as cond gives true in any instance. Body must
// Select by the same condition where instances are already through. A pass fails
// with endless when it has repeated too often; nil says that it will not.
func (b *Builder) While(cond func() Value, body func(c Value), endless *fault.Error) {
	b.scopes = append(b.scopes, map[key]Value{})
	top := len(b.code)
	c := cond()
	end := b.jump(opJumpIfNone, c)
	body(c)
	back := &b.code[b.jump(opJump, noValue)]
	if back.target = top; endless != nil {
		b.endless = append(b.endless, endless)
		back.m = int32(len(b.endless))
	}
	b.land(end)
	b.scopes = b.scopes[:len(b.scopes)-1]
}

func (b *Builder) region(f func()) {
	b.scopes = append(b.scopes, map[key]Value{})
	f()
	b.scopes = b.scopes[:len(b.scopes)-1]
}

func (b *Builder) jump(op opcode, c Value) int {
	b.code = append(b.code, instr{op: op, dst: noValue, dst2: noValue, a: values(c)})
	return len(b.code) - 1
}

func (b *Builder) land(jump int) { b.code[jump].target = len(b.code) }

func (b *Builder) store(op opcode, n, m int, x Value) {
	b.stores = append(b.stores, instr{op: op, n: int32(n), m: int32(m), dst: noValue, dst2: noValue, a: values(x)})
}

// Store writes x to the mechanism's own column c.
func (b *Builder) Store(c int, x Value) { b.store(opStore, c, 0, x) }

// ExternalStore writes x to column c of external table k.
func (b *Builder) ExternalStore(k, c int, x Value) { b.store(opExtStore, k, c, b.vector(x)) }

// ExternalAdd adds x to column c of external table k, in instance order.
func (b *Builder) ExternalAdd(k, c int, x Value) { b.store(opExtAdd, k, c, b.vector(x)) }

// ExternalSub subtracts x from column c of external table k, in instance order.
func (b *Builder) ExternalSub(k, c int, x Value) { b.store(opExtSub, k, c, b.vector(x)) }

// SetGlobal gives global variable i the value that x has in the last instance.
func (b *Builder) SetGlobal(i int, x Value) { b.store(opSetGlobal, i, 0, x) }

// Result makes x a result of the program: a call gives its value in the last
// instance.
func (b *Builder) Result(x Value) { b.results = append(b.results, x) }
