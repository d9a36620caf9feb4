// What a script may rely on of sections, segments, mechanisms, references and
// point processes.
const { test, assert } = require("gneuron/test")

function error(f) {
  const e = assert.throws(f)
  return `${e.name}: ${e.message}` + (e.hint ? ` | ${e.hint}` : "")
}

/** soma(1) - dend, soma(0) - axon, dend(0) - b. */
function tree() {
  n.reset()
  const soma = n.Section("soma", { L: 20, diam: 20 }), dend = n.Section("dend", { L: 200, diam: 2, nseg: 5 }), axon = n.Section("axon"), b = n.Section("b")
  dend.connect(soma(1)); axon.connect(soma(0)); b.connect(dend(0), 0)
  return { soma, dend, axon, b }
}

test("names, identity, tree", () => {
  const { soma, dend, axon, b } = tree()
  assert.deepEqual([soma.name(), soma.hname(), String(soma), `${soma}`], ["soma", "soma", "soma", "soma"])
  assert.deepEqual([soma.same(soma), soma.same(dend), soma.is_pysec(), soma.cell()], [true, false, true, null])
  assert.equal(typeof soma.hoc_internal_name(), "string")
  assert.deepEqual([b.parentseg(), b.trueparentseg(), axon.parentseg(), axon.trueparentseg()].map(String), ["dend(0)", "soma(1)", "soma(0)", "null"])
  assert.deepEqual(soma.children().map(String), ["axon", "dend"])
  assert.deepEqual(dend.subtree().map(String), ["dend", "b"])
  assert.deepEqual(b.wholetree().map(String), ["soma", "axon", "dend", "b"])
  assert.equal(dend.disconnect(), dend)
  assert.equal(dend.parentseg(), null)
})

test("connect(parent, x) and orientation", () => {
  const { soma, axon } = tree()
  axon.disconnect()
  axon.connect(soma, 0.5)
  assert.equal(String(axon.parentseg()), "soma(0.5)")
  assert.equal(axon.orientation(), 0)
  axon.disconnect()
  axon.connect(soma, 0.5, 1)
  assert.equal(axon.orientation(), 1)
  assert.equal(axon(1).node_index(), axon.parentseg().node_index())
})

test("has_membrane, insert and uninsert", () => {
  const { soma } = tree()
  assert.deepEqual(["hh", "capacitance", "morphology"].map((m) => soma.has_membrane(m)), [false, true, true])
  soma.insert(n.hh).insert("pas").insert("pas")
  assert.deepEqual(["hh", "na_ion", "pas", "fastpas"].map((m) => soma.has_membrane(m)), [true, true, true, false])
  assert.equal(soma.uninsert("hh").uninsert(n.hh), soma)
  assert.deepEqual(["hh", "na_ion", "pas"].map((m) => soma.has_membrane(m)), [false, true, true])
})

test("geometry of segments and ends", () => {
  const { soma, dend } = tree()
  assert.deepEqual([...dend].map(String), ["dend(0.1)", "dend(0.3)", "dend(0.5)", "dend(0.7)", "dend(0.9)"])
  assert.deepEqual(dend.allseg().map((s) => s.x), [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1])
  const area = 251.327412287, ri = 4.50726798836
  assert.near(dend.allseg().map((s) => s.area()), [0, area, area, area, area, area, 0], 1e-8)
  assert.near(dend.allseg().map((s) => s.volume()), [0, 1, 1, 1, 1, 1, 0].map((x) => x * 125.663706144), 1e-8)
  assert.near(dend.allseg().map((s) => s.ri()), [0.0112681699709, ri / 2, ri, ri, ri, ri, ri / 2], 1e-10)
  assert.near(soma.allseg().map((s) => s.ri()), [1e30, 0.0112681699709, 0.0112681699709], 1e-10)
  n.finitialize(-65)
  assert.equal(dend(0).node_index(), soma(1).node_index())
  assert.deepEqual([dend(0.33).x, dend(0.33).equals(dend(0.3)), dend(0.33) === dend(0.33), String(dend(1 / 3))], [0.33, true, true, "dend(0.333333)"])
})

