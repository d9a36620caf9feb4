// n.ode and n.equations: point models, equations of a text and of a function.
const { test, assert } = require("gneuron/test")

const near = (x, y, by) => assert.ok(Math.abs(x - y) <= by, `${x} is not within ${by} of ${y}`)

test("a number decays as the closed form", () => {
  const r = n.ode((y) => -y, { init: 1, tstop: 1 })
  near(r.y.at(-1), Math.exp(-1), 1e-6) // rtol of a step, and few steps
  assert.equal(r.t.length, 1001)
  assert.equal(r.end.y, r.y.at(-1))
})

test("an array oscillates", () => {
  const r = n.ode((y) => [y[1], -y[0]], { init: [1, 0], tstop: 2 * Math.PI, rtol: 1e-10, atol: 1e-12 })
  near(r.y[0].at(-1), 1, 1e-8)
  near(r.y[1].at(-1), 0, 1e-8)
})

test("a text and a function give the same", () => {
  const text = n.ode("PARAMETER { tau = 10 } STATE { v w } INITIAL { v = 1 } DERIVATIVE d { v' = v - v*v*v/3 - w  w' = (v + 0.5 - 0.5*w)/tau }",
    { tstop: 20, dt: 0.1 })
  const f = n.ode(({ v, w }, t, { tau }) => ({ v: v - v * v * v / 3 - w, w: (v + 0.5 - 0.5 * w) / tau }),
    { tstop: 20, dt: 0.1, init: { v: 1, w: 0 }, params: { tau: 10 } })
  for (const name of ["v", "w"]) for (let i = 0; i < text.t.length; i++) near(text[name][i], f[name][i], 1e-12)
})

test("a batch gives what its instances give alone", () => {
  const RI = [0, 0.3, 0.6]
  const all = n.ode("FitzHughNagumo", { tstop: 100, params: { I: RI } })
  RI.forEach((I, k) => {
    const one = n.ode("FitzHughNagumo", { tstop: 100, params: { I } })
    assert.deepEqual([...all.v[k]], [...one.v])
    assert.deepEqual([...all.w[k]], [...one.w])
  })
})

test("the spikes of LIF have the interval of the formula", () => {
  const currents = [1.43, 1.55, 1.83]
  const r = n.ode("LIF", { tstop: 500, params: { I: currents }, record: [], rtol: 1e-10, atol: 1e-12 })
  currents.forEach((I, k) => {
    const times = r.spikes[k]
    if (10 * I <= 15) return assert.equal(times.length, 0)
    const interval = 10 * Math.log((10 * I + 5) / (10 * I - 15))
    near(times[0], 10 * Math.log((10 * I) / (10 * I - 15)), 1e-7)
    for (let i = 1; i < times.length; i++) near(times[i] - times[i - 1], interval, 1e-7)
  })
})

test("a refractory period is added to the interval", () => {
  const r = n.ode("LIF", { tstop: 200, params: { I: 2, tref: [0, 5] }, record: "v", rtol: 1e-9 })
  near(r.spikes[1][1] - r.spikes[1][0] - (r.spikes[0][1] - r.spikes[0][0]), 5, 1e-4)
})

test("events: times, reset and stop", () => {
  const fall = ({ v }) => ({ x: v, v: -9.81 })
  const r = n.ode(fall, { init: { x: 1, v: 0 }, tstop: 2, events: { floor: { state: "x", direction: "down", reset: ({ v }) => ({ x: 0, v: -v }) } } })
  const T = Math.sqrt(2 / 9.81)
  near(r.events.floor[0], T, 1e-9)
  near(r.events.floor[1], 3 * T, 1e-7)
  const s = n.ode(fall, { init: { x: [1, 4], v: 0 }, tstop: 2, every: 0.01, events: { floor: { margin: (y) => -y.x, stop: true } } })
  near(s.events.floor[1][0], 2 * T, 1e-7)
  near(s.end.x[0], 0, 1e-9)
  assert.equal(s.x[0].length, Math.floor(T / 0.01) + 1)
  const fixed = n.ode("HH", { tstop: 50, dt: 0.01, params: { I: 0.1 }, record: [], events: { spike: { state: "v" } } })
  const free = n.ode("HH", { tstop: 50, params: { I: 0.1 }, record: [], events: { spike: { state: "v" } }, rtol: 1e-9 })
  assert.equal(fixed.events.spike.length, 4)
  for (let i = 0; i < 4; i++) near(fixed.events.spike[i], free.events.spike[i], 1e-4)
})

