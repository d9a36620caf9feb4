// What a script may rely on of Vector: NEURON's methods by their names, with
// the results of NEURON 8.2.2.
const { test, assert } = require("gneuron/test")

const V = (...args) => n.Vector(...args)
const a = () => V([3, 1, 4, 1, 5, 9, 2, 6])
const plain = (x) => (x instanceof n.Vector ? x.toArray() : x)

/** Each line: what is asked for, as a function, and NEURON's answer. */
function table(name, lines) {
  test(name, () => {
    for (const [f, want] of lines) {
      const got = plain(f())
      if (typeof want === "number" || Array.isArray(want)) assert.near(got, want, 1e-10, String(f))
      else assert.equal(got, want, String(f))
    }
  })
}

table("making, size and elements", [
  [() => V(), []], [() => V(3), [0, 0, 0]], [() => V(2, 7), [7, 7]], [() => V([1, 2]), [1, 2]],
  [() => a().size(), 8], [() => V([1, 2]).resize(4), [1, 2, 0, 0]], [() => V([1, 2, 3]).resize(1), [1]],
  [() => V([1]).append(2, V([3, 4]), 5), [1, 2, 3, 4, 5]], [() => a().clear(), []],
  [() => V(3).set(1, 5), [0, 5, 0]], [() => V(3).set(1, 5).get(1), 5], [() => V(4).fill(2), [2, 2, 2, 2]], [() => V(5).fill(3, 1, 2), [0, 3, 3, 0, 0]],
  [() => V(4).indgen(), [0, 1, 2, 3]], [() => V(4).indgen(2), [0, 2, 4, 6]], [() => V(4).indgen(1, 2), [1, 3, 5, 7]],
  [() => V().indgen(0, 1, 0.25), [0, 0.25, 0.5, 0.75, 1]], [() => V().indgen(1, 2, 0.3), [1, 1.3, 1.6, 1.9]], [() => V().indgen(5, 1, -1), [5, 4, 3, 2, 1]],
  [() => V([1, 2]).insrt(1, 9), [1, 9, 2]], [() => V([1, 2]).insrt(2, 9), [1, 2, 9]], [() => V([1, 2]).insrt(0, V([7, 8])), [7, 8, 1, 2]],
  [() => a().remove(1), [3, 4, 1, 5, 9, 2, 6]], [() => a().remove(1, 3), [3, 5, 9, 2, 6]],
  [() => V().from_python([4, 5]), [4, 5]], [() => a().to_python(), [3, 1, 4, 1, 5, 9, 2, 6]],
])

table("copies", [
  [() => a().c(), [3, 1, 4, 1, 5, 9, 2, 6]], [() => a().c(2), [4, 1, 5, 9, 2, 6]], [() => a().c(2, 4), [4, 1, 5]], [() => a().at(2, 4), [4, 1, 5]],
  [() => V([9, 9, 9]).copy(V([1, 2])), [1, 2]], [() => V(5, 9).copy(V([1, 2]), 3), [9, 9, 9, 1, 2]],
  [() => V(5, 9).copy(V([1, 2, 3, 4]), 1, 3), [2, 3, 4, 9, 9]], [() => V(5, 9).copy(V([1, 2, 3, 4]), 1, 2, 3), [9, 3, 4, 9, 9]],
  [() => V(5, 9).copy(V([1, 2, 3, 4]), 0, 0, 3, 2, 2), [1, 9, 3, 9, 9]],
  [() => V(5, 9).copy(V([1, 2, 3, 4]), V([0, 2]), V([4, 1])), [9, 3, 9, 9, 1]], [() => V(5, 9).copy(V([1, 2, 3, 4]), V([4, 2])), [9, 9, 3, 9, 9]],
])

