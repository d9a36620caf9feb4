package plot

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Field is a field of directions over the columns x and the rows y of a table, both
// ascending; U and V have a row for each y.
type Field struct{ X, Y, U, V []float64 }

// check returns a *fault.Error for a field that is none.
func (f Field) check() error {
	cols, rows := len(f.X), len(f.Y)
	if cols < 2 || rows < 2 || len(f.U) != cols*rows || len(f.V) != cols*rows {
		return fault.New(fault.Range, "a field of %d columns and %d rows cannot have %d and %d values; it takes two of each", cols, rows, len(f.U), len(f.V))
	}
	for k, list := range [][]float64{f.X, f.Y} {
		for i, v := range list {
			if !(math.Abs(v) < huge) || i > 0 && v <= list[i-1] {
				return fault.New(fault.Range, "the %s of a field must ascend; number %d is %g", []string{"columns", "rows"}[k], i, v)
			}
		}
	}
	return nil
}

// at is the direction at a place in a square from 0 to 1, of length 1 there, linear
// between the places of the table; false outside and where nothing moves.
func (f Field) at(p [2]float64) (d [2]float64, ok bool) {
	if !(p[0] >= 0 && p[0] <= 1 && p[1] >= 0 && p[1] <= 1) {
		return d, false
	}
	along := func(list []float64, part float64) (k int, rest, size float64) {
		size = list[len(list)-1] - list[0]
		v := list[0] + part*size
		k, _ = slices.BinarySearch(list, v)
		k = min(max(k-1, 0), len(list)-2)
		return k, (v - list[k]) / (list[k+1] - list[k]), size
	}
	i, a, width := along(f.X, p[0])
	j, b, height := along(f.Y, p[1])
	k, n := j*len(f.X)+i, len(f.X)
	mix := func(z []float64) float64 {
		return (1-b)*((1-a)*z[k]+a*z[k+1]) + b*((1-a)*z[k+n]+a*z[k+n+1])
	}
	d = [2]float64{mix(f.U) / width, mix(f.V) / height}
	length := math.Hypot(d[0], d[1])
	if !(length > 0) || math.IsInf(length, 0) {
		return d, false
	}
	return [2]float64{d[0] / length, d[1] / length}, true
}

// Stream follows a field from many places, until it leaves the table, comes to rest or
// near another line. density 1 lets at most about 30 lines stand beside each other. It
// gives the lines, as one with gaps, and arrows that say where they go.
func Stream(f Field, density float64) (line Series, heads Arrows, err error) {
	if err := f.check(); err != nil {
		return line, heads, err
	}
	if !(density >= 0.1 && density <= 10) {
		return line, heads, fault.Outside("the density of lines", density, 0.1, 10)
	}
	n := int(30*density + 0.5)
	s := streams{f, n, make([]int, n*n), 0}
	x0, y0 := f.X[0], f.Y[0]
	width, height := f.X[len(f.X)-1]-x0, f.Y[len(f.Y)-1]-y0
	for _, c := range spiral(n) {
		path := s.follow(c)
		for _, p := range path {
			line.X, line.Y = append(line.X, x0+p[0]*width), append(line.Y, y0+p[1]*height)
		}
		if path == nil {
			continue
		}
		line.X, line.Y = append(line.X, math.NaN()), append(line.Y, math.NaN())
		mid := path[len(path)/2]
		if d, ok := f.at(mid); ok {
			const length = 0.03
			heads.X, heads.Y = append(heads.X, x0+mid[0]*width), append(heads.Y, y0+mid[1]*height)
			heads.U, heads.V = append(heads.U, d[0]*length*width), append(heads.V, d[1]*length*height)
		}
	}
	line.Line = "-"
	heads.DataUnits, heads.DataAngle, heads.Scale, heads.Pivot, heads.Width = true, true, 1, "mid", 0.0035
	return line, heads, nil
}

// streams are lines on their way over n by n places, each of which one may take.
type streams struct {
	Field
	n     int
	taken []int // by which line
	count int
}

func (s *streams) cell(p [2]float64) int {
	at := func(v float64) int { return min(int(v*float64(s.n)), s.n-1) }
	return at(p[1])*s.n + at(p[0])
}

// follow gives the line through the middle of a place, nil where there is none or it
// would be short.
func (s *streams) follow(c [2]int) [][2]float64 {
	start := [2]float64{(float64(c[0]) + 0.5) / float64(s.n), (float64(c[1]) + 0.5) / float64(s.n)}
	if s.taken[s.cell(start)] != 0 {
		return nil
	}
	s.count++
	var marked []int
	back := s.walk(start, -1, &marked)
	slices.Reverse(back)
	path := append(back, start)
	path = append(path, s.walk(start, 1, &marked)...)
	const shortest = 0.1 // of the side
	if float64(len(path))*s.step() < shortest {
		for _, k := range marked {
			s.taken[k] = 0
		}
		return nil
	}
	return path
}

// step is the length of a step: some in each place.
func (s *streams) step() float64 { return 0.25 / float64(s.n) }

// walk goes forwards or backwards, by the middle of each step.
func (s *streams) walk(p [2]float64, sign float64, marked *[]int) (path [][2]float64) {
	const longest = 4 // sides
	h := sign * s.step()
	for float64(len(path))*s.step() < longest {
		k := s.cell(p)
		if owner := s.taken[k]; owner == 0 {
			s.taken[k] = s.count
			*marked = append(*marked, k)
		} else if owner != s.count {
			return path
		}
		d, ok := s.at(p)
		if !ok {
			return path
		}
		mid, ok := s.at([2]float64{p[0] + h/2*d[0], p[1] + h/2*d[1]})
		if !ok {
			return path
		}
		next := [2]float64{p[0] + h*mid[0], p[1] + h*mid[1]}
		if _, ok := s.at(next); !ok {
			return path
		}
		if len(path) > 2 && mid[0]*d[0]+mid[1]*d[1] < 0 { // to and fro at a place of rest
			return path
		}
		path = append(path, next)
		p = next
	}
	return path
}

// spiral lists n by n places from the border inwards: lines begin where they enter.
func spiral(n int) [][2]int {
	var out [][2]int
	for ring := range (n + 1) / 2 {
		lo, hi := ring, n-1-ring
		for i := lo; i <= hi; i++ {
			out = append(out, [2]int{i, lo}, [2]int{hi, i}, [2]int{n - 1 - i, hi}, [2]int{lo, n - 1 - i})
		}
	}
	return out
}
