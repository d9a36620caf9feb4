package kernel

import "slices"

// nop is an instruction that does nothing; compact takes it out.
var nop = instr{op: opNop, dst: noValue, dst2: noValue, a: none}

// optimizer turns the code of a Builder into that of one variant.
type optimizer struct {
	b *Builder
	variant

	jumps, entries []int32 // of straight; the passes before compact move no jump
}

// loop is a range of instructions that repeats: a backward jump and its target.
type loop struct{ from, to int }

func (o *optimizer) loops() (ls []loop) {
	for i, ins := range o.code {
		if ins.op == opJump && ins.target <= i {
			ls = append(ls, loop{ins.target, i})
		}
	}
	return ls
}

func (o *optimizer) isVar(v Value) bool { return v != noValue && o.vals[v].in == inVar }

// forwardReads lets the users of Get(x) use x itself where x does not change
// any more.
func (o *optimizer) forwardReads() {
	lastSet := map[Value]int{}
	sets := map[Value][]int{}
	for i, ins := range o.code {
		if o.isVar(ins.dst) {
			lastSet[ins.dst] = i
			sets[ins.dst] = append(sets[ins.dst], i)
		}
	}
	loops := o.loops()
	alias := map[Value]Value{}
	for i := range o.code {
		ins := &o.code[i]
		for k, a := range ins.a {
			if x, ok := alias[a]; ok {
				ins.a[k] = x
			}
		}
		if ins.op != opMove || !o.isVar(ins.a[0]) || o.isVar(ins.dst) || lastSet[ins.a[0]] > i {
			continue
		}
		repeated := false
		for _, l := range loops {
			if l.from <= i && i <= l.to {
				for _, s := range sets[ins.a[0]] {
					repeated = repeated || l.from <= s && s <= l.to
				}
			}
		}
		if !repeated {
			alias[ins.dst] = ins.a[0]
			*ins = nop
		}
	}
	for k, r := range o.results {
		if x, ok := alias[r]; ok {
			o.results[k] = x
		}
	}
}

func (o *optimizer) uses() []int {
	n := make([]int, len(o.vals))
	for i := range o.code {
		for _, a := range o.code[i].a {
			if a != noValue {
				n[a]++
			}
		}
	}
	for _, r := range o.results {
		n[r]++
	}
	return n
}

func (o *optimizer) dropUnused() {
	n := o.uses()
	for again := true; again; {
		again = false
		for i := len(o.code) - 1; i >= 0; i-- {
			ins := &o.code[i]
			if ins.op == opNop || ins.dst == noValue || n[ins.dst] > 0 || ins.dst2 != noValue && n[ins.dst2] > 0 {
				continue
			}
			for _, a := range ins.a {
				if a != noValue {
					n[a]--
				}
			}
			*ins = nop
			again = true
		}
	}
}

// straight reports whether control always runs from instruction i to j > i and
// enters nowhere between.
func (o *optimizer) straight(i, j int) bool {
	if o.jumps == nil {
		// Running totals of jumps at, and of entries before, an instruction.
		o.jumps, o.entries = make([]int32, len(o.code)+1), make([]int32, len(o.code)+1)
		for k, ins := range o.code {
			if ins.op == opJump || ins.op == opJumpIfNone {
				o.jumps[k+1]++
				o.entries[min(ins.target+1, len(o.code))]++
			}
		}
		for k := range o.code {
			o.jumps[k+1] += o.jumps[k]
			o.entries[k+1] += o.entries[k]
		}
	}
	return o.jumps[j+1] == o.jumps[i] && o.entries[j+1] == o.entries[i+1]
}

func (o *optimizer) reads(i int, v Value) bool { return slices.Contains(o.code[i].a[:], v) }

// definitions gives the instruction that makes each value that is made once.
func (o *optimizer) definitions() map[Value]int {
	at := map[Value]int{}
	for i, ins := range o.code {
		for _, d := range []Value{ins.dst, ins.dst2} {
			if d != noValue && o.vals[d].in == inRegister {
				at[d] = i
			}
		}
	}
	return at
}