test("time in the equations", () => {
  const r = n.ode("STATE { x } DERIVATIVE d { x' = 2*t }", { t0: 1, tstop: 3, method: "rk6", dt: 0.5 })
  near(r.x.at(-1), 8, 1e-12)
  near(n.ode("STATE { x } DERIVATIVE d { x' = 2*t }", { t0: 1, tstop: 3 }).x.at(-1), 8, 1e-12)
})

test("ASSIGNED variables and arrays are recorded", () => {
  const r = n.ode(`ASSIGNED { i  g } STATE { x[2] } INITIAL { x[0] = 1 x[1] = 2 }
    BREAKPOINT { SOLVE d METHOD cnexp  i = g*x[1] } DERIVATIVE d { g = 3  x'[0] = -x[0]  x'[1] = 0 }`,
  { tstop: 1, every: 0.5, record: ["i", "x"] })
  assert.deepEqual([...r.i], [6, 6, 6])
  assert.deepEqual([...r.x[1]], [2, 2, 2])
  near(r.x[0].at(-1), Math.exp(-1), 1e-6)
})

test("a LOCAL of the file belongs to the instance", () => {
  const r = n.ode("LOCAL q PARAMETER { k = 2 } STATE { x } INITIAL { q = 3*k } DERIVATIVE d { x' = q }", { tstop: 1, dt: 0.5, params: { k: [1, 2] } })
  assert.deepEqual([...r.end.x], [3, 6])
})

test("equations are used again from another start", () => {
  const number = n.equations((y, t, p) => -p.k * y, { init: 1, params: { k: 1 } })
  near(n.ode(number, { tstop: 1 }).end.y, Math.exp(-1), 1e-6)
  near(n.ode(number, { tstop: 1, init: 2, params: { k: 2 } }).end.y, 2 * Math.exp(-2), 1e-6)
  assert.equal(n.ode(number, { tstop: 1, init: [1, 2, 3] }).end.y.length, 3)
  const array = n.equations((y) => [y[1], -y[0]], { init: [1, 0] })
  near(n.ode(array, { tstop: 1, init: [0, 1] }).end.y[0], Math.sin(1), 1e-6)
  assert.deepEqual([...n.ode(array, { tstop: 1, init: [n.Vector([1, 2]), 0], dt: 0.5, record: "y[1]" }).y[0][1]].length, 3)
  const object = n.equations(({ a, b }) => ({ a: b, b: -a }), { init: { a: 1, b: 0 } })
  near(n.ode(object, { tstop: 1, init: { b: 1 } }).end.b, Math.cos(1) - Math.sin(1), 1e-6)
  assert.throws(() => n.ode(array, { tstop: 1, init: [1] }), /init of n\.ode must be an array with 2 values/)
  assert.throws(() => n.ode(object, { tstop: 1, init: 3 }), /init of n\.ode must be an object/)
})

test("equations tell about themselves", () => {
  const e = n.equations("HR")
  assert.deepEqual(e.states, ["x", "y", "z"])
  assert.deepEqual(e.params, { e: 3, mu: 0.0021, S: 4, I: 0 })
  const s = e.slopes({ x: [0, 1], y: 2, z: 1 }, { params: { I: 1 } })
  assert.deepEqual([...s.x], [2 - 1 + 3 + 1, 2 + 3 - 1 - 1 + 3 + 1])
  assert.equal(n.equations((y, t, p) => -p.k * y, { init: 1, params: { k: 2 } }).slopes({ y: 3 }).y, -6)
  assert.equal(n.equations((y) => 2 * y, { init: 4 }).slopes().y, 8)
  const set = n.equations("PARAMETER { k = 1 } ASSIGNED { q } STATE { x } INITIAL { q = 2*k } DERIVATIVE d { x' = q }")
  assert.deepEqual([...set.slopes({}, { params: { k: [1, 3] } }).x], [2, 6])
  assert.equal(String(e), "Equations")
})

