package nmodl

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// tabulated reads the outputs of a routine from its TABLE while usetable is not
// 0. The tables are those of the kernels; a routine that kernels cannot run has
// one of its own.
func (x *scope) tabulated(b *CodeBlock, t *Table, exact action) action {
	c := x.u.c
	k := 0
	err, beyond := attempt(func() { k = c.table(b, t) })
	find := func(m *machine) *kernel.Table { return m.in.Mech.Tables[k] }
	arg := x.locals[b.Args[0].Sym]
	switch {
	case beyond:
		find = x.ownTable(b, t, exact)
	case err != nil:
		panic(failure{err: err})
	}
	use := c.typ.Globals[c.typ.UseTable].Index
	var set []func(m *machine, y float64)
	for _, o := range outputs(b, t) {
		set = append(set, x.setter(o.sym, o.k, t.Pos))
	}
	return func(m *machine) control {
		if m.globals[use] == 0 {
			return exact(m)
		}
		table := find(m)
		if len(table.Values) == 0 {
			return exact(m)
		}
		i, theta := tablePlace(table, m.loc[arg])
		for o, set := range set {
			at := i*table.Outputs + o
			y := table.Values[at]
			set(m, y+float64(theta*(table.Values[at+table.Outputs]-y)))
		}
		return next
	}
}

// tablePlace gives the row of a table below x and the way to the next one.
func tablePlace(t *kernel.Table, x float64) (row int, theta float64) {
	switch place := float64(t.PerStep * (x - t.From)); {
	case place <= 0:
		return 0, 0
	case place >= t.Last:
		return int(t.Last), 0
	case place != place:
		return 0, place
	default:
		row = int(place)
		return row, place - float64(row)
	}
}

// tablesOfFile is the first slot of tables among a mechanism's objects.
const tablesOfFile = 1 << 17

// ownTable gives what finds the table of a routine that runs on single
// instances. As in NEURON, it is made anew by the instance that calls the
// routine when a bound or a DEPEND variable has changed.
func (x *scope) ownTable(b *CodeBlock, t *Table, exact action) func(m *machine) *kernel.Table {
	type made struct {
		key   []float64
		table kernel.Table
	}
	from, to := x.expr(t.Lo), x.expr(t.Hi)
	key := []value{from, to}
	for _, d := range t.Depend {
		for k := range max(d.Sym.Size, 1) {
			key = append(key, x.read(d.Sym, k, d.Pos))
		}
	}
	var read []value
	for _, o := range outputs(b, t) {
		read = append(read, x.read(o.sym, o.k, t.Pos))
	}
	slot := tablesOfFile + x.u.tables
	x.u.tables++
	arg, steps := x.locals[b.Args[0].Sym], int(t.N.Value)
	return func(m *machine) *kernel.Table {
		now := make([]float64, len(key))
		for i, f := range key {
			now[i] = f(m)
		}
		old, ok := m.in.Mech.Object(mechanism.NoRow, slot).(*made)
		if ok && slices.Equal(old.key, now) {
			return &old.table
		}
		lo, dx := now[0], (now[1]-now[0])/float64(steps)
		new := &made{key: now, table: kernel.Table{From: lo, PerStep: 1 / dx, Last: float64(steps), Outputs: len(read),
			Values: make([]float64, (steps+2)*len(read))}}
		called := m.loc[arg]
		place := lo
		for r := range steps + 1 {
			m.loc[arg] = place
			exact(m)
			for o, f := range read {
				new.table.Values[r*len(read)+o] = f(m)
			}
			place += dx
		}
		copy(new.table.Values[(steps+1)*len(read):], new.table.Values[steps*len(read):(steps+1)*len(read)])
		m.loc[arg] = called
		m.in.Mech.SetObject(mechanism.NoRow, slot, new)
		return &new.table
	}
}
