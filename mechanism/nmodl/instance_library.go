package nmodl

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gonum.org/v1/gonum/interp"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/libm"
	"github.com/gneuron/gneuron/internal/simd"
)

// library are the curves and forcing functions of nocmodl's run-time library
// that are functions of numbers alone. NEURON's forcing functions also note when
// their value jumps, which matters to variable steps only.
var library = map[string]func(a []float64) float64{
	"gauss": func(a []float64) float64 {
		return simd.Exp1(-0.5*libm.Pow((a[0]-a[1])/a[2], 2)) / (math.Sqrt(6.28318530) * a[2])
	},
	"sigmoid": func(a []float64) float64 {
		p := libm.Pow(a[0], a[3])
		return a[1] * p / (p + libm.Pow(a[2], a[3]))
	},
	"revsigmoid": func(a []float64) float64 {
		p := libm.Pow(a[2], a[3])
		return a[1] * p / (p + libm.Pow(a[0], a[3]))
	},
	"hyperbol":    func(a []float64) float64 { return a[1] * a[0] / (a[0] + a[2]) },
	"revhyperbol": func(a []float64) float64 { return a[1] * a[2] / (a[0] + a[2]) },

	// t, period, amplitude, offset
	"harmonic": func(a []float64) float64 { return a[2] * math.Sin(6.2831853/a[1]*(a[0]+a[3])) },
	// t, period, amplitude
	"squarewave": func(a []float64) float64 {
		if phase(a[0]/a[1]) < 0.5 {
			return a[2]
		}
		return -a[2]
	},
	"sawtooth":    func(a []float64) float64 { return a[2] * phase(a[0]/a[1]) },
	"revsawtooth": func(a []float64) float64 { return a[2] * (1 - phase(a[0]/a[1])) },
	// t, start, height, duration
	"ramp": func(a []float64) float64 {
		switch {
		case a[0] < a[1]:
			return 0
		case a[0] > a[1]+a[3]:
			return a[2]
		}
		return (a[0] - a[1]) * a[2] / a[3]
	},
	"pulse": func(a []float64) float64 {
		if a[0] < a[1] || a[0] >= a[1]+a[3] {
			return 0
		}
		return a[2]
	},
	// t, start, height, duration, pause
	"perpulse": func(a []float64) float64 {
		period := a[3] + a[4]
		if a[0] < a[1] || phase((a[0]-a[1])/period)*period >= a[3] {
			return 0
		}
		return a[2]
	},
	// t, start, height
	"step": func(a []float64) float64 {
		if a[0] >= a[1] {
			return a[2]
		}
		return 0
	},
	// t, start, period, height of each step
	"perstep": func(a []float64) float64 {
		if a[0] < a[1] {
			return 0
		}
		return (math.Trunc((a[0]-a[1])/a[2]) + 1) * a[3]
	},
}

// phase is the fraction of a number, with its sign.
func phase(x float64) float64 {
	_, f := math.Modf(x)
	return f
}

// threshold compiles threshold(x, limit, "min" or "max").
func (x *scope) threshold(e *Call) value {
	mode, ok := e.Args[2].(*String)
	if !ok {
		x.u.c.fail(e.Args[2].Position(), `threshold needs "min" or "max" as its third argument`)
	}
	a, limit := x.expr(e.Args[0]), x.expr(e.Args[1])
	switch strings.ToLower(mode.Value) {
	case "min":
		return func(m *machine) float64 { return truth(a(m) >= limit(m)) }
	case "max":
		return func(m *machine) float64 { return truth(a(m) <= limit(m)) }
	}
	return always(-1)
}

// force compiles force(t, "file") and stepforce(t, "file"): a curve through the
// points of a file, by a spline or by steps. The file is read when the call is
// first reached, from the present folder: six lines of heading, then the pairs
// t and value.
func (x *scope) force(e *Call) value {
	name, ok := e.Args[1].(*String)
	if !ok {
		x.u.c.fail(e.Args[1].Position(), "%s needs the name of a file in quotes as its second argument", e.Name)
	}
	at, u, pos := x.expr(e.Args[0]), x.u, e.Pos
	read := sync.OnceValues(func() (*curve, error) { return readCurve(name.Value) })
	return func(m *machine) float64 {
		c, err := read()
		if err != nil {
			panic(u.failure(fault.Model, pos, "%s: %v", e.Name, err))
		}
		t := at(m)
		n := len(c.t)
		lo, hi := c.t[0]-float64(0.1*(c.t[1]-c.t[0])), c.t[n-1]+float64(0.1*(c.t[n-1]-c.t[n-2]))
		if t < lo || t > hi {
			f := u.failure(fault.Range, pos, "%s: the points of %s reach from %g to %g, not to %g", e.Name, name.Value, c.t[0], c.t[n-1], t)
			f.err.Variable, f.err.Value, f.err.Lo, f.err.Hi, f.err.HasRange = "t", t, lo, hi, true
			panic(f)
		}
		if e.Name == "force" {
			return c.spline(t)
		}
		i, found := slices.BinarySearch(c.t, t)
		if !found {
			i--
		}
		return c.y[max(i, 0)]
	}
}

// curve is a file of points, ascending in t.
type curve struct {
	t, y []float64
	fit  interp.NaturalCubic
}

// readCurve reads the file of force and stepforce. As NEURON does, it keeps the
// numbers in single precision.
func readCurve(name string) (*curve, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	type point struct{ t, y float64 }
	var points []point
	lines := bufio.NewScanner(file)
	for k := 1; lines.Scan(); k++ {
		if k <= 6 {
			continue
		}
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		var p [2]float64
		for i := range p {
			if i < len(words) {
				p[i], err = strconv.ParseFloat(words[i], 32)
			}
			if i >= len(words) || err != nil {
				return nil, fmt.Errorf("line %d of %s does not hold two numbers", k, name)
			}
		}
		points = append(points, point{p[0], p[1]})
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(points, func(a, b point) int {
		switch {
		case a.t < b.t:
			return -1
		case a.t > b.t:
			return 1
		}
		return 0
	})
	c := &curve{}
	for i, p := range points {
		if i > 0 && p.t == points[i-1].t {
			return nil, fmt.Errorf("%s has two points at %g", name, p.t)
		}
		c.t, c.y = append(c.t, p.t), append(c.y, p.y)
	}
	if len(points) < 3 {
		return nil, fmt.Errorf("%s has %s; it takes at least 3, below six lines of heading", name, count(len(points), "point"))
	}
	if err := c.fit.Fit(c.t, c.y); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return c, nil
}

// spline is the cubic spline through the points, with the straight line through
// the last two beyond the ends.
func (c *curve) spline(t float64) float64 {
	n := len(c.t)
	if t < c.t[0] {
		return c.y[0] - (c.t[0]-t)*(c.y[1]-c.y[0])/(c.t[1]-c.t[0])
	}
	if t > c.t[n-1] {
		return c.y[n-1] + (t-c.t[n-1])*(c.y[n-1]-c.y[n-2])/(c.t[n-1]-c.t[n-2])
	}
	return c.fit.Predict(t)
}
