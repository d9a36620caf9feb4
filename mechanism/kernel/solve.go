package kernel

import "math"

// linear is a system of linear equations with its elements in planes: numbers
// of all instances of a block, outside of the registers. The planes hold the
// elements of the matrix in the order of at, then the right-hand side, which
// the solution replaces.
type linear struct {
	at    [][2]int // row and column of each element
	plane int32    // the first one
	n     int      // number of equations
}

// SolveLinear solves A·x = rhs in every instance, by Gaussian elimination with
// partial pivoting. Element k of a is that of row at[k][0] and column at[k][1];
// elements that at does not list are zero, and no element is listed twice. The
// solution of a singular system is NaN.
//
// It runs instance by instance and costs the third power of the number of
// equations.
func (b *Builder) SolveLinear(at [][2]int, a, rhs []Value) []Value {
	s := linear{at: at, plane: b.numPlanes, n: len(rhs)}
	b.numPlanes += int32(len(at) + len(rhs))
	for k, x := range a {
		b.put(s.plane+int32(k), x)
	}
	first := s.plane + int32(len(at))
	for k, x := range rhs {
		b.put(first+int32(k), x)
	}
	b.code = append(b.code, instr{op: opSolve, n: int32(len(b.systems)), dst: noValue, dst2: noValue, a: none})
	b.systems = append(b.systems, s)
	out := make([]Value, len(rhs))
	for k := range out {
		out[k] = b.newVector()
		b.code = append(b.code, instr{op: opTake, n: first + int32(k), dst: out[k], dst2: noValue, a: none})
	}
	return out
}

// put copies a value to a plane.
func (b *Builder) put(plane int32, x Value) {
	b.code = append(b.code, instr{op: opPut, n: plane, dst: noValue, dst2: noValue, a: values(x)})
}

// solve solves a system for n instances; planes are Block numbers each.
func (s *linear) solve(planes []float64, n int, matrix, x []float64) {
	first := int(s.plane) + len(s.at)
	for i := range n {
		clear(matrix)
		for k, e := range s.at {
			matrix[e[0]*s.n+e[1]] = planes[(int(s.plane)+k)*Block+i]
		}
		for k := range s.n {
			x[k] = planes[(first+k)*Block+i]
		}
		gauss(matrix, x)
		for k := range s.n {
			planes[(first+k)*Block+i] = x[k]
		}
	}
}

// gauss solves a·x = x for a square matrix by rows, which it overwrites.
func gauss(a, x []float64) {
	n := len(x)
	row := func(i int) []float64 { return a[i*n : (i+1)*n] }
	for k := range n {
		best := k
		for i := k + 1; i < n; i++ {
			if math.Abs(a[i*n+k]) > math.Abs(a[best*n+k]) {
				best = i
			}
		}
		if a[best*n+k] == 0 {
			for i := range x {
				x[i] = math.NaN()
			}
			return
		}
		if best != k {
			p, q := row(best), row(k)
			for j := range p {
				p[j], q[j] = q[j], p[j]
			}
			x[k], x[best] = x[best], x[k]
		}
		pivot := row(k)
		for i := k + 1; i < n; i++ {
			r := row(i)
			f := r[k] / pivot[k]
			if f == 0 {
				continue
			}
			for j := k + 1; j < n; j++ {
				r[j] -= float64(f * pivot[j])
			}
			x[i] -= float64(f * x[k])
		}
	}
	for i := n - 1; i >= 0; i-- {
		r := row(i)
		for j := i + 1; j < n; j++ {
			x[i] -= float64(r[j] * x[j])
		}
		x[i] /= r[i]
	}
}
