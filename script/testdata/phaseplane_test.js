// phasePlane of gneuron/analysis: what scripts get of a model of two variables.
const { test, assert } = require("gneuron/test")
const { phasePlane } = require("gneuron/analysis")

const fhn = (v, w, { a, b, tau }) => [v - v ** 3 / 3 - w, (v + a - b * w) / tau]
const window = { xlim: [-2.5, 2.5], ylim: [-1.4, 2.6], variables: ["v", "w"] }
const oscillatory = phasePlane(fhn, { ...window, params: { a: 0.5, b: 0.5, tau: 10 } })

test("data", () => {
  assert.deepEqual(Object.keys(oscillatory), ["variables", "xlim", "ylim", "nullclines", "fixedPoints", "field"])
  assert.deepEqual([oscillatory.variables, oscillatory.xlim, oscillatory.ylim], [["v", "w"], [-2.5, 2.5], [-1.4, 2.6]])
  const [point] = oscillatory.fixedPoints
  const v = Math.cbrt(-1.5 + Math.sqrt(3.25)) + Math.cbrt(-1.5 - Math.sqrt(3.25)) // v^3 + 3 v + 3 = 0
  assert.near([point.x, point.y], [v, 2 * v + 1], 1e-11)
  assert.deepEqual([oscillatory.fixedPoints.length, point.type, point.stable], [1, "unstable focus", false])
  const half = (1 - v ** 2 - 0.05) / 2
  assert.near(point.eigenvalues.map(({ re }) => re), [half, half], 1e-9)
  const { x: [cubic], y: [line] } = oscillatory.nullclines
  assert.near(cubic.y, cubic.x.map((v) => v - v ** 3 / 3), 1e-12)
  assert.near(line.y, line.x.map((v) => 2 * v + 1), 1e-12)
  assert.equal(oscillatory.field.dx.length, 400)
  assert.near(oscillatory.field.x.slice(0, 2), [-2.375, -2.125], 1e-15)
  const { x, y, dx, dy } = oscillatory.field
  assert.deepEqual([dx[37], dy[37]], fhn(x[37], y[37], { a: 0.5, b: 0.5, tau: 10 }))
  assert.deepEqual(phasePlane((x, y) => n.Vector([y, -x]), { xlim: [-1, 1], ylim: [-1, 1], cells: 10, arrows: 1 }).field, { x: [0], y: [0], dx: [0], dy: [-0] })
  assert.equal(JSON.parse(JSON.stringify(oscillatory)).fixedPoints[0].type, "unstable focus")
})

test("trajectories and limit cycles", () => {
  const cycle = oscillatory.limitCycle()
  assert.deepEqual(Object.keys(cycle), ["t", "x", "y", "period", "stable", "multiplier"])
  assert.near([cycle.period, Math.min(...cycle.x), Math.max(...cycle.x)], [33.89, -2.03, 1.82], 5e-3) // of rungeKutta with dt 0.1
  assert.ok(cycle.stable)
  const path = oscillatory.trajectory([cycle.x[0], cycle.y[0]], cycle.period)
  assert.equal(path.t.length, 1001)
  assert.near([path.x[1000], path.y[1000]], [path.x[0], path.y[0]], 1e-6)
  assert.equal(oscillatory.trajectory(n.Vector([1, 1]), -1, { dt: 0.25 }).t.at(-1), -1)
  const excitable = phasePlane(fhn, { ...window, params: { a: 0.66, b: 0.5, tau: 10 } })
  assert.equal(excitable.fixedPoints[0].type, "stable focus")
  assert.equal(excitable.limitCycle(), null)
  // r' = -r (1 - r^2): an unstable cycle around a stable focus
  const inner = phasePlane((x, y) => [-(1 - x * x - y * y) * x - y, -(1 - x * x - y * y) * y + x], { xlim: [-2, 2], ylim: [-2, 2] })
  const unstable = inner.limitCycle({ backward: true })
  assert.near([unstable.period, Math.log(unstable.multiplier)], [2 * Math.PI, 4 * Math.PI], 1e-2)
  assert.equal(unstable.stable, false)
})

