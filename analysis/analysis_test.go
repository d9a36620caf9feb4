package analysis

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

// near holds that x is y but for an absolute tolerance.
func near(t *testing.T, what string, x, y, tolerance float64) {
	t.Helper()
	if !(math.Abs(x-y) <= tolerance) {
		t.Errorf("%s is %.15g, want %.15g to %g", what, x, y, tolerance)
	}
}

// refused holds that err tells the user of what is wrong.
func refused(t *testing.T, err error, message string) {
	t.Helper()
	if e := fault.As(err); e == nil || !strings.Contains(e.Msg, message) {
		t.Errorf("error %v, want one with %q", err, message)
	}
}

// samples gives a trace of f from 0 to stop.
func samples(stop, dt float64, f func(t float64) float64) (t, v []float64) {
	for i := range int(math.Round(stop/dt)) + 1 {
		t = append(t, float64(i)*dt)
		v = append(v, f(t[i]))
	}
	return t, v
}

// rounding is some dozens of roundings of numbers up to 100.
const rounding = 1e-12

// piecewise is linear between points, and so the same to any step that hits them.
func piecewise(points ...[2]float64) func(t float64) float64 {
	var t, v []float64
	for _, p := range points {
		t, v = append(t, p[0]), append(v, p[1])
	}
	return func(at float64) float64 { return valueAt(t, v, at) }
}

func TestSpikeTimes(t *testing.T) {
	// A sine of 100 Hz rises through half its height at 1/12 of its period.
	ts, v := samples(50, 0.001, func(t float64) float64 { return math.Sin(2 * math.Pi * t / 10) })
	times, err := SpikeTimes(ts, v, 0.5)
	if err != nil || len(times) != 5 {
		t.Fatalf("times %v, error %v", times, err)
	}
	for k, time := range times {
		// Off by f''/8 dt² of the curve against the chord, over the slope 0.544 there.
		near(t, "the time of a crossing", time, 10*float64(k)+10./12, 0.198/8*1e-6/0.544)
	}
	times, _ = SpikeTimes([]float64{0, 1, 2, 3}, []float64{0, 10, -10, 30}, 0)
	if !slices.Equal(times, []float64{2.25}) { // the trace starts at the threshold
		t.Errorf("times %v", times)
	}
	times, _ = SpikeTimes([]float64{0, 1, 1, 3}, []float64{-1, -1, 1, 1}, 0)
	if !slices.Equal(times, []float64{1}) { // a jump
		t.Errorf("times %v", times)
	}
	if times, err := SpikeTimes(ts, v, 2); times == nil || len(times) != 0 || err != nil {
		t.Errorf("no spikes: %v, %v", times, err)
	}
}

func TestRates(t *testing.T) {
	times := []float64{100, 110, 130, 140, 400}
	rate, _ := FiringRate(times, 100, 400)
	near(t, "the rate", rate, 5/0.3, rounding)
	rate, _ = FiringRate(times, 100.5, 139.5)
	near(t, "the rate within", rate, 2/0.039, rounding)
	rate, _ = IntervalRate(times[:4])
	near(t, "the rate of intervals", rate, 3/0.04, rounding)
	if rate, err := IntervalRate(times[:1]); rate != 0 || err != nil {
		t.Errorf("one spike has the rate %g, %v", rate, err)
	}
	between, _ := Intervals(times)
	if !slices.Equal(between, []float64{10, 20, 10, 260}) {
		t.Errorf("intervals %v", between)
	}
	cv, _ := CV([]float64{0, 10, 40, 50, 80}) // 10, 30, 10, 30: mean 20, deviation 10
	near(t, "CV", cv, 0.5, rounding)
}

