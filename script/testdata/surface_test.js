// What a script may rely on: ways in, objects, run control and the names under
// n. One check per promise; the other surface tests go on by class.
const { test, assert } = require("gneuron/test")

/** The error that f throws, as "Class: message | hint". */
function error(f) {
  const e = assert.throws(f)
  return `${e.name}: ${e.message}` + (e.hint ? ` | ${e.hint}` : "")
}

test("n is a global and a module, h an alias, units are constants and a function", () => {
  const { n: m, h: g } = require("neuron")
  assert.equal(m, n)
  assert.equal(g, n)
  assert.equal(h, n)
  const units = require("neuron/units")
  const want = { ms: 1, mV: 1, um: 1, "µm": 1, mM: 1, uM: 1e-3, nM: 1e-6, M: 1e3, us: 1e-3, "µs": 1e-3, s: 1e3, sec: 1e3, minute: 6e4,
    hour: 3.6e6, day: 8.64e7, nm: 1e-3, mm: 1e3, cm: 1e4, m: 1e6, uV: 1e-3, "µV": 1e-3, V: 1e3, nA: 1 }
  for (const [name, factor] of Object.entries(want)) {
    assert.equal(units[name], factor, name)
    assert.equal(n.units[name], factor, name)
  }
  assert.equal(n.units("IClamp.amp"), "nA")
  assert.equal(error(() => units.mz), 'ReferenceError: there is no unit "mz"')
})

test("scripts are strict", () => {
  assert.throws(() => { undeclared = 1 }, ReferenceError)
  assert.equal((function () { return this })(), undefined)
})

test("globals", () => {
  assert.equal(typeof console.info, "function")
  assert.equal(typeof print, "function")
  assert.equal(process.argv[0], "gneuron")
  assert.equal(typeof process.env.PATH, "string")
  const before = performance.now()
  assert.ok(performance.now() >= before)
})

test("every class with and without new", () => {
  n.reset()
  const s = n.Section("s")
  for (const [a, b, c] of [
    [n.Section("a"), new n.Section("b"), n.Section],
    [n.Vector(3), new n.Vector(3), n.Vector],
    [n.IClamp(s(0.5)), new n.IClamp(s(1)), n.IClamp],
    [n.SectionList(), new n.SectionList(), n.SectionList],
    [n.List(), new n.List(), n.List],
    [n.FInitializeHandler(() => {}), new n.FInitializeHandler(() => {}), n.FInitializeHandler],
    [n.CVode(), new n.CVode(), n.CVode],
  ]) {
    assert.ok(a instanceof c && b instanceof c)
    assert.equal(a.constructor, c)
  }
})

test("null is Python's None", () => {
  n.reset()
  const s = n.Section("s", { cell: null })
  assert.equal(s.cell(), null)
  assert.equal(s.parentseg(), null)
  assert.equal(n.IClamp().get_segment(), null)
})

test("an unknown option is an error with a suggestion, everywhere", () => {
  n.reset()
  const s = n.Section("s")
  assert.equal(error(() => n.Section("a", { daim: 3 })), 'TypeError: n.Section has no option "daim" | did you mean "diam"?')
  assert.equal(error(() => n.SEClamp(s(0.5), { dru1: 3 })), 'TypeError: n.SEClamp has no option "dru1" | did you mean "dur1"?')
  assert.equal(error(() => n.area(0.5, { sce: s })), 'TypeError: n.area has no option "sce" | did you mean "sec"?')
  assert.equal(error(() => n.pt3dadd(0, 0, 0, 1, { sex: s })), 'TypeError: n.pt3dadd has no option "sex" | did you mean "sec"?')
})

test("a misspelt property throws on every object, read and written", () => {
  n.reset()
  const s = n.Section("s").insert("hh")
  const objects = { n, "s": s, "s(0.5)": s(0.5), "hh": s(0.5).hh, "ref": s(0.5)._ref_v, "vector": n.Vector(), "clamp": n.IClamp(s(0.5)),
    "list": n.List(), "sections": n.SectionList(), "handler": n.FInitializeHandler(() => {}), "cvode": n.CVode(), plt, "figure": plt.figure() }
  for (const [name, o] of Object.entries(objects)) {
    assert.throws(() => o.qwertz, TypeError, name)
    assert.throws(() => { o.qwertz = 1 }, TypeError, name)
    assert.equal("qwertz" in o, false, name)
    assert.equal(o[Symbol("qwertz")], undefined, name)
    for (const foreign of ["then", "inspect"]) assert.equal(o[foreign], undefined, name)
    assert.equal(typeof JSON.stringify({ o }), "string", name)
  }
  plt.close("all")
})

