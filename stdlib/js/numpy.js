// The basics of numpy, for scripts that gneuron port has translated. An array of one
// dimension is a Float64Array, one of several an array of such arrays.
//
//   import { np } from "gneuron/python"

const isList = (x) => x !== null && typeof x === "object" && typeof x[Symbol.iterator] === "function"
const nested = (x) => Array.isArray(x) && x.length > 0 && isList(x[0])

// array(x): numbers as an array, lists of lists as rows.
function array(x) {
  if (!isList(x)) return Number(x)
  const list = [...x]
  if (list.length > 0 && isList(list[0])) return list.map(array)
  return Float64Array.from(list)
}

const size = (shape) => (isList(shape) ? [...shape] : [shape])
function full(shape, value) {
  const [n, ...rest] = size(shape)
  if (rest.length === 0) return new Float64Array(n).fill(value)
  return Array.from({ length: n }, () => full(rest, value))
}
const like = (x, value) => (nested(x) ? x.map((row) => like(row, value)) : new Float64Array(x.length).fill(value))

// unary makes a function of numbers one of arrays.
const unary = (f) => function apply(x) {
  if (typeof x === "number") return f(x)
  if (typeof x === "boolean") return f(Number(x))
  return nested(x) ? x.map(apply) : Float64Array.from(x, f)
}

// binary does so for functions of two numbers; a number goes with each element.
const binary = (name, f) => function apply(a, b) {
  const [la, lb] = [isList(a), isList(b)]
  if (!la && !lb) return f(Number(a), Number(b))
  const length = la ? a.length : b.length
  if (la && lb && a.length !== b.length && !nested(a) && !nested(b)) throw new RangeError(`np.${name}: arrays of ${a.length} and ${b.length} elements`)
  if (nested(a) || nested(b)) return Array.from({ length: nested(a) ? a.length : b.length }, (_, i) => apply(nested(a) ? a[i] : a, nested(b) ? b[i] : b))
  const out = new Float64Array(length)
  for (let i = 0; i < length; i++) out[i] = f(la ? a[i] : a, lb ? b[i] : b)
  return out
}

// flat lists all numbers.
const flat = (x) => (nested(x) ? Float64Array.from(x.flatMap((row) => [...flat(row)])) : isList(x) ? Float64Array.from(x) : Float64Array.of(x))

// along reduces all numbers, or those along an axis.
const along = (f) => function reduce(x, options) {
  const axis = isList(options) || options === undefined ? undefined : typeof options === "object" ? options.axis : options
  if (axis === undefined || axis === null || !nested(x)) return f(flat(x))
  const rows = axis === 0 ? transpose(x) : x
  return Float64Array.from(rows, (row) => f(flat(row)))
}
const transpose = (x) => (nested(x) ? Array.from({ length: x[0].length }, (_, j) => Float64Array.from(x, (row) => row[j])) : x)

const total = (x) => x.reduce((a, b) => a + b, 0)
const mean = (x) => total(x) / x.length
const variance = (x) => { const m = mean(x); return total(x.map((y) => (y - m) ** 2)) / x.length }
const largest = (x) => x.reduce((a, b) => (b > a || b !== b ? b : a), -Infinity)
const smallest = (x) => x.reduce((a, b) => (b < a || b !== b ? b : a), Infinity)
function percentile(x, q) {
  const sorted = flat(x).sort()
  const at = ((sorted.length - 1) * q) / 100
  const i = Math.floor(at)
  return i + 1 < sorted.length ? sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]) : sorted[i]
}