func TestRheobase(t *testing.T) {
	tries := 0
	fires := func(amp float64) (bool, error) { tries++; return amp >= 1.2345, nil }
	amp, err := Rheobase(fires, 0, 4, 0.001)
	if err != nil || amp < 1.2345 || amp > 1.2355 {
		t.Errorf("rheobase %g, %v", amp, err)
	}
	if tries != 2+12 { // 4/2^12 is below 0.001
		t.Errorf("%d tries", tries)
	}
	if amp, _ := Rheobase(fires, 0, 4, 5e-324); amp != 1.2345 {
		t.Errorf("rheobase %v to the last bit", amp)
	}
	_, err = Rheobase(fires, 2, 4, 0.001)
	refused(t, err, "the model fires at low = 2 already")
	_, err = Rheobase(fires, 0, 1, 0.001)
	refused(t, err, "the model does not fire at high = 1")
	_, err = Rheobase(fires, 1, 1, 0.001)
	refused(t, err, "low = 1 must be below high = 1")
	_, err = Rheobase(fires, 1, 2, 0)
	refused(t, err, "tolerance must be greater than 0")
	stop := fault.New(fault.Model, "stopped")
	if _, err := Rheobase(func(float64) (bool, error) { return false, stop }, 0, 1, 0.1); err != error(stop) {
		t.Errorf("the error of a run became %v", err)
	}
}

// TestSpikeShape measures spikes of straight lines: from -60 at 1 ms by 100 mV in 1 ms, down
// by 120 mV in 2 ms, up again to -60 slowly.
func TestSpikeShape(t *testing.T) {
	ts, v := samples(20, 0.125, piecewise([2]float64{0, -62}, [2]float64{1, -60}, [2]float64{2, 40}, [2]float64{4, -80},
		[2]float64{10, -60}, [2]float64{11, 30}, [2]float64{12, 0}, [2]float64{20, -8}))
	spikes, err := Spikes(ts, v, Threshold, OnsetSlope)
	if err != nil || len(spikes) != 2 {
		t.Fatalf("%v, %v", spikes, err)
	}
	s := spikes[0]
	near(t, "the time", s.Time, 1.4, rounding)
	near(t, "the onset", s.Onset, -60, rounding)
	near(t, "its time", s.OnsetTime, 1, rounding)
	near(t, "the peak", s.Peak, 40, rounding)
	near(t, "the height", s.Height, 100, rounding)
	near(t, "the width", s.Width, 0.5+50./60, rounding) // -10 mV at 1.5 and at 2 + 50/60 ms
	near(t, "the AHP", s.AHP, 20, rounding)
	near(t, "its time", s.AHPTime, 4, rounding)
	if s = spikes[1]; !math.IsNaN(s.Width) || s.AHP != -52 || s.AHPTime != 20 { // it stays above half its height
		t.Errorf("the cut spike is %+v", s)
	}

	// A spike as a Gaussian of time: full width at half maximum 2 sqrt(2 ln 2) sigma. Its
	// foot is so flat that the onset has no part in the height.
	const dt = 1e-3
	ts, v = samples(20, dt, func(t float64) float64 { return -70 + 110*math.Exp(-(t-10)*(t-10)/(2*0.5*0.5)) })
	spikes, err = Spikes(ts, v, Threshold, 1e-6)
	if err != nil || len(spikes) != 1 {
		t.Fatalf("%v, %v", spikes, err)
	}
	near(t, "the width of a Gaussian", spikes[0].Width, 2*math.Sqrt(2*math.Ln2)*0.5, 2*dt*dt) // curvature against the chord
	near(t, "its height", spikes[0].Height, 110, 1e-5)

	_, err = Spikes(ts, v, Threshold, 200)
	refused(t, err, "the spike at 9.37212 ms rises by 133 mV/ms at most, its onset is where it rises by 200")
	_, err = Spikes(ts, v, Threshold, 0)
	refused(t, err, "slope must be greater than 0 mV/ms, not 0")
}

