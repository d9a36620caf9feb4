package solver

import (
	"math"
	"math/rand"
	"slices"
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
		rhs, v := mat.NewVecDense(n, nil), make([]float64, n)
		for i := range n {
			m.parent[i] = int32(r.Intn(i+1)) - 1 // -1: a root
			m.d[i] = 0.1 + r.Float64()
			m.rhs[i] = r.NormFloat64()
			rhs.SetVec(i, m.rhs[i])
			v[i] = r.NormFloat64()
			dense.Set(i, i, dense.At(i, i)+m.d[i])
			if p := int(m.parent[i]); p >= 0 {
				m.a[i], m.b[i] = -r.Float64(), -r.Float64()
				rhs.SetVec(i, rhs.AtVec(i)-m.b[i]*(v[p]-v[i]))
				rhs.SetVec(p, rhs.AtVec(p)+m.a[i]*(v[p]-v[i]))
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
		m.arrange(shard{0, n})
		m.solve(v, shard{0, n})
		for i := range n {
			if math.Abs(m.rhs[i]-x.AtVec(i)) > 1e-12*(1+math.Abs(x.AtVec(i))) {
				t.Fatalf("node %d of %d: %g, want %g", i, n, m.rhs[i], x.AtVec(i))
			}
		}
	}
}

// TestTreeGoesLevelByLevel: the branches of a group of trees side by side, each
// shard and each large group by itself.
func TestTreeGoesLevelByLevel(t *testing.T) {
	m := tree{parent: []int32{-1, 0, 1, 0, 3, -1, 5, -1}}
	m.arrange(shard{0, 7})
	m.arrange(shard{7, 8})
	rows := make([]int32, len(m.order))
	for k, o := range m.order {
		rows[k] = o.row
		if o.parent != m.parent[o.row] {
			t.Errorf("the parent of %d is %d", o.row, o.parent)
		}
	}
	if want := []int32{0, 5, 1, 3, 6, 2, 4, 7}; !slices.Equal(rows, want) {
		t.Errorf("rows in the order %v, want %v", rows, want)
	}
	many := tree{parent: make([]int32, 3*groupNodes)}
	for i := range many.parent {
		many.parent[i] = int32(i) - 1
		if i%(groupNodes/groupTrees) == 0 {
			many.parent[i] = -1
		}
	}
	many.arrange(shard{0, len(many.parent)})
	for k, o := range many.order {
		if int(o.row)/groupNodes != k/groupNodes {
			t.Fatalf("place %d has row %d of another group", k, o.row)
		}
	}
}
