package kernel

// fuser joins operations into one loop over the block, where the inner one's
// result goes nowhere else. Every step is still rounded as before, so the
// numbers do not change, but for opLinoid and what multiplies it (algebra.go).
//
//	a·b·c, to five     opMul3 to opMul5   a·b + c                    opMulAdd
//	a + b + c          opSum3
//	(a - b)·c          opSubMul           a + (b - a)·c              opApproach
//	k·e^(s·(x+o)) + c  opExp              a + (b - a)·(1 - e^(s·c))  opRelax
//	n/opExp            opOverExp          a + (b - a)·(1 - e^(s/c))  opRelaxOver
type fuser struct {
	*optimizer
	uses []int
	at   map[Value]int
	i    int // the instruction that may take others over
}

// fuse joins what can be joined.
func (o *optimizer) fuse() {
	for _, join := range []func(*fuser, *instr){(*fuser).exponential, (*fuser).arithmetic} {
		f := fuser{optimizer: o, uses: o.uses(), at: o.definitions()}
		for f.i = range o.code {
			join(&f, &o.code[f.i])
		}
		o.dropUnused()
	}
}

// inner gives the operation that makes v, if this one may take it over. What is
// done in every block is not moved to where the last instance alone is: columns
// have changed until then.
func (f *fuser) inner(v Value, op opcode) *instr {
	j, ok := f.at[v]
	if !ok || f.uses[v] != 1 || f.code[j].op != op || f.code[j].last != f.code[f.i].last || !f.straight(j, f.i) {
		return nil
	}
	return f.definition(f.at, v)
}

// become makes this operation another one, which has taken over an inner one.
func (f *fuser) become(in *instr, op opcode, a ...Value) {
	f.code[f.i].op, f.code[f.i].a = op, values(a...)
	*in = nop
}

// exponential joins what has an exponential in it.
func (f *fuser) exponential(ins *instr) {
	x, y := ins.a[0], ins.a[1]
	if f.scalar(x) && (ins.op == opMul || ins.op == opAdd) {
		x, y = y, x
	}
	switch ins.op {
	case opMul:
		if !f.scalar(y) {
			return
		}
		if in := f.inner(x, opExp); in != nil && f.is(in.a[3], 1) && f.is(in.a[4], 0) {
			f.become(in, opExp, in.a[0], in.a[1], in.a[2], y, in.a[4])
		} else if in := f.inner(x, opOverExp); in != nil {
			f.become(in, opOverExp, in.a[0], in.a[1], in.a[2], in.a[3], in.a[4], f.onScalars(opMul, 0, in.a[5], y))
		} else if in := f.inner(x, opLinoid); in != nil {
			times := func(k int) Value { return f.onScalars(opMul, 0, in.a[k], y) }
			f.become(in, opLinoid, in.a[0], in.a[1], in.a[2], in.a[3], in.a[4], in.a[5], times(6), times(7), times(8))
		}
	case opAdd:
		if in := f.inner(x, opExp); in != nil && f.scalar(y) && f.is(in.a[4], 0) {
			f.become(in, opExp, in.a[0], in.a[1], in.a[2], in.a[3], y)
		}
	case opSub:
		if in := f.inner(x, opExp); in != nil && f.scalar(y) && f.is(in.a[4], 0) {
			f.become(in, opExp, in.a[0], in.a[1], in.a[2], in.a[3], f.onScalars(opNeg, 0, y))
		} else if in := f.inner(y, opExp); in != nil && f.scalar(x) && f.is(in.a[4], 0) {
			f.become(in, opExp, in.a[0], in.a[1], in.a[2], f.onScalars(opNeg, 0, in.a[3]), x)
		}
	case opDiv:
		if in := f.inner(y, opExp); in != nil && f.scalar(x) {
			f.become(in, opOverExp, in.a[0], in.a[1], in.a[2], in.a[3], in.a[4], x)
		}
	case opSelect:
		if !f.b.exact {
			f.linoid(ins, f.at)
		}
	}
}

// arithmetic joins the other operations.
func (f *fuser) arithmetic(ins *instr) {
	x, y := ins.a[0], ins.a[1]
	switch ins.op {
	case opMul:
		for range 2 {
			if in := f.inner(x, opSub); in != nil {
				f.become(in, opSubMul, in.a[0], in.a[1], y)
			} else if in := f.inner(x, opNeg); in != nil {
				f.become(in, opSubMul, f.constant(0), in.a[0], y)
			} else if in := f.inner(x, opMul); in != nil {
				f.become(in, opMul3, in.a[0], in.a[1], y)
			} else if in := f.inner(x, opMul3); in != nil {
				f.become(in, opMul4, in.a[0], in.a[1], in.a[2], y)
			} else if in := f.inner(x, opMul4); in != nil {
				f.become(in, opMul5, in.a[0], in.a[1], in.a[2], in.a[3], y)
			} else {
				x, y = y, x
				continue
			}
			break
		}
	case opAdd:
		for range 2 {
			if in := f.inner(x, opSubMul); in != nil && in.a[1] == y {
				f.become(in, opApproach, y, in.a[0], in.a[2])
				f.relax(ins)
			} else if in := f.inner(x, opMul); in != nil {
				f.become(in, opMulAdd, in.a[0], in.a[1], y)
			} else if in := f.inner(x, opAdd); in != nil {
				f.become(in, opSum3, in.a[0], in.a[1], y)
			} else {
				x, y = y, x
				continue
			}
			break
		}
	}
}

// relax takes the exponential into an opApproach.
func (f *fuser) relax(ins *instr) {
	in := f.inner(ins.a[2], opExp)
	if in == nil || !f.is(in.a[1], 0) || !f.is(in.a[3], -1) || !f.is(in.a[4], 1) {
		return
	}
	f.become(in, opRelax, ins.a[0], ins.a[1], in.a[0], in.a[2])
	if in := f.inner(ins.a[2], opDiv); in != nil && f.scalar(in.a[0]) && f.is(ins.a[3], 1) {
		f.become(in, opRelaxOver, ins.a[0], ins.a[1], in.a[1], in.a[0])
	}
}
