package kernel

import (
	"math"

	"github.com/gneuron/gneuron/internal/simd"
)

// External joins the instances with the rows of another table: row Index[i]
// belongs to instance i. When the rows are consecutive (Base, Base+1, ...)
// Contiguous is true and the columns are used in place.
type External struct {
	Columns    [][]float64
	Uniform    []bool // see Binding
	Index      []int32
	Contiguous bool
	Base       int
}

// NewExternal finds out whether the index is contiguous.
func NewExternal(columns [][]float64, index []int32) External {
	e := External{Columns: columns, Index: index, Contiguous: len(index) > 0}
	for i, r := range index {
		if int(r) != int(index[0])+i {
			e.Contiguous = false
			break
		}
	}
	if e.Contiguous {
		e.Base = int(index[0])
	}
	return e
}

// Table holds the values of a TABLE statement: equally spaced from From, the
// outputs of one place side by side.
type Table struct {
	From, PerStep, Last float64   // place of x: PerStep*(x-From), from 0 to Last
	Outputs             int       // values at each place
	Values              []float64 // (Last+2) x Outputs; the row beyond Last repeats it
}

// Binding is the data that a Program works on.
//
// A column c with Uniform[c] has the same value in all rows: it holds Block copies
// of it, which every block of instances reads. The program must not write it. Uniform
// may be nil: there are none.
type Binding struct {
	Rows      int
	Columns   [][]float64
	Uniform   []bool
	Externals []External
	Globals   []float64 // read before and written after each pass
	Tables    []*Table
	Lookups   []*Lookup
}

// Kernel is a Program bound to data. It keeps block registers of its own and
// must not be used by two goroutines at once.
type Kernel struct {
	p       *Program
	bind    Binding
	code    []inst
	singles [][]step // of each instance, where they are few; else nil
	steady  scalarCode
	moving  []scalarInst // what depends on t
	scalars []float64
	splats  []splat
	results []operand
	reads   []int     // global variables
	globals []float64 // what the pass leaves in the global variables

	planes         []float64 // of systems of linear equations
	matrix, vector []float64 // scratch for one of them
}

// operand is a block of numbers: len elements from off + moving*row.
type operand struct {
	buf         []float64
	off, moving int
}

func (o *operand) at(row, n int) []float64 {
	k := o.off + o.moving*row
	return o.buf[k : k+n : k+n]
}

// run-time operations: the variants of an opcode by the kind of its operands.
const (
	rAddS opcode = 100 + iota
	rSubS
	rSSub
	rMulS
	rDivS
	rSDiv
	rFill
	rJumpIfZero
	rExtAddTo // contiguous external
	rExtSubTo
	rExtStoreTo
	rSetGlobalScalar
)

type inst struct {
	op      opcode
	n, m    int32
	s       int32    // scalar operand
	ks      [3]int32 // scalar operands of opExp
	dst     operand
	dst2    operand
	a, b, c operand
	index   []int32
	target  int
}

// splat is a scalar that some operation needs as a vector; it is spread over
// a register once per pass.
type splat struct {
	scalar int32
	reg    []float64
}

