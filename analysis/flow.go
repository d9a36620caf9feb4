package analysis

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// flow follows the state of a Field through time, backwards where forward is -1, by the
// pair of Dormand and Prince (1980, Journal of Computational and Applied Mathematics
// 6:19-26) of fifth and fourth order. Steps are as long as the tolerance allows, and no
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

// dormandPrince holds the weights of the slopes before each stage; those of the last are
// those of the step.
var dormandPrince = [6][]float64{
	{1. / 5},
	{3. / 40, 9. / 40},
	{44. / 45, -56. / 15, 32. / 9},
	{19372. / 6561, -25360. / 2187, 64448. / 6561, -212. / 729},
	{9017. / 3168, -355. / 33, 46732. / 5247, 49. / 176, -5103. / 18656},
	{35. / 384, 0, 500. / 1113, 125. / 192, -2187. / 6784, 11. / 84},
}

// difference are the weights of the step less those of the embedded one of fourth order.
var difference = [7]float64{71. / 57600, 0, -71. / 16695, 71. / 1920, -17253. / 339200, 22. / 525, -1. / 40}

// try takes a step of length h and gives the flow behind it, with its error.
func (f *flow) try(h float64) (next flow, wrong float64, err error) {
	var kx, ky [7]float64
	kx[0], ky[0] = f.dx, f.dy
	next = *f
	for stage, weights := range dormandPrince {
		next.x, next.y = f.x, f.y
		for k, w := range weights {
			next.x += h * w * kx[k]
			next.y += h * w * ky[k]
		}
		if kx[stage+1], ky[stage+1], err = f.slopes(next.x, next.y); err != nil {
			return next, 0, err
		}
	}
	ex, ey := 0.0, 0.0
	for k, w := range difference {
		ex += h * w * kx[k]
		ey += h * w * ky[k]
	}
	next.t, next.dx, next.dy = f.t+h, kx[6], ky[6]
	return next, f.p.size(ex, ey), nil
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
