package nmodl

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// called compiles an expression as a FUNCTION of t and gives what runs it.
func called(t *testing.T, expression string) func(at float64) (float64, error) {
	t.Helper()
	typ, errs := Compile("x.mod", "NEURON { SUFFIX x }\nFUNCTION f(a) { f = "+expression+" }", nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	w := newWorld(t, typ, 1)
	code := typ.Procedure("f").Code
	return func(at float64) (float64, error) {
		y, err := code.Call(w.instance(0), []any{at})
		if err != nil {
			return 0, err
		}
		return y, nil
	}
}

// TestForce compares force and stepforce with what NEURON 8.2.2 makes of the
// same file.
func TestForce(t *testing.T) {
	name := filepath.Join(t.TempDir(), "points.dat")
	if err := os.WriteFile(name, []byte("a\nb\nc\nd\ne\nf\n0.5 2.5\n0 1\n1.2 -1\n2 0.25\n3 4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	spline, steps := called(t, `force(a, "`+name+`")`), called(t, `stepforce(a, "`+name+`")`)
	for _, test := range [][3]float64{
		{0, 1, 1}, {0.25, 2.150333611600491, 1}, {0.5, 2.5, 2.5}, {0.75, 1.5487949207836476, 2.5},
		{1.25, -1.1510306187304384, -1}, {2, 0.25, 0.25}, {2.75, 3.0873867937477018, 0.25}, {3, 4, 4},
	} {
		y, err := spline(test[0])
		if err != nil || math.Abs(y-test[1]) > 1e-12 {
			t.Errorf("force(%g) = %.17g, %v; NEURON %.17g", test[0], y, err, test[1])
		}
		if y, err = steps(test[0]); err != nil || y != test[2] {
			t.Errorf("stepforce(%g) = %g, %v; NEURON %g", test[0], y, err, test[2])
		}
	}
	if _, err := spline(3.2); err == nil || !strings.Contains(err.Error(), "reach from 0 to 3, not to 3.2") {
		t.Errorf("beyond the points: %v", err)
	}
	if _, err := called(t, `stepforce(a, "no such file")`)(0); err == nil || !strings.Contains(err.Error(), "x.mod:2:21: stepforce: open no such file") {
		t.Errorf("without a file: %v", err)
	}
}

// TestThresholdAndStep calls the functions of the library that NEURON 8.2.2
// itself crashes in.
func TestThresholdAndStep(t *testing.T) {
	for _, test := range []struct {
		expression string
		below, at  float64
	}{
		{`threshold(a, 2, "min")`, 0, 1},
		{`threshold(a, 1.5, "MAX")`, 1, 0},
		{`threshold(a, 2, "mean")`, -1, -1},
		{`step(a, 2, -4)`, 0, -4},
	} {
		f := called(t, test.expression)
		if y, err := f(1); err != nil || y != test.below {
			t.Errorf("%s at 1: %g, %v", test.expression, y, err)
		}
		if y, err := f(2); err != nil || y != test.at {
			t.Errorf("%s at 2: %g, %v", test.expression, y, err)
		}
	}
}