test("every object can be awaited", async () => {
  n.reset()
  const s = n.Section("s").insert("hh")
  for (const o of [n, s, s(0.5), s(0.5).hh, n.Vector(), n.IClamp(s(0.5)), n.List(), plt]) assert.equal(await o, o)
})

test("limits: bounds are allowed, defaults are not checked", () => {
  n.reset()
  const s = n.Section("s").insert("hh")
  s.gnabar_hh = 0
  s.gnabar_hh = 1e9
  assert.equal(error(() => { s.gnabar_hh = 1.1e9 }), "RangeError: s.gnabar_hh = 1.1e+09 is outside 0 to 1e+09")
  n.usetable_hh = 0
  n.usetable_hh = 1
  n.load_mechanism("NEURON { SUFFIX narrow RANGE p }\nPARAMETER { p = 5 <0, 1> }\nASSIGNED { v (mV) }\n")
  s.insert("narrow")
  assert.equal(s.p_narrow, 5)
})

test("deleted objects say so; delete() is there", () => {
  n.reset()
  const s = n.Section("s"), ic = n.IClamp(s(0.5)), h = n.FInitializeHandler(() => { throw new Error("must not run") })
  const v = n.Vector().record(s(0.5)._ref_v)
  h.delete()
  v.delete()
  n.finitialize(-65)
  n.fadvance()
  assert.equal(v.length, 0, "a deleted recording records nothing")
  ic.delete()
  assert.equal(error(() => ic.amp), "ModelError: IClamp[0] was deleted")
  s.delete()
  assert.equal(error(() => s.L), "ModelError: section s was deleted")
})

test("variables and their defaults", () => {
  n.reset()
  const want = { t: 0, dt: 0.025, celsius: 6.3, secondorder: 0, v_init: -65, tstop: 5, steps_per_ms: 40, nstep_steprun: 1, runStopAt: 5,
    runStopIn: 1, stoprun: 0, realtime: 0, using_cvode_: 0, global_ra: 35.4, screen_update_invl: 0.05, float_epsilon: 1e-11,
    clamp_resist: 0.001, usetable_hh: 1, nai0_na_ion: 10, nao0_na_ion: 140, ki0_k_ion: 54.4, ko0_k_ion: 2.5,
    PI: Math.PI, E: Math.E, GAMMA: 0.5772156649015329, DEG: 57.29577951308232, PHI: 1.618033988749895,
    FARADAY: 96485.33212331001, R: 8.31446261815324, Avogadro_constant: 6.02214076e23 }
  for (const [name, x] of Object.entries(want)) assert.equal(n[name], x, name)
  for (const name of ["minf", "hinf", "ninf", "mtau", "htau", "ntau"]) assert.equal(typeof n[name + "_hh"], "number")
  for (const name of ["PI", "using_cvode_"]) assert.throws(() => { n[name] = 1 }, TypeError)
  for (const name of ["t", "dt", "celsius", "v_init", "tstop"]) {
    const ref = n["_ref_" + name]
    const before = ref.value
    ref.value = before + 1
    assert.equal(n[name], before + 1, name)
  }
  n.reset()
  assert.deepEqual([n.t, n.dt, n.celsius, n.v_init, n.tstop], [0, 0.025, 6.3, -65, 5])
})

test("the mathematics of HOC", () => {
  assert.near([n.sin(1), n.cos(1), n.sqrt(2), n.exp(1), n.log(2), n.log10(2), n.tanh(1), n.atan(1), n.atan2(1, 2), n.erf(0.3), n.erfc(0.3)],
    [0.841470984808, 0.540302305868, 1.41421356237, 2.71828182846, 0.69314718056, 0.301029995664, 0.761594155956, 0.785398163397,
      0.463647609001, 0.328626759459, 0.671373240541], 1e-11)
  assert.deepEqual([n.abs(-3), n.int(2.7), n.int(-2.7), n.exp(-800), n.exp(1000)], [3, 2, -2, 0, Math.exp(700)])
  for (const f of ["log", "log10", "sqrt"]) assert.equal(error(() => n[f](-1)), `RangeError: n.${f}(-1): the argument must not be negative`)
})

