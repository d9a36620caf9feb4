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
