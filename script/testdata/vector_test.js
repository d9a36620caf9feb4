// Vectors as scripts use them.
const { test, assert } = require("gneuron/test")

test("the forms of the constructor", () => {
  assert.deepEqual(n.Vector().toArray(), [])
  assert.deepEqual(n.Vector(3).toArray(), [0, 0, 0])
  assert.deepEqual(new n.Vector(2, 1.5).toArray(), [1.5, 1.5])
  assert.deepEqual(n.Vector(2.9).toArray(), [0, 0])
  assert.deepEqual(n.Vector([1, 2]).toArray(), [1, 2])
  assert.deepEqual(n.Vector(new Float64Array([1, 2])).toArray(), [1, 2])
  assert.deepEqual(n.Vector(Int8Array.of(1, -2)).toArray(), [1, -2])
  assert.deepEqual(n.Vector(n.Vector([4, 5])).toArray(), [4, 5])
  assert.deepEqual(n.Vector(new Set([7, 8])).toArray(), [7, 8])
  assert.deepEqual(n.Vector((function* () { yield 1; yield 2 })()).toArray(), [1, 2])
  assert.ok(n.Vector() instanceof n.Vector)
})

test("a copy is a copy", () => {
  const a = n.Vector([1, 2])
  const b = n.Vector(a)
  b[0] = 9
  assert.equal(a[0], 1)
  const typed = Float64Array.of(1, 2)
  const c = n.Vector(typed)
  c[0] = 9
  assert.equal(typed[0], 1)
})

test("indexing", () => {
  const v = n.Vector([3, 1, 2])
  v[1] = 10
  assert.equal(v[1], 10)
  assert.equal(v.x[1], 10)
  v.x[1] = 11
  assert.equal(v.get(1), 11)
  assert.equal(v[-1], 2)
  v[-1] = 5
  assert.equal(v.at(-1), 5)
  assert.equal(v.at(0), 3)
  assert.deepEqual(v.at(1, 2).toArray(), [11, 5])
  v.set(0, 4)
  assert.equal(v[0], 4)
  v[0] += 1
  assert.equal(v[0], 5)
  assert.equal(v.length, 3)
  assert.equal(v.size(), 3)
  assert.throws(() => v.at(3), RangeError)
  assert.throws(() => v.at(-4), RangeError)
})

test("iteration, spread, destructuring", () => {
  const v = n.Vector([3, 1, 2])
  assert.deepEqual([...v], [3, 1, 2])
  assert.deepEqual(Array.from(v, (x) => 2 * x), [6, 2, 4])
  const [a, , b] = v
  assert.deepEqual([a, b], [3, 2])
  const [first, ...rest] = v
  assert.deepEqual([first, rest], [3, [1, 2]])
  assert.equal(Math.max(...v), 3)
  let sum = 0
  for (const x of v) sum += x
  assert.equal(sum, 6)
  const keys = []
  for (const i in v) keys.push(i)
  assert.deepEqual(keys, ["0", "1", "2"])
  const it = v[Symbol.iterator]()
  assert.deepEqual([...it], [3, 1, 2])
  assert.deepEqual(it.next(), { value: undefined, done: true })
})

test("as JSON, text and Python's list", () => {
  const v = n.Vector([1, 2.5])
  assert.equal(JSON.stringify(v), "[1,2.5]")
  assert.equal(JSON.stringify({ v }), '{"v":[1,2.5]}')
  assert.ok(/^Vector\[\d+\]$/.test(v.hname()))
  assert.equal(`${v}`, v.hname())
  assert.deepEqual(v.to_python(), [1, 2.5])
  assert.equal(v.from_python([7, 8, 9]), v)
  assert.deepEqual([...v], [7, 8, 9])
})

