// What a script in Python has at hand and JavaScript does not: functions for scripts that
// gneuron port has translated.
//
//   import { range, zip, np } from "gneuron/python"
//
// They do what Python's functions of these names do, on arrays, typed arrays and Vectors.

// range(to), range(from, to, step): whole numbers as an array.
function range(from, to, step = 1) {
  if (to === undefined) [from, to] = [0, from]
  if (step === 0) throw new RangeError("range: the step must not be 0")
  const out = []
  for (let i = from; step > 0 ? i < to : i > to; i += step) out.push(i)
  return out
}

// len(x): elements of an array, a text, a Vector; properties of an object.
function len(x) {
  if (x != null && x.length !== undefined) return x.length
  if (x instanceof Set || x instanceof Map) return x.size
  if (x != null && typeof x === "object" && typeof x[Symbol.iterator] !== "function") return Object.keys(x).length
  return [...x].length
}

// zip(a, b, ...): [[a[0], b[0]], ...], as long as the shortest.
function zip(...lists) {
  const arrays = lists.map((x) => [...x])
  return range(Math.min(...arrays.map((x) => x.length))).map((i) => arrays.map((x) => x[i]))
}

// enumerate(x, start): [[start, x[0]], ...].
function enumerate(x, start = 0) {
  return [...x].map((y, i) => [i + (typeof start === "object" ? start.start : start), y])
}

// compare orders numbers, texts, and arrays of them.
function compare(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const c = compare(a[i], b[i])
      if (c !== 0) return c
    }
    return a.length - b.length
  }
  return a < b ? -1 : a > b ? 1 : 0
}

// sorted(x, {key, reverse}): a sorted array.
function sorted(x, { key = (y) => y, reverse = false } = {}) {
  const out = [...x].sort((a, b) => compare(key(a), key(b)))
  return reverse ? out.reverse() : out
}

function extreme(sign, name, args) {
  const last = args[args.length - 1]
  const options = args.length > 1 && isOptions(last) ? args.pop() : {}
  const list = args.length === 1 ? [...args[0]] : args
  if (list.length === 0) {
    if ("default" in options) return options.default
    throw new RangeError(`${name} of nothing`)
  }
  const key = options.key ?? ((y) => y)
  return list.reduce((a, b) => (sign * compare(key(b), key(a)) > 0 ? b : a))
}
const isOptions = (x) => x !== null && typeof x === "object" && ("key" in x || "default" in x)

// max(x), max(a, b, ...), min: the largest, the smallest.
function max(...args) { return extreme(1, "max", args) }
function min(...args) { return extreme(-1, "min", args) }

// sum(x, start).
function sum(x, start = 0) {
  let s = typeof start === "object" ? start.start : start
  for (const y of x) s += Number(y)
  return s
}

// any(x), all(x): whether one, whether each element is true.
function any(x) { return [...x].some(Boolean) }
function all(x) { return [...x].every(Boolean) }

function abs(x) { return Math.abs(x) }

// int(x): a whole number, without what follows the point; of a text, too.
function int(x, base = 10) {
  const y = typeof x === "string" ? parseInt(x.trim(), base) : Math.trunc(x)
  if (!Number.isFinite(y)) throw new RangeError(`int: ${x} is no whole number`)
  return y
}

// round(x, digits): to the nearest, halves to the even one.
function round(x, digits) {
  const f = 10 ** (digits ?? 0)
  const y = x * f
  const down = Math.floor(y)
  const rest = y - down
  const whole = rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1
  return digits > 0 ? Number(x.toFixed(digits)) : whole / f
}

// mod(a, b): the remainder with the sign of b.
function mod(a, b) { return a - b * Math.floor(a / b) }

// contains(xs, x): x in xs, for texts, arrays, sets, and the names of an object.
function contains(xs, x) {
  if (typeof xs === "string" || Array.isArray(xs)) return xs.includes(x)
  if (xs instanceof Set || xs instanceof Map) return xs.has(x)
  if (typeof xs[Symbol.iterator] === "function") return [...xs].includes(x)
  return Object.hasOwn(xs, x)
}

// append(xs, x): xs.append(x), for arrays and for objects that have it.
function append(xs, x) {
  if (Array.isArray(xs)) xs.push(x)
  else return xs.append(x)
}

