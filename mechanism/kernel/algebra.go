package kernel

// The rewrites of this file change results by rounding alone, by a few units in
// the last place. (Dividing once by what several are divided by is not among
// them: in the conductance of a voltage clamp of high gain, which is a
// difference quotient, that rounding shows.)

// definition gives the operation that makes a value, which must not read
// variables, as they may have changed since; nil if there is none.
func (o *optimizer) definition(at map[Value]int, v Value) *instr {
	j, ok := at[v]
	if !ok {
		return nil
	}
	for _, a := range o.code[j].a {
		if o.isVar(a) {
			return nil
		}
	}
	return &o.code[j]
}

// scaled takes apart s·x with a scalar s.
func (o *optimizer) scaled(ins *instr) (x, s Value, ok bool) {
	switch {
	case ins == nil || ins.op != opMul:
		return noValue, noValue, false
	case o.scalar(ins.a[1]):
		return ins.a[0], ins.a[1], true
	case o.scalar(ins.a[0]):
		return ins.a[1], ins.a[0], true
	}
	return noValue, noValue, false
}

// divide takes out divisions by a quotient, and products with one:
//
//	x/(1/y) = x·y   s/(r/y) = (s/r)·y   x·(1/y) = x/y
func (o *optimizer) divide() {
	uses, at := o.uses(), o.definitions()
	for i := range o.code {
		ins := &o.code[i]
		switch ins.op {
		case opDiv:
			d := o.definition(at, ins.a[1])
			if d == nil || d.op != opDiv || !o.scalar(d.a[0]) {
				continue
			}
			if o.scalar(ins.a[0]) {
				ins.op, ins.a = opMul, values(d.a[1], o.onScalars(opDiv, 0, ins.a[0], d.a[0]))
			} else if o.is(d.a[0], 1) {
				ins.op, ins.a = opMul, values(ins.a[0], d.a[1])
			}
		case opMul:
			x, y := ins.a[0], ins.a[1]
			for range 2 {
				if d := o.definition(at, y); d != nil && d.op == opDiv && o.is(d.a[0], 1) && uses[y] == 1 {
					ins.op, ins.a = opDiv, values(x, d.a[1])
					break
				}
				x, y = y, x
			}
		}
	}
}

// foldExponents takes factors, signs and a sum with a scalar into the
// exponential itself.
func (o *optimizer) foldExponents() {
	at := o.definitions()
	for i := range o.code {
		ins := &o.code[i]
		if ins.op != opExp {
			continue
		}
		x, offset, s := ins.a[0], ins.a[1], ins.a[2]
		for o.is(offset, 0) {
			d := o.definition(at, x)
			if d == nil {
				break
			}
			if y, factor, ok := o.scaled(d); ok {
				x, s = y, o.onScalars(opMul, 0, s, factor)
				continue
			}
			a, b := d.a[0], d.a[1]
			if d.op == opNeg {
				x, s = a, o.onScalars(opNeg, 0, s)
				continue
			}
			switch {
			case d.op == opAdd && o.scalar(b):
				x, offset = a, b
			case d.op == opAdd && o.scalar(a):
				x, offset = b, a
			case d.op == opSub && o.scalar(b):
				x, offset = a, o.onScalars(opNeg, 0, b)
			case d.op == opSub && o.scalar(a): // s·(a - b) = -s·(b + -a)
				x, offset, s = b, o.onScalars(opNeg, 0, a), o.onScalars(opNeg, 0, s)
			}
			break
		}
		ins.a[0], ins.a[1], ins.a[2] = x, offset, s
	}
}

// linoid finds x/(e^(s·x) - 1) and its like with a guard around 0, where it is
// replaced by a straight line: the rate of many gating variables, and the
// driving force of the constant field equation.
func (o *optimizer) linoid(ins *instr, at map[Value]int) bool {
	made := func(v Value, op opcode) *instr {
		if d := o.definition(at, v); d != nil && d.op == op && d.last == ins.last {
			return d
		}
		return nil
	}
	test := made(ins.a[0], opLess)
	if test == nil {
		test = made(ins.a[0], opLessEq)
	}
	if test == nil {
		return false
	}
	near, far, u, limit := ins.a[1], ins.a[2], test.a[0], test.a[1]
	if o.scalar(u) {
		near, far, u, limit = far, near, limit, u
	}
	size := made(u, opAbs)
	if size == nil || !o.scalar(limit) {
		return false
	}
	factor := o.constant(1)
	for {
		x, s, ok := o.scaled(o.definition(at, far))
		if !ok {
			break
		}
		far, factor = x, o.onScalars(opMul, 0, factor, s)
	}
	quotient := made(far, opDiv)
	if quotient == nil {
		return false
	}
	e := made(quotient.a[1], opExp)
	if e == nil {
		return false
	}
	x := lineIn{o, at, e.a[0], e.a[1]}
	top, size1 := x.multiple(quotient.a[0]), x.multiple(size.a[0])
	a, b := x.line(near)
	if top == noValue || size1 == noValue || a == noValue || o.isVar(e.a[0]) {
		return false
	}
	width := o.onScalars(opAbs, 0, o.onScalars(opDiv, 0, limit, size1))
	ins.op = opLinoid
	ins.a = values(e.a[0], e.a[1], e.a[2], e.a[3], e.a[4], width, a, b, o.onScalars(opMul, 0, factor, top))
	return true
}

// lineIn takes values apart in x = base + offset.
type lineIn struct {
	*optimizer
	at           map[Value]int
	base, offset Value
}

// multiple gives the scalar that x must be multiplied with to give v.
func (x *lineIn) multiple(v Value) Value {
	if v == x.base && x.is(x.offset, 0) {
		return x.constant(1)
	}
	d := x.definition(x.at, v)
	if d == nil {
		return noValue
	}
	if y, s, ok := x.scaled(d); ok {
		if p := x.multiple(y); p != noValue {
			return x.onScalars(opMul, 0, p, s)
		}
		return noValue
	}
	a, b := d.a[0], d.a[1]
	switch {
	case d.op == opNeg:
		if p := x.multiple(a); p != noValue {
			return x.onScalars(opNeg, 0, p)
		}
	case d.op == opAdd && (a == x.base && b == x.offset || b == x.base && a == x.offset):
		return x.constant(1)
	case d.op == opSub && a == x.base && x.scalar(b) && x.onScalars(opNeg, 0, b) == x.offset:
		return x.constant(1)
	case d.op == opSub && b == x.base && x.scalar(a) && x.onScalars(opNeg, 0, a) == x.offset:
		return x.constant(-1)
	}
	return noValue
}

// line gives the scalars a and b of v = a + b·x.
func (x *lineIn) line(v Value) (a, b Value) {
	if x.scalar(v) {
		return v, x.constant(0)
	}
	if p := x.multiple(v); p != noValue {
		return x.constant(0), p
	}
	d := x.definition(x.at, v)
	if d == nil {
		return noValue, noValue
	}
	if y, s, ok := x.scaled(d); ok {
		if a, b = x.line(y); a != noValue {
			return x.onScalars(opMul, 0, a, s), x.onScalars(opMul, 0, b, s)
		}
		return a, b
	}
	switch d.op {
	case opNeg:
		if a, b = x.line(d.a[0]); a != noValue {
			return x.onScalars(opNeg, 0, a), x.onScalars(opNeg, 0, b)
		}
	case opAdd, opSub:
		a, b = x.line(d.a[0])
		c, e := x.line(d.a[1])
		if a != noValue && c != noValue {
			return x.onScalars(d.op, 0, a, c), x.onScalars(d.op, 0, b, e)
		}
	}
	return noValue, noValue
}
