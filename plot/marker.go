package plot

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// outlines are the filled markers as polygons in a circle of radius 1.
var outlines = map[string][]vg.Point{
	"s": {{X: -0.89, Y: -0.89}, {X: 0.89, Y: -0.89}, {X: 0.89, Y: 0.89}, {X: -0.89, Y: 0.89}},
	"^": {{X: 0, Y: 1.1}, {X: -1, Y: -0.8}, {X: 1, Y: -0.8}},
	"v": {{X: 0, Y: -1.1}, {X: 1, Y: 0.8}, {X: -1, Y: 0.8}},
	"<": {{X: -1.1, Y: 0}, {X: 0.8, Y: -1}, {X: 0.8, Y: 1}},
	">": {{X: 1.1, Y: 0}, {X: -0.8, Y: 1}, {X: -0.8, Y: -1}},
	"D": {{X: 0, Y: 1.2}, {X: -1.2, Y: 0}, {X: 0, Y: -1.2}, {X: 1.2, Y: 0}},
	"d": {{X: 0, Y: 1.2}, {X: -0.7, Y: 0}, {X: 0, Y: -1.2}, {X: 0.7, Y: 0}},
	"p": around(5, 1.05, 1.05),
	"h": around(6, 1.05, 1.05),
	"*": around(10, 1.25, 0.52),
	",": {{X: -0.3, Y: -0.3}, {X: 0.3, Y: -0.3}, {X: 0.3, Y: 0.3}, {X: -0.3, Y: 0.3}},
}

// strokeMarkers are the markers made of lines, as pairs of ends.
var strokeMarkers = map[string][]vg.Point{
	"+": {{X: -1, Y: 0}, {X: 1, Y: 0}, {X: 0, Y: -1}, {X: 0, Y: 1}},
	"x": {{X: -0.8, Y: -0.8}, {X: 0.8, Y: 0.8}, {X: -0.8, Y: 0.8}, {X: 0.8, Y: -0.8}},
	"|": {{X: 0, Y: -1}, {X: 0, Y: 1}},
	"_": {{X: -1, Y: 0}, {X: 1, Y: 0}},
}

// around puts n corners on two circles in turn, the first one at the top.
func around(n int, outer, inner float64) []vg.Point {
	out := make([]vg.Point, n)
	for i := range out {
		r := outer
		if i%2 == 1 {
			r = inner
		}
		sin, cos := math.Sincos(math.Pi/2 + 2*math.Pi*float64(i)/float64(n))
		out[i] = vg.Point{X: vg.Length(r * cos), Y: vg.Length(r * sin)}
	}
	return out
}

// drawMarker draws the marker of a series at a point.
func drawMarker(c draw.Canvas, s Series, at vg.Point) {
	r := vg.Length(s.MarkerSize / 2)
	c.SetColor(s.Color)
	if ends, ok := strokeMarkers[s.Marker]; ok {
		c.SetLineWidth(max(r*0.4, 0.75))
		c.SetLineDash(nil, 0)
		for i := 0; i < len(ends); i += 2 {
			var path vg.Path
			path.Move(at.Add(ends[i].Scale(r)))
			path.Line(at.Add(ends[i+1].Scale(r)))
			c.Stroke(path)
		}
		return
	}
	var path vg.Path
	if corners, ok := outlines[s.Marker]; ok {
		path.Move(at.Add(corners[0].Scale(r)))
		for _, corner := range corners[1:] {
			path.Line(at.Add(corner.Scale(r)))
		}
	} else { // o and .
		path = circle(at, r)
	}
	path.Close()
	c.Fill(path)
}

// circle is a circle of four Bézier curves.
func circle(at vg.Point, r vg.Length) vg.Path {
	const k = 0.5522847498 // control points for the least deviation from the circle
	point := func(x, y vg.Length) vg.Point { return at.Add(vg.Point{X: x * r, Y: y * r}) }
	var path vg.Path
	path.Move(point(1, 0))
	path.CubeTo(point(1, k), point(k, 1), point(0, 1))
	path.CubeTo(point(-k, 1), point(-1, k), point(-1, 0))
	path.CubeTo(point(-1, -k), point(-k, -1), point(0, -1))
	path.CubeTo(point(k, -1), point(1, -k), point(1, 0))
	return path
}
