package script

import (
	"math"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/analysis"
	"github.com/gneuron/gneuron/fault"
)

// installAnalysis registers the module "gneuron/analysis", the functions of package
// analysis for traces and spike times in whatever holds numbers.
func (rt *Runtime) installAnalysis() {
	rt.Module("gneuron/analysis", func() goja.Value {
		exports := rt.vm.NewObject()
		add := func(name string, f func(c plotCall) any) {
			fn := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
				return rt.vm.ToValue(f(plotCall{rt, name, call.Arguments}))
			}).(*goja.Object)
			rt.fixed(fn, "name", rt.vm.ToValue(name))
			rt.SetHost(fn, helpTopic{`"gneuron/analysis"`, name})
			rt.set(exports, name, fn)
		}
		rt.addSpikes(add)
		rt.addMembrane(add)
		add("phasePlane", rt.phasePlane)
		return exports
	})
}

// addSpikes adds what is about spikes and their times.
func (rt *Runtime) addSpikes(add func(name string, f func(c plotCall) any)) {
	add("spikeTimes", func(c plotCall) any {
		t, v := c.trace()
		threshold := analysis.Threshold
		if !absent(argument(c.args, 2)) {
			threshold = c.finite("threshold", argument(c.args, 2))
		}
		times, err := analysis.SpikeTimes(t, v, threshold)
		c.check(err)
		return rt.neuron.array(times)
	})
	add("spikeShapes", func(c plotCall) any {
		t, v := c.trace()
		threshold, slope := analysis.Threshold, analysis.OnsetSlope
		c.options(2, map[string]func(goja.Value){
			"threshold": func(x goja.Value) { threshold = c.finite("threshold", x) },
			"slope":     func(x goja.Value) { slope = c.positive("slope", x) },
		})
		spikes, err := analysis.Spikes(t, v, threshold, slope)
		c.check(err)
		items := make([]any, len(spikes))
		for i, s := range spikes {
			items[i] = rt.record("time", s.Time, "onsetTime", s.OnsetTime, "onset", s.Onset, "peakTime", s.PeakTime, "peak", s.Peak,
				"height", s.Height, "width", s.Width, "ahpTime", s.AHPTime, "ahp", s.AHP)
		}
		return rt.vm.NewArray(items...)
	})
	add("intervals", func(c plotCall) any {
		between, err := analysis.Intervals(rt.data(c, 0, "times"))
		c.check(err)
		return rt.neuron.array(between)
	})
	add("firingRate", func(c plotCall) any {
		rate, err := analysis.FiringRate(rt.data(c, 0, "times"), c.finite("from", argument(c.args, 1)), c.finite("to", argument(c.args, 2)))
		c.check(err)
		return rate
	})
	add("intervalRate", func(c plotCall) any {
		rate, err := analysis.IntervalRate(rt.data(c, 0, "times"))
		c.check(err)
		return rate
	})
	add("cv", func(c plotCall) any {
		cv, err := analysis.CV(rt.data(c, 0, "times"))
		c.check(err)
		return cv
	})
	add("fiCurve", rt.fiCurve)
	add("rheobase", rt.rheobase)
}

// fiCurve is fiCurve(run, amps, {from, to}).
func (rt *Runtime) fiCurve(c plotCall) any {
	run := c.function(0, "run", "spike times")
	amps := rt.data(c, 1, "amps")
	from, to := math.NaN(), math.NaN()
	c.options(2, map[string]func(goja.Value){
		"from": func(v goja.Value) { from = c.finite("from", v) },
		"to":   func(v goja.Value) { to = c.finite("to", v) },
	})
	if (from == from) != (to == to) {
		rt.Throw(fault.New(fault.Type, "fiCurve needs both ends of the window, from and to, or none"))
	}
	rates := make([]float64, len(amps))
	for i, amp := range amps {
		result := plotCall{rt, "fiCurve", []goja.Value{run(amp)}}
		times := rt.data(result, 0, "what run gives")
		var err error
		if from == from {
			rates[i], err = analysis.FiringRate(times, from, to)
		} else {
			rates[i], err = analysis.IntervalRate(times)
		}
		c.check(err)
	}
	return rt.record("amps", rt.neuron.array(amps), "rates", rt.neuron.array(rates))
}