test("the ends have the first and the last segment's values, and no mechanisms", () => {
  const { soma } = tree()
  soma.insert("hh")
  soma.nseg = 3
  soma(0.1).gnabar_hh = 0.5
  soma(0.9).cm = 2
  assert.deepEqual([soma(0).gnabar_hh, soma(1).cm, soma(0).diam, soma(0).v], [0.5, 2, 20, -65])
  assert.deepEqual([...soma(0)], [])
  assert.throws(() => soma(0).hh, TypeError)
})

test("section variables are read in the middle and written everywhere", () => {
  const { dend } = tree()
  dend(0.1).diam = 3
  assert.deepEqual([...dend].map((s) => s.diam), [3, 2, 2, 2, 2])
  assert.equal(dend.diam, 2)
  dend.diam = 1
  assert.deepEqual([...dend].map((s) => s.diam), [1, 1, 1, 1, 1])
  dend.v = -10
  assert.deepEqual(dend.allseg().map((s) => s.v), [-10, -10, -10, -10, -10, -10, -10])
  dend.insert("pas")
  dend.g_pas = 0.002
  assert.deepEqual([...dend].map((s) => s.pas.g), Array(5).fill(0.002))
})

test("nseg copies range variables and leaves point processes at their node", () => {
  n.reset()
  const s = n.Section("s", { nseg: 2 }).insert("pas")
  s(0.25).g_pas = 1; s(0.75).g_pas = 3
  s.nseg = 4
  assert.deepEqual([...s].map((seg) => seg.g_pas), [1, 1, 3, 3])
  s.nseg = 3
  assert.deepEqual([...s].map((seg) => seg.g_pas), [1, 3, 3])
  const ic = n.IClamp(s(0.5))
  s.nseg = 1
  s.nseg = 2
  assert.equal(String(ic.get_segment()), "s(0.75)")
  for (const bad of [0, 2.7, 32768, NaN]) assert.throws(() => { s.nseg = bad }, RangeError)
  s.nseg = 32767
  assert.equal(s.nseg, 32767)
})

test("3-D points: geometry, changes, scaling", () => {
  n.reset()
  const b = n.Section("b")
  for (const [x, d] of [[0, 10], [10, 10], [20, 2], [40, 2]]) b.pt3dadd(x, 0, 0, d)
  assert.deepEqual([b.n3d(), b.L, b.diam, b.x3d(2), b.diam3d(3), b.arc3d(3)], [4, 40, 5, 20, 2, 40])
  assert.near([b(0.5).area(), b(0.5).ri()], [642.83890186, 0.270436079302], 1e-8)
  b.nseg = 3
  assert.near([...b].map((s) => s.diam), [29 / 3, 10 / 3, 2], 1e-6)
  assert.near([...b].map((s) => s.area()), [411.907676272, 147.155421493, 83.7758040957], 1e-8)
  b.pt3dchange(3, 20, 5, 6, 7)
  b.pt3dchange(0, 3)
  assert.near([b.x3d(3), b.y3d(3), b.z3d(3), b.diam3d(3), b.arc3d(3), b.diam3d(0), b.L], [20, 5, 6, 7, 27.8102496759, 3, 27.8102496759], 1e-9)
  b.pt3dinsert(1, 5, 5, 5, 3)
  assert.near([b.n3d(), b.L, b.x3d(1)], [5, 35.1307577516, 5], 1e-9)
  b.pt3dremove(1)
  b.L = 100
  assert.near([b.n3d(), b.arc3d(3), b.x3d(3), b.y3d(3)], [4, 100, 71.9159317017, 17.9789829254], 1e-9)
  b.diam = 3
  assert.deepEqual([0, 1, 2, 3].map((i) => b.diam3d(i)), [3, 3, 3, 3])
  b(0.1).diam = 6
  assert.deepEqual([0, 1, 2, 3].map((i) => b.diam3d(i)), [6, 3, 3, 3])
  b.pt3dclear()
  assert.deepEqual([b.n3d(), b.L], [0, 100])
})

