package solver

import "github.com/gneuron/gneuron/internal/simd"

// tree is the matrix of coupled nodes: row i couples to its parent only.
//
// For node i with parent p, couplings a and b (see mechanism.NodeA, NodeB) and
// change of potential x:
//
//	d[i] x[i] + b[i] x[p] + Σ_children a[k] x[k] = rhs[i]
//
// Rows are ordered so that parent[i] < i; the parent of a root is -1.
type tree struct {
	parent       []int32
	a, b, d, rhs []float64
}

// link is a row and its parent, or, of a bare end, its neighbour.
type link struct{ row, parent int32 }

// path is how solve goes through a shard.
type path struct {
	order []link // from the roots on; -1 is the parent of a root
	bare  []link // ends where nothing is: they have the potential of their neighbour
}

// clear starts a new equation in a shard.
func (m *tree) clear(at shard) {
	simd.Fill(m.rhs[at.lo:at.hi], 0)
	simd.Fill(m.d[at.lo:at.hi], 0)
}

// groupNodes and groupTrees are how large a group of trees gets whose branches
// are solved side by side: enough of them to hide that a node waits for its
// parent, and few enough to stay in the cache.
const (
	groupNodes = 256
	groupTrees = 8
)

// arrange finds the order in which to go through a shard: along all branches of
// a tree, or of a group of trees, side by side, level by level from the roots.
// The next node then need not wait for the one before. What a node gets from its
// children comes in the same order for any shards and groups.
//
// Where bare is true, neither membrane nor mechanism adds to the equation. Such a
// leaf, or a root with one child, is left out.
func (m *tree) arrange(at shard, bare []bool) path {
	n := at.hi - at.lo
	parent := make([]int32, n)
	children := make([]int, n)
	for k := range parent {
		parent[k] = m.parent[at.lo+k]
		if parent[k] >= 0 {
			children[int(parent[k])-at.lo]++
		}
	}
	var out path
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
	level := make([]int32, n)
	trees, start := 0, 0
	for k := 0; k <= n; k++ {
		if k == n || m.parent[at.lo+k] < 0 {
			if k == n || trees >= groupTrees && k-start >= groupNodes {
				out.group(at.lo, start, k, parent, level, gone)
				trees, start = 0, k
			}
			trees++
		}
		if k < n && m.parent[at.lo+k] >= int32(at.lo+start) {
			level[k] = level[int(m.parent[at.lo+k])-at.lo] + 1
		}
	}
	return out
}

// group adds the rows start to end-1, counted from lo, in the order of their
// levels, without those that are gone.
func (x *path) group(lo, start, end int, parent, level []int32, gone []bool) {
	var levels [][]link
	for k := start; k < end; k++ {
		for int(level[k]) >= len(levels) {
			levels = append(levels, nil)
		}
		if !gone[k] {
			levels[level[k]] = append(levels[level[k]], link{int32(lo + k), parent[k]})
		}
	}
	for _, l := range levels {
		x.order = append(x.order, l...)
	}
}

// solve adds to the equation of a shard the currents along the tree for
// potentials v (see axial) and overwrites rhs with the solution, and d with what
// the elimination leaves (the reciprocals of the pivots) or, in bare ends, nothing
// of use.
//
// Source: Hines (1984), Efficient computation of branched nerve equations,
// Int. J. Bio-Medical Computing 15:69-76.
func (m *tree) solve(v []float64, way *path) {
	n := len(v)
	a, b, d, rhs := m.a[:n], m.b[:n], m.d[:n], m.rhs[:n]
	order := way.order
	for k := len(order) - 1; k >= 0; k-- {
		i, p := order[k].row, order[k].parent
		if p < 0 {
			d[i] = 1 / d[i]
			continue
		}
		dv := v[p] - v[i]
		x := rhs[i] - b[i]*dv
		r := 1 / (d[i] - b[i])
		f := a[i] * r
		d[i], rhs[i] = r, x
		d[p] -= a[i] + f*b[i]
		rhs[p] += a[i]*dv - f*x
	}
	for _, o := range order {
		x := rhs[o.row]
		if o.parent >= 0 {
			x -= b[o.row] * rhs[o.parent]
		}
		rhs[o.row] = x * d[o.row]
	}
	for _, o := range way.bare {
		rhs[o.row] = rhs[o.parent] + (v[o.parent] - v[o.row])
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
