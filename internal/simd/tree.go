package simd

import (
	"math"
	"slices"
)

// Run is N rows of the matrix of a tree, from Row on, whose parents are as many
// rows from Parent on. The two do not overlap.
type Run struct{ Row, Parent, N int32 }

// Eliminate goes through the runs from the last to the first and takes each row i
// out of the equation of its parent p. Before, it adds to both equations the
// current that flows between them at potentials v:
//
//	d[i] = 1/(d[i] - b[i]),  rhs[i] -= b[i] (v[p] - v[i]),  f = a[i] d[i]
//	d[p] -= a[i] + f b[i],  rhs[p] += a[i] (v[p] - v[i]) - f rhs[i]
//
// Products are added without being rounded. All rows must lie within the columns.
func Eliminate(a, b, d, rhs, v []float64, runs []Run) { current.eliminate(a, b, d, rhs, v, runs) }

// Substitute goes through the runs from the first to the last, after Eliminate and when
// rhs holds the solution in the roots, and makes rhs the solution in each row i
// with parent p:
//
//	rhs[i] = (rhs[i] - b[i] rhs[p]) d[i]
func Substitute(b, d, rhs []float64, runs []Run) { current.substitute(b, d, rhs, runs) }

func eliminateGo(a, b, d, rhs, v []float64, runs []Run) {
	for _, r := range slices.Backward(runs) {
		n := int(r.N)
		at := func(x []float64) []float64 { return x[r.Row:][:n] }
		up := func(x []float64) []float64 { return x[r.Parent:][:n] }
		ai, bi, di, xi, vi, dp, xp, vp := at(a), at(b), at(d), at(rhs), at(v), up(d), up(rhs), up(v)
		for k := range ai {
			dv := vp[k] - vi[k]
			pivot := 1 / (di[k] - bi[k])
			x := math.FMA(-bi[k], dv, xi[k])
			f := ai[k] * pivot
			di[k], xi[k] = pivot, x
			dp[k] = math.FMA(-f, bi[k], dp[k]-ai[k])
			xp[k] = math.FMA(-f, x, math.FMA(ai[k], dv, xp[k]))
		}
	}
}

func substituteGo(b, d, rhs []float64, runs []Run) {
	for _, r := range runs {
		n := int(r.N)
		bi, di, xi, xp := b[r.Row:][:n], d[r.Row:][:n], rhs[r.Row:][:n], rhs[r.Parent:][:n]
		for k := range bi {
			xi[k] = math.FMA(-bi[k], xp[k], xi[k]) * di[k]
		}
	}
}
