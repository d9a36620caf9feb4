// Sections: making, reading, writing, joining, and what a mistake says.
const { test, assert } = require("gneuron/test")

/** The error that f throws, as "Class: message | hint". */
function error(f) {
  const e = assert.throws(f)
  return `${e.name}: ${e.message}` + (e.hint ? ` | ${e.hint}` : "")
}

test("defaults are NEURON's", () => {
  const s = n.Section("s")
  assert.deepEqual([s.nseg, s.L, s.diam, s.Ra, s.cm, s.v, s.rallbranch], [1, 100, 500, 35.4, 1, -65, 1])
  s.delete()
})

test("new is optional, options follow the name", () => {
  const a = n.Section("a", { L: 20, diam: 10, nseg: 5, Ra: 100, cm: 2 })
  const b = new n.Section({ name: "b", rallbranch: 2 })
  assert.deepEqual([a.L, a.diam, a.nseg, a.Ra, a.cm], [20, 10, 5, 100, 2])
  assert.equal(b.name(), "b")
  assert.equal(b.rallbranch, 2)
  assert.ok(a instanceof n.Section && b instanceof n.Section)
  assert.equal(typeof a, "function")
  n.reset()
})

test("a refused option leaves no section behind", () => {
  const before = n.allsec().length
  assert.equal(error(() => n.Section("a", { lenght: 3 })),
    'TypeError: n.Section has no option "lenght" | its options are name, cell, nseg, L, diam, Ra, cm, rallbranch')
  assert.equal(error(() => n.Section("a", { nsge: 3 })), 'TypeError: n.Section has no option "nsge" | did you mean "nseg"?')
  assert.equal(error(() => n.Section("a", { L: -3 })), "RangeError: a.L = -3 must be greater than 0")
  assert.equal(error(() => n.Section(5)), "TypeError: the name of a section must be a string, not 5")
  assert.equal(n.allsec().length, before)
})

test("names and cells", () => {
  class Named { constructor() { this.soma = n.Section("soma", { cell: this }) } toString() { return "Named[7]" } }
  class Plain { constructor() { this.soma = n.Section("soma", this); this.axon = n.Section("axon", { cell: this }) } }
  const c = new Named(), p = new Plain(), q = new Plain()
  assert.equal(c.soma.name(), "Named[7].soma")
  assert.equal(`${c.soma}`, "Named[7].soma")
  assert.equal(c.soma.hname(), "Named[7].soma")
  assert.equal(c.soma.cell(), c)
  assert.deepEqual([p.soma, p.axon, q.soma].map(String), ["Plain[0].soma", "Plain[0].axon", "Plain[1].soma"])
  assert.equal(n.Section("x").cell(), null)
  n.reset()
})

test("segments by call, by at and by iteration", () => {
  const s = n.Section("s", { nseg: 3 })
  assert.equal(s(0.5), s(0.5))
  assert.equal(s.at(0.5), s(0.5))
  assert.deepEqual([...s].map((seg) => seg.x), [0.5 / 3, 0.5, 2.5 / 3])
  assert.deepEqual(s.allseg().map((seg) => seg.x), [0, 0.5 / 3, 0.5, 2.5 / 3, 1])
  assert.equal([...s][1], s(0.5))
  const [first, ...rest] = s
  assert.equal(rest.length, 2)
  assert.equal(first.sec, s)
  n.reset()
})

test("range variables: read at 0.5, written to all segments", () => {
  const s = n.Section("s", { nseg: 3 })
  assert.equal(s.insert(n.hh).insert("pas"), s)
  s.gnabar_hh = 0.3
  s(0.5).gnabar_hh = 0.2
  assert.equal(s.gnabar_hh, 0.2)
  assert.deepEqual([...s].map((seg) => seg.gnabar_hh), [0.3, 0.2, 0.3])
  s.v = -70
  assert.deepEqual(s.allseg().map((seg) => seg.v), [-70, -70, -70, -70, -70])
  assert.equal(s.ena, 50)
  assert.ok(s.has_membrane("hh") && !s.has_membrane(n.fastpas))
  assert.equal(s.uninsert("pas"), s)
  assert.ok(!s.has_membrane("pas"))
  s.uninsert("pas")
  n.reset()
})

