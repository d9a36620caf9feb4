package plot

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot"
)

func labels(marks []plot.Tick) string {
	var out []string
	for _, m := range marks {
		if m.Label != "" {
			out = append(out, m.Label)
		}
	}
	return strings.Join(out, " ")
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   string
	}{
		{1, 1000, 7, "1 10 100 1000"},
		{0.8, 30, 7, "1 2 5 10 20"},
		{1e-12, 1e3, 7, "10⁻¹² 10⁻⁹ 10⁻⁶ 0.001 1 1000"},
		{2, 5, 7, "2.0 2.5 3.0 3.5 4.0 4.5 5.0"},
		{3e4, 3e6, 7, "10⁵ 10⁶"},
		{1.5e5, 1.5e6, 7, "2·10⁵ 5·10⁵ 10⁶"},
	} {
		if got := labels(logTicks(c.lo, c.hi, c.n)); got != c.want {
			t.Errorf("logTicks(%g, %g, %d): %s; want %s", c.lo, c.hi, c.n, got, c.want)
		}
	}
}

// TestLogAxis: what is not positive is a gap, the ends are those of the rest, and
// a place on the paper leads back to its number.
func TestLogAxis(t *testing.T) {
	f, _ := New(1, 1)
	a := f.Axes[0]
	a.X.Log, a.Y.Log, a.Y.Inverted = true, true, true
	if err := a.Add(Series{X: []float64{0, 1, 10, 100, 1000}, Y: []float64{1, 1, 10, -5, 1000}, Line: "-"}); err != nil {
		t.Fatal(err)
	}
	p := laidOut(f)
	if p.data != (extent{1, 1000, 1, 1000}) {
		t.Errorf("extent %v", p.data)
	}
	lines := p.Series[0].lines(newMapping(p.Axes, p.plot, p.dataCanvas()))
	if len(lines) != 1 || len(lines[0]) != 2 || lines[0][0].Y < lines[0][1].Y {
		t.Errorf("lines %v", lines)
	}
	for _, s := range []scale{{}, {log: true}, {inverted: true}, {true, true}} {
		for _, v := range []float64{0.01, 1, 77, 1e4} {
			if got := s.at(0.001, 2e4, s.Normalize(0.001, 2e4, v)); math.Abs(got/v-1) > 1e-9 {
				t.Errorf("%+v: %g came back as %g", s, v, got)
			}
		}
	}
}

// TestAnyLogRange: an axis with no, one or any positive numbers has marks.
func TestAnyLogRange(t *testing.T) {
	for _, ends := range [][2]float64{{math.Inf(1), math.Inf(-1)}, {5, 5}, {1e-200, 1e200}, {3, 3.0001}, {1e-290, 1e-289}} {
		for _, l := range []Limits{{}, {Lo: Limit{-1, true}}, {Lo: Limit{2, true}}, {Hi: Limit{100, true}}} {
			var axis plot.Axis
			setRange(&axis, &Axis{Log: true, Limits: l}, ends[0], ends[1], 0.05)
			if !(axis.Min > 0 && axis.Min < axis.Max) || len(logTicks(axis.Min, axis.Max, 8)) < 2 {
				t.Errorf("%v, limits %v: axis %g to %g", ends, l, axis.Min, axis.Max)
			}
		}
	}
}

// TestShared: axes of a group have one range, also of limits that one of them has.
func TestShared(t *testing.T) {
	f, _ := New(2, 1)
	for i, a := range f.Axes {
		a.X.Group = 1
		if err := a.Add(Series{X: []float64{0, float64(10 * (i + 1))}, Y: []float64{0, 1}, Line: "-"}); err != nil {
			t.Fatal(err)
		}
	}
	panels := panelsOf(f)
	if a, b := panels[0].plot.X, panels[1].plot.X; a.Min != b.Min || a.Max != b.Max || a.Max < 20 {
		t.Errorf("%g to %g, %g to %g", a.Min, a.Max, b.Min, b.Max)
	}
	f.Axes[0].X.Limits.Hi = Limit{5, true}
	if b := panelsOf(f)[1].plot.X; b.Max != 5 {
		t.Errorf("to %g", b.Max)
	}
	if f.Axes[1].X.Limits.Hi.Set {
		t.Error("laying out changed the figure")
	}
}

