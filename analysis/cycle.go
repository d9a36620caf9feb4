package analysis

import "math"

// Cycle is a limit cycle: a closed way to which others come, or, where they leave it, to
// which they come back in time. Path is once around, its last state the first.
type Cycle struct {
	Path
	Period float64
	// Multiplier is what once around makes of a small distance from the cycle: below 1
	// where it is stable (Floquet's multiplier, by the difference between two ways).
	Multiplier float64
	Stable     bool
}

// LimitCycle follows the state from (x, y) until it goes round and round the same way:
// until it comes back to where it crossed a line, one through a state of its own and at a
// right angle to its direction there, within 1e-8 of the window. (Poincaré's section;
// Strogatz 1994, section 8.7.) ok is false where the state comes to rest, leaves the window
// by a hundred times its size, or does not settle, and where neighbouring ways are closed, too,
// as around a center. backward finds a cycle that is unstable.
func (p *Plane) LimitCycle(x, y float64, backward bool) (cycle Cycle, ok bool, err error) {
	forward := 1.0
	if backward {
		forward = -1
	}
	f, err := p.flowFrom(x, y, forward)
	if err != nil {
		return Cycle{}, false, err
	}
	const steps, patience = 200000, 4000
	section := *f
	side := func(g *flow) float64 { // in front of the line: above 0
		return (g.x-section.x)*section.dx + (g.y-section.y)*section.dy
	}
	var crossed []flow
	last := 0 // the step of the last crossing
	for k := 1; k <= steps; k++ {
		before := *f
		if err := f.step(f.h); err != nil {
			return Cycle{}, false, err
		}
		if f.away() > far || p.atRest(f) {
			return Cycle{}, false, nil
		}
		if k-last > patience { // it moved away from the line: take another
			section, crossed, last = *f, nil, k
			continue
		}
		if !(side(&before) < 0 && side(f) >= 0) {
			continue
		}
		last = k
		at, err := before.crossing(f.t-before.t, side)
		if err != nil {
			return Cycle{}, false, err
		}
		crossed = append(crossed, at)
		for back := 1; back <= 4 && back+1 < len(crossed); back++ { // a way may cross the line several times
			if p.settled(crossed, back) {
				return p.around(at, at.t-crossed[len(crossed)-1-back].t)
			}
		}
		if len(crossed) > 8 {
			crossed = crossed[1:]
		}
	}
	return Cycle{}, false, nil
}

// settled tells whether the last crossing is the one before it by some, and will stay
// there: what is left to come is the sum of ever smaller differences.
func (p *Plane) settled(crossed []flow, back int) bool {
	const rounding, same = 1e-11, 1e-8
	difference := func(k int) float64 {
		a, b := crossed[k], crossed[k-back]
		return p.size(a.x-b.x, a.y-b.y)
	}
	now, before := difference(len(crossed)-1), difference(len(crossed)-2)
	return now < rounding || now < before && now/(1-now/before) < same
}

// crossing gives the state within a step of length h at which side changes its sign, by
// halving the step.
func (f *flow) crossing(h float64, side func(*flow) float64) (flow, error) {
	low, high := 0.0, h
	var at flow
	for range 60 {
		middle := (low + high) / 2
		var err error
		if at, _, err = f.try(middle); err != nil {
			return at, err
		}
		if side(&at) < 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return at, nil
}

// around goes once around a cycle.
func (p *Plane) around(at flow, period float64) (Cycle, bool, error) {
	at.t = 0
	multiplier, err := p.multiplier(at, period)
	if err != nil {
		return Cycle{}, false, err
	}
	if at.forward < 0 {
		multiplier = 1 / multiplier
	}
	cycle := Cycle{Period: period, Multiplier: multiplier, Stable: multiplier < 1}
	f := &at
	cycle.add(f)
	size := 0.0
	for f.t < period*(1-1e-12) {
		if err := f.step(period - f.t); err != nil {
			return Cycle{}, false, err
		}
		cycle.add(f)
		size = max(size, p.size(f.x-cycle.X[0], f.y-cycle.Y[0]))
	}
	const point, neutral = 1e-5, 1e-5 // a spiral into a fixed point; one of many closed ways
	return cycle, size > point && math.Abs(multiplier-1) > neutral, nil
}

// multiplier starts two ways beside a cycle and compares how far they are apart after
// they went around with how far they were.
func (p *Plane) multiplier(at flow, period float64) (float64, error) {
	const apart = 1e-4
	nx, ny := -at.dy, at.dx // along the line of sections
	beside := apart / p.size(nx, ny)
	side := func(g *flow) float64 { return (g.x-at.x)*at.dx + (g.y-at.y)*at.dy }
	var ends [2]flow
	for i, sense := range []float64{1, -1} {
		f, err := p.flowFrom(at.x+sense*beside*nx, at.y+sense*beside*ny, at.forward)
		if err != nil {
			return 0, err
		}
		for {
			before := *f
			if err := f.step(f.h); err != nil {
				return 0, err
			}
			if f.t > 2*period {
				return math.NaN(), nil // it left the cycle
			}
			if f.t > period/2 && side(&before) < 0 && side(f) >= 0 && p.size(f.x-at.x, f.y-at.y) < 0.1 {
				if ends[i], err = before.crossing(f.t-before.t, side); err != nil {
					return 0, err
				}
				break
			}
		}
	}
	dx, dy := ends[0].x-ends[1].x, ends[0].y-ends[1].y
	return math.Copysign(p.size(dx, dy), dx*nx+dy*ny) / (2 * apart), nil
}

// Separatrix is a way that leaves a saddle, or, Stable, one that comes to it: the border
// between starts that end in different places. It begins at the saddle.
type Separatrix struct {
	Path
	Stable bool
}

// Separatrices follows the four ways of each saddle, along its eigenvectors, until they
// leave the window, come to rest or have gone far.
func (p *Plane) Separatrices(points []FixedPoint) ([]Separatrix, error) {
	ways := []Separatrix{}
	for _, point := range points {
		if point.Type != "saddle" {
			continue
		}
		for k, value := range point.Eigenvalues {
			for _, sense := range []float64{1, -1} {
				way, err := p.separatrix(point, sense*point.directions[k][0], sense*point.directions[k][1], real(value) < 0)
				if err != nil {
					return nil, err
				}
				ways = append(ways, way)
			}
		}
	}
	return ways, nil
}

// separatrix starts a thousandth of the window beside a saddle, where the equations are
// as good as linear.
func (p *Plane) separatrix(point FixedPoint, ex, ey float64, stable bool) (Separatrix, error) {
	way := Separatrix{Stable: stable}
	forward := 1.0
	if stable {
		forward = -1
	}
	beside := 1e-3 / p.size(ex, ey)
	f, err := p.flowFrom(point.X+beside*ex, point.Y+beside*ey, forward)
	if err != nil {
		return Separatrix{}, err
	}
	way.T, way.X, way.Y = []float64{0}, []float64{point.X}, []float64{point.Y}
	way.add(f)
	const steps = 3000
	for range steps {
		if err := f.step(f.h); err != nil {
			return Separatrix{}, err
		}
		way.add(f)
		if !p.inside(f.x, f.y) || p.size(f.dx, f.dy)*f.h < 1e-9 {
			break
		}
	}
	return way, nil
}