function arange(from, to, step = 1) {
  if (to === undefined) [from, to] = [0, from]
  const n = Math.max(0, Math.ceil((to - from) / step))
  return Float64Array.from({ length: n }, (_, i) => from + i * step)
}
function linspace(from, to, num = 50, options = {}) {
  if (typeof num === "object") { options = num; num = num.num ?? 50 }
  const last = options.endpoint === false ? num : num - 1
  return Float64Array.from({ length: num }, (_, i) => (i === last ? to : from + (i * (to - from)) / last))
}
function cumsum(x) { let s = 0; return flat(x).map((y) => (s += y)) }
function diff(x) { return Float64Array.from({ length: Math.max(0, x.length - 1) }, (_, i) => x[i + 1] - x[i]) }
function concatenate(lists) { return Float64Array.from([...lists].flatMap((x) => [...x])) }
function where(condition, a, b) {
  if (a === undefined) return [Float64Array.from([...condition].flatMap((x, i) => (x ? [i] : [])))]
  return Float64Array.from(condition, (x, i) => (x ? (isList(a) ? a[i] : a) : isList(b) ? b[i] : b))
}
function compress(condition, x) { return Float64Array.from([...x].filter((_, i) => condition[i])) }
function place(x, condition, values) {
  let k = 0
  condition.forEach((c, i) => { if (c) x[i] = isList(values) ? values[k++] : values })
}
function dot(a, b) {
  if (nested(a)) return nested(b) ? a.map((row) => Float64Array.from(transpose(b), (column) => dot(row, column))) : Float64Array.from(a, (row) => dot(row, b))
  return total(Float64Array.from(a, (x, i) => x * b[i]))
}
function interp(x, xs, ys) {
  return unary((at) => {
    if (at <= xs[0]) return ys[0]
    for (let i = 1; i < xs.length; i++) {
      if (at <= xs[i]) return ys[i - 1] + ((at - xs[i - 1]) * (ys[i] - ys[i - 1])) / (xs[i] - xs[i - 1])
    }
    return ys[xs.length - 1]
  })(x)
}
function histogram(x, bins = 10) {
  const data = flat(x)
  if (typeof bins === "object" && !isList(bins)) bins = bins.bins
  const edges = isList(bins) ? Float64Array.from(bins) : linspace(smallest(data), largest(data), bins + 1)
  const counts = new Float64Array(edges.length - 1)
  for (const y of data) {
    if (y < edges[0] || y > edges[edges.length - 1]) continue
    let k = 0
    while (k < counts.length - 1 && y >= edges[k + 1]) k++
    counts[k]++
  }
  return [counts, edges]
}
function convolve(a, b, mode = "full") {
  const all = new Float64Array(a.length + b.length - 1)
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) all[i + j] += a[i] * b[j]
  const how = typeof mode === "object" ? mode.mode : mode
  if (how === "full") return all
  const n = how === "same" ? Math.max(a.length, b.length) : Math.abs(a.length - b.length) + 1
  const from = Math.floor((all.length - n) / 2)
  return all.slice(from, from + n)
}
function reshape(x, ...shape) {
  const dims = shape.length === 1 ? size(shape[0]) : shape
  const all = flat(x)
  if (dims.length === 1) return all
  const rows = dims[0] === -1 ? all.length / dims[1] : dims[0]
  const columns = all.length / rows
  return Array.from({ length: rows }, (_, i) => all.slice(i * columns, (i + 1) * columns))
}
function argsort(x) { return Float64Array.from([...x].map((y, i) => [y, i]).sort((a, b) => a[0] - b[0]).map(([, i]) => i)) }
const close = (a, b, tolerance = 1e-8) => Math.abs(a - b) <= tolerance + 1e-5 * Math.abs(b)
const rint = (x) => { const d = Math.floor(x); const r = x - d; return r < 0.5 || (r === 0.5 && d % 2 === 0) ? d : d + 1 }
const identity = (x) => x

