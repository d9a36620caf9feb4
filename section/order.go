package section

import (
	"encoding/binary"
	"slices"

	"github.com/gneuron/gneuron/mechanism"
)

// Prepare brings the model into the form that the solver works on; it is cheap
// when nothing has changed.
//
//   - The geometry of nodes (area, diam, ri) and their coupling (a, b) are up to
//     date.
//   - Node rows are in the order of layout, in which trees stay together in groups
//     (Groups).
//   - The rows of every mechanism are in the order of their nodes; where
//     several sit on one node, in the order of their RowIDs.
//
// Rows move only when the structure has changed (Version). A segment without
// membrane area is an error.
func (m *Model) Prepare() error {
	if m.ordered != m.version {
		m.compact()
		m.arrange()
		for _, mech := range m.Mechs.Made() {
			if mech.Table.Len() > 0 && mech.Type.Kind != mechanism.ArtificialCell {
				byNode(mech.Table, m.Nodes)
			}
		}
		m.ordered = m.version
		m.reshaped = true
	}
	if m.reshaped {
		for _, s := range m.sections {
			if s.stale {
				s.measure()
			}
		}
		if err := m.couple(); err != nil {
			return err
		}
		m.reshaped = false
	}
	m.coupleLayers()
	return nil
}

// Parent gives, for each node row after Prepare, the row of its parent, or -1
// for the root of a tree.
func (m *Model) Parent() []int32 { return m.parent }

// Groups gives the node rows after Prepare at which groups of whole trees begin.
func (m *Model) Groups() []int32 { return m.groups }

// Weaves gives the long sections that are cut into pieces after Prepare, in the
// order of their rows.
func (m *Model) Weaves() []Weave { return m.weaves }

// Ends gives the node rows after Prepare that are ends of sections: they have no
// membrane.
func (m *Model) Ends() []int32 { return m.ends }

// arrange puts the nodes into the order of layout, and notes their parents.
func (m *Model) arrange() {
	n := m.Nodes.Len()
	now := make([]int32, 0, n) // the rows as they are, by section
	x := layout{parent: make([]int32, 0, n), kind: make([]int32, 0, n)}
	add := func(id mechanism.RowID, p, kind int32) int32 {
		row, _ := m.Nodes.Row(id)
		now, x.parent, x.kind = append(now, int32(row)), append(x.parent, p), append(x.kind, kind)
		return int32(len(now) - 1)
	}
	kindOf := m.kinds()
	var todo []*Section
	for _, root := range m.sections {
		if root.parent != nil {
			continue
		}
		root.parentRow = add(root.root, -1, ends)
		todo = append(todo[:0], root)
		for len(todo) > 0 {
			s := todo[len(todo)-1]
			todo = append(todo[:len(todo)-1], s.children...)
			if p := s.parent; p != nil {
				if at := p.exactIndex(s.parentX); at == nearNode {
					s.parentRow = p.parentRow
				} else {
					s.parentRow = p.base + int32(at)
				}
			}
			s.base = int32(len(now))
			at, kind := s.parentRow, kindOf(s)
			if s.Nseg() >= longFrom {
				x.long = append(x.long, stretch{s.base, int32(s.Nseg())})
			}
			for i, id := range s.nodes {
				if i == s.Nseg() {
					kind = ends
				}
				at = add(id, at, kind)
			}
		}
	}
	x.arrange()
	row := make([]int32, n) // of each node
	m.ends = m.ends[:0:0]
	for r, i := range x.order {
		row[i] = int32(r)
		if int(x.kind[i]) == x.kinds {
			m.ends = append(m.ends, int32(r))
		}
	}
	m.parent = make([]int32, n)
	order := x.level // done with
	for r, i := range x.order {
		order[r], m.parent[r] = now[i], -1
		if p := x.parent[i]; p >= 0 {
			m.parent[r] = row[p]
		}
	}
	for _, s := range m.sections {
		s.parentRow, s.parentIsEnd = row[s.parentRow], int(x.kind[s.parentRow]) == x.kinds
	}
	m.groups, m.weaves = x.groups, x.weaves(row)
	m.Nodes.Reorder(order)
}

// kinds gives a number to each set of mechanisms that sections have.
func (m *Model) kinds() func(*Section) int32 {
	known, numbers := map[string]int32{}, map[*mechanism.Mechanism]uint16{}
	var set []uint16
	var key []byte
	return func(s *Section) int32 {
		set, key = set[:0], key[:0]
		for _, in := range s.mechs {
			k, ok := numbers[in.mech]
			if !ok {
				k = uint16(len(numbers))
				numbers[in.mech] = k
			}
			set = append(set, k)
		}
		slices.Sort(set)
		for _, k := range set {
			key = binary.BigEndian.AppendUint16(key, k)
		}
		kind, ok := known[string(key)]
		if !ok {
			kind = int32(len(known))
			known[string(key)] = kind
		}
		return kind
	}
}

// byNode puts the rows of a mechanism in the order of their nodes, those of
// one node by RowID.
func byNode(t, nodes *mechanism.Table) {
	n := t.Len()
	at := make([]int32, n) // the node's row of each row
	sorted := true
	for i := range n {
		row, ok := nodes.Row(t.Owner(i))
		if !ok {
			row = -1
		}
		at[i] = int32(row)
		if i > 0 && (at[i] < at[i-1] || at[i] == at[i-1] && t.ID(i) < t.ID(i-1)) {
			sorted = false
		}
	}
	if sorted {
		return
	}
	first := make([]int32, nodes.Len()+2) // of each node's rows in the new order, after the rows of none
	for _, row := range at {
		first[row+2]++
	}
	for k := range first[1:] {
		first[k+1] += first[k]
	}
	order := make([]int32, n)
	for i, row := range at {
		order[first[row+1]] = int32(i)
		first[row+1]++
	}
	byID := func(a, b int32) int { return int(t.ID(int(a))) - int(t.ID(int(b))) }
	for from, to := 0, 0; from < n; from = to { // the rows of one node
		for to < n && at[order[to]] == at[order[from]] {
			to++
		}
		if same := order[from:to]; !slices.IsSortedFunc(same, byID) {
			slices.SortFunc(same, byID)
		}
	}
	t.Reorder(order)
}

// breadthFirst lists all sections, the roots first and then children by
// children (NEURON's order of sections). It is kept until the structure
// changes, and Section.rank is the place in it.
func (m *Model) breadthFirst() []*Section {
	if m.orderOf == m.version && m.inOrder != nil {
		return m.inOrder
	}
	out := m.Roots()
	for i := 0; i < len(out); i++ {
		out[i].rank = i
		for k := len(out[i].children) - 1; k >= 0; k-- {
			out = append(out, out[i].children[k])
		}
	}
	m.inOrder, m.orderOf = out, m.version
	return out
}
