// gneuron/data: what was saved comes back.
const { test, assert } = require("gneuron/test")
const { save, load } = require("gneuron/data")
const dir = process.env.GNEURON_TEST_DIR

const t = n.Vector().indgen(0, 1, 0.25), v = n.Vector([1, NaN, -65.1, 1e-300, 1 / 3])
const list = (x) => [...x]

test("columns with names", () => {
  for (const ending of ["csv", "npz"]) {
    save(`${dir}/run.${ending}`, { t, "v (mV)": v, i: [0, 0, 1, 1, 0] })
    const back = load(`${dir}/run.${ending}`)
    assert.deepEqual(Object.keys(back).sort(), ["i", "t", "v (mV)"])
    assert.deepEqual([list(back.t), list(back["v (mV)"]), list(back.i)], [list(t), list(v), [0, 0, 1, 1, 0]])
  }
  assert.equal(fs.readText(`${dir}/run.csv`).split("\n")[4], "0.75,1e-300,1")
})

test("one array, and rows", () => {
  save(`${dir}/v.npy`, v)
  assert.deepEqual(list(load(`${dir}/v.npy`)), list(v))
  const m = n.Matrix(2, 3)
  m.setval(1, 2, 7)
  save(`${dir}/m.npy`, m)
  assert.deepEqual([load(`${dir}/m.npy`).nrow(), load(`${dir}/m.npy`).getval(1, 2)], [2, 7])
  save(`${dir}/rows.csv`, [[1, 2, 3], [4, 5, 6]])
  assert.equal(fs.readText(`${dir}/rows.csv`), "1,2,3\n4,5,6\n")
  assert.deepEqual(load(`${dir}/rows.csv`).map(list), [[1, 4], [2, 5], [3, 6]])
  save(`${dir}/z.npz`, [[1, 2], [3, 4]])
  assert.equal(load(`${dir}/z.npz`).array.getval(1, 0), 3)
})

test("objects with the same names, and JSON", () => {
  save(`${dir}/cells.csv`, [{ gid: 1, rate: 5.5 }, { gid: 2, rate: null }])
  assert.equal(fs.readText(`${dir}/cells.csv`), "gid,rate\n1,5.5\n2,\n")
  save(`${dir}/x.json`, { t, name: "run" })
  assert.deepEqual(load(`${dir}/x.json`), { t: list(t), name: "run" })
})

test("what does not fit is refused, and nothing is written", () => {
  const refused = (f, text) => assert.throws(f, text)
  refused(() => save(`${dir}/no.txt`, v), /save: "txt" is none of the formats csv, json, npy, npz/)
  refused(() => save(`${dir}/no.npy`, { t, v }), /save: an NPY file holds one array/)
  refused(() => save(`${dir}/no.npy`, 3), /must be an array, a typed array or a Vector, not 3/)
  refused(() => save(`${dir}/no.csv`, { m: [[1, 2]] }), /column "m" is a table/)
  refused(() => save(`${dir}/no.csv`, [{ a: 1 }, { a: "x" }]), /save: a of element 1 is 'x', not a number/)
  refused(() => save(`${dir}/no.json`, undefined), /cannot be written as JSON/)
  refused(() => save(`${dir}/no/such.npy`, v), /cannot write/)
  refused(() => load(`${dir}/none.csv`), /cannot read/)
  for (const ending of ["txt", "npy", "csv", "json"]) assert.ok(!fs.exists(`${dir}/no.${ending}`))
  fs.writeText(`${dir}/bad.csv`, "t,v\n1,x\n")
  refused(() => load(`${dir}/bad.csv`), /bad.csv: line 2: "x" is no number/)
  fs.writeText(`${dir}/bad.npy`, "text, and no array at all")
  refused(() => load(`${dir}/bad.npy`), /bad.npy: this is no NPY file/)
})
