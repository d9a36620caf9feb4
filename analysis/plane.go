package analysis

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Field gives the slopes of a model of two variables that does not depend on time:
//
//	dx/dt, dy/dt = Field(x, y)
//
// An error ends what asked for them.
type Field func(x, y float64) (dx, dy float64, err error)

// Plane is a window of the state space of a model of two variables. Units are those of
// the model.
type Plane struct {
	Field  Field
	X, Y   [2]float64 // ends of the window
	Cells  int        // how many cells the window is cut into along each axis to look for nullclines and fixed points
	xs, ys []float64  // corners of cells
	dx, dy [][]float64
	points []FixedPoint // once they were asked for
}

// Curve is a line through points of the state space.
type Curve struct{ X, Y []float64 }

// NewPlane looks at a model in a window. Features finer than a cell may be missed.
func NewPlane(field Field, x, y [2]float64, cells int) (*Plane, error) {
	for _, axis := range []struct {
		name string
		ends [2]float64
	}{{"x", x}, {"y", y}} {
		if !(axis.ends[0] < axis.ends[1]) || !finite(axis.ends[1]-axis.ends[0]) {
			return nil, fault.New(fault.Range, "the window along %s goes from %g to %g: its first end must be below the second", axis.name, axis.ends[0], axis.ends[1])
		}
	}
	const most = 2000
	if cells < 2 || cells > most {
		return nil, fault.Outside("cells", float64(cells), 2, most)
	}
	p := &Plane{Field: field, X: x, Y: y, Cells: cells}
	p.xs, p.ys = grid(x, cells), grid(y, cells)
	for _, y := range p.ys {
		rowX, rowY := make([]float64, len(p.xs)), make([]float64, len(p.xs))
		for i, x := range p.xs {
			var err error
			if rowX[i], rowY[i], err = field(x, y); err != nil {
				return nil, err
			}
		}
		p.dx, p.dy = append(p.dx, rowX), append(p.dy, rowY)
	}
	return p, nil
}

// grid gives the ends of equal parts of an interval.
func grid(ends [2]float64, parts int) []float64 {
	xs := make([]float64, parts+1)
	for i := range xs {
		xs[i] = onLine(ends[0], ends[1], float64(i)/float64(parts))
	}
	return xs
}

// size is the length of a way in parts of the window.
func (p *Plane) size(x, y float64) float64 {
	return math.Hypot(x/(p.X[1]-p.X[0]), y/(p.Y[1]-p.Y[0]))
}

// inside tells whether a place is in the window, with a rounding to spare.
func (p *Plane) inside(x, y float64) bool {
	const spare = 1e-12
	rx, ry := (x-p.X[0])/(p.X[1]-p.X[0]), (y-p.Y[0])/(p.Y[1]-p.Y[0])
	return rx >= -spare && rx <= 1+spare && ry >= -spare && ry <= 1+spare
}

// Arrows is the field on a grid of places: the slopes U = dx/dt and V = dy/dt at (X, Y).
type Arrows struct{ X, Y, U, V []float64 }

// Arrows gives the slopes at the middles of n by n equal parts of the window, row by row.
func (p *Plane) Arrows(n int) (Arrows, error) {
	var a Arrows
	const most = 200
	if n < 1 || n > most {
		return a, fault.Outside("arrows", float64(n), 1, most)
	}
	for j := range n {
		for i := range n {
			x, y := onLine(p.X[0], p.X[1], (float64(i)+0.5)/float64(n)), onLine(p.Y[0], p.Y[1], (float64(j)+0.5)/float64(n))
			u, v, err := p.Field(x, y)
			if err != nil {
				return Arrows{}, err
			}
			a.X, a.Y, a.U, a.V = append(a.X, x), append(a.Y, y), append(a.U, u), append(a.V, v)
		}
	}
	return a, nil
}

// Directions gives arrows in the directions of others, all as long as three quarters of the
// way to the next one: in a field some slopes are often a hundred times others. Where both
// slopes are 0 the arrow has no length.
func (p *Plane) Directions(a Arrows) Arrows {
	length := 0.75 / math.Sqrt(float64(len(a.X)))
	d := Arrows{X: a.X, Y: a.Y, U: make([]float64, len(a.X)), V: make([]float64, len(a.X))}
	for i := range a.X {
		if size := p.size(a.U[i], a.V[i]); size > 0 && finite(size) {
			d.U[i], d.V[i] = a.U[i]*length/size, a.V[i]*length/size
		}
	}
	return d
}