// setDirectly lets an operation whose only use is to set a variable write the
// variable itself.
func (o *optimizer) setDirectly() {
	n, at := o.uses(), o.definitions()
	for i := range o.code {
		ins := &o.code[i]
		if ins.op != opMove || !o.isVar(ins.dst) {
			continue
		}
		x := ins.a[0]
		j, ok := at[x]
		if !ok || n[x] != 1 || o.code[j].dst != x || o.code[j].op == opGather || !o.straight(j, i) {
			continue
		}
		clear := true
		for k := j; k < i && clear; k++ {
			clear = o.code[k].dst != ins.dst && (k == j || !o.reads(k, ins.dst))
		}
		if clear {
			o.code[j].dst = ins.dst
			*ins = nop
		}
	}
}

// storeDirectly lets the operation that makes a stored value write the column,
// when nothing reads the column's old content afterwards.
func (o *optimizer) storeDirectly() {
	at := o.definitions()
	stored := map[int32]int{}
	for _, ins := range o.code {
		if ins.op == opStore {
			stored[ins.n]++
		}
	}
	for i := range o.code {
		ins := &o.code[i]
		if ins.op != opStore || stored[ins.n] > 1 {
			continue
		}
		x := ins.a[0]
		j, ok := at[x]
		if !ok || o.vals[x].in != inRegister || !o.always(j) {
			continue
		}
		clear := true
		for k := j + 1; k < len(o.code) && clear; k++ {
			for _, a := range o.code[k].a {
				if a != noValue && o.vals[a].in == inColumn && o.vals[a].n == ins.n {
					clear = false
				}
			}
		}
		if clear {
			o.vals[x] = value{in: inColumn, n: ins.n}
			*ins = nop
		}
	}
}

// always reports whether instruction j runs exactly once per block.
func (o *optimizer) always(j int) bool {
	for i, ins := range o.code {
		if ins.op != opJump && ins.op != opJumpIfNone {
			continue
		}
		if i < j && j < ins.target || ins.target <= j && j <= i {
			return false
		}
	}
	return true
}

// compact takes out what became empty.
func (o *optimizer) compact() {
	moved := make([]int, len(o.code)+1)
	kept := o.code[:0:0]
	for i, ins := range o.code {
		moved[i] = len(kept)
		if ins.op != opNop {
			kept = append(kept, ins)
		}
	}
	moved[len(o.code)] = len(kept)
	for i := range kept {
		if kept[i].op == opJump || kept[i].op == opJumpIfNone {
			kept[i].target = moved[kept[i].target]
		}
	}
	o.code = kept
}

// allocate gives registers by linear scan over the ranges of instructions in
// which each value lives; a value that lives into a loop lives to its end.
func (o *optimizer) allocate() {
	type span struct {
		v        Value
		from, to int
	}
	spans := map[Value]*span{}
	touch := func(v Value, i int) {
		if v == noValue || o.vals[v].in != inRegister && o.vals[v].in != inVar {
			return
		}
		s := spans[v]
		if s == nil {
			s = &span{v, i, i}
			spans[v] = s
		}
		s.to = i
	}
	for i, ins := range o.code {
		for _, a := range ins.a {
			touch(a, i)
		}
		touch(ins.dst, i)
		touch(ins.dst2, i)
	}
	for _, r := range o.results {
		touch(r, len(o.code))
	}
	loops := o.loops()
	for again := true; again; {
		again = false
		for _, s := range spans {
			for _, l := range loops {
				if s.to < l.from || s.from > l.to {
					continue
				}
				if s.from < l.from && s.to < l.to {
					s.to, again = l.to, true
				}
				if o.isVar(s.v) && s.from > l.from {
					s.from, again = l.from, true
				}
				if o.isVar(s.v) && s.to < l.to {
					s.to, again = l.to, true
				}
			}
		}
	}
	order := make([]*span, 0, len(spans))
	for _, s := range spans {
		order = append(order, s)
	}
	slices.SortFunc(order, func(x, y *span) int {
		if x.from != y.from {
			return x.from - y.from
		}
		return int(x.v - y.v)
	})
	var freeAt []int // freeAt[r]: the instruction that last uses register r
	for _, s := range order {
		r := slices.IndexFunc(freeAt, func(to int) bool { return to <= s.from })
		if r < 0 {
			r = len(freeAt)
			freeAt = append(freeAt, 0)
		}
		// Two results of one instruction must not share a register.
		freeAt[r] = max(s.to, s.from+1)
		o.vals[s.v].n = int32(r)
	}
	o.numRegs = len(freeAt)
}
