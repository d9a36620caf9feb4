// gneuron/analysis: measures of traces, of what holds numbers, and of models.
const { test, assert } = require("gneuron/test")
const a = require("gneuron/analysis")

const t = [0, 1, 2, 3, 4, 5, 6]
const v = [-60, -60, 40, -80, -70, 30, -65]

test("arrays, typed arrays and Vectors give plain arrays", () => {
  for (const of of [(x) => x, (x) => new Float64Array(x), (x) => n.Vector(x)]) {
    const times = a.spikeTimes(of(t), of(v))
    assert.ok(Array.isArray(times))
    assert.near(times, [1.4, 4.5], 1e-15)
    assert.near(a.intervals(of(times)), [3.1], 1e-15)
  }
  assert.deepEqual(a.spikeTimes(t, v, -70), [3 + 1]) // -80 and -70: reached, not passed
  assert.deepEqual(a.spikeTimes(t, v, 41), [])
  assert.equal(a.firingRate([1, 2, 3], 1, 3), 1500)
  assert.equal(a.intervalRate([1, 2, 3]), 1000)
  assert.equal(a.cv([1, 2, 3]), 0)
})

test("the shape of a spike", () => {
  const [first, second] = a.spikeShapes(t, v, { threshold: 0, slope: 20 })
  assert.deepEqual(Object.keys(first), ["time", "onsetTime", "onset", "peakTime", "peak", "height", "width", "ahpTime", "ahp"])
  assert.near(first.time, 1.6, 1e-15)
  assert.near(first.width, 0.5 + 50 / 120, 1e-15)
  assert.deepEqual([first.onset, first.height, first.ahp, first.ahpTime], [-60, 100, 20, 3])
  assert.equal(second.onset, -70)
})

test("the f-I curve and the rheobase of an integrate-and-fire neuron", () => {
  // tau ln((V + 5)/(V - 15)) with V = 10 MOhm * amp, from the reset at -75 to -55 mV
  const interval = (amp) => 10 * Math.log((10 * amp + 5) / (10 * amp - 15))
  const run = (amp) => (amp <= 1.5 ? [] : Array.from({ length: 20 }, (_, k) => 100 + k * interval(amp)))
  const amps = [1, 1.6, 2]
  const curve = a.fiCurve(run, n.Vector(amps))
  assert.deepEqual(curve.amps, amps)
  assert.near(curve.rates, [0, 1000 / interval(1.6), 1000 / interval(2)], 1e-10)
  const counted = a.fiCurve(run, amps, { from: 100, to: 200 })
  assert.deepEqual(counted.rates, [0, 40, 70]) // 30.4 and 16.1 ms between them
  const rheobase = a.rheobase((amp) => run(amp), { high: 4, tolerance: 1e-6 })
  assert.ok(rheobase > 1.5 && rheobase <= 1.5 + 1e-6)
  assert.equal(a.rheobase((amp) => amp >= 0.1, { high: 0.8 }), 0.1) // 0.8/8 was tried
})

// An isopotential cell: R_in = 1/(g area), tau = cm/g; what an implicit step makes of it is
// tau' with exp(-dt/tau') = 1/(1 + dt/tau).
test("the passive membrane of a section", () => {
  const soma = n.Section("soma", { L: 20, diam: 20 })
  soma.insert("pas")
  soma.g_pas = 2e-4
  soma.e_pas = -65
  const ic = n.IClamp(soma(0.5), { delay: 20, dur: 100, amp: -0.02 })
  const [t, v] = [n.Vector().record(n._ref_t), n.Vector().record(soma(0.5)._ref_v)]
  n.dt = 0.025
  n.finitialize(-65)
  n.continuerun(200)
  const resistance = 1e-6 / (2e-4 * 400 * Math.PI * 1e-8) // MOhm
  const tau = 0.025 / Math.log1p(0.025 / 5)
  const left = 2 * Math.exp(-90 / 5) // of the charging, at the start of the last tenth
  assert.near(a.inputResistance(t, v, ic), resistance, resistance * left)
  assert.near(a.inputResistance(t, v, { amp: -0.02, delay: 20, dur: 100 }), a.inputResistance(t, v, ic), 0)
  assert.near(a.restingPotential(t, v, 0, 20), -65, 1e-12)
  for (const [from, to, vInf] of [[20, 120, -65 - 0.02 * resistance], [30, 60, -65 - 0.02 * resistance], [120, 200, -65]]) {
    const fit = a.membraneTimeConstant(t, v, from, to)
    assert.near([fit.tau, fit.vInf], [tau, vInf], 1e-6) // where the sum of squares is flat to rounding
    assert.ok(fit.rms < 1e-9)
  }
  soma.delete()
})

