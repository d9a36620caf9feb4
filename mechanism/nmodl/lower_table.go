package nmodl

import (
	"maps"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// tableOf gives the TABLE of a routine, or nil.
func tableOf(b *CodeBlock) *Table {
	for _, s := range b.Body {
		if t, ok := s.(*Table); ok {
			return t
		}
	}
	return nil
}

// outputs lists what a table holds: the variables of a PROCEDURE, all elements
// of arrays, or the value of a FUNCTION.
func outputs(b *CodeBlock, t *Table) []slot {
	if b.Kind == Function {
		return []slot{{sym: b.Result}}
	}
	var list []slot
	for _, n := range t.Names {
		for k := range max(n.Sym.Size, 1) {
			list = append(list, slot{sym: n.Sym, k: k})
		}
	}
	return list
}

// tabulated lowers a call of a routine with a TABLE: while usetable is not 0
// its outputs are read from the table, and nothing else of its code happens.
func (p *pass) tabulated(b *CodeBlock, t *Table, arg num, pos fault.Pos) num {
	key := memoKey{b, arg.v, arg.depends}
	if m, ok := p.memo[key]; ok && p.same(m.reads, pos) {
		for _, s := range m.order {
			p.env.set(s, m.values[s])
		}
		return m.result
	}
	log := &readLog{reads: map[slot]kernel.Value{}, wrote: map[slot]bool{}}
	table := p.c.table(b, t)
	p.tables[table] = true
	out := outputs(b, t)
	use := p.Global(p.c.typ.Globals[p.c.typ.UseTable].Index)
	vars := map[slot]kernel.Var{}
	var changed []slot
	depends := arg.depends
	for _, s := range out {
		if read, ok := p.first[s.sym]; ok && s.sym.Storage == GlobalStorage {
			p.carried[s.sym] = read
		}
	}
	variable := func(s slot) {
		if _, ok := vars[s]; !ok {
			p.see(s.sym)
			vars[s] = p.Declare()
			changed = append(changed, s)
		}
	}
	p.If(p.Not(use), func() {
		p.logs = append(p.logs, log)
		memo := maps.Clone(p.memo)
		exact := p.env.run(func() { // as body does, but the result must stay
			for i, a := range b.Args {
				p.write(a.Sym, 0, []num{arg}[i], a.Pos)
			}
			if b.Result != nil {
				p.write(b.Result, 0, p.constant(0), b.Pos)
			}
			p.block(b.Body)
			for _, a := range b.Args {
				p.env.drop(slot{sym: a.Sym})
			}
		})
		p.logs, p.memo = p.logs[:len(p.logs)-1], memo
		for _, s := range out {
			variable(s)
		}
		for _, s := range inOrder(p, exact) {
			if old, ok := p.env.get(s); exact[s].there && (!ok || old.v != exact[s].v) {
				variable(s)
			}
		}
		for _, s := range changed {
			x, ok := p.env.get(s)
			if left, changed := exact[s]; changed {
				x, ok = left.num, left.there
			}
			if !ok {
				x = p.initial(s.sym, s.k, pos)
			}
			depends = depends || x.depends
			p.Set(vars[s], x.v)
		}
	}, func() {
		index, theta := p.TablePlace(table, arg.v)
		for i, s := range out {
			p.Set(vars[s], p.TableRead(table, i, index, theta))
		}
		for _, s := range changed[len(out):] {
			x, ok := p.env.get(s)
			if !ok {
				x = p.initial(s.sym, s.k, pos)
				if s.sym.Storage == InstanceStorage {
					p.lasting[s.sym] = true
				}
			}
			p.Set(vars[s], x.v)
		}
	})
	for _, s := range changed {
		p.env.set(s, num{v: p.Get(vars[s]), depends: depends, lost: depends})
		if s.sym.Storage != LocalStorage {
			p.written[s.sym] = true
			p.instance = p.instance || s.sym.Storage == InstanceStorage
		}
	}
	y := p.constant(0)
	if b.Result != nil {
		y = p.env.at(slot{sym: b.Result})
		p.env.drop(slot{sym: b.Result})
	}
	p.remember(key, log, changed, y)
	return y
}

// memoKey names a call of a routine with a TABLE, memo is what it gave. Equal
// operations are shared by the kernel, but those of a TABLE are not.
type memoKey struct {
	b       *CodeBlock
	arg     kernel.Value
	depends bool
}

type memo struct {
	reads  map[slot]kernel.Value // what it depends on
	order  []slot
	values map[slot]num
	result num
}

// readLog notes which variables code reads before it writes them.
type readLog struct {
	reads map[slot]kernel.Value
	wrote map[slot]bool
}

// wrote gives what the routines that are being lowered have written.
func (p *pass) wrote() []map[slot]bool {
	var all []map[slot]bool
	for _, log := range p.logs {
		all = append(all, maps.Clone(log.wrote))
	}
	return all
}

// setWrote sets what they have written to all that is in the lists.
func (p *pass) setWrote(lists ...[]map[slot]bool) {
	for i, log := range p.logs {
		log.wrote = map[slot]bool{}
		for _, list := range lists {
			maps.Copy(log.wrote, list[i])
		}
	}
}

// remember keeps what a call gave.
func (p *pass) remember(key memoKey, log *readLog, changed []slot, result num) {
	m := memo{reads: log.reads, values: map[slot]num{}, result: result}
	for _, s := range changed {
		if x, ok := p.env.get(s); ok {
			m.order = append(m.order, s)
			m.values[s] = x
		}
	}
	if p.memo == nil {
		p.memo = map[memoKey]memo{}
	}
	p.memo[key] = m
}

// same reports whether variables have these values now.
func (p *pass) same(reads map[slot]kernel.Value, pos fault.Pos) bool {
	for s, v := range reads {
		x, ok := p.env.get(s)
		if !ok {
			if s.sym.Storage == LocalStorage {
				return false
			}
			x = p.initial(s.sym, s.k, pos)
		}
		if x.v != v {
			return false
		}
	}
	return true
}

// region lowers code that a program may skip or repeat: what it computes is not
// known outside.
func (p *pass) region(code func()) {
	memo := maps.Clone(p.memo)
	code()
	p.memo = memo
}

// table makes the table of a routine, once, and gives its index in Type.Tables.
// Tables that it uses itself come before it.
func (c *compiler) table(b *CodeBlock, t *Table) int {
	if i, ok := c.tableIndex[b]; ok {
		return i
	}
	fill := c.newPass(0)
	fill.scratch = true
	fill.calls = []*CodeBlock{b}
	for _, a := range b.Args {
		fill.write(a.Sym, 0, num{v: fill.Column(0)}, a.Pos)
	}
	fill.block(b.Body)
	out := outputs(b, t)
	for i, s := range out {
		fill.Store(1+i, fill.read(s.sym, s.k, t.Pos).v)
	}
	if c.lazyTables() { // the call that makes the table replaces what it leaves
		for _, s := range out {
			fill.env.drop(s)
		}
	}
	fill.storeOwn()
	spec := mechanism.TableSpec{Procedure: b.Name, Outputs: len(out), Steps: int(t.N.Value), Fill: fill.Build(),
		From: c.scalar(t.Lo), To: c.scalar(t.Hi)}
	if spec.Steps < 1 {
		c.fail(t.N.Pos, "a TABLE needs at least 1 interval, not %d", spec.Steps)
	}
	for _, d := range t.Depend {
		if d.Sym.Size > 0 {
			for k := range d.Sym.Size {
				spec.Depend = append(spec.Depend, c.scalar(&Index{At: d.At, Name: d.Name, Sym: d.Sym, Index: &Number{At: d.At, Value: float64(k)}}))
			}
			continue
		}
		spec.Depend = append(spec.Depend, c.scalar(d))
	}
	c.typ.Tables = append(c.typ.Tables, spec)
	c.tableIndex[b] = len(c.typ.Tables) - 1
	maps.Copy(c.kept, fill.keep())
	return c.tableIndex[b]
}

// lazyTables reports whether NEURON makes the tables of the file when they are
// first used, and not before INITIAL: when its translation of the file is not
// thread-safe.
func (c *compiler) lazyTables() bool {
	shared := func(s *Symbol) bool { return s.Storage == GlobalStorage && s.Assigned }
	return !c.ThreadSafe && (len(c.Verbatims) > 0 || slices.ContainsFunc(c.Locals, shared) ||
		slices.ContainsFunc(c.Parameters, shared) || slices.ContainsFunc(c.Assigned, shared))
}

// beforeTables makes Type.BeforeTables. It matters for files that are not
// thread-safe because they assign to global variables: NEURON then makes a
// table when it is first used, in the middle of INITIAL. It makes the tables of
// other files before INITIAL.
func (c *compiler) beforeTables() *kernel.Program {
	if c.ThreadSafe || len(c.typ.Tables) == 0 || c.Initial == nil {
		return nil
	}
	run := func(n int) (p *pass, done int) {
		p = c.newPass(0)
		p.scratch = true
		for _, s := range c.Initial.Body[:n] {
			if err := try(func() { p.stmt(s) }); err != nil || len(p.tables) > 0 {
				break
			}
			done++
		}
		return p, done
	}
	_, n := run(len(c.Initial.Body))
	p, _ := run(n)
	some := false
	for _, s := range p.changed() {
		if i, ok := c.global[s.sym]; ok {
			p.SetGlobal(i+s.k, p.env.at(s).v)
			some = true
		}
	}
	if !some {
		return nil
	}
	maps.Copy(c.kept, p.keep())
	return p.Build()
}

// scalar makes an expression without an instance something that the model can
// evaluate at every step: most often a constant or a single variable.
func (c *compiler) scalar(x Expr) mechanism.TableNumber {
	p := c.newPass(0)
	p.scratch = true
	v := p.expr(x).v
	maps.Copy(c.kept, p.keep())
	if k, ok := p.ConstValue(v); ok {
		return mechanism.TableNumber{Kind: mechanism.TableConst, Const: k}
	}
	for i := range kernel.NumEnv {
		if v == p.Env(i) {
			return mechanism.TableNumber{Kind: mechanism.TableEnv, Index: i}
		}
	}
	for i := range c.typ.NumGlobals {
		if v == p.Global(i) {
			return mechanism.TableNumber{Kind: mechanism.TableGlobal, Index: i}
		}
	}
	p.Result(v)
	return mechanism.TableNumber{Kind: mechanism.TableProgram, Program: p.Build()}
}
