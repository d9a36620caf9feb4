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

// clear starts a new equation in a shard.
func (m *tree) clear(at shard) {
	simd.Fill(m.rhs[at.lo:at.hi], 0)
	simd.Fill(m.d[at.lo:at.hi], 0)
}

// solve overwrites rhs of a shard with the solution, and d with what the
// elimination leaves (the reciprocals of the pivots).
//
// Source: Hines (1984), Efficient computation of branched nerve equations,
// Int. J. Bio-Medical Computing 15:69-76.
func (m *tree) solve(at shard) {
	parent := m.parent[:at.hi]
	n := len(parent)
	a, b, d, rhs := m.a[:n], m.b[:n], m.d[:n], m.rhs[:n]
	for i := n - 1; i >= at.lo; i-- {
		r := 1 / d[i]
		d[i] = r
		if p := parent[i]; p >= 0 {
			f := a[i] * r
			d[p] -= f * b[i]
			rhs[p] -= f * rhs[i]
		}
	}
	for i := at.lo; i < n; i++ {
		x := rhs[i]
		if p := parent[i]; p >= 0 {
			x -= b[i] * rhs[p]
		}
		rhs[i] = x * d[i]
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
