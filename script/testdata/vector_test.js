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

test("a Float64Array after the Vector was resized", () => {
  const v = n.Vector([1, 2, 3])
  const before = v.as_numpy()
  v.resize(2)
  before[1] = 20
  assert.deepEqual([...v], [1, 20])
  v.resize(1000)
  const after = v.as_numpy()
  assert.equal(after.length, 1000)
  after[999] = 7
  v[0] = 5
  assert.deepEqual([v[999], after[0], v[1]], [7, 5, 20])
  v.buffer_size(5000)
  const roomy = v.as_numpy()
  v.resize(5000)
  roomy[2] = 3
  assert.equal(v[2], 3, "with room there is no new memory")
})

test("references to elements", () => {
  const v = n.Vector([1, 2, 3])
  const r = v._ref_x[1]
  assert.equal(r.value, 2)
  r.value = 20
  assert.deepEqual([...v], [1, 20, 3])
  assert.equal(v._ref_x[-1].value, 3)
  assert.deepEqual(n.Vector().from_double(2, r).toArray(), [20, 3])
  assert.deepEqual(n.Vector([9]).from_double(0, r).toArray(), [])
  assert.deepEqual(n.Vector().from_double(2, [5, 6, 7]).toArray(), [5, 6])
  assert.deepEqual(n.Vector().from_double(1, n.ref(4)).toArray(), [4])
  v.resize(1)
  assert.throws(() => r.value, /Vector.get: index 1 is outside 0 to 0/)
  assert.throws(() => v._ref_x[1], RangeError)
  assert.throws(() => v._ref_x.y, TypeError)
  assert.throws(() => { v._ref_x[0] = 1 }, TypeError)
  assert.throws(() => n.Vector().from_double(2, v._ref_x[0]), /2 numbers of a source that has 1/)
})

test("fit takes a function; what it throws comes through and changes nothing", () => {
  const x = n.Vector(20).indgen(0.5), y = x.map((t) => 3 * Math.exp(-t / 2) + 1)
  const a = n.ref(1), tau = n.ref(1), c = n.ref(0.5), fitted = n.Vector()
  const error = y.fit(fitted, (t, a, tau, c) => a * Math.exp(-t / tau) + c, x, a, tau, c)
  assert.ok(error < 1e-15)
  assert.near([a.value, tau.value, c.value], [3, 2, 1], 1e-6)
  assert.near([...fitted], [...y], 1e-6)
  let calls = 0
  const failing = (t, a) => { if (++calls > 50) throw new Error("no"); return a * t }
  const p = n.ref(1)
  assert.throws(() => y.fit(fitted, failing, x, p), /no/)
  assert.equal(p.value, 1)
  assert.throws(() => y.fit(fitted, () => "a", x, p), /returned 'a', not a number/)
  assert.throws(() => y.fit(fitted, "exp3", x, p), ReferenceError)
  assert.throws(() => y.fit(fitted, "exp1", x, p), /"exp1" has 2 parameters \(amp, tau\), not 1/)
  assert.throws(() => y.fit(fitted, "exp1", x, 1, 2), /argument 4, a parameter, must be a reference, not 1/)
  assert.throws(() => y.fit(fitted, "line", x, n.ref(0), n.ref(1)), /parameter 1 starts at 0/)
  assert.equal(fitted.length, 20)
})

test("what is drawn elsewhere says where", () => {
  for (const name of ["plot", "line", "mark", "ploterr"]) {
    assert.ok(/plt/.test(assert.throws(() => n.Vector([1])[name]()).hint), name)
  }
})

test("median filter, and a convolution undone", () => {
  const v = n.Vector([1, 9, 3, 4, 5, 0, 7, 8])
  assert.deepEqual(v.c().medfltr(1).toArray(), [5, 3, 4, 4, 4, 5, 7, 7.5])
  assert.deepEqual(n.Vector().medfltr(v, 1).toArray(), [5, 3, 4, 4, 4, 5, 7, 7.5])
  assert.equal(v.c().medfltr().length, 8)
  const response = [4, 1, 0.5], there = n.Vector().convlv(v, response)
  assert.near([...n.Vector().convlv(there, response, -1)], [...v], 1e-13)
  assert.throws(() => v.convlv(v, [2, 1, 1], -1), RangeError)
  assert.throws(() => v.convlv(v, response, 0), /the sign is 1, or -1/)
  assert.near([...n.Vector(v).filter([1, 1])], [...n.Vector().filter(v, [1, 1])], 0)
  assert.near([...v.c().fft()], [...v.c().fft(1)], 0)
})

test("files: what is refused leaves the Vector as it was", () => {
  const f = n.File(), v = n.Vector([1, 2, 3])
  f.mktemp()
  assert.throws(() => v.vwrite(f), /is not open/)
  assert.throws(() => v.vwrite(3), /argument 1 of Vector.vwrite must be a File, not 3/)
  f.wopen()
  assert.throws(() => v.vwrite(f, 6), /the format must be from 1 to 5, not 6/)
  assert.throws(() => v.vread(f), /open for writing/)
  assert.equal(v.fwrite(f), 3)
  f.close()
  f.ropen()
  assert.throws(() => v.fread(f, 4), /the file ends before its 4 elements do/)
  f.seek(0)
  assert.throws(() => v.vread(f), /this is no Vector that vwrite has written/)
  assert.throws(() => v.scanf(f, 1, 2, 3, 4), /Vector.scanf takes/)
  assert.throws(() => v.scanf(f, 3, 2), /column 3 of 2/)
  assert.throws(() => v.scantil(f, 5), /ends before the number 5/)
  assert.throws(() => v.scantil(f, 5, 1), /Vector.scantil takes/)
  f.close()
  f.unlink()
  assert.deepEqual([...v], [1, 2, 3])
})

test("the prototype of Vector has no elements of its own", () => {
  for (const name of ["length", "x", "_ref_x"]) assert.equal(n.Vector.prototype[name], undefined)
})
