package plot

import (
	"image/color"
	"testing"
)

// TestPeakEverywhere: a single high sample among a million is to be seen in every
// output.
func TestPeakEverywhere(t *testing.T) {
	const n, at = 1_000_000, 777_777
	x, y := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i] = float64(i)
	}
	y[at] = 1
	f, _ := New(1, 1)
	a := f.Axes[0]
	a.Grid = false
	if err := a.Add(Series{X: x, Y: y, Line: "-", Color: color.NRGBA{255, 0, 0, 255}}); err != nil {
		t.Fatal(err)
	}
	p := laidOut(f)
	m := newMapping(p.Axes, p.plot, p.dataCanvas())

	img := picture(t, f)
	const dot = Pixel / 2
	px, py := int(m.x(at)/dot), img.Bounds().Dy()-int(m.y(0.9)/dot)
	if r, g, _, _ := img.At(px, py).RGBA(); r < 0xc000 || g > 0xb000 {
		t.Errorf("PNG: no red dot at %d, %d", px, py)
	}

	lines := asText(t, f, Terminal{Cols: 80, Rows: 24})
	high := []rune(lines[3]) // of 21 rows of data
	found := 0
	for col := 12; col < len(high); col++ {
		if high[col] > 0x2800 {
			found = col
		}
	}
	if float64(found) < 0.65*80 || float64(found) > 0.85*80 {
		t.Errorf("terminal: the peak is at column %d: %q", found, string(high))
	}

	items := p.page(part{filePage, 1}, 0)["items"].([]object)
	if ys := decode(t, items[0]["y"]); len(ys) != n || ys[at] != 1 || ys[at-1] != 0 {
		t.Error("HTML: the peak is not where it was")
	}
}
