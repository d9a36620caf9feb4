package script

import (
	"errors"
	"testing"
	"time"

	"github.com/dop251/goja"
)

// A phase plane of equations, which no script computes, can be interrupted all the same.
func TestPhasePlaneStops(t *testing.T) {
	rt := New(Options{})
	defer rt.Close()
	const source = `
const { phasePlane } = require("gneuron/analysis")
soon()
phasePlane("FitzHughNagumo", { xlim: [-2, 2], ylim: [-2, 2], cells: 2000 })
`
	soon := func() {}
	rt.Global("soon", func(goja.FunctionCall) goja.Value { soon(); return nil })
	start := time.Now()
	if err := rt.RunSource("plane.js", source); err != nil {
		t.Fatal(Report(err))
	}
	whole := time.Since(start)
	soon = func() { time.AfterFunc(5*time.Millisecond, func() { rt.Interrupt(TimedOut) }) }
	start = time.Now()
	var stopped *Stopped
	if err := rt.RunSource("plane.js", source); !errors.As(err, &stopped) || stopped.Reason != TimedOut {
		t.Errorf("error %v, want one that tells of the time", err)
	}
	if took := time.Since(start); took > whole/2 {
		t.Errorf("it stopped after %v; not stopped it takes %v", took, whole)
	}
}
