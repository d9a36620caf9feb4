package plot

import (
	"math"
	"testing"
)

// TestStream: lines of a field that turns are circles, and they keep apart.
func TestStream(t *testing.T) {
	f := Field{X: Even(-2, 2, 20), Y: Even(-1, 1, 30)}
	for _, y := range f.Y {
		for _, x := range f.X {
			f.U, f.V = append(f.U, -y), append(f.V, x)
		}
	}
	line, heads, err := Stream(f, 1)
	if err != nil {
		t.Fatal(err)
	}
	lines, radius := 0, math.NaN()
	for i, x := range line.X {
		y := line.Y[i]
		switch {
		case math.IsNaN(x):
			lines++
			radius = math.NaN()
		case math.IsNaN(radius):
			radius = math.Hypot(x, y)
		case math.Abs(math.Hypot(x, y)-radius) > 0.01*radius+2e-3: // by the steps, of 1/120 of the sides
			t.Fatalf("line %d goes from radius %g to %g", lines, radius, math.Hypot(x, y))
		}
	}
	if lines < 10 || lines > 100 || len(heads.X) != lines {
		t.Errorf("%d lines, %d arrows", lines, len(heads.X))
	}
	for i := range heads.X {
		if cross := heads.X[i]*heads.V[i] - heads.Y[i]*heads.U[i]; cross <= 0 {
			t.Errorf("arrow %d points the wrong way", i)
		}
	}
	if _, _, err := Stream(f, 100); err == nil {
		t.Error("a density of 100 was taken")
	}
	f.U = f.U[1:]
	if _, _, err := Stream(f, 1); err == nil {
		t.Error("a field with a number too few was taken")
	}
}

// TestMosaic: the places of letters, with ratios.
func TestMosaic(t *testing.T) {
	f, names, err := Mosaic([][]string{{"A", "A", "B"}, {"C", ".", "B"}}, []float64{1, 1, 2}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 3 || names[0] != "A" || names[1] != "B" || names[2] != "C" {
		t.Fatal(names)
	}
	for i, want := range [][4]float64{{0, 0.5, 0, 0.5}, {0.5, 1, 0, 1}, {0, 0.25, 0.5, 1}} {
		l, r, top, b := f.Axes[i].Cell.edges()
		if [4]float64{l, r, top, b} != want {
			t.Errorf("%s: %g %g %g %g, want %g", names[i], l, r, top, b, want)
		}
	}
}
