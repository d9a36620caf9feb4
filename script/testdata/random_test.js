// n.Random: what NEURON has no test for, and wrong uses. Its numbers are compared with
// NEURON's in testdata/neuron/random_*.
const { test, assert } = require("gneuron/test")

const counter = (...ids) => {
  const r = n.Random()
  r.Random123(...ids)
  return r
}

test("the first numbers of Random123(0, 0, 0)", () => {
  const r = counter(0, 0, 0)
  assert.equal(r.negexp(1).toFixed(7), "0.9186774")
  assert.equal(r.repick().toFixed(7), "0.1272424")
  assert.equal(r.seq(), 2)
})

test("arguments by name", () => {
  const a = counter(1, 2, 3), b = n.Random()
  b.Random123({ id3: 3, id1: 1, id2: 2 })
  assert.equal(a.normal(3, 4), b.normal({ variance: 4, mean: 3 }))
  assert.equal(a.discunif(1, 6), b.discunif(1, { high: 6 }))
  assert.equal(n.Random({ seed: 5 }).repick(), n.Random(5).repick())
  assert.throws(() => b.normal({ mean: 0, varience: 1 }), /Random\.normal has no option "varience"/)
  assert.throws(() => b.normal(0, { mean: 1, variance: 1 }), /Random\.normal: mean is given twice/)
  assert.throws(() => n.Random({ size: 200 }), /size of n\.Random is 200: it must be from 7 to 98/)
})

test("wrong arguments leave generator and distribution as they were", () => {
  const r = counter(4), same = counter(4)
  r.negexp(2)
  same.negexp(2)
  for (const [wrong, message] of [
    [() => r.normal(0), /Random\.normal: variance is missing/],
    [() => r.normal(0, -1), /Random\.normal: variance = -1 must not be negative/],
    [() => r.normal("a", 1), /mean of Random\.normal must be a number/],
    [() => r.normal(NaN, 1), /mean of Random\.normal is NaN: it must be a finite number/],
    [() => r.uniform(0, 1, 2), /Random\.uniform takes at most 2 arguments \(low, high\), not 3/],
    [() => r.lognormal(0, 1), /Random\.lognormal: mean = 0 must not be 0/],
    [() => r.poisson(800), /Random\.poisson: mean = 800 is outside 0 to 700/],
    [() => r.binomial(10, 1.5), /Random\.binomial: p = 1\.5 is outside 0 to 1/],
    [() => r.geometric(1), /Random\.geometric: p = 1 is outside 0 to 0\.9999999/],
    [() => r.hypergeo(2, 3), /Random\.hypergeo: variance = 3 must be at least the square of the mean/],
    [() => r.erlang(2, 0), /Random\.erlang: variance = 0 must be greater than 0/],
    [() => r.weibull(0, 1), /Random\.weibull: alpha = 0 must be greater than 0/],
    [() => r.Random123(-1), /id1 of Random\.Random123 is -1: it must be from 0 to 4294967295/],
    [() => r.ACG(1, 99), /size of Random\.ACG is 99: it must be from 7 to 98/],
    [() => r.seq(2 ** 34), /place of Random\.seq is 17179869184: it must be from 0 to 17179869183/],
    [() => r.nomal(0, 1), /Random has no property "nomal"/],
    [() => n.Random().seq(), /Random\[\d+\]\.seq: the generator ACG has no places that can be told/],
    [() => r.play(), /Random\.play needs a reference/],
    [() => n.Vector(3).setrand(5), /Vector\.setrand needs a Random/],
    [() => n.Vector(3).setrand(r, 0, 3), /end of Vector\.setrand is 3: it must be from 0 to 2/],
  ]) assert.throws(wrong, message)
  assert.equal(r.repick(), same.repick())
})

test("a Random tells its name, its generator and its distribution", () => {
  n.reset()
  const r = n.Random()
  assert.equal(`${r} ${r.hname()}`, "Random[0] Random[0]")
  r.MCellRan4(1)
  r.binomial(4, 0.5)
  assert.equal(n.Random().name(), "Random[1]")
})

test("delete() ends what the Random plays into; a Random that was deleted says so", () => {
  n.reset()
  const soma = n.Section("soma"), ic = n.IClamp(soma(0.5)), r = counter(1)
  r.uniform(1, 2)
  r.play(ic._ref_amp)
  n.finitialize(-65)
  const first = ic.amp
  assert.ok(first > 1)
  n.fadvance()
  assert.ok(ic.amp !== first)
  const last = ic.amp
  r.delete()
  n.fadvance()
  assert.equal(ic.amp, last)
  assert.throws(() => r.repick(), /Random\[0\] was deleted/)
  assert.throws(() => n.NetStim().noiseFromRandom(r), /Random\[0\] was deleted/)
})

test("playing into what is gone is an error until the Random is deleted", () => {
  n.reset()
  const soma = n.Section("soma"), ic = n.IClamp(soma(0.5)), r = counter(1)
  r.play(ic._ref_amp)
  ic.delete()
  assert.throws(() => n.finitialize(-65), /is played into, but/)
  r.delete()
  n.finitialize(-65)
})

test("a run that draws random numbers and fails tells where, as one that does not", () => {
  n.reset()
  n.load_mechanism("NEURON { SUFFIX grows RANGE x, drawn } PARAMETER { drawn = 0 } STATE { x } INITIAL { x = 1 } " +
    "BREAKPOINT { SOLVE go METHOD after_cvode } PROCEDURE go() { drawn = scop_random() if (t > 1 && drawn > 0.9) { x = exp(800) } }")
  const soma = n.Section("soma")
  soma.insert("grows")
  const ic = n.IClamp(soma(0.5)), r = counter(3)
  r.play(ic._ref_amp)
  n.finitialize(-65)
  assert.throws(() => n.continuerun(20), /soma\(0\.5\)\.grows\.x became infinite at t = 1\.\d+ ms/)
})

test("n.reset() starts the shared sequences and settings anew", () => {
  n.reset()
  const draw = () => {
    const r = n.Random()
    return [r.MCellRan4(), r.Isaac64(), r.Random123_globalindex(), n.mcell_ran4_init(), n.use_mcell_ran4()]
  }
  const first = draw()
  n.Random().Random123_globalindex(9)
  n.mcell_ran4_init(3)
  n.use_mcell_ran4(1)
  n.reset()
  assert.deepEqual(draw(), first)
})

test("noiseFromRandom takes nothing but a Random", () => {
  n.reset()
  assert.throws(() => n.NetStim().noiseFromRandom(3), /argument 1 must be a Random/)
})
