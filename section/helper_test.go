package section

import (
	"slices"
	"testing"

	"github.com/gneuron/gneuron/mechanism"
)

// testTypes are mechanisms with the variables of NEURON's, but no equations.
func testTypes() []*mechanism.Type {
	columns := func(t *mechanism.Type) *mechanism.Type {
		for i := range t.Vars {
			t.Vars[i].Column = t.Columns
			t.Columns += max(t.Vars[i].Size, 1)
		}
		t.UseTable = -1
		for i := range t.Ions {
			t.Ions[i].Charge = -1
		}
		return t
	}
	positive := &mechanism.Limits{Lo: 0, Hi: 1e9}
	return []*mechanism.Type{
		columns(&mechanism.Type{Name: "pas", Vars: []mechanism.Var{
			{Name: "g", Default: .001, Limits: positive}, {Name: "e", Default: -70}, {Name: "i", Role: mechanism.Assigned}}}),
		columns(&mechanism.Type{Name: "hh", Vars: []mechanism.Var{
			{Name: "gnabar", Default: .12, Limits: positive}, {Name: "gkbar", Default: .036}, {Name: "gna", Role: mechanism.Assigned},
			{Name: "m", Role: mechanism.State}, {Name: "secret", Hidden: true}},
			Ions: []mechanism.IonUse{{Ion: "na", Read: []string{"ena"}, Write: []string{"ina"}}, {Ion: "k", Read: []string{"ek"}, Write: []string{"ik"}}}}),
		columns(&mechanism.Type{Name: "shells", Vars: []mechanism.Var{{Name: "c", Size: 3, Default: 2}},
			Ions: []mechanism.IonUse{{Ion: "ca", Read: []string{"ica"}, Write: []string{"cai"}}}}),
		columns(&mechanism.Type{Name: "IClamp", Kind: mechanism.PointProcess, Vars: []mechanism.Var{
			{Name: "delay"}, {Name: "dur", Limits: positive}, {Name: "amp"}, {Name: "i", Role: mechanism.Assigned}}}),
		columns(&mechanism.Type{Name: "NaSyn", Kind: mechanism.PointProcess, Vars: []mechanism.Var{{Name: "g", Size: 2}},
			Ions: []mechanism.IonUse{{Ion: "na", Read: []string{"ena"}, Write: []string{"ina"}}}}),
	}
}

// newTestModel makes a model with testTypes that collects its warnings.
func newTestModel(t testing.TB) (*Model, *[]string) {
	t.Helper()
	m := newModel(mechanism.NewRegistry())
	for _, typ := range testTypes() {
		if _, err := m.Mechs.Register(typ, true); err != nil {
			t.Fatal(err)
		}
	}
	warnings := &[]string{}
	m.Warn = func(text string) { *warnings = append(*warnings, text) }
	return m, warnings
}