// Bind joins the program with data. The Binding's columns must not move as
// long as the Kernel is used.
func (p *Program) Bind(bind Binding) *Kernel {
	k := &Kernel{p: p, bind: bind, scalars: make([]float64, p.nScalars), globals: make([]float64, p.nGlobals)}
	for _, c := range p.consts {
		k.scalars[c.at] = c.x
	}
	for g := range bind.Globals {
		if p.ReadsGlobal(g) {
			k.reads = append(k.reads, g)
		}
	}
	regs := make([]float64, p.numRegs*Block)
	k.planes = make([]float64, p.numPlanes*Block)
	for _, s := range p.systems {
		if s.n > len(k.vector) {
			k.matrix, k.vector = make([]float64, s.n*s.n), make([]float64, s.n)
		}
	}
	alias := map[Value]operand{} // gathers that read in place
	splatOf := map[int32]operand{}
	operandOf := func(v Value) operand {
		if v == noValue {
			return operand{}
		}
		if o, ok := alias[v]; ok {
			return o
		}
		switch x := p.vals[v]; x.in {
		case inColumn:
			return columnOf(bind.Columns, bind.Uniform, x.n)
		case inScalar:
			if o, ok := splatOf[x.n]; ok {
				return o
			}
			o := operand{buf: make([]float64, Block)}
			k.splats = append(k.splats, splat{x.n, o.buf})
			splatOf[x.n] = o
			return o
		default:
			return operand{buf: regs, off: int(x.n) * Block}
		}
	}
	scalar := func(v Value) bool { return v != noValue && p.vals[v].in == inScalar }
	at := make([]int, len(p.code)+1)
	for i, ins := range p.code {
		at[i] = len(k.code)
		r := inst{op: ins.op, n: ins.n, m: ins.m, target: ins.target}
		a, b := ins.a[0], ins.a[1]
		switch ins.op {
		case opGather:
			e := bind.Externals[ins.n]
			if from := columnOf(e.Columns, e.Uniform, ins.m); from.moving == 0 || e.Contiguous {
				from.off = e.Base * from.moving
				if p.vals[ins.dst].in == inRegister {
					alias[ins.dst] = from
					continue
				} else if from.moving == 0 {
					r.op, r.dst, r.a = opMove, operandOf(ins.dst), from
					break
				}
			}
			r.dst, r.a, r.index = operandOf(ins.dst), operand{buf: e.Columns[ins.m]}, e.Index
		case opExtStore, opExtAdd, opExtSub:
			e := bind.Externals[ins.n]
			r.a, r.dst, r.index = operandOf(a), operand{buf: e.Columns[ins.m]}, e.Index
			if e.Contiguous {
				r.op = map[opcode]opcode{opExtStore: rExtStoreTo, opExtAdd: rExtAddTo, opExtSub: rExtSubTo}[ins.op]
				r.dst.off, r.dst.moving = e.Base, 1
			}
		case opStore:
			r.op, r.dst = opMove, operand{bind.Columns[ins.n], 0, 1}
			if scalar(a) {
				r.op, r.s = rFill, p.vals[a].n
			} else {
				r.a = operandOf(a)
			}
		case opMove, opPut:
			if r.op, r.dst = opMove, operandOf(ins.dst); ins.op == opPut {
				r.dst = operand{buf: k.planes, off: int(ins.n) * Block}
			}
			if scalar(a) {
				r.op, r.s = rFill, p.vals[a].n
			} else {
				r.a = operandOf(a)
			}
		case opSetGlobal:
			if scalar(a) {
				r.op, r.s = rSetGlobalScalar, p.vals[a].n
			} else {
				r.a = operandOf(a)
			}
		case opJumpIfNone:
			if scalar(a) {
				r.op, r.s = rJumpIfZero, p.vals[a].n
			} else {
				r.a = operandOf(a)
			}
		case opTake:
			r.op, r.dst, r.a = opMove, operandOf(ins.dst), operand{buf: k.planes, off: int(ins.n) * Block}
		case opAdd, opMul, opSub, opDiv:
			r.dst = operandOf(ins.dst)
			r.op, r.s, r.a, r.b = arithmetic(ins.op, a, b, scalar, p, operandOf)
		case opExp:
			r.dst, r.a = operandOf(ins.dst), operandOf(a)
			for i, v := range ins.a[1:] {
				r.ks[i] = p.vals[v].n
			}
		default:
			r.dst, r.dst2 = operandOf(ins.dst), operandOf(ins.dst2)
			r.a, r.b, r.c = operandOf(a), operandOf(b), operandOf(ins.a[2])
		}
		k.code = append(k.code, r)
	}
	at[len(p.code)] = len(k.code)
	for i := range k.code {
		k.code[i].target = at[k.code[i].target]
	}
	slot := func(v Value) int32 {
		if v == noValue {
			return 0
		}
		return p.vals[v].n
	}
	for _, ins := range p.once {
		k.addScalar(ins, scalarInst{ins.op, ins.n, slot(ins.dst), [4]int32{slot(ins.a[0]), slot(ins.a[1]), slot(ins.a[2]), slot(ins.a[3])}})
	}
	for _, v := range p.results {
		k.results = append(k.results, operandOf(v))
	}
	k.bindSingles()
	return k
}

