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

// path is how solve goes through a group of trees.
type path struct {
	rows  shard
	roots []shard
	parts []span     // all but the roots, from these on
	bare  []simd.Run // ends where nothing is, with their neighbours, whose potential they have
}

// span is some levels of trees, and a long section behind them (or nil).
type span struct {
	runs []simd.Run
	long *weave
}

// arrange finds how to go through a group of trees: level by level from the
// roots on, all branches side by side. A node then need not wait for the one before.
// What a node gets from its children comes in an order that depends on the rows of
// the group alone.
//
// Where bare is true, neither membrane nor mechanism adds to the equation. Such a
// leaf, or a root with one child, is left out.
//
// weaves are the long sections of the group that are cut into pieces.
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
			out.bare = join(out.bare, row, up)
		}
	}
	for k, up := range parent {
		if up < 0 || gone[k] {
			continue
		}
		if root := int(up) - at.lo; m.parent[up] < 0 && bare[up] && children[root] == 1 {
			gone[root], parent[k] = true, -1
			out.bare = join(out.bare, up, int32(at.lo+k))
		}
	}
	longs := map[int32]*weave{} // by first rows
	for _, w := range weaves {
		for k := range (w.Inside + 1) * simd.Lanes {
			gone[w.Row-at.lo+k] = true
		}
		longs[int32(w.Row)] = newWeave(w, m.parent[w.Row])
	}
	out.parts = make([]span, 1)
	for _, level := range levels(m.parent[at.lo:at.hi], int32(at.lo)) {
		slices.Sort(level)
		var runs []simd.Run
		var next []*weave
		for _, row := range level {
			k := int(row) - at.lo
			switch long := longs[row]; {
			case long != nil:
				next = append(next, long)
			case !gone[k] && parent[k] < 0:
				out.root(int(row))
			case !gone[k]:
				runs = join(runs, row, parent[k])
			}
		}
		last := &out.parts[len(out.parts)-1]
		for _, r := range runs {
			last.add(r)
		}
		for _, long := range next {
			out.parts[len(out.parts)-1].long = long
			out.parts = append(out.parts, span{})
		}
	}
	return out
}

// root adds a root.
func (x *path) root(row int) {
	if k := len(x.roots) - 1; k >= 0 && x.roots[k].hi == row {
		x.roots[k].hi++
		return
	}
	x.roots = append(x.roots, shard{row, row + 1})
}

// add puts the run of a level behind the others, or makes it the next level of one.
func (x *span) add(level simd.Run) {
	for k := len(x.runs) - 1; k >= max(0, len(x.runs)-lookBack); k-- {
		if r := &x.runs[k]; r.N == level.N && r.Row+r.Levels*r.N == level.Row && level.Row-r.N == level.Parent {
			r.Levels++
			return
		}
	}
	x.runs = append(x.runs, level)
}

// lookBack is how many of the last runs a level may continue.
const lookBack = 64

// join puts a row behind the last run, or a new run behind them all.
func join(runs []simd.Run, row, parent int32) []simd.Run {
	if k := len(runs) - 1; k >= 0 {
		if r := &runs[k]; r.Row+r.N == row && r.Parent+r.N == parent {
			r.N++
			return runs
		}
	}
	return append(runs, simd.Run{Row: row, Parent: parent, N: 1, Levels: 1})
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
	rows := make([]int32, len(parent))
	for l, n := range count {
		out[l], rows = rows[:0:n], rows[n:]
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
		x := &way.parts[k]
		if x.long != nil {
			x.long.eliminate(m, v)
		}
		if len(x.runs) > 0 {
			simd.Eliminate(m.a, m.b, m.d, m.rhs, v, x.runs)
		}
	}
	for _, r := range way.roots {
		d, x := m.d[r.lo:r.hi], m.rhs[r.lo:r.hi]
		if len(d) < few {
			for i := range d {
				d[i] = 1 / d[i]
				x[i] *= d[i]
			}
			continue
		}
		loops := simd.For(len(d))
		loops.SDiv(d, 1, d)
		loops.Mul(x, x, d)
	}
	for k := range way.parts {
		x := &way.parts[k]
		if len(x.runs) > 0 {
			simd.Substitute(m.b, m.d, m.rhs, x.runs)
		}
		if x.long != nil {
			x.long.substitute(m)
		}
	}
	for _, r := range way.bare {
		x, up, vx, vUp := m.rhs[r.Row:][:r.N], m.rhs[r.Parent:][:r.N], v[r.Row:][:r.N], v[r.Parent:][:r.N]
		if len(x) < few {
			for i := range x {
				x[i] = up[i] + (vUp[i] - vx[i])
			}
			continue
		}
		loops := simd.For(len(x))
		loops.Sub(x, vUp, vx)
		loops.Add(x, up, x)
	}
}

// few is the number of rows up to which a loop costs less here than a call.
const few = 8

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
		rhs[i] -= float64(b[i] * dv)
		rhs[p] += float64(a[i] * dv)
		d[i] -= b[i]
		d[p] -= a[i]
	}
}
