package analysis

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/solver/ode"
)

// flow follows the state of a Field through time, backwards where forward is -1, by the
// steps of Dormand and Prince's pair. They are as long as the tolerance allows, and no
// longer than a fiftieth of the window, so that the states after each draw a smooth line.
type flow struct {
	p       *Plane
	forward float64 // 1 or -1
	t       float64 // time passed, always rising
	x, y    float64
	dx, dy  float64 // slopes there, times forward
	h       float64 // the next step
}

// tolerance is what the error of a step may be, in parts of the window.
const tolerance = 1e-10

func (p *Plane) flowFrom(x, y, forward float64) (*flow, error) {
	f := &flow{p: p, forward: forward, x: x, y: y}
	if !finite(x) || !finite(y) {
		return nil, fault.New(fault.Range, "the start (%g, %g) is not finite", x, y)
	}
	var err error
	if f.dx, f.dy, err = f.slopes(x, y); err != nil {
		return nil, err
	}
	if !finite(f.dx) || !finite(f.dy) {
		return nil, fault.New(fault.Range, "the slopes at x = %g, y = %g are %g and %g", x, y, f.dx, f.dy)
	}
	f.h = 1e-3 / max(f.p.size(f.dx, f.dy), 1e-300)
	return f, nil
}

func (f *flow) slopes(x, y float64) (dx, dy float64, err error) {
	dx, dy, err = f.p.Field(x, y)
	return f.forward * dx, f.forward * dy, err
}

// away is how far the state is from the middle of the window, in parts of it.
func (f *flow) away() float64 {
	return f.p.size(f.x-(f.p.X[0]+f.p.X[1])/2, f.y-(f.p.Y[0]+f.p.Y[1])/2)
}

// try takes a step of length h and gives the flow behind it, with its error.
func (f *flow) try(h float64) (next flow, wrong float64, err error) {
	known := true // the slopes at the start
	end, off, k := ode.DormandPrince.Trial([]float64{f.x, f.y}, h, func(x []float64) []float64 {
		dx, dy := f.dx, f.dy
		switch {
		case err != nil:
			dx, dy = math.NaN(), math.NaN()
		case !known:
			dx, dy, err = f.slopes(x[0], x[1])
		}
		known = false
		return []float64{dx, dy}
	})
	next, last := *f, k[len(k)-1]
	next.t, next.x, next.y, next.dx, next.dy = f.t+h, end[0], end[1], last[0], last[1]
	return next, f.p.size(off[0], off[1]), err
}

// step takes a step that is no longer than most.
func (f *flow) step(most float64) error {
	const longest = 0.02
	for range 100 {
		h := min(f.h, most)
		next, wrong, err := f.try(h)
		if err != nil {
			return err
		}
		way := f.p.size(next.x-f.x, next.y-f.y)
		switch {
		case !(wrong <= tolerance) || !finite(next.dx) || !finite(next.dy):
			part := 0.1
			if finite(wrong) {
				part = max(0.1, 0.9*math.Pow(tolerance/wrong, 0.2))
			}
			f.h = h * part
		case way > longest:
			f.h = h * 0.9 * longest / way
		default:
			grown := h * min(4, 0.9*math.Pow(tolerance/max(wrong, 1e-300), 0.2), 0.9*longest/max(way, 1e-300))
			if h == f.h || grown < f.h {
				next.h = grown
			}
			*f = next
			return nil
		}
	}
	return fault.New(fault.Range, "from x = %g, y = %g no step is short enough: the slopes are not continuous or grow without bound there", f.x, f.y)
}

// Path is a way of the state through the plane.
type Path struct{ T, X, Y []float64 }

func (p *Path) add(f *flow) {
	p.T, p.X, p.Y = append(p.T, f.forward*f.t), append(p.X, f.x), append(p.Y, f.y)
}

// far is how many windows away from the middle of the window a state is given up.
const far = 100

// Trajectory follows the state from (x, y) for a time, back in time where it is below 0,
// and gives it every dt. It ends early where the state leaves the window by a hundred
// times its size. Each step makes an error below 1e-10 of the window.
func (p *Plane) Trajectory(x, y, duration, dt float64) (Path, error) {
	if duration == 0 || !finite(duration) {
		return Path{}, fault.New(fault.Range, "the duration of a trajectory is %g", duration)
	}
	count := math.Round(math.Abs(duration) / dt)
	const most = 1e7
	if !(dt > 0) || !(count >= 1 && count <= most) {
		return Path{}, fault.New(fault.Range, "dt = %g does not part the duration %g into 1 to %g steps", dt, math.Abs(duration), most)
	}
	f, err := p.flowFrom(x, y, math.Copysign(1, duration))
	if err != nil {
		return Path{}, err
	}
	var path Path
	path.add(f)
	for k := 1; k <= int(count) && f.away() <= far; k++ {
		end := float64(k) * dt
		for f.t < end {
			if err := f.step(end - f.t); err != nil {
				return Path{}, err
			}
			if end-f.t < 1e-12*end {
				f.t = end
			}
		}
		path.add(f)
	}
	return path, nil
}
