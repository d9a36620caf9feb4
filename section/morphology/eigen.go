package morphology

import "math"

// symmetricEigen gives the eigenvalues of a symmetric matrix and, for each, its
// eigenvector of length 1.
//
// An eigenvector may as well point the other way, and here that decides which
// end of a soma is its 0 end. So this is the textbook's method step by step, a
// Householder reduction to tridiagonal form and implicit QR steps with
// Wilkinson's shift, whose signs are those of the library that NEURON uses.
//
// Source: Golub & Van Loan (2013), Matrix Computations, 4th ed., 5.1.3, 5.1.8
// and 8.3.
func symmetricEigen(a [3][3]float64) (values [3]float64, vectors [3][3]float64) {
	q := [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
	mirror(&a, &q, 0)
	mirror(&a, &q, 1)
	d := [3]float64{a[0][0], a[1][1], a[2][2]}
	e := [2]float64{a[0][1], a[1][2]}
	for lo := 0; lo < 3; {
		hi := 2
		for i := lo; i < 2; i++ {
			if e[i] == 0 {
				hi = i
				break
			}
		}
		if hi <= lo {
			lo = hi + 1
			continue
		}
		for split := false; !split; {
			qrStep(&d, &e, &q, lo, hi)
			for i := lo; i < hi; i++ {
				if !(math.Abs(e[i]) >= 0x1p-52*(math.Abs(d[i])+math.Abs(d[i+1]))) {
					e[i], split = 0, true
				}
			}
		}
	}
	for k := range 3 {
		vectors[k] = [3]float64{q[0][k], q[1][k], q[2][k]}
	}
	return d, vectors
}

// mirror brings column k of a below its subdiagonal to 0 by a Householder
// reflection from both sides, and gathers it in q.
func mirror(a, q *[3][3]float64, k int) {
	var u [3]float64
	norm := 0.0
	for i := k + 1; i < 3; i++ {
		u[i] = a[i][k]
		norm += u[i] * u[i]
	}
	norm = math.Sqrt(norm)
	if norm == 0 {
		return
	}
	beta := 1 / (norm * (norm + math.Abs(u[k+1])))
	if u[k+1] > 0 {
		u[k+1] += norm
	} else {
		u[k+1] -= norm
	}
	for j := range 3 { // from the left
		s := 0.0
		for i := range 3 {
			s += u[i] * a[i][j]
		}
		for i := range 3 {
			a[i][j] -= beta * s * u[i]
		}
	}
	for _, m := range []*[3][3]float64{a, q} { // from the right
		for i := range 3 {
			s := 0.0
			for j := range 3 {
				s += m[i][j] * u[j]
			}
			for j := range 3 {
				m[i][j] -= beta * s * u[j]
			}
		}
	}
}

// qrStep does one implicit QR step on rows lo to hi of the tridiagonal matrix
// with diagonal d and off-diagonal e.
func qrStep(d *[3]float64, e *[2]float64, q *[3][3]float64, lo, hi int) {
	half := (d[hi-1] - d[hi]) / 2
	sq := e[hi-1] * e[hi-1]
	root := math.Sqrt(half*half + sq)
	if half < 0 {
		root = -root
	}
	x, z := d[lo]-(d[hi]-sq/(half+root)), e[lo]
	for k := lo; k < hi; k++ {
		c, s := 1.0, 0.0
		if r := math.Sqrt(x*x + z*z); r != 0 {
			c, s = x/r, -z/r
		}
		c2, s2, cs := c*c, s*s, c*s
		if k > lo {
			e[k-1] = c*e[k-1] - s*z
		}
		a, b, off := d[k], d[k+1], e[k]
		d[k] = c2*a + s2*b - 2*cs*off
		e[k] = cs*(a-b) + (c2-s2)*off
		d[k+1] = s2*a + c2*b + 2*cs*off
		if k+1 < hi {
			x, z = e[k], -s*e[k+1]
			e[k+1] *= c
		}
		for i := range 3 {
			p, r := q[i][k], q[i][k+1]
			q[i][k], q[i][k+1] = c*p-s*r, s*p+c*r
		}
	}
}
