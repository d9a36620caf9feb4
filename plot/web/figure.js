"use strict"
// Shows a figure of gneuron in a page. uPlot has the axes, the zoom and the cursor;
// what stands over the axes is drawn here, of lines with many points only as much as
// can be seen.

const gneuron = { count: 0 }

// numbers makes an array of what the page has: a list (null is NaN), an even row, or
// bytes of numbers from a base.
gneuron.numbers = function (d) {
  if (Array.isArray(d)) return Float64Array.from(d, (v) => (v === null ? NaN : v))
  if (d.step !== undefined) return Float64Array.from({ length: d.n }, (_, i) => d.from + i * d.step)
  const bytes = gneuron.bytes(d.bytes)
  const raw = d.wide ? new Float64Array(bytes.buffer) : new Float32Array(bytes.buffer)
  return Float64Array.from(raw, (v) => v + d.from)
}

gneuron.bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

// below is the number of elements of an ascending array that are below v.
gneuron.below = function (list, v) {
  let lo = 0, hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (list[mid] < v) lo = mid + 1
    else hi = mid
  }
  return lo
}

gneuron.text = function (v) {
  if (!Number.isFinite(v)) return "–"
  const s = Math.abs(v) >= 1e6 || (v !== 0 && Math.abs(v) < 1e-4) ? v.toExponential(4) : String(+v.toPrecision(6))
  return s.replace(/-/g, "−")
}

// page fills an element of a page that has nothing else with a figure, as large as
// the window allows.
gneuron.page = function (root, fig) {
  const place = gneuron.figure(root, fig, () => Math.min((innerWidth - 24) / fig.width, (innerHeight - 40) / fig.height, 2))
  root.classList.add("awake")
  addEventListener("resize", place)
}

// embed fills an element of a notebook with a figure, as large as it was made, or as
// wide as there is room. The wheel moves the notebook until the figure is clicked on.
gneuron.embed = function (root, fig) {
  fig.hint = fig.hint.replace("wheel:", "click, then wheel:")
  const place = gneuron.figure(root, fig, () => Math.min((root.parentNode.host.clientWidth || fig.width) / fig.width, 1))
  root.addEventListener("pointerdown", () => root.classList.add("awake"))
  root.addEventListener("pointerleave", () => root.classList.remove("awake"))
  root.style.marginLeft = 0
  root.style.marginBottom = "22px"
  new ResizeObserver(place).observe(root.parentNode.host)
}

// figure fills an element with the panels of a figure, and gives a function that
// fits it to the room there is, of which scale tells the size in figures.
gneuron.figure = function (root, fig, scale) {
  root.className = "gneuron"
  root.style.background = fig.background
  const panels = []
  panels.root = root
  if (fig.title) {
    const t = root.appendChild(document.createElement("div"))
    t.className = "whole"
    t.textContent = fig.title
  }
  for (const axes of fig.axes) {
    const box = root.appendChild(document.createElement("div"))
    box.className = "panel"
    panels.push(axes.shapes ? new gneuron.Shape(box, axes, root) : new gneuron.Panel(box, axes, panels))
  }
  const hint = root.appendChild(document.createElement("div"))
  hint.className = "hint"
  hint.textContent = fig.hint
  const top = fig.title ? 26 : 0
  const place = () => {
    const s = Math.max(0.4, scale())
    const w = fig.width * s, h = fig.height * (s < 1 ? (1 + s) / 2 : s) - top // the writing does not shrink
    root.style.width = w + "px"
    root.style.height = h + top + "px"
    for (const p of panels) {
      const [left, up, width, height] = p.axes.cell
      Object.assign(p.box.style, { left: left * w + "px", top: top + up * h + "px", width: width * w + "px", height: height * h + "px" })
    }
    for (let round = 0; round < 3; round++) { // until all know what the others want
      for (const p of panels) p.resize(p.axes.cell[2] * w, p.axes.cell[3] * h)
    }
  }
  root.panels = panels
  place()
  return place
}

