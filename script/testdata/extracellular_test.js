// extracellular: where its variables are, and what happens to them.
const { test, assert } = require("gneuron/test")

function cable(nseg = 3) {
  n.reset()
  const s = n.Section("cable", { L: 100, diam: 2, nseg })
  s.insert("pas").insert("extracellular")
  return s
}

test("variables have plain names but e_extracellular", () => {
  const seg = cable()(0.5)
  assert.deepEqual([...seg.extracellular].map((v) => v.name()), ["xraxial", "xg", "xc", "e_extracellular", "i_membrane", "vext"])
  assert.deepEqual([[...seg.xraxial], [...seg.xg], [...seg.xc], seg.e_extracellular], [[1e9, 1e9], [1e9, 1e9], [0, 0], 0])
  seg.extracellular.xg[1] = 5
  seg.extracellular.e = 3
  assert.deepEqual([[...seg.xg], seg.e_extracellular, seg._ref_xg[1].value], [[1e9, 5], 3, 5])
  assert.deepEqual(["xraxial", "xg", "xc", "e_extracellular", "vext", "i_membrane"].map((x) => n.units(x)),
    ["MOhm/cm", "S/cm2", "uF/cm2", "mV", "mV", "mA/cm2"])
})

test("a section sets all segments, and vext at its ends", () => {
  const s = cable()
  s.xg[0] = 3
  s.e_extracellular = 4
  s.vext[1] = 5
  s(0.5).vext[1] = 6
  assert.deepEqual([...s].map((g) => g.xg[0]), [3, 3, 3])
  assert.deepEqual(s.allseg().map((g) => g.vext[1]), [5, 5, 6, 5, 5])
  n.finitialize(-65)
  assert.deepEqual(s.allseg().map((g) => g.vext[1]), [0, 0, 0, 0, 0])
})

test("values survive a change of nseg, and recordings too", () => {
  const s = cable(1)
  s.xc[1] = 2
  const vext = n.Vector().record(s(1)._ref_vext[0])
  s.nseg = 5
  assert.deepEqual([...s].map((g) => g.xc[1]), [2, 2, 2, 2, 2])
  n.IClamp(s(0.5), { dur: 1, amp: 1 })
  for (const k of [0, 1]) s.xg[k] = 1e-3
  n.finitialize(-65)
  n.continuerun(1)
  assert.equal(vext.length, 41)
  assert.equal(vext[40], s(1).vext[0])
  assert.ok(vext[40] > 1)
})

test("the near end belongs to the parent: ground, where that has no layers", () => {
  const s = cable(), parent = n.Section("parent")
  s.connect(parent(1))
  for (const k of [0, 1]) s.xg[k] = 1e-4
  n.IClamp(s(0.5), { dur: 1, amp: 1 })
  n.finitialize(-65)
  n.continuerun(1)
  assert.equal(s(0).vext[0], 0)
  parent.insert("extracellular")
  for (const k of [0, 1]) parent.xg[k] = 1e-4
  n.finitialize(-65)
  n.continuerun(1)
  assert.ok(s(0).vext[0] > 0)
  assert.equal(s(0).vext[0], parent(1).vext[0])
  s.disconnect()
  assert.equal(s(0).vext[0], 0)
  n.finitialize(-65)
  n.continuerun(1)
  assert.ok(s(0).vext[0] > 1)
})

test("deleting a section and starting anew", () => {
  const s = cable(), other = n.Section("other")
  other.insert("extracellular")
  s.delete()
  n.finitialize(-65)
  n.continuerun(1)
  assert.equal(other(0.5).vext[0], 0)
  other.delete()
  n.Section("plain")
  n.finitialize(-65)
  n.continuerun(1)
})

test("without a way to ground there is no potential", () => {
  const s = cable(), parent = n.Section("parent")
  const say = () => assert.throws(() => n.finitialize(-65)).message
  s.xg[1] = 0
  assert.equal(say(), "no path leads from outside of cable(0) to ground: xg[1] and the capacity beside it are 0 everywhere")
  s.xg[1] = 1
  s.xg[0] = 0
  assert.equal(say(), "no path leads from outside of cable(0) to ground: xg[0] and the capacity beside it are 0 everywhere")
  s(0.5).xc[0] = 0.1
  n.finitialize(-65) // one capacitor is enough
  s(0.5).xc[0] = 0
  s.connect(parent) // and so is the membrane of the parent
  n.finitialize(-65)
  n.continuerun(1)
  s.disconnect()
  n.SEClamp(s(0.5), { dur1: 10, amp1: -50 }) // and a clamp
  n.finitialize(-65)
  n.continuerun(1)
  assert.ok(Number.isFinite(s.v) && Number.isFinite(s.vext[0]))
})
