package kernel

import "slices"

// Kernel is a Program bound to data. It must not be used by two goroutines at once,
// nor beside another one that has its Registers.
type Kernel struct {
	p        *Program
	bind     Binding
	pieces   []int    // see Binding.pieces
	variants []*bound // nil: not run yet
	steady   scalarCode
	moving   []scalarInst // what depends on t
	scalars  []float64
	reads    []int     // global variables
	globals  []float64 // what the pass leaves in the global variables
	failed   bool      // the present pass has

	planes         []float64 // of systems of linear equations
	matrix, vector []float64 // scratch for one of them
}

// bound is a variant of the program joined with data.
type bound struct {
	binder  *binder
	code    []inst   // of each block
	singles []single // of each instance, where they are few; else nil
	splats  []splat
	results []operand
	places  []*operand // columns of other tables that are used in place
	before  int        // where places point at: in the piece before this one

	last      []step // for the last instance of a pass that ends with rows block to hi-1
	block, hi int
}

// operand is a block of numbers: len elements from off + moving*row.
type operand struct {
	buf         []float64
	off, moving int
	external    int // 1 + number of the External that it is a column of and used in place, or 0
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
	rExtAddTo // an external in place
	rExtSubTo
	rExtStoreTo
	rTableFour // outputs m to m+3 of a table at a, in dst, dst2, b and c
	rTableTwo
	rOhm // opSubMul, with its result added to d and its factor to e
)

type inst struct {
	op            opcode
	n, m          int32
	s             int32    // scalar operand
	ks            [8]int32 // scalar operands of exponentials
	dst, dst2     operand
	a, b, c, d, e operand
	index         []int32
	target        int
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
	for _, w := range p.writes {
		uniform := bind.Uniform
		if w.External >= 0 {
			uniform = bind.Externals[w.External].Uniform
		}
		if uniform != nil && uniform[w.Column] {
			panic("kernel: a program writes a uniform column")
		}
	}
	return p.bindPieces(bind, bind.pieces())
}

// Beside is a kernel of the same program and data with other registers, for another
// goroutine.
func (k *Kernel) Beside(r *Registers) *Kernel {
	bind := k.bind
	bind.Registers = r
	return k.p.bindPieces(bind, k.pieces)
}

func (p *Program) bindPieces(bind Binding, pieces []int) *Kernel {
	k := &Kernel{p: p, bind: bind, pieces: pieces, variants: make([]*bound, len(p.variants)), scalars: make([]float64, p.nScalars), globals: make([]float64, p.nGlobals)}
	for _, c := range p.consts {
		k.scalars[c.at] = c.x
	}
	for g := range bind.Globals {
		if p.ReadsGlobal(g) {
			k.reads = append(k.reads, g)
		}
	}
	k.planes = make([]float64, p.numPlanes*Block)
	for _, s := range p.systems {
		if s.n > len(k.vector) {
			k.matrix, k.vector = make([]float64, s.n*s.n), make([]float64, s.n)
		}
	}
	slot := func(v Value) int32 {
		if v == noValue {
			return 0
		}
		return p.vals[v].n
	}
	for _, ins := range p.once {
		in := scalarInst{op: ins.op, n: ins.n, dst: slot(ins.dst)}
		for i := range in.a {
			in.a[i] = slot(ins.a[i])
		}
		k.addScalar(ins, in)
	}
	return k
}

// variant gives the code for the conditions as they are.
func (k *Kernel) variant() *bound {
	choice := 0
	for i, c := range k.p.conds {
		if k.scalars[c] != 0 {
			choice |= 1 << i
		}
	}
	if k.variants[choice] == nil {
		k.variants[choice] = k.bindVariant(&k.p.variants[choice])
	}
	return k.variants[choice]
}

// binder joins a variant with data.
type binder struct {
	k       *Kernel
	v       *variant
	out     *bound
	regs    []float64
	alias   map[Value]operand // gathers that read in place
	splatOf map[int32]operand
	written map[[2]int32]int // how often the code writes a column of another table
	joined  map[int]bool     // operations that others do
}

func (k *Kernel) bindVariant(v *variant) *bound {
	b := &binder{k: k, v: v, out: &bound{}, regs: k.bind.Registers.blocks(v.numRegs), alias: map[Value]operand{},
		splatOf: map[int32]operand{}, written: v.writes(), joined: map[int]bool{}}
	b.out.binder = b
	var code []inst
	at := make([]int, len(v.code)+1)
	for i := 0; i < len(v.code); i++ {
		if at[i] = len(code); v.code[i].last || b.joined[i] {
			continue
		}
		if rows, n := b.tableRows(i); n > 0 {
			code = append(code, rows...)
			i += n - 1
		} else if in, ok := b.inst(&v.code[i]); ok {
			b.ohm(i, &in)
			code = append(code, in)
		}
	}
	at[len(v.code)] = len(code)
	for i := range code {
		code[i].target = at[code[i].target]
	}
	b.out.code = code
	for _, r := range v.results {
		b.out.results = append(b.out.results, b.operand(r))
	}
	for i := range b.out.code {
		in := &b.out.code[i]
		for _, o := range []*operand{&in.dst, &in.dst2, &in.a, &in.b, &in.c, &in.d, &in.e} {
			b.out.place(o)
		}
	}
	for i := range b.out.results {
		b.out.place(&b.out.results[i])
	}
	k.bindSingles(b)
	return b.out
}

