package solver

import (
	"slices"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/section"
)

// tree is the matrix of coupled nodes: row i couples to its parent only.
//
// For node i with parent p, couplings a and b (see mechanism.NodeA, NodeB) and
// change of potential x:
//
//	d[i] x[i] + b[i] x[p] + Σ_children a[k] x[k] = rhs[i]
//
// The parent of a root is -1. Rows are in the order of section.Model.Prepare: rows
// that follow each other have parents that do, for the most part, and so the
// elimination goes by runs (simd.Run).
type tree struct {
	parent       []int32
	a, b, d, rhs []float64
}

// link is a bare end and its neighbour.
type link struct{ row, parent int32 }

// path is how solve goes through a group of trees.
type path struct {
	rows  shard
	roots []shard
	parts []part // all but the roots, from these on
	bare  []link // ends where nothing is: they have the potential of their neighbour
}

// part is some levels of trees, and a long section behind them (or nil).
type part struct {
	runs []simd.Run
	long *weave
}

// arrange finds how to go through a group of trees: level by level from the
// roots on, all branches side by side. A node then need not wait for the one before.
// What a node gets from its children comes in the order of their rows.
//
// Where bare is true, neither membrane nor mechanism adds to the equation. Such a
// leaf, or a root with one child, is left out.
func (m *tree) arrange(at shard, bare []bool, weaves []section.Weave) path {
	n := at.hi - at.lo
	parent := make([]int32, n)
	children := make([]int, n)
	for k := range parent {
		parent[k] = m.parent[at.lo+k]
		if parent[k] >= 0 {
			children[int(parent[k])-at.lo]++
		}
	}
	out := path{rows: at}
	gone := make([]bool, n)
	for k, up := range parent {
		row := int32(at.lo + k)
		if bare[row] && up >= 0 && children[k] == 0 {
			gone[k] = true
			out.bare = append(out.bare, link{row, up})
		}
	}
	for k, up := range parent {
		if up < 0 || gone[k] {
			continue
		}
		if root := int(up) - at.lo; m.parent[up] < 0 && bare[up] && children[root] == 1 {
			gone[root], parent[k] = true, -1
			out.bare = append(out.bare, link{up, int32(at.lo + k)})
		}
	}
	longs := map[int32]*weave{} // by first rows
	for _, w := range weaves {
		if w.Row < at.lo || w.Row >= at.hi {
			continue
		}
		for k := range (w.Inside + 1) * simd.Lanes {
			gone[w.Row-at.lo+k] = true
		}
		longs[int32(w.Row)] = newWeave(w, m.parent[w.Row])
	}
	out.parts = make([]part, 1)
	for _, level := range levels(m.parent[at.lo:at.hi], int32(at.lo)) {
		slices.Sort(level)
		first := len(out.last().runs)
		for _, row := range level {
			if k := int(row) - at.lo; !gone[k] {
				out.add(row, parent[k], first)
			} else if long := longs[row]; long != nil {
				out.last().long = long
				out.parts, first = append(out.parts, part{}), 0
			}
		}
	}
	return out
}

func (x *path) last() *part { return &x.parts[len(x.parts)-1] }

// add puts a row behind the others; the runs of its level begin at first.
func (x *path) add(row, parent int32, first int) {
	if parent < 0 {
		if k := len(x.roots) - 1; k >= 0 && x.roots[k].hi == int(row) {
			x.roots[k].hi++
		} else {
			x.roots = append(x.roots, shard{int(row), int(row) + 1})
		}
		return
	}
	at := x.last()
	if k := len(at.runs) - 1; k >= first {
		if r := &at.runs[k]; r.Row+r.N == row && r.Parent+r.N == parent {
			r.N++
			return
		}
	}
	at.runs = append(at.runs, simd.Run{Row: row, Parent: parent, N: 1})
}

// levels lists the rows of trees by the number of nodes between them and the
// root; first is the row of the first parent.
func levels(parent []int32, first int32) [][]int32 {
	level := make([]int32, len(parent))
	var count []int
	var way []int32 // up to a row of known level
	for k := range parent {
		way = way[:0]
		i := int32(k)
		for ; level[i] == 0 && parent[i] >= 0; i = parent[i] - first {
			way = append(way, i)
		}
		for up, j := range slices.Backward(way) {
			level[j] = level[i] + int32(len(way)-up)
		}
	}
	for _, l := range level {
		for int(l) >= len(count) {
			count = append(count, 0)
		}
		count[l]++
	}
	out := make([][]int32, len(count))
	for l, n := range count {
		out[l] = make([]int32, 0, n)
	}
	for k, l := range level {
		out[l] = append(out[l], first+int32(k))
	}
	return out
}

// fromRoots lists the rows of trees so that each comes after its parent.
func fromRoots(parent []int32) []int32 { return slices.Concat(levels(parent, 0)...) }

// solve adds to the equation of a group of trees the currents along the trees for
// potentials v (see axial) and overwrites rhs with the solution, and d with what
// the elimination leaves (the reciprocals of the pivots) or, in bare ends, nothing
// of use.
//
// Source: Hines (1984), Efficient computation of branched nerve equations,
// Int. J. Bio-Medical Computing 15:69-76.
func (m *tree) solve(v []float64, way *path) {
	for k := len(way.parts) - 1; k >= 0; k-- {
		if long := way.parts[k].long; long != nil {
			long.eliminate(m, v)
		}
		simd.Eliminate(m.a, m.b, m.d, m.rhs, v, way.parts[k].runs)
	}
	for _, r := range way.roots {
		d, x := m.d[r.lo:r.hi], m.rhs[r.lo:r.hi]
		loops := simd.For(len(d))
		loops.SDiv(d, 1, d)
		loops.Mul(x, x, d)
	}
	for _, x := range way.parts {
		simd.Substitute(m.b, m.d, m.rhs, x.runs)
		if x.long != nil {
			x.long.substitute(m)
		}
	}
	for _, o := range way.bare {
		m.rhs[o.row] = m.rhs[o.parent] + (v[o.parent] - v[o.row])
	}
}

// axial adds the currents that flow along the tree to rhs and the couplings to
// the diagonal of a shard, for potentials v.
func (m *tree) axial(v []float64, at shard) {
	parent := m.parent[:at.hi]
	n := len(parent)
	a, b, d, rhs := m.a[:n], m.b[:n], m.d[:n], m.rhs[:n]
	v = v[:n]
	for i := at.lo; i < n; i++ {
		p := parent[i]
		if p < 0 {
			continue
		}
		dv := v[p] - v[i]
		rhs[i] -= b[i] * dv
		rhs[p] += a[i] * dv
		d[i] -= b[i]
		d[p] -= a[i]
	}
}