test("mistakes are explained", () => {
  const fails = (f, pattern) => assert.throws(f, pattern)
  fails(() => n.ode("HHH", { tstop: 1 }), /there is no point model "HHH"/)
  fails(() => n.ode(7, { tstop: 1 }), /n\.ode needs a function, a \.mod text or file, or the name of a point model, not 7/)
  fails(() => n.ode("HH", {}), /n\.ode needs tstop/)
  fails(() => n.ode("HH", { tstop: 1, metod: "rk4" }), /n\.ode has no option "metod"/)
  fails(() => n.ode("HH", { tstop: 1, method: "rk5", dt: 1 }), /n\.ode has no method 'rk5'/)
  fails(() => n.ode("HH", { tstop: 1, method: "rk4" }), /the method "rk4" needs dt/)
  fails(() => n.ode("HH", { tstop: 1, method: "dopri5", dt: 1 }), /the method "dopri5" chooses its steps itself/)
  fails(() => n.ode("HH", { tstop: 1, dt: 0.1, rtol: 1e-3 }), /rtol of n\.ode is for the method "dopri5"/)
  fails(() => n.ode("HH", { tstop: 1, dt: -1 }), /the step is -1; it must be finite and greater than 0/)
  fails(() => n.ode("HH", { tstop: 1, dt: 0.1, every: 0.25 }), /the time between samples, 0\.25 ms, is no multiple of the step, 0\.1 ms/)
  fails(() => n.ode("HH", { tstop: -1 }), /a run from 0 to -1 ms: its end must be after its start/)
  fails(() => n.ode("HH", { tstop: 1, params: { gnaa: 1 } }), /HH has no variable "gnaa"/)
  fails(() => n.ode("HH", { tstop: 1, params: { gna: "1" } }), /params of n\.ode: gna must be a number, or an array/)
  fails(() => n.ode("HH", { tstop: 1, params: { I: [1, 2], gna: [1, 2, 3] } }), /the array for gna has 3 values, that for I has 2/)
  fails(() => n.ode("HH", { tstop: 1, init: { v: NaN } }), /v of HH is NaN, which is no finite number/)
  fails(() => n.ode("HH", { tstop: 1, record: "vv" }), /HH has no variable "vv"/)
  fails(() => n.ode("HH", { tstop: 1 }).vv, /the result of n\.ode has no "vv"/)
  fails(() => n.ode("HH", { tstop: 1, events: { a: { state: "q" } } }), /HH has no state "q"/)
  fails(() => n.ode("HH", { tstop: 1, events: { a: { threshold: 0 } } }), /the event a of n\.ode needs a state/)
  fails(() => n.ode("HH", { tstop: 1, events: { a: { state: "v", direction: "left" } } }), /must be "up", "down" or "both"/)
  fails(() => n.ode((y) => -y, { tstop: 1 }), /n\.ode of a function needs init/)
  fails(() => n.ode(() => [1, 2], { init: [1], tstop: 1 }), /the function gives 2 slopes for 1 states/)
  fails(() => n.ode(() => ({ w: 1 }), { init: { v: 1 }, tstop: 1 }), /the function gives a slope of "w", which is no state/)
  fails(() => n.ode(() => ({}), { init: { v: 1 }, tstop: 1 }), /the function gives no slope of v/)
  fails(() => n.ode(() => NaN, { init: 1, tstop: 1 }), /the derivative of y is NaN at t = 0 ms/)
  fails(() => n.ode(() => 1, { init: { t: 1 }, tstop: 1 }), /a state of n\.ode cannot be called "t"/)
  fails(() => n.ode((y) => y * y, { init: 1, tstop: 2 }), /the step became too small at t = 1/)
  fails(() => n.ode((y) => y * y, { init: 1, tstop: 20, dt: 0.1 }), /y became Infinity by t = /)
  fails(() => n.ode(() => { throw new Error("mine") }, { init: 1, tstop: 1 }), /mine/)
  fails(() => n.ode("STATE { v } DERIVATIVE s { v' = -w }", { tstop: 1 }), /w is not defined/)
  fails(() => n.ode("STATE { v w } DERIVATIVE s { v' = -v }", { tstop: 1 }), /the STATE w has no equation/)
  fails(() => n.ode("ElectricalSynapse", { tstop: 1 }), /ElectricalSynapse has no differential equations to integrate/)
  fails(() => n.ode("STATE { v }", { tstop: 1 }), /there are no equations to integrate/)
})
