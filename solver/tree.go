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
	order        []link // the rows of each shard in the order in which solve goes
}

// link is a row and its parent.
type link struct{ row, parent int32 }

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
func (m *tree) arrange(at shard) {
	if m.order == nil {
		m.order = make([]link, len(m.parent))
	}
	level := make([]int32, at.hi-at.lo)
	trees, start := 0, at.lo
	for i := at.lo; i <= at.hi; i++ {
		if i == at.hi || m.parent[i] < 0 {
			if i == at.hi || trees >= groupTrees && i-start >= groupNodes {
				m.arrangeGroup(start, i, level[start-at.lo:i-at.lo])
				trees, start = 0, i
			}
			trees++
		}
		if i < at.hi && m.parent[i] >= int32(start) {
			level[i-at.lo] = level[int(m.parent[i])-at.lo] + 1
		}
	}
}

// arrangeGroup puts rows lo to hi-1 into the order of their levels.
func (m *tree) arrangeGroup(lo, hi int, level []int32) {
	place := []int32{int32(lo)} // the next one of each level
	for _, l := range level {
		for int(l)+1 >= len(place) {
			place = append(place, 0)
		}
		place[l+1]++
	}
	for l := range place[1:] {
		place[l+1] += place[l]
	}
	for k, l := range level {
		row := int32(lo + k)
		m.order[place[l]] = link{row, m.parent[row]}
		place[l]++
	}
}

// solve adds to the equation of a shard the currents along the tree for
// potentials v (see axial) and overwrites rhs with the solution, and d with what
// the elimination leaves (the reciprocals of the pivots).
//
// Source: Hines (1984), Efficient computation of branched nerve equations,
// Int. J. Bio-Medical Computing 15:69-76.
func (m *tree) solve(v []float64, at shard) {
	n := at.hi
	a, b, d, rhs := m.a[:n], m.b[:n], m.d[:n], m.rhs[:n]
	v = v[:n]
	order := m.order[at.lo:at.hi]
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
