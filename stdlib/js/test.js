// A small harness for tests that are written in JavaScript.
//
//   const { test, assert } = require("gneuron/test")
//   test("a spike", () => { assert.near(v.max(), 40, 1) })
//
// Tests run in order, each as soon as the one before it has ended; a test may
// be async. After the last one a report goes to stdout; if a test failed, the
// script fails.

class AssertionError extends Error {
  get name() { return "AssertionError" }
}

const show = (x) => typeof x === "number" && Object.is(x, -0) ? "-0" : inspect(x)

function inspect(x) {
  if (typeof x === "string") return JSON.stringify(x)
  if (typeof x === "bigint") return `${x}n`
  if (typeof x === "object" && x !== null) {
    try {
      const text = JSON.stringify(x)
      return text.length > 200 ? text.slice(0, 200) + "..." : text
    } catch {
      return String(x)
    }
  }
  return String(x)
}

function fail(message, detail) {
  throw new AssertionError(message === undefined ? detail : `${message}: ${detail}`)
}

// The path of the first difference between two values, or null.
function difference(a, b, path) {
  if (Object.is(a, b)) return null
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return `${path}: ${show(a)} is not ${show(b)}`
  if (a instanceof Map && b instanceof Map) return difference([...a], [...b], path)
  if (a instanceof Set && b instanceof Set) return difference([...a], [...b], path)
  if (a instanceof Date && b instanceof Date) return difference(a.getTime(), b.getTime(), path)
  const list = (x) => Array.isArray(x) || ArrayBuffer.isView(x)
  if (list(a) !== list(b)) return `${path}: ${show(a)} is not ${show(b)}`
  if (list(a)) {
    if (a.length !== b.length) return `${path}.length: ${a.length} is not ${b.length}`
    for (let i = 0; i < a.length; i++) {
      const d = difference(a[i], b[i], `${path}[${i}]`)
      if (d) return d
    }
    return null
  }
  const keys = Object.keys(a)
  for (const k of Object.keys(b))
    if (!Object.hasOwn(a, k)) return `${path}.${k} is missing`
  for (const k of keys) {
    if (!Object.hasOwn(b, k)) return `${path}.${k} is unexpected`
    const d = difference(a[k], b[k], `${path}.${k}`)
    if (d) return d
  }
  return null
}

const assert = {
  // ok(x): x is truthy.
  ok(x, message) {
    if (!x) fail(message, `${show(x)} is not true`)
  },

  // equal(a, b): a and b are the same value (NaN equals NaN, 0 is not -0).
  equal(a, b, message) {
    if (!Object.is(a, b)) fail(message, `${show(a)} is not ${show(b)}`)
  },

  notEqual(a, b, message) {
    if (Object.is(a, b)) fail(message, `both are ${show(a)}`)
  },

  // deepEqual(a, b): same structure with equal values at the leaves.
  deepEqual(a, b, message) {
    const d = difference(a, b, "value")
    if (d) fail(message, d)
  },

  // near(a, b, tol): |a - b| <= tol, for numbers or element by element.
  near(a, b, tol, message) {
    if (!(tol >= 0)) throw new TypeError(`assert.near needs a tolerance >= 0, not ${show(tol)}`)
    if (typeof a === "number" && typeof b === "number") {
      if (!(a === b || Math.abs(a - b) <= tol))
        fail(message, `${a} is not within ${tol} of ${b} (difference ${Math.abs(a - b)})`)
      return
    }
    const x = Array.from(a), y = Array.from(b)
    if (x.length !== y.length) fail(message, `length ${x.length} is not ${y.length}`)
    for (let i = 0; i < x.length; i++) assert.near(x[i], y[i], tol, `${message ?? "element"} ${i}`)
  },

  // throws(fn, /regex/): fn throws an error whose "Class: message" matches.
  throws(fn, pattern, message) {
    let caught
    try {
      fn()
    } catch (e) {
      caught = { e }
    }
    if (!caught) fail(message, `nothing was thrown, expected ${pattern ?? "an error"}`)
    const text = String(caught.e)
    if (pattern instanceof RegExp && !pattern.test(text)) fail(message, `threw ${show(text)}, which does not match ${pattern}`)
    if (typeof pattern === "function" && !(caught.e instanceof pattern)) fail(message, `threw ${show(text)}, not a ${pattern.name}`)
    return caught.e
  },
}

let queue = Promise.resolve()
let pending = 0, passed = 0
const failed = []

// test(name, fn) runs fn after the tests before it.
function test(name, fn) {
  if (typeof fn !== "function") throw new TypeError(`test(${show(name)}) needs a function`)
  pending++
  queue = queue.then(fn).then(
    () => { passed++; console.log(`ok    ${name}`) },
    (e) => { failed.push(e); console.log(`FAIL  ${name}`); console.log(e) },
  ).then(() => {
    if (--pending > 0) return
    console.log(`${passed} passed, ${failed.length} failed`)
    if (failed.length > 0) process.exit(1)
  })
}

module.exports = { test, assert, AssertionError }