test("what cannot be measured", () => {
  const is = (f, pattern) => assert.throws(f, pattern)
  is(() => a.spikeTimes(t, v.slice(1)), /^RangeError: spikeTimes: t has 7 elements and v has 6$/)
  is(() => a.spikeTimes([], []), /spikeTimes: a trace needs at least 2 samples, not 0/)
  is(() => a.spikeTimes(t), /^TypeError: spikeTimes: v must be an array, a typed array or a Vector, not undefined$/)
  is(() => a.spikeTimes(t, v, "10"), /^TypeError: spikeTimes: threshold must be a number, not '10'$/)
  is(() => a.spikeTimes(t, [1, 2, 3, 4, 5, 6, null]), /spikeTimes: v\[6\] is NaN/)
  is(() => a.spikeShapes(t, v, { slopes: 3 }), /^TypeError: spikeShapes has no option "slopes"$/)
  is(() => a.spikeShapes(t, v, { slope: 0 }), /slope must be greater than 0, not 0/)
  is(() => a.firingRate([1, 2]), /firingRate: from must be a number, not undefined/)
  is(() => a.firingRate([2, 1], 0, 3), /firingRate: times must not fall/)
  is(() => a.cv([1, 2]), /cv: the variation of intervals needs at least 3 spikes, not 2/)
  is(() => a.fiCurve(3, [1]), /^TypeError: fiCurve: run must be a function that gives spike times, not 3$/)
  is(() => a.fiCurve(() => 3, [1]), /fiCurve: what run gives must be an array, a typed array or a Vector, not 3/)
  is(() => a.fiCurve(() => [], [1], { from: 3 }), /needs both ends of the window/)
  is(() => a.rheobase((amp) => amp > 1, { low: 2, high: 3 }), /^RangeError: rheobase: the model fires at low = 2 already$/)
  is(() => a.rheobase((amp) => amp > 1, { high: 0.5 }), /the model does not fire at high = 0.5/)
  is(() => a.rheobase((amp) => amp > 1), /^TypeError: rheobase needs an amplitude that fires, as in {low: 0, high: 1}$/)
  is(() => a.rheobase((amp) => amp, { high: 1 }), /fires must give true, false or spike times, not 0/)
  is(() => a.rheobase(() => { throw new Error("mine") }, { high: 1 }), /^Error: mine$/)
  is(() => a.inputResistance(t, v, { amp: 1, delay: 2 }), /inputResistance: dur must be a number, not undefined/)
  is(() => a.inputResistance(t, v, 3), /^TypeError: inputResistance needs an IClamp or {amp, delay, dur}, not 3$/)
  is(() => a.inputResistance(t, v, { amp: 1, delay: 0, dur: 4 }), /the window from -0.4 to 0 ms is not within the trace/)
  is(() => a.membraneTimeConstant(t, v, 0, 20), /the window from 0 to 20 ms is not within the trace, which goes from 0 to 6 ms/)
  is(() => a.membraneTimeConstant(t, t, 0, 6), /the trace in the window is no exponential relaxation/)
  is(() => a.spiketimes, /^ReferenceError: the module "gneuron\/analysis" exports no "spiketimes"$/)
})
