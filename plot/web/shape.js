// Shapes in space, drawn on a canvas of their own: they turn, zoom and play.

gneuron.Shape = class {
  constructor(box, axes, root) {
    const shapes = axes.shapes
    Object.assign(this, { box, axes, shapes, zoom: 1, shift: [0, 0], frame: -1, playing: false })
    for (const s of shapes) {
      if (s.values) s.values = gneuron.numbers(s.values)
      if (s.times) {
        s.times = gneuron.numbers(s.times)
        s.frames = gneuron.bytes(s.frames)
      }
    }
    this.times = shapes.find((s) => s.times)?.times
    const add = (tag, name, text) => {
      const e = document.createElement(tag)
      e.className = name
      e.textContent = text
      return box.appendChild(e)
    }
    if (axes.title) add("div", "title", axes.title)
    this.canvas = add("canvas", "shape", "")
    if (this.times) this.player(add("div", "player", ""))
    this.read = add("div", "read", "")
    this.read.hidden = true
    this.reset()
    const at = (e) => [e.offsetX, e.offsetY]
    this.canvas.addEventListener("pointerdown", (e) => {
      this.canvas.setPointerCapture(e.pointerId)
      this.grip = at(e)
    })
    this.canvas.addEventListener("pointerup", () => { this.grip = null })
    this.canvas.addEventListener("pointermove", (e) => {
      if (!this.grip) return this.hover(...at(e))
      const [x, y] = at(e), dx = x - this.grip[0], dy = y - this.grip[1]
      this.grip = [x, y]
      if (e.shiftKey) this.shift = [this.shift[0] + dx, this.shift[1] + dy]
      else this.turn(dx * 0.01, dy * 0.01)
      this.draw()
    })
    this.canvas.addEventListener("pointerleave", () => { this.read.hidden = true })
    this.canvas.addEventListener("dblclick", () => { this.reset(); this.draw() })
    this.canvas.addEventListener("wheel", (e) => {
      if (!root.classList.contains("awake")) return
      e.preventDefault()
      const f = Math.pow(1.0015, -e.deltaY), [x, y] = at(e), mid = [this.width / 2, this.height / 2]
      this.shift = [x - mid[0] - (x - mid[0] - this.shift[0]) * f, y - mid[1] - (y - mid[1] - this.shift[1]) * f]
      this.zoom *= f
      this.draw()
    }, { passive: false })
  }

  // reset shows the plane that the figure has on paper.
  reset() {
    this.zoom = 1
    this.shift = [0, 0]
    this.rows = this.shapes[0].axes.map((k) => [0, 1, 2].map((j) => (j === k ? 1 : 0)))
    // A plane such as xz is seen from behind; the third axis is that of a right hand.
    const [a, b] = this.rows
    this.rows[2] = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    const lo = [Infinity, Infinity, Infinity], hi = [-Infinity, -Infinity, -Infinity]
    for (const k of this.shapes.flatMap((s) => s.sticks)) {
      for (const from of [0, 4]) {
        for (let j = 0; j < 3; j++) {
          lo[j] = Math.min(lo[j], k[from + j])
          hi[j] = Math.max(hi[j], k[from + j])
        }
      }
    }
    this.middle = lo.map((v, j) => (Number.isFinite(v) ? (v + hi[j]) / 2 : 0))
    this.size = lo.map((v, j) => Math.max(hi[j] - v, 1))
  }

  // turn turns about the vertical and the horizontal of the paper.
  turn(x, y) {
    const mix = (i, j, angle) => {
      const c = Math.cos(angle), s = Math.sin(angle), a = this.rows[i], b = this.rows[j]
      this.rows[i] = a.map((v, k) => v * c + b[k] * s)
      this.rows[j] = b.map((v, k) => v * c - a[k] * s)
    }
    mix(0, 2, x)
    mix(1, 2, -y)
  }

  resize(width, height) {
    const title = this.box.querySelector(".title")?.offsetHeight ?? 0
    const player = this.box.querySelector(".player")?.offsetHeight ?? 0
    this.width = width
    this.height = Math.max(60, height - title - player)
    this.canvas.width = this.width * devicePixelRatio
    this.canvas.height = this.height * devicePixelRatio
    Object.assign(this.canvas.style, { width: this.width + "px", height: this.height + "px" })
    this.draw()
  }

  player(bar) {
    const times = this.times
    bar.innerHTML = '<button>▶</button><input type="range" min="0" step="1"><span></span>'
    const [button, slider, text] = bar.children
    slider.max = times.length - 1
    this.show = (k) => {
      this.frame = k
      slider.value = k
      text.textContent = `t = ${gneuron.text(times[k])} ms`
    }
    this.show(0)
    slider.addEventListener("input", () => { this.show(+slider.value); this.draw() })
    const seconds = Math.min(20, Math.max(3, times.length / 50)) // from the first to the last frame
    const step = (now) => {
      if (!this.playing) return
      const k = (this.begun + ((now - this.started) / 1000 / seconds) * times.length) | 0
      this.show(k % times.length)
      this.draw()
      requestAnimationFrame(step)
    }
    button.addEventListener("click", () => {
      this.playing = !this.playing
      button.textContent = this.playing ? "❚❚" : "▶"
      this.begun = this.frame
      this.started = performance.now()
      requestAnimationFrame(step)
    })
  }

  // value is that of a place of a shape in the frame that is shown: by time, for shapes
  // that were recorded at other times.
  value(s, place) {
    if (this.frame < 0 || !s.times) return s.values ? s.values[place] : NaN
    const at = s.times === this.times ? this.frame : Math.min(gneuron.below(s.times, this.times[this.frame]), s.times.length - 1)
    const code = s.frames[at * s.values.length + place]
    return code === 255 ? NaN : s.from + ((s.to - s.from) * code) / 254
  }

  color(s, v) {
    if (Number.isNaN(v)) return "#ccc"
    return s.colors[Math.round(Math.max(0, Math.min(1, (v - s.from) / (s.to - s.from))) * (s.colors.length - 1))]
  }

  // place is where a point is on the canvas, in pixels of the page, and how near.
  place(x, y, z) {
    const d = [x - this.middle[0], y - this.middle[1], z - this.middle[2]]
    const [a, b, c] = this.rows.map((r) => r[0] * d[0] + r[1] * d[1] + r[2] * d[2])
    return [this.width / 2 - (this.off ?? 0) + this.shift[0] + a * this.unit, this.height / 2 + this.shift[1] - b * this.unit, c]
  }

  draw() {
    const ctx = this.canvas.getContext("2d"), ratio = devicePixelRatio
    const room = 90 * this.shapes.filter((s) => s.values).length || 20
    const [w, h] = this.shapes[0].axes.map((k) => this.size[k])
    this.unit = Math.min((this.width - room - 20) / w, (this.height - 50) / h) * this.zoom
    this.off = (room - 20) / 2 // the scales of the colours are at the right
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    ctx.clearRect(0, 0, this.width, this.height)
    this.lines = this.shapes.flatMap((s) => s.sticks.map((k, n) => {
      const a = this.place(k[0], k[1], k[2]), b = this.place(k[4], k[5], k[6])
      return { s, a, b, n, deep: a[2] + b[2], width: Math.max(((k[3] + k[7]) / 2) * this.unit, 1.2), color: s.values ? this.color(s, this.value(s, k[8])) : k[9] }
    }))
    for (const l of [...this.lines].sort((p, q) => p.deep - q.deep)) {
      const k = l.s.sticks[l.n], dx = l.b[0] - l.a[0], dy = l.b[1] - l.a[1], f = 0.4 / (Math.hypot(dx, dy) || 1) // over the seam
      ctx.strokeStyle = l.color
      ctx.lineWidth = l.width
      ctx.lineCap = l.width > 3 ? "butt" : "round"
      ctx.beginPath()
      ctx.moveTo(l.a[0] - f * dx, l.a[1] - f * dy)
      ctx.lineTo(l.b[0] + f * dx, l.b[1] + f * dy)
      ctx.stroke()
      if (l.width > 3 && k[10]) { // a round knee where the piece before ends
        ctx.fillStyle = l.color
        ctx.beginPath()
        ctx.arc(l.a[0], l.a[1], Math.max(k[3] * this.unit, 1.2) / 2, 0, 2 * Math.PI)
        ctx.fill()
      }
    }
    let row = 14
    const named = new Set()
    ctx.font = "13px Arial, sans-serif"
    for (const k of this.shapes.flatMap((s) => s.marks)) {
      const [x, y] = this.place(...k.at)
      ctx.fillStyle = ctx.strokeStyle = k.color
      gneuron.marker(ctx, k, x, y, 6)
      if (k.label && !named.has(k.label)) {
        named.add(k.label)
        gneuron.marker(ctx, k, 14, row, 6)
        ctx.fillStyle = "#222"
        ctx.textAlign = "left"
        ctx.textBaseline = "middle"
        ctx.fillText(k.label, 26, row)
        row += 18
      }
    }
    this.bars(ctx)
  }

  // bars draws the bar of a round length, and the scale of the colours.
  bars(ctx) {
    const s = this.shapes[0], wanted = 120 / this.unit, power = 10 ** Math.floor(Math.log10(wanted))
    const length = [5, 2, 1].map((k) => k * power).find((v) => v <= wanted) ?? power
    ctx.strokeStyle = ctx.fillStyle = "#222"
    ctx.lineWidth = 2
    ctx.beginPath()
    ctx.moveTo(12, this.height - 12)
    ctx.lineTo(12 + length * this.unit, this.height - 12)
    ctx.stroke()
    ctx.textAlign = "center"
    ctx.textBaseline = "bottom"
    ctx.fillText(gneuron.text(length) + " " + s.unit, 12 + (length * this.unit) / 2, this.height - 15)
    this.shapes.filter((s) => s.values).reverse().forEach((s, i) => {
      const x = this.width - 70 - 90 * i, top = 20, h = this.height - 60
      s.colors.forEach((c, k) => {
        ctx.fillStyle = c
        ctx.fillRect(x, top + (h * (s.colors.length - 1 - k)) / s.colors.length, 14, h / s.colors.length + 1)
      })
      ctx.fillStyle = "#222"
      ctx.textAlign = "left"
      ctx.textBaseline = "middle"
      const digits = Math.max(0, Math.min(15, 2 - Math.floor(Math.log10(s.to - s.from))))
      for (let k = 0; k <= 4; k++) ctx.fillText(gneuron.text(+(s.from + ((s.to - s.from) * k) / 4).toFixed(digits)), x + 18, top + h - (h * k) / 4)
      ctx.textAlign = "center"
      ctx.fillText(s.label, x + 7, top + h + 18)
    })
  }

  // hover names the section under the pointer.
  hover(x, y) {
    let best = 64, found = null // within 8 pixels
    for (const l of this.lines) {
      const dx = l.b[0] - l.a[0], dy = l.b[1] - l.a[1], n = dx * dx + dy * dy
      const t = n ? Math.max(0, Math.min(1, ((x - l.a[0]) * dx + (y - l.a[1]) * dy) / n)) : 0
      const d = Math.max(0, Math.hypot(x - l.a[0] - t * dx, y - l.a[1] - t * dy) - l.width / 2) ** 2
      if (d < best) [best, found] = [d, l]
    }
    this.read.hidden = !found
    if (!found) return
    const s = found.s, k = s.sticks[found.n]
    this.read.textContent = s.names[s.name[found.n]] + (s.values ? `: ${gneuron.text(+this.value(s, k[8]).toPrecision(5))}` : "")
    Object.assign(this.read.style, { left: x + 14 + "px", top: y + (this.canvas.offsetTop || 0) + 10 + "px" })
  }
}
