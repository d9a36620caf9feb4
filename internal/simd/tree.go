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

// Level gives the first row of level k of the run, and the first of its parents.
func (r *Run) Level(k int32) (row, parent int32) {
	if k == 0 {
		return r.Row, r.Parent
	}
	return r.Row + k*r.N, r.Row + (k-1)*r.N
}

// Child eliminates one row from that of its parent, as Eliminate, and gives what
// becomes of d and rhs of both.
func Child(a, b, d, rhs, v, dp, rhsp, vp float64) (pivot, x, dpNew, rhspNew float64) {
	dv := vp - v
	pivot = 1 / (d - b)
	x = math.FMA(-b, dv, rhs)
	f := a * pivot
	return pivot, x, math.FMA(-f, b, dp-a), math.FMA(-f, x, math.FMA(a, dv, rhsp))
}

func eliminateGo(a, b, d, rhs, v []float64, runs []Run) {
	for _, r := range slices.Backward(runs) {
		for level := r.Levels - 1; level >= 0; level-- {
			row, parent := r.Level(level)
			at := func(x []float64) []float64 { return x[row:][:r.N] }
			up := func(x []float64) []float64 { return x[parent:][:r.N] }
			ai, bi, di, xi, vi, dp, xp, vp := at(a), at(b), at(d), at(rhs), at(v), up(d), up(rhs), up(v)
			for k := range ai {
				di[k], xi[k], dp[k], xp[k] = Child(ai[k], bi[k], di[k], xi[k], vi[k], dp[k], xp[k], vp[k])
			}
		}
	}
}

func substituteGo(b, d, rhs []float64, runs []Run) {
	for _, r := range runs {
		for level := range r.Levels {
			row, parent := r.Level(level)
			bi, di, xi, xp := b[row:][:r.N], d[row:][:r.N], rhs[row:][:r.N], rhs[parent:][:r.N]
			for k := range bi {
				xi[k] = math.FMA(-bi[k], xp[k], xi[k]) * di[k]
			}
		}
	}
}
