package ode

// Method is an explicit Runge-Kutta method. A step of length h goes from x to
//
//	x + Σ_j (h·b_j)·k_j,   k_i = f(x + Σ_j (h·a_ij)·k_j, t + c_i·h)
//
// where sums are made from left to right and zero coefficients are left out.
type Method struct {
	Name string
	a    [][]float64 // of each stage, for the stages before it
	b    []float64
	c    []float64
	// Of a pair of methods: the weights of the error estimate, and those of the term of
	// highest order of the interpolation within a step.
	e, d []float64
}

// Adaptive tells a method that chooses its steps itself.
func (m *Method) Adaptive() bool { return m.e != nil }

// Euler is the method of first order, x + h·f(x).
var Euler = &Method{Name: "euler", a: [][]float64{{}}, b: []float64{1}, c: []float64{0}}

// RK4 is the classical Runge-Kutta method of fourth order.
//
// Source: W. Kutta (1901), Z. Math. Phys. 46:435-453.
var RK4 = &Method{Name: "rk4",
	a: [][]float64{{}, {1. / 2}, {0, 1. / 2}, {0, 0, 1}},
	b: []float64{1. / 6, 1. / 3, 1. / 3, 1. / 6},
	c: []float64{0, 1. / 2, 1. / 2, 1}}

// RK6 is the six-stage method that the point neuron library neun calls RK6.
var RK6 = &Method{Name: "rk6",
	a: [][]float64{{}, {1. / 5}, {3. / 40, 9. / 40}, {3. / 10, -9. / 10, 6. / 5}, {3. / 40, 27. / 40, -3. / 5, 3. / 4},
		{107. / 162, 5. / 2, -140. / 27, 35. / 9, -70. / 81}},
	b: []float64{8. / 81, 0, 25. / 63, 25. / 108, 25. / 81, -1. / 28},
	c: []float64{0, 1. / 5, 3. / 10, 3. / 5, 9. / 10, 1}}

// DormandPrince is the pair of fifth and fourth order that chooses its steps by the error
// it estimates, and interpolates between them to fourth order.
//
// Source: J. R. Dormand and P. J. Prince (1980), J. Comput. Appl. Math. 6:19-26; the
// interpolation is that of E. Hairer, S. P. Nørsett and G. Wanner (1993), Solving Ordinary
// Differential Equations I, section II.6.
var DormandPrince = &Method{Name: "dopri5",
	a: [][]float64{{}, {1. / 5}, {3. / 40, 9. / 40}, {44. / 45, -56. / 15, 32. / 9},
		{19372. / 6561, -25360. / 2187, 64448. / 6561, -212. / 729},
		{9017. / 3168, -355. / 33, 46732. / 5247, 49. / 176, -5103. / 18656},
		{35. / 384, 0, 500. / 1113, 125. / 192, -2187. / 6784, 11. / 84}},
	b: []float64{35. / 384, 0, 500. / 1113, 125. / 192, -2187. / 6784, 11. / 84, 0},
	c: []float64{0, 1. / 5, 3. / 10, 4. / 5, 8. / 9, 1, 1},
	e: []float64{71. / 57600, 0, -71. / 16695, 71. / 1920, -17253. / 339200, 22. / 525, -1. / 40},
	d: []float64{-12715105075. / 11282082432, 0, 87487479700. / 32700410799, -10690763975. / 1880347072,
		701980252875. / 199316789632, -1453857185. / 822651844, 69997945. / 29380423}}

// Methods are the methods by name.
var Methods = map[string]*Method{Euler.Name: Euler, RK4.Name: RK4, RK6.Name: RK6, DormandPrince.Name: DormandPrince}

// numbers is the arithmetic that a step needs, on numbers or on values of a program.
type numbers[V any] interface {
	Add(x, y V) V
	Mul(x, y V) V
	Const(float64) V
}

// stages gives the slopes k of a step from x over h.
func stages[V any](m *Method, n numbers[V], x []V, h V, f func(x []V, after V) []V) [][]V {
	k := make([][]V, len(m.a))
	for i := range m.a {
		k[i] = f(along(n, x, h, m.a[i], k), n.Mul(h, n.Const(m.c[i])))
	}
	return k
}

// Trial makes one step of length h from x, of equations dx/dt = f(x) that do not depend on
// time. It gives where the step ends, by how much that is wrong by the estimate of a pair of
// methods, and the slopes of all stages; of DormandPrince the last are those at the end.
func (m *Method) Trial(x []float64, h float64, f func(x []float64) []float64) (end, wrong []float64, k [][]float64) {
	k = stages(m, real{}, x, h, func(x []float64, _ float64) []float64 { return f(x) })
	return along(real{}, x, h, m.b, k), sum(real{}, h, m.e, k), k
}

// along gives x + Σ (h·w_j)·k_j.
func along[V any](n numbers[V], x []V, h V, w []float64, k [][]V) []V {
	y := append([]V(nil), x...)
	for j, w := range w {
		if w == 0 {
			continue
		}
		step := n.Mul(h, n.Const(w))
		for i := range y {
			y[i] = n.Add(y[i], n.Mul(step, k[j][i]))
		}
	}
	return y
}

// sum gives Σ (h·w_j)·k_j for each unknown.
func sum[V any](n numbers[V], h V, w []float64, k [][]V) []V {
	zero := make([]V, len(k[0]))
	for i := range zero {
		zero[i] = n.Const(0)
	}
	return along(n, zero, h, w, k)
}

// real is the arithmetic of numbers.
type real struct{}

func (real) Add(x, y float64) float64 { return x + y }
func (real) Mul(x, y float64) float64 { return float64(x * y) }
func (real) Const(x float64) float64  { return x }