test("psection of a section in use", () => {
  const { soma, dend } = tree()
  soma.insert("hh")
  const ic = n.IClamp(soma(0.5), { amp: 0.1 })
  const p = soma.psection(), d = dend.psection()
  assert.deepEqual(p.point_processes, { IClamp: [ic] })
  assert.deepEqual(Object.keys(p.ions).sort(), ["k", "na"])
  assert.deepEqual([p.Ra, p.nseg, p.cm, p.morphology.L, p.morphology.diam], [35.4, 1, [1], 20, [20]])
  assert.deepEqual([d.morphology.parent, d.morphology.trueparent].map(String), ["soma(1)", "soma(1)"])
  assert.equal(JSON.parse(JSON.stringify(p)).density_mechs.hh.gnabar[0], 0.12)
})

test("a section belongs to a cell", () => {
  n.reset()
  class Cell {
    constructor(gid) { this.gid = gid; this.soma = n.Section("soma", { cell: this, L: 12 }) }
    toString() { return `Cell[${this.gid}]` }
  }
  const c = new Cell(7)
  assert.deepEqual([String(c.soma), String(c.soma(0.5)), c.soma.L], ["Cell[7].soma", "Cell[7].soma(0.5)", 12])
  assert.equal(c.soma.cell(), c)
  assert.equal(c.soma.psection().cell, c)
})

test("currents and ion variables after finitialize", () => {
  const { soma } = tree()
  soma.insert("hh")
  n.finitialize(-65)
  const seg = soma(0.5)
  assert.near([seg.ina, seg.ik, seg.il_hh, seg.hh.il, seg.na_ion.ina], [-0.00122005717647, 0.00439973346728, -0.00321, -0.00321, -0.00122005717647], 1e-14)
  assert.near([seg.m_hh, seg.hh.h, seg.n_hh], [0.05293248525724958, 0.5961207535084603, 0.3176769140606974], 1e-15)
  assert.deepEqual([seg.ena, seg.ek, seg.nai, seg.nao, seg.ki, seg.ko, seg.i_cap], [50, -77, 10, 140, 54.4, 2.5, 0])
})

test("mechanisms of a segment, and their variables", () => {
  n.reset()
  const s = n.Section("s").insert("pas").insert("hh")
  assert.deepEqual([...s(0.5)].map((m) => [m.name(), String(m), m.is_ion()]),
    [["k_ion", "k_ion", true], ["na_ion", "na_ion", true], ["hh", "hh", false], ["pas", "pas", false]])
  assert.deepEqual([...s(0.5).pas].map((v) => v.name()), ["g_pas", "e_pas", "i_pas"])
  assert.equal(s(0.5).hh.segment(), s(0.5))
  assert.deepEqual([...s(0.5)].find((m) => m.name() === "pas").g, 0.001)
})

test("references: read, set, survive nseg", () => {
  n.reset()
  const s = n.Section("s", { nseg: 3 }).insert("hh"), ic = n.IClamp(s(0.5))
  for (const [ref, get] of [
    [s(0.5)._ref_v, () => s(0.5).v], [s(0.5).hh._ref_m, () => s(0.5).m_hh], [s(0.5)._ref_m_hh, () => s(0.5).m_hh],
    [s(0.5)._ref_ina, () => s(0.5).ina], [s(0.5)._ref_gnabar_hh, () => s(0.5).gnabar_hh], [s(0.5)._ref_cm, () => s(0.5).cm],
    [s(0.5)._ref_diam, () => s(0.5).diam], [ic._ref_amp, () => ic.amp], [s(0.5).na_ion._ref_ena, () => s(0.5).ena],
  ]) {
    ref.value = 0.25
    assert.equal(get(), 0.25)
    assert.equal(ref.value, 0.25)
    s.nseg = 5
    s.nseg = 3
    assert.equal(ref.value, get())
  }
})