table("statistics", [
  [() => a().max(), 9], [() => a().min(), 1], [() => a().max_ind(), 5], [() => a().min_ind(), 1], [() => a().sum(), 31], [() => a().mean(), 3.875],
  [() => a().median(), 3.5], [() => V([3, 1, 2]).median(), 2], [() => a().sumsq(), 173], [() => a().mag(), Math.sqrt(173)], [() => a().dot(a()), 173],
  [() => a().var(), 7.55357142857143], [() => a().stdev(), Math.sqrt(7.55357142857143)], [() => a().stderr(), Math.sqrt(7.55357142857143 / 8)],
  [() => a().max(1, 3), 4], [() => a().min(1, 3), 1], [() => a().sum(1, 3), 6], [() => a().mean(1, 3), 2], [() => a().stdev(1, 3), Math.sqrt(3)],
  [() => a().meansqerr(V(8, 1)), 119 / 8],
])

table("searching", [
  [() => a().indwhere("==", 4), 2], [() => a().indwhere(">", 4), 4], [() => a().indwhere("<=", 2), 1], [() => a().indwhere("[)", 4, 6), 2], [() => a().indwhere(">", 100), -1],
  [() => a().indvwhere(">", 4), [4, 5, 7]], [() => a().indvwhere("()", 2, 5), [0, 2]], [() => V().indvwhere(a(), "[]", 2, 5), [0, 2, 4, 6]],
  [() => a().where(">", 4), [5, 9, 6]], [() => V().where(a(), "!=", 1), [3, 4, 5, 9, 2, 6]],
  [() => !!a().contains(4), true], [() => !!a().contains(7), false], [() => !!a().eq(a()), true], [() => !!a().eq(V([1])), false],
  [() => a().ind(V([0, 2, 4])), [3, 4, 5]], [() => V().index(a(), V([0, 2, 4])), [3, 4, 5]],
])

table("arithmetic and order", [
  [() => a().add(1), [4, 2, 5, 2, 6, 10, 3, 7]], [() => a().sub(a()), Array(8).fill(0)], [() => a().mul(2), [6, 2, 8, 2, 10, 18, 4, 12]], [() => a().div(a()), Array(8).fill(1)],
  [() => V([1, 2, 3]).scale(0, 10), 5], [() => { const v = V([1, 2, 3]); v.scale(0, 10); return v }, [0, 5, 10]],
  [() => a().sort(), [1, 1, 2, 3, 4, 5, 6, 9]], [() => a().sortindex(), [1, 3, 6, 0, 2, 4, 7, 5]], [() => V([2, 1, 2, 1, 2]).sortindex(), [1, 3, 0, 2, 4]],
  [() => a().reverse(), [6, 2, 9, 5, 1, 4, 1, 3]], [() => a().rotate(2), [2, 6, 3, 1, 4, 1, 5, 9]], [() => a().rotate(2, 0), [0, 0, 3, 1, 4, 1, 5, 9]],
  [() => V([-1, 2]).abs(), [1, 2]], [() => V([4, 9]).sqrt(), [2, 3]], [() => V([1, 100]).log10(), [0, 2]], [() => V([2, 3]).pow(2), [4, 9]], [() => V([2.7, -2.7]).floor(), [2, -3]],
  [() => V([0, 1]).tanh(), [0, 0.761594155956]], [() => V().pow(V([2, 3]), 3), [8, 27]], [() => V([1, 4]).apply("sqrt"), [1, 2]],
  [() => V(5).sin(1, 0, 100), [0, 0.587785252292, 0.951056516295, 0.951056516295, 0.587785252292]],
])

table("signals", [
  [() => V([10, 20, 40]).interpolate(V([-1, 0.5, 1, 1.5, 5]), V([0, 1, 2])), [10, 15, 20, 30, 40]],
  [() => V().hist(a(), 0, 5, 2), [2, 2, 2, 1, 1]], [() => a().histogram(0, 10, 2), [0, 2, 2, 2, 1, 1, 0]],
  [() => a().deriv(0.5), [-4, 1, 0, 1, 8, -3, -3, 8]], [() => a().deriv(0.5, 1), [-4, 6, -6, 8, 8, -14, 8]], [() => V().deriv(a(), 0.1), [-20, 5, 0, 5, 40, -15, -15, 40]],
  [() => a().integral(), [3, 4, 8, 9, 14, 23, 25, 31]], [() => a().integral(0.5), [3, 3.5, 5.5, 6, 8.5, 13, 14, 17]],
  [() => V().rebin(a(), 3), [8, 15]], [() => a().rebin(2), [4, 5, 14, 8]],
])

