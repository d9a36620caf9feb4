// Package analysis measures traces: spike times and rates, the shape of a spike, the
// passive membrane, thresholds. And it looks at models of two variables in their state
// space: nullclines, fixed points, limit cycles.
//
// Of traces, times are in ms, potentials in mV, currents in nA, resistances in MOhm, rates in Hz.
// What is asked of a trace that it cannot give is a *fault.Error.
package analysis

import (
	"math"
	"sort"

	"github.com/gneuron/gneuron/fault"
)

// checkTrace holds that t and v are the times and values of a trace: as many of both, at
// least two, finite, and t does not fall. (A solver of variable step may give a time twice.)
func checkTrace(t, v []float64) error {
	switch {
	case len(t) != len(v):
		return fault.New(fault.Range, "t has %d elements and v has %d", len(t), len(v))
	case len(t) < 2:
		return fault.New(fault.Range, "a trace needs at least 2 samples, not %d", len(t)).
			WithHint("was it recorded before the run? n.Vector().record(...) comes before n.finitialize()")
	}
	for i := range t {
		if !finite(t[i]) {
			return fault.New(fault.Range, "t[%d] is %g", i, t[i])
		}
		if !finite(v[i]) {
			return fault.New(fault.Range, "v[%d] is %g", i, v[i])
		}
		if i > 0 && t[i] < t[i-1] {
			return fault.New(fault.Range, "t must not fall: t[%d] = %g comes after t[%d] = %g", i, t[i], i-1, t[i-1])
		}
	}
	return nil
}

// checkWindow holds that from and to enclose a time that the trace covers.
func checkWindow(t []float64, from, to float64) error {
	if !(from < to) || !finite(from) || !finite(to) {
		return fault.New(fault.Range, "the window from %g to %g ms has no length", from, to)
	}
	first, last := t[0], t[len(t)-1]
	slack := 1e-9 * (last - first) // times are sums of steps
	if from < first-slack || to > last+slack {
		e := fault.New(fault.Range, "the window from %g to %g ms is not within the trace, which goes from %g to %g ms", from, to, first, last)
		e.Lo, e.Hi, e.HasRange = first, last, true
		return e
	}
	return nil
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// within gives the samples of a trace from the time from to the time to, with values on
// the straight line between two samples at both ends.
func within(t, v []float64, from, to float64) (wt, wv []float64) {
	lo := sort.Search(len(t), func(i int) bool { return t[i] > from })
	hi := sort.SearchFloat64s(t, to)
	wt, wv = append(wt, from), append(wv, valueAt(t, v, from))
	wt, wv = append(wt, t[lo:max(lo, hi)]...), append(wv, v[lo:max(lo, hi)]...)
	return append(wt, to), append(wv, valueAt(t, v, to))
}

// valueAt is the value of a trace at a time, on the straight line between two samples;
// before the first and after the last it stays.
func valueAt(t, v []float64, at float64) float64 {
	i := sort.SearchFloat64s(t, at)
	switch {
	case i == 0:
		return v[0]
	case i == len(t):
		return v[len(v)-1]
	}
	return onLine(v[i-1], v[i], (at-t[i-1])/(t[i]-t[i-1]))
}

func onLine(a, b, part float64) float64 { return a + (b-a)*part }
