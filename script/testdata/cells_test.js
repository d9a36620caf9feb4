// Built-in cells and synapses that NEURON does not have, and wrong uses.
const { test, assert } = require("gneuron/test")

const fresh = () => {
  n.reset()
  const soma = n.Section("soma")
  soma.L = soma.diam = 20
  return soma
}

const timesOf = (source) => {
  const times = n.Vector()
  n.NetCon(source, null).record(times)
  return times
}

test("VecStim sends an event for every element, in every run", () => {
  fresh()
  const stim = n.VecStim(), times = timesOf(stim)
  stim.play(n.Vector([0, 1, 1, 2.5, 3.3333, 7]))
  for (let run = 0; run < 2; run++) {
    n.finitialize(-65)
    n.continuerun(5)
    assert.deepEqual([...times], [0, 1, 1, 2.5, 3.3333])
  }
  stim.play()
  n.finitialize(-65)
  n.continuerun(5)
  assert.equal(times.length, 0)
})

test("VecStim refuses times that do not ascend", () => {
  fresh()
  const stim = n.VecStim(), times = timesOf(stim)
  stim.play(n.Vector([3, 2]))
  assert.throws(() => { n.finitialize(-65); n.continuerun(5); }, /must ascend/)
  assert.throws(() => stim.play([1, 2]), /argument 1 of VecStim\[0\].play must be a number, a Vector, a Random or a reference, not \[ 1, 2 \]/)
})

test("two halves of a gap junction conserve charge", () => {
  const a = fresh(), b = n.Section("b")
  b.L = b.diam = 20
  const here = n.gap(a(0.5), { g: 0.002 }), there = n.gap(b(0.5), { g: 0.002 })
  here._ref_vgap = b(0.5)._ref_v
  there._ref_vgap = a(0.5)._ref_v
  n.finitialize(-65)
  a.v = -45
  for (let k = 0; k < 4000; k++) n.fadvance()
  assert.ok(Math.abs(a.v + 55) < 1e-6, `a ends at ${a.v}`)
  assert.ok(Math.abs(b.v + 55) < 1e-6, `b ends at ${b.v}`)
})

test("a gap junction that points nowhere says so", () => {
  const soma = fresh()
  n.gap(soma(0.5), { g: 0.002 })
  assert.throws(() => n.finitialize(-65), /POINTER vgap of gap points to nothing/)
})

test("a user's file takes the place of a built-in cell", () => {
  fresh()
  n.load_mechanism("NEURON { ARTIFICIAL_CELL VecStim RANGE mine } PARAMETER { mine = 3 } NET_RECEIVE(w) { net_event(t) }")
  assert.equal(n.VecStim().mine, 3)
})

test("arguments of noiseFromRandom123 and seed are checked", () => {
  fresh()
  const stim = n.NetStim()
  assert.throws(() => stim.seed(), /NetStim\[0\].seed takes 1 argument \(x\), not 0/)
  assert.throws(() => stim.noiseFromRandom123("a", 1), /argument 1 must be a number/)
})

test("Izhikevich takes the steps of its equations", () => {
  const soma = fresh()
  const cell = n.Izhikevich(soma(0.5), { Iin: 10 }), times = timesOf(cell)
  n.dt = 0.5
  n.finitialize(-65)
  n.continuerun(300)
  const want = []
  let V = -65, u = 0.2 * V
  for (let k = 1; k <= 600; k++) {
    for (let half = 0; half < 2; half++) V += 0.25 * (0.04 * V * V + 5 * V + 140 - u + 10)
    u += 0.5 * 0.02 * (0.2 * V - u)
    if (V >= 30) {
      want.push(0.5 * k)
      V = -65
      u += 8
    }
  }
  assert.equal(want.length, 7)
  assert.deepEqual([...times], want)
})

test("AdExpIF rests where its currents are in balance, and adds the weight of an event", () => {
  const soma = fresh()
  const cell = n.AdExpIF(soma(0.5), { Iin: 300 }), times = timesOf(cell)
  const driver = n.NetCon(null, cell, { weight: 60 })
  n.finitialize(-65)
  n.continuerun(3000)
  assert.equal(times.length, 0)
  const { V, w } = cell
  assert.ok(V > -70.6 && V < -50.4)
  assert.near(w, 4 * (V + 70.6), 1e-6)
  assert.near(30 * (-70.6 - V) + 60 * Math.exp((V + 50.4) / 2) - w + 300, 0, 1e-6)
  driver.event(3001)
  n.continuerun(3010)
  assert.equal(times.length, 1)
})

test("a POINTER that points to nothing is an error where code uses it, and there only", () => {
  const soma = fresh()
  n.load_mechanism("NEURON { POINT_PROCESS Late RANGE on, y POINTER p } PARAMETER { on = 0 } ASSIGNED { v y p }\nBREAKPOINT { if (on) { y = p } }\nNET_RECEIVE(w) { p = w }")
  const late = n.Late(soma(0.5))
  n.finitialize(-65)
  n.fadvance()
  late.on = 1
  assert.throws(() => n.fadvance(), /2:28: the POINTER p of Late points to nothing at soma\(0\.5\)/)
  late.on = 0
  n.finitialize(-65)
  const nc = n.NetCon(null, late)
  nc.event(0.1)
  assert.throws(() => n.continuerun(1), /3:18: the POINTER p of Late points to nothing/)
  late._ref_p = soma(0.5)._ref_v
  late.on = 1
  n.finitialize(-65)
  n.fadvance()
  assert.equal(late.y, soma.v)
})

test("a NetCon outlives the section of its source, as in NEURON", () => {
  n.reset()
  const [soma, dend] = [n.Section("soma"), n.Section("dend")]
  const syn = n.ExpSyn(dend(0.5))
  const nc = n.NetCon(soma(0.5)._ref_v, syn, { sec: soma })
  assert.equal(nc.valid(), true)
  soma.delete()
  assert.deepEqual([nc.valid(), nc.preseg()], [false, null])
  n.finitialize(-65)
  n.continuerun(1)
  assert.deepEqual([n.t > 0.9, nc.valid(), nc.syn() === syn], [true, false, true])
})

test("objects as text are what they were", () => {
  n.reset()
  const soma = n.Section("soma"), v = n.Vector([1]), w = n.Vector([1])
  assert.deepEqual([`${soma}`, "the " + soma, "at " + soma(0.5), `${v}`.slice(0, 7)], ["soma", "the soma", "at soma(0.5)", "Vector["])
  assert.deepEqual([v == v, v == w, v == null, soma == "soma", soma == soma], [true, false, false, true, true])
  assert.equal(n.ref(3) * 2, 6)
})