// assign(xs, values, from, to): xs[from:to] = values; a number goes to all of them.
function assign(xs, values, from = 0, to = xs.length) {
  const at = (i) => (i < 0 ? xs.length + i : Math.min(i, xs.length))
  const [a, b] = [at(from), at(to)]
  if (typeof values === "number") {
    for (let i = a; i < b; i++) xs[i] = values
    return
  }
  const list = [...values]
  if (Array.isArray(xs)) xs.splice(a, Math.max(0, b - a), ...list)
  else list.forEach((x, i) => { xs[a + i] = x })
}

// slice(xs, from, to, step): xs[from:to:step]; null stands for what is left out.
function slice(xs, from, to, step) {
  const n = xs.length
  const at = (i, otherwise) => (i === null ? otherwise : Math.min(Math.max(i < 0 ? n + i : i, step > 0 ? 0 : -1), step > 0 ? n : n - 1))
  const out = range(at(from, step > 0 ? 0 : n - 1), at(to, step > 0 ? n : -1), step).map((i) => xs[i])
  if (typeof xs === "string") return out.join("")
  return Array.isArray(xs) ? out : Float64Array.from(out)
}

// item(xs, k): xs[k], and an error where there is none.
function item(xs, k) {
  const list = typeof xs === "string" || (xs !== null && typeof xs === "object" && typeof xs[Symbol.iterator] === "function")
  if (list && typeof k === "number") {
    const i = k < 0 ? xs.length + k : k
    if (i >= 0 && i < xs.length) return xs[i]
    throw new RangeError(`list index ${k} out of range`)
  }
  if (k in xs) return xs[k]
  throw new RangeError(`no key ${typeof k === "string" ? JSON.stringify(k) : k}`)
}

// equal(a, b): a == b for arrays and objects, element by element.
function equal(a, b) {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [ka, kb] = [Object.keys(a), Object.keys(b)]
  return ka.length === kb.length && ka.every((k) => Object.hasOwn(b, k) && equal(a[k], b[k]))
}

// count(xs, x): how often x is in an array or a text.
function count(xs, x) {
  if (typeof xs === "string") return xs.split(x).length - 1
  return Array.isArray(xs) ? xs.filter((y) => y === x || (Array.isArray(x) && compare(y, x) === 0)).length : xs.count(x)
}

// float(x): a number; a text that is none is an error.
function float(x) {
  const y = Number(x)
  if (typeof x === "string" && (x.trim() === "" || (Number.isNaN(y) && x.trim().toLowerCase() !== "nan"))) throw new RangeError(`float: "${x}" is no number`)
  return y
}

// shared(C, name, ...): attributes of a class that its objects have, too, until they get
// their own.
function shared(C, ...names) {
  for (const name of names) {
    Object.defineProperty(C.prototype, name, {
      configurable: true,
      get() { return (this.constructor ?? C)[name] },
      set(value) { Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }) },
    })
  }
}

// product(a, b, ..., {repeat}), combinations(xs, k), permutations(xs, k), chain(a, b, ...):
// what itertools has, as arrays.
function product(...lists) {
  const last = lists[lists.length - 1]
  const times = last !== null && typeof last === "object" && typeof last[Symbol.iterator] !== "function" ? lists.pop().repeat : 1
  const arrays = repeat(lists.map((x) => [...x]), times)
  return arrays.reduce((out, list) => out.flatMap((row) => list.map((x) => [...row, x])), [[]])
}
function choose(list, k, next) {
  if (k === 0) return [[]]
  return list.flatMap((x, i) => choose(next(list, i), k - 1, next).map((rest) => [x, ...rest]))
}
function combinations(xs, k) { return choose([...xs], k, (list, i) => list.slice(i + 1)) }
function permutations(xs, k) { return choose([...xs], k ?? [...xs].length, (list, i) => [...list.slice(0, i), ...list.slice(i + 1)]) }
function chain(...lists) { return lists.flatMap((x) => [...x]) }

// asked tells whether an object is asked for what it has, or what every object may have.
const asked = (of, k) => typeof k === "symbol" || k in of || k === "length" || k === "toJSON"

// defaultdict(make): an object whose properties make() makes where they are read first.
function defaultdict(make) {
  return new Proxy({}, { get: (of, k) => (asked(of, k) ? of[k] : (of[k] = make())) })
}

