package section

import "github.com/gneuron/gneuron/mechanism"

// The rows of extracellular: a section has one for each segment as of any
// mechanism, and others for the nodes at its ends, which have no membrane and
// no way to ground (xg and xc are 0), but a potential: vext at 0 and 1.

// isVext tells the variable that ends have values of their own of.
func (v *variable) isVext() bool {
	return v.in != nil && v.in.mech.Type == mechanism.ExtracellularType && v.column == mechanism.ExtV
}

// outside gives what is inserted of extracellular, or nil.
func (s *Section) outside() *inserted {
	for _, in := range s.mechs {
		if in.mech.Type == mechanism.ExtracellularType {
			return in
		}
	}
	return nil
}

// addEnds makes the rows of extracellular at the ends.
func (s *Section) addEnds(in *inserted) {
	in.addEnd(s.nodes[s.Nseg()])
	if s.root != mechanism.NoRow {
		in.addEnd(s.root)
	}
}

func (in *inserted) addEnd(node mechanism.RowID) {
	id := in.mech.Add(node)
	for k := range mechanism.Layers {
		mechanism.Handle{Table: in.mech.Table, Col: mechanism.ExtG + k, ID: id}.Set(0)
	}
	in.ends = append(in.ends, id)
}

// rootMoved gives the near end a row of extracellular of its own when the
// section became a root, and takes it away when it is one no longer.
func (s *Section) rootMoved() {
	in := s.outside()
	switch {
	case in == nil:
	case s.root != mechanism.NoRow:
		in.addEnd(s.root)
	default:
		in.mech.Table.Remove(in.ends[1])
		in.ends = in.ends[:1]
	}
}

// vextAtEnd gives the potential of layer k at nearNode or at the far end. A
// near end that belongs to a section without extracellular is grounded: what it
// gives there is 0.
func (s *Section) vextAtEnd(index, k int) mechanism.Handle {
	for index == nearNode && s.parent != nil {
		s, index = s.parent, s.parent.exactIndex(s.parentX)
	}
	in := s.outside()
	if in == nil {
		ground := mechanism.NewTable("ground", "vext")
		return mechanism.Handle{Table: ground, ID: ground.Add(mechanism.NoRow)}
	}
	id := mechanism.NoRow
	switch index {
	case nearNode:
		id = in.ends[1]
	case s.Nseg():
		id = in.ends[0]
	default:
		id = in.rows.at(index)
	}
	return mechanism.Handle{Table: in.mech.Table, Col: mechanism.ExtV + k, ID: id}
}

// coupleLayers computes the coefficients by which the layers of a node and of
// its parent see each other. As inside (Section.measure, Model.couple), the
// resistance between two nodes is that of the halves of their segments, and a
// section counts nothing of its parent's:
//
//	half of a segment: 1e-4·xraxial·dx/2 [MOhm], dx its length [um]
//	a = -100·rallbranch/(r·area of the parent), b = -100/(r·area) [S/cm2]
func (m *Model) coupleLayers() {
	mech := m.Mechs.Get(mechanism.Extracellular)
	if mech == nil || mech.Table.Len() == 0 {
		return
	}
	t := mech.Table
	area := m.OfNodes(mechanism.NodeArea)
	for _, s := range m.sections {
		in := s.outside()
		if in == nil {
			continue
		}
		dx := s.length / float64(s.Nseg())
		for k := range mechanism.Layers {
			xraxial, a, b := t.Column(mechanism.ExtAxial+k), t.Column(mechanism.ExtA+k), t.Column(mechanism.ExtB+k)
			before, p, rall := 0.0, s.parentRow, s.rall
			for i := range s.nodes {
				half, id := 0.0, in.ends[0]
				if i < in.rows.n {
					id = in.rows.at(i)
				}
				row, _ := t.Row(id)
				if i < in.rows.n {
					half = 1e-4 * xraxial[row] * (dx / 2)
				}
				own, _ := m.Nodes.Row(s.nodes[i])
				node := int32(own)
				r := half + before
				a[row] = -1e2 * rall / (r * area[p])
				b[row] = -1e2 / (r * area[node])
				before, p, rall = half, node, 1
			}
		}
	}
}