test("slice, map, forEach, includes, reduce", () => {
  const v = n.Vector([3, 1, 2])
  assert.deepEqual(v.slice(1).toArray(), [1, 2])
  assert.deepEqual(v.slice(-2, -1).toArray(), [1])
  assert.deepEqual(v.slice(2, 1).toArray(), [])
  assert.deepEqual(v.map((x, i) => x * 10 + i).toArray(), [30, 11, 22])
  const seen = []
  v.forEach((x, i, w) => seen.push([x, i, w === v]))
  assert.deepEqual(seen, [[3, 0, true], [1, 1, true], [2, 2, true]])
  assert.ok(v.includes(2) && !v.includes(4) && n.Vector([NaN]).includes(NaN))
  assert.equal(v.reduce((a, b) => a + b, 0), 6)
  assert.equal(v.reduce((a, b) => Math.max(a, b)), 3)
  assert.equal(v.reduce((x) => x * x), 14)
  assert.equal(v.reduce((x) => x * x, 100, 0, 1), 110)
  assert.throws(() => n.Vector().reduce((a, b) => a + b), TypeError)
})

test("apply takes a function, or the name of one", () => {
  assert.deepEqual(n.Vector([1, 4, 9]).apply(Math.sqrt).toArray(), [1, 2, 3])
  assert.deepEqual(n.Vector([1, 4, 9]).apply((x) => -x, 1, 2).toArray(), [1, -4, -9])
  assert.deepEqual(n.Vector([1, 4, 9]).apply("sqrt").toArray(), [1, 2, 3])
  const v = n.Vector([1, 2, 3])
  assert.throws(() => v.apply((x) => { if (x > 1) throw new Error("no"); return 0 }), /no/)
  assert.deepEqual([...v], [1, 2, 3])
})

test("methods in place chain, copies do not change", () => {
  const v = n.Vector([3, 1, 2])
  assert.equal(v.add(1).mul(2).sort(), v)
  assert.deepEqual([...v], [4, 6, 8])
  assert.deepEqual([...v.plus(1)], [5, 7, 9])
  assert.deepEqual([...v.minus([1, 2, 3])], [3, 4, 5])
  assert.deepEqual([...v.times(v)], [16, 36, 64])
  assert.deepEqual([...v.over(2)], [2, 3, 4])
  assert.deepEqual([...v], [4, 6, 8])
  assert.deepEqual([...v.c().append(1, [2, 3], n.Vector([4]))], [4, 6, 8, 1, 2, 3, 4])
  v.append(v)
  assert.equal(v.length, 6)
})

test("a Float64Array on the same memory", () => {
  const v = n.Vector([1, 2, 3])
  const a = v.asFloat64Array()
  assert.ok(a instanceof Float64Array)
  a[0] = 10
  v[2] = 30
  assert.deepEqual([...v], [10, 2, 30])
  assert.deepEqual([...a], [10, 2, 30])
  v.sort()
  assert.deepEqual([...a], [2, 10, 30])
  assert.equal(n.Vector().as_numpy().length, 0)
})

test("what is no property", () => {
  const v = n.Vector([1])
  assert.throws(() => v.recrod, TypeError)
  assert.equal(assert.throws(() => v.inserrt(1), TypeError).hint, 'did you mean "insrt"?')
  assert.throws(() => { v.y = 1 }, TypeError)
  assert.equal("y" in v, false)
  assert.equal("max" in v, true)
  assert.equal(0 in v, true)
  assert.equal(1 in v, false)
  for (const name of ["then", "inspect", "prototype"]) assert.equal(v[name], undefined)
  assert.equal(v.constructor, n.Vector)
  assert.equal(v[Symbol("x")], undefined)
  assert.equal(typeof v, "object")
})

test("a Vector can be awaited", async () => {
  const v = n.Vector([1])
  assert.equal(await v, v)
})

test("the label", () => {
  const v = n.Vector([1])
  assert.equal(v.label(), "")
  assert.equal(v.label("soma"), "soma")
  assert.equal(v.cl().label(), "soma")
  assert.equal(v.c().label(), "")
})
