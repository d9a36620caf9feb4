package kernel

import (
	"math"

	"github.com/gneuron/gneuron/internal/simd"
)

// A block operation costs the same choice and calls for one instance as for
// 128. Where there are few instances, the same program runs on single numbers,
// one instance after the other, with every operand found beforehand. The
// numbers are those of the block loops: operations that are not written out here
// are theirs, or scalarOp's.

// fewRows is the number of instances up to which going one by one is faster.
const fewRows = 6

// cell is the place of a number. As an array it is also a slice of one, which
// the block loops take.
type cell = *[1]float64

// nothing is read for operands that an operation does not have.
var nothing [1]float64

// Operations on pairs, in place of several after each other.
const (
	sMoves opcode = 200 + iota // dst = a
	sAdds                      // dst = from + sign·a
	sRow                       // dst = output m of the table at the step's a
	sCall                      // anything else
	sChild                     // see Sequence.Child
	sBack                      // dst = (dst - b·a)·c, fused
	sRoot                      // a = 1/a, dst *= a
	sEnd                       // dst = a + (b - c)
	sMove                      // dst += a, b = c·a
)

// pair is two places of a step that does the same several times.
type pair struct {
	dst, a cell
	from   cell // mostly dst
	m      int32
	sign   float64
}

// step is an operation on single numbers.
type step struct {
	op                 opcode
	n                  int32 // as of an instr; the next step's index for a jump
	dst, a, b, c, d, e cell
	x                  *extra // of the operations that need more than that
}

// extra is what few operations need.
type extra struct {
	k     *Kernel
	table *Table
	m     int32   // of opTableRead and opJump
	dst2  cell    // of opTableIndex
	more  [4]cell // of opOverExp, opLinoid and sChild
	pairs []pair  // of sMoves, sAdds and sRow
	call  func()  // of sCall
}

// single is the code of one instance.
type single struct{ code, last []step }

// bindSingles makes the steps of each instance, where the instances are few and
// going one by one gives what blocks give: no two of them meet in a row of
// another table.
func (k *Kernel) bindSingles(b *binder) {
	if k.bind.Rows > fewRows {
		return
	}
	for _, e := range k.bind.Externals {
		for i, r := range e.Index {
			for _, other := range e.Index[:i] {
				if r == other {
					return
				}
			}
		}
	}
	regs := make([]float64, b.v.numRegs)
	for row := range k.bind.Rows {
		x := oneBinder{binder: b, row: row, stride: 1, regs: regs, alias: map[Value]cell{}, steady: map[cell]bool{}}
		b.out.singles = append(b.out.singles, single{x.steps(false), x.steps(true)})
	}
}

// oneBinder joins a variant with the numbers of one instance.
type oneBinder struct {
	*binder
	row        int
	at, stride int // register r is number r·stride + at of regs
	regs       []float64
	alias      map[Value]cell
	in         *Sequence // nil: the steps are for this kernel alone
	fixed      Fixed
	steady     map[cell]bool // places of what does not change
}

// external finds the number of a column of another table.
func (b *oneBinder) external(ins *instr) cell {
	e := &b.k.bind.Externals[ins.n]
	return cell(e.Columns[ins.m][columnOf(e.Columns, e.Uniform, ins.m).moving*e.Row(b.row):])
}

// place finds the number of a value.
func (b *oneBinder) place(v Value) cell {
	if v == noValue {
		return &nothing
	}
	if x, ok := b.alias[v]; ok {
		return x
	}
	switch x := b.v.vals[v]; x.in {
	case inColumn:
		return cell(b.k.bind.Columns[x.n][columnOf(b.k.bind.Columns, b.k.bind.Uniform, x.n).moving*b.row:])
	case inScalar:
		return b.scalar(x.n)
	default:
		if o, ok := b.binder.alias[v]; ok && b.stride > 1 { // read in place by the blocks, too
			if o.external > 0 {
				return cell(o.buf[b.k.bind.Externals[o.external-1].Row(b.row):])
			}
			return cell(o.buf[o.off+o.moving*b.row:])
		}
		return cell(b.regs[int(x.n)*b.stride+b.at:])
	}
}

// scalar finds a number of the scalar bank.
func (b *oneBinder) scalar(slot int32) cell {
	if slot == T && b.in != nil {
		return b.in.t
	}
	return cell(b.k.scalars[slot:])
}

