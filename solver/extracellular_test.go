package solver

import (
	"math"
	"math/rand"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestBlocksAgainstDenseSolve compares the elimination along a tree of blocks
// with gonum's solution of the same matrix, for random forests in which some
// nodes have layers. Couplings a and b differ by the ratio of two areas.
func TestBlocksAgainstDenseSolve(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for range 50 {
		n := 1 + r.Intn(40)
		m := tree{parent: make([]int32, n), a: make([]float64, n), b: make([]float64, n), d: make([]float64, n), rhs: make([]float64, n)}
		x := &layers{row: make([]int32, n)}
		area := make([]float64, n)
		dense := mat.NewDense(3*n, 3*n, nil) // rows 3i, 3i+1, 3i+2 of node i; unused ones are x = 0
		rhs := mat.NewVecDense(3*n, nil)
		add := func(i, j int, y float64) { dense.Set(i, j, dense.At(i, j)+y) }
		for i := range n {
			area[i] = 0.1 + r.Float64()
			m.parent[i] = int32(r.Intn(i+1)) - 1 // -1: a root
			m.rhs[i] = r.NormFloat64()
			rhs.SetVec(3*i, m.rhs[i])
			p := int(m.parent[i])
			couple := func(layer int) (a, b float64) {
				g := r.Float64()
				a, b = -g/area[max(p, 0)], -g/area[i]
				add(3*i+layer, 3*p+layer, b)
				add(3*p+layer, 3*i+layer, a)
				add(3*i+layer, 3*i+layer, -b)
				add(3*p+layer, 3*p+layer, -a)
				return a, b
			}
			g, electrode := 0.1+r.Float64(), r.Float64()
			m.d[i] = g + electrode
			add(3*i, 3*i, m.d[i])
			if p >= 0 {
				m.a[i], m.b[i] = couple(0)
			}
			if x.row[i] = noLayers; r.Intn(3) == 0 {
				add(3*i+1, 3*i+1, 1)
				add(3*i+2, 3*i+2, 1)
				continue
			}
			x.row[i] = int32(len(x.node))
			x.node = append(x.node, int32(i))
			q := root
			if p >= 0 {
				q = x.row[p]
			}
			x.parent = append(x.parent, q)
			between, ground := r.Float64(), r.Float64()
			add(3*i, 3*i+1, -g)
			add(3*i+1, 3*i, -g)
			add(3*i+1, 3*i+1, g+between)
			add(3*i+1, 3*i+2, -between)
			add(3*i+2, 3*i+1, -between)
			add(3*i+2, 3*i+2, between+ground)
			for k := range x.rhs {
				y := r.NormFloat64()
				rhs.SetVec(3*i+1+k, y)
				x.rhs[k] = append(x.rhs[k], y)
				a, b := 0.0, 0.0
				if q >= 0 {
					a, b = couple(1 + k)
				}
				x.a[k], x.b[k] = append(x.a[k], a), append(x.b[k], b)
			}
		}
		for i := range n {
			m.d[i] = dense.At(3*i, 3*i)
		}
		for _, i := range x.node {
			x.d01 = append(x.d01, dense.At(int(3*i), int(3*i+1)))
			x.d02 = append(x.d02, 0)
			x.d11 = append(x.d11, dense.At(int(3*i+1), int(3*i+1)))
			x.d12 = append(x.d12, dense.At(int(3*i+1), int(3*i+2)))
			x.d22 = append(x.d22, dense.At(int(3*i+2), int(3*i+2)))
		}
		var want mat.VecDense
		if err := want.SolveVec(dense, rhs); err != nil {
			t.Fatal(err)
		}
		x.order = [][]int32{fromRoots(m.parent)}
		x.solve(&m, 0)
		check := func(i int, got float64) {
			if y := want.AtVec(i); math.Abs(got-y) > 1e-11*(1+math.Abs(y)) { // the matrices' condition is below 1e4
				t.Fatalf("unknown %d of node %d of %d: %g, want %g", i%3, i/3, n, got, y)
			}
		}
		for i := range n {
			check(3*i, m.rhs[i])
			if q := x.row[i]; q != noLayers {
				check(3*i+1, x.rhs[0][q])
				check(3*i+2, x.rhs[1][q])
			}
		}
	}
}
