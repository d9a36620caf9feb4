package kernel

import (
	"math"
	"slices"
	"sort"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/simd"
)

// External joins the instances with the rows of another table: row Index[i]
// belongs to instance i, or where Index is nil row i. Where InPlace is true, consecutive instances have
// consecutive rows, but for some gaps, and the columns are used in place.
type External struct {
	Columns [][]float64
	Uniform []bool // see Binding
	Index   []int32
	InPlace bool
	gaps    int // instances whose row does not follow that of the one before
}

// pieceRows is the number of instances between two gaps, in the mean, from which on
// blocks that end at the gaps take less time than gathering.
const pieceRows = 24

// Row gives the row of an instance.
func (e *External) Row(i int) int {
	if e.Index == nil {
		return i
	}
	return int(e.Index[i])
}

// NewExternal finds out whether the columns can be used in place.
func NewExternal(columns [][]float64, index []int32) External {
	gaps := 0
	for i := 1; i < len(index); i++ {
		if index[i] != index[i-1]+1 {
			gaps++
		}
	}
	return External{Columns: columns, Index: index, InPlace: gaps*pieceRows <= len(index), gaps: gaps}
}

// pieces lists the instances with which a piece begins: within it, the rows of all
// tables that are used in place are consecutive.
func (b *Binding) pieces() []int {
	out := []int{0}
	for _, e := range b.Externals {
		if !e.InPlace || e.gaps == 0 {
			continue
		}
		for i := 1; i < len(e.Index); i++ {
			if e.Index[i] != e.Index[i-1]+1 {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
	Failures  Failures   // nil: a pass that fails panics with the error
	Registers *Registers // nil: of the kernel's own
}

// Registers are the block registers of kernels that never run at the same time: what
// is in them after a pass is of no use.
type Registers struct{ all []float64 }

// blocks gives n of them.
func (r *Registers) blocks(n int) []float64 {
	if r == nil {
		return make([]float64, n*Block)
	}
	if len(r.all) < n*Block {
		r.all = make([]float64, n*Block)
	}
	return r.all[:n*Block]
}

// Failures hears of passes that fail. Kernels of several goroutines may share it.
type Failures interface {
	Fail(err *fault.Error)
	Failed() bool // whether it has heard of any: then nobody needs the numbers of a pass
}

// maxTurns is how often a loop is repeated before it counts as endless.
const maxTurns = 1 << 20

// fail ends a pass in which a loop does not end.
func (k *Kernel) fail(loop int32) {
	err := k.p.endless[loop-1]
	if k.bind.Failures == nil {
		panic(err)
	}
	k.bind.Failures.Fail(err)
	k.failed = true
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
	if lo >= hi || len(k.p.endless) > 0 && k.bind.Failures != nil && k.bind.Failures.Failed() {
		return
	}
	k.failed = false
	k.start(env, nil)
	b := k.variant()
	if b.singles != nil {
		for row := lo; row < hi; row++ {
			do(b.singles[row].code)
		}
		do(b.singles[hi-1].last)
		return
	}
	b.spread(k.scalars)
	block := lo
	for row := lo; row < hi && !k.failed; {
		end := min(hi, k.enter(b, row))
		for ; row < end && !k.failed; row = min(row+Block, end) {
			block = row
			k.block(b.code, row, min(Block, end-row))
		}
	}
	k.leave(b, block, hi)
}

// enter points the columns of other tables that are used in place at the rows that
// belong to the piece with an instance, and gives the end of that piece.
func (k *Kernel) enter(b *bound, row int) (end int) {
	next := sort.SearchInts(k.pieces, row+1)
	if b.before != next {
		for _, o := range b.places {
			o.off = k.bind.Externals[o.external-1].Row(row) - row
		}
		b.before = next
	}
	if next < len(k.pieces) {
		return k.pieces[next]
	}
	return k.bind.Rows
}

// leave does what only the last instance of a pass needs, the last of a block
// that ends before row hi.
func (k *Kernel) leave(b *bound, block, hi int) {
	if b.block != block || b.hi != hi {
		x := oneBinder{binder: b.binder, row: hi - 1, at: hi - 1 - block, stride: Block, regs: b.binder.regs, alias: map[Value]cell{}, steady: map[cell]bool{}}
		b.block, b.hi, b.last = block, hi, x.steps(true)
	}
	do(b.last)
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
	b := k.variant()
	b.spread(k.scalars)
	k.enter(b, row)
	k.block(b.code, row, 1)
	k.leave(b, row, row+1)
	k.SetGlobals()
	out := make([]float64, len(b.results))
	for i := range b.results {
		out[i] = b.results[i].at(row, 1)[0]
	}
	return out
}

func (k *Kernel) start(env *[NumEnv]float64, args []float64) {
	s := k.scalars
	*(*[NumEnv]float64)(s) = *env
	for _, g := range k.reads {
		s[NumEnv+g] = k.bind.Globals[g]
	}
	if len(args) > 0 {
		copy(s[NumEnv+k.p.nGlobals:], args[:min(len(args), k.p.nArgs)])
	}
	k.steady.update(s)
	for i := range k.moving {
		k.moving[i].run(s)
	}
}

// spread fills the registers of the scalars that operations need as vectors.
func (b *bound) spread(scalars []float64) {
	for _, sp := range b.splats {
		if x := scalars[sp.scalar]; math.Float64bits(x) != math.Float64bits(sp.reg[0]) {
			simd.Fill(sp.reg, x)
		}
	}
}

// block runs code for n instances from row on.
func (k *Kernel) block(code []inst, row, n int) {
	s, loops, turns := k.scalars, simd.For(n), 0
	for pc := 0; pc < len(code); pc++ {
		in := &code[pc]
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
			ks := &in.ks
			loops.Exp(in.dst.at(row, n), in.a.at(row, n), s[ks[0]], s[ks[1]], s[ks[2]], s[ks[3]])
		case opOverExp:
			ks := &in.ks
			loops.OverExp(in.dst.at(row, n), in.a.at(row, n), s[ks[0]], s[ks[1]], s[ks[2]], s[ks[3]], s[ks[4]])
		case opLinoid:
			ks := &in.ks
			loops.Linoid(in.dst.at(row, n), in.a.at(row, n), s[ks[0]], s[ks[1]], s[ks[2]], s[ks[3]], s[ks[4]], s[ks[5]], s[ks[6]], s[ks[7]])
		case opRelax:
			loops.Relax(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n), s[in.s])
		case opRelaxOver:
			loops.RelaxOver(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n), s[in.s])
		case opMul4:
			loops.Mul4(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n), in.d.at(row, n))
		case opMul5:
			loops.Mul5(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n), in.d.at(row, n), in.e.at(row, n))
		case opMul3:
			loops.Mul3(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
		case opSum3:
			loops.Sum3(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
		case rOhm:
			loops.Ohm(in.dst.at(row, n), in.d.at(row, n), in.e.at(row, n), in.a.at(row, n), in.b.at(row, n), in.c.at(row, n))
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
		case rTableFour:
			t := k.bind.Tables[in.n]
			loops.TableFour(in.dst.at(row, n), in.dst2.at(row, n), in.b.at(row, n), in.c.at(row, n), in.a.at(row, n), t.Values[in.m:], t.Outputs, t.From, t.PerStep, t.Last)
		case rTableTwo:
			t := k.bind.Tables[in.n]
			loops.TableTwo(in.dst.at(row, n), in.dst2.at(row, n), in.a.at(row, n), t.Values[in.m:], t.Outputs, t.From, t.PerStep, t.Last)
		case opSolve:
			system := &k.p.systems[in.n]
			system.solve(k.planes, n, k.matrix[:system.n*system.n], k.vector[:system.n])
		case opLookup:
			k.bind.Lookups[in.n].fill(in.dst.at(row, n), in.a.at(row, n), in.b.at(row, n))
		case opJump:
			pc = in.target - 1
			if turns++; in.m > 0 && turns > maxTurns {
				k.fail(in.m)
				return
			}
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
		if in.n == funcLog {
			loops.Log(dst, a)
			return
		}
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