test("connect in every form", () => {
  const soma = n.Section("soma"), d = [0, 1, 2, 3, 4].map((i) => n.Section(`d${i}`))
  d[0].connect(soma)
  d[1].connect(soma(0.5))
  d[2].connect(soma(1), 0)
  d[3].connect(soma, 1, 0)
  d[4].connect(soma(0), 1)
  assert.deepEqual(d.map((s) => String(s.parentseg())), ["soma(1)", "soma(0.5)", "soma(1)", "soma(1)", "soma(0)"])
  assert.equal(d[4].orientation(), 1)
  assert.equal(d[4].trueparentseg(), null)
  assert.equal(soma.parentseg(), null)
  assert.deepEqual(soma.children().map(String), ["d4", "d1", "d3", "d2", "d0"])
  assert.deepEqual(soma.subtree().map(String), ["soma", "d4", "d1", "d3", "d2", "d0"])
  assert.deepEqual(d[0].wholetree().map(String), ["soma", "d4", "d1", "d3", "d2", "d0"])
  assert.equal(soma.children()[0], d[4])
  d[0].disconnect()
  assert.equal(d[0].parentseg(), null)
  n.reset()
})

test("connect refuses what cannot be", () => {
  const a = n.Section("a"), b = n.Section("b")
  b.connect(a)
  assert.equal(error(() => a.connect(a)), "ModelError: a cannot be connected to itself")
  assert.equal(error(() => a.connect(b(1))),
    "ModelError: connecting a to b would close a loop: a -> b -> a | call b.disconnect() first")
  assert.equal(error(() => b.connect(a(1), 0.5)), "RangeError: b(0.5) cannot be connected: only the ends 0 and 1 of a child can")
  assert.equal(error(() => b.connect(3)), "TypeError: b.connect needs a section or a segment, not 3")
  assert.equal(error(() => b.connect("a")), "TypeError: b.connect needs a section or a segment, not 'a'")
  assert.equal(String(b.parentseg()), "a(1)")
  n.reset()
})

test("3-D points", () => {
  const s = n.Section("s")
  s.pt3dadd(0, 0, 0, 10)
  s.pt3dadd(10, 0, 0, 10)
  s.pt3dadd(20, 0, 0, 2)
  s.pt3dadd(40, 0, 0, 2)
  assert.equal(s.n3d(), 4)
  assert.deepEqual([s.x3d(2), s.y3d(2), s.z3d(2), s.diam3d(2), s.arc3d(3)], [20, 0, 0, 2, 40])
  assert.equal(s.L, 40)
  assert.near(s(0.5).area(), 642.838902, 1e-6)
  assert.near(s(0.5).ri(), 0.270436079, 1e-9)
  s.pt3dchange(3, 6)
  assert.equal(s.diam3d(3), 6)
  s.pt3dremove(0)
  s.pt3dinsert(0, 5, 0, 0, 1)
  assert.deepEqual([s.n3d(), s.x3d(0), s.diam3d(0)], [4, 5, 1])
  assert.equal(error(() => s.x3d(4)), "RangeError: s has no 3-D point 4: it has 4")
  assert.equal(error(() => s.pt3dadd(1, 2)), "TypeError: s.pt3dadd takes x, y, z, diam: 2 were given")
  s.pt3dclear()
  assert.equal(s.n3d(), 0)
  n.reset()
})