test("standard files give 1, others are not run", () => {
  for (const file of ["stdrun.hoc", "stdlib.hoc", "nrngui.hoc", "import3d.hoc"]) assert.equal(n.load_file(file), 1)
  assert.throws(() => n.load_file("model.hoc"), n.ModelError)
})

test("run control gives and does what NEURON's does", () => {
  n.reset()
  const s = n.Section("s").insert("hh")
  assert.deepEqual([n.finitialize(-65), n.finitialize(), n.fadvance(), n.t], [1, 1, 1, 0.025])
  assert.deepEqual([n.continuerun(1), n.continuerun(0.5)], [0, 0])
  assert.near(n.t, 1, 1e-12)
  assert.deepEqual([n.run(), n.stdinit(), n.init(), n.t], [0, 0, 0, 0])
  assert.deepEqual([n.step(), n.steprun()], [0, 0])
  n.advance()
  assert.near(n.t, 0.075, 1e-15)
  n.t = 3
  assert.equal(n.t, 3)
  n.v_init = -70
  n.stdinit()
  assert.deepEqual([n.t, s.v], [0, -70])
  n.tstop = 0.1
  n.run()
  assert.near(n.t, 0.1, 1e-12)
  assert.equal(n.runStopAt, 5)
  n.finitialize(-60)
  s.v = -50
  n.finitialize()
  assert.equal(s.v, -50, "without an argument v stays")
})

test("setdt rounds dt to steps_per_ms", () => {
  n.reset()
  const after = (dt, per) => { n.steps_per_ms = per; n.dt = dt; n.setdt(); return [n.dt, n.nstep_steprun] }
  assert.deepEqual(after(0.1, 40), [0.025, 1])
  assert.deepEqual(after(0.01, 40), [0.0125, 2])
  assert.deepEqual(after(0.025, 10), [0.025, 4])
  n.reset()
  assert.deepEqual([n.dt, n.steps_per_ms, n.nstep_steprun], [0.025, 40, 1])
})

test("stoprun ends a run", () => {
  n.reset()
  n.Section("s")
  n.CVode()
  n.finitialize(-65)
  n.cvode.event(1, () => { n.stoprun = 1 })
  n.continuerun(5)
  assert.near(n.t, 1, 1e-9)
  n.continuerun(2)
  assert.near(n.t, 2, 1e-9)
})

test("handlers run in NEURON's order, with arguments, and what they throw arrives", () => {
  n.reset()
  n.Section("s")
  const log = []
  const handlers = [0, 1, 2, 3].map((k) => n.FInitializeHandler(k, () => log.push(k)))
  n.FInitializeHandler(() => log.push("default"))
  n.FInitializeHandler(2, [(a, b) => log.push(a + b), 4, 5])
  n.finitialize(-65)
  assert.deepEqual(log, [3, 0, 1, "default", 2, 9])
  for (const x of handlers) x.delete()
  log.length = 0
  n.finitialize(-65)
  assert.deepEqual(log, ["default", 9])
  n.FInitializeHandler(() => { throw new RangeError("mine") })
  assert.equal(assert.throws(() => n.finitialize(-65)).message, "mine")
  n.reset()
  n.finitialize(-65)
})

