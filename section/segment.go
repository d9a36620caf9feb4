package section

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/gneuron/gneuron/mechanism"
)

// Segment is a place x on a section: the segment that contains it, or at 0 and
// 1 the end. It is a value and finds its node each time, so that it stays
// meaningful when nseg changes.
type Segment struct {
	Sec *Section
	X   float64
}

// number is Sprintf; it reads well within a sum of strings.
func number(format string, x float64) string { return fmt.Sprintf(format, x) }

// String is NEURON's name of the segment, "soma(0.5)".
func (g Segment) String() string {
	return g.Sec.Name() + "(" + strconv.FormatFloat(g.X, 'g', 6, 64) + ")"
}

// Node gives the node that v belongs to: at 0 and 1 that of the end.
func (g Segment) Node() (mechanism.RowID, error) {
	if err := g.Sec.alive(); err != nil {
		return mechanism.NoRow, err
	}
	return g.Sec.nodeAt(g.Sec.exactIndex(g.X)), nil
}

// Index counts the segments from the end nearer to the root; at 0 and 1 it is
// that of the first or last one. It is NEURON's int(nseg*x), turned round in a
// section that is joined by its 1 end.
func (g Segment) Index() int {
	if g.Sec.deleted {
		return 0
	}
	return g.Sec.index(g.X)
}

// Center is the x of the centre of the segment; 0 and 1 are their own.
func (g Segment) Center() float64 {
	if g.Sec.deleted {
		return g.X
	}
	return g.Sec.position(g.Sec.exactIndex(g.X))
}

// Equals tells whether two segments share a node. The 0 end of a child is the
// node of its parent.
func (g Segment) Equals(o Segment) bool {
	if g.Sec.deleted || o.Sec.deleted {
		return g == o
	}
	a, _ := g.Node()
	b, _ := o.Node()
	return g.Sec.m == o.Sec.m && a == b
}

// IsEnd tells whether x is 0 or 1: a node without membrane.
func (g Segment) IsEnd() bool { return g.X == 0 || g.X == 1 }

// MechRow gives the row of a density mechanism or an ion in the segment; ok is
// false where it is not inserted, and always at the ends.
func (g Segment) MechRow(mech *mechanism.Mechanism) (id mechanism.RowID, ok bool) {
	if g.Sec.deleted || g.IsEnd() {
		return mechanism.NoRow, false
	}
	in := g.Sec.find(mech)
	if in == nil {
		return mechanism.NoRow, false
	}
	id = in.rows.at(g.Sec.index(g.X))
	return id, id != mechanism.NoRow
}

// Mechanisms lists the density mechanisms and ions of the segment, newest
// first. The ions that a mechanism uses come directly before the newest one
// that does, the last declared one first.
func (g Segment) Mechanisms() []*mechanism.Mechanism {
	var out []*mechanism.Mechanism
	for i := len(g.Sec.mechs) - 1; i >= 0; i-- {
		if _, ok := g.MechRow(g.Sec.mechs[i].mech); ok {
			out = append(out, g.Sec.mechs[i].mech)
		}
	}
	return out
}

// PointProcesses lists what sits on the node of the segment, newest first.
func (g Segment) PointProcesses() []*PointProcess {
	node, err := g.Node()
	if err != nil {
		return nil
	}
	var out []*PointProcess
	at := g.Sec.m.atNode[node]
	for i := len(at) - 1; i >= 0; i-- {
		out = append(out, at[i])
	}
	return out
}

// NodeIndex numbers the node as NEURON does: the root nodes of all trees come
// first, then section by section, breadth-first, each from its end nearer to
// the root on. The rows of the tables are in another order (Prepare).
func (g Segment) NodeIndex() (int, error) {
	s := g.Sec
	if err := s.alive(); err != nil {
		return 0, err
	}
	at := s.exactIndex(g.X)
	for at == nearNode && s.parent != nil {
		s, at = s.parent, s.parent.exactIndex(s.parentX)
	}
	order := s.m.breadthFirst()
	if at == nearNode {
		return s.rank, nil
	}
	index := at
	for _, x := range order[:s.rank] {
		index += x.Nseg() + 1
	}
	for _, x := range order {
		if x.parent != nil {
			break
		}
		index++
	}
	return index, nil
}

// NodeName names a node for messages: the segment, or the end, "soma(0.5)",
// and the section that it belongs to. Both are empty for a node that is gone.
func (m *Model) NodeName(id mechanism.RowID) (place, sec string) {
	if g, ok := m.NodeSegment(id); ok {
		return g.String(), g.Sec.Name()
	}
	return "", ""
}

// NodeSegment gives the segment or end whose node it is; ok is false for a node
// that is gone.
func (m *Model) NodeSegment(id mechanism.RowID) (g Segment, ok bool) {
	for _, s := range m.sections {
		if s.deleted {
			continue
		}
		index := slices.Index(s.nodes, id)
		if index < 0 && s.root != id {
			continue
		}
		return Segment{s, s.position(index)}, true
	}
	return Segment{}, false
}
