package analysis

import (
	"math"

	"github.com/gneuron/gneuron/fault"
	"gonum.org/v1/gonum/integrate"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// RestingPotential is the mean potential over a window in which the model is at rest
// [mV]: the integral of the straight lines between samples over the length of the window.
func RestingPotential(t, v []float64, from, to float64) (float64, error) {
	if err := checkTrace(t, v); err != nil {
		return 0, err
	}
	if err := checkWindow(t, from, to); err != nil {
		return 0, err
	}
	return windowMean(t, v, from, to), nil
}

func windowMean(t, v []float64, from, to float64) float64 {
	wt, wv := within(t, v, from, to)
	base := wv[0] // a mean of small differences keeps its digits
	for i := range wv {
		wv[i] -= base
	}
	return base + integrate.Trapezoidal(wt, wv)/(to-from)
}

// InputResistance is how far a long and small current pulse moves the potential, over its
// amplitude [MOhm]:
//
//	R_in = (V_end - V_before)/amp
//
// V_end is the mean over the last tenth of the pulse, V_before that over a time as long
// before it. The pulse [nA, ms] has to be long against the membrane time constant, and
// small enough not to open channels. (Rall 1977, Handbook of Physiology I, ch. 3: the
// steady state of a step of current.)
func InputResistance(t, v []float64, amp, delay, dur float64) (float64, error) {
	if err := checkTrace(t, v); err != nil {
		return 0, err
	}
	if amp == 0 || !finite(amp) {
		return 0, fault.New(fault.Range, "the amplitude of the pulse is %g nA, which moves nothing that could be measured", amp)
	}
	if !(dur > 0) {
		return 0, fault.New(fault.Range, "the duration of the pulse must be greater than 0, not %g ms", dur)
	}
	tenth := dur / 10
	for _, from := range []float64{delay - tenth, delay + dur - tenth} {
		if err := checkWindow(t, from, from+tenth); err != nil {
			return 0, fault.As(err).WithHint("the input resistance compares the last tenth of the pulse with a time as long before it")
		}
	}
	return (windowMean(t, v, delay+dur-tenth, delay+dur) - windowMean(t, v, delay-tenth, delay)) / amp, nil
}

// Relaxation is what the fit of an exponential gives: V(t) = VInf + A exp(-(t - from)/Tau).
type Relaxation struct {
	Tau  float64 // time constant [ms]
	VInf float64 // where the potential goes to [mV]
	A    float64 // how far from there it starts [mV]
	RMS  float64 // root of the mean square of what the fit leaves [mV]
}

// MembraneTimeConstant fits, with least squares, a single exponential to a trace from a
// time to another, as to the charging of the membrane in a pulse or to its discharge
// after one:
//
//	V(t) = VInf + A exp(-(t - from)/Tau)
//
// In an isopotential passive cell Tau = R_m C_m; in a cable further, faster exponentials
// come first, so the window must begin later (Rall 1969, Biophysical Journal
// 9:1483-1508). The search is that of Gauss and Newton. It is an error when the trace in
// the window is no relaxation: constant, or without an exponential that fits better than
// a straight line.
func MembraneTimeConstant(t, v []float64, from, to float64) (Relaxation, error) {
	if err := checkTrace(t, v); err != nil {
		return Relaxation{}, err
	}
	if err := checkWindow(t, from, to); err != nil {
		return Relaxation{}, err
	}
	wt, wv := []float64{}, []float64{}
	slack := 1e-9 * (to - from)
	for i := range t {
		if t[i] >= from-slack && t[i] <= to+slack {
			wt, wv = append(wt, t[i]-from), append(wv, v[i])
		}
	}
	if len(wt) < 4 {
		return Relaxation{}, fault.New(fault.Range, "an exponential of 3 parameters needs at least 4 samples, from %g to %g ms there are %d", from, to, len(wt))
	}
	fit := relaxationFit{wt, wv}
	tau, err := fit.start(to - from)
	if err != nil {
		return Relaxation{}, err
	}
	return fit.run(tau, to-from)
}

// relaxationFit is the data of a fit, times from the start of the window.
type relaxationFit struct{ t, v []float64 }

func (f relaxationFit) noRelaxation(why string) error {
	return fault.New(fault.Range, "the trace in the window is no exponential relaxation: %s", why).
		WithHint("choose a window in which the potential relaxes, after a step of current")
}

// start estimates tau from the integral of the equation of relaxation,
// tau (v(t) - v(0)) = VInf t - integral of v, which is linear in what is sought.
func (f relaxationFit) start(length float64) (float64, error) {
	n := len(f.t)
	base := f.v[0]
	a, b := mat.NewDense(n, 3, nil), mat.NewVecDense(n, nil)
	integral, spread := 0.0, 0.0
	for i := range f.t {
		if i > 0 {
			integral += (f.t[i] - f.t[i-1]) * ((f.v[i]+f.v[i-1])/2 - base)
		}
		spread = max(spread, math.Abs(f.v[i]-base))
		a.SetRow(i, []float64{integral / length, f.t[i] / length, 1})
		b.SetVec(i, f.v[i]-base)
	}
	if spread <= 1e-12*math.Abs(base) {
		return 0, f.noRelaxation("the potential does not move")
	}
	var p mat.VecDense
	if err := p.SolveVec(a, b); err != nil {
		return 0, f.noRelaxation("it is a straight line")
	}
	tau := -length / p.AtVec(0)
	if !(tau > 0) || math.IsInf(tau, 0) {
		return 0, f.noRelaxation("it does not approach an end")
	}
	return tau, nil
}

// linear gives VInf and A that are best for a tau, and the sum of squares left.
func (f relaxationFit) linear(tau float64) (vInf, amp, left float64) {
	decay, v := make([]float64, len(f.t)), make([]float64, len(f.t))
	for i, t := range f.t {
		decay[i], v[i] = math.Exp(-t/tau), f.v[i]-f.v[0]
	}
	vInf, amp = stat.LinearRegression(decay, v, nil, false)
	for i := range v {
		r := v[i] - vInf - amp*decay[i]
		left += r * r
	}
	return f.v[0] + vInf, amp, left
}

// run improves tau with steps of Gauss and Newton, which change its logarithm, and halves
// a step that does not.
func (f relaxationFit) run(tau, length float64) (Relaxation, error) {
	const steps = 100
	vInf, amp, left := f.linear(tau)
	for range steps {
		n := len(f.t)
		jacobian, residual := mat.NewDense(n, 3, nil), mat.NewVecDense(n, nil)
		for i, t := range f.t {
			e := math.Exp(-t / tau)
			jacobian.SetRow(i, []float64{1, e, amp * e * t / tau})
			residual.SetVec(i, f.v[i]-vInf-amp*e)
		}
		var p mat.VecDense
		if err := p.SolveVec(jacobian, residual); err != nil {
			return Relaxation{}, f.noRelaxation("it is a straight line")
		}
		step := max(-1, min(1, p.AtVec(2)))
		better := false
		for ; math.Abs(step) > 1e-15; step /= 2 {
			next := tau * math.Exp(step)
			if v, a, l := f.linear(next); l < left {
				tau, vInf, amp, left, better = next, v, a, l, true
				break
			}
		}
		if !better || math.Abs(step) < 1e-14 {
			break
		}
	}
	if tau > 100*length {
		return Relaxation{}, f.noRelaxation("it is a straight line")
	}
	return Relaxation{Tau: tau, VInf: vInf, A: amp, RMS: math.Sqrt(left / float64(len(f.t)))}, nil
}
