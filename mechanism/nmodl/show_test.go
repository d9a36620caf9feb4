package nmodl

import (
	"strings"
	"testing"
)

// Every construct can be shown, and followed through the passes.
func TestShowEverything(t *testing.T) {
	text, errs := Show("all.mod", everything, nil)
	if len(errs) > 0 {
		t.Fatal(said(errs))
	}
	for _, line := range []string{
		"All, point process", "Every construct, once",
		"  g  = 0.1  S/cm2  0 to 1e+09", "  m  = 0  1", "  na  reads ena, nai, writes ina", "  x   writes xi, valence -2",
		"  i   of no ion, outward positive", "  ie  of an electrode, inward positive",
		"  receives (w (uS), w2)  the arguments are the weights of a NetCon", "  rng",
		"  f(x (mV)) (ms)   function", "  ft(x (mV), y) (1)  function table",
		"      m' = (f(v) - m)/tau", "      ~ a + 2 b <-> h[1] (1, f(v)*2)",
	} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(line), " ")) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
	for name, text := range ownFiles(t) {
		_, errs := Compile(name, text, nil)
		passes, wrong := ShowPasses(name, text, nil)
		if len(wrong) != len(errs) || len(errs) == 0 && !strings.Contains(passes, "6. Programs") {
			t.Errorf("%s: %s\n%s", name, said(wrong), passes)
		}
	}
	const watching = "NEURON { POINT_PROCESS w }\nNET_RECEIVE(a) { WATCH (v > 1) 2, (v < 0) 3 }\n"
	if passes, errs := ShowPasses("w.mod", watching, nil); len(errs) > 0 || !strings.Contains(passes, "\n    WATCH (v > 1) 2\n    WATCH (v < 0) 3\n") {
		t.Errorf("%s\n%s", said(errs), passes)
	}
}