// rheobase is rheobase(fires, {low, high, tolerance}).
func (rt *Runtime) rheobase(c plotCall) any {
	fires := c.function(0, "fires", "whether the model fires")
	low, high, tolerance := 0.0, math.NaN(), 0.0
	c.options(1, map[string]func(goja.Value){
		"low":       func(v goja.Value) { low = c.finite("low", v) },
		"high":      func(v goja.Value) { high = c.finite("high", v) },
		"tolerance": func(v goja.Value) { tolerance = c.positive("tolerance", v) },
	})
	if high != high {
		rt.Throw(fault.New(fault.Type, "rheobase needs an amplitude that fires, as in {low: 0, high: 1}"))
	}
	if tolerance == 0 {
		tolerance = math.Abs(high-low) / 1000
	}
	amp, err := analysis.Rheobase(func(amp float64) (bool, error) {
		v := fires(amp)
		if rt.isData(v) { // spike times
			return len(rt.data(plotCall{rt, "rheobase", []goja.Value{v}}, 0, "what fires gives")) > 0, nil
		}
		if fired, ok := v.Export().(bool); ok {
			return fired, nil
		}
		rt.Throw(fault.New(fault.Type, "rheobase: fires must give true, false or spike times, not %s", rt.brief(v)))
		return false, nil
	}, low, high, tolerance)
	c.check(err)
	return amp
}

// addMembrane adds what is about the passive membrane.
func (rt *Runtime) addMembrane(add func(name string, f func(c plotCall) any)) {
	add("restingPotential", func(c plotCall) any {
		t, v := c.trace()
		rest, err := analysis.RestingPotential(t, v, c.finite("from", argument(c.args, 2)), c.finite("to", argument(c.args, 3)))
		c.check(err)
		return rest
	})
	add("inputResistance", func(c plotCall) any {
		t, v := c.trace()
		pulse, ok := argument(c.args, 2).(*goja.Object) // an IClamp, or an object literal with the same names
		if !ok {
			rt.Throw(fault.New(fault.Type, "inputResistance needs an IClamp or {amp, delay, dur}, not %s", rt.brief(argument(c.args, 2))))
		}
		r, err := analysis.InputResistance(t, v, c.finite("amp", pulse.Get("amp")), c.finite("delay", pulse.Get("delay")), c.finite("dur", pulse.Get("dur")))
		c.check(err)
		return r
	})
	add("membraneTimeConstant", func(c plotCall) any {
		t, v := c.trace()
		fit, err := analysis.MembraneTimeConstant(t, v, c.finite("from", argument(c.args, 2)), c.finite("to", argument(c.args, 3)))
		c.check(err)
		return rt.record("tau", fit.Tau, "vInf", fit.VInf, "a", fit.A, "rms", fit.RMS)
	})
}

// trace takes the first two arguments as times and potentials.
func (c plotCall) trace() (t, v []float64) { return c.rt.data(c, 0, "t"), c.rt.data(c, 1, "v") }

// finite takes a value as a finite number; what names it.
func (c plotCall) finite(what string, v goja.Value) float64 {
	if v == nil || !goja.IsNumber(v) {
		c.rt.Throw(fault.New(fault.Type, "%s: %s must be a number, not %s", c.name, what, c.rt.brief(v)))
	}
	x := v.ToFloat()
	if math.IsNaN(x) || math.IsInf(x, 0) {
		c.rt.Throw(fault.New(fault.Range, "%s: %s is %g", c.name, what, x))
	}
	return x
}

// function takes argument i as a function of numbers; gives says what it must give.
func (c plotCall) function(i int, what, gives string) func(xs ...float64) goja.Value {
	f, ok := goja.AssertFunction(argument(c.args, i))
	if !ok {
		c.rt.Throw(fault.New(fault.Type, "%s: %s must be a function that gives %s, not %s", c.name, what, gives, c.rt.brief(argument(c.args, i))))
	}
	return func(xs ...float64) goja.Value {
		args := make([]goja.Value, len(xs))
		for i, x := range xs {
			args[i] = c.rt.vm.ToValue(x)
		}
		v, err := f(goja.Undefined(), args...)
		c.rt.check(err)
		return v
	}
}

// record is an object literal of names and values.
func (rt *Runtime) record(namesAndValues ...any) *goja.Object {
	obj := rt.vm.NewObject()
	for i := 0; i < len(namesAndValues); i += 2 {
		rt.set(obj, namesAndValues[i].(string), namesAndValues[i+1])
	}
	return obj
}
