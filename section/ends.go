package section

import "github.com/gneuron/gneuron/mechanism"

// The node at the end of a section has no membrane: its capacitance is 0, its area
// counts as endArea, and nobody asks for its diameter. A column of these that is the
// same in all segments is stored once all the same (mechanism.Table), and then says
// nothing about ends; one that has its rows has the right numbers there (SetEnds).

// Compact stores columns of nodes that are the same everywhere once, after
// Prepare: those of which may is true.
func (m *Model) Compact(may func(c int) bool) {
	keep := -1
	if m.usedEnds() {
		keep = mechanism.NodeArea
		m.Nodes.Column(keep)
	}
	for _, c := range []int{mechanism.NodeDiam, mechanism.NodeCm, mechanism.NodeArea} {
		if x := m.Nodes.Values(c); may(c) && !x.Uniform && c != keep {
			for _, row := range m.ends {
				x.X[row] = x.X[0] // which is a segment's
			}
		}
	}
	m.Nodes.Compact(func(c int) bool { return may(c) && c != keep })
}

// usedEnds tells whether the area of some end is read.
func (m *Model) usedEnds() bool {
	isEnd := make([]bool, m.Nodes.Len())
	for _, row := range m.ends {
		isEnd[row] = true
	}
	for _, mech := range m.Mechs.Made() {
		if t := mech.Table; mech.Type.Kind == mechanism.PointProcess || mech.Type == mechanism.ExtracellularType {
			for r := range t.Len() {
				if row, ok := m.Nodes.Row(t.Owner(r)); ok && isEnd[row] {
					return true
				}
			}
		}
	}
	return false
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
var endValues = map[int]float64{mechanism.NodeCm: 0, mechanism.NodeArea: endArea}

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