// columnOf gives a column from its first row on.
func columnOf(columns [][]float64, uniform []bool, c int32) operand {
	if uniform != nil && uniform[c] {
		return operand{columns[c], 0, 0}
	}
	return operand{columns[c], 0, 1}
}

// arithmetic chooses the variant with a scalar operand, where there is one.
func arithmetic(op opcode, a, b Value, scalar func(Value) bool, p *Program, operandOf func(Value) operand) (opcode, int32, operand, operand) {
	switch {
	case scalar(b):
		r := map[opcode]opcode{opAdd: rAddS, opSub: rSubS, opMul: rMulS, opDiv: rDivS}[op]
		return r, p.vals[b].n, operandOf(a), operand{}
	case scalar(a):
		r := map[opcode]opcode{opAdd: rAddS, opSub: rSSub, opMul: rMulS, opDiv: rSDiv}[op]
		return r, p.vals[a].n, operandOf(b), operand{}
	}
	return op, 0, operandOf(a), operandOf(b)
}

// Run makes a pass over all instances. env holds the environment scalars.
func (k *Kernel) Run(env *[NumEnv]float64) {
	if k.bind.Rows > 0 {
		k.RunRows(env, 0, k.bind.Rows)
		k.SetGlobals()
	}
}

// RunRows makes a pass over the instances lo to hi-1 and leaves the global
// variables alone, so that kernels of the same data can run side by side on
// rows of their own.
func (k *Kernel) RunRows(env *[NumEnv]float64, lo, hi int) {
	if lo >= hi {
		return
	}
	k.start(env, nil)
	if k.singles != nil {
		for _, code := range k.singles[lo:hi] {
			k.single(code)
		}
		return
	}
	k.spread()
	for row := lo; row < hi; row += Block {
		k.block(row, min(Block, hi-row))
	}
}

// SetGlobals gives the global variables that the program sets what the last
// instance of the last pass left in them.
func (k *Kernel) SetGlobals() {
	for _, g := range k.p.sets {
		k.bind.Globals[g] = k.globals[g]
	}
}

// Call makes a pass over one instance with arguments and gives the results.
func (k *Kernel) Call(env *[NumEnv]float64, row int, args ...float64) []float64 {
	k.start(env, args)
	k.spread()
	k.block(row, 1)
	k.SetGlobals()
	out := make([]float64, len(k.results))
	for i := range k.results {
		out[i] = k.results[i].at(row, 1)[0]
	}
	return out
}

func (k *Kernel) start(env *[NumEnv]float64, args []float64) {
	s := k.scalars
	*(*[NumEnv]float64)(s) = *env
	for _, g := range k.reads {
		s[NumEnv+g] = k.bind.Globals[g]
	}
	copy(s[NumEnv+k.p.nGlobals:], args[:min(len(args), k.p.nArgs)])
	k.steady.update(s)
	for i := range k.moving {
		k.moving[i].run(s)
	}
}

// spread fills the registers of the scalars that operations need as vectors.
func (k *Kernel) spread() {
	for _, sp := range k.splats {
		if x := k.scalars[sp.scalar]; math.Float64bits(x) != math.Float64bits(sp.reg[0]) {
			simd.Fill(sp.reg, x)
		}
	}
}

