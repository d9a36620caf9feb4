// MechanismType, MechanismStandard, RangeVarPlot and the queries of n.
const { test, assert } = require("gneuron/test")

const cell = () => {
  n.reset()
  const soma = n.Section("soma", { L: 20, nseg: 3 }), dend = n.Section("dend", { L: 100, nseg: 5 })
  dend.connect(soma(1))
  soma.insert(n.hh)
  return { soma, dend }
}

test("MechanismType lists, selects and makes", () => {
  const { soma, dend } = cell()
  const density = n.MechanismType(0), names = []
  for (let i = 0; i < density.count(); i++) {
    density.select(i)
    names.push(density.name())
  }
  assert.ok(["pas", "hh", "na_ion"].every((name) => names.includes(name)) && !names.includes("IClamp"))
  density.select("pas")
  density.make({ sec: dend })
  assert.ok(dend.has_membrane("pas"))
  density.remove({ sec: dend })
  assert.ok(!dend.has_membrane("pas"))
  assert.equal(density.is_ion(names.indexOf("na_ion")), true)
  const points = new n.MechanismType(1)
  points.select("IClamp")
  const ic = points.make(soma(0.5))
  assert.equal(String(ic.get_segment()), "soma(0.5)")
  assert.equal(points.pp_begin({ sec: soma }), ic)
  assert.equal(points.pp_next(), null)
  assert.equal(points.pp_begin({ sec: dend }), null)
})

test("MechanismType gives the text of one's own file", () => {
  cell()
  const f = n.File()
  f.mktemp()
  f.wopen()
  f.printf("%s", "NEURON { SUFFIX mine RANGE x } PARAMETER { x = 4 }")
  f.close()
  n.load_mechanism(f.getname())
  const mt = n.MechanismType(0)
  mt.select("mine")
  assert.ok(mt.code().includes("SUFFIX mine"))
  assert.ok(mt.file().includes("gneuron"))
  f.unlink()
  assert.throws(() => mt.code(), /the text of mine is not in a file/)
})

test("MechanismStandard copies values between places", () => {
  const { soma, dend } = cell()
  const ms = n.MechanismStandard("hh")
  assert.deepEqual([0, 1, 2, 3].map((i) => ms.name(i)), ["gnabar_hh", "gkbar_hh", "gl_hh", "el_hh"])
  soma(0.9).gnabar_hh = 0.3
  ms.in(soma(0.9))
  assert.equal(ms.get("gnabar_hh"), 0.3)
  dend.insert(n.hh)
  ms.out({ sec: dend })
  assert.equal(dend(0.1).gnabar_hh, 0.3)
  const ic = n.IClamp(soma(0.5), { amp: 2 }), clamp = n.MechanismStandard(n.IClamp)
  clamp.in(ic)
  const other = n.IClamp(dend(0.5))
  clamp.out(other)
  assert.equal(other.amp, 2)
  assert.deepEqual([n.MechanismStandard("hh", -1).name(0), n.MechanismStandard("hh", 3).count()], ["minf_hh", 3])
})

test("RangeVarPlot follows the tree", () => {
  const { soma, dend } = cell()
  const plot = n.RangeVarPlot((x, seg) => n.distance(soma(0), seg), soma(0), dend(1)), x = n.Vector(), y = n.Vector()
  assert.equal(plot.to_vector(y, x), 11)
  assert.deepEqual([plot.left(), plot.right()], [0, 120])
  for (let i = 0; i < x.length; i++) assert.ok(Math.abs(x[i] - y[i]) < 1e-5, `${x[i]} and ${y[i]}`) // single precision
  assert.equal(n.cas(), soma)
  assert.deepEqual([...plot.list()], [soma, dend])
  const back = n.RangeVarPlot("v")
  back.begin(dend(1))
  back.end(soma(0.5))
  assert.equal(back.right(), 0)
  assert.equal(back.vector().length, 9)
  assert.throws(() => n.RangeVarPlot("v", soma(0), n.Section("other")(1)), /there is no path from soma\(0\) to other\(1\)/)
  assert.equal(n.RangeVarPlot("gnabar_hh", soma(0), dend(1)).vector().length, 6)
})

test("queries", () => {
  const { soma, dend } = cell()
  assert.equal(n.push_section(dend), 1)
  assert.equal(n.cas(), dend)
  n.pop_section()
  n.push_section("dend")
  assert.equal(n.issection("d.*"), 1)
  n.pop_section()
  const name = n.ref("")
  n.sectionname(name, { sec: dend })
  assert.equal(name.value, "dend")
  assert.equal(n.section_owner({ sec: soma }), null)
  const owner = {}
  assert.equal(n.section_owner({ sec: n.Section("owned", { cell: owner }) }), owner)
  assert.ok(n.object_id(n.Vector()) !== n.object_id(n.Vector()))
  assert.equal(n.nrnversion(5), "8.2.2")
  n.sprint(name, "%g%%", 50)
  assert.equal(name.value, "50%")
  n.finitialize(-65)
  soma.v = -20
  const before = soma.ina
  n.fcurrent()
  assert.ok(soma.ina !== before)
  assert.equal(n.t, 0)
})

test("a loop of a mechanism that does not end is an error with its place", () => {
  n.load_mechanism(`NEURON { SUFFIX turning RANGE x, go NONSPECIFIC_CURRENT i }
    PARAMETER { go = 0 } ASSIGNED { v x i }
    BREAKPOINT { x = go while (x > 0) { x = x*1 } i = 0 }`)
  for (const nseg of [1, 300]) {
    n.reset()
    const s = n.Section("s", { nseg })
    s.insert("turning")
    n.finitialize(-65)
    n.continuerun(1)
    s(0.999).turning.go = 1
    assert.throws(() => n.continuerun(2), /:3:25: this loop does not end/)
    s(0.999).turning.go = 0
    n.finitialize(-65)
    n.continuerun(2)
    assert.equal(n.t > 1.9, true)
  }
})
