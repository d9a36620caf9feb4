// The module neun: neurons and synapses as the library has them. Their numbers are tested
// in solver/ode.
const { test, assert } = require("gneuron/test")
const neun = require("neun")

test("a neuron is stepped by hand", () => {
  const args = neun.HHDoubleConstructorArgs()
  const neuron = new neun.HHDoubleRK4(args)
  neuron.set_param(neun.HHDoubleParameter.gna, 100 * 7.854e-3)
  assert.equal(neuron.get_param(neun.HHDoubleParameter.gna), 100 * 7.854e-3)
  neuron.set(neun.HHDoubleVariable.v, -60)
  assert.equal(neuron.get(neun.HHDoubleVariable.v), -60)
  neuron.step(0.001)
  assert.ok(neuron.get("v") !== -60 && Math.abs(neuron.get("v") + 60) < 1)
})

test("input adds up and is gone after a step", () => {
  const a = neun.HHDoubleRK4(neun.HHDoubleConstructorArgs()), b = neun.HHDoubleRK4()
  a.add_synaptic_input(0.25)
  a.add_synaptic_input(0.5)
  assert.equal(a.get_synaptic_input(), 0.75)
  b.add_synaptic_input(0.75)
  for (const x of [a, b]) x.step(0.01)
  assert.equal(a.get("v"), b.get("v"))
  assert.equal(a.get_synaptic_input(), 0)
  for (const x of [a, b]) x.step(0.01)
  assert.equal(a.get("v"), b.get("v"))
})

test("the classes have systematic names", () => {
  for (const model of ["HH", "HR", "Iz"])
    for (const precision of ["Double", "Float"])
      for (const integrator of ["Euler", "RK4", "RK6"]) {
        const neuron = new neun[model + precision + integrator](neun[model + precision + "ConstructorArgs"]())
        neuron.step(0.001)
        const first = Object.keys(neun[model + precision + "Variable"])[0]
        const x = neuron.get(first)
        if (precision === "Float") assert.equal(x, Math.fround(x))
      }
})

test("a batch of n.ode makes the same steps", () => {
  const gna = [80, 120, 160].map((g) => g * 7.854e-3)
  const batch = n.ode("HH", { params: { gna, I: 0.1 }, tstop: 20, dt: 0.01, record: [] })
  gna.forEach((g, k) => {
    const neuron = neun.HHDoubleRK4()
    neuron.set_param("gna", g)
    for (let i = 0; i < 2000; i++) {
      neuron.add_synaptic_input(0.1)
      neuron.step(0.01)
    }
    for (const x of ["v", "m", "h", "n"]) assert.ok(Math.abs(neuron.get(x) - batch.end[x][k]) < 1e-9, x) // the last step is tstop less all others
  })
})

test("Izhikevich's neuron is reset", () => {
  const neuron = neun.IzDoubleRK4(neun.IzDoubleConstructorArgs())
  let spikes = 0, before = neuron.get("v")
  for (let i = 0; i < 3000; i++) {
    neuron.add_synaptic_input(10)
    neuron.step(0.1)
    assert.ok(neuron.get("v") <= neuron.get_param(neun.IzDoubleParameter.threshold))
    if (neuron.get("v") === -65 && before > 0) spikes++
    before = neuron.get("v")
  }
  assert.ok(spikes > 5 && spikes < 12, spikes)
})

test("an electrical synapse pulls two neurons together", () => {
  const [a, b] = [neun.HHDoubleRK4(), neun.HRDoubleRK4()]
  const synapse = new neun.ESynHHHRDoubleRK4(a, neun.HHDoubleVariable.v, b, neun.HRDoubleVariable.x, 0.002, 0.001)
  synapse.step(0.001)
  assert.equal(a.get_synaptic_input(), 0.002 * (b.get("x") - a.get("v")))
  assert.equal(b.get_synaptic_input(), 0.001 * (a.get("v") - b.get("x")))
  assert.equal(synapse.get(neun.ESynDoubleVariable.i2), b.get_synaptic_input())
  synapse.set_param(neun.ESynDoubleParameter.g2, 0)
  assert.equal(synapse.get_param("g2"), 0)
})

test("a diffusion synapse releases for a time", () => {
  const [a, b] = [neun.HHDoubleRK4(), neun.HHDoubleRK4()]
  const synapse = neun.DSynHHHHDoubleRK4(a, "v", b, "v", neun.DSynDoubleConstructorArgs(), 1)
  for (const [name, x] of Object.entries({ alpha: 1, beta: 0.5, threshold: -20, esyn: -80, gsyn: -0.01, T: 1, max_release_time: 1 }))
    synapse.set_param(name, x)
  a.set("v", -65)
  synapse.step(0.01)
  assert.equal(synapse.get("r"), 0)
  a.set("v", 0)
  let r = 0, open = 0
  for (let i = 0; i < 300; i++) {
    synapse.step(0.01)
    if (synapse.get("r") > r) open++
    r = synapse.get("r")
  }
  assert.ok(open === 99 || open === 100, open)
  assert.ok(b.get_synaptic_input() < 0)
})

test("mistakes are explained", () => {
  const fails = (f, pattern) => assert.throws(f, pattern)
  fails(() => neun.HHDoubleRK5, /the module "neun" has no HHDoubleRK5/)
  fails(() => neun.HHDoubleVariable.w, /HHDoubleVariable has no w/)
  fails(() => neun.HHDoubleRK4(neun.HRDoubleConstructorArgs()), /HHDoubleRK4 needs HHDoubleConstructorArgs\(\), not HRDoubleConstructorArgs/)
  fails(() => neun.HHDoubleRK4(1, 2), /HHDoubleRK4 takes its ConstructorArgs, not 2 arguments/)
  fails(() => neun.HHDoubleRK4().set("x", 1), /HHDoubleRK4 has no variable 'x'/)
  fails(() => neun.HHDoubleRK4().set_param(neun.HHDoubleVariable.v, 1), /HHDoubleRK4 has no parameter 'v'/)
  fails(() => neun.HHDoubleRK4().set("v", "1"), /the value of v must be a number/)
  fails(() => neun.HHDoubleRK4().set("v", NaN), /v of HH is NaN, which is no finite number/)
  fails(() => neun.HHDoubleRK4().add_synaptic_input(Infinity), /the input of HH is \+Inf|the input of HH is Infinity/)
  fails(() => neun.HHDoubleRK4().step(0), /the step of HH is 0; it must be finite and greater than 0/)
  fails(() => neun.HHDoubleRK4().step(), /the step is missing/)
  fails(() => neun.HHDoubleRK4().stp, /HHDoubleRK4 has no stp/)
  fails(() => { neun.HHDoubleRK4().v = 1 }, /HHDoubleRK4\.v cannot be set/)
  const neuron = neun.HHDoubleRK4()
  neuron.add_synaptic_input(1e300)
  fails(() => neuron.step(1), /v of HH became NaN in a step of 1 ms/)
  assert.equal(neuron.get("v"), -65)
  fails(() => neun.ESynHHHHDoubleRK4(neuron, "v"), /ESynHHHHDoubleRK4 needs two neurons/)
  fails(() => neun.ESynHHHHDoubleRK4(neun.HRDoubleRK4(), "x", neuron, "v", 1, 1), /neuron 1 of ESynHHHHDoubleRK4 must be one of the classes HHDouble/)
})
