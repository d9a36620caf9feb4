package plot

import "math"

// grid is a table of numbers over the places of its columns and rows.
type grid struct {
	x, y []float64 // ascending
	z    []float64 // row after row
}

// padded is the grid within a frame as thin as nothing, and lower than all: around
// what is high, lines of equal value close along it.
func (g grid) padded() grid {
	cols, rows := len(g.x), len(g.y)
	frame := func(v []float64) []float64 {
		out := append([]float64{v[0]}, v...)
		return append(out, v[len(v)-1])
	}
	out := grid{frame(g.x), frame(g.y), make([]float64, (cols+2)*(rows+2))}
	for i := range out.z {
		out.z[i] = math.Inf(-1)
	}
	for r := range rows {
		for c := range cols {
			if v := g.z[r*cols+c]; !math.IsNaN(v) {
				out.z[(r+1)*(cols+2)+c+1] = v
			}
		}
	}
	return out
}

// The sides of a cell.
const (
	south = iota
	east
	north
	west
)

// passages are the lines within a cell, from side to side with what is high to the
// left, by which of its corners are high: 1, 2, 4 and 8 counterclockwise from the
// lower left. Where two that face each other are high and the middle is, too, they
// are one: cases 16 and 17 for 5 and 10.
var passages = [18][][2]int{
	1: {{south, west}}, 2: {{east, south}}, 3: {{east, west}}, 4: {{north, east}},
	5: {{south, west}, {north, east}}, 6: {{north, south}}, 7: {{north, west}}, 8: {{west, north}},
	9: {{south, north}}, 10: {{east, south}, {west, north}}, 11: {{east, north}}, 12: {{west, east}},
	13: {{south, east}}, 14: {{west, south}}, 16: {{south, east}, {north, west}}, 17: {{west, south}, {east, north}},
}

// isolines are the lines along which the table has a value, linear between
// neighbours. Cells with a corner that is NaN have none. What is higher lies to the
// left; a line that closes ends where it begins.
//
// Source: marching squares.
func (g grid) isolines(level float64) [][][2]float64 {
	cols, rows := len(g.x), len(g.y)
	// An edge to the right of node k is 2k, one upwards 2k + 1. A line enters and leaves
	// a cell through edges, and each edge it leaves through it enters the next cell by.
	next := make([]int, 2*cols*rows) // 0 is none, else one more than the edge
	entered := make([]bool, 2*cols*rows)
	for r := range rows - 1 {
		for c := range cols - 1 {
			k := r*cols + c
			corners := [4]int{k, k + 1, k + cols + 1, k + cols}
			high, sum := 0, 0.0
			for i, at := range corners {
				if sum += g.z[at]; g.z[at] >= level {
					high |= 1 << i
				}
			}
			if math.IsNaN(sum) {
				continue
			}
			if high%5 == 0 && high%15 != 0 && sum/4 >= level {
				high = 15 + high/5
			}
			edges := [4]int{2 * k, 2*(k+1) + 1, 2 * (k + cols), 2*k + 1}
			for _, side := range passages[high] {
				next[edges[side[0]]] = edges[side[1]] + 1
				entered[edges[side[1]]] = true
			}
		}
	}
	var out [][][2]float64
	follow := func(edge int) {
		line := [][2]float64{g.cross(edge, level)}
		for next[edge] != 0 {
			to := next[edge] - 1
			next[edge] = 0
			line = append(line, g.cross(to, level))
			edge = to
		}
		out = append(out, line)
	}
	for edge := range next { // those that end at the border, and then those that close
		if next[edge] != 0 && !entered[edge] {
			follow(edge)
		}
	}
	for edge := range next {
		if next[edge] != 0 {
			follow(edge)
		}
	}
	return out
}

// cross is the place where the table has a value on an edge.
func (g grid) cross(edge int, level float64) [2]float64 {
	cols := len(g.x)
	a := edge / 2
	b := a + 1
	if edge%2 == 1 {
		b = a + cols
	}
	za, zb := g.z[a], g.z[b]
	f := (level - za) / (zb - za)
	switch {
	case math.IsInf(za, -1):
		f = 1
	case math.IsInf(zb, -1):
		f = 0
	}
	mix := func(u, v float64) float64 {
		if u == v { // also in the frame
			return u
		}
		return u + (v-u)*f
	}
	return [2]float64{mix(g.x[a%cols], g.x[b%cols]), mix(g.y[a/cols], g.y[b/cols])}
}
