package simd

import "math"

// Lanes is the number of pieces of a Weave: two of the widest vectors, so that
// one goes on while the other waits for a division.
const Lanes = 16

// Weave is an unbranched stretch of a tree, cut into Lanes pieces of equal length
// that lie side by side: node k of piece j, counted from the root, is row
// k·Lanes + j of the columns. The last node of a piece is its joint; the others are
// its inside. The parent of the first node is the joint of the piece before.
//
// The insides of all pieces are eliminated side by side. What is left of the
// stretch are its joints, with couplings of their own:
//
//	d[i] x[i] + B x[p] + ... = rhs[i]   for joint i and the one before, p
//	d[p] x[p] + A x[i] + ... = rhs[p]
//
// where A and B hold the currents between them, too. It is the method of
// partition (Wang 1981, ACM Transactions on Mathematical Software 7:170-183).
type Weave struct {
	Inside int       // nodes of a piece without its joint
	Fill   []float64 // couplings of inner nodes with the joint of their piece

	A, B [Lanes]float64
	V    [Lanes]float64 // of the parents of the first nodes
	X    [Lanes]float64 // solution there
	D    [Lanes]float64 // what is to be added to the diagonal there
	Rhs  [Lanes]float64 // and to the right-hand side
}

// Eliminate takes the inside of each piece out of the equations of its joint and of the
// joint before, for potentials v of the rows and V. It sets A, B, D and Rhs.
// The columns begin with the first row of the weave.
func (w *Weave) Eliminate(a, b, d, rhs, v []float64) {
	n := (w.Inside + 1) * Lanes
	current.eliminateWeave(a[:n], b[:n], d[:n], rhs[:n], v[:n], w)
}

// Substitute makes rhs the solution inside of the pieces, when it is the solution in the joints
// and X in the parents of the first nodes.
func (w *Weave) Substitute(b, d, rhs []float64) {
	n := (w.Inside + 1) * Lanes
	current.substituteWeave(b[:n], d[:n], rhs[:n], w)
}

func eliminateWeaveGo(a, b, d, rhs, v []float64, w *Weave) {
	joint := w.Inside * Lanes
	for j := range Lanes {
		s, i := joint+j, joint+j-Lanes
		fill, back := a[s], b[s] // coupling of node i with the joint, and of the joint with it
		dv := v[i] - v[s]
		di, x := d[i]-fill, math.FMA(fill, dv, rhs[i])
		dJoint, xJoint := d[s]-back, math.FMA(-back, dv, rhs[s])
		for ; i >= 0; i -= Lanes {
			up, dUp, xUp := w.V[j], 0.0, 0.0
			if p := i - Lanes; p >= 0 {
				up, dUp, xUp = v[p], d[p], rhs[p]
			}
			dv := up - v[i]
			x = math.FMA(-b[i], dv, x)
			pivot := 1 / (di - b[i])
			d[i], rhs[i], w.Fill[i] = pivot, x, fill
			f, g := a[i]*pivot, back*pivot
			dJoint, xJoint = math.FMA(-g, fill, dJoint), math.FMA(-g, x, xJoint)
			fill, back = math.FMA(-f, fill, 0), math.FMA(-g, b[i], 0)
			di = math.FMA(-f, b[i], dUp-a[i])
			x = math.FMA(-f, x, math.FMA(a[i], dv, xUp))
		}
		d[s], rhs[s] = dJoint, xJoint
		w.A[j], w.B[j], w.D[j], w.Rhs[j] = fill, back, di, x
	}
}

func substituteWeaveGo(b, d, rhs []float64, w *Weave) {
	joint := w.Inside * Lanes
	for j := range Lanes {
		x, end := w.X[j], rhs[joint+j]
		for i := j; i < joint; i += Lanes {
			x = math.FMA(-b[i], x, math.FMA(-w.Fill[i], end, rhs[i])) * d[i]
			rhs[i] = x
		}
	}
}