// Panel is a pair of axes.
gneuron.Panel = class {
  constructor(box, axes, all) {
    Object.assign(this, { box, axes, all, items: axes.items })
    if (this.items.length === 0) this.items.push({ kind: "nothing", color: "#fff" }) // uPlot wants something
    for (const i of this.items) gneuron.unpack(i)
    if (axes.title) {
      const t = box.appendChild(document.createElement("div"))
      t.className = "title"
      t.textContent = axes.title
    }
    this.plot = new uPlot(this.options(), [null, ...this.items.map(() => [[0], [0]])], box)
    this.dots = []
    this.read = this.plot.over.appendChild(document.createElement("div"))
    this.read.className = "read"
    this.read.hidden = true
    this.plot.over.addEventListener("wheel", (e) => this.wheel(e), { passive: false })
  }

  options() {
    const a = this.axes, ink = "#444"
    const scales = {}, list = []
    const add = (key, own, side) => {
      scales[key] = {
        time: false, auto: false, distr: own.log ? 3 : 1, dir: own.inverted ? -1 : 1, min: own.min, max: own.max,
        range: (u, min, max) => (min === max || min == null ? [own.min, own.max] : [min, max]),
      }
      const axis = {
        scale: key, side, label: own.label, labelSize: own.label ? 20 : 0, stroke: ink, font: "12px Arial, sans-serif", labelFont: "14px Arial, sans-serif",
        show: !a.bare, ticks: { stroke: ink, width: 1, size: 5 }, border: { show: true, stroke: ink, width: 1 }, gap: 4,
        grid: { show: a.grid && side !== 1, stroke: "#e4e4e4", width: 1 },
        space: key === "x" ? 60 : 30,
        values: (u, at) => at.map((v) => (v == null ? "" : gneuron.text(v))),
        size: (u, values) => {
          if (key === "x") {
            const longest = Math.max(1, ...(values ?? []).map((v) => v.length)), angle = (Math.abs(own.turned ?? 0) * Math.PI) / 180
            return 26 + Math.max(0, 7 * longest * Math.sin(angle) - 6 * (1 - Math.cos(angle)))
          }
          const size = 14 + 7 * Math.max(1, ...(values ?? []).map((v) => v.length)) + (key === "c" ? 26 : 0)
          return key === "y" ? this.shared("left", size + axis.labelSize) - axis.labelSize : size
        },
      }
      if (own.log) {
        axis.values = (u, at) => at.map((v) => (v == null ? "" : gneuron.power(v)))
        axis.grid.filter = (u, at) => at.map((v) => (Math.abs(Math.log10(v) - Math.round(Math.log10(v))) < 1e-9 ? v : null))
      }
      if (own.ticks) {
        axis.splits = () => own.ticks.map((t) => t[0])
        axis.values = () => own.ticks.map((t) => t[1])
        axis.filter = (u, at) => at
      }
      if (own.turned) axis.rotate = own.turned
      if (own.hidden) axis.values = (u, at) => at.map(() => "")
      if (key === "c") axis.gap = 30
      list.push(axis)
    }
    add("x", a.x, 2)
    add("y", a.y, 3)
    if (a.y2) add("y2", a.y2, 1)
    if (a.bar) add("c", a.bar, 1)
    return {
      mode: 2, width: 300, height: 200, scales, axes: list, padding: [8, (u) => this.right(u), 0, 0],
      legend: { show: this.items.some((i) => i.label), live: false, markers: { fill: (u, i) => this.items[i - 1].color } },
      series: [
        {},
        ...this.items.map((i) => ({
          label: i.label || " ", class: i.label ? "named" : "unnamed", stroke: i.color, width: 2,
          facets: [{ scale: "x", auto: false }, { scale: i.right ? "y2" : "y", auto: false }],
          paths: () => null, points: { show: false },
        })),
      ],
      cursor: {
        drag: { x: true, y: true, uni: 30 }, points: { show: false }, focus: { prox: -1 },
        sync: { key: this.all.key ??= `gneuron ${gneuron.count++}`, scales: ["x", null], setSeries: false, filters: { pub: (type) => type === "mousemove" || type === "mouseleave" } },
        bind: { mousedown: (u, target, handle) => (e) => (e.shiftKey || e.button === 1 ? this.pan(e) : handle(e)) },
      },
      hooks: {
        draw: [(u) => this.draw(u)],
        setScale: [(u, key) => key === "x" && this.link(u)],
        setCursor: [(u) => this.hover(u)],
      },
    }
  }

  // shared is the largest of the sizes that panels with the same left or right end
  // want for what is beside the axes, so that their axes begin and end together.
  shared(side, size) {
    const end = (p) => (side === "left" ? p.axes.cell[0] : p.axes.cell[0] + p.axes.cell[2])
    this[side + "Size"] = size
    return Math.max(...this.all.filter((p) => Math.abs(end(p) - end(this)) < 1e-9).map((p) => p[side + "Size"] ?? 0), size)
  }

  // right is the free room at the right.
  right(u) {
    let own = 0
    for (const axis of u.axes ?? []) if (axis.side === 1) own += (axis._size ?? 0) + axis.labelSize
    const free = own ? 0 : 20
    return this.shared("right", own + free) - own
  }

  resize(width, height) {
    const title = this.box.querySelector(".title")?.offsetHeight ?? 0
    const legend = this.box.querySelector(".u-legend")?.offsetHeight ?? 0
    this.plot.setSize({ width: Math.floor(width), height: Math.max(60, Math.floor(height - title - legend)) })
    if (this.axes.equal) this.equalize()
    this.hover(this.plot)
  }

  // equalize makes a unit of x as long as one of y, by a wider range of one.
  equalize() {
    const { x, y } = this.axes, { width, height } = this.plot.bbox
    const perX = width / (x.max - x.min), perY = height / (y.max - y.min)
    const wider = (key, own, factor) => {
      const mid = (own.min + own.max) / 2, half = ((own.max - own.min) / 2) * factor
      this.plot.setScale(key, { min: mid - half, max: mid + half })
    }
    if (perX > perY) wider("x", x, perX / perY)
    else wider("y", y, perY / perX)
  }

  // link hands the range of x on to the panels that share it.
  link(u) {
    const { min, max } = u.scales.x
    for (const p of this.all) {
      const sx = p.plot?.scales.x
      if (p !== this && sx && p.axes.link === this.axes.link && this.axes.link && (sx.min !== min || sx.max !== max)) p.plot.setScale("x", { min, max })
    }
  }

  // move takes what is between two pixels along an axis as its new range.
  move(key, from, to) {
    const u = this.plot, a = u.posToVal(from, key), b = u.posToVal(to, key)
    if (Number.isFinite(a) && Number.isFinite(b) && a !== b) u.setScale(key, { min: Math.min(a, b), max: Math.max(a, b) })
  }

  wheel(e) {
    if (!this.all.root.classList.contains("awake")) return
    e.preventDefault()
    const u = this.plot, r = u.over.getBoundingClientRect()
    const f = Math.pow(1.0015, e.shiftKey ? e.deltaX || e.deltaY : e.deltaY)
    const zoom = (key, at, size) => this.move(key, at - at * f, at + (size - at) * f)
    if (e.shiftKey) for (const key of ["y", "y2"]) u.scales[key] && zoom(key, e.clientY - r.top, r.height)
    else zoom("x", e.clientX - r.left, r.width)
  }

  pan(e) {
    e.preventDefault()
    const u = this.plot
    const drag = (m) => {
      const { width, height } = u.over.getBoundingClientRect()
      u.batch(() => {
        this.move("x", -m.movementX, width - m.movementX)
        for (const key of ["y", "y2"]) u.scales[key] && this.move(key, -m.movementY, height - m.movementY)
      })
    }
    const end = () => {
      removeEventListener("mousemove", drag)
      removeEventListener("mouseup", end)
    }
    addEventListener("mousemove", drag)
    addEventListener("mouseup", end)
  }

  // hover tells the numbers at the cursor, of the line that is nearest if there are
  // many.
  hover(u) {
    for (const d of this.dots) d.remove()
    this.dots = []
    const { left, top } = u.cursor
    if (!(left >= 0)) {
      this.read.hidden = true
      return
    }
    const at = u.posToVal(left, "x")
    let found = []
    this.items.forEach((i, k) => {
      if (!u.series[k + 1].show || !i.nearest) return
      const hit = i.nearest(u, at, left, top)
      if (hit) found.push({ item: i, ...hit })
    })
    if (found.length > 12) found = [found.reduce((a, b) => (Math.abs(b.py - top) < Math.abs(a.py - top) ? b : a))]
    for (const f of found) {
      if (!(f.px >= 0 && f.py >= 0 && f.px <= u.over.clientWidth && f.py <= u.over.clientHeight) || f.plain) continue
      const d = u.over.appendChild(document.createElement("div"))
      d.className = "dot"
      Object.assign(d.style, { left: f.px + "px", top: f.py + "px", background: f.item.color })
      this.dots.push(d)
    }
    const rows = found.map((f) => `<i style="background:${f.item.color ?? "none"}"></i>` + gneuron.escape(f.item.label ? f.item.label + ": " : "") + gneuron.escape(f.text))
    const name = gneuron.escape((this.axes.x.label || "x") + ": " + gneuron.text(found.length ? found[0].x : at))
    this.read.innerHTML = [name, ...rows].join("<br>")
    this.read.hidden = found.length === 0
    const w = this.read.offsetWidth, h = this.read.offsetHeight
    this.read.style.left = (left + 14 + w < u.over.clientWidth ? left + 14 : Math.max(0, left - 14 - w)) + "px"
    this.read.style.top = Math.max(0, Math.min((top >= 0 ? top : 0) + 10, u.over.clientHeight - h)) + "px"
  }

  draw(u) {
    const ctx = u.ctx, { left, top, width, height } = u.bbox
    ctx.save()
    ctx.beginPath()
    ctx.rect(left, top, width, height)
    ctx.clip()
    this.items.forEach((item, k) => {
      if (u.series[k + 1].show) gneuron.kinds[item.kind](u, item, gneuron.mapping(u, item))
    })
    ctx.restore()
    if (this.axes.bar) {
      const m = this.axes.bar.colors, x = left + width + 8 * devicePixelRatio
      m.forEach((c, k) => {
        ctx.fillStyle = c
        ctx.fillRect(x, top + (height * (m.length - 1 - k)) / m.length, 14 * devicePixelRatio, height / m.length + 1)
      })
    }
  }
}

gneuron.escape = (s) => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

gneuron.power = function (v) {
  const e = Math.round(Math.log10(v))
  if (e >= -3 && e <= 4) return gneuron.text(v)
  const up = String(e).replace(/./g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]))
  const k = +(v / 10 ** e).toPrecision(3)
  return (k === 1 ? "" : k + "·") + "10" + up
}
