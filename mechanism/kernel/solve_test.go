package kernel

import (
	"math"
	"math/rand"
	"testing"
)

// TestSolveLinear solves random sparse systems, some of which need pivoting, in
// every instance and inside a loop.
func TestSolveLinear(t *testing.T) {
	const rows = 300
	for _, n := range []int{1, 2, 5, 17} {
		r := rand.New(rand.NewSource(int64(n)))
		var at [][2]int
		for i := range n {
			at = append(at, [2]int{i, (i + 1) % n}) // no element on the diagonal for n > 1
			if j := r.Intn(n); j != (i+1)%n && j != i {
				at = append(at, [2]int{i, j})
			}
		}
		columns := make([][]float64, len(at)+2*n)
		for c := range columns {
			columns[c] = sequence(rows, func(int) float64 { return r.NormFloat64() })
		}
		b := NewBuilder(0, 0)
		var a, rhs []Value
		for k := range at {
			a = append(a, b.Column(k))
		}
		for k := range n {
			rhs = append(rhs, b.Column(len(at)+k))
		}
		for k, x := range b.SolveLinear(at, a, rhs) {
			b.Store(len(at)+n+k, x)
		}
		run(b.Build(), columns, nil, nil)
		for i := range rows {
			for row := range n {
				left, scale := 0.0, 0.0
				for k, e := range at {
					if e[0] == row {
						left += columns[k][i] * columns[len(at)+n+e[1]][i]
						scale += math.Abs(columns[k][i] * columns[len(at)+n+e[1]][i])
					}
				}
				if want := columns[len(at)+row][i]; !(math.Abs(left-want) <= 1e-9*(scale+1)) {
					t.Fatalf("%d equations, instance %d, row %d: %g, want %g", n, i, row, left, want)
				}
			}
		}
	}
}

func TestSolveLinearOfSingularSystem(t *testing.T) {
	b := NewBuilder(0, 0)
	x := b.SolveLinear([][2]int{{0, 0}, {1, 0}, {1, 1}}, []Value{b.Column(0), b.Const(1), b.Const(2)}, []Value{b.Const(3), b.Const(4)})
	b.Store(1, x[1])
	columns := [][]float64{{1, 0, 3}, make([]float64, 3)}
	run(b.Build(), columns, nil, nil)
	if y := columns[1]; y[0] != 0.5 || !math.IsNaN(y[1]) || y[2] != 1.5 {
		t.Errorf("%g", y)
	}
}

func TestLookup(t *testing.T) {
	one := &Lookup{X: []float64{-1, 0, 4}, Values: []float64{5, 7, 3}}
	two := &Lookup{X: []float64{0, 1}, Y: []float64{0, 10, 20}, Values: []float64{0, 1, 2, 10, 11, 22}}
	for _, c := range []struct{ x, want float64 }{{-9, 5}, {-1, 5}, {-0.5, 6}, {0, 7}, {1, 6}, {4, 3}, {5, 3}} {
		if got := one.At(c.x, 0); got != c.want {
			t.Errorf("f(%g) = %g, want %g", c.x, got, c.want)
		}
	}
	for _, c := range []struct{ x, y, want float64 }{{-1, -1, 0}, {0, 5, 0.5}, {0.5, 5, 5.5}, {2, 99, 22}, {1, 15, 16.5}, {0.25, 20, 7}} {
		if got := two.At(c.x, c.y); got != c.want {
			t.Errorf("f(%g, %g) = %g, want %g", c.x, c.y, got, c.want)
		}
	}
	b := NewBuilder(0, 0)
	b.Store(1, b.Lookup(0, b.Column(0), noValue))
	b.Store(2, b.Lookup(1, b.Column(0), b.Const(5)))
	b.Store(3, b.Lookup(2, b.Column(0), noValue))
	columns := [][]float64{{-0.5, 1}, make([]float64, 2), make([]float64, 2), make([]float64, 2)}
	b.Build().Bind(Binding{Rows: 2, Columns: columns, Lookups: []*Lookup{one, two, {}}}).Run(&[NumEnv]float64{})
	if columns[1][0] != 6 || columns[1][1] != 6 || columns[2][0] != 0.5 || columns[2][1] != 10.5 || !math.IsNaN(columns[3][1]) {
		t.Errorf("%g", columns[1:])
	}
}