func at(t testing.TB, s *Section, x float64) Segment {
	t.Helper()
	g, err := s.At(x)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// checkModel checks what must hold for any model at any time.
func checkModel(t testing.TB, m *Model) {
	t.Helper()
	ok(t, m.Prepare())
	parent, nodes := m.Parent(), m.Nodes
	if len(parent) != nodes.Len() {
		t.Fatalf("%d parents for %d nodes", len(parent), nodes.Len())
	}
	for i, p := range parent {
		if p < -1 || int(p) >= len(parent) {
			t.Fatalf("parent[%d] = %d", i, p)
		}
		groupOf := func(row int32) int {
			k, found := slices.BinarySearch(m.Groups(), row)
			if !found {
				k--
			}
			return k
		}
		if p >= 0 && groupOf(p) != groupOf(int32(i)) {
			t.Fatalf("row %d and its parent %d are in different groups %v", i, p, m.Groups())
		}
	}
	owned := map[mechanism.RowID]bool{}
	claim := func(id mechanism.RowID) int {
		row, ok := nodes.Row(id)
		if !ok || owned[id] {
			t.Fatalf("node %d is missing or in two places", id)
		}
		owned[id] = true
		return row
	}
	rows := map[*mechanism.Table]int{}
	placed := 0
	for _, s := range m.Sections() {
		before := -1
		if s.parent == nil {
			before = claim(s.root)
			if cm := m.node(s.root, mechanism.NodeCm).Get(); cm != 0 {
				t.Fatalf("%s has capacitance %g at its root", s.Name(), cm)
			}
			if parent[before] != -1 {
				t.Fatalf("%s is a root, but its node has parent %d", s.Name(), parent[before])
			}
		} else {
			before, _ = nodes.Row(s.near())
			if s.root != mechanism.NoRow {
				t.Fatalf("%s has a parent and a root node", s.Name())
			}
		}
		if far := m.node(s.nodes[s.Nseg()], mechanism.NodeCm).Get(); far != 0 {
			t.Fatalf("%s has capacitance %g at its far end", s.Name(), far)
		}
		for i, id := range s.nodes {
			row := claim(id)
			if int(parent[row]) != before {
				t.Fatalf("%s: node %d is at row %d with parent %d, before it %d", s.Name(), i, row, parent[row], before)
			}
			before = row
		}
		for _, in := range s.mechs {
			if in.rows.n != s.Nseg() {
				t.Fatalf("%s.%s has %d rows for %d segments", s.Name(), in.mech.Type.Name, in.rows.n, s.Nseg())
			}
			for i, id := range in.rows.all() {
				if id == mechanism.NoRow {
					continue
				}
				row, ok := in.mech.Table.Row(id)
				if !ok || in.mech.Table.Owner(row) != s.nodes[i] {
					t.Fatalf("%s.%s: row of segment %d is gone or elsewhere", s.Name(), in.mech.Type.Name, i)
				}
				rows[in.mech.Table]++
			}
			for k := range in.mech.Type.Ions {
				ion := s.find(m.Mechs.Get(in.mech.Type.Ions[k].Ion + "_ion"))
				for i := range in.rows.n {
					if ion.rows.at(i) == mechanism.NoRow {
						t.Fatalf("%s(%d): %s has no %s", s.Name(), i, in.mech.Type.Name, in.mech.Type.Ions[k].Ion)
					}
				}
			}
		}
		for k, c := range s.children {
			if c.parent != s || k > 0 && s.fromRoot(c) > s.fromRoot(s.children[k-1]) {
				t.Fatalf("children of %s are out of order", s.Name())
			}
		}
		placed += len(s.points)
		for _, p := range s.points {
			if p.sec != s || p.node != s.nodeAt(p.index) {
				t.Fatalf("%s is not where %s thinks", p.Name(), s.Name())
			}
		}
	}
	if len(owned) != nodes.Len() {
		t.Fatalf("%d of %d nodes belong to a section", len(owned), nodes.Len())
	}
	for _, p := range m.PointProcesses() {
		if !p.HasLoc() {
			if p.ID != mechanism.NoRow {
				t.Fatalf("%s has a row without a place", p.Name())
			}
			continue
		}
		placed--
		row, ok := p.Mech.Table.Row(p.ID)
		if !ok || p.Mech.Table.Owner(row) != p.node {
			t.Fatalf("%s: its row is gone or elsewhere", p.Name())
		}
		rows[p.Mech.Table]++
	}
	if placed != 0 {
		t.Fatalf("sections and point processes differ by %d places", placed)
	}
	for _, mech := range m.Mechs.All() {
		if rows[mech.Table] != mech.Table.Len() {
			t.Fatalf("%s: %d of %d rows belong to something", mech.Type.Name, rows[mech.Table], mech.Table.Len())
		}
		at := nodeRows(m, mech)
		for i := range at {
			if i > 0 && (at[i] < at[i-1] || at[i] == at[i-1] && mech.Table.ID(i) < mech.Table.ID(i-1)) {
				t.Fatalf("%s: rows are not in the order of nodes", mech.Type.Name)
			}
		}
		for k := range mech.Type.Ions {
			there := nodeRows(m, m.Mechs.Get(mech.Type.Ions[k].Ion+"_ion"))
			for _, node := range at {
				if _, found := slices.BinarySearch(there, node); !found {
					t.Fatalf("%s: node %d has no %s", mech.Type.Name, node, mech.Type.Ions[k].Ion)
				}
			}
		}
	}
}

// nodeRows gives for each row of a mechanism's table the row of its node.
func nodeRows(m *Model, mech *mechanism.Mechanism) []int {
	out := make([]int, mech.Table.Len())
	for i := range out {
		out[i], _ = m.Nodes.Row(mech.Table.Owner(i))
	}
	return out
}
