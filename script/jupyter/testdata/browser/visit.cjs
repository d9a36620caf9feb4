"use strict"
// node visit.cjs URL CHROMIUM FOLDER: visits Jupyter at URL; see run.

const assert = require("node:assert/strict")
const { chromium } = require("playwright-core")
const [url, executablePath, folder] = process.argv.slice(2)

// The outputs of all cells of the open notebook, as {cell, type, text}.
const outputs = (page) => page.evaluate(() => Jupyter.notebook.get_cells().flatMap((cell, k) =>
  (cell.output_area?.outputs ?? []).map((o) => ({ cell: k, type: o.output_type, text: o.evalue ?? "" }))))

const idle = (page) => page.waitForFunction(() => {
  const cells = Jupyter.notebook.get_cells().filter((c) => c.cell_type === "code")
  return !Jupyter.notebook.kernel_busy && cells.every((c) => c.input_prompt_number !== "*")
}, null, { timeout: 120_000 })

async function open(context, path) {
  const page = await context.newPage()
  page.problems = []
  page.on("pageerror", (e) => page.problems.push(e.message))
  await page.goto(`${url}/notebooks/${path}`)
  await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.is_connected?.(), null, { timeout: 60_000 })
  return page
}

// settled waits until each figure is one that zooms, and none is a picture.
const settled = (page) => page.waitForFunction(() => {
  const figures = [...document.querySelectorAll("[data-taken]")]
  return figures.every((f) => f.firstElementChild?.shadowRoot?.querySelector("canvas"))
}, null, { timeout: 20_000 })

async function whole(page, name) { // the notebook scrolls in a part of its page
  const height = await page.evaluate(() => document.querySelector("#notebook-container").scrollHeight + 200)
  await page.setViewportSize({ width: 1100, height: Math.min(height, 12_000) })
  await page.waitForTimeout(500)
  await page.screenshot({ path: `${folder}/${name}.png` })
  await page.setViewportSize({ width: 1100, height: 900 })
}

async function lesson(context, name) {
  const page = await open(context, name + ".ipynb")
  await page.evaluate(() => { Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells() })
  await page.waitForTimeout(500)
  await idle(page)
  const all = await outputs(page)
  assert.deepEqual(all.filter((o) => o.type === "error"), [], name)
  const figures = await page.locator("[data-taken]").count()
  assert.ok(figures >= 2, `${name} has ${figures} figures`)
  await settled(page)
  await whole(page, name)
  assert.deepEqual(page.problems, [], name)
  console.log(`${name}: ${all.length} outputs, ${figures} figures`)
  return page
}

// figure reads a number of the first panel of the first figure.
const figure = (page, f, at = 0) => page.evaluate(([f, at]) => {
  const root = document.querySelectorAll("[data-taken]")[at].firstElementChild.shadowRoot.lastElementChild
  return new Function("panels", "root", "return " + f)(root.panels, root)
}, [f, at])

async function interactive(page) {
  const over = page.locator("[data-taken] .u-over").first()
  await over.scrollIntoViewIfNeeded()
  const box = await over.boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  assert.ok(await figure(page, "!panels[0].read.hidden && panels[0].read.innerText.length > 3"), "the cursor reads nothing")
  const range = () => figure(page, "[panels[0].plot.scales.x.min, panels[0].plot.scales.x.max]")
  const before = await range()
  await page.mouse.wheel(0, 30)
  await page.waitForTimeout(100)
  assert.deepEqual(await range(), before, "the wheel zooms a figure that was not clicked on")
  await over.scrollIntoViewIfNeeded()
  const { x, y, width, height } = await over.boundingBox()
  await page.mouse.move(x + width * 0.25, y + height * 0.5)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.75, y + height * 0.52, { steps: 5 })
  await page.mouse.up()
  await page.waitForTimeout(100)
  const zoomed = await range()
  assert.ok(zoomed[0] > before[0] && zoomed[1] < before[1], `a drag from ${before} led to ${zoomed}`)
  await page.mouse.wheel(0, -200)
  await page.waitForTimeout(100)
  const closer = await range()
  assert.ok(closer[1] - closer[0] < zoomed[1] - zoomed[0], "the wheel does not zoom")
  await page.screenshot({ path: `${folder}/zoomed.png` })
  await page.mouse.dblclick(x + width * 0.5, y + height * 0.5)
  await page.waitForTimeout(100)
  assert.deepEqual(await range(), before, "a double click does not show all")
  const name = page.locator("[data-taken] .u-legend .named").first()
  if (await name.count()) {
    await name.click()
    assert.ok(await figure(page, "panels.some((p) => p.plot.series.some((s) => !s.show))"), "a click on a name hides nothing")
    await name.click()
  }
}

// run puts code into the last cell and runs it, not waiting for its end.
async function run(page, code) {
  await page.evaluate((code) => {
    const nb = Jupyter.notebook
    const cell = nb.insert_cell_at_bottom("code")
    cell.set_text(code)
    nb.select(nb.ncells() - 1)
    nb.scroll_to_cell?.(nb.ncells() - 1)
    cell.execute()
  }, code)
  await page.waitForTimeout(100)
}

