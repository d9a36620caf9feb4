package kernel

import "github.com/gneuron/gneuron/internal/simd"

// A block operation costs the same choice and calls for one instance as for
// 128. Where there are few instances, the same program runs on single numbers,
// one instance after the other, with every operand found beforehand. The
// numbers are those of the block loops: operations that are not written out here
// are theirs, or scalarOp's.

// fewRows is the number of instances up to which going one by one is faster.
const fewRows = 4

// cell is the place of a number. As an array it is also a slice of one, which
// the block loops take.
type cell = *[1]float64

// nothing is read for operands that an operation does not have.
var nothing [1]float64

// step is an operation on the numbers of one instance.
type step struct {
	op                    opcode
	n, m                  int32 // n is the next step's index for a jump
	dst, dst2, a, b, c, d cell
}

// bindSingles makes the steps of each instance, where the instances are few and
// going one by one gives what blocks give: no two of them meet in a row of
// another table.
func (k *Kernel) bindSingles() {
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
	regs := make([]float64, k.p.numRegs)
	for row := range k.bind.Rows {
		k.singles = append(k.singles, k.stepsOf(row, regs))
	}
}

// stepsOf gives the steps of one instance.
func (k *Kernel) stepsOf(row int, regs []float64) []step {
	p, bind := k.p, &k.bind
	written := map[[2]int32]bool{} // columns of other tables
	for _, ins := range p.code {
		if ins.op == opExtStore || ins.op == opExtAdd || ins.op == opExtSub {
			written[[2]int32{ins.n, ins.m}] = true
		}
	}
	external := func(ins *instr) cell {
		e := &bind.Externals[ins.n]
		return cell(e.Columns[ins.m][columnOf(e.Columns, e.Uniform, ins.m).moving*int(e.Index[row]):])
	}
	alias := map[Value]cell{}
	place := func(v Value) cell {
		if v == noValue {
			return &nothing
		}
		if x, ok := alias[v]; ok {
			return x
		}
		switch x := p.vals[v]; x.in {
		case inColumn:
			return cell(bind.Columns[x.n][columnOf(bind.Columns, bind.Uniform, x.n).moving*row:])
		case inScalar:
			return cell(k.scalars[x.n:])
		default:
			return cell(regs[x.n:])
		}
	}
	at := make([]int32, len(p.code)+1)
	var code []step
	for i := range p.code {
		ins := &p.code[i]
		at[i] = int32(len(code))
		if ins.op == opGather && p.vals[ins.dst].in == inRegister && !written[[2]int32{ins.n, ins.m}] {
			alias[ins.dst] = external(ins)
			continue
		}
		x := step{op: ins.op, n: ins.n, m: ins.m, dst: place(ins.dst), dst2: place(ins.dst2),
			a: place(ins.a[0]), b: place(ins.a[1]), c: place(ins.a[2]), d: place(ins.a[3])}
		switch ins.op {
		case opGather:
			x.op, x.a = opMove, external(ins)
		case opStore:
			x.op, x.dst = opMove, cell(bind.Columns[ins.n][row:])
		case opExtStore:
			x.op, x.dst = opMove, external(ins)
		case opExtAdd, opExtSub:
			x.dst = external(ins)
		case opSetGlobal:
			x.op, x.dst = opMove, cell(k.globals[ins.n:])
		case opPut:
			x.op, x.dst = opMove, cell(k.planes[int(ins.n)*Block:])
		case opTake:
			x.op, x.a = opMove, cell(k.planes[int(ins.n)*Block:])
		case opJump, opJumpIfNone:
			x.n = int32(ins.target)
		}
		code = append(code, x)
	}
	at[len(p.code)] = int32(len(code))
	for i := range code {
		if op := code[i].op; op == opJump || op == opJumpIfNone {
			code[i].n = at[code[i].n]
		}
	}
	return code
}

// single runs the steps of one instance.
func (k *Kernel) single(code []step) {
	for pc := 0; pc < len(code); pc++ {
		in := &code[pc]
		switch in.op {
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
		case opExp:
			in.dst[0] = float64(in.c[0]*simd.Exp1(in.b[0]*in.a[0])) + in.d[0]
		case opMul3:
			in.dst[0] = in.a[0] * in.b[0] * in.c[0]
		case opMulAdd:
			in.dst[0] = float64(in.a[0]*in.b[0]) + in.c[0]
		case opSubMul:
			in.dst[0] = (in.a[0] - in.b[0]) * in.c[0]
		case opApproach:
			in.dst[0] = in.a[0] + float64((in.b[0]-in.a[0])*in.c[0])
		case opExtAdd:
			in.dst[0] += in.a[0]
		case opExtSub:
			in.dst[0] -= in.a[0]
		case opTableIndex:
			t := k.bind.Tables[in.n]
			simd.For(1).TableIndex(in.dst[:], in.dst2[:], in.a[:], t.From, t.PerStep, t.Last)
		case opTableRead:
			t := k.bind.Tables[in.n]
			simd.For(1).TableRead(in.dst[:], in.a[:], in.b[:], t.Values, int(in.m), t.Outputs)
		case opSolve:
			system := &k.p.systems[in.n]
			system.solve(k.planes, 1, k.matrix[:system.n*system.n], k.vector[:system.n])
		case opLookup:
			k.bind.Lookups[in.n].fill(in.dst[:], in.a[:], in.b[:])
		case opJump:
			pc = int(in.n) - 1
		case opJumpIfNone:
			if in.a[0] == 0 {
				pc = int(in.n) - 1
			}
		default:
			in.dst[0] = scalarOp(in.op, in.n, [4]float64{in.a[0], in.b[0], in.c[0], in.d[0]})
		}
	}
}
