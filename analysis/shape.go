package analysis

import (
	"math"

	"github.com/gneuron/gneuron/fault"
)

// OnsetSlope is the slope [mV/ms] that marks the onset of a spike where none is given.
const OnsetSlope = 10.0

// Spike is the shape of one action potential. Its height and its afterhyperpolarisation
// count from the potential at its onset, the foot of the upstroke. Source of the
// definitions: Bean (2007), Nature Reviews Neuroscience 8:451-465.
type Spike struct {
	Time      float64 // when v rises through the threshold of SpikeTimes [ms]
	OnsetTime float64 // the sample from which v rises, without a break up to its steepest, at the onset slope or faster [ms]
	Onset     float64 // v at the onset [mV]
	PeakTime  float64 // the highest sample [ms]
	Peak      float64 // [mV]
	Height    float64 // Peak - Onset [mV]
	Width     float64 // time spent above (Onset + Peak)/2, its ends on straight lines between samples [ms]; NaN where the trace ends before
	AHPTime   float64 // the lowest sample before the next spike's onset, or the end of the trace [ms]
	AHP       float64 // Onset - v there [mV]: how far v goes below the onset
}

// Spikes measures every spike of a trace: every rise through threshold [mV], with its
// onset where dv/dt exceeds slope [mV/ms].
func Spikes(t, v []float64, threshold, slope float64) ([]Spike, error) {
	times, err := SpikeTimes(t, v, threshold)
	if err != nil {
		return nil, err
	}
	if !(slope > 0) || math.IsInf(slope, 0) {
		return nil, fault.New(fault.Range, "slope must be greater than 0 mV/ms, not %g", slope)
	}
	spikes := make([]Spike, len(times))
	onsets, peaks := make([]int, len(times)), make([]int, len(times))
	start := 0 // the spike before is over here
	for k, cross := range crossings(v, threshold) {
		time := times[k]
		end := cross
		for end < len(t) && v[end] >= threshold {
			end++
		}
		peak := cross
		for i := cross; i < end; i++ {
			if v[i] > v[peak] {
				peak = i
			}
		}
		onset, steepest := onsetBefore(t, v, start, peak, slope)
		if onset < 0 {
			e := fault.New(fault.Range, "the spike at %.6g ms rises by %.3g mV/ms at most, its onset is where it rises by %g", time, steepest, slope)
			e.Time = time
			return nil, e.WithHint("give a smaller slope, as in {slope: %.1g}", steepest/2)
		}
		spikes[k] = Spike{Time: time, OnsetTime: t[onset], Onset: v[onset], PeakTime: t[peak], Peak: v[peak], Height: v[peak] - v[onset]}
		onsets[k], peaks[k], start = onset, peak, end
	}
	for k := range spikes {
		end := len(t)
		if k+1 < len(spikes) {
			end = onsets[k+1] + 1
		}
		measureFall(&spikes[k], t[onsets[k]:end], v[onsets[k]:end], peaks[k]-onsets[k])
	}
	return spikes, nil
}

// onsetBefore gives the first sample of the upstroke to the peak, -1 where it is less
// steep than slope, and how steep it is.
func onsetBefore(t, v []float64, start, peak int, slope float64) (onset int, steepest float64) {
	rise := func(i int) float64 { // from the sample before
		if t[i] == t[i-1] {
			return 0
		}
		return (v[i] - v[i-1]) / (t[i] - t[i-1])
	}
	at := -1
	for i := max(start, 1); i <= peak; i++ {
		if x := rise(i); x > steepest {
			at, steepest = i, x
		}
	}
	if steepest < slope {
		return -1, steepest
	}
	for at > max(start, 1) && (t[at-1] == t[at-2] || rise(at-1) >= slope) {
		at--
	}
	return at - 1, steepest
}

// measureFall fills in what comes after the peak of a spike, from the samples between its
// onset and the next.
func measureFall(s *Spike, t, v []float64, peak int) {
	half := (s.Onset + s.Peak) / 2
	up := 1
	for v[up] < half {
		up++
	}
	s.Width = math.NaN()
	low := peak
	for i := peak + 1; i < len(t); i++ {
		if math.IsNaN(s.Width) && v[i] <= half {
			down := onLine(t[i-1], t[i], (half-v[i-1])/(v[i]-v[i-1]))
			s.Width = down - onLine(t[up-1], t[up], (half-v[up-1])/(v[up]-v[up-1]))
		}
		if v[i] < v[low] {
			low = i
		}
	}
	s.AHPTime, s.AHP = t[low], s.Onset-v[low]
}