test("a value out of range says what is allowed", () => {
  const s = n.Section("soma")
  s.insert("hh")
  for (const [f, want] of [
    [() => { s.nseg = 0 }, "soma.nseg = 0 must be an integer from 1 to 32767"],
    [() => { s.nseg = 1.5 }, "soma.nseg = 1.5 must be an integer from 1 to 32767"],
    [() => { s.nseg = 40000 }, "soma.nseg = 40000 must be an integer from 1 to 32767"],
    [() => { s.L = 0 }, "soma.L = 0 must be greater than 0"],
    [() => { s.L = -5 }, "soma.L = -5 must be greater than 0"],
    [() => { s.diam = 0 }, "soma.diam = 0 must be greater than 0"],
    [() => { s.Ra = -1 }, "soma.Ra = -1 must be greater than 0"],
    [() => { s.cm = -1 }, "soma.cm = -1 must not be negative"],
    [() => { s.L = NaN }, "soma.L = NaN is not a number"],
    [() => { s.gnabar_hh = NaN }, "soma.gnabar_hh = NaN is not a number"],
    [() => { s.gnabar_hh = -1 }, "soma.gnabar_hh = -1 is outside 0 to 1e+09"],
    [() => { s(0.5).hh.gkbar = -1 }, "soma(0.5).gkbar_hh = -1 is outside 0 to 1e+09"],
    [() => { s(0.5).diam = NaN }, "soma(0.5).diam = NaN is not a number"],
  ]) assert.equal(error(f), "RangeError: " + want)
  assert.equal(error(() => s(1.2)),
    "RangeError: soma(1.2): x must be from 0 to 1 | x is the fraction of the length: soma(0.012) is 1.2 um from the 0 end")
  assert.equal(error(() => s(-0.1)), "RangeError: soma(-0.1): x must be from 0 to 1")
  assert.equal(error(() => s("a")), "TypeError: x of soma(x) must be a number, not 'a'")
  assert.equal(error(() => s()), "TypeError: soma(x) takes one number, the place from 0 to 1")
  assert.equal(error(() => { s.L = "20" }), "TypeError: soma.L must be a number, not '20'")
  assert.equal(error(() => { s.gnabar_hh = undefined }), "TypeError: soma.gnabar_hh must be a number, not undefined")
  assert.deepEqual([s.nseg, s.L, s.diam, s.Ra, s.cm, s.gnabar_hh], [1, 100, 500, 35.4, 1, 0.12])
  n.reset()
})

test("a misspelt name throws and suggests", () => {
  const s = n.Section("soma")
  s.insert("hh")
  assert.equal(error(() => s.nsge), 'TypeError: soma has no property "nsge" | did you mean "nseg"?')
  assert.equal(error(() => { s.nsge = 1 }), 'TypeError: soma has no property "nsge" | did you mean "nseg"?')
  assert.equal(error(() => { s.gnabr_hh = 1 }), 'TypeError: soma has no property "gnabr_hh" | did you mean "gnabar_hh"?')
  assert.equal(error(() => s.inser("pas")), 'TypeError: soma has no property "inser" | did you mean "insert"?')
  assert.equal(error(() => s.g_pas), 'TypeError: soma has no g_pas: pas is not inserted | call soma.insert("pas")')
  assert.equal(error(() => s.insert("hhh")), 'ReferenceError: there is no density mechanism "hhh" | did you mean "hh"?')
  assert.equal(error(() => s.insert("IClamp")),
    'ReferenceError: there is no density mechanism "IClamp" | IClamp is a point process: place it with n.IClamp(segment)')
  assert.equal(error(() => s.insert(3)), 'TypeError: a mechanism is given by its name ("hh") or as n.hh, not as 3')
  assert.equal(error(() => s._ref_v), 'TypeError: soma has no property "_ref_v" | a segment has it: soma(0.5)._ref_v')
  assert.equal(error(() => s.hh), 'TypeError: soma has no property "hh" | a segment has it: soma(0.5).hh')
  assert.equal(error(() => { s.insert = 1 }), "TypeError: soma.insert is a method and cannot be set")
  assert.equal(error(() => delete s.L), "TypeError: soma.L cannot be deleted")
  assert.equal(error(() => Object.defineProperty(s, "x", { value: 1 })), 'TypeError: soma cannot get the property "x"')
  n.reset()
})