// TestMembrane measures an RC cell: 100 MOhm, 10 ms, 0.1 nA from 50 to 250 ms.
func TestMembrane(t *testing.T) {
	const rest, r, tau, amp = -65.0, 100.0, 10.0, -0.1
	charge := func(t float64) float64 { return rest + r*amp*(1-math.Exp(-t/tau)) }
	ts, v := samples(350, 0.025, func(t float64) float64 {
		switch {
		case t < 50:
			return rest
		case t < 250:
			return charge(t - 50)
		}
		return rest + (charge(200)-rest)*math.Exp(-(t-250)/tau)
	})
	x, err := RestingPotential(ts, v, 0, 50)
	near(t, "the resting potential", x, rest, rounding)
	if err != nil {
		t.Error(err)
	}
	x, _ = InputResistance(ts, v, amp, 50, 200)
	near(t, "the input resistance", x, r, 2*r*math.Exp(-180/tau)) // what is left at the end of the pulse
	for _, window := range []struct{ from, to, vInf, a float64 }{
		{50, 249.9, rest + r*amp, -r * amp},
		{60, 80, rest + r*amp, -r * amp * math.Exp(-1)},
		{250, 350, rest, r * amp},
		{249.99999999999997, 350, rest, r * amp},
	} {
		fit, err := MembraneTimeConstant(ts, v, window.from, window.to)
		if err != nil {
			t.Error(err)
		}
		near(t, "tau", fit.Tau, tau, 1e-7) // the sum of squares is flat where its own rounding, 1e-14, begins
		near(t, "VInf", fit.VInf, window.vInf, 1e-7)
		near(t, "A", fit.A, window.a, 1e-7)
		near(t, "what is left", fit.RMS, 0, 1e-7)
	}
}

// A mean over a window weighs samples by time: a ramp sampled ever more densely.
func TestWindow(t *testing.T) {
	ts := []float64{0, 4, 6, 7, 7.5, 8}
	x, err := RestingPotential(ts, ts, 1, 7.25)
	if err != nil {
		t.Error(err)
	}
	near(t, "the mean of a ramp", x, (1+7.25)/2, rounding)
}

func TestRefused(t *testing.T) {
	ts, v := samples(10, 1, func(t float64) float64 { return t })
	_, err := SpikeTimes(ts, v[1:], 0)
	refused(t, err, "t has 11 elements and v has 10")
	_, err = SpikeTimes(nil, nil, 0)
	refused(t, err, "a trace needs at least 2 samples, not 0")
	_, err = SpikeTimes([]float64{0, 2, 1}, []float64{0, 0, 0}, 0)
	refused(t, err, "t must not fall: t[2] = 1 comes after t[1] = 2")
	_, err = SpikeTimes([]float64{0, 1}, []float64{0, math.NaN()}, 0)
	refused(t, err, "v[1] is NaN")
	_, err = SpikeTimes(ts, v, math.Inf(1))
	refused(t, err, "the threshold is +Inf")
	_, err = FiringRate([]float64{2, 1}, 0, 10)
	refused(t, err, "times must not fall: times[1] = 1 comes after times[0] = 2")
	_, err = FiringRate([]float64{1}, 10, 10)
	refused(t, err, "the window from 10 to 10 ms has no length")
	_, err = CV([]float64{1, 2})
	refused(t, err, "needs at least 3 spikes, not 2")
	_, err = IntervalRate([]float64{1, 1})
	refused(t, err, "all 2 spikes are at 1 ms")
	_, err = RestingPotential(ts, v, 5, 11)
	refused(t, err, "the window from 5 to 11 ms is not within the trace, which goes from 0 to 10 ms")
	_, err = InputResistance(ts, v, 0, 1, 2)
	refused(t, err, "the amplitude of the pulse is 0 nA")
	_, err = InputResistance(ts, v, 1, 0, 2)
	refused(t, err, "the window from -0.2 to 0 ms is not within the trace")
	_, err = InputResistance(ts, v, 1, 5, 0)
	refused(t, err, "the duration of the pulse must be greater than 0")
	_, err = MembraneTimeConstant(ts, v, 0, 2)
	refused(t, err, "needs at least 4 samples, from 0 to 2 ms there are 3")
	_, err = MembraneTimeConstant(ts, make([]float64, len(ts)), 0, 10)
	refused(t, err, "the potential does not move")
	_, err = MembraneTimeConstant(ts, v, 0, 10)
	refused(t, err, "no exponential relaxation")
	grow := slices.Clone(v)
	for i := range grow {
		grow[i] = math.Exp(v[i])
	}
	_, err = MembraneTimeConstant(ts, grow, 0, 10)
	refused(t, err, "it does not approach an end")
}
