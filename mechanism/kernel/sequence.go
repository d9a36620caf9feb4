package kernel

import (
	"slices"
	"unsafe"
)

// A small model spends its time between the operations: in looking for what is
// next, in setting up each pass. A Sequence is what several kernels do, and others
// before, between and after them, as one list of steps on single numbers, made
// once for many passes.

// Sequence is a list of passes that are made one after the other, again and again,
// while nothing changes what they depend on but the time: environment, global
// variables, tables. The numbers are those of the passes.
type Sequence struct {
	t       cell // the time
	steady  []step
	code    []step
	kernels []joined
	sums    map[cell]cell // begun and not added to yet, with what they begin from
	begun   []cell        // in order
}

// joined is a kernel in a Sequence.
type joined struct {
	k      *Kernel
	choice *bound
	last   []step
}

// NewSequence makes an empty Sequence of kernels that see the time in *t.
func NewSequence(t *float64) *Sequence {
	return &Sequence{t: at(t), sums: map[cell]cell{}}
}

// at is the place of a number of the solver.
func at(x *float64) cell { return (*[1]float64)(unsafe.Slice(x, 1)) }

// Call adds something else.
func (s *Sequence) Call(f func()) {
	s.settle()
	s.code = append(s.code, step{op: sCall, x: &extra{call: f}})
}

// Product gives the place of a·b, which do not change between two calls of Start.
func (s *Sequence) Product(a, b *float64) *float64 {
	dst := new(float64)
	s.steady = append(s.steady, step{op: opMul, dst: at(dst), a: at(a), b: at(b)})
	return dst
}

// Begin sets *sum to *from, which does not change between two calls of Start.
func (s *Sequence) Begin(sum, from *float64) {
	s.settleOne(at(sum))
	s.sums[at(sum)] = at(from)
	s.begun = append(s.begun, at(sum))
}

// Node is a row of the matrix equation of a tree: its couplings A and B with its
// parent, its diagonal, right-hand side and potential.
type Node struct{ A, B, D, Rhs, V *float64 }

// Child adds the elimination of a row from that of its parent, as simd.Eliminate.
func (s *Sequence) Child(node, parent Node) {
	s.add(step{op: sChild, a: at(node.A), b: at(node.B), c: at(node.V), d: at(node.D), e: at(node.Rhs),
		x: &extra{more: [4]cell{at(parent.D), at(parent.Rhs), at(parent.V)}}})
}

// Back adds the solution of a row from that of its parent, as simd.Substitute.
func (s *Sequence) Back(node, parent Node) {
	s.add(step{op: sBack, dst: at(node.Rhs), a: at(parent.Rhs), b: at(node.B), c: at(node.D)})
}

// Root adds the solution of d·x = rhs, with 1/d in the place of d and x in that of
// rhs.
func (s *Sequence) Root(d, rhs *float64) { s.add(step{op: sRoot, dst: at(rhs), a: at(d)}) }

// End adds x = up + (vUp - v): the change of a potential v that becomes another one,
// which changes by up.
func (s *Sequence) End(x, up, vUp, v *float64) {
	s.add(step{op: sEnd, dst: at(x), a: at(up), b: at(vUp), c: at(v)})
}

// Move adds v += x and i = c·x.
func (s *Sequence) Move(v, i, x, c *float64) {
	s.add(step{op: sMove, dst: at(v), a: at(x), b: at(i), c: at(c)})
}

// Fixed tells of a column of a mechanism, or of an External, whether nothing changes
// it between two calls of Start. External is -1 for the columns of the mechanism.
type Fixed func(external, column int) bool

// Join adds a pass of a kernel over all instances as it is for an environment now.
// Where the instances are too many for that it does nothing, and ok is false.
func (s *Sequence) Join(k *Kernel, env *[NumEnv]float64, fixed Fixed) (ok bool) {
	k.start(env, nil)
	b := k.variant()
	if b.singles == nil || slices.ContainsFunc(k.p.conds, k.moves) {
		return false
	}
	for _, in := range k.moving {
		x := oneBinder{binder: b.binder, in: s}
		s.add(step{op: in.op, n: in.n, dst: x.scalar(in.dst),
			a: x.scalar(in.a[0]), b: x.scalar(in.a[1]), c: x.scalar(in.a[2]), d: x.scalar(in.a[3]), e: x.scalar(in.a[4])})
	}
	regs := make([]float64, b.binder.v.numRegs)
	j := joined{k: k, choice: b}
	for row := range k.bind.Rows {
		x := oneBinder{binder: b.binder, row: row, stride: 1, regs: regs, alias: map[Value]cell{}, in: s, fixed: fixed, steady: map[cell]bool{}}
		s.append(x.steps(false), b.binder.branches())
		j.last = x.steps(true)
	}
	s.kernels = append(s.kernels, j)
	return true
}

// append adds steps of an instance.
func (s *Sequence) append(code []step, jumps bool) {
	if !jumps {
		for _, in := range code {
			s.add(in)
		}
		return
	}
	s.settle() // not every way through the steps needs to add to a sum
	from := int32(len(s.code))
	for _, in := range code {
		if in.op == opJump || in.op == opJumpIfNone {
			in.n += from
		}
		s.code = append(s.code, in)
	}
}

// add adds a step. The first addition to a sum begins it.
func (s *Sequence) add(in step) {
	for _, c := range []cell{in.dst, in.a, in.b, in.c, in.d, in.e} {
		s.settleOne(c)
	}
	if in.x != nil {
		for _, c := range append(in.x.more[:], in.x.dst2) {
			s.settleOne(c)
		}
		for i := range in.x.pairs {
			p := &in.x.pairs[i]
			if s.settleOne(p.a); in.op != sAdds {
				s.settleOne(p.dst)
			} else if from := s.sums[p.dst]; from != nil {
				p.from = from
				delete(s.sums, p.dst)
			}
		}
	}
	s.code = append(s.code, in)
}

// settle sets the sums to which nothing was added.
func (s *Sequence) settle() {
	for _, sum := range s.begun {
		s.settleOne(sum)
	}
	s.begun = nil
}

func (s *Sequence) settleOne(sum cell) {
	if from := s.sums[sum]; from != nil {
		delete(s.sums, sum)
		s.code = append(s.code, step{op: opMove, dst: sum, a: from})
	}
}

// Start prepares passes in an environment. It tells whether the Sequence is still
// right: else it is to be made anew.
func (s *Sequence) Start(env *[NumEnv]float64) (ok bool) {
	s.settle()
	for i := range s.kernels {
		j := &s.kernels[i]
		if j.k.start(env, nil); j.k.variant() != j.choice {
			return false
		}
	}
	do(s.steady)
	return true
}

// Run makes all passes once.
func (s *Sequence) Run() { do(s.code) }

// Finish does after the last Run what only the last pass is needed for: it leaves
// in the kernels what they then set global variables to.
func (s *Sequence) Finish() {
	for i := range s.kernels {
		do(s.kernels[i].last)
	}
}