// steps gives the steps of the instance, or those for the last instance of a
// pass.
func (b *oneBinder) steps(last bool) (code []step) {
	k, list := b.k, b.v.code
	at := make([]int32, len(list)+1)
	targets := map[int]bool{}
	for _, ins := range list {
		targets[ins.target] = targets[ins.target] || ins.op == opJump || ins.op == opJumpIfNone
	}
	entry := 0 // the last step that a jump leads to: it is not joined with what is before
	for i := 0; i < len(list); i++ {
		ins := &list[i]
		if at[i] = int32(len(code)); targets[i] {
			entry = len(code)
		}
		if ins.last != last {
			continue
		}
		if n := b.v.reads(i); n > 0 {
			row := &extra{table: k.bind.Tables[ins.n]}
			for _, read := range list[i+1 : i+1+n] {
				row.pairs = append(row.pairs, pair{dst: b.place(read.dst), m: read.m})
			}
			code = append(code, step{op: sRow, a: b.place(ins.a[0]), x: row})
			i += n
			continue
		}
		if ins.op == opGather && b.v.vals[ins.dst].in == inRegister && b.written[[2]int32{ins.n, ins.m}] == 0 {
			x := b.external(ins)
			b.alias[ins.dst], b.steady[x] = x, b.in != nil && b.fixed(int(ins.n), int(ins.m))
			continue
		}
		if b.hoist(ins) {
			continue
		}
		x := b.step(ins)
		switch ins.op {
		case opGather:
			x.op, x.a = opMove, b.external(ins)
		case opStore:
			x.op, x.dst = opMove, cell(k.bind.Columns[ins.n][b.row:])
		case opExtStore:
			x.op, x.dst = opMove, b.external(ins)
		case opExtAdd, opExtSub:
			x.dst = b.external(ins)
		case opSetGlobal:
			x.op, x.dst = opMove, cell(k.globals[ins.n:])
		case opPut:
			x.op, x.dst = opMove, cell(k.planes[int(ins.n)*Block:])
		case opTake:
			x.op, x.a = opMove, cell(k.planes[int(ins.n)*Block:])
		case opOverExp, opLinoid:
			x.x = &extra{more: [4]cell{b.place(ins.a[5]), b.place(ins.a[6]), b.place(ins.a[7]), b.place(ins.a[8])}}
		case opTableIndex, opTableRead:
			x.x = &extra{table: k.bind.Tables[ins.n], m: ins.m, dst2: b.place(ins.dst2)}
		case opSolve, opLookup:
			x.x = &extra{k: k}
		case opJump, opJumpIfNone:
			x.n, x.x = int32(ins.target), &extra{k: k, m: ins.m}
		}
		if op, ok := paired[x.op]; ok {
			both := pair{dst: x.dst, a: x.a, from: x.dst, sign: 1}
			if x.op == opExtSub {
				both.sign = -1
			}
			if n := len(code) - 1; n >= entry && code[n].op == op {
				code[n].x.pairs = append(code[n].x.pairs, both)
				continue
			}
			x = step{op: op, x: &extra{pairs: []pair{both}}}
		}
		code = append(code, x)
	}
	at[len(list)] = int32(len(code))
	for i := range code {
		if op := code[i].op; op == opJump || op == opJumpIfNone {
			code[i].n = at[code[i].n]
		}
	}
	return code
}

// step is an operation with its operands found.
func (b *oneBinder) step(ins *instr) step {
	return step{op: ins.op, n: ins.n, dst: b.place(ins.dst),
		a: b.place(ins.a[0]), b: b.place(ins.a[1]), c: b.place(ins.a[2]), d: b.place(ins.a[3]), e: b.place(ins.a[4])}
}

// hoist has an operation done at the start of the Sequence alone, where its
// operands do not change on the way.
func (b *oneBinder) hoist(ins *instr) (ok bool) {
	if b.in == nil || !pure(ins.op) || b.v.vals[ins.dst].in != inRegister || b.branches() {
		return false
	}
	for _, a := range ins.a {
		if a != noValue && !b.still(a) {
			return false
		}
	}
	dst := new([1]float64)
	b.alias[ins.dst], b.steady[dst] = dst, true
	b.in.steady = append(b.in.steady, b.step(ins))
	return true
}

// still tells whether a value does not change while the Sequence runs.
func (b *oneBinder) still(v Value) bool {
	switch x := b.v.vals[v]; x.in {
	case inScalar:
		return !b.k.moves(x.n)
	case inColumn:
		return b.fixed(-1, int(x.n))
	}
	return b.steady[b.alias[v]]
}

// paired gives the operation that does several in place of one.
var paired = map[opcode]opcode{opMove: sMoves, opExtAdd: sAdds, opExtSub: sAdds}

