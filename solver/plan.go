package solver

import (
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// plan is a model made ready to run: the columns of its tables, and every
// mechanism's programs bound to them. It holds until the structure changes.
type plan struct {
	model int // Model.Version
	rows  int // sum of the tables' versions

	tree        tree
	v, cm, icap []float64
	mechs       []*boundMechanism // in the order in which they run
	ions        []*boundIon
}

type boundMechanism struct {
	m                    *mechanism.Mechanism
	init, current, state *kernel.Kernel
	ions                 []*boundIon // those it writes concentrations of
}

// boundIon is the state of one ion in all nodes that have it.
type boundIon struct {
	m                          *mechanism.Mechanism
	e, in, out, i, didv, style []float64
	nodes                      []int32
	anyAdvance                 bool // some node computes e at each step
}

// prepare brings the plan up to date.
func (s *Solver) prepare() error {
	m := s.Model
	if err := m.Prepare(); err != nil { // geometry may change without the structure
		return err
	}
	if s.plan != nil && s.plan.model == m.Version() && s.plan.rows == s.tableVersions() {
		if s.unresolved {
			return s.bindRecorders()
		}
		return nil
	}
	nodes := m.Nodes
	col := nodes.Column
	p := &plan{
		tree: tree{parent: m.Parent(), a: col(mechanism.NodeA), b: col(mechanism.NodeB), d: col(mechanism.NodeD), rhs: col(mechanism.NodeRhs)},
		v:    col(mechanism.NodeV), cm: col(mechanism.NodeCm), icap: col(mechanism.NodeICap),
	}
	nodeColumns := columns(nodes)
	ions := map[string]*boundIon{}
	ionRow := map[string][]int32{} // node row -> row of the ion's table
	for _, mech := range m.Mechs.InOrder() {
		if mech.Table.Len() == 0 {
			continue
		}
		at := make([]int32, mech.Table.Len())
		for r := range at {
			row, ok := nodes.Row(mech.Table.Owner(r))
			if !ok {
				panic("solver: an instance of " + mech.Type.Name + " has no node")
			}
			at[r] = int32(row)
		}
		if mech.Type.Kind == mechanism.IonKind {
			t := mech.Table
			ion := &boundIon{m: mech, e: t.Column(mechanism.IonE), in: t.Column(mechanism.IonIn), out: t.Column(mechanism.IonOut),
				i: t.Column(mechanism.IonI), didv: t.Column(mechanism.IonDidv), style: t.Column(mechanism.IonStyle), nodes: at}
			rows := make([]int32, nodes.Len())
			for r, n := range at {
				rows[n] = int32(r)
			}
			for _, x := range ion.style {
				ion.anyAdvance = ion.anyAdvance || mechanism.Style(x).EAdvance()
			}
			ions[mech.Type.Name], ionRow[mech.Type.Name] = ion, rows
			p.ions = append(p.ions, ion)
			continue
		}
		b := kernel.Binding{Rows: len(at), Columns: columns(mech.Table), Globals: mech.Globals, Tables: mech.Tables,
			Externals: []kernel.External{kernel.NewExternal(nodeColumns, at)}}
		bm := &boundMechanism{m: mech}
		for i := range mech.Type.Ions {
			u := &mech.Type.Ions[i]
			name := u.Ion + "_ion"
			index := make([]int32, len(at))
			for r, n := range at {
				index[r] = ionRow[name][n]
			}
			b.Externals = append(b.Externals, kernel.NewExternal(columns(m.Mechs.Get(name).Table), index))
			for _, w := range u.Write {
				if c, _ := mechanism.IonColumn(u.Ion, w); c == mechanism.IonIn || c == mechanism.IonOut {
					bm.ions = append(bm.ions, ions[name])
					break
				}
			}
		}
		bind := func(prog *kernel.Program) *kernel.Kernel {
			if prog == nil {
				return nil
			}
			return prog.Bind(b)
		}
		bm.init, bm.current, bm.state = bind(mech.Type.Init), bind(mech.Type.Current), bind(mech.Type.State)
		p.mechs = append(p.mechs, bm)
	}
	p.model, p.rows = m.Version(), s.tableVersions()
	s.plan = p
	return s.bindRecorders()
}

func (s *Solver) tableVersions() int {
	sum := s.Model.Nodes.Version()
	for _, m := range s.Model.Mechs.All() {
		sum += m.Table.Version()
	}
	return sum
}

func columns(t *mechanism.Table) [][]float64 {
	cols := make([][]float64, t.Columns())
	for c := range cols {
		cols[c] = t.Column(c)
	}
	return cols
}

// updateTables makes the tables of TABLE statements anew where a script has
// changed what they depend on.
func (s *Solver) updateTables() {
	env := s.environment(s.t)
	for _, b := range s.plan.mechs {
		b.m.UpdateTables(&env)
	}
}

// initialize sets the ion's concentrations and reversal potentials as its
// style says, at finitialize.
func (ion *boundIon) initialize(celsius float64) {
	in0, out0 := ion.m.Globals[mechanism.IonIn0], ion.m.Globals[mechanism.IonOut0]
	for r, x := range ion.style {
		if mechanism.Style(x).CInit() {
			ion.in[r], ion.out[r] = in0, out0
		}
	}
	ion.reversal(celsius, mechanism.Style.EInit)
}

// reversal computes the reversal potentials of the rows whose style asks for it.
func (ion *boundIon) reversal(celsius float64, when func(mechanism.Style) bool) {
	for r, x := range ion.style {
		if when(mechanism.Style(x)) {
			ion.e[r] = mechanism.Nernst(ion.in[r], ion.out[r], ion.m.Charge, celsius)
		}
	}
}
