package kernel

import (
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Program is a finished list of block operations. It holds no data: Bind joins
// it with columns. It does not change after Build, so any number of Kernels
// may share it.
type Program struct {
	once      []instr // scalar code, once per pass
	vals      []value // of once
	variants  []variant
	conds     []int32 // scalars that choose the variant: bit i of its index tells whether conds[i] holds
	nScalars  int
	nGlobals  int
	nArgs     int
	numTables int
	numPlanes int
	systems   []linear
	endless   []*fault.Error // of loops that may not end
	consts    []scalarInit
	sets      []int32 // global variables
	writes    []Written
}

// variant is the code of a Program for one choice of the conditions that are
// the same for all instances, such as usetable.
type variant struct {
	code    []instr // per block; operands are resolved through vals
	vals    []value
	results []Value
	numRegs int
}

// maxConds is the number of conditions that have variants of their own; others
// are jumps.
const maxConds = 2

// Build finishes the program: for each choice of the uniform conditions it
// takes the branches that are not taken out, drops operations that nothing
// uses, joins others, lets results go straight to their columns where no later
// operation needs the old content, and gives each value a block register.
func (b *Builder) Build() *Program {
	b.keepOld()
	code := slices.Concat(b.gathers, b.code, b.stores)
	for i := range code {
		if code[i].op == opJump || code[i].op == opJumpIfNone {
			code[i].target += len(b.gathers)
		}
	}
	conds := b.uniformConditions(code)
	p := &Program{nGlobals: b.nGlobals, nArgs: b.nArgs, numTables: b.numTables, numPlanes: int(b.numPlanes), systems: b.systems, endless: b.endless}
	for choice := range 1 << len(conds) {
		o := optimizer{b: b, variant: variant{code: slices.Clone(code), vals: slices.Clone(b.vals), results: slices.Clone(b.results)}}
		o.optimize(conds, choice)
		p.variants = append(p.variants, o.variant)
	}
	p.vals, p.nScalars, p.consts = b.vals, int(b.nScalars), b.consts
	for _, c := range conds {
		p.conds = append(p.conds, b.vals[c].n)
	}
	p.once = usedScalars(b.once, p, conds)
	for _, v := range p.variants {
		for _, ins := range v.code {
			if ins.op == opSetGlobal && !slices.Contains(p.sets, ins.n) {
				p.sets = append(p.sets, ins.n)
			}
		}
	}
	p.findWrites()
	return p
}

// SetsGlobal reports whether the program sets global variable i.
func (p *Program) SetsGlobal(i int) bool { return slices.Contains(p.sets, int32(i)) }

// ReadsGlobal reports whether the program reads global variable i as it was
// before the pass.
func (p *Program) ReadsGlobal(i int) bool {
	if i >= p.nGlobals { // the mechanism has got it since
		return false
	}
	global := Value(NumEnv + i)
	reads := func(code []instr) bool {
		return slices.ContainsFunc(code, func(ins instr) bool { return slices.Contains(ins.a[:], global) })
	}
	return reads(p.once) || slices.Contains(p.conds, int32(global)) || slices.ContainsFunc(p.variants, func(v variant) bool {
		return reads(v.code) || slices.Contains(v.results, global)
	})
}

// Operations gives the number of operations of a block, in the longest variant,
// and of a pass.
func (p *Program) Operations() (block, once int) {
	for _, v := range p.variants {
		block = max(block, len(v.code))
	}
	return block, len(p.once)
}

// Written is a column that a program writes: of an external table or, for External
// -1, of its own.
type Written struct{ External, Column int }

// Writes lists the columns that the program writes.
func (p *Program) Writes() []Written { return p.writes }

// findWrites lists the columns that the code writes.
func (p *Program) findWrites() {
	add := func(external, c int32) {
		if w := (Written{int(external), int(c)}); !slices.Contains(p.writes, w) {
			p.writes = append(p.writes, w)
		}
	}
	for _, v := range p.variants {
		for _, ins := range v.code {
			switch ins.op {
			case opExtStore, opExtAdd, opExtSub:
				add(ins.n, ins.m)
			case opStore:
				add(-1, ins.n)
			}
			for _, d := range []Value{ins.dst, ins.dst2} {
				if d != noValue && v.vals[d].in == inColumn {
					add(-1, v.vals[d].n)
				}
			}
		}
	}
}

// Reads reports whether the program reads a column of an external table.
func (p *Program) Reads(external, column int) bool {
	return slices.ContainsFunc(p.variants, func(v variant) bool {
		return slices.ContainsFunc(v.code, func(ins instr) bool {
			return ins.op == opGather && ins.n == int32(external) && ins.m == int32(column)
		})
	})
}

// keepOld copies the content of columns that are stored elsewhere, or are
// results, and that a store changes.
func (b *Builder) keepOld() {
	stored := map[int32]bool{}
	for _, s := range b.stores {
		if s.op == opStore {
			stored[s.n] = true
		}
	}
	copies := map[Value]Value{}
	old := func(v Value) Value {
		if v == noValue || b.vals[v].in != inColumn || !stored[b.vals[v].n] {
			return v
		}
		if _, ok := copies[v]; !ok {
			copies[v] = b.newVector()
			b.code = append(b.code, instr{op: opMove, dst: copies[v], dst2: noValue, a: values(v)})
		}
		return copies[v]
	}
	for i := range b.stores {
		for k, v := range b.stores[i].a {
			b.stores[i].a[k] = old(v)
		}
	}
	for i, v := range b.results {
		b.results[i] = old(v)
	}
}

// usedScalars drops the scalar operations whose result nothing needs.
func usedScalars(once []instr, p *Program, conds []Value) []instr {
	used := map[Value]bool{}
	mark := func(ins *instr) {
		for _, a := range ins.a {
			if a != noValue {
				used[a] = true
			}
		}
	}
	for _, v := range p.variants {
		for i := range v.code {
			mark(&v.code[i])
		}
		for _, r := range v.results {
			used[r] = true
		}
	}
	for _, c := range conds {
		used[c] = true
	}
	var kept []instr
	for i := len(once) - 1; i >= 0; i-- {
		if used[once[i].dst] {
			mark(&once[i])
			kept = append(kept, once[i])
		}
	}
	slices.Reverse(kept)
	return kept
}