// do does steps.
func do(code []step) {
	turns := 0
	for pc := 0; pc < len(code); pc++ {
		in := &code[pc]
		switch in.op {
		case sMoves:
			for i := range in.x.pairs {
				p := &in.x.pairs[i]
				p.dst[0] = p.a[0]
			}
		case sAdds:
			for i := range in.x.pairs {
				p := &in.x.pairs[i]
				p.dst[0] = p.from[0] + float64(p.sign*p.a[0])
			}
		case sRow:
			t := in.x.table
			index, theta := simd.Place(in.a[0], t.From, t.PerStep, t.Last)
			i := int(index) * t.Outputs
			top, bottom := t.Values[i:i+t.Outputs], t.Values[i+t.Outputs:i+2*t.Outputs]
			for i := range in.x.pairs {
				p := &in.x.pairs[i]
				p.dst[0] = simd.Between(top[p.m], bottom[p.m], theta)
			}
		case sChild:
			parent := &in.x.more
			in.d[0], in.e[0], parent[0][0], parent[1][0] = simd.Child(in.a[0], in.b[0], in.d[0], in.e[0], in.c[0], parent[0][0], parent[1][0], parent[2][0])
		case sBack:
			in.dst[0] = math.FMA(-in.b[0], in.a[0], in.dst[0]) * in.c[0]
		case sRoot:
			in.a[0] = 1 / in.a[0]
			in.dst[0] *= in.a[0]
		case sEnd:
			in.dst[0] = in.a[0] + (in.b[0] - in.c[0])
		case sMove:
			in.dst[0] += in.a[0]
			in.b[0] = in.c[0] * in.a[0]
		case opMove:
			in.dst[0] = in.a[0]
		case opAdd:
			in.dst[0] = in.a[0] + in.b[0]
		case opSub:
			in.dst[0] = in.a[0] - in.b[0]
		case opMul:
			in.dst[0] = in.a[0] * in.b[0]
		case opDiv:
			in.dst[0] = in.a[0] / in.b[0]
		case opNeg:
			in.dst[0] = -in.a[0]
		case opSingle:
			in.dst[0] = float64(float32(in.a[0]))
		case opExp:
			in.dst[0] = simd.ScaledExp(in.a[0]+in.b[0], in.c[0], in.d[0], in.e[0])
		case opOverExp:
			in.dst[0] = in.x.more[0][0] / simd.ScaledExp(in.a[0]+in.b[0], in.c[0], in.d[0], in.e[0])
		case opLinoid:
			m := &in.x.more
			in.dst[0] = simd.Linoid(in.a[0]+in.b[0], in.c[0], in.d[0], in.e[0], m[0][0], m[1][0], m[2][0], m[3][0])
		case opRelax:
			in.dst[0] = simd.Relax(in.a[0], in.b[0], in.d[0]*in.c[0])
		case opRelaxOver:
			in.dst[0] = simd.Relax(in.a[0], in.b[0], in.d[0]/in.c[0])
		case opMul4:
			in.dst[0] = in.a[0] * in.b[0] * in.c[0] * in.d[0]
		case opMul5:
			in.dst[0] = in.a[0] * in.b[0] * in.c[0] * in.d[0] * in.e[0]
		case opMul3:
			in.dst[0] = in.a[0] * in.b[0] * in.c[0]
		case opMulAdd:
			in.dst[0] = float64(in.a[0]*in.b[0]) + in.c[0]
		case opSubMul:
			in.dst[0] = (in.a[0] - in.b[0]) * in.c[0]
		case opApproach:
			in.dst[0] = in.a[0] + float64((in.b[0]-in.a[0])*in.c[0])
		case opSum3:
			in.dst[0] = in.a[0] + in.b[0] + in.c[0]
		case opLess:
			in.dst[0] = simd.Truth(in.a[0] < in.b[0])
		case opLessEq:
			in.dst[0] = simd.Truth(in.a[0] <= in.b[0])
		case opAnd:
			in.dst[0] = simd.Truth(in.a[0] != 0 && in.b[0] != 0)
		case opSelect:
			if in.a[0] != 0 {
				in.dst[0] = in.b[0]
			} else {
				in.dst[0] = in.c[0]
			}
		case opTableIndex:
			t := in.x.table
			in.dst[0], in.x.dst2[0] = simd.Place(in.a[0], t.From, t.PerStep, t.Last)
		case opTableRead:
			t := in.x.table
			i := int(in.a[0])*t.Outputs + int(in.x.m)
			in.dst[0] = simd.Between(t.Values[i], t.Values[i+t.Outputs], in.b[0])
		case opSolve:
			k := in.x.k
			system := &k.p.systems[in.n]
			system.solve(k.planes, 1, k.matrix[:system.n*system.n], k.vector[:system.n])
		case opLookup:
			in.x.k.bind.Lookups[in.n].fill(in.dst[:], in.a[:], in.b[:])
		case sCall:
			in.x.call()
		case opJump:
			pc = int(in.n) - 1
			if turns++; in.x.m > 0 && turns > maxTurns {
				in.x.k.fail(in.x.m)
				return
			}
		case opJumpIfNone:
			if in.a[0] == 0 {
				pc = int(in.n) - 1
			}
		default:
			in.dst[0] = scalarOp(in.op, in.n, [5]float64{in.a[0], in.b[0], in.c[0], in.d[0], in.e[0]})
		}
	}
}
