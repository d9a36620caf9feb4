// Morphologies from files; the shapes themselves are compared with NEURON's.
const { test, assert } = require("gneuron/test")

const folder = "../../testdata/neuron/morphology/"
const error = (f) => { const e = assert.throws(f); return `${e.name}: ${e.message}` }

test("into a cell: arrays by type, all in the order of creation", () => {
  n.reset()
  class Cell { toString() { return "cell" } }
  const cell = new Cell()
  const made = n.load_morphology(folder + "two_point_soma.swc", { into: cell })
  assert.deepEqual(Object.keys(cell), ["soma", "axon", "dend", "apic", "all"])
  assert.deepEqual(cell.all.map(String), ["cell.soma[0]", "cell.axon[0]", "cell.dend[0]", "cell.apic[0]"])
  assert.deepEqual([...n.allsec()].map(String), cell.all.map(String))
  assert.equal(cell.soma[0].cell() === cell, true)
  assert.deepEqual(Object.keys(made), ["file", "format", "sections", "all", "repairs"])
  assert.equal(made.sections.apic[0] === cell.apic[0] && made.all[3] === cell.apic[0], true)
  assert.deepEqual([made.format, made.repairs.length], ["SWC", 0])
  assert.equal(String(cell.axon[0].parentseg()), "cell.soma[0](0)")
})

test("into no cell: names under n, which the next import replaces", () => {
  n.reset()
  assert.equal(!("soma" in n), true)
  assert.equal(error(() => n.soma), 'TypeError: n has no property "soma"')
  const first = n.load_morphology(folder + "three_point_soma.swc")
  assert.equal("soma" in n && n.dend.length === 3, true)
  assert.equal(String(n.dend[2]), "dend[2]")
  assert.equal(error(() => { n.soma = 1 }), "TypeError: n.soma cannot be set")
  n.load_morphology(folder + "two_point_soma.swc", { into: null })
  assert.deepEqual([...n.allsec()].map(String), ["soma[0]", "axon[0]", "dend[0]", "apic[0]"])
  assert.equal(error(() => first.all[0].L), "ModelError: section soma[0] was deleted")
  n.reset()
  assert.equal(!("soma" in n), true)
})

test("repairs are listed, quiet or not; strict refuses", () => {
  n.reset()
  const made = n.load_morphology(folder + "missing_parent.swc", { quiet: true })
  assert.deepEqual(made.repairs.map((r) => r.line), [6, 6])
  assert.equal(made.repairs[0].text, "the parent 5 of point 8 does not exist")
  const reader = n.Import3d_SWC_read()
  reader.quiet = true
  assert.deepEqual([reader.err, reader.repairs, reader.filetype], [0, [], "SWC"])
  reader.input(folder + "missing_parent.swc")
  assert.deepEqual([reader.err, reader.repairs], [1, made.repairs])
  const count = n.allsec().length
  error(() => n.load_morphology(folder + "missing_parent.swc", { strict: true }))
  assert.equal(n.allsec().length, count)
})

test("one reader makes several cells", () => {
  n.reset()
  const reader = new n.Import3d_Neurolucida3()
  reader.quiet = 1
  reader.input(folder + "contour_soma.asc")
  const cells = [{}, {}]
  for (const cell of cells) n.Import3d_GUI(reader, 0).instantiate(cell)
  assert.deepEqual(cells.map((c) => c.soma[0].name()), ["Cell[0].soma[0]", "Cell[1].soma[0]"])
  assert.deepEqual(cells[0].all.map((s) => s.L), cells[1].all.map((s) => s.L))
})

test("a format can be forced and a cell must be free", () => {
  n.reset()
  const cell = {}
  n.load_morphology(folder + "no_soma.asc", { into: cell, format: "asc", quiet: true })
  error(() => n.load_morphology(folder + "no_soma.asc", { into: cell, quiet: true }))
  assert.equal(n.allsec().length, cell.all.length)
  for (const sec of cell.all) n.delete_section({ sec })
  n.load_morphology(folder + "no_soma.asc", { into: cell, quiet: true })
  assert.equal(n.allsec().length, cell.all.length)
})

test("the d_lambda rule is stdrun's", () => {
  n.reset()
  const dend = n.Section("dend", { L: 800, diam: 1, Ra: 150 }), axon = n.Section("axon", { L: 30 })
  const nseg = (sec, f, d) => Math.floor((sec.L / (d * n.lambda_f(f, { sec })) + 0.9) / 2) * 2 + 1
  assert.equal(n.d_lambda(), nseg(dend, 100, 0.1) + nseg(axon, 100, 0.1))
  assert.deepEqual([dend.nseg, axon.nseg], [nseg(dend, 100, 0.1), 1])
  assert.equal(n.d_lambda({ sections: dend, freq: 50, d_lambda: 0.3 }), nseg(dend, 50, 0.3))
  assert.equal(n.d_lambda({ sections: n.SectionList([dend, axon]) }), 36)
  error(() => n.d_lambda({ d_lambda: 1e-4 }))
  assert.deepEqual([dend.nseg, axon.nseg], [35, 1])
})

