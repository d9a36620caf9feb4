package analysis

import (
	"cmp"
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/mat"
)

// FixedPoint is a place at which both slopes are 0. The eigenvalues of the Jacobian
// there, the equations made linear, tell what happens around it. (Strogatz 1994,
// Nonlinear Dynamics and Chaos, ch. 5 and 6.)
type FixedPoint struct {
	X, Y        float64
	Eigenvalues [2]complex128 // 1/time; the larger real part first
	Stable      bool          // both real parts are below 0
	// Type is "stable node", "unstable node", "stable focus", "unstable focus" or
	// "saddle"; or "center", where the real parts are 0 to rounding, or "degenerate",
	// where an eigenvalue is: then the linear equations do not tell.
	Type string

	directions [2][2]float64 // the eigenvectors, where they are real
}

// FixedPoints finds the places in the window where both slopes are 0: by Newton's method
// from the middle of each cell in which both slopes change sign, and from a coarse grid
// over the whole window. They are sorted by x, then y.
func (p *Plane) FixedPoints() ([]FixedPoint, error) {
	found := []FixedPoint{}
	try := func(x, y float64) error {
		x, y, ok, err := p.newton(x, y)
		if !ok || err != nil {
			return err
		}
		known := slices.ContainsFunc(found, func(q FixedPoint) bool {
			return p.size(q.X-x, q.Y-y) < 1e-6
		})
		if known {
			return nil
		}
		point, err := p.fixedPoint(x, y)
		found = append(found, point)
		return err
	}
	changes := func(f [][]float64, i, j int) bool {
		low := min(f[j][i], f[j][i+1], f[j+1][i], f[j+1][i+1])
		high := max(f[j][i], f[j][i+1], f[j+1][i], f[j+1][i+1])
		return low <= 0 && high >= 0
	}
	coarse := max(1, p.Cells/12)
	for j := range p.Cells {
		for i := range p.Cells {
			if changes(p.dx, i, j) && changes(p.dy, i, j) || i%coarse == coarse/2 && j%coarse == coarse/2 {
				if err := try((p.xs[i]+p.xs[i+1])/2, (p.ys[j]+p.ys[j+1])/2); err != nil {
					return nil, err
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b FixedPoint) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	p.points = found
	return found, nil
}

// atRest tells whether a state that moves forward, or backward in time, has come to a
// fixed point that holds it.
func (p *Plane) atRest(f *flow) bool {
	if p.size(f.dx, f.dy)*f.h < 1e-12 {
		return true
	}
	const close = 1e-4
	return slices.ContainsFunc(p.points, func(q FixedPoint) bool {
		holds := real(q.Eigenvalues[0]) < 0
		if f.forward < 0 {
			holds = real(q.Eigenvalues[1]) > 0
		}
		return holds && p.size(f.x-q.X, f.y-q.Y) < close
	})
}

// newton looks for a fixed point from a place. A step that makes the slopes larger is
// halved (slopes count in windows per time); ok is false where that, or the window, ends
// the search.
func (p *Plane) newton(x, y float64) (fx, fy float64, ok bool, err error) {
	const steps, exact, near = 50, 1e-12, 1e-6
	dx, dy, err := p.Field(x, y)
	if err != nil || !finite(dx) || !finite(dy) {
		return 0, 0, false, err
	}
	last := math.Inf(1)
	for range steps {
		jacobian, known, err := p.jacobian(x, y)
		if err != nil || !known {
			return 0, 0, false, err
		}
		var step mat.VecDense
		if step.SolveVec(jacobian, mat.NewVecDense(2, []float64{-dx, -dy})) != nil {
			return x, y, dx == 0 && dy == 0, nil // a singular Jacobian leads nowhere
		}
		sx, sy := step.AtVec(0), step.AtVec(1)
		if last = p.size(sx, sy); last < exact {
			return x, y, p.inside(x, y), nil
		}
		better := false
		for part := 1.0; part > 1e-4; part /= 2 {
			nx, ny := x+part*sx, y+part*sy
			ndx, ndy, err := p.Field(nx, ny)
			if err != nil {
				return 0, 0, false, err
			}
			if p.size(ndx, ndy) < p.size(dx, dy) || last < near && finite(ndx) && finite(ndy) {
				x, y, dx, dy, better = nx, ny, ndx, ndy, true
				break
			}
		}
		if !better || p.size(x-p.X[0], y-p.Y[0]) > 10 {
			return 0, 0, false, nil
		}
	}
	return x, y, last < near && p.inside(x, y), nil // where two fixed points merge, steps only halve
}

// jacobian gives the derivatives of the slopes, by central differences over a step that
// balances what they leave out against rounding; known is false where they are not finite.
func (p *Plane) jacobian(x, y float64) (j *mat.Dense, known bool, err error) {
	var failed error
	scale := [2]float64{p.X[1] - p.X[0], p.Y[1] - p.Y[0]} // the step is in parts of the window
	j = mat.NewDense(2, 2, nil)
	fd.Jacobian(j, func(slopes, at []float64) {
		dx, dy, err := p.Field(x+at[0]*scale[0], y+at[1]*scale[1])
		if err != nil {
			failed = err
		}
		slopes[0], slopes[1] = dx, dy
	}, []float64{0, 0}, &fd.JacobianSettings{Formula: fd.Central, Step: 6e-6}) // the cube root of the rounding
	if failed != nil {
		return nil, false, failed
	}
	for i := range 2 {
		for k := range 2 {
			if !finite(j.At(i, k)) {
				return nil, false, nil
			}
			j.Set(i, k, j.At(i, k)/scale[k])
		}
	}
	return j, true, nil
}

// fixedPoint tells what a fixed point is like.
func (p *Plane) fixedPoint(x, y float64) (FixedPoint, error) {
	jacobian, known, err := p.jacobian(x, y)
	if err != nil {
		return FixedPoint{}, err
	}
	var eigen mat.Eigen
	if !known || !eigen.Factorize(jacobian, mat.EigenRight) {
		return FixedPoint{}, fault.New(fault.Model, "no eigenvalues were found at x = %g, y = %g", x, y)
	}
	values := eigen.Values(nil)
	var vectors mat.CDense
	eigen.VectorsTo(&vectors)
	first, second := 0, 1
	if cmp.Or(cmp.Compare(real(values[0]), real(values[1])), cmp.Compare(imag(values[0]), imag(values[1]))) < 0 {
		first, second = 1, 0
	}
	point := FixedPoint{X: x, Y: y, Eigenvalues: [2]complex128{values[first], values[second]}}
	for i, k := range []int{first, second} {
		point.directions[i] = [2]float64{real(vectors.At(0, k)), real(vectors.At(1, k))}
	}
	a, b := values[first], values[second]
	zero := 1e-8 * mat.Norm(jacobian, 2) // the error of the differences
	switch {
	case imag(a) != 0 && math.Abs(real(a)) <= zero:
		point.Type = "center"
	case math.Abs(real(a)) <= zero || math.Abs(real(b)) <= zero:
		point.Type = "degenerate"
	case real(a) > 0 && real(b) < 0:
		point.Type = "saddle"
	default:
		point.Stable = real(a) < 0
		point.Type = map[bool]string{true: "stable ", false: "unstable "}[point.Stable] + map[bool]string{true: "focus", false: "node"}[imag(a) != 0]
	}
	return point, nil
}
