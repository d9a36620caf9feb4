package plot

import (
	"math"
	"strings"
	"testing"
)

// TestShape: sticks lie where they belong in each plane, units are equal, and the bar
// is as long as it says.
func TestShape(t *testing.T) {
	for view, want := range map[string][2]float64{"": {100, 20}, "xz": {100, 5}, "zy": {5, 20}} {
		f, _ := New(1, 1)
		a := f.Axes[0]
		s := Shape{View: view, Sticks: []Stick{{B: [3]float64{100, 20, 5}, DA: 4, DB: 4, Name: "soma"}}}
		if err := a.AddShape(s); err != nil {
			t.Fatal(err)
		}
		if x, y := a.Shapes[0].flat(s.Sticks[0].B); x != want[0] || y != want[1] {
			t.Errorf("%q: %g, %g", view, x, y)
		}
		p := laidOut(f)
		m := newMapping(p.Axes, p.plot, p.dataCanvas())
		if x, y := m.x(1)-m.x(0), m.y(1)-m.y(0); math.Abs(float64(x/y)-1) > 1e-9 {
			t.Errorf("%q: a unit is %v by %v", view, x, y)
		}
	}
	for width, want := range map[float64]float64{100: 20, 730: 200, 1000: 200, 1200: 200, 3: 1} {
		if got := barLength(width); got != want {
			t.Errorf("the bar over %g um has %g", width, got)
		}
	}
}

// TestShapeRefusals holds the exact words of every mistake, after which nothing is
// drawn.
func TestShapeRefusals(t *testing.T) {
	f, _ := New(1, 1)
	a := f.Axes[0]
	stick := []Stick{{B: [3]float64{1, 0, 0}, Name: "soma"}}
	for want, s := range map[string]Shape{
		`"ab" is none of the planes xy, xz, yz, yx, zx, zy`: {View: "ab"},
		"soma has a place or diameter of NaN":               {Sticks: []Stick{{DA: math.NaN(), Name: "soma"}}},
		"soma has place 0 of 0 values":                      {Sticks: stick, Values: []float64{}},
		"there are 1 times and 0 frames":                    {Sticks: stick, Times: []float64{1}},
		"frame 0 has 2 values for 1 places":                 {Sticks: stick, Values: []float64{1}, Times: []float64{1}, Frames: [][]float64{{1, 2}}},
		"the limits of the colours must ascend: 3 to 1":     {Sticks: stick, Values: []float64{1}, Lo: 3, Hi: 1},
	} {
		if err := a.AddShape(s); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if err := a.AddMark(Mark{}); err == nil || !strings.Contains(err.Error(), "there is no shape") {
		t.Error(err)
	}
	if len(a.Shapes) != 0 || a.Bare {
		t.Errorf("%d shapes", len(a.Shapes))
	}
}

// TestMarksOfShapes: marks with the same label look alike, on several shapes, too.
func TestMarksOfShapes(t *testing.T) {
	a := gallery(t)["shapes"].Axes[0]
	p, q := a.Shapes[0].Marks[0], a.Shapes[1].Marks[0]
	if q.Marker != "^" || p.Color != q.Color {
		t.Errorf("%+v and %+v", p, q)
	}
}
