// Steps of dy/dt = f(y) with gneuron/integrators, and the eigenvalues of a matrix.
const { test, assert } = require("gneuron/test")
const { eulerStep, rungeKutta } = require("gneuron/integrators")

const membrane = (v) => (-65 - v + 10 * 1.7) / 10

// The numbers of the lecture's two functions in Python, to the last bit.
test("scalars", () => {
  assert.equal(eulerStep(-60, membrane, 0.1), -59.88)
  assert.equal(rungeKutta(-60, membrane, 0.1), -59.880598005)
  let v = -60
  for (let i = 0; i < 100; i++) v = rungeKutta(v, membrane, 0.3)
  assert.equal(v, -48.597444832819015)
})

test("arrays, Vectors and typed arrays, which stay as they are", () => {
  const f = ([v, w]) => [v - v ** 3 / 3 - w + 0.3, (v + 0.5 - 0.5 * w) / 10]
  for (const [step, want] of [[eulerStep, [-1.0566666666666666, 0.194]], [rungeKutta, [-1.0562503368255445, 0.19373340240457185]]]) {
    for (const y of [[-1, 0.2], n.Vector([-1, 0.2]), new Float64Array([-1, 0.2])]) {
      const next = step(y, f, 0.1)
      assert.ok(Array.isArray(next))
      assert.deepEqual(next, want)
      assert.deepEqual([...y], [-1, 0.2])
    }
  }
  assert.deepEqual(rungeKutta([1], (y) => n.Vector([-y[0]]), 0.1), [rungeKutta(1, (y) => -y, 0.1)])
})

test("what cannot be a step", () => {
  const f = (y) => y
  for (const step of [eulerStep, rungeKutta]) {
    for (const dt of [0, -0.1, NaN, Infinity]) assert.throws(() => step(1, f, dt), new RegExp(`^RangeError: ${step.name}: dt must be greater than 0, not ${dt}$`))
    assert.throws(() => step(1, f), /dt must be a number, not undefined/)
    assert.throws(() => step(1, 2, 0.1), /f must be a function that gives dy\/dt, not 2/)
    assert.throws(() => step(NaN, f, 0.1), /: y is NaN/)
    assert.throws(() => step("1", f, 0.1), /y must be a number or an array of numbers, not "1"/)
    assert.throws(() => step(undefined, f, 0.1), /y must be a number or an array of numbers, not undefined/)
    assert.throws(() => step([1, NaN], f, 0.1), /: y\[1\] is NaN/)
    assert.throws(() => step(0, (y) => 1 / y, 0.1), /: f\(0\) is Infinity/)
    assert.throws(() => step(3, () => {}, 0.1), /: f\(3\) must be a number, not undefined/)
    assert.throws(() => step([1, 2], () => [1, 2, 3], 0.1), /: f\(y\) has length 3, y has length 2/)
    assert.throws(() => step([1, 2], () => 1, 0.1), /: f\(y\) must be an array of numbers, not 1/)
    assert.throws(() => step([1, 2], () => [1, "2"], 0.1), /: f\(y\)\[1\] must be a number, not "2"/)
  }
})

const square = (...rows) => rows.reduce((m, row, i) => m.setrow(i, row), n.Matrix(rows.length, rows.length))

test("eigenvalues of any square matrix", () => {
  assert.deepEqual(square([2, 0], [0, 3]).eigenvalues(), [{ re: 3, im: 0 }, { re: 2, im: 0 }])
  const turning = square([0, -2], [2, 0]).eigenvalues() // 2i and -2i, to rounding
  assert.near(turning.flatMap(({ re, im }) => [re, im]), [0, 2, 0, -2], 1e-15)
  // Of the companion matrix of x^3 - 6 x^2 + 11 x - 6 = (x - 1) (x - 2) (x - 3), to rounding.
  const roots = square([0, 0, 6], [1, 0, -11], [0, 1, 6]).eigenvalues()
  assert.near(roots.map(({ re }) => re), [3, 2, 1], 1e-13)
  assert.deepEqual(roots.map(({ im }) => im), [0, 0, 0])
  const m = square([4, 1, 0], [1, 3, 1], [0, 1, 2])
  assert.near(m.eigenvalues().map(({ re }) => re), [...m.symmeig()].sort((a, b) => b - a), 1e-14)
  assert.deepEqual(m.toJSON(), [[4, 1, 0], [1, 3, 1], [0, 1, 2]])
  assert.throws(() => n.Matrix(2, 3).eigenvalues(), /Matrix.eigenvalues needs a square matrix, not 2 x 3/)
  assert.throws(() => n.Matrix().eigenvalues(), /needs a square matrix/)
  assert.throws(() => square([1, 2], [NaN, 1]).eigenvalues(), /the element in row 1, column 0 is NaN/)
})
