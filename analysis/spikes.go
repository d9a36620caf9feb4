package analysis

import (
	"math"
	"sort"

	"github.com/gneuron/gneuron/fault"
	"gonum.org/v1/gonum/stat"
)

// Threshold is the potential [mV] that a spike crosses where none is given: that of
// NEURON's APCount.
const Threshold = -20.0

// SpikeTimes gives the times [ms] at which the potential v [mV] rises through a
// threshold [mV]: from below it to it or above. A time is that of the crossing on the
// straight line between two samples. A trace that starts above the threshold must first
// fall below it. No spike is no error: the result is then empty.
func SpikeTimes(t, v []float64, threshold float64) ([]float64, error) {
	if err := checkTrace(t, v); err != nil {
		return nil, err
	}
	if !finite(threshold) {
		return nil, fault.New(fault.Range, "the threshold is %g", threshold)
	}
	times := []float64{}
	for _, i := range crossings(v, threshold) {
		times = append(times, onLine(t[i-1], t[i], (threshold-v[i-1])/(v[i]-v[i-1])))
	}
	return times, nil
}

// crossings gives the first sample of each rise to a threshold.
func crossings(v []float64, threshold float64) []int {
	var at []int
	for i := 1; i < len(v); i++ {
		if v[i-1] < threshold && v[i] >= threshold {
			at = append(at, i)
		}
	}
	return at
}

// checkTimes holds that spike times rise.
func checkTimes(times []float64) error {
	for i, x := range times {
		if !finite(x) {
			return fault.New(fault.Range, "times[%d] is %g", i, x)
		}
		if i > 0 && x < times[i-1] {
			return fault.New(fault.Range, "times must not fall: times[%d] = %g comes after times[%d] = %g", i, x, i-1, times[i-1]).
				WithHint("spike times of several cells have to be sorted")
		}
	}
	return nil
}

// FiringRate is the number of spikes in a window, both ends included, over its length
// [Hz]. (Dayan and Abbott 2001, Theoretical Neuroscience, eq. 1.4: the spike-count rate.)
func FiringRate(times []float64, from, to float64) (float64, error) {
	if err := checkTimes(times); err != nil {
		return 0, err
	}
	if !(from < to) || !finite(to-from) {
		return 0, fault.New(fault.Range, "the window from %g to %g ms has no length", from, to)
	}
	first := sort.SearchFloat64s(times, from)
	behind := sort.Search(len(times), func(i int) bool { return times[i] > to })
	return 1000 * float64(behind-first) / (to - from), nil
}

// Intervals gives the times between spikes that follow each other [ms], one less than
// there are spikes.
func Intervals(times []float64) ([]float64, error) {
	if err := checkTimes(times); err != nil {
		return nil, err
	}
	between := []float64{}
	for i := 1; i < len(times); i++ {
		between = append(between, times[i]-times[i-1])
	}
	return between, nil
}

// IntervalRate is one over the mean interval between spikes [Hz], which does not depend
// on a window. With fewer than two spikes there is no interval, and it is 0.
func IntervalRate(times []float64) (float64, error) {
	if err := checkTimes(times); err != nil || len(times) < 2 {
		return 0, err
	}
	duration := times[len(times)-1] - times[0]
	if duration == 0 {
		return 0, fault.New(fault.Range, "all %d spikes are at %g ms", len(times), times[0])
	}
	return 1000 * float64(len(times)-1) / duration, nil
}

// CV is the coefficient of variation of the intervals between spikes: their standard
// deviation (the root of the mean square deviation) over their mean. 0 is regular, 1 is a
// Poisson process. (Gabbiani and Koch 1998, in Methods in Neuronal Modeling, ch. 9.)
func CV(times []float64) (float64, error) {
	between, err := Intervals(times)
	if err != nil {
		return 0, err
	}
	if len(between) < 2 {
		return 0, fault.New(fault.Range, "the variation of intervals needs at least 3 spikes, not %d", len(times))
	}
	mean, variance := stat.PopMeanVariance(between, nil)
	if mean == 0 {
		return 0, fault.New(fault.Range, "all %d spikes are at %g ms", len(times), times[0])
	}
	return math.Sqrt(variance) / mean, nil
}

// Rheobase finds the smallest current at which a model fires, by bisection: low must not
// fire, high must, and the interval between the two is halved until it is no longer than
// tolerance. The result is its upper end, the smallest amplitude tried that fires. Units
// are those of fires, nA as a rule.
func Rheobase(fires func(amp float64) (bool, error), low, high, tolerance float64) (float64, error) {
	if !(low < high) || !finite(high-low) {
		return 0, fault.New(fault.Range, "low = %g must be below high = %g", low, high)
	}
	if !(tolerance > 0) || math.IsInf(tolerance, 0) {
		return 0, fault.New(fault.Range, "tolerance must be greater than 0, not %g", tolerance)
	}
	for _, end := range []struct {
		amp   float64
		fires bool
		msg   string
	}{{low, false, "the model fires at low = %g already"}, {high, true, "the model does not fire at high = %g"}} {
		fired, err := fires(end.amp)
		if err != nil {
			return 0, err
		}
		if fired != end.fires {
			e := fault.New(fault.Range, end.msg, end.amp)
			e.Value = end.amp
			return 0, e.WithHint("low must be an amplitude that does not fire, and high one that does")
		}
	}
	for high-low > tolerance {
		middle := low + (high-low)/2
		if middle <= low || middle >= high {
			break // no number lies between
		}
		fired, err := fires(middle)
		if err != nil {
			return 0, err
		}
		if fired {
			high = middle
		} else {
			low = middle
		}
	}
	return high, nil
}
