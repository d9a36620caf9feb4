package kernel

// fuse joins pairs of operations into one loop over the block, where the first
// one's result goes nowhere else. Every step is still rounded as before, so the
// numbers do not change.
//
//	(a·b)·c      opMul3        a·b + c          opMulAdd
//	(a - b)·c    opSubMul      a + (b - a)·c    opApproach
//	k·e^(s·x)+c  opExp, with scalars k, s and c
func (o *optimizer) fuse() {
	uses, at := o.uses(), o.definitions()
	for i := range o.code {
		ins := &o.code[i]
		// inner gives the operation that makes v, if ins may take it over.
		inner := func(v Value, op opcode) (*instr, int) {
			j, ok := at[v]
			if !ok || uses[v] != 1 || o.code[j].op != op || !o.straight(j, i) {
				return nil, 0
			}
			for _, a := range o.code[j].a {
				if o.isVar(a) {
					return nil, 0
				}
			}
			return &o.code[j], j
		}
		become := func(j int, op opcode, a ...Value) {
			ins.op, ins.a = op, values(a...)
			o.code[j] = nop
		}
		scalar := func(v Value) bool { return o.p.vals[v].in == inScalar }
		x, y := ins.a[0], ins.a[1]
		switch ins.op {
		case opMul:
			if scalar(x) {
				x, y = y, x
			}
			if in, j := inner(x, opExp); in != nil && scalar(y) && o.one(in.a[2]) && o.zero(in.a[3]) {
				become(j, opExp, in.a[0], in.a[1], y, in.a[3])
				break
			}
			for range 2 {
				if in, j := inner(x, opSub); in != nil && !scalar(y) {
					become(j, opSubMul, in.a[0], in.a[1], y)
					break
				}
				if in, j := inner(x, opMul); in != nil && !scalar(y) && !scalar(in.a[0]) && !scalar(in.a[1]) {
					become(j, opMul3, in.a[0], in.a[1], y)
					break
				}
				x, y = y, x
			}
		case opAdd:
			if scalar(x) {
				x, y = y, x
			}
			if in, j := inner(x, opExp); in != nil && scalar(y) && o.zero(in.a[3]) {
				become(j, opExp, in.a[0], in.a[1], in.a[2], y)
				break
			}
			for range 2 {
				if in, j := inner(x, opSubMul); in != nil && in.a[1] == y {
					become(j, opApproach, y, in.a[0], in.a[2])
					break
				}
				if in, j := inner(x, opMul); in != nil && !scalar(y) && !scalar(in.a[0]) && !scalar(in.a[1]) {
					become(j, opMulAdd, in.a[0], in.a[1], y)
					break
				}
				x, y = y, x
			}
		case opSub:
			if in, j := inner(x, opExp); in != nil && o.p.vals[y].isConst && o.zero(in.a[3]) {
				become(j, opExp, in.a[0], in.a[1], in.a[2], o.constant(-o.p.vals[y].c))
			} else if in, j := inner(y, opExp); in != nil && scalar(x) && o.p.vals[in.a[2]].isConst && o.zero(in.a[3]) {
				become(j, opExp, in.a[0], in.a[1], o.constant(-o.p.vals[in.a[2]].c), x)
			}
		case opExp:
			if in, j := inner(x, opMul); in != nil && o.one(ins.a[1]) {
				switch {
				case scalar(in.a[0]):
					become(j, opExp, in.a[1], in.a[0], ins.a[2], ins.a[3])
				case scalar(in.a[1]):
					become(j, opExp, in.a[0], in.a[1], ins.a[2], ins.a[3])
				}
			}
		}
	}
}

func (o *optimizer) one(v Value) bool  { return o.p.vals[v].isConst && o.p.vals[v].c == 1 }
func (o *optimizer) zero(v Value) bool { return o.p.vals[v].isConst && o.p.vals[v].c == 0 }

// constant gives a new scalar with a known number.
func (o *optimizer) constant(x float64) Value {
	o.p.vals = append(o.p.vals, value{in: inScalar, n: int32(o.p.nScalars), isConst: true, c: x})
	o.p.consts = append(o.p.consts, scalarInit{int32(o.p.nScalars), x})
	o.p.nScalars++
	return Value(len(o.p.vals) - 1)
}
