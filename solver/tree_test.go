package solver

import (
	"math"
	"math/rand"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestTreeAgainstDenseSolve compares the elimination along the tree with
// gonum's solution of the same matrix, for random forests.
func TestTreeAgainstDenseSolve(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 50 {
		n := 1 + r.Intn(60)
		m := tree{parent: make([]int32, n), a: make([]float64, n), b: make([]float64, n), d: make([]float64, n), rhs: make([]float64, n)}
		dense := mat.NewDense(n, n, nil)
		rhs := mat.NewVecDense(n, nil)
		for i := range n {
			m.parent[i] = int32(r.Intn(i+1)) - 1 // -1: a root
			m.d[i] = 0.1 + r.Float64()
			m.rhs[i] = r.NormFloat64()
			rhs.SetVec(i, m.rhs[i])
			dense.Set(i, i, dense.At(i, i)+m.d[i])
			if p := int(m.parent[i]); p >= 0 {
				m.a[i], m.b[i] = -r.Float64(), -r.Float64()
				m.d[i] -= m.b[i]
				m.d[p] -= m.a[i]
				dense.Set(i, p, m.b[i])
				dense.Set(p, i, m.a[i])
				dense.Set(i, i, dense.At(i, i)-m.b[i])
				dense.Set(p, p, dense.At(p, p)-m.a[i])
			}
		}
		var x mat.VecDense
		if err := x.SolveVec(dense, rhs); err != nil {
			t.Fatal(err)
		}
		m.solve(shard{0, n})
		for i := range n {
			if math.Abs(m.rhs[i]-x.AtVec(i)) > 1e-12*(1+math.Abs(x.AtVec(i))) {
				t.Fatalf("node %d of %d: %g, want %g", i, n, m.rhs[i], x.AtVec(i))
			}
		}
	}
}
