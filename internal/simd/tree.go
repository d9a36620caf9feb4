package simd

import (
	"math"
	"slices"
)

// Run is Levels·N rows of the matrix of a tree, level by level from Row on. The
// parents of the first level are the N rows from Parent on, which are no part of the
// run, and those of each other the level before.
type Run struct{ Row, Parent, N, Levels int32 }

// Eliminate goes through the runs, each from its last level to its first, from
// the last to the first and takes each row i out of the equation of its parent p.
// Before, it adds to both equations the current that flows between them at
// potentials v:
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

// level gives the first row of level k of the run, and the first of its parents.
func (r *Run) level(k int32) (row, parent int) {
	if k == 0 {
		return int(r.Row), int(r.Parent)
	}
	return int(r.Row + k*r.N), int(r.Row + (k-1)*r.N)
}

func eliminateGo(a, b, d, rhs, v []float64, runs []Run) {
	for _, r := range slices.Backward(runs) {
		for level := r.Levels - 1; level >= 0; level-- {
			row, parent := r.level(level)
			at := func(x []float64) []float64 { return x[row:][:r.N] }
			up := func(x []float64) []float64 { return x[parent:][:r.N] }
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
}

func substituteGo(b, d, rhs []float64, runs []Run) {
	for _, r := range runs {
		for level := range r.Levels {
			row, parent := r.level(level)
			bi, di, xi, xp := b[row:][:r.N], d[row:][:r.N], rhs[row:][:r.N], rhs[parent:][:r.N]
			for k := range bi {
				xi[k] = math.FMA(-bi[k], xp[k], xi[k]) * di[k]
			}
		}
	}
}