// Counter(xs): how often each element is in xs; 0 for others.
function Counter(xs = []) {
  const out = {}
  for (const x of xs) out[x] = (Object.hasOwn(out, x) ? out[x] : 0) + 1
  return new Proxy(out, { get: (of, k) => (asked(of, k) ? of[k] : 0) })
}

// namedtuple(name, fields): a function that makes arrays with names for their elements.
function namedtuple(name, fields) {
  const names = typeof fields === "string" ? fields.trim().split(/[\s,]+/) : [...fields]
  return (...values) => {
    const last = values[values.length - 1]
    if (values.length <= names.length && last !== null && typeof last === "object" && Object.getPrototypeOf(last) === Object.prototype && Object.keys(last).every((k) => names.includes(k))) {
      values.pop()
      for (const k of names.slice(values.length)) values.push(last[k])
    }
    if (values.length !== names.length) throw new TypeError(`${name} takes ${names.length} values`)
    names.forEach((k, i) => Object.defineProperty(values, k, { value: values[i] }))
    return values
  }
}

// free(x, ...): ends Sections, point processes, NetCons and what else has delete(), and the
// elements of arrays of them, as Python does with what nothing refers to any more. Vectors
// keep their numbers, but record and play no more.
function free(...xs) {
  for (const x of xs) {
    if (x === null || (typeof x !== "object" && typeof x !== "function")) continue
    if (Array.isArray(x)) free(...x)
    else if ("play_remove" in x) x.play_remove()
    else if ("delete" in x && !(x instanceof Set) && !(x instanceof Map)) x.delete()
  }
}

// replace(former, x): x, and the end of what a variable held before.
function replace(former, x) {
  if (former !== x) free(former)
  return x
}

// repeat(xs, n): xs n times.
function repeat(xs, n) { return range(n).flatMap(() => xs) }

// dir(x): the names of what x has.
function dir(x) {
  const names = new Set()
  for (let o = Object(x); o && o !== Object.prototype && o !== Function.prototype; o = Object.getPrototypeOf(o)) {
    try {
      for (const name of Object.getOwnPropertyNames(o)) names.add(name)
    } catch {} // a Section has none of its own, and says so
  }
  return [...names].sort()
}

// type(x): the name of what x is.
function type(x) { return x === null ? "null" : typeof x === "object" ? (x.constructor?.name ?? "object") : typeof x }

// open(path, mode): a file of text, "r", "w" or "a".
function open(path, mode = "r") {
  const write = /[wa]/.test(mode)
  let text = write && !mode.includes("a") ? "" : mode.includes("a") && !fs.exists(path) ? "" : fs.readText(path)
  let at = 0
  return {
    read() { const rest = text.slice(at); at = text.length; return rest },
    readline() { const end = text.indexOf("\n", at) + 1 || text.length; const line = text.slice(at, end); at = end; return line },
    readlines() { return [...this] },
    *[Symbol.iterator]() { for (let line; (line = this.readline()) !== ""; ) yield line },
    write(s) { text += s },
    writelines(lines) { for (const s of lines) text += s },
    close() { if (write) fs.writeText(path, text) },
  }
}

