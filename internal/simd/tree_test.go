package simd

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestRunsHaveTheSameBits compares the loops over runs with plain Go, for runs of
// all short lengths at any place, and all of the columns, so that a write outside of
// the runs shows, too.
func TestRunsHaveTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for i := range paths[:len(paths)-1] {
		p := &paths[i]
		if !p.has {
			t.Logf("%s cannot be tested: this processor has no %s", p.name, p.needs)
			continue
		}
		for n := int32(1); n < 40; n++ {
			const rows = 400
			var columns [5][]float64
			for c := range columns {
				for range rows {
					columns[c] = append(columns[c], r.NormFloat64())
				}
			}
			for k := range columns[2] { // the diagonal
				columns[2][k] = 5 + math.Abs(columns[2][k])
			}
			var runs []Run
			for levels := range int32(5) {
				r := Run{Row: rows - (levels+1)*n - levels, Parent: levels * 3, N: n, Levels: levels + 1}
				if levels%2 == 1 {
					r.Row, r.Parent = levels, rows-n
				}
				runs = append(runs, r)
			}
			copyOf := func() (out [5][]float64) {
				for c := range columns {
					out[c] = append([]float64{}, columns[c]...)
				}
				return out
			}
			got, want := copyOf(), copyOf()
			p.eliminate(got[0], got[1], got[2], got[3], got[4], runs)
			eliminateGo(want[0], want[1], want[2], want[3], want[4], runs)
			p.substitute(got[1], got[2], got[3], runs)
			substituteGo(want[1], want[2], want[3], runs)
			for c := range want {
				for k := range want[c] {
					if !same(got[c][k], want[c][k]) {
						t.Fatalf("%s, n = %d: column %d at %d is %v, in plain Go %v", p.name, n, c, k, got[c][k], want[c][k])
					}
				}
			}
		}
	}
}

// TestWeavesHaveTheSameBits compares the loops over weaves with plain Go.
func TestWeavesHaveTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	for i := range paths[:len(paths)-1] {
		p := &paths[i]
		if !p.has {
			t.Logf("%s cannot be tested: this processor has no %s", p.name, p.needs)
			continue
		}
		for inside := 1; inside < 9; inside++ {
			var columns [5][]float64
			for c := range columns {
				for range (inside + 1) * Lanes {
					columns[c] = append(columns[c], r.NormFloat64())
				}
			}
			for k := range columns[2] { // the diagonal
				columns[2][k] = 5 + math.Abs(columns[2][k])
			}
			solve := func(p *path) [][]float64 {
				defer func(before *path) { current = before }(current)
				current = p
				w := Weave{Inside: inside, Fill: make([]float64, inside*Lanes)}
				for j := range w.V {
					w.V[j], w.X[j] = float64(j), float64(2*j)
				}
				var c [][]float64
				for _, x := range columns {
					c = append(c, append([]float64{}, x...))
				}
				w.Eliminate(c[0], c[1], c[2], c[3], c[4])
				w.Substitute(c[1], c[2], c[3])
				return append(c, w.Fill, w.A[:], w.B[:], w.V[:], w.X[:], w.D[:], w.Rhs[:])
			}
			got := solve(p)
			want := solve(&paths[len(paths)-1])
			for c := range want {
				for k := range want[c] {
					if !same(got[c][k], want[c][k]) {
						t.Fatalf("%s, %d inside: column %d at %d is %v, in plain Go %v", p.name, inside, c, k, got[c][k], want[c][k])
					}
				}
			}
		}
	}
}
