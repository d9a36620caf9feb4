package kernel

import "slices"

// uniformConditions lists the first conditions of jumps that are the same for
// all instances.
func (b *Builder) uniformConditions(code []instr) (list []Value) {
	for _, ins := range code {
		if c := ins.a[0]; ins.op == opJumpIfNone && b.IsScalar(c) && !slices.Contains(list, c) && len(list) < maxConds {
			list = append(list, c)
		}
	}
	return list
}

// optimize makes the code of one variant.
func (o *optimizer) optimize(conds []Value, choice int) {
	o.choose(conds, choice)
	o.compact()
	if !o.branches() {
		o.rename()
		o.share()
	}
	o.forwardReads()
	o.dropUnused()
	if !o.b.exact {
		o.divide()
		o.foldExponents()
		o.dropUnused()
	}
	o.sink()
	o.fuse()
	o.setDirectly()
	o.storeDirectly()
	o.compact()
	o.allocate()
}

// choose takes the branches out that the choice of conditions does not take.
func (o *optimizer) choose(conds []Value, choice int) {
	for i := range o.code {
		ins := &o.code[i]
		if ins.op != opJumpIfNone {
			continue
		}
		if k := slices.Index(conds, ins.a[0]); k >= 0 {
			if choice>>k&1 != 0 {
				*ins = nop
			} else {
				ins.op, ins.a = opJump, none
			}
		}
	}
	reached := make([]bool, len(o.code)+1)
	var from func(i int)
	from = func(i int) {
		for ; i < len(o.code) && !reached[i]; i++ {
			reached[i] = true
			switch ins := &o.code[i]; ins.op {
			case opJump:
				i = ins.target - 1
			case opJumpIfNone:
				from(ins.target)
			}
		}
	}
	from(0)
	for i := range o.code {
		if !reached[i] {
			o.code[i] = nop
		}
	}
	// A jump over nothing is none.
	for i := range o.code {
		if ins := &o.code[i]; ins.op == opJump && ins.target > i &&
			!slices.ContainsFunc(o.code[i+1:ins.target], func(x instr) bool { return x.op != opNop }) {
			*ins = nop
		}
	}
}

// branches reports whether the code has jumps.
func (o *optimizer) branches() bool {
	return slices.ContainsFunc(o.code, func(ins instr) bool { return ins.op == opJump || ins.op == opJumpIfNone })
}

// rename lets what reads a variable read the value that it was set to: without
// jumps that is known.
func (o *optimizer) rename() {
	is := map[Value]Value{}
	for i := range o.code {
		ins := &o.code[i]
		ofVar := ins.op == opMove && (o.isVar(ins.dst) || o.isVar(ins.a[0]))
		o.replace(ins, is)
		if ofVar {
			is[ins.dst] = ins.a[0]
			*ins = nop
		}
	}
	for k, r := range o.results {
		if x, ok := is[r]; ok {
			o.results[k] = x
		}
	}
}

// replace puts other values in place of operands.
func (o *optimizer) replace(ins *instr, is map[Value]Value) {
	for k, a := range ins.a {
		if x, ok := is[a]; ok {
			ins.a[k] = x
		}
	}
}

// pure reports whether an operation depends on its operands alone and does
// nothing but give a result.
func pure(op opcode) bool { return op >= opNeg && op <= opSelect || op == opSingle }

// share lets equal operations be done once, and those on scalars once per pass:
// operations of different branches have come together.
func (o *optimizer) share() {
	is, made := map[Value]Value{}, map[key]*instr{}
	for i := range o.code {
		ins := &o.code[i]
		o.replace(ins, is)
		if !pure(ins.op) && ins.op != opTableIndex && ins.op != opTableRead {
			continue
		}
		if pure(ins.op) && !slices.ContainsFunc(ins.a[:], func(v Value) bool { return v != noValue && !o.scalar(v) }) {
			is[ins.dst] = o.onScalars(ins.op, ins.n, arguments4(ins)...)
			*ins = nop
			continue
		}
		k := key{op: ins.op, n: ins.n, m: ins.m, a: ins.a}
		if old, ok := made[k]; ok {
			is[ins.dst] = old.dst
			if ins.dst2 != noValue {
				is[ins.dst2] = old.dst2
			}
			*ins = nop
		} else {
			made[k] = ins
		}
	}
	for k, r := range o.results {
		if x, ok := is[r]; ok {
			o.results[k] = x
		}
	}
}

// arguments4 lists the operands that an operation has.
func arguments4(ins *instr) []Value {
	n := slices.Index(ins.a[:], noValue)
	if n < 0 {
		n = len(ins.a)
	}
	return ins.a[:n]
}

// onScalars gives the result of an operation on scalars, which is done once per
// pass.
func (o *optimizer) onScalars(op opcode, n int32, args ...Value) Value {
	switch {
	case (op == opMul || op == opDiv) && o.is(args[1], 1):
		return args[0]
	case op == opMul && o.is(args[0], 1):
		return args[1]
	}
	v := o.b.emit(op, n, args...)
	o.vals = append(o.vals, o.b.vals[len(o.vals):]...)
	return v
}

// constant gives a scalar with a known number.
func (o *optimizer) constant(x float64) Value {
	v := o.b.Const(x)
	o.vals = append(o.vals, o.b.vals[len(o.vals):]...)
	return v
}

func (o *optimizer) scalar(v Value) bool        { return v != noValue && o.vals[v].in == inScalar }
func (o *optimizer) is(v Value, x float64) bool { return o.vals[v].isConst && o.vals[v].c == x }

// sink moves to the end what only global variables need: they take the value of
// the last instance, and for that alone it is computed.
func (o *optimizer) sink() {
	late := map[Value]bool{} // used by what has sunk alone
	var early, last []instr
	at := o.definitions()
	if !o.branches() {
		used := map[Value]bool{}
		for _, r := range o.results {
			used[r] = true
		}
		for i := len(o.code) - 1; i >= 0; i-- {
			ins := &o.code[i]
			if ins.last = ins.op == opSetGlobal || pure(ins.op) && late[ins.dst] && !used[ins.dst] && !o.readsMemory(ins, at); ins.last {
				for _, a := range ins.a {
					if a != noValue {
						late[a] = true
					}
				}
				continue
			}
			for _, a := range ins.a {
				if a != noValue {
					used[a] = true
				}
			}
		}
	} else {
		for i := range o.code {
			o.code[i].last = o.code[i].op == opSetGlobal
		}
	}
	if o.branches() { // the stores, and with them these, are at the end
		return
	}
	for _, ins := range o.code {
		if ins.last {
			last = append(last, ins)
		} else {
			early = append(early, ins)
		}
	}
	o.code, o.jumps = append(early, last...), nil
}

// readsMemory reports whether an operation reads a column, which a store may
// have changed at the end of the block.
func (o *optimizer) readsMemory(ins *instr, at map[Value]int) bool {
	for _, a := range ins.a {
		if a == noValue {
			continue
		}
		if j, ok := at[a]; o.vals[a].in == inColumn || ok && o.code[j].op == opGather {
			return true
		}
	}
	return false
}