test("free and computed references record", () => {
  n.reset()
  const s = n.Section("s").insert("pas")
  const twice = n.Vector().record(n.ref(() => 2 * s(0.5).v)), v = n.Vector().record(s(0.5)._ref_v)
  const free = n.ref(3), f = n.Vector().record(free), t = n.Vector().record(n._ref_t)
  n.finitialize(-65)
  n.continuerun(0.1)
  assert.deepEqual(twice.toArray(), v.times(2).toArray())
  assert.deepEqual(f.toArray(), [3, 3, 3, 3, 3])
  assert.deepEqual(t.toArray(), [0, 0.025, 0.05, 0.075, 0.09999999999999999])
  free.value++
  assert.equal(free.value, 4)
})

test("built-in point processes have NEURON's parameters and defaults", () => {
  n.reset()
  const s = n.Section("s")
  const values = (o, names) => names.map((name) => o[name])
  assert.deepEqual(values(n.IClamp(s(0.5)), ["delay", "del", "dur", "amp", "i"]), [0, 0, 0, 0, 0])
  assert.deepEqual(values(n.SEClamp(s(0.5)), ["rs", "dur1", "dur2", "dur3", "amp1", "amp2", "amp3", "vc", "i"]), [1, 0, 0, 0, 0, 0, 0, 0, 0])
  assert.deepEqual(values(n.AlphaSynapse(s(0.5)), ["onset", "tau", "gmax", "e", "i"]), [0, 0.1, 0, 0, 0])
  assert.deepEqual(s(0.5).point_processes().map(String), ["AlphaSynapse[0]", "SEClamp[0]", "IClamp[0]"])
})

test("built-in density mechanisms have NEURON's parameters and defaults", () => {
  n.reset()
  const s = n.Section("s")
  for (const m of ["pas", "hh", "fastpas"]) s.insert(m)
  const { pas, hh, fastpas } = s(0.5)
  assert.deepEqual([pas.g, pas.e, hh.gnabar, hh.gkbar, hh.gl, hh.el, fastpas.g, fastpas.e], [0.001, -70, 0.12, 0.036, 0.0003, -54.3, 5e-4, -65])
})

test("a point process is placed and moved", () => {
  const { soma, dend } = tree()
  const ic = n.IClamp(soma(0.5), { delay: 5, dur: 1, amp: 0.1 })
  assert.deepEqual([ic.has_loc(), n.IClamp().has_loc(), String(ic.get_segment()), ic.hname()], [true, false, "soma(0.5)", "IClamp[0]"])
  ic.loc(dend(0.3))
  assert.equal(ic.get_segment(), dend(0.3))
  ic.loc(0.9, { sec: dend })
  assert.equal(ic.get_segment(), dend(0.9))
  assert.equal(ic.amp, 0.1)
  assert.equal(ic.get_loc(), 0.9)
  assert.equal(n.cas(), dend)
  n.pop_section()
  ic.delete()
  assert.deepEqual(dend(0.9).point_processes(), [])
})

test("one warning where a line places a second point process on a node", () => {
  const { soma } = tree()
  const make = () => n.IClamp(soma(0.5))
  make(); make(); make()
  assert.equal(soma(0.5).point_processes().length, 3)
})

test("units of everything", () => {
  const { soma } = tree()
  soma.insert("hh").insert("pas")
  const want = { "IClamp.amp": "nA", "IClamp.delay": "ms", "IClamp.dur": "ms", "SEClamp.rs": "megohm", g_pas: "S/cm2", e_pas: "mV", gnabar_hh: "S/cm2", v: "mV",
    cm: "uF/cm2", diam: "um", L: "um", Ra: "ohm-cm", ena: "mV", nai: "mM", ina: "mA/cm2", i_cap: "mA/cm2", t: "ms", mtau_hh: "ms" }
  for (const [name, unit] of Object.entries(want)) assert.equal(n.units(name), unit, name)
  assert.equal(n.units(soma(0.5)._ref_v), "mV")
})
