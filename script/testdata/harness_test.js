// The harness itself, and the globals it stands on.
const { test, assert } = require("gneuron/test")

test("equal compares values, NaN and the sign of zero", () => {
  assert.equal(NaN, NaN)
  assert.throws(() => assert.equal(0, -0), /AssertionError: 0 is not -0/)
  assert.throws(() => assert.equal("a", "b", "name"), /AssertionError: name: "a" is not "b"/)
})

test("deepEqual names the first difference", () => {
  assert.deepEqual({ a: [1, { b: 2 }], m: new Map([[1, 2]]) }, { a: [1, { b: 2 }], m: new Map([[1, 2]]) })
  assert.throws(() => assert.deepEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }), /value\.a\[1\]\.b: 2 is not 3/)
  assert.throws(() => assert.deepEqual([1], [1, 2]), /value\.length: 1 is not 2/)
  assert.throws(() => assert.deepEqual({ a: 1 }, {}), /value\.a is unexpected/)
  assert.throws(() => assert.deepEqual({}, { a: undefined }), /value\.a is missing/)
})

test("near takes numbers and arrays, and refuses NaN", () => {
  assert.near(1, 1.05, 0.1)
  assert.near([1, 2], Float64Array.of(1, 2), 0)
  assert.throws(() => assert.near(1, 1.2, 0.1), /1 is not within 0\.1 of 1\.2/)
  assert.throws(() => assert.near(NaN, 1, 0.1), /NaN is not within/)
  assert.throws(() => assert.near([1, 2], [1], 1), /length 2 is not 1/)
  assert.throws(() => assert.near(1, 1), /TypeError: assert\.near needs a tolerance/)
})

test("throws gives the error and refuses silence", () => {
  const e = assert.throws(() => { throw new RangeError("no") }, RangeError)
  assert.equal(e.message, "no")
  assert.throws(() => assert.throws(() => {}, /x/), /nothing was thrown/)
  assert.throws(() => assert.throws(() => { throw new Error("a") }, /b/), /does not match/)
})

let order = []
test("a test may wait", async () => {
  await new Promise((done) => setTimeout(done, 2))
  order.push("first")
})

test("tests run one after the other", () => assert.deepEqual(order, ["first"]))

test("timers run by time, then by order; clearTimeout works", async () => {
  const seen = []
  setTimeout(() => seen.push("late"), 6)
  setTimeout((x) => seen.push(x), 2, "early")
  setTimeout(() => seen.push("early too"), 2)
  clearTimeout(setTimeout(() => seen.push("never"), 1))
  const id = setInterval(() => { seen.push("tick"); clearInterval(id) }, 0)
  await new Promise((done) => setTimeout(done, 10))
  assert.deepEqual(seen, ["tick", "early", "early too", "late"])
})

test("fs writes and reads", () => {
  const file = `${process.env.GNEURON_TEST_DIR}/note.txt`
  assert.ok(!fs.exists(file))
  fs.writeText(file, "µm\n")
  assert.equal(fs.readText(file), "µm\n")
  assert.throws(() => fs.readText("no/such/file"), /Error: cannot read no\/such\/file: no such file or directory/)
  assert.throws(() => fs.readText(), /TypeError: fs\.readText needs a path as a string, not undefined/)
})

test("performance.now goes forward", () => {
  const t = performance.now()
  assert.ok(t >= 0 && performance.now() >= t)
})