test("await, JSON.stringify, in and symbols find nothing to complain about", async () => {
  const s = n.Section("soma")
  s.insert("pas")
  const objects = [s, s(0.5), s(0.5).pas, s(0.5)._ref_v, n.IClamp(s(0.5)), n.pas]
  for (const o of objects) {
    assert.equal(await o, o)
    assert.equal(typeof JSON.stringify({ o }), "string")
    assert.equal("nonsense" in o, false)
    assert.equal(o[Symbol("x")], undefined)
    assert.equal(o.then, undefined)
    assert.equal(o.inspect, undefined)
    assert.equal(typeof o.constructor, "function")
    assert.equal(o.hasOwnProperty("nonsense"), false)
  }
  assert.equal(JSON.stringify([s, s(0.5)]), '["soma","soma(0.5)"]')
  assert.ok("g_pas" in s && "L" in s && !("gnabar_hh" in s) && "pas" in s(0.5))
  n.reset()
})

test("psection is a plain object with NEURON's keys", () => {
  const s = n.Section("soma", { L: 20, diam: 20, nseg: 3 }), d = n.Section("dend")
  s.insert("hh").insert("pas")
  d.connect(s(1))
  const ic = n.IClamp(s(0.5))
  const p = s.psection()
  assert.deepEqual(Object.keys(p).sort(), ["Ra", "cell", "cm", "density_mechs", "hoc_internal_name", "ions", "morphology",
    "name", "nseg", "point_processes", "regions", "species"])
  assert.equal(p.point_processes.IClamp[0], ic)
  assert.deepEqual(p.density_mechs.pas, { g: [0.001, 0.001, 0.001], e: [-70, -70, -70], i: [0, 0, 0] })
  assert.deepEqual(Object.keys(p.density_mechs.hh), ["gnabar", "gkbar", "gl", "el", "gna", "gk", "il", "m", "h", "n"])
  assert.deepEqual(Object.keys(p.ions.na).sort(), ["dina_dv_", "ena", "ina", "nai", "nao"])
  assert.deepEqual(p.morphology, { L: 20, diam: [20, 20, 20], pts3d: [], parent: null, trueparent: null })
  assert.equal(d.psection().morphology.parent, s(1))
  const back = JSON.parse(JSON.stringify(p))
  assert.deepEqual(back.point_processes, { IClamp: ["IClamp[0]"] })
  assert.deepEqual([back.name, back.nseg, back.Ra, back.cm, back.cell], ["soma", 3, 35.4, [1, 1, 1], null])
  n.reset()
})

test("a deleted section says so", () => {
  const s = n.Section("soma"), seg = s(0.5), ref = seg._ref_v, ic = n.IClamp(seg)
  s.insert("hh")
  const hh = seg.hh
  s.delete()
  s.delete()
  for (const f of [() => s.L, () => { s.L = 1 }, () => s(0.5), () => s.name(), () => s.gnabar_hh, () => s.psection(), () => [...s],
    () => seg.v, () => { seg.v = 1 }, () => seg.area(), () => hh.gnabar, () => ref.value, () => { ref.value = 1 },
    () => n.IClamp(seg), () => s.insert("pas"), () => n.Section("x").connect(s)])
    assert.equal(error(f), "ModelError: section soma was deleted")
  assert.equal(String(s), "soma")
  assert.equal(ic.has_loc(), false)
  assert.equal(error(() => ic.amp), "ModelError: IClamp[0] is not located in a section | place it first: loc(segment)")
  n.reset()
})

test("reset forgets sections and keeps their objects harmless", () => {
  const s = n.Section("soma"), seg = s(0.5), ic = n.IClamp(seg)
  n.reset()
  assert.equal(n.allsec().length, 0)
  assert.equal(error(() => seg.v), "ModelError: section soma was deleted")
  assert.equal(error(() => ic.amp), "ModelError: IClamp[0] was deleted")
  assert.equal(error(() => s.L), "ModelError: section soma was deleted")
})