// place notes an operand that points into another table.
func (b *bound) place(o *operand) {
	if o.external > 0 {
		b.places = append(b.places, o)
	}
}

// writes counts how often the code writes columns of other tables.
func (v *variant) writes() map[[2]int32]int {
	written := map[[2]int32]int{}
	for _, ins := range v.code {
		if ins.op == opExtStore || ins.op == opExtAdd || ins.op == opExtSub {
			written[[2]int32{ins.n, ins.m}]++
		}
	}
	return written
}

// ohm lets a current (v - e)·g be added to the sum of its ion, and g to the
// slope, where it is computed: at the end of the block both would be read anew.
// In a straight line nothing sees when it happens, if only it writes there.
func (b *binder) ohm(i int, in *inst) {
	if in.op != opSubMul || b.branches() {
		return
	}
	add := func(v Value) (at int, to operand) {
		for j, ins := range b.v.code {
			if ins.op == opExtAdd && ins.a[0] == v && j > i && !b.joined[j] && b.written[[2]int32{ins.n, ins.m}] == 1 {
				if e := &b.k.bind.Externals[ins.n]; e.InPlace {
					return j, operand{buf: e.Columns[ins.m], moving: 1, external: int(ins.n + 1)}
				}
			}
		}
		return -1, operand{}
	}
	current := &b.v.code[i]
	j, sum := add(current.dst)
	k, slope := add(current.a[2])
	if j >= 0 && k >= 0 {
		in.op, in.d, in.e = rOhm, sum, slope
		b.joined[j], b.joined[k] = true, true
	}
}

// branches reports whether the code has jumps.
func (b *binder) branches() bool {
	return slices.ContainsFunc(b.v.code, func(ins instr) bool { return ins.op == opJump || ins.op == opJumpIfNone })
}

// operand finds the numbers of a value.
func (b *binder) operand(v Value) operand {
	if v == noValue {
		return operand{}
	}
	if o, ok := b.alias[v]; ok {
		return o
	}
	switch x := b.v.vals[v]; x.in {
	case inColumn:
		return columnOf(b.k.bind.Columns, b.k.bind.Uniform, x.n)
	case inScalar:
		if o, ok := b.splatOf[x.n]; ok {
			return o
		}
		o := operand{buf: make([]float64, Block)}
		b.out.splats = append(b.out.splats, splat{x.n, o.buf})
		b.splatOf[x.n] = o
		return o
	default:
		return operand{buf: b.regs, off: int(x.n) * Block}
	}
}

// columnOf gives a column from its first row on.
func columnOf(columns [][]float64, uniform []bool, c int32) operand {
	if uniform != nil && uniform[c] {
		return operand{buf: columns[c]}
	}
	return operand{buf: columns[c], moving: 1}
}

// slot gives the place of a scalar; ok is false for other values.
func (b *binder) slot(v Value) (at int32, ok bool) {
	if v == noValue || b.v.vals[v].in != inScalar {
		return 0, false
	}
	return b.v.vals[v].n, true
}