// TestAligned: axes with a common edge of their cells begin and end at the same
// place, whatever stands beside them.
func TestAligned(t *testing.T) {
	f := gallery(t)["mosaic"]
	f.Axes[2].Y.Label = "a label\nof two lines"
	p := panelsOf(f)
	if a, b := p[0].dataCanvas(), p[2].dataCanvas(); math.Abs(float64(a.Min.X-b.Min.X)) > 1e-9 {
		t.Errorf("left ends %v and %v", a.Min.X, b.Min.X)
	}
	if a, b := p[1].dataCanvas(), p[2].dataCanvas(); math.Abs(float64(a.Max.X-b.Max.X)) > 1e-9 {
		t.Errorf("right ends %v and %v", a.Max.X, b.Max.X)
	}
	for i, p := range p {
		if end := p.dataCanvas().Max.X + p.legend.size.X; end > p.tile.Max.X {
			t.Errorf("the legend of axes %d ends at %v, beyond %v", i, end, p.tile.Max.X)
		}
	}
}

// TestEqual: a unit of x is as long on the paper as one of y.
func TestEqual(t *testing.T) {
	for _, aspect := range []Aspect{EqualBox, EqualRange} {
		f := gallery(t)["equal"]
		f.Axes[0].Aspect = aspect
		p := laidOut(f)
		m := newMapping(p.Axes, p.plot, p.dataCanvas())
		if x, y := m.x(1)-m.x(0), m.y(1)-m.y(0); math.Abs(float64(x/y)-1) > 1e-9 {
			t.Errorf("aspect %d: %v and %v", aspect, x, y)
		}
	}
}

// TestArrows: where they begin and end, by the rules of matplotlib.
func TestArrows(t *testing.T) {
	f, _ := New(1, 1)
	a := f.Axes[0]
	for _, s := range []Arrows{
		{X: []float64{0}, Y: []float64{0}, U: []float64{3}, V: []float64{4}, Scale: 10},
		{X: []float64{0}, Y: []float64{0}, U: []float64{3}, V: []float64{4}, Scale: 10, DataAngle: true},
		{X: []float64{0}, Y: []float64{0}, U: []float64{3}, V: []float64{4}, Scale: 2, DataUnits: true},
	} {
		if err := a.AddArrows(s); err != nil {
			t.Fatal(err)
		}
	}
	p := laidOut(f)
	c := p.dataCanvas()
	m := newMapping(p.Axes, p.plot, c)
	var d [3][2]float64
	for i := range d {
		k := p.Arrows[i].arrows(c, m)[0]
		d[i] = [2]float64{float64(k.tip.X - k.tail.X), float64(k.tip.Y - k.tail.Y)}
	}
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9*math.Abs(want) {
			t.Errorf("%s: %g, want %g", what, got, want)
		}
	}
	width := float64(c.Size().X)
	near("x on the paper", d[0][0], 0.3*width)
	near("y on the paper", d[0][1], 0.4*width)
	near("length along the data", math.Hypot(d[1][0], d[1][1]), 0.5*width)
	near("slope along the data", d[1][1]/d[1][0], float64((m.y(4)-m.y(0))/(m.x(3)-m.x(0))))
	near("x in data", d[2][0], float64(m.x(1.5)-m.x(0)))
	near("y in data", d[2][1], float64(m.y(2)-m.y(0)))
}

// TestImagePeak: one cell of four million is to be seen, whatever the axis.
func TestImagePeak(t *testing.T) {
	for _, log := range []bool{false, true} {
		f, _ := New(1, 1)
		f.Density = 1
		a := f.Axes[0]
		a.X.Log = log
		s := Image{Values: make([]float64, 4000*1000), XEdges: Even(1, 4001, 4000), YEdges: Even(0, 1000, 1000)}
		colors, err := ParseColormap("gray")
		if err != nil {
			t.Fatal(err)
		}
		s.Colors = colors
		s.Values[333*4000+2777] = 1
		if err := a.AddImage(s); err != nil {
			t.Fatal(err)
		}
		img := picture(t, f)
		bright := 0
		r := laidOut(f).dataCanvas()
		for x := int(r.Min.X/Pixel) + 3; x < int(r.Max.X/Pixel)-3; x++ {
			for y := f.Height - float64(r.Max.Y/Pixel) + 3; y < f.Height-float64(r.Min.Y/Pixel)-3; y++ {
				if c, _, _, _ := img.At(x, int(y)).RGBA(); c > 0x2000 {
					bright++
				}
			}
		}
		if bright < 1 || bright > 8 {
			t.Errorf("log %t: %d bright pixels", log, bright)
		}
	}
}
