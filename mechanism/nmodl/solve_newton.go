package nmodl

import "github.com/gneuron/gneuron/mechanism/kernel"

// Newton's iteration ends, as NEURON's, when no unknown changed by more than
// newtonChange of itself and no equation is off by more than newtonResidual.
const (
	newtonChange   = 1e-6
	newtonResidual = 1e-8
	newtonSteps    = 50
)

// residual gives what the equations are off at x.
type residual func(x []num) []num

// linearSolver solves j·d = r.
type linearSolver func(j [][]part, r []kernel.Value) []kernel.Value

// newton solves g(x) = 0 by Newton's iteration from x0 on, over all instances
// of a block until the last is through, and gives where it did not converge.
func (p *pass) newton(x0 []kernel.Value, g residual, solve linearSolver) (x []kernel.Value, failed kernel.Value) {
	zero, one := p.Const(0), p.Const(1)
	abs := func(v kernel.Value) kernel.Value { v, _ = p.Call("fabs", v); return v }
	largest := func(a, b kernel.Value) kernel.Value { v, _ := p.Call("fmax", a, b); return v }
	vars := make([]kernel.Var, len(x0))
	for i := range vars {
		vars[i] = p.NewVar(x0[i])
	}
	going, change, count := p.NewVar(one), p.NewVar(one), p.NewVar(zero)
	p.region(func() {
		p.While(func() kernel.Value { return p.Get(going) }, func(active kernel.Value) {
			x := make([]kernel.Value, len(vars))
			for i := range vars {
				x[i] = p.Get(vars[i])
			}
			r := g(p.unknowns(x))
			off := zero
			for i := range r {
				off = largest(off, abs(r[i].v))
			}
			n := p.Add(p.Get(count), active)
			done := p.And(p.LessEq(p.Get(change), p.Const(newtonChange)), p.LessEq(off, p.Const(newtonResidual)))
			moving := p.And(active, p.Not(done))
			moved := zero
			for i, d := range solve(p.jacobian(r, x, g), values(r)) {
				relative := p.Select(p.Less(p.Const(1e-8), abs(x[i])), abs(p.Div(d, x[i])), zero)
				moved = largest(moved, relative)
				p.Set(vars[i], p.Select(moving, p.Sub(x[i], d), x[i]))
			}
			p.Set(change, moved)
			p.Set(count, n)
			p.Set(going, p.And(moving, p.Less(n, p.Const(newtonSteps))))
		}, nil)
	})
	x = make([]kernel.Value, len(vars))
	for i := range x {
		x[i] = p.Get(vars[i])
	}
	return x, p.LessEq(p.Const(newtonSteps), p.Get(count))
}

// unknowns makes values the unknowns of the pass.
func (p *pass) unknowns(x []kernel.Value) []num {
	out := make([]num, len(x))
	for i := range x {
		out[i] = p.unknown(x[i], i, len(x))
	}
	return out
}

func plain(x []kernel.Value) []num {
	out := make([]num, len(x))
	for i := range x {
		out[i] = num{v: x[i]}
	}
	return out
}

func values(f []num) []kernel.Value {
	out := make([]kernel.Value, len(f))
	for i := range f {
		out[i] = f[i].v
	}
	return out
}

// jacobian gives ∂g/∂x at x, where g is r, by difference quotients where a
// derivative is not known (a TABLE of a state, a while).
func (p *pass) jacobian(r []num, x []kernel.Value, g residual) [][]part {
	j := make([][]part, len(r))
	lost := false
	for i := range j {
		j[i] = make([]part, len(x))
		lost = lost || r[i].lost
		for k := range x {
			j[i][k] = r[i].partial(k)
		}
	}
	if !lost {
		return j
	}
	small := p.Const(1e-6)
	for k := range x {
		abs, _ := p.Call("fabs", x[k])
		h, _ := p.Call("fmax", small, p.Mul(small, abs))
		side := func(h kernel.Value) []num {
			moved := append([]kernel.Value{}, x...)
			moved[k] = p.Add(x[k], h)
			return g(plain(moved))
		}
		up, down := side(h), side(p.Neg(h))
		for i := range r {
			if r[i].lost {
				j[i][k] = part{v: p.Div(p.Sub(up[i].v, down[i].v), p.Mul(p.Const(2), h))}
			}
		}
	}
	return j
}

// dominant solves linear equations whose diagonal elements can be the pivots.
func (p *pass) dominant(j [][]part, r []kernel.Value) []kernel.Value {
	elements, a := p.elements(j)
	return p.eliminate(elements, a, r)
}

// pivoting solves linear equations that may need other pivots.
func (p *pass) pivoting(j [][]part, r []kernel.Value) []kernel.Value {
	elements, a := p.elements(j)
	list := make([]kernel.Value, len(elements))
	for i, e := range elements {
		list[i] = a[e]
	}
	return p.SolveLinear(elements, list, r)
}

// elements lists what is not zero in a matrix.
func (p *pass) elements(j [][]part) (at [][2]int, a map[[2]int]kernel.Value) {
	a = map[[2]int]kernel.Value{}
	for i := range j {
		for k, x := range j[i] {
			if !x.zero {
				at = append(at, [2]int{i, k})
				a[[2]int{i, k}] = x.v
			}
		}
	}
	return at, a
}