// inst binds an operation; ok is false where nothing is left to do.
func (b *binder) inst(ins *instr) (r inst, ok bool) {
	bind := &b.k.bind
	r = inst{op: ins.op, n: ins.n, m: ins.m, target: ins.target}
	x, y := ins.a[0], ins.a[1]
	orScalar := func(op opcode) {
		if s, scalar := b.slot(x); scalar {
			r.op, r.s = op, s
		} else {
			r.a = b.operand(x)
		}
	}
	switch ins.op {
	case opGather:
		e := bind.Externals[ins.n]
		if from := columnOf(e.Columns, e.Uniform, ins.m); from.moving == 0 || e.InPlace {
			from.external = from.moving * int(ins.n+1)
			if b.v.vals[ins.dst].in == inRegister && b.written[[2]int32{ins.n, ins.m}] == 0 {
				b.alias[ins.dst] = from
				return r, false
			}
			r.op, r.dst, r.a = opMove, b.operand(ins.dst), from
			break
		}
		r.dst, r.a, r.index = b.operand(ins.dst), operand{buf: e.Columns[ins.m]}, e.Index
	case opExtStore, opExtAdd, opExtSub:
		e := bind.Externals[ins.n]
		r.a, r.dst, r.index = b.operand(x), operand{buf: e.Columns[ins.m]}, e.Index
		if e.InPlace {
			r.op = map[opcode]opcode{opExtStore: rExtStoreTo, opExtAdd: rExtAddTo, opExtSub: rExtSubTo}[ins.op]
			r.dst.external, r.dst.moving = int(ins.n+1), 1
		}
	case opStore:
		r.op, r.dst = opMove, operand{buf: bind.Columns[ins.n], moving: 1}
		orScalar(rFill)
	case opPut:
		r.op, r.dst = opMove, operand{buf: b.k.planes, off: int(ins.n) * Block}
		orScalar(rFill)
	case opMove:
		r.dst = b.operand(ins.dst)
		orScalar(rFill)
	case opJumpIfNone:
		orScalar(rJumpIfZero)
	case opTake:
		r.op, r.dst, r.a = opMove, b.operand(ins.dst), operand{buf: b.k.planes, off: int(ins.n) * Block}
	case opAdd, opMul, opSub, opDiv:
		r.dst = b.operand(ins.dst)
		b.arithmetic(&r, x, y)
	case opExp, opOverExp, opLinoid:
		r.dst, r.a = b.operand(ins.dst), b.operand(x)
		for i, v := range ins.a[1:] {
			r.ks[i], _ = b.slot(v)
		}
	case opRelax, opRelaxOver:
		r.dst, r.a, r.b, r.c = b.operand(ins.dst), b.operand(x), b.operand(y), b.operand(ins.a[2])
		r.s, _ = b.slot(ins.a[3])
	default:
		r.dst, r.dst2 = b.operand(ins.dst), b.operand(ins.dst2)
		r.a, r.b, r.c, r.d, r.e = b.operand(x), b.operand(y), b.operand(ins.a[2]), b.operand(ins.a[3]), b.operand(ins.a[4])
	}
	return r, true
}

// arithmetic chooses the variant with a scalar operand, where there is one.
func (b *binder) arithmetic(r *inst, x, y Value) {
	if s, ok := b.slot(y); ok {
		r.op = map[opcode]opcode{opAdd: rAddS, opSub: rSubS, opMul: rMulS, opDiv: rDivS}[r.op]
		r.s, r.a = s, b.operand(x)
	} else if s, ok := b.slot(x); ok {
		r.op = map[opcode]opcode{opAdd: rAddS, opSub: rSSub, opMul: rMulS, opDiv: rSDiv}[r.op]
		r.s, r.a = s, b.operand(y)
	} else {
		r.a, r.b = b.operand(x), b.operand(y)
	}
}

// reads gives how many operations from i on, one after the other, read outputs
// of a table at the place that operation i finds, if nothing else does; else 0.
func (v *variant) reads(i int) int {
	place := v.code[i]
	if place.op != opTableIndex {
		return 0
	}
	n, uses := 0, 0
	for _, ins := range v.code[i+1:] {
		if ins.op != opTableRead || ins.n != place.n || ins.a[0] != place.dst {
			break
		}
		n++
	}
	for _, ins := range v.code {
		if slices.Contains(ins.a[:], place.dst) || slices.Contains(ins.a[:], place.dst2) {
			uses++
		}
	}
	if uses > n {
		return 0
	}
	return n
}

// tableRows binds the search for a place in a table and the reading of its
// outputs there as one, four or two columns at a time. n is the number of
// operations that it stands for.
func (b *binder) tableRows(i int) (code []inst, n int) {
	n = b.v.reads(i)
	if n < 2 {
		return nil, 0
	}
	place, reads := &b.v.code[i], slices.Clone(b.v.code[i+1:i+1+n])
	slices.SortFunc(reads, func(x, y instr) int { return int(x.m - y.m) })
	outputs := int32(b.k.bind.Tables[place.n].Outputs)
	for len(reads) > 0 {
		in, width := inst{op: rTableTwo, n: place.n, a: b.operand(place.a[0])}, int32(2)
		if outputs >= 4 && len(reads) > 2 && reads[2].m < reads[0].m+4 {
			in.op, width = rTableFour, 4
		}
		in.m = min(reads[0].m, outputs-width) // what is read lies within the table
		for k, to := range []*operand{&in.dst, &in.dst2, &in.b, &in.c}[:width] {
			if len(reads) > 0 && reads[0].m == in.m+int32(k) {
				*to = b.operand(reads[0].dst)
				reads = reads[1:]
			} else {
				*to = operand{buf: make([]float64, Block)}
			}
		}
		code = append(code, in)
	}
	return code, n + 1
}
