package mechanism

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/random123"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// Mechanism is a Type in a model: its instances and its global variables.
type Mechanism struct {
	Type    *Type
	Table   *Table
	Globals []float64 // see Type.Globals
	Tables  []*kernel.Table
	Lookups []*kernel.Lookup // of Type.FunctionTables
	Charge  float64          // of an ion [elementary charges]
	// Builtin mechanisms came with gneuron; their limits are errors.
	Builtin bool
	// Random is what scop_random and its like draw from; all mechanisms of a
	// registry share it.
	Random *ScopRandom

	defaults  []float64    // of the columns
	ions      []*Mechanism // of Type.Ions
	tableKeys [][]float64  // what each table was made from
	fillers   []*filler    // of the tables
	objects   map[objectKey]any
	reg       *Registry
}

// newMechanism gives a type an empty table and its default globals.
func newMechanism(t *Type, ions ...*Mechanism) *Mechanism {
	names, defaults := make([]string, t.Columns), make([]float64, t.Columns)
	for _, v := range t.Vars {
		for k := range max(v.Size, 1) {
			names[v.Column+k], defaults[v.Column+k] = v.Name, v.Default
		}
	}
	m := &Mechanism{Type: t, Table: NewTable(t.Name, names...), defaults: defaults, ions: ions}
	for _, spec := range t.Tables {
		m.Tables = append(m.Tables, &kernel.Table{Outputs: spec.Outputs})
	}
	for range t.FunctionTables {
		m.Lookups = append(m.Lookups, &kernel.Lookup{})
	}
	m.tableKeys, m.fillers = make([][]float64, len(t.Tables)), make([]*filler, len(t.Tables))
	m.ResetGlobals()
	return m
}

// copyTo makes the mechanism in another registry: its type and global variables
// without instances.
func (m *Mechanism) copyTo(r *Registry) *Mechanism {
	ions := make([]*Mechanism, len(m.ions))
	for i, ion := range m.ions {
		ions[i] = r.byName[ion.Type.key()].mech
	}
	c := newMechanism(m.Type, ions...)
	c.Builtin, c.Charge, c.Random, c.reg = m.Builtin, m.Charge, r.random, r
	copy(c.Globals, m.Globals)
	for k, l := range m.Lookups {
		*c.Lookups[k] = *l
	}
	return c
}

// ResetGlobals gives the global variables their defaults, and what else the
// mechanism keeps its start.
func (m *Mechanism) ResetGlobals() {
	clear(m.objects)
	if m.Random != nil {
		*m.Random = ScopRandom{value: 1}
	}
	m.Globals = make([]float64, m.Type.NumGlobals)
	clear(m.fillers) // they work on the old ones
	for _, g := range m.Type.Globals {
		for k := range max(g.Size, 1) {
			m.Globals[g.Index+k] = g.Default
		}
	}
	m.setCharges()
}

// setCharges tells the code of the mechanism the charges of its ions.
func (m *Mechanism) setCharges() {
	for i, u := range m.Type.Ions {
		if u.Charge >= 0 {
			m.Globals[u.Charge] = m.ions[i].Charge
		}
	}
}

// Add makes an instance at a node, with the defaults of its parameters, and runs
// its CONSTRUCTOR, which sees no node and no ions.
func (m *Mechanism) Add(owner RowID) RowID { return m.AddAt([]RowID{owner}) }

// AddAt makes an instance at each of some nodes, and gives the RowID of the
// first; those of the others follow it.
func (m *Mechanism) AddAt(owners []RowID) (first RowID) {
	row := m.Table.Len()
	first = m.Table.AddRows(owners, m.defaults)
	var cols [][]float64
	if len(m.Type.Randoms) > 0 {
		cols = m.columns()
	}
	for i := range owners {
		for _, v := range m.Type.Randoms { // each starts as a stream of its own
			m.Random.streams++
			StoreStream(cols, v.Column, row+i, random123.New(1, 0, m.Random.streams))
		}
		m.runAlone(m.Type.Construct, first+RowID(i))
	}
	return first
}

// Remove runs the DESTRUCTOR of an instance, which sees no node and no ions,
// and takes the instance out. One that is gone already stays so.
func (m *Mechanism) Remove(id RowID) {
	if _, ok := m.Table.Row(id); !ok {
		return
	}
	m.runAlone(m.Type.Destruct, id)
	for key := range m.objects {
		if key.id == id {
			delete(m.objects, key)
		}
	}
	m.Table.Remove(id)
}

// runAlone runs code that belongs to the life of an instance rather than to a
// run of the model.
func (m *Mechanism) runAlone(code Code, id RowID) {
	if code == nil || m.reg == nil || m.reg.Sim == nil {
		return
	}
	row, _ := m.Table.Row(id)
	env := [kernel.NumEnv]float64{kernel.Dt: 0.025, kernel.Cj: 40}
	code.Run(&Instance{Mech: m, Row: row, Columns: m.columns(), Node: -1, Env: &env, Sim: m.reg.Sim})
}

// columns gives all columns of the table, to read and to write.
func (m *Mechanism) columns() [][]float64 {
	cols := make([][]float64, m.Table.Columns())
	for c := range cols {
		cols[c] = m.Table.Column(c)
	}
	return cols
}