// block runs the code for n instances from row on.
func (k *Kernel) block(row, n int) {
	s, loops := k.scalars, simd.For(n)
	for pc := 0; pc < len(k.code); pc++ {
		in := &k.code[pc]
		switch in.op {
		case opAdd:
			loops.Add(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n))
		case rAddS:
			loops.AddS(in.dst.at(row, n), in.a.at(row, n), s[in.s])
		case opSub:
			loops.Sub(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n))
		case rSubS:
			loops.SubS(in.dst.at(row, n), in.a.at(row, n), s[in.s])
		case rSSub:
			loops.SSub(in.dst.at(row, n), s[in.s], in.a.at(row, n))
		case opMul:
			loops.Mul(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n))
		case rMulS:
			loops.MulS(in.dst.at(row, n), in.a.at(row, n), s[in.s])
		case opDiv:
			loops.Div(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n))
		case rDivS:
			loops.DivS(in.dst.at(row, n), in.a.at(row, n), s[in.s])
		case rSDiv:
			loops.SDiv(in.dst.at(row, n), s[in.s], in.a.at(row, n))
		case opExp:
			loops.Exp(in.dst.at(row, n), in.a.at(row, n), s[in.ks[0]], s[in.ks[1]], s[in.ks[2]])
		case opMul3:
			loops.Mul3(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
		case opMulAdd:
			loops.MulAdd(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
		case opSubMul:
			loops.SubMul(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
		case opApproach:
			loops.Approach(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
		case opNeg:
			loops.Neg(in.dst.at(row, n), in.a.at(row, n))
		case opAbs:
			loops.Abs(in.dst.at(row, n), in.a.at(row, n))
		case opMove:
			copy(in.dst.at(row, n), in.a.at(row, n))
		case rFill:
			loops.Fill(in.dst.at(row, n), s[in.s])
		case opGather:
			simd.Gather(in.dst.at(row, n), in.a.buf, in.index[row:])
		case opExtAdd:
			simd.ScatterAdd(in.dst.buf, in.index[row:], in.a.at(row, n))
		case opExtSub:
			simd.ScatterSub(in.dst.buf, in.index[row:], in.a.at(row, n))
		case opExtStore:
			simd.Scatter(in.dst.buf, in.index[row:], in.a.at(row, n))
		case rExtAddTo:
			loops.Add(in.dst.at(row, n), in.dst.at(row, n), in.a.at(row, n))
		case rExtSubTo:
			loops.Sub(in.dst.at(row, n), in.dst.at(row, n), in.a.at(row, n))
		case rExtStoreTo:
			copy(in.dst.at(row, n), in.a.at(row, n))
		case opSelect:
			loops.Select(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
		case opTableIndex:
			t := k.bind.Tables[in.n]
			loops.TableIndex(in.dst.at(row, n), in.dst2.at(row, n), in.a.at(row, n), t.From, t.PerStep, t.Last)
		case opTableRead:
			t := k.bind.Tables[in.n]
			loops.TableRead(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), t.Values, int(in.m), t.Outputs)
		case opSolve:
			system := &k.p.systems[in.n]
			system.solve(k.planes, n, k.matrix[:system.n*system.n], k.vector[:system.n])
		case opLookup:
			k.bind.Lookups[in.n].fill(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n))
		case opSetGlobal:
			k.globals[in.n] = in.a.at(row, n)[n-1]
		case rSetGlobalScalar:
			k.globals[in.n] = s[in.s]
		case opJump:
			pc = in.target - 1
		case opJumpIfNone:
			if !loops.Any(in.a.at(row, n)) {
				pc = in.target - 1
			}
		case rJumpIfZero:
			if s[in.s] == 0 {
				pc = in.target - 1
			}
		default:
			k.elementwise(in, row, n)
		}
	}
}

// elementwise runs the rarer pure operations.
func (k *Kernel) elementwise(in *inst, row, n int) {
	dst, a, loops := in.dst.at(row, n), in.a.at(row, n), simd.For(n)
	switch in.op {
	case opFunc1:
		f := funcs1[in.n].f
		for i := range dst {
			dst[i] = f(a[i])
		}
	case opFunc2:
		f, b := funcs2[in.n].f, in.b.at(row, n)
		for i := range dst {
			dst[i] = f(a[i], b[i])
		}
	case opSingle:
		for i := range dst {
			dst[i] = float64(float32(a[i]))
		}
	case opNot:
		loops.Not(dst, a)
	case opLess:
		loops.Less(dst, a, in.b.at(row, n))
	case opLessEq:
		loops.LessEq(dst, a, in.b.at(row, n))
	case opEqual:
		loops.Equal(dst, a, in.b.at(row, n))
	case opNotEqual:
		loops.NotEqual(dst, a, in.b.at(row, n))
	case opAnd:
		loops.And(dst, a, in.b.at(row, n))
	case opOr:
		loops.Or(dst, a, in.b.at(row, n))
	default:
		panic("kernel: unknown operation")
	}
}

// Finite reports the index of the first element that is not finite, or -1.
func Finite(xs []float64) int {
	for i, x := range xs {
		if math.IsNaN(x - x) {
			return i
		}
	}
	return -1
}