// Nullclines gives the curves on which dx/dt is 0, and those on which dy/dt is 0: by
// marching squares over the cells, with the points, which lie on edges of cells, found as
// exactly as the model can be evaluated. (Lorensen and Cline 1987, Computer Graphics
// 21:163-169, in two dimensions.)
func (p *Plane) Nullclines() (x, y []Curve, err error) {
	if x, err = p.zeros(p.dx, func(x, y float64) (float64, error) { dx, _, err := p.Field(x, y); return dx, err }); err != nil {
		return nil, nil, err
	}
	y, err = p.zeros(p.dy, func(x, y float64) (float64, error) { _, dy, err := p.Field(x, y); return dy, err })
	return x, y, err
}

// edge is the edge of a cell that goes from the corner (i, j) along x, or up along y.
type edge struct {
	i, j int
	up   bool
}

// zeros follows the curves on which f, known at the corners of the cells, is 0.
func (p *Plane) zeros(at [][]float64, f func(x, y float64) (float64, error)) ([]Curve, error) {
	next := map[edge][]edge{} // through a cell from edge to edge; an edge is in two cells at most
	var order []edge          // as found, so that the result does not depend on the order of the map
	join := func(a, b edge) {
		for _, e := range []edge{a, b} {
			if next[e] == nil {
				order = append(order, e)
			}
		}
		next[a], next[b] = append(next[a], b), append(next[b], a)
	}
	for j := range p.Cells {
		for i := range p.Cells {
			corners := [4]float64{at[j][i], at[j][i+1], at[j+1][i+1], at[j+1][i]}
			edges := [4]edge{{i, j, false}, {i + 1, j, true}, {i, j + 1, false}, {i, j, true}}
			var crossed []edge
			whole := true
			for k, c := range corners {
				whole = whole && finite(c)
				if (c > 0) != (corners[(k+1)%4] > 0) {
					crossed = append(crossed, edges[k])
				}
			}
			switch {
			case !whole || len(crossed) == 0:
			case len(crossed) == 2:
				join(crossed[0], crossed[1])
			default: // a saddle: the middle tells which corners belong together
				middle, err := f((p.xs[i]+p.xs[i+1])/2, (p.ys[j]+p.ys[j+1])/2)
				if err != nil {
					return nil, err
				}
				if (middle > 0) == (corners[0] > 0) {
					join(crossed[0], crossed[1])
					join(crossed[2], crossed[3])
				} else {
					join(crossed[3], crossed[0])
					join(crossed[1], crossed[2])
				}
			}
		}
	}
	curves := []Curve{}
	done := map[edge]bool{}
	follow := func(e edge) error {
		var c Curve
		first := e
		for {
			done[e] = true
			x, y, err := p.zeroOn(e, at, f)
			if err != nil {
				return err
			}
			c.X, c.Y = append(c.X, x), append(c.Y, y)
			k := slices.IndexFunc(next[e], func(e edge) bool { return !done[e] })
			if k < 0 {
				if len(c.X) > 2 && slices.Contains(next[e], first) { // a ring
					c.X, c.Y = append(c.X, c.X[0]), append(c.Y, c.Y[0])
				}
				curves = append(curves, c)
				return nil
			}
			e = next[e][k]
		}
	}
	for _, ends := range []bool{true, false} { // open curves from an end, then rings
		for _, e := range order {
			if !done[e] && (!ends || len(next[e]) == 1) {
				if err := follow(e); err != nil {
					return nil, err
				}
			}
		}
	}
	return curves, nil
}

// zeroOn finds the zero of f on an edge, at whose ends f has two signs, by false position
// in the manner of Illinois (Dowell and Jarratt 1971, BIT 11:168-174). Where f jumps, it
// finds the jump.
func (p *Plane) zeroOn(e edge, at [][]float64, f func(x, y float64) (float64, error)) (x, y float64, err error) {
	i, j := e.i+1, e.j
	if e.up {
		i, j = e.i, e.j+1
	}
	place := func(part float64) (x, y float64) {
		return onLine(p.xs[e.i], p.xs[i], part), onLine(p.ys[e.j], p.ys[j], part)
	}
	a, fa, b, fb := 0.0, at[e.j][e.i], 1.0, at[j][i]
	kept := 0 // the end that the last step kept: -1 is a, 1 is b
	zero := math.Inf(1)
	const tries, exact = 60, 1e-14
	for range tries {
		before := zero
		zero = a + (b-a)*fa/(fa-fb)
		if math.Abs(zero-before) < exact {
			break
		}
		x, y = place(zero)
		fz, err := f(x, y)
		if err != nil {
			return 0, 0, err
		}
		switch {
		case !finite(fz):
			return x, y, nil
		case (fz > 0) == (fb > 0):
			if b, fb = zero, fz; kept == -1 {
				fa /= 2
			}
			kept = -1
		default:
			if a, fa = zero, fz; kept == 1 {
				fb /= 2
			}
			kept = 1
		}
	}
	x, y = place(zero)
	return x, y, nil
}