test("equations", () => {
  const params = { a: 0.5, b: 0.5, tau: 10 }
  const named = phasePlane("FitzHughNagumo", { xlim: [-2.5, 2.5], ylim: [-1.4, 2.6], params })
  assert.deepEqual(named.variables, ["v", "w"])
  const text = phasePlane(n.equations(`PARAMETER { a = 0.5  b = 0.5  tau = 1 }
    STATE { v w z }
    DERIVATIVE plane { v' = v - v^3/3 - w + z   w' = (v + a - b*w)/tau   z' = 1 }`), { ...window, params: { tau: 10 } })
  for (const plane of [named, text]) {
    assert.near([plane.fixedPoints[0].x, plane.fixedPoints[0].y], [oscillatory.fixedPoints[0].x, oscillatory.fixedPoints[0].y], 1e-11)
    assert.near(plane.limitCycle().period, oscillatory.limitCycle().period, 1e-6)
  }
  const pushed = phasePlane("STATE { v w z } DERIVATIVE plane { v' = z - v   w' = 2 - w   z' = 0 }", { ...window, init: { z: 1.5 } })
  assert.near([pushed.fixedPoints[0].x, pushed.fixedPoints[0].y], [1.5, 2], 1e-11)
  const f = n.equations(({ v, w, z }) => ({ v: z - v, w: 2 - w, z: 0 }), { init: { v: 0, w: 0, z: 0.5 } })
  assert.near(phasePlane(f, window).fixedPoints[0].x, 0.5, 1e-11)
})

test("separatrices", () => {
  const well = phasePlane((x, y) => [x - x ** 3, -y], { xlim: [-2, 2], ylim: [-1, 1] })
  assert.deepEqual(well.fixedPoints.map(({ type }) => type), ["stable node", "saddle", "stable node"])
  const ways = well.separatrices()
  assert.deepEqual(ways.map(({ stable }) => stable), [false, false, true, true])
  assert.near(ways.slice(0, 2).map(({ x }) => Math.abs(x.at(-1))), [1, 1], 1e-6)
})

test("the picture", () => {
  const [figure, [left]] = plt.subplots(1, 2)
  assert.equal(oscillatory.plot(left), left)
  plt.close(figure)
  plt.figure()
  oscillatory.plot()
  plt.close()
})

test("what cannot be a phase plane", () => {
  const is = (f, pattern) => assert.throws(f, pattern)
  const f = (x, y) => [y, -x]
  const good = { xlim: [-1, 1], ylim: [-1, 1] }
  is(() => phasePlane({}, good), /^TypeError: phasePlane: the model must be a function \(x, y, params\) that gives \[dx\/dt, dy\/dt\], or what n.equations takes, not {}$/)
  is(() => phasePlane("HH", good), /phasePlane: HH has 4 states: name two of them/)
  is(() => phasePlane("HH", { ...good, variables: ["v", "k"] }), /^ReferenceError: phasePlane: HH has no state "k"$/)
  is(() => phasePlane("HR", { ...good, variables: ["x", "y"], params: { e: [1, 2] } }), /phasePlane looks at one model: params and init must be numbers/)
  is(() => phasePlane(f, { ...good, init: { x: 1 } }), /a function has none/)
  is(() => phasePlane(f), /^TypeError: phasePlane needs the ends of the window along x, as in {xlim: \[-2, 2\]}$/)
  is(() => phasePlane(f, { xlim: [0, 1], variables: ["v", "w"] }), /along w, as in {ylim/)
  is(() => phasePlane(f, { ...good, xlim: [1, -1] }), /^RangeError: phasePlane: the window along x goes from 1 to -1/)
  is(() => phasePlane(f, { ...good, xlim: 3 }), /phasePlane: xlim must be \[low, high\], not 3/)
  is(() => phasePlane(f, { ...good, cells: 2.5 }), /cells must be whole, not 2.5/)
  is(() => phasePlane(f, { ...good, cells: 1 }), /cells = 1 is outside 2 to 2000/)
  is(() => phasePlane(f, { ...good, variables: ["v"] }), /variables must be two names, as in \["v", "w"\]/)
  is(() => phasePlane(f, { ...good, param: {} }), /^TypeError: phasePlane has no option "param"$/)
  for (const wrong of [() => 1, () => [1], () => [1, 2, 3], () => undefined])
    is(() => phasePlane(wrong, { ...good, variables: ["v", "w"] }), /^TypeError: phasePlane: the model must give \[dv\/dt, dw\/dt\], not /)
  is(() => phasePlane(() => [1, "2"], good), /^TypeError: what the model gives: element 1 is '2', not a number$/)
  is(() => phasePlane(() => { throw new Error("mine") }, good), /^Error: mine$/)
  const plane = phasePlane(f, good)
  is(() => plane.nullcline, /^ReferenceError: a phase plane has no "nullcline"$/)
  is(() => plane.trajectory([1], 3), /trajectory starts at \[x, y\], not \[ 1 \]/)
  is(() => plane.trajectory([1, 0]), /trajectory: the duration must be a number, not undefined/)
  is(() => plane.trajectory([1, 0], 1, { dt: 0 }), /trajectory: dt must be greater than 0, not 0/)
  is(() => plane.limitCycle({ from: 1 }), /limitCycle has no option "from"/)
  is(() => plane.plot(3), /^TypeError: plot draws on axes, as those of plt.subplots, not on 3$/)
})
