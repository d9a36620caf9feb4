package kernel

import (
	"math"
	"slices"
)

// scalarInst is an operation on the scalar bank; its operands are indices.
type scalarInst struct {
	op  opcode
	n   int32
	dst int32
	a   [5]int32
}

// run does the operation on the scalar bank s.
func (in *scalarInst) run(s []float64) {
	switch in.op {
	case opAdd:
		s[in.dst] = s[in.a[0]] + s[in.a[1]]
	case opMul:
		s[in.dst] = s[in.a[0]] * s[in.a[1]]
	default:
		s[in.dst] = scalarOp(in.op, in.n, [5]float64{s[in.a[0]], s[in.a[1]], s[in.a[2]], s[in.a[3]], s[in.a[4]]})
	}
}

// scalarCode are the operations on scalars that need not be done again in a
// pass whose inputs are those of the last one: few things but t change in a run,
// and a power costs more than a whole instance.
type scalarCode struct {
	code   []scalarInst
	inputs []int32  // what the code reads from outside: dt, celsius, globals, arguments
	last   []uint64 // bits of the inputs of the last pass
	done   bool
}

// update brings the results up to date.
func (c *scalarCode) update(s []float64) {
	changed := !c.done
	for i, slot := range c.inputs {
		if x := math.Float64bits(s[slot]); x != c.last[i] {
			c.last[i], changed = x, true
		}
	}
	if !changed {
		return
	}
	for i := range c.code {
		c.code[i].run(s)
	}
	c.done = true
}

// addScalar takes an operation to those that depend on t, or to the others.
func (k *Kernel) addScalar(ins instr, in scalarInst) {
	args := ins.a[:len(in.a)]
	for i, v := range args {
		if v != noValue && k.moves(in.a[i]) {
			k.moving = append(k.moving, in)
			return
		}
	}
	c := &k.steady
	c.code = append(c.code, in)
	for i, v := range args {
		slot := in.a[i]
		if v != noValue && int(slot) < NumEnv+k.p.nGlobals+k.p.nArgs && !slices.Contains(c.inputs, slot) {
			c.inputs, c.last = append(c.inputs, slot), append(c.last, 0)
		}
	}
}

// moves tells whether a scalar depends on the time.
func (k *Kernel) moves(slot int32) bool {
	return slot == T || slices.ContainsFunc(k.moving, func(x scalarInst) bool { return x.dst == slot })
}