test("the ways to index", () => {
  const v = a()
  assert.deepEqual([v[0], v.at(0), v.at(-1), v.get(1), v.x[2], v.length, v.size()], [3, 3, 6, 1, 4, 8, 8])
  v[0] = 7; v.x[1] = 8; v.set(2, 9)
  assert.deepEqual(v.slice(0, 3).toArray(), [7, 8, 9])
  for (const f of [() => v.get(8), () => v.set(-1, 0), () => v.at(8), () => v.insrt(9, 1), () => v.remove(8), () => { v[8] = 1 }]) assert.throws(f, RangeError)
})

test("what takes a wrong size or a senseless argument throws", () => {
  for (const f of [() => a().add(V([1])), () => V([1]).var(), () => V().mean(), () => a().indwhere("=", 1), () => V().median()]) assert.throws(f)
})

test("printf writes to standard output and gives the count", () => {
  assert.equal(V([1, 2.5]).printf("%g\n"), 2)
  assert.equal(a().printf("%g\n", 1, 3), 3)
})

test("as_numpy, asFloat64Array share memory; copies do not", () => {
  const v = a(), shared = v.as_numpy(), typed = v.asFloat64Array(), copy = v.toArray()
  v[0] = 10
  assert.deepEqual([shared[0], typed[0], copy[0]], [10, 10, 3])
  assert.ok(typed instanceof Float64Array && Array.isArray(copy))
})

test("record at every step, every dt, at times; also with a point process in front", () => {
  n.reset()
  const s = n.Section("s", { L: 20, diam: 20 }).insert("hh"), ic = n.IClamp(s(0.5), { delay: 0.1, dur: 1, amp: 0.1 })
  const v = V().record(s(0.5)._ref_v), every = V().record(s(0.5)._ref_v, 0.1), at = V().record(s(0.5)._ref_v, V([0, 0.25, 0.5]))
  const i = V().record(ic, ic._ref_i), t = V().record(n._ref_t)
  n.finitialize(-65)
  n.continuerun(0.5)
  assert.deepEqual([v.length, every.length, at.length, i.length, t.length], [21, 6, 3, 21, 21])
  assert.near(every, [0, 4, 8, 12, 16, 20].map((k) => v[k]), 0)
  assert.deepEqual([...i].map((x) => x > 0).indexOf(true), 5)
  n.finitialize(-65)
  assert.equal(v.length, 1, "a new run starts anew")
  s.nseg = 3
  n.continuerun(0.5)
  assert.equal(v.length, 21)
})

test("play as steps and continuously, at an interval, and play_remove", () => {
  n.reset()
  const s = n.Section("s"), ic = n.IClamp(s(0.5), { dur: 1e9 })
  const amp = V().record(ic._ref_amp)
  const steps = V([0, 1, 2]).play(ic._ref_amp, V([0, 0.05, 0.1]), false)
  n.finitialize(-65)
  n.continuerun(0.15)
  assert.deepEqual(amp.toArray(), [0, 0, 0, 1, 1, 2, 2])
  steps.play_remove()
  const line = V([0, 1]).play(ic._ref_amp, V([0, 0.1]), true)
  n.finitialize(-65)
  n.continuerun(0.1)
  assert.near(amp.c(1), [0.25, 0.5, 0.75, 1], 1e-12)
  line.play_remove()
  V([5, 6, 7]).play(ic._ref_amp, 0.05)
  n.finitialize(-65)
  n.continuerun(0.1)
  assert.deepEqual(amp.toArray(), [5, 5, 5, 6, 6])
})