module.exports = {
  pi: Math.PI, e: Math.E, inf: Infinity, nan: NaN, newaxis: null,
  array, asarray: array, full, zeros: (shape) => full(shape, 0), ones: (shape) => full(shape, 1), empty: (shape) => full(shape, 0),
  zeros_like: (x) => like(x, 0), ones_like: (x) => like(x, 1), full_like: like, arange, linspace, logspace: (a, b, num) => linspace(a, b, num).map((x) => 10 ** x),
  add: binary("add", (a, b) => a + b), subtract: binary("subtract", (a, b) => a - b), multiply: binary("multiply", (a, b) => a * b), divide: binary("divide", (a, b) => a / b),
  power: binary("power", (a, b) => a ** b), mod: binary("mod", (a, b) => a - b * Math.floor(a / b)), floor_divide: binary("floor_divide", (a, b) => Math.floor(a / b)),
  maximum: binary("maximum", Math.max), minimum: binary("minimum", Math.min), arctan2: binary("arctan2", Math.atan2),
  less: binary("less", (a, b) => +(a < b)), greater: binary("greater", (a, b) => +(a > b)), less_equal: binary("less_equal", (a, b) => +(a <= b)), greater_equal: binary("greater_equal", (a, b) => +(a >= b)),
  equal: binary("equal", (a, b) => +(a === b)), not_equal: binary("not_equal", (a, b) => +(a !== b)), isclose: binary("isclose", (a, b) => +close(a, b)),
  logical_and: binary("logical_and", (a, b) => +(a && b ? 1 : 0)), logical_or: binary("logical_or", (a, b) => +(a || b ? 1 : 0)), logical_not: unary((x) => +!x),
  negative: unary((x) => -x), abs: unary(Math.abs), absolute: unary(Math.abs), exp: unary(Math.exp), log: unary(Math.log), log10: unary(Math.log10), log2: unary(Math.log2), sqrt: unary(Math.sqrt),
  square: unary((x) => x * x), sin: unary(Math.sin), cos: unary(Math.cos), tan: unary(Math.tan), arcsin: unary(Math.asin), arccos: unary(Math.acos), arctan: unary(Math.atan),
  sinh: unary(Math.sinh), cosh: unary(Math.cosh), tanh: unary(Math.tanh), floor: unary(Math.floor), ceil: unary(Math.ceil), rint: unary(rint), sign: unary(Math.sign),
  deg2rad: unary((x) => (x * Math.PI) / 180), isnan: unary((x) => +Number.isNaN(x)), isfinite: unary((x) => +Number.isFinite(x)),
  round: (x, digits = 0) => unary((y) => rint(y * 10 ** digits) / 10 ** digits)(x), clip: (x, low, high) => unary((y) => Math.min(Math.max(y, low), high))(x),
  sum: along(total), mean: along(mean), var: along(variance), std: along((x) => Math.sqrt(variance(x))), max: along(largest), min: along(smallest), amax: along(largest), amin: along(smallest),
  median: along((x) => percentile(x, 50)), prod: along((x) => x.reduce((a, b) => a * b, 1)), argmax: along((x) => x.indexOf(largest(x))), argmin: along((x) => x.indexOf(smallest(x))),
  any: along((x) => x.some((y) => y !== 0)), all: along((x) => x.every((y) => y !== 0)), percentile, cumsum, diff, concatenate, append: (a, b) => concatenate([a, isList(b) ? b : [b]]),
  where, place, vstack: (lists) => [...lists].map(array), count_nonzero: (x) => total(flat(x).map((y) => +(y !== 0))), nonzero: (x) => where(x), compress, dot, interp, histogram, convolve, reshape, flatten: flat, ravel: flat, transpose, T: transpose, argsort, sort: (x) => flat(x).sort(),
  unique: (x) => Float64Array.from(new Set(flat(x))).sort(), trapz: (y, x) => total(diff(x ?? arange(y.length)).map((d, i) => (d * (y[i] + y[i + 1])) / 2)),
  allclose: (a, b) => { const y = flat(b); return flat(a).every((x, i) => close(x, y.length === 1 ? y[0] : y[i])) },
  array_equal: (a, b) => { const [x, y] = [flat(a), flat(b)]; return x.length === y.length && x.every((z, i) => z === y[i]) },
  shape: (x) => (isList(x) ? [x.length, ...(nested(x) ? module.exports.shape(x[0]) : [])] : []), ndim: (x) => module.exports.shape(x).length, size: (x) => flat(x).length,
  tolist: (x) => (nested(x) ? x.map((row) => [...row]) : [...x]), astype: identity, float64: identity,
}