const csv = {
  writer: (file) => ({
    writerow: (row) => file.write([...row].map(csvField).join(",") + "\r\n"),
    writerows(rows) { for (const row of rows) this.writerow(row) },
  }),
  reader: (file) => file.readlines().map(csvRow),
}
const csvField = (x) => (/[",\r\n]/.test(String(x)) ? `"${String(x).replaceAll('"', '""')}"` : String(x))
function csvRow(line) {
  const out = []
  const rest = line.replace(/\r?\n$/, "")
  if (rest === "") return out
  for (const m of rest.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) out.push(m[1] === undefined ? m[2] : m[1].replaceAll('""', '"'))
  return out
}

const json = {
  dump: (x, file, options = {}) => file.write(JSON.stringify(x, null, options.indent)),
  load: (file) => JSON.parse(file.read()),
}

// pickle keeps numbers, texts, arrays, objects and Vectors in a file, as JSON: Python does
// not read it.
const pickle = {
  dump: (x, file) => file.write(JSON.stringify(pack(x))),
  load: (file) => unpack(JSON.parse(file.read())),
}
function pack(x) {
  if (x === null || typeof x !== "object") return x
  if (Array.isArray(x)) return x.map(pack)
  if (typeof x[Symbol.iterator] === "function") return { [x instanceof Float64Array ? "Float64Array" : "Vector"]: [...x] }
  return Object.fromEntries(Object.entries(x).map(([k, y]) => [k, pack(y)]))
}
function unpack(x) {
  if (x === null || typeof x !== "object") return x
  if (Array.isArray(x)) return x.map(unpack)
  if ("Vector" in x) return n.Vector(x.Vector)
  if ("Float64Array" in x) return Float64Array.from(x.Float64Array)
  return Object.fromEntries(Object.entries(x).map(([k, y]) => [k, unpack(y)]))
}

// textwrap.fill(text, width): in lines of at most width characters.
const textwrap = {
  fill(text, width = 70) {
    const lines = [""]
    for (const word of text.split(/\s+/)) {
      const last = lines[lines.length - 1]
      if (last !== "" && last.length + 1 + word.length > width) lines.push(word)
      else lines[lines.length - 1] = last === "" ? word : last + " " + word
    }
    return lines.join("\n")
  },
}

// print(...): objects are shown as their method toString says, Sections and Segments by
// their names.
function print(...values) {
  const own = (x) => x instanceof n.Section || /^Segment /.test(Object.prototype.toString.call(x)) || x !== null && typeof x === "object" && !Array.isArray(x) && typeof x.toString === "function" && x.toString !== Object.prototype.toString
  console.log(...values.map((x) => (own(x) ? String(x) : x)))
}

// time(): seconds, from some moment on.
function time() { return performance.now() / 1e3 }

// exponent writes e+05, e-12 with two digits.
const exponent = (s) => s.replace(/e([+-])(\d)$/, "e$10$2")

// general is the format g: as short as it gets with p digits.
function general(x, p) {
  if (x === 0) return "0"
  const [mantissa, power] = x.toExponential(Math.max(p, 1) - 1).split("e")
  if (power < -4 || power >= Math.max(p, 1)) return exponent((mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa) + "e" + power)
  const s = x.toFixed(Math.max(0, Math.max(p, 1) - 1 - power))
  return s.includes(".") ? s.replace(/\.?0+$/, "") : s
}

// format(x, spec): format of Python, as ">8.3f".
function format(x, spec) {
  const m = /^(?:(.)?([<>=^]))?([-+ ]?)(#?)(0?)(\d*)(,?)(?:\.(\d+))?([a-zA-Z%]?)$/.exec(spec)
  if (!m) throw new RangeError(`format: "${spec}" is no format`)
  let [, fill = " ", align, sign, , zero, width, comma, precision, kind] = m
  const p = precision === undefined ? 6 : Number(precision)
  let text
  if (typeof x !== "number") text = precision === undefined ? String(x) : String(x).slice(0, p)
  else {
    const y = Math.abs(x)
    if (!Number.isFinite(y)) text = Number.isNaN(y) ? "nan" : "inf"
    else if (kind === "f" || kind === "F") text = y.toFixed(p)
    else if (kind === "%") text = (100 * y).toFixed(p) + "%"
    else if (kind === "e" || kind === "E") text = exponent(y.toExponential(p))
    else if (kind === "d") text = String(Math.trunc(y))
    else if (kind === "x" || kind === "X" || kind === "b" || kind === "o") text = Math.trunc(y).toString({ x: 16, X: 16, b: 2, o: 8 }[kind])
    else if (kind === "g" || kind === "G" || precision !== undefined) text = general(y, p)
    else text = String(y)
    if (kind === "E" || kind === "G" || kind === "X") text = text.toUpperCase()
    if (comma) text = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","))
    const lead = x < 0 || Object.is(x, -0) ? "-" : sign === "-" ? "" : sign
    if (zero && !align) text = text.padStart(Number(width || 0) - lead.length, "0")
    text = lead + text
  }
  const missing = Number(width || 0) - text.length
  if (missing <= 0) return text
  align ??= typeof x === "number" ? ">" : "<"
  if (align === "<") return text + fill.repeat(missing)
  if (align === "^") return fill.repeat(missing >> 1) + text + fill.repeat(missing - (missing >> 1))
  return fill.repeat(missing) + text
}

module.exports = { range, len, zip, enumerate, sorted, max, min, sum, any, all, abs, int, round, mod, contains, append, assign, slice, item, equal, defaultdict, Counter, namedtuple, count, float, shared, product, combinations, permutations, chain, free, replace, repeat, time, format, print, dir, type, open, csv, json, pickle, textwrap, np: require("gneuron/numpy") }
