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
		rhs, v, bare := mat.NewVecDense(n, nil), make([]float64, n), make([]bool, n)
		for i := range n {
			m.parent[i] = int32(r.Intn(i+1)) - 1 // -1: a root
			bare[i] = m.parent[i] >= 0 && i%3 == 0
		}
		for i, p := range m.parent { // some roots, too, where the tree has more than ends
			if p >= 0 && m.parent[p] < 0 && !bare[i] && i%2 == 0 {
				bare[p] = true
			}
		}
		for i := range n {
			m.d[i] = 0.1 + r.Float64()
			if m.rhs[i] = r.NormFloat64(); bare[i] {
				m.d[i], m.rhs[i] = 0, 0
			}
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
		way := m.arrange(shard{0, n}, bare)
		m.solve(v, &way)
		for i := range n {
			if math.Abs(m.rhs[i]-x.AtVec(i)) > 1e-12*(1+math.Abs(x.AtVec(i))) {
				t.Fatalf("node %d of %d: %g, want %g", i, n, m.rhs[i], x.AtVec(i))
			}
		}
	}
}

// TestTreeGoesLevelByLevel: the branches of a group of trees side by side, each
// large group by itself, without bare leaves and bare roots of one child.
func TestTreeGoesLevelByLevel(t *testing.T) {
	m := tree{parent: []int32{-1, 0, 1, 0, 3, -1, 5, 6}}
	way := m.arrange(shard{0, 8}, []bool{true, false, true, true, false, true, false, true})
	if want := []link{{0, -1}, {1, 0}, {3, 0}, {6, -1}, {4, 3}}; !slices.Equal(way.order, want) {
		t.Errorf("order %v, want %v", way.order, want)
	}
	if want := []link{{2, 1}, {7, 6}, {5, 6}}; !slices.Equal(way.bare, want) {
		t.Errorf("bare %v, want %v", way.bare, want)
	}
	many := tree{parent: make([]int32, 3*groupNodes)}
	for i := range many.parent {
		many.parent[i] = int32(i) - 1
		if i%(groupNodes/groupTrees) == 0 {
			many.parent[i] = -1
		}
	}
	all := shard{0, len(many.parent)}
	for k, o := range many.arrange(all, make([]bool, all.hi)).order {
		if int(o.row)/groupNodes != k/groupNodes {
			t.Fatalf("place %d has row %d of another group", k, o.row)
		}
	}
}
