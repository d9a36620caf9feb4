package section

import (
	"slices"

	"github.com/gneuron/gneuron/mechanism"
)

// The node at the end of a section has no membrane: its capacitance is 0, its area
// counts as endArea, and its diameter never changes. A column of these that is the
// same in all segments is stored once all the same (mechanism.Table), and then says
// nothing about ends; one that has its rows has the right numbers there (SetEnds).

// Compact stores columns of nodes that are the same everywhere once, after
// Prepare: those of which may is true. reads tells whether a mechanism that is at a
// node asks for a column there.
func (m *Model) Compact(may func(c int) bool, reads func(t *mechanism.Type, c int) bool) {
	at := m.atEnds()
	stays := func(c int) bool {
		return !may(c) || slices.ContainsFunc(at, func(t *mechanism.Type) bool { return reads(t, c) })
	}
	for c := range endValues {
		if stays(c) {
			m.Nodes.Column(c)
		} else if x := m.Nodes.Values(c); !x.Uniform {
			for _, row := range m.ends {
				x.X[row] = x.X[0] // which is a segment's
			}
		}
	}
	m.Nodes.Compact(func(c int) bool { return !stays(c) })
}

// atEnds lists the types that have instances at ends.
func (m *Model) atEnds() (types []*mechanism.Type) {
	isEnd := make([]bool, m.Nodes.Len())
	for _, row := range m.ends {
		isEnd[row] = true
	}
	for _, mech := range m.Mechs.Made() {
		t := mech.Table
		if mech.Type.Kind != mechanism.PointProcess && mech.Type != mechanism.ExtracellularType {
			continue
		}
		for r := range t.Len() {
			if row, ok := m.Nodes.Row(t.Owner(r)); ok && isEnd[row] {
				types = append(types, mech.Type)
				break
			}
		}
	}
	return types
}

// SetEnds sets the numbers of the ends in the columns that have their rows.
func (m *Model) SetEnds() {
	for c, end := range endValues {
		if x := m.Nodes.Values(c); !x.Uniform {
			for _, row := range m.ends {
				x.X[row] = end
			}
		}
	}
}

// endValues are what the columns of nodes hold at ends.
var endValues = map[int]float64{mechanism.NodeCm: 0, mechanism.NodeArea: endArea, mechanism.NodeDiam: DefaultDiam}

// OfNodes gives a copy of a column of nodes, one element per row after Prepare.
func (m *Model) OfNodes(c int) []float64 {
	out := m.Nodes.Copy(c)
	if end, ok := endValues[c]; ok {
		for _, row := range m.ends {
			out[row] = end
		}
	}
	return out
}
