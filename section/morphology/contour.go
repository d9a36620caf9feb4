package morphology

import (
	"math"
	"slices"

	"github.com/gneuron/gneuron/vector"
)

// The functions here follow NEURON's in the order of their operations: which
// way round a soma lies can hang on the last bit of a sum.

// coordinates splits points into Vectors x, y, z.
func coordinates(points []Point) (v [3]*vector.Vector) {
	for k := range v {
		v[k] = vector.Of(make([]float64, len(points)))
	}
	for i, p := range points {
		for k, x := range [3]float64{p.X, p.Y, p.Z} {
			v[k].Data()[i] = x
		}
	}
	return v
}

// resample gives 101 points at equal distances along a contour, from its first
// point to its last, measured in the plane, and their mean.
func resample(points []Point) (center Point, v [3]*vector.Vector) {
	v = coordinates(points)
	along := vector.Of(make([]float64, len(points)))
	s := along.Data()
	for i := 1; i < len(points); i++ {
		dx, dy := points[i].X-points[i-1].X, points[i].Y-points[i-1].Y
		s[i] = s[i-1] + math.Sqrt(dx*dx+dy*dy)
	}
	equal := vector.Of(make([]float64, 101)).Indgen(0, s[len(s)-1]/100)
	var mean [3]float64
	for k := range v {
		if err := v[k].Interpolate(equal, along, v[k]); err != nil {
			panic(err) // the sizes are equal
		}
		mean[k], _ = v[k].Mean()
	}
	return Point{X: mean[0], Y: mean[1], Z: mean[2]}, v
}

// contourAxis makes 21 points of a contour: along the axis through its middle in
// the direction of its greatest extent, each with the width of the contour
// there. Concave parts are bridged. It is false for a contour that is only a
// line.
func contourAxis(points []Point) ([]Point, bool) {
	mean, v := resample(points)
	center := [3]float64{mean.X, mean.Y, mean.Z}
	for k := range v {
		v[k].SubScalar(center[k])
	}
	var spread [3][3]float64
	for i := range 3 {
		for j := i; j < 3; j++ {
			sum := 0.0
			for k, x := range v[i].Data() {
				sum += float64(x * v[j].Data()[k])
			}
			spread[i][j], spread[j][i] = sum, sum
		}
	}
	values, axes := symmetricEigen(spread)
	most, least := 0, 0
	for k := range 3 {
		if values[k] > values[most] {
			most = k
		}
		if values[k] < values[least] {
			least = k
		}
	}
	if most == least {
		return nil, false
	}
	major, minor := axes[most], axes[3-most-least]
	minor[2] = 0
	width := math.Sqrt(minor[0]*minor[0] + minor[1]*minor[1])
	if width == 0 {
		return nil, false
	}
	minor[0] /= width
	minor[1] /= width

	n := v[0].Len()
	d, rad := vector.Of(make([]float64, n)), vector.Of(make([]float64, n))
	for i := range n {
		x, y, z := v[0].Data()[i], v[1].Data()[i], v[2].Data()[i]
		d.Data()[i] = float64(x*major[0]) + float64(y*major[1]) + float64(z*major[2])
		rad.Data()[i] = float64(x*minor[0]) + float64(y*minor[1])
	}
	far, _ := d.MaxInd()
	d.Rotate(-far)
	rad.Rotate(-far)
	turn, _ := d.MinInd()
	if turn == 0 {
		return nil, false
	}
	// One side goes from the far end to the turn, the other one back.
	d1, r1 := slices.Clone(d.Data()[:turn]), slices.Clone(rad.Data()[:turn])
	d2, r2 := slices.Clone(d.Data()[turn:]), slices.Clone(rad.Data()[turn:])
	slices.Reverse(d1)
	slices.Reverse(r1)
	d1, r1 = ascending(d1, r1)
	d2, r2 = ascending(d2, r2)
	all := slices.Concat(d1, d2)
	slices.Sort(all)
	from, to := all[1], all[len(all)-2]
	if !(to > from) {
		return nil, false
	}
	places := vector.Of(nil)
	if err := places.IndgenTo(from, to, (to-from)/20); err != nil {
		return nil, false
	}
	w1, w2 := vector.Of(nil), vector.Of(nil)
	if w1.Interpolate(places, vector.Of(d1), vector.Of(r1)) != nil || w2.Interpolate(places, vector.Of(d2), vector.Of(r2)) != nil {
		return nil, false
	}
	out := make([]Point, places.Len())
	for i, s := range places.Data() {
		out[i] = Point{X: float64(major[0]*s) + center[0], Y: float64(major[1]*s) + center[1], Z: float64(major[2]*s) + center[2],
			Diam: math.Abs(w1.Data()[i] - w2.Data()[i])}
	}
	last := len(out) - 1
	out[0].Diam = (out[0].Diam + out[1].Diam) / 2
	out[last].Diam = (out[last].Diam + out[last-1].Diam) / 2
	return out, true
}

// ascending takes out what does not ascend in d, so that the side of a contour
// has one width at each place. When it takes an element out it compares what
// follows with what is now before it.
func ascending(d, rad []float64) ([]float64, []float64) {
	for j := len(d) - 1; j > 0; j-- {
		if d[j] <= d[j-1]+1e-11 {
			d, rad = slices.Delete(d, j, j+1), slices.Delete(rad, j, j+1)
			if j != len(d) {
				j++
			}
		}
	}
	return d, rad
}

// stackAxis makes a point of each contour of a stack: its middle, and as
// diameter the mean of twice the mean distance from it and the perimeter
// over π.
func stackAxis(contours [][]Point) []Point {
	out := make([]Point, len(contours))
	for i, c := range contours {
		perimeter := 0.0
		for k := range c {
			perimeter += distance(c[k], c[(k+1)%len(c)])
		}
		center, v := resample(c)
		sum := 0.0
		for k := range v[0].Len() {
			sum += distance(Point{X: v[0].Data()[k], Y: v[1].Data()[k], Z: v[2].Data()[k]}, center)
		}
		center.Diam = sum/float64(v[0].Len()) + perimeter/(2*math.Pi)
		out[i] = center
	}
	return out
}

// stackCenter is the place halfway along the line through the middles of the
// contours.
func stackCenter(contours [][]Point) Point {
	middles := make([]Point, len(contours))
	along := make([]float64, len(contours))
	for i, c := range contours {
		middles[i], _ = resample(c)
		if i > 0 {
			along[i] = along[i-1] + distance(middles[i], middles[i-1])
		}
	}
	half := along[len(along)-1] / 2
	if half == 0 {
		return middles[0]
	}
	i := 1
	for along[i] <= half {
		i++
	}
	f := (half - along[i-1]) / (along[i] - along[i-1])
	p, q := middles[i], middles[i-1]
	return Point{X: f*p.X + (1-f)*q.X, Y: f*p.Y + (1-f)*q.Y, Z: f*p.Z + (1-f)*q.Z}
}