// UpdateTables makes the tables of TABLE statements anew where something that
// they depend on has changed. env gives celsius, dt and the like.
func (m *Mechanism) UpdateTables(env *[kernel.NumEnv]float64) {
	t := m.Type
	if len(t.Tables) == 0 || t.UseTable >= 0 && m.Globals[t.Globals[t.UseTable].Index] == 0 {
		return
	}
	if t.BeforeTables != nil && env[kernel.T] == 0 { // INITIAL is about to run
		t.BeforeTables.Bind(kernel.Binding{Rows: 1, Globals: m.Globals, Tables: m.Tables, Lookups: m.Lookups, Externals: m.firstInstance(t.BeforeTables, 1)}).Run(env)
	}
	for i := range t.Tables {
		spec := &t.Tables[i]
		key := m.tableKeys[i]
		changed := key == nil
		if changed {
			key = make([]float64, 2+len(spec.Depend))
			m.tableKeys[i] = key
		}
		set := func(k int, n *TableNumber) {
			if x := m.tableNumber(n, env); x != key[k] {
				key[k], changed = x, true
			}
		}
		set(0, &spec.From)
		set(1, &spec.To)
		for k := range spec.Depend {
			set(2+k, &spec.Depend[k])
		}
		if changed {
			m.fillTable(i, key[0], key[1], env)
			for k := range spec.Depend { // the code may have changed what it depends on
				key[2+k] = m.tableNumber(&spec.Depend[k], env)
			}
		}
	}
}

func (m *Mechanism) tableNumber(n *TableNumber, env *[kernel.NumEnv]float64) float64 {
	switch n.Kind {
	case TableConst:
		return n.Const
	case TableEnv:
		return env[n.Index]
	case TableGlobal:
		return m.Globals[n.Index]
	}
	k := n.Program.Bind(kernel.Binding{Rows: 1, Globals: slices.Clone(m.Globals), Tables: m.Tables, Lookups: m.Lookups, Externals: m.firstInstance(n.Program, 1)})
	return k.Call(env, 0)[0]
}

// firstInstance shows n times the variables of the first instance, or the
// defaults where there is none, to a program: what a TABLE sees of an instance,
// in NEURON too.
func (m *Mechanism) firstInstance(program *kernel.Program, n int) []kernel.External {
	cols, uniform := m.Table.Bind(func(c int) bool {
		return slices.Contains(program.Writes(), kernel.Written{External: FillOwn, Column: c})
	})
	if m.Table.Len() == 0 {
		for c := range cols {
			cols[c], uniform[c] = []float64{m.defaults[c]}, false
		}
	}
	e := kernel.NewExternal(cols, make([]int32, n))
	e.Uniform = uniform
	return []kernel.External{FillOwn: e}
}

// fillTable computes table i at equally spaced places. The places are summed
// up step by step, as NEURON does, so that the last digits agree. What else the
// routine sets, global variables and those of the first instance, stays as the
// last place leaves it.
func (m *Mechanism) fillTable(i int, from, to float64, env *[kernel.NumEnv]float64) {
	spec := &m.Type.Tables[i]
	n := spec.Steps + 1
	fill := m.filler(i)
	cols := fill.cols
	dx := (to - from) / float64(spec.Steps)
	x := from
	for r := range n {
		cols[0][r] = x
		x += dx
	}
	fill.kernel.Run(env)
	t := m.Tables[i]
	t.From, t.PerStep, t.Last, t.Outputs = from, 1/dx, float64(spec.Steps), spec.Outputs
	t.Values = make([]float64, (n+1)*spec.Outputs)
	for r := range n + 1 {
		for o := range spec.Outputs {
			t.Values[r*spec.Outputs+o] = cols[1+o][min(r, n-1)]
		}
	}
}

// filler is what computes a table, kept for the next time.
type filler struct {
	kernel  *kernel.Kernel
	cols    [][]float64
	rows    int // of the mechanism's table, which has moved since
	version int // where it has another version
}

// filler binds the program that fills table i, unless it is bound.
func (m *Mechanism) filler(i int) *filler {
	f := m.fillers[i]
	if f != nil && f.rows > 0 && f.version == m.Table.Version() {
		return f
	}
	spec := &m.Type.Tables[i]
	f = &filler{cols: make([][]float64, 1+spec.Outputs)}
	for c := range f.cols {
		f.cols[c] = make([]float64, spec.Steps+1)
	}
	own := m.firstInstance(spec.Fill, spec.Steps+1) // which may change the version
	f.rows, f.version = m.Table.Len(), m.Table.Version()
	f.kernel = spec.Fill.Bind(kernel.Binding{Rows: spec.Steps + 1, Columns: f.cols, Globals: m.Globals, Tables: m.Tables, Lookups: m.Lookups, Externals: own})
	m.fillers[i] = f
	return f
}

// Compact is that of the table; what was bound to columns that are gone is forgotten.
func (m *Mechanism) Compact(may func(c int) bool) {
	m.Table.Compact(may)
	for i, f := range m.fillers {
		if f != nil && f.version != m.Table.Version() {
			m.fillers[i] = nil
		}
	}
}

// SetGlobal changes a global variable (element 0 of what is no array). A value
// outside the limits of a built-in mechanism is an error, and so is NaN; a
// caller warns for other mechanisms.
func (m *Mechanism) SetGlobal(g *Global, element int, x float64) *fault.Error {
	if m.Builtin || math.IsNaN(x) {
		if err := g.Limits.Check(g.Name+"_"+m.Type.Name, x); err != nil {
			return err
		}
	}
	m.Globals[g.Index+element] = x
	return nil
}
