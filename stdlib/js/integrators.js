// Steps of dy/dt = f(y): functions that solve equations of one's own, and that can be
// handed to the function that solves them.
//
//   const { eulerStep, rungeKutta } = require("gneuron/integrators")
//   for (let i = 0; i < 1000; i++) v = rungeKutta(v, (v) => (E - v) / tau, dt)
//
// y is a number, or an array of numbers with one for each variable, and f gives as many
// slopes. y stays as it is; the result is a new number or array.

// eulerStep(y, f, dt): y + dt f(y). The error of one step goes with dt^2.
function eulerStep(y, f, dt) {
  check("eulerStep", y, f, dt)
  if (typeof y === "number") return y + dt * slope("eulerStep", f, y)
  const start = numbers("eulerStep", "y", y)
  return along(start, dt, slopes("eulerStep", f, start))
}

// rungeKutta(y, f, dt): the classical method of fourth order (Kutta 1901). The error of
// one step goes with dt^5.
function rungeKutta(y, f, dt) {
  check("rungeKutta", y, f, dt)
  if (typeof y === "number") {
    const k1 = slope("rungeKutta", f, y)
    const k2 = slope("rungeKutta", f, y + (dt / 2) * k1)
    const k3 = slope("rungeKutta", f, y + (dt / 2) * k2)
    const k4 = slope("rungeKutta", f, y + dt * k3)
    return y + (dt * (k1 + 2 * (k2 + k3) + k4)) / 6
  }
  const start = numbers("rungeKutta", "y", y)
  const k1 = slopes("rungeKutta", f, start)
  const k2 = slopes("rungeKutta", f, along(start, dt / 2, k1))
  const k3 = slopes("rungeKutta", f, along(start, dt / 2, k2))
  const k4 = slopes("rungeKutta", f, along(start, dt, k3))
  return start.map((x, i) => x + (dt * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i])) / 6)
}

// along gives y + dt k.
function along(y, dt, k) {
  const next = []
  for (let i = 0; i < y.length; i++) next.push(y[i] + dt * k[i])
  return next
}

// check holds that a step can be made.
function check(name, y, f, dt) {
  if (typeof f !== "function") throw new TypeError(`${name}: f must be a function that gives dy/dt, not ${brief(f)}`)
  if (typeof dt !== "number") throw new TypeError(`${name}: dt must be a number, not ${brief(dt)}`)
  if (!(dt > 0 && dt < Infinity)) throw new RangeError(`${name}: dt must be greater than 0, not ${dt}`)
  if (typeof y === "number" && y - y !== 0) throw unfit(`${name}: y`, y)
}

// slope gives f of a number.
function slope(name, f, y) {
  const k = f(y)
  if (typeof k !== "number" || k - k !== 0) throw unfit(`${name}: f(${y})`, k)
  return k
}

// slopes gives f of an array.
function slopes(name, f, y) {
  const k = numbers(name, "f(y)", f(y))
  if (k.length !== y.length) throw new RangeError(`${name}: f(y) has length ${k.length}, y has length ${y.length}`)
  return k
}

// numbers gives xs as an array of finite numbers.
function numbers(name, what, xs) {
  if (!Array.isArray(xs)) {
    if (typeof xs === "string" || typeof xs?.[Symbol.iterator] !== "function")
      throw new TypeError(`${name}: ${what} must be ${what === "y" ? "a number or " : ""}an array of numbers, not ${brief(xs)}`)
    xs = [...xs]
  }
  for (let i = 0; i < xs.length; i++)
    if (!Number.isFinite(xs[i])) throw unfit(`${name}: ${what}[${i}]`, xs[i])
  return xs
}

// unfit is the error about what is not a finite number.
function unfit(what, x) {
  if (typeof x === "number") return new RangeError(`${what} is ${x}`)
  return new TypeError(`${what} must be a number, not ${brief(x)}`)
}

const brief = (x) => (typeof x === "string" ? JSON.stringify(x) : typeof x === "function" ? "a function" : String(x))

module.exports = { eulerStep, rungeKutta }
