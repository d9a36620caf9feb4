package solver

import (
	"math"

	"github.com/gneuron/gneuron/internal/simd"
	"github.com/gneuron/gneuron/section"
)

// weave is a long section whose pieces are eliminated side by side (simd.Weave),
// and then their joints one after the other.
type weave struct {
	simd.Weave
	row, joint int // of the first node, and of the first joint
	parent     int // of the first node
}

func newWeave(w section.Weave, parent int32) *weave {
	return &weave{simd.Weave{Inside: w.Inside}, w.Row, w.Row + w.Inside*simd.Lanes, int(parent)}
}

// shareFills gives the long sections of groups that are solved one after the other
// room for what an elimination leaves to the substitution.
func shareFills(groups []path) {
	each := func(fill []float64) (most int) {
		for _, group := range groups {
			used := 0
			for _, x := range group.parts {
				if w := x.long; w != nil {
					size := w.Inside * simd.Lanes
					if fill != nil {
						w.Fill = fill[used : used+size : used+size]
					}
					used += size
				}
			}
			most = max(most, used)
		}
		return most
	}
	each(make([]float64, each(nil)))
}

// above fills to with what col has at the parents of the pieces' first nodes.
func (w *weave) above(to *[simd.Lanes]float64, col []float64) {
	to[0] = col[w.parent]
	copy(to[1:], col[w.joint:])
}

// eliminate takes all nodes out of the equation of the parent.
func (w *weave) eliminate(m *tree, v []float64) {
	w.above(&w.V, v)
	w.Eliminate(m.a[w.row:], m.b[w.row:], m.d[w.row:], m.rhs[w.row:], v[w.row:])
	for j := simd.Lanes - 1; j >= 0; j-- {
		i, p := w.joint+j, w.joint+j-1
		if j == 0 {
			p = w.parent
		}
		pivot := 1 / m.d[i]
		f := w.A[j] * pivot
		m.d[i] = pivot
		m.d[p] = math.FMA(-f, w.B[j], m.d[p]+w.D[j])
		m.rhs[p] = math.FMA(-f, m.rhs[i], m.rhs[p]+w.Rhs[j])
	}
}

// substitute makes rhs the solution, when it is in the parent.
func (w *weave) substitute(m *tree) {
	x := m.rhs[w.parent]
	for j := range simd.Lanes {
		i := w.joint + j
		x = math.FMA(-w.B[j], x, m.rhs[i]) * m.d[i]
		m.rhs[i] = x
	}
	w.above(&w.X, m.rhs)
	w.Substitute(m.b[w.row:], m.d[w.row:], m.rhs[w.row:])
}
