package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestCosts(t *testing.T) {
	runs := []sample{{Segments: 1000, Steps: 4000, Seconds: []float64{0.4}}, {Segments: 1000, Steps: 4000, Seconds: []float64{0.2}}}
	perSegment := row{unit: perSegment}.costs(runs)
	if perSegment[0] != 100 || perSegment[1] != 50 {
		t.Errorf("ns per segment and step: %v, want 100 and 50", perSegment)
	}
	perStep := row{unit: perStep}.costs(runs)
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
	chosen, err := plan(allModels())
	if err != nil {
		t.Fatal(err)
	}
	if len(chosen) != len(rows) {
		t.Errorf("all models are %d rows, want %d", len(chosen), len(rows))
	}
	for _, r := range chosen {
		for _, ending := range []string{".js", ".py"} {
			if _, err := os.Stat(filepath.Join("models", r.scriptName()+ending)); err != nil {
				t.Error(err)
			}
		}
	}
	if _, err := plan([]string{"a", "x"}); err == nil {
		t.Error("a model that does not exist is accepted")
	}
}

// TestCheck: programs that do not agree are an error.
func TestCheck(t *testing.T) {
	peers := []*program{{name: "gneuron"}, {name: "gneuron go", sameBits: true}, {name: "NEURON"}, {name: "without the model"}}
	for _, c := range []struct {
		bits, neuron float64
		refused      string
	}{
		{-60, -60 + 1e-9, ""},
		{-60, -60 + 1e-5, "NEURON -59.999989"},
		{-60 + 1e-13, -60, "gneuron go -59.9999999999999"},
		{-60, math.NaN(), "NEURON NaN"},
	} {
		samples := [][]sample{{{MeanV: -60}}, {{MeanV: c.bits}}, {{MeanV: c.neuron}}, nil}
		err := row{model: "b", what: "a cable"}.check(peers, samples)
		if (err == nil) != (c.refused == "") || err != nil && !strings.Contains(err.Error(), c.refused) {
			t.Errorf("%v and %v: %v, want %q", c.bits, c.neuron, err, c.refused)
		}
	}
}

// TestCompare writes two reports and compares them.
func TestCompare(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for i, seconds := range [][]float64{{0.4, 0.6}, {0.1, 0.4}} {
		peers := []*program{{name: "gneuron"}, {name: "NEURON"}}
		r := newReport(options{rounds: 1}, peers)
		r.add(row{model: "b", what: "a cable", unit: perSegment}, peers, [][]sample{{{Segments: 1000, Steps: 4000, Seconds: seconds}}, nil})
		file := filepath.Join(dir, []string{"old.json", "new.json"}[i])
		if err := r.write(file); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	var out strings.Builder
	if err := compare(&out, strings.Join(files, ",")); err != nil {
		t.Fatal(err)
	}
	if want := "| b: a cable | gneuron | ns per segment and step | 100 | 25.0 | 4.00 (2.00) |\n"; !strings.HasSuffix(out.String(), want) {
		t.Errorf("it prints\n%swhich does not end with\n%s", out.String(), want)
	}
	if err := compare(&out, files[0]); err == nil {
		t.Error("one file is accepted")
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
