package analysis

import (
	"errors"
	"math"
	"testing"
)

// plane looks at a model in a window of 100 by 100 cells.
func plane(t *testing.T, f func(x, y float64) (float64, float64), x, y [2]float64) *Plane {
	t.Helper()
	p, err := NewPlane(func(x, y float64) (float64, float64, error) {
		dx, dy := f(x, y)
		return dx, dy, nil
	}, x, y, 100)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// fitzHughNagumo is dv/dt = v - v³/3 - w, tau dw/dt = v + a - b w.
func fitzHughNagumo(a, b, tau float64) func(v, w float64) (float64, float64) {
	return func(v, w float64) (float64, float64) { return v - v*v*v/3 - w, (v + a - b*w) / tau }
}

var fhnWindow = [2][2]float64{{-2.5, 2.5}, {-1.4, 2.6}}

func TestFitzHughNagumo(t *testing.T) {
	const b, tau = 0.5, 10.0
	for _, regime := range []struct {
		a      float64
		kind   string
		stable bool
	}{{0.5, "unstable focus", false}, {0.66, "stable focus", true}} {
		p := plane(t, fitzHughNagumo(regime.a, b, tau), fhnWindow[0], fhnWindow[1])
		points, err := p.FixedPoints()
		if err != nil || len(points) != 1 {
			t.Fatalf("a = %g: %v, %v", regime.a, points, err)
		}
		// w = (v + a)/b leaves v³ + 3 v + 6 a = 0, of which Cardano has the real root.
		root := math.Sqrt(9*regime.a*regime.a + 1)
		v := math.Cbrt(-3*regime.a+root) + math.Cbrt(-3*regime.a-root)
		q := points[0]
		near(t, "v", q.X, v, 1e-11)
		near(t, "w", q.Y, (v+regime.a)/b, 1e-11)
		if q.Type != regime.kind || q.Stable != regime.stable {
			t.Errorf("a = %g: %s, stable %v", regime.a, q.Type, q.Stable)
		}
		trace, det := 1-v*v-b/tau, (1-v*v)*(-b/tau)+1/tau
		const differences = 1e-9 // h² v'''/6 with h of 3e-5, and rounding over h
		near(t, "the real part", real(q.Eigenvalues[0]), trace/2, differences)
		near(t, "the imaginary part", imag(q.Eigenvalues[0]), math.Sqrt(det-trace*trace/4), differences)
		near(t, "that of the other", imag(q.Eigenvalues[1]), -math.Sqrt(det-trace*trace/4), differences)

		x, y, err := p.Nullclines()
		if err != nil || len(x) != 1 || len(y) != 1 {
			t.Fatalf("%d and %d nullclines, %v", len(x), len(y), err)
		}
		for i, v := range x[0].X {
			near(t, "the cubic", x[0].Y[i], v-v*v*v/3, 1e-12)
		}
		for i, v := range y[0].X {
			near(t, "the line", y[0].Y[i], (v+regime.a)/b, 1e-12)
		}
		for _, c := range []Curve{x[0], y[0]} {
			for i := 1; i < len(c.X); i++ {
				if p.size(c.X[i]-c.X[i-1], c.Y[i]-c.Y[i-1]) > math.Sqrt2/100 {
					t.Errorf("a = %g: a nullcline jumps to (%g, %g)", regime.a, c.X[i], c.Y[i])
				}
			}
		}

		cycle, ok, err := p.LimitCycle(q.X+0.3, q.Y, false)
		if err != nil || ok == regime.stable {
			t.Errorf("a = %g: limit cycle %v, %v", regime.a, ok, err)
		}
		if ok {

			near(t, "the period", cycle.Period, rungeKuttaPeriod(fitzHughNagumo(regime.a, b, tau)), 1e-6)
			if !cycle.Stable || !(cycle.Multiplier >= -1e-4 && cycle.Multiplier < 0.1) {
				t.Errorf("multiplier %g", cycle.Multiplier)
			}
		}
	}
}

// rungeKuttaPeriod is the time between two upstrokes of v through 0, by the classical
// method with a short step.
func rungeKuttaPeriod(f func(v, w float64) (float64, float64)) float64 {
	const dt = 0.002
	v, w := -0.5, -0.6
	var last, period float64
	for i := range 150000 {
		k1v, k1w := f(v, w)
		k2v, k2w := f(v+dt/2*k1v, w+dt/2*k1w)
		k3v, k3w := f(v+dt/2*k2v, w+dt/2*k2w)
		k4v, k4w := f(v+dt*k3v, w+dt*k3w)
		before := v
		v += dt / 6 * (k1v + 2*(k2v+k3v) + k4v)
		w += dt / 6 * (k1w + 2*(k2w+k3w) + k4w)
		if before < 0 && v >= 0 {
			at := (float64(i) + before/(before-v)) * dt // the curve of v is flat to dt² within a step
			period, last = at-last, at
		}
	}
	return period
}

// In polar coordinates r' = k r (1 - r²), phi' = omega: a cycle of radius 1, with the
// multiplier exp(-2 k 2 pi/omega), around a focus.
func hopf(k, omega float64) func(x, y float64) (float64, float64) {
	return func(x, y float64) (float64, float64) {
		r := k * (1 - x*x - y*y)
		return r*x - omega*y, r*y + omega*x
	}
}

func TestLimitCycle(t *testing.T) {
	window := [2]float64{-2, 2}
	for _, c := range []struct {
		k, omega, x, y float64
		backward       bool
	}{{1, 2, 0.01, 0, false}, {0.05, -2, 0.3, 0.1, false}, {0.05, 2, 1.9, 1.9, false}, {-0.2, 3, 0.1, 0, true}, {-0.2, 3, 1, 0, true}} {
		p := plane(t, hopf(c.k, c.omega), window, window)
		cycle, ok, err := p.LimitCycle(c.x, c.y, c.backward)
		if err != nil || !ok {
			t.Errorf("%+v: %v, %v", c, ok, err)
			continue
		}
		near(t, "the period", cycle.Period, 2*math.Pi/math.Abs(c.omega), 1e-7) // 1e-8 of the window
		for i, x := range cycle.X {
			near(t, "the radius", math.Hypot(x, cycle.Y[i]), 1, 1e-7)
		}
		want := math.Exp(-4 * math.Pi * c.k / math.Abs(c.omega))
		near(t, "the multiplier", cycle.Multiplier, want, 1e-5*max(1, want)) // of ways 2e-4 of the window apart
		if cycle.Stable != !c.backward {
			t.Errorf("%+v: stable %v", c, cycle.Stable)
		}
		last := len(cycle.X) - 1
		near(t, "the end", math.Hypot(cycle.X[last]-cycle.X[0], cycle.Y[last]-cycle.Y[0]), 0, 1e-7)
	}
	p := plane(t, hopf(-0.2, 3), window, window)
	if cycle, ok, err := p.LimitCycle(0.5, 0, false); ok || err != nil { // to the point
		t.Errorf("%+v, %v", cycle, err)
	}
	if cycle, ok, err := p.LimitCycle(1.5, 0, false); ok || err != nil { // away
		t.Errorf("%+v, %v", cycle, err)
	}
	weak := plane(t, func(x, y float64) (float64, float64) { return -1e-5*x - y, x - 1e-5*y }, window, window)
	if cycle, ok, err := weak.LimitCycle(1, 0, false); ok || err != nil { // a spiral that hardly moves in
		t.Errorf("period %g, multiplier %g, %v", cycle.Period, cycle.Multiplier, err)
	}
	// Around a center every way is closed, none a limit cycle: prey and predators.
	volterra := plane(t, func(x, y float64) (float64, float64) { return x - x*y, x*y - y }, [2]float64{0.1, 3}, [2]float64{0.1, 3})
	if cycle, ok, err := volterra.LimitCycle(1, 2, false); ok || err != nil {
		t.Errorf("period %g, multiplier %g, %v", cycle.Period, cycle.Multiplier, err)
	}
	points, err := volterra.FixedPoints()
	if err != nil || len(points) != 1 || points[0].Type != "center" || points[0].Stable {
		t.Errorf("%+v, %v", points, err)
	}
}

// x' = x - x³, y' = -y: two stable nodes at ±1, a saddle between them.
func TestFixedPoints(t *testing.T) {
	p := plane(t, func(x, y float64) (float64, float64) { return x - x*x*x, -y }, [2]float64{-2, 2}, [2]float64{-1, 1})
	points, err := p.FixedPoints()
	if err != nil || len(points) != 3 {
		t.Fatalf("%+v, %v", points, err)
	}
	for i, want := range []struct {
		x          float64
		kind       string
		first, two complex128
	}{{-1, "stable node", -1, -2}, {0, "saddle", 1, -1}, {1, "stable node", -1, -2}} {
		q := points[i]
		near(t, "x", q.X, want.x, 1e-11)
		near(t, "y", q.Y, 0, 1e-11)
		if q.Type != want.kind {
			t.Errorf("%g is a %s", want.x, q.Type)
		}
		near(t, "the first eigenvalue", real(q.Eigenvalues[0]), real(want.first), 1e-9)
		near(t, "the second", real(q.Eigenvalues[1]), real(want.two), 1e-9)
	}
	ways, err := p.Separatrices(points)
	if err != nil || len(ways) != 4 {
		t.Fatalf("%d separatrices, %v", len(ways), err)
	}
	for _, way := range ways {
		x, y := way.X[len(way.X)-1], way.Y[len(way.Y)-1]
		if way.Stable { // the y axis, out of the window
			near(t, "x", x, 0, 1e-9)
			if math.Abs(y) <= 1 {
				t.Errorf("it ends at %g", y)
			}
		} else { // to the nodes
			near(t, "y", y, 0, 1e-9)
			near(t, "x", math.Abs(x), 1, 1e-6) // it comes there in endless time
		}
	}

	kinds := map[string]func(x, y float64) (float64, float64){
		"unstable node": func(x, y float64) (float64, float64) { return 2 * x, 3 * y },
		"degenerate":    func(x, y float64) (float64, float64) { return x + y, x + y },
		"center":        func(x, y float64) (float64, float64) { return y, -x },
	}
	for kind, f := range kinds {
		q, err := plane(t, f, [2]float64{-1, 1}, [2]float64{-1, 1}).fixedPoint(0, 0)
		if err != nil || q.Type != kind || q.Stable {
			t.Errorf("%s: %+v, %v", kind, q, err)
		}
	}
	// Two fixed points that merge: x' = x² + y has a double zero.
	merged := plane(t, func(x, y float64) (float64, float64) { return x*x + y, -y }, [2]float64{-1, 2}, [2]float64{-1, 2})
	points, err = merged.FixedPoints()
	if err != nil || len(points) != 1 {
		t.Fatalf("%+v, %v", points, err)
	}
	near(t, "the double zero", points[0].X, 0, 1e-6)
	none := plane(t, func(x, y float64) (float64, float64) { return 1 + x*x, -y }, [2]float64{-1, 2}, [2]float64{-1, 2})
	if points, err := none.FixedPoints(); err != nil || len(points) != 0 {
		t.Errorf("%+v, %v", points, err)
	}
}

// Nullclines that are rings, that cross, and that end where the model is not defined.
func TestNullclines(t *testing.T) {
	p := plane(t, func(x, y float64) (float64, float64) { return x*x + y*y - 1, x * y }, [2]float64{-2, 2}, [2]float64{-2.1, 2})
	rings, cross, err := p.Nullclines()
	if err != nil || len(rings) != 1 || len(cross) != 2 {
		t.Fatalf("%d rings, %d lines, %v", len(rings), len(cross), err)
	}
	ring := rings[0]
	for i, x := range ring.X {
		near(t, "the radius", math.Hypot(x, ring.Y[i]), 1, 1e-12)
	}
	if last := len(ring.X) - 1; ring.X[0] != ring.X[last] || ring.Y[0] != ring.Y[last] {
		t.Error("the ring is open")
	}
	p = plane(t, func(x, y float64) (float64, float64) { return math.Sqrt(x) - y, math.Tanh(1e9 * (x - y/3)) }, [2]float64{-1, 1}, [2]float64{-1, 1})
	roots, steps, err := p.Nullclines()
	if err != nil || len(roots) != 1 || len(steps) != 1 {
		t.Fatalf("%d and %d curves, %v", len(roots), len(steps), err)
	}
	for i, x := range roots[0].X {
		near(t, "the root", roots[0].Y[i], math.Sqrt(x), 1e-12)
	}
	for i, x := range steps[0].X {
		near(t, "the step", steps[0].Y[i]/3, x, 1e-8) // as wide as the step
	}
}

func TestArrows(t *testing.T) {
	p := plane(t, func(x, y float64) (float64, float64) { return 4 * x, 3 * y }, [2]float64{-4, 4}, [2]float64{-1, 1})
	a, err := p.Arrows(3)
	if err != nil || len(a.X) != 9 || len(a.V) != 9 {
		t.Fatalf("%+v, %v", a, err)
	}
	d := p.Directions(a)
	for i := range a.X {
		near(t, "x", a.X[i], float64(i%3-1)*8/3, rounding)
		near(t, "y", a.Y[i], float64(i/3-1)*2/3, rounding)
		if i == 4 {
			near(t, "the arrow at the fixed point", math.Hypot(d.U[i], d.V[i]), 0, 0)
			continue
		}
		near(t, "its length", math.Hypot(d.U[i]/8, d.V[i]/2), 0.25, rounding)
		near(t, "its direction", d.U[i]*a.Y[i]*3, d.V[i]*a.X[i]*4, rounding)
	}
	_, err = p.Arrows(0)
	refused(t, err, "arrows = 0 is outside 1 to 200")
}

func TestTrajectory(t *testing.T) {
	p := plane(t, func(x, y float64) (float64, float64) { return -x + 2*y, -2*x - y }, [2]float64{-1, 1}, [2]float64{-1, 1})
	for _, duration := range []float64{3, -3} {
		path, err := p.Trajectory(1, 0, duration, 0.01)
		if err != nil || len(path.T) != 301 {
			t.Fatalf("%d states, %v", len(path.T), err)
		}
		for i, at := range path.T {
			near(t, "the time", at, duration*float64(i)/300, 1e-12)
			near(t, "x", path.X[i], math.Exp(-at)*math.Cos(2*at), 1e-8) // a hundred steps or so with 1e-10 of the window
			near(t, "y", path.Y[i], -math.Exp(-at)*math.Sin(2*at), 1e-8)
		}
	}
	path, err := p.Trajectory(1, 0, -20, 0.1)
	if last := len(path.X) - 1; err != nil || p.size(path.X[last], path.Y[last]) < far || p.size(path.X[last-1], path.Y[last-1]) > far {
		t.Errorf("it goes to (%g, %g), %v", path.X[last], path.Y[last], err)
	}
}

func TestPlaneRefused(t *testing.T) {
	good := func(x, y float64) (float64, float64, error) { return x, y, nil }
	_, err := NewPlane(good, [2]float64{1, 1}, [2]float64{0, 1}, 10)
	refused(t, err, "the window along x goes from 1 to 1")
	_, err = NewPlane(good, [2]float64{0, 1}, [2]float64{0, math.NaN()}, 10)
	refused(t, err, "the window along y goes from 0 to NaN")
	_, err = NewPlane(good, [2]float64{0, 1}, [2]float64{0, 1}, 1)
	refused(t, err, "cells = 1 is outside 2 to 2000")
	p, err := NewPlane(good, [2]float64{0, 1}, [2]float64{0, 1}, 10)
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Trajectory(0, 0, 0, 0.1)
	refused(t, err, "the duration of a trajectory is 0")
	_, err = p.Trajectory(0, 0, 1, 0)
	refused(t, err, "dt = 0 does not part the duration 1")
	_, err = p.Trajectory(math.NaN(), 0, 1, 0.1)
	refused(t, err, "the start (NaN, 0) is not finite")
	blowUp, err := NewPlane(func(x, y float64) (float64, float64, error) { return 1 / (0.5 - x) / (0.5 - x), 0, nil }, [2]float64{0, 1}, [2]float64{0, 1}, 9)
	if err != nil {
		t.Fatal(err)
	}
	_, err = blowUp.Trajectory(0.5, 0, 1, 0.1)
	refused(t, err, "the slopes at x = 0.5, y = 0 are +Inf and 0")

	// An error of the model ends everything.
	stop := errors.New("stop")
	fails := false
	p, err = NewPlane(func(x, y float64) (float64, float64, error) {
		if fails {
			return 0, 0, stop
		}
		return y, -x, nil
	}, [2]float64{-1, 1}, [2]float64{-1, 1}, 11)
	if err != nil {
		t.Fatal(err)
	}
	fails = true
	_, err1 := p.Arrows(3)
	_, _, err2 := p.Nullclines()
	_, err3 := p.FixedPoints()
	_, err4 := p.Trajectory(1, 0, 1, 0.1)
	_, _, err5 := p.LimitCycle(1, 0, false)
	for i, err := range []error{err1, err2, err3, err4, err5} {
		if err != stop {
			t.Errorf("%d: %v", i, err)
		}
	}
}
