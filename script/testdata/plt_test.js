// plt in the manner of pyplot and of Bokeh.
const { test, assert } = require("gneuron/test")
const dir = process.env.GNEURON_TEST_DIR

test("plt is a module, too", () => assert.equal(require("plt"), plt))

test("pyplot", () => {
  const t = n.Vector().indgen(0, 10, 0.1)
  const v = n.Vector(t.length).sin(100, 0, 1)
  plt.plot(t, v, "k--", { label: "v" })
  plt.plot(t.toArray(), v.as_numpy(), { color: "tab:orange", linewidth: 2 })
  plt.title("A title")
  plt.xlabel("t (ms)")
  plt.ylabel("v (mV)")
  plt.xlim(0, 5)
  plt.ylim([-1, 1])
  plt.grid(true)
  plt.legend({ loc: "upper left" })
  for (const ending of ["png", "svg", "pdf"]) {
    plt.savefig(`${dir}/a.${ending}`)
    assert.ok(fs.exists(`${dir}/a.${ending}`))
  }
  const svg = fs.readText(`${dir}/a.svg`)
  for (const text of ["A title", "t (ms)", "v (mV)", ">v<"]) assert.ok(svg.includes(text), text)
  plt.close()
})

test("Bokeh", () => {
  const f = plt.figure({ title: "B", x_axis_label: "t (ms)", y_axis_label: "i (nA)", width: 300, height: 200 })
  assert.equal(f.line([0, 1, 2], [1, 4, 9], { line_width: 2, color: "black", legend_label: "i" }), f)
  f.scatter([1], [4], { size: 8, color: "red" })
  f.savefig(`${dir}/b.svg`)
  assert.ok(fs.readText(`${dir}/b.svg`).includes("i (nA)"))
  assert.deepEqual([f.width, f.height, f.axes.length], [300, 200, 1])
  plt.close(f)
})

test("subplots have the shape of their grid", () => {
  assert.ok("plot" in plt.subplots()[1])
  assert.equal(plt.subplots(1, 3)[1].length, 3)
  assert.equal(plt.subplots(3, 1)[1].length, 3)
  const [fig, axs] = plt.subplots(2, 3)
  assert.deepEqual([axs.length, axs[1].length, fig.axes.length], [2, 3, 6])
  assert.equal(fig.axes[5], axs[1][2])
  assert.equal(plt.gcf(), fig)
  plt.close("all")
})

test("an unknown option, also of a figure", () => {
  const e = assert.throws(() => plt.figure({ x_axis_lable: "t" }), TypeError)
  assert.equal(e.hint, 'did you mean "x_axis_label"?')
  assert.equal("xaxis" in plt, false)
})

test("close() closes the current figure, and the one before is current again", () => {
  plt.close("all")
  const a = plt.figure(), b = plt.figure()
  assert.equal(plt.gcf(), b)
  plt.close()
  assert.equal(plt.gcf(), a)
  plt.close()
  assert.ok(plt.gcf() !== a)
  plt.close("all")
})
