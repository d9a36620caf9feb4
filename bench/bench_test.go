package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestCosts(t *testing.T) {
	runs := []sample{{Segments: 1000, Steps: 4000, Seconds: []float64{0.4}}, {Segments: 1000, Steps: 4000, Seconds: []float64{0.2}}}
	perSegment := runSpec{}.costs(runs)
	if perSegment[0] != 100 || perSegment[1] != 50 {
		t.Errorf("ns per segment and step: %v, want 100 and 50", perSegment)
	}
	perStep := runSpec{perStep: true}.costs(runs)
	if perStep[0] != 100 || perStep[1] != 50 {
		t.Errorf("µs per step: %v, want 100 and 50", perStep)
	}
}

func TestMedian(t *testing.T) {
	if m := median([]float64{5, 1, 3}); m != 3 {
		t.Errorf("median of 5, 1, 3 is %v", m)
	}
	if m := median([]float64{4, 1, 3, 2}); m != 2.5 {
		t.Errorf("median of 4, 1, 3, 2 is %v", m)
	}
}

func TestFigure(t *testing.T) {
	for x, want := range map[float64]string{0.6187: "0.619", 85.61: "85.6", 1010.4: "1010", 0.0012: "0.00120"} {
		if got := figure(x); got != want {
			t.Errorf("figure(%v) = %q, want %q", x, got, want)
		}
	}
}

// TestModels checks that each row of the table has its two scripts.
func TestModels(t *testing.T) {
	runs, err := plan([]string{"a", "b", "c", "d", "f"})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runs {
		for _, ending := range []string{".js", ".py"} {
			if _, err := os.Stat(filepath.Join("models", r.model+ending)); err != nil {
				t.Error(err)
			}
		}
	}
	if _, err := plan([]string{"a", "x"}); err == nil {
		t.Error("a model that does not exist is accepted")
	}
}

func TestFastest(t *testing.T) {
	order, first, err := readParts(`{"parts": [{"what": "sections", "seconds": 3}, {"what": "netcons", "seconds": 1}]}`)
	if err != nil {
		t.Fatal(err)
	}
	_, second, err := readParts(`{"parts": [{"what": "sections", "seconds": 2}, {"what": "netcons", "seconds": 4}]}`)
	if err != nil {
		t.Fatal(err)
	}
	parts := fastest(order, [][]map[string]float64{{first, second}, {first}})
	for i, want := range []part{{"sections", []float64{2, 3}}, {"netcons", []float64{1, 1}}, {"all of it", []float64{3, 4}}} {
		if parts[i].what != want.what || !slices.Equal(parts[i].least, want.least) {
			t.Errorf("part %d is %v, want %v", i, parts[i], want)
		}
	}
	if _, _, err := readParts("{}"); err == nil {
		t.Error("an empty report is accepted")
	}
}
