package vector

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// Spikebin makes the receiver 1 for each group of bin samples of src in which
// it rises to threshold or beyond, and 0 for the others; src must fall below
// threshold before it counts again. A src that begins at or above threshold
// counts in the first group. A rest that is no whole group is left out.
func (v *Vector) Spikebin(src *Vector, threshold float64, bin int) error {
	if bin < 1 {
		return fault.New(fault.Range, "Vector.spikebin: a bin must have at least 1 sample, not %d", bin)
	}
	out := make([]float64, len(src.data)/bin)
	above := false
	for i, x := range src.data[:len(out)*bin] {
		if x >= threshold && !above {
			out[i/bin] = 1
		}
		above = x >= threshold || above && !(x < threshold) // NaN changes nothing
	}
	v.set(out)
	return nil
}

// Psth makes the receiver a rate [Hz] from src, the spikes counted in bins of
// dt [ms] over a number of trials. Around each bin as many neighbours, later and
// earlier in turn, are taken in as it needs for a sum of at least size spikes:
//
//	v_i = 1000·sum/(trials·bins·dt)
//
// size is at most half the number of bins, as in NEURON, and at most the number
// of spikes.
func (v *Vector) Psth(src *Vector, dt, trials, size float64) error {
	xs := src.data
	switch {
	case !(dt > 0) || math.IsInf(dt, 0):
		return fault.New(fault.Range, "Vector.psth: the width of a bin must be above 0 ms, not %g", dt)
	case !(trials > 0) || math.IsInf(trials, 0):
		return fault.New(fault.Range, "Vector.psth: the number of trials must be above 0, not %g", trials)
	case !(size >= 0 && size <= float64(len(xs)/2)):
		return fault.New(fault.Range, "Vector.psth: the number of spikes to take together must be from 0 to half the number of bins, %d, not %g", len(xs)/2, size)
	}
	if total := sum(xs); total < size {
		return fault.New(fault.Range, "Vector.psth: %g spikes cannot be taken together where there are %g", size, total)
	}
	out := make([]float64, len(xs))
	for i, s := range xs {
		first, last := i, i
		for s < size && (first > 0 || last < len(xs)-1) {
			if last < len(xs)-1 {
				last++
				s += xs[last]
			}
			if first > 0 && s < size {
				first--
				s += xs[first]
			}
		}
		out[i] = s / trials * 1000 / (float64(last-first+1) * dt)
	}
	v.set(out)
	return nil
}

// Trigavg makes the receiver the mean of src around the sample numbers in
// triggers, from pre samples before to post-1 after, and returns over how many.
// A trigger nearer to an end of src than that is left out; without any the
// elements are NaN, as in NEURON.
func (v *Vector) Trigavg(src, triggers *Vector, pre, post int) (int, error) {
	n := len(src.data)
	for _, x := range []int{pre, post} {
		if x < 0 || x >= n {
			e := fault.New(fault.Range, "Vector.trigavg: the samples before and after a trigger must be from 0 to %d, not %d", n-1, x)
			if n == 0 {
				e = fault.New(fault.Range, "Vector.trigavg: there are no data")
			}
			return 0, e
		}
	}
	out := make([]float64, pre+post)
	count := 0
	for _, t := range triggers.data {
		at := math.Trunc(t)
		if !(at >= float64(pre) && at < float64(n-post)) {
			continue
		}
		count++
		for j, x := range src.data[int(at)-pre : int(at)+post] {
			out[j] += x
		}
	}
	for j := range out {
		out[j] /= float64(count)
	}
	v.set(out)
	return count, nil
}

// Firing is a leaky integrate-and-fire neuron for Inf.
type Firing struct {
	Leak, Rest  float64 // conductance and the potential that it leads to
	Capacitance float64
	Threshold   float64
	Reset       float64
	Refractory  float64 // [ms] for which the threshold does not count after a reset
}

// Inf makes the receiver the potential of an integrate-and-fire neuron that is
// driven by the current src, by Euler's method with step dt [ms]:
//
//	v_{i+1} = v_i + dt·(src_i - Leak·(v_i - Rest))/Capacitance
//
// from v_0 = Rest on. Where that reaches the threshold the sample is 0, the next
// one Reset. Any units that fit together will do.
func (v *Vector) Inf(src *Vector, dt float64, cell Firing) error {
	if !(dt > 0) || math.IsInf(dt, 0) {
		return fault.New(fault.Range, "Vector.inf: the step must be above 0 ms, not %g", dt)
	}
	if cell.Capacitance == 0 || math.IsNaN(cell.Capacitance) {
		return fault.New(fault.Range, "Vector.inf: the capacitance must not be %g", cell.Capacitance)
	}
	out := make([]float64, len(src.data))
	if len(out) > 0 {
		out[0] = cell.Rest
	}
	wait, perStep := 0.0, cell.Capacitance/dt
	for i := 0; i < len(out)-1; i++ {
		current := float64(-cell.Leak*(out[i]-cell.Rest)) + src.data[i]
		next := out[i] + current/perStep
		if next < cell.Threshold || wait > 0 {
			wait -= dt
			out[i+1] = next
			continue
		}
		i++ // out[i] stays 0: the spike
		if i < len(out)-1 {
			out[i+1] = cell.Reset
		}
		wait = cell.Refractory
	}
	v.set(out)
	return nil
}
