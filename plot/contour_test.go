package plot

import (
	"math"
	"strings"
	"testing"
)

// bowl is x² + y² over a square from -2 to 2.
func bowl(n int) Contour {
	s := Contour{X: Even(-2, 2, n-1), Y: Even(-2, 2, n-1)}
	for _, y := range s.Y {
		for _, x := range s.X {
			s.Values = append(s.Values, x*x+y*y)
		}
	}
	return s
}

// area is the area within lines that wind to the left, by the sum of their edges.
func area(lines [][][2]float64) float64 {
	sum := 0.0
	for _, line := range lines {
		for i := range line {
			p, q := line[i], line[(i+1)%len(line)]
			sum += (p[0]*q[1] - p[1]*q[0]) / 2
		}
	}
	return sum
}

// TestIsolines: the line of height 1 in a bowl is a circle that closes, with what is
// higher to the left, so clockwise; one that leaves the table is open.
func TestIsolines(t *testing.T) {
	const n = 81
	s := bowl(n)
	g := grid{s.X, s.Y, s.Values}
	lines := g.isolines(1)
	if len(lines) != 1 || lines[0][0] != lines[0][len(lines[0])-1] {
		t.Fatalf("%d lines", len(lines))
	}
	h := 4.0 / (n - 1) // linear interpolation is off by h²/8 of the second derivative, 2, over the slope, 2
	for _, p := range lines[0] {
		if d := math.Abs(math.Hypot(p[0], p[1]) - 1); d > h*h/8*1.1 {
			t.Fatalf("%v is %g from the circle", p, d)
		}
	}
	if a := area(lines); math.Abs(a+math.Pi) > 4*h*h {
		t.Errorf("the area is %g, not -π", a)
	}
	if open := g.isolines(6); len(open) != 4 || open[0][0] == open[0][len(open[0])-1] {
		t.Errorf("%d lines cut the corners", len(open))
	}
	// Two hills that touch the same cell are two, unless its middle is high.
	for corner, want := range map[float64]int{-1: 2, 0.9: 2} {
		g := grid{[]float64{0, 1}, []float64{0, 1}, []float64{1, corner, corner, 1}}
		if got := g.isolines(0.95); len(got) != want {
			t.Errorf("saddle: %d lines", len(got))
		}
	}
	low := (grid{[]float64{0, 1}, []float64{0, 1}, []float64{1, -1, -1, 1}}).isolines(0.5)
	high := (grid{[]float64{0, 1}, []float64{0, 1}, []float64{1, 0, 0, 1}}).isolines(0.4)
	// Below the middle, 0, or 0.5, the corners that are high are cut off, or joined.
	if low[0][0][1] != 0 || low[0][1][0] != 0 || high[0][0][1] != 0 || high[0][1][0] != 1 {
		t.Errorf("saddles: %v and %v", low, high)
	}
}

// TestBands: what is filled between levels has the area of the ring, also where it
// meets the border and a hole.
func TestBands(t *testing.T) {
	s := bowl(161)
	s.Filled, s.Levels = true, []float64{0.25, 1, 2.25}
	if got, want := area(s.outlines(0)), math.Pi*2; math.Abs(got-want) > 0.01 {
		t.Errorf("from 0.25 up to 2.25: %g, not %g", got, want)
	}
	if got, want := area(s.outlines(1)), math.Pi*1.25; math.Abs(got-want) > 0.01 {
		t.Errorf("from 1 up to 2.25: %g, not %g", got, want)
	}
	s.Levels = []float64{0, 4, 100}
	if got, want := area(s.outlines(0)), 16.0; math.Abs(got-want) > 1e-9 {
		t.Errorf("all: %g, not %g", got, want)
	}
	s.Values[80*161+80] = math.NaN() // of the four cells around it a half each, as a rhombus, is gone at least
	if got := area(s.outlines(0)); got >= 16 || got < 16-4*0.025*0.025 {
		t.Errorf("with a hole: %g", got)
	}
}

func TestContourErrors(t *testing.T) {
	f, err := New(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	for want, change := range map[string]func(*Contour){
		"contours of 25 values cannot have 1 columns and 5 rows": func(s *Contour) { s.X = s.X[:1] },
		"the rows of contours must ascend; number 1 is -2":       func(s *Contour) { s.Y[1] = -2 },
		"the levels of contours must ascend; number 1 is 0":      func(s *Contour) { s.Levels = []float64{1, 0} },
		"it takes 2 levels at least, not 1":                      func(s *Contour) { s.Filled, s.Levels = true, []float64{1} },
	} {
		s := bowl(5)
		s.Levels = []float64{1, 2}
		change(&s)
		if err := f.Axes[0].AddContour(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestNiceLevels(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		around bool
		want   []float64
	}{
		{-0.99, 1.06, false, []float64{-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9}},
		{-0.99, 1.06, true, []float64{-1.2, -0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 1.2}},
		{0, 70, true, []float64{0, 10, 20, 30, 40, 50, 60, 70}},
		{3e-7, 3.8e-7, false, []float64{3e-7, 3.1e-7, 3.2e-7, 3.3e-7, 3.4e-7, 3.5e-7, 3.6e-7, 3.7e-7, 3.8e-7}},
	} {
		got := NiceLevels([]float64{c.lo, c.hi}, 7, c.around)
		same := len(got) == len(c.want)
		for i := range got {
			same = same && math.Abs(got[i]-c.want[i]) < 1e-12*math.Abs(c.hi)
		}
		if !same {
			t.Errorf("%g to %g: %v, want %v", c.lo, c.hi, got, c.want)
		}
	}
}

// TestContourText: in a terminal without colours bands differ.
func TestContourText(t *testing.T) {
	f, err := New(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	s := bowl(21)
	s.Filled, s.Levels = true, []float64{0, 1, 4, 10}
	if err := f.Axes[0].AddContour(s); err != nil {
		t.Fatal(err)
	}
	lines := asText(t, f, Terminal{60, 20, 0})
	middle, corner := []rune(lines[9])[34], []rune(lines[1])[55]
	if middle == corner || middle == ' ' && corner == ' ' {
		t.Errorf("%q in the middle, %q in the corner:\n%s", middle, corner, strings.Join(lines, "\n"))
	}
}