test("lists of NetCons and of events", () => {
  n.reset()
  const cell = { toString: () => "Cell[0]" }, a = n.Section("a"), b = n.Section("b", { cell })
  const synA = n.ExpSyn(a(0.5)), synB = n.ExpSyn(b(0.5))
  const within = n.NetCon(a(0.5)._ref_v, synA, { sec: a }), own = n.NetCon(b(0.5)._ref_v, synB, { sec: b }), across = n.NetCon(a(0.5)._ref_v, synB, { sec: a })
  const list = (...args) => [...n.cvode.netconlist(...args)]
  assert.deepEqual(list("", "", ""), [within, across, own])
  assert.deepEqual(list("", "", synB), [across, own])
  assert.deepEqual(list("", "", "Syn.0"), [within])
  assert.deepEqual(list("", cell), [across, own])
  assert.deepEqual(list("^Cell", "Cell"), [own])
  assert.throws(() => list("("), /"\(", for the source's cell, is no regular expression/)
  assert.deepEqual([own.precelllist().count(), own.postcelllist().count(), within.precelllist().count()], [1, 2, 0])
  assert.deepEqual([across.preloc(), n.secname(), n.pop_section() && 0], [0.5, "a", 0])
  assert.deepEqual([across.postloc(), n.secname(), n.pop_section() && 0], [0.5, "Cell[0].b", 0])
  assert.equal(n.NetCon(null, synA).preloc(), -1)
  n.finitialize(-65)
  within.event(3)
  own.event(2)
  const times = n.Vector()
  n.cvode.print_event_queue(times)
  assert.deepEqual([...times], [2, 3])
})

test("CVode on the fixed step", () => {
  n.reset()
  const s = n.Section("s").insert("hh"), cvode = n.CVode()
  assert.equal(cvode, n.cvode)
  assert.deepEqual([cvode.active(), cvode.active(0), n.cvode_active(), n.cvode_active(0), cvode.re_init()], [0, 0, 0, 0, 0])
  assert.throws(() => cvode.active(1), /not yet: the variable time step/)
  assert.throws(() => n.cvode_active(1), /not yet: the variable time step/)
  assert.throws(() => cvode.solve(1), /not yet: CVode\.solve/)
  assert.deepEqual([cvode.atol(), cvode.atol(1e-4), cvode.atol(1e-3), cvode.use_local_dt(true), cvode.use_local_dt(0)], [1e-3, 1e-4, 1e-3, 1, 0])
  assert.throws(() => cvode.rtol("small"), /the argument of CVode\.rtol must be a number, not 'small'/)
  const y = n.Vector(), t = n.Vector()
  cvode.record(s(0.5)._ref_v, y, t)
  n.finitialize(-65)
  n.continuerun(0.1)
  assert.near(y, [-65.0, -64.99925452909274, -64.9985207095132, -64.99779768226396, -64.99708468737194], 1e-12)
  assert.deepEqual(t.toArray(), [0, 0.025, 0.05, 0.075, 0.09999999999999999])
  cvode.record_remove(y)
  const seen = []
  cvode.event(0.16, () => seen.push(n.t))
  n.continuerun(0.3)
  assert.near(seen, [0.175], 1e-12)
  assert.equal(y.length, 5)
})

test("use_fast_imem: i_membrane_, which adds up to what electrodes bring in", () => {
  n.reset()
  const soma = n.Section("soma", { L: 20, diam: 20 }).insert("hh"), dend = n.Section("dend", { L: 300, diam: 2, nseg: 5 }).insert("pas")
  dend.connect(soma(1))
  const ic = n.IClamp(soma(0.5), { delay: 1, dur: 5, amp: 0.5 }), al = n.AlphaSynapse(dend(0.3), { onset: 2, tau: 1, gmax: 0.01 })
  assert.equal(error(() => soma(0.5).i_membrane_), "ModelError: soma.i_membrane_ is not computed | ask for it first: n.cvode.use_fast_imem(1)")
  assert.equal(n.cvode.use_fast_imem(), false)
  assert.equal(n.cvode.use_fast_imem(true), true)
  const nodes = [...soma.allseg(), ...dend.allseg()], rec = n.Vector().record(dend(0.3)._ref_i_membrane_)
  // NEURON 8.2.2 at t = 4 ms, by secondorder: soma(0.5) and the segments of dend
  const neuron = {
    0: [0.014800836678487432, 0.08942606671839863, 0.0635817635417865, 0.10800512728803308, 0.11126596261568926, 0.11292024315762823],
    2: [0.03617232747476726, 0.08756878036751413, 0.05657166164564141, 0.1043175570978398, 0.10700511664528593, 0.10836455676894541],
  }
  for (const order of [0, 2]) {
    n.secondorder = order
    n.finitialize(-65)
    n.continuerun(4)
    const currents = [...soma, ...dend].map((seg) => seg.i_membrane_)
    assert.near(currents, neuron[order], 1e-11)
    assert.near(currents.reduce((a, b) => a + b), ic.i, 1e-10)
    assert.deepEqual(nodes.filter((seg) => seg.x === 0 || seg.x === 1).map((seg) => seg.i_membrane_), [0, 0, 0, 0])
    assert.equal(rec[rec.length - 1], dend(0.3).i_membrane_)
  }
  n.reset()
  assert.equal(n.cvode.use_fast_imem(), false)
})

test("ions", () => {
  n.reset()
  const s = n.Section("s").insert("hh"), bare = n.Section("bare")
  assert.deepEqual([n.ion_charge("na_ion"), n.ion_charge("ca_ion"), n.ion_register("foo", 3), n.ion_charge("foo_ion")], [1, 2, 3, 3])
  assert.equal(n.ion_style("na_ion", { sec: s }), 8)
  assert.equal(n.ion_style("na_ion", 1, 2, 1, 0, 0, { sec: s }), 8)
  assert.equal(n.ion_style("na_ion", { sec: s }), 49)
  assert.equal(n.ion_style("na_ion", { sec: bare }), -1)
  assert.near(n.nernst(10, 140, 1), 63.5515032194, 1e-9)
  assert.near(n.ghk(-50, 1e-4, 2, 2), -1628.2707705, 1e-6)
})

test("globals, functions and procedures of mechanisms", () => {
  n.reset()
  const s = n.Section("s").insert("hh")
  assert.equal(n.rates_hh(-50), 1)
  assert.near(n.minf_hh, 0.250812078254, 1e-11)
  assert.near(n.vtrap_hh(1, 2), 1.54149408254, 1e-10)
  assert.equal(s(0.5).hh.rates(-65), 1)
  assert.near(n.minf_hh, 0.05293248525724958, 1e-15)
  n.nai0_na_ion = 12
  assert.equal(n.nai0_na_ion, 12)
  n.usetable_hh = 0
  n.reset()
  assert.deepEqual([n.nai0_na_ion, n.usetable_hh], [10, 1])
})

test("functions with {sec}", () => {
  n.reset()
  const soma = n.Section("soma", { L: 20, diam: 20 }), dend = n.Section("dend", { L: 200, diam: 2, nseg: 5 })
  dend.connect(soma(0.3), 1)
  soma.insert("hh")
  assert.near([n.area(0.5, { sec: soma }), n.ri(0.5, { sec: dend }), n.lambda_f(100, { sec: dend }), n.area(soma(0.5))],
    [1256.63706144, 4.50726798836, 670.514902685, 1256.63706144], 1e-8)
  assert.equal(n.secname({ sec: dend }), "dend")
  assert.deepEqual([n.parent_connection({ sec: dend }), n.section_orientation({ sec: dend })], [0.3, 1])
  assert.deepEqual([n.ismembrane("hh", { sec: soma }), n.ismembrane("hh", { sec: dend })], [1, 0])
  n.pt3dadd(0, 0, 0, 1, { sec: soma })
  n.pt3dadd(0, 0, 9, 1, { sec: soma })
  assert.deepEqual([n.n3d({ sec: soma }), n.z3d(1, { sec: soma }), n.diam3d(0, { sec: soma }), n.arc3d(1, { sec: soma })], [2, 9, 1, 9])
  n.pt3dclear({ sec: soma })
  assert.equal(soma.n3d(), 0)
  assert.equal(n.psection({ sec: soma }).name, "soma")
  assert.equal(n.cas(), soma)
  dend.push()
  assert.equal(n.cas(), dend)
  assert.equal(n.secname(), "dend")
  n.pop_section()
  assert.equal(n.cas(), soma)
  n.disconnect({ sec: dend })
  assert.equal(dend.parentseg(), null)
  n.delete_section({ sec: dend })
  assert.deepEqual([...n.allsec()].map(String), ["soma"])
})

test("distance in all its forms", () => {
  n.reset()
  const soma = n.Section("soma", { L: 20 }), dend = n.Section("dend", { L: 200, nseg: 5 }), axon = n.Section("axon"), b = n.Section("b"), far = n.Section("far")
  dend.connect(soma(1)); axon.connect(soma(0)); b.connect(dend(0.5))
  assert.equal(error(() => n.distance(dend(0.5))), "ModelError: Distance origin not valid | set it first: n.distance(0, soma(0.5))")
  assert.equal(n.distance(soma(0.5), dend(1)), 210)
  assert.equal(n.distance(0, soma(0)), 0)
  assert.near(n.distance(dend(0.3)), 80, 1e-12)
  assert.equal(n.distance({ sec: dend }), 0)
  assert.near(n.distance(0.7, { sec: dend }), 140, 1e-12)
  assert.near(n.distance(b(0), axon(1)), 220, 1e-12)
  assert.equal(n.distance(soma(0), far(0)), 1e20)
})

test("define_shape gives points and keeps L", () => {
  n.reset()
  const a = n.Section("a", { nseg: 3, L: 90 })
  assert.equal(n.define_shape(), 1)
  assert.deepEqual([a.n3d(), a.x3d(4), a.L], [5, 90, 90])
})

test("allsec is iterable with a length", () => {
  n.reset()
  const made = ["a", "b", "c"].map((name) => n.Section(name))
  assert.equal(n.allsec().length, 3)
  assert.deepEqual([...n.allsec()], made)
  const seen = []
  for (const s of n.allsec()) seen.push(s)
  assert.deepEqual(seen, made)
  made[1].delete()
  assert.deepEqual([...n.allsec()].map(String), ["a", "c"])
})

test("SectionList is NEURON's, sections that are in it twice included", () => {
  n.reset()
  const [a, b, c] = ["a", "b", "c"].map((name) => n.Section(name))
  b.connect(a)
  c.connect(b)
  const names = (l) => [...l].map(String).join("")
  const l = n.SectionList([a, b, a])
  assert.equal(names(l), "aba")
  l.subtree(a)
  assert.equal(names(l), "abaabc")
  l.children(a)
  assert.equal(names(l), "abaabcb")
  assert.equal(l.remove(a), 1)
  assert.equal(names(l), "baabcb")
  assert.equal(l.remove({ sec: c }), 1)
  assert.equal(l.unique(), 3)
  assert.equal(names(l), "ba")
  assert.deepEqual([l.contains(a), l.contains(c), l.length], [true, false, 2])
  const m = n.SectionList([a, b, a, c])
  assert.equal(m.remove(n.SectionList([a, c])), 3)
  assert.equal(names(m), "b")
  m.wholetree({ sec: b })
  assert.equal(names(m), "babc")
  const roots = n.SectionList()
  roots.allroots()
  roots.append(c)
  roots.append({ sec: b })
  assert.equal(names(roots), "acb")
})

test("List holds any objects, or follows a class", () => {
  n.reset()
  const s = n.Section("s"), l = n.List(), [a, b, c] = [n.Vector([1]), n.Vector([2]), { any: 1 }]
  l.append(a)
  l.append(c)
  l.prepend(b)
  assert.deepEqual([l.count(), l.index(a), l.object(0), l.o(2), l.remove(0), l.count()], [3, 1, b, c, 2, 2])
  l.insrt(1, b)
  assert.deepEqual([...l], [a, b, c])
  l.remove_all()
  assert.equal(l.count(), 0)
  const clamps = n.List("IClamp")
  assert.equal(clamps.count(), 0)
  const ic = n.IClamp(s(0.5))
  assert.equal(clamps.object(0), ic)
})

test("the stopwatch", () => {
  assert.ok(n.startsw() > 1e9)
  assert.ok(n.stopsw() >= 0 && n.stopsw() < 60)
})

test("what is not there yet says so by name", () => {
  for (const name of ["SaveState", "Random", "File"]) {
    if (name in n) continue
    assert.equal(error(() => n[name]), `ModelError: not yet: n.${name} is not part of this version of gneuron`)
  }
})

test("reset forgets the model", () => {
  n.reset()
  const s = n.Section("s").insert("hh"), v = n.Vector().record(s(0.5)._ref_v)
  n.IClamp(s(0.5))
  n.dt = 0.1
  n.celsius = 20
  n.secondorder = 2
  n.finitialize(-65)
  n.fadvance()
  n.reset()
  assert.deepEqual([n.allsec().length, n.List("IClamp").count(), n.t, n.dt, n.celsius, n.secondorder], [0, 0, 0, 0.025, 6.3, 0])
  const fresh = n.Section("s")
  assert.equal(fresh.has_membrane("hh"), false)
  const samples = v.length
  n.finitialize(-65)
  n.fadvance()
  assert.equal(v.length, samples, "old recordings are over")
})