const lastText = (page) => page.evaluate(() => Jupyter.notebook.get_cell(-1).element.find(".output").text())

async function handling(context) {
  const page = await open(context, "ball_and_stick.ipynb")
  await run(page, "const cable = n.Section('cable', {L: 1000, nseg: 51}); cable.insert('hh'); n.finitialize(-65)")
  await idle(page)

  // completion, and help by shift-tab
  await page.evaluate(() => {
    const nb = Jupyter.notebook, cell = nb.insert_cell_at_bottom("code")
    nb.select(nb.ncells() - 1)
    nb.edit_mode()
    cell.code_mirror.setValue("n.ICl")
    cell.code_mirror.setCursor(0, 5)
    cell.code_mirror.focus()
  })
  await page.keyboard.press("Tab")
  await page.waitForFunction(() => Jupyter.notebook.get_selected_cell().get_text() === "n.IClamp", null, { timeout: 5_000 })
  await page.keyboard.press("Shift+Tab")
  await page.waitForFunction(() => /nA/.test(document.querySelector("#tooltip")?.innerText ?? ""), null, { timeout: 5_000 })
  await page.locator("#tooltip").scrollIntoViewIfNeeded()
  await page.waitForTimeout(600) // it fades in
  await page.screenshot({ path: `${folder}/help.png` })
  await page.keyboard.press("Escape")
  await page.keyboard.press("Escape")

  // a long run shows how far it is, stops, and goes on
  await run(page, "n.continuerun(1e6)")
  await page.waitForFunction(() => /ms/.test(Jupyter.notebook.get_cell(-1).element.find(".output").text()), null, { timeout: 10_000 })
  await page.waitForTimeout(1000)
  await page.screenshot({ path: `${folder}/progress.png` })
  console.log("progress: " + (await lastText(page)).trim())
  await page.evaluate(() => Jupyter.notebook.kernel.interrupt())
  await idle(page)
  assert.match(await lastText(page), /[Ii]nterrupt|stopp/)
  await page.screenshot({ path: `${folder}/interrupted.png` })
  await run(page, "const before = n.t; n.continuerun(before + 1); n.t - before")
  await idle(page)
  assert.match(await lastText(page), /1/)
  await run(page, "for (;;) {}")
  await page.waitForTimeout(500)
  await page.evaluate(() => Jupyter.notebook.kernel.interrupt())
  await idle(page)
  assert.match(await lastText(page), /[Ii]nterrupt|stopp/)

  // a restart forgets
  await page.evaluate(() => new Promise((done) => Jupyter.notebook.kernel.restart(done)))
  await page.waitForFunction(() => Jupyter.notebook.kernel.is_connected())
  await run(page, "typeof cable")
  await idle(page)
  assert.match(await lastText(page), /undefined/)

  // a shape turns and plays
  await run(page, `const soma = n.Section("soma", {L: 20, diam: 20}), dend = n.Section("dend", {L: 200, diam: 2, nseg: 11})
dend.connect(soma(1)); soma.insert("hh"); dend.insert("pas"); n.IClamp(soma(0.5), {delay: 1, dur: 1, amp: 2})
const movie = plt.record("v"); n.finitialize(-65); n.continuerun(5)
plt.shape([soma, dend], {color: "v", movie}); plt.show()`)
  await idle(page)
  await settled(page)
  const last = (await page.locator("[data-taken]").count()) - 1
  const canvas = page.locator("[data-taken]").nth(last).locator("canvas").first()
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  const rows = () => figure(page, "JSON.stringify(panels[0].rows)", last)
  const flat = await rows()
  await page.mouse.move(box.x + 300, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + 380, box.y + 140, { steps: 4 })
  await page.mouse.up()
  assert.notEqual(await rows(), flat, "the shape does not turn")
  await page.locator("[data-taken]").nth(last).locator(".player button").click()
  await page.waitForTimeout(800)
  assert.ok(await figure(page, "panels[0].frame > 0", last), "the shape does not play")
  await page.screenshot({ path: `${folder}/shape.png` })
  assert.deepEqual(page.problems, [])
  await page.close()
}

// reopened saves a notebook and opens it anew: its figures still zoom, without a run.
async function reopened(context, page, name) {
  await page.evaluate(() => Jupyter.notebook.save_notebook())
  await page.close()
  const again = await open(context, name + ".ipynb")
  await settled(again)
  assert.ok(await again.locator("[data-taken] .u-over").count() > 0)
  await interactive(again)
  await again.close()
}

async function main() {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 } })
    for (const name of ["biophysics", "ball_and_stick", "fitzhugh_nagumo", "integrate_and_fire"]) {
      const page = await lesson(context, name)
      if (name === "ball_and_stick") {
        await interactive(page)
        await reopened(context, page, name)
      } else {
        await page.close()
      }
    }
    await handling(context)
  } finally {
    await browser.close()
  }
  console.log("all as it should be")
}

main().catch((e) => {
  console.error(e)
  process.exit(1)
})