// temporary is the name of a file that does not exist.
const temporary = () => {
  const f = n.File()
  f.mktemp()
  f.unlink()
  return f.getname() + ".swc"
}

// shapes are sections with all that a file says of them.
const shapes = (sections) => sections.map((sec) => {
  const points = []
  for (let i = 0; i < sec.n3d(); i++) points.push([sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)])
  return { name: sec.name(), parent: String(sec.parentseg()), wired: n.pt3dstyle({ sec }), points, L: sec.L }
})
const membrane = (sec) => [...sec].reduce((sum, seg) => sum + seg.area(), 0)

test("what is saved is read again as it was", () => {
  for (const file of ["contour_soma.swc", "missing_parent.swc", "neuromorpho_soma.swc", "not_quite_a_sphere.swc", "one_point_soma.swc",
    "stacked_soma.asc", "three_point_soma.swc", "tilted_soma.asc", "two_point_soma.swc", "../../../examples/tutorials/pyramidal.swc"]) {
    n.reset()
    class Cell { toString() { return "cell" } }
    const cell = new Cell(), again = new Cell()
    n.load_morphology(folder + file, { into: cell, quiet: true })
    const before = shapes(cell.all), path = temporary()
    const saved = n.save_morphology(path, { strict: true })
    assert.deepEqual(shapes(cell.all), before)
    n.reset()
    n.load_morphology(path, { into: again, strict: true })
    n.File(path).unlink()
    assert.deepEqual(shapes(again.all), before)
    assert.equal(saved.notes.length, 0)
  }
})

test("sections without points are saved as define_shape lays them, and stay as they are", () => {
  n.reset()
  const soma = n.Section("soma", { L: 20, diam: 20 }), trunk = n.Section("trunk", { L: 200, diam: 3, nseg: 3 }), twigs = []
  trunk.connect(soma(1))
  for (const [k, x, end, diam] of [[0, 1, 0, 3], [1, 1, 1, 1], [2, 0.5, 0, 2]]) {
    twigs.push(n.Section(`dend[${k}]`, { L: 100, diam }))
    twigs[k].connect(trunk(x), end)
  }
  const path = temporary()
  const saved = n.save_morphology(path, { types: { trunk: 4 }, quiet: true })
  assert.equal(trunk.n3d(), 0)
  assert.deepEqual(saved.notes, [
    "dend[1] is joined by its 1 end; in the file its 0 end is there",
    "dend[2] is joined to trunk at 0.5; readers of the file cut trunk in two there",
    "another diameter than that of the parent at its beginning has dend[1], dend[2]; the file has both at one place, and readers count the ring between them as membrane, 10.2 um2 in all",
  ])
  const area = [soma, trunk, ...twigs].map(membrane), rings = [Math.PI / 4 * (9 - 1), Math.PI / 4 * (9 - 4)]
  n.reset()
  const { sections } = n.load_morphology(path, { strict: true })
  n.File(path).unlink()
  assert.deepEqual([...n.allsec()].map((s) => `${s} ${s.parentseg()}`),
    ["soma[0] null", "dend[0] apic[1](1)", "dend[1] apic[1](1)", "dend[2] apic[0](1)", "apic[0] soma[0](1)", "apic[1] apic[0](1)"])
  const close = (a, b) => assert.equal(Math.abs(a / b - 1) < 2e-7, true, `${a} for ${b}`) // single precision
  close(membrane(sections.soma[0]), area[0])
  close(membrane(sections.apic[0]) + membrane(sections.apic[1]), area[1])
  close(membrane(sections.dend[0]), area[2])
  close(membrane(sections.dend[1]), area[3] + rings[0])
  close(membrane(sections.dend[2]), area[4] + rings[1])
  for (const s of sections.dend) close(s.L, 100)
})

test("what cannot be saved says why, and writes nothing", () => {
  n.reset()
  const path = temporary()
  assert.equal(error(() => n.save_morphology(path)), "ModelError: there are no sections to write")
  const a = n.Section("soma"), b = n.Section("stub")
  assert.equal(error(() => n.save_morphology(path)), "ModelError: an SWC file holds one cell, and these are 2 trees: soma, stub")
  assert.equal(error(() => n.save_morphology("cell.asc")), 'RangeError: n.save_morphology writes SWC files, and "cell.asc" does not end in .swc')
  b.connect(a(0.25))
  assert.equal(error(() => n.save_morphology(path, { strict: true })),
    "ModelError: stub is of no known type; it is written as type 0, and {types: {stub: 3}} makes it a dendrite")
  assert.equal(error(() => n.save_morphology(path, { strict: true, types: { stub: 2 } })),
    "ModelError: stub is joined to soma at 0.25; readers of the file join it at 0.5")
  assert.equal(error(() => n.save_morphology(path, { types: { stub: 2.5 } })), "RangeError: n.save_morphology: the type of stub must be a whole number, not 2.5")
  assert.equal(error(() => n.save_morphology(path, { typs: {} })), 'TypeError: n.save_morphology has no option "typs"')
  assert.equal(fs.exists(path), false)
})
