// What stands over the axes: one function for each kind, from numbers to the canvas.

gneuron.kinds = { nothing() {} }

// mapping takes numbers to pixels of the canvas.
gneuron.mapping = function (u, item) {
  const { left, top, width, height } = u.bbox
  const along = (key, from, size) => {
    const s = u.scales[key], log = s.distr === 3, f = log ? Math.log10 : (v) => v
    const lo = f(s.min), k = size / (f(s.max) - lo)
    return log ? (v) => (v > 0 ? from + (Math.log10(v) - lo) * k : NaN) : (v) => from + (v - lo) * k
  }
  const turned = (key) => u.scales[key].dir === -1
  const yKey = item.right ? "y2" : "y"
  const x = turned("x") ? along("x", left + width, -width) : along("x", left, width)
  const y = turned(yKey) ? along(yKey, top, height) : along(yKey, top + height, -height)
  return { x, y, left, top, width, height, right: left + width, bottom: top + height, ratio: devicePixelRatio, xs: u.scales.x }
}

// unpack turns the numbers of an item from text into arrays, and adds how to find
// what is nearest to the cursor.
gneuron.unpack = function (i) {
  for (const name of ["x", "y", "u", "v", "lo", "hi", "xlow", "xhigh", "ylow", "yhigh", "xedges", "yedges", "sizes", "values"]) {
    if (i[name] !== undefined && typeof i[name] === "object") i[name] = gneuron.numbers(i[name])
  }
  if (i.kind === "contour") gneuron.unpackContour(i)
  const place = (u, k, y) => ({ x: i.x[k], px: u.valToPos(i.x[k], "x"), py: u.valToPos(y, i.right ? "y2" : "y") })
  if (i.kind === "line" && !i.strokes) {
    const value = (k) => (i.values && !i.listed ? ": " + gneuron.text(i.values[k]) : "")
    i.nearest = (u, at, left, top) => {
      let k = 0
      if (i.ascending) {
        k = gneuron.below(i.x, at)
        if (k > 0 && (k === i.x.length || at - i.x[k - 1] < i.x[k] - at)) k--
        const hit = place(u, k, i.y[k])
        return Number.isNaN(i.y[k]) || (!i.line && Math.abs(hit.px - left) > 15) ? null : { ...hit, text: gneuron.text(i.y[k]) + value(k) }
      }
      if (top < 0) return null
      let best = 900 // within 30 pixels
      let found = null
      const m = gneuron.mapping(u, i), cx = m.left + left * m.ratio, cy = m.top + top * m.ratio
      for (let j = 0; j < i.x.length; j++) {
        const d = ((m.x(i.x[j]) - cx) ** 2 + (m.y(i.y[j]) - cy) ** 2) / m.ratio ** 2
        if (d < best) [best, found] = [d, j]
      }
      return found === null ? null : { ...place(u, found, i.y[found]), text: `(${gneuron.text(i.x[found])}, ${gneuron.text(i.y[found])})` + value(found) }
    }
  }
  if (i.kind === "area" && i.ascending) {
    i.nearest = (u, at) => {
      const k = Math.min(gneuron.below(i.x, at), i.x.length - 1)
      return { ...place(u, k, i.hi[k]), plain: true, text: `${gneuron.text(i.lo[k])} to ${gneuron.text(i.hi[k])}` }
    }
  }
  if (i.kind === "image") {
    const codes = new Uint16Array(gneuron.bytes(i.codes).buffer), cols = i.xedges.length - 1
    i.cell = (a, b) => (codes[b * cols + a] === 65535 ? NaN : i.low + ((i.high - i.low) * codes[b * cols + a]) / 65534)
    i.palette = i.colors.map((c) => parseInt(c.slice(1), 16))
    i.nearest = (u, at, left, top) => {
      const up = u.posToVal(top, "y")
      const a = gneuron.below(i.xedges, at) - 1, b = gneuron.below(i.yedges, up) - 1
      if (top < 0 || a < 0 || b < 0 || a >= cols || b >= i.yedges.length - 1) return null
      return { x: at, px: left, py: top, plain: true, text: `${gneuron.text(i.cell(a, b))} at ${gneuron.text(up)}` }
    }
  }
}

// line draws error bars, a line and markers. Of the points that follow each other in
// one column of pixels only the first, the lowest, the highest and the last are drawn.
gneuron.kinds.line = function (u, i, m) {
  const ctx = u.ctx, n = i.x.length
  let from = 0, to = n
  if (i.ascending) { // only what can be seen, and a point on either side
    from = Math.max(0, gneuron.below(i.x, m.xs.min) - 1)
    to = Math.min(n, gneuron.below(i.x, m.xs.max) + 2)
  }
  ctx.strokeStyle = ctx.fillStyle = i.color
  ctx.lineJoin = "round"
  if (i.ylow || i.xlow) gneuron.bars(ctx, i, m, from, to)
  if (i.line) {
    ctx.lineWidth = i.width * m.ratio
    ctx.setLineDash(i.dashes.map((d) => d * m.ratio))
    ctx.beginPath()
    let open = false, column = NaN, low = 0, high = 0, last = 0, lowY = 0, highY = 0
    const flush = () => {
      if (!open || low === high) return
      const [a, b] = low < high ? [low, high] : [high, low]
      for (const k of [a, b, last]) ctx.lineTo(m.x(i.x[k]), m.y(i.y[k]))
    }
    for (let k = from; k < to; k++) {
      const px = m.x(i.x[k]), py = m.y(i.y[k])
      if (!(Math.abs(px) < 1e7) || Number.isNaN(py)) {
        flush()
        open = false
        column = NaN
        continue
      }
      const c = Math.floor(px)
      if (c !== column || !open) {
        flush()
        if (open) ctx.lineTo(px, py)
        else ctx.moveTo(px, py)
        open = true
        column = c
        low = high = last = k
        lowY = highY = py
        continue
      }
      last = k
      if (py > lowY) [low, lowY] = [k, py]
      if (py < highY) [high, highY] = [k, py]
    }
    flush()
    ctx.stroke()
    ctx.setLineDash([])
  }
  if (i.marker) {
    const seen = new Set(), r = (i.size / 2) * m.ratio
    for (let k = from; k < to; k++) {
      const px = m.x(i.x[k]), py = m.y(i.y[k])
      if (!(px >= m.left - 2 && px <= m.right + 2 && py >= m.top - 2 && py <= m.bottom + 2)) continue
      const key = Math.round(px) * 65536 + Math.round(py)
      if (seen.has(key)) continue
      seen.add(key)
      if (i.values) ctx.fillStyle = ctx.strokeStyle = gneuron.ink(i, k)
      gneuron.marker(ctx, i, px, py, i.sizes ? (i.sizes[k] / 2) * m.ratio : r)
    }
  }
}

// ink is the colour of a marker that has its own.
gneuron.ink = function (i, k) {
  const part = (i.values[k] - i.from) / (i.to - i.from)
  return Number.isNaN(part) ? "#ccc" : i.inks[Math.round(Math.max(0, Math.min(1, part)) * (i.inks.length - 1))]
}

// marker draws a sign: a polygon, lines, or a circle.
gneuron.marker = function (ctx, i, px, py, r) {
  ctx.beginPath()
  if (i.sign.lines) {
    i.sign.lines.forEach(([x, y], k) => (k % 2 ? ctx.lineTo(px + x * r, py - y * r) : ctx.moveTo(px + x * r, py - y * r)))
    ctx.lineWidth = Math.max(r * 0.4, 1)
    ctx.stroke()
    return
  }
  if (i.sign.outline) i.sign.outline.forEach(([x, y], k) => (k ? ctx.lineTo(px + x * r, py - y * r) : ctx.moveTo(px + x * r, py - y * r)))
  else ctx.arc(px, py, r, 0, 2 * Math.PI)
  ctx.fill()
}

// bars draws error bars.
gneuron.bars = function (ctx, i, m, from, to) {
  const cap = i.cap * m.ratio
  ctx.lineWidth = Math.min(i.width, 2) * m.ratio
  ctx.beginPath()
  for (let k = from; k < to; k++) {
    const px = m.x(i.x[k]), py = m.y(i.y[k])
    if (i.ylow) {
      const a = m.y(i.y[k] - i.ylow[k]), b = m.y(i.y[k] + i.yhigh[k])
      ctx.moveTo(px, Number.isNaN(a) ? m.bottom : a)
      ctx.lineTo(px, b)
      for (const y of [a, b]) {
        ctx.moveTo(px - cap, y)
        ctx.lineTo(px + cap, y)
      }
    }
    if (i.xlow) {
      const a = m.x(i.x[k] - i.xlow[k]), b = m.x(i.x[k] + i.xhigh[k])
      ctx.moveTo(Number.isNaN(a) ? m.left : a, py)
      ctx.lineTo(b, py)
      for (const x of [a, b]) {
        ctx.moveTo(x, py - cap)
        ctx.lineTo(x, py + cap)
      }
    }
  }
  ctx.stroke()
}

gneuron.kinds.area = function (u, i, m) {
  const ctx = u.ctx, edge = (v) => (Number.isNaN(v) ? m.bottom + 10 : Math.max(-1e5, Math.min(1e5, v)))
  ctx.fillStyle = i.color
  let start = 0
  const fill = (end) => {
    ctx.beginPath()
    for (let k = start; k < end; k++) ctx.lineTo(m.x(i.x[k]), edge(m.y(i.hi[k])))
    for (let k = end - 1; k >= start; k--) ctx.lineTo(m.x(i.x[k]), edge(m.y(i.lo[k])))
    ctx.fill()
    if (!i.edge) return
    ctx.closePath()
    ctx.strokeStyle = i.edge
    ctx.lineWidth = i.width * m.ratio
    ctx.stroke()
  }
  for (let k = 0; k < i.x.length; k++) {
    if (Number.isNaN(i.x[k] + i.lo[k] + i.hi[k])) {
      if (k > start) fill(k)
      start = k + 1
    }
  }
  if (start < i.x.length) fill(i.x.length)
}

gneuron.kinds.span = function (u, i, m) {
  const ctx = u.ctx, a = (i.vertical ? m.x : m.y)(i.from), b = (i.vertical ? m.x : m.y)(i.to)
  if (i.from !== i.to) {
    ctx.fillStyle = i.color
    if (i.vertical) ctx.fillRect(a, m.top, b - a, m.height)
    else ctx.fillRect(m.left, a, m.width, b - a)
    return
  }
  ctx.strokeStyle = i.color
  ctx.lineWidth = i.width * m.ratio
  ctx.setLineDash(i.dashes.map((d) => d * m.ratio))
  ctx.beginPath()
  ctx.moveTo(i.vertical ? a : m.left, i.vertical ? m.top : a)
  ctx.lineTo(i.vertical ? a : m.right, i.vertical ? m.bottom : a)
  ctx.stroke()
  ctx.setLineDash([])
}

// arrow fills an arrow between two places: a shaft, and a head of three times its
// width and five times its width long. A short arrow is a small one.
gneuron.arrow = function (ctx, x0, y0, x1, y1, shaft) {
  const dx = x1 - x0, dy = y1 - y0, length = Math.hypot(dx, dy)
  if (!(length > 0)) return
  let w = shaft / 2
  if (length < 14 * w) w = length / 14
  const at = (forward, aside) => [x0 + (dx * forward - dy * aside) / length, y0 + (dy * forward + dx * aside) / length]
  const neck = length - 9 * w, back = length - 10 * w
  ctx.beginPath()
  for (const p of [at(0, w), at(neck, w), at(back, 3 * w), [x1, y1], at(back, -3 * w), at(neck, -w), at(0, -w)]) ctx.lineTo(...p)
  ctx.fill()
}

gneuron.kinds.arrows = function (u, i, m) {
  const ctx = u.ctx, shaft = Math.max(i.shaft * m.width, 0.8 * m.ratio)
  ctx.fillStyle = i.color
  for (let k = 0; k < i.x.length; k++) {
    let x = m.x(i.x[k]), y = m.y(i.y[k]), dx, dy
    if (i.units || i.angle) {
      dx = m.x(i.x[k] + i.u[k] / i.scale) - x
      dy = m.y(i.y[k] + i.v[k] / i.scale) - y
      if (!i.units) {
        const f = ((Math.hypot(i.u[k], i.v[k]) / i.scale) * m.width) / (Math.hypot(dx, dy) || 1)
        dx *= f
        dy *= f
      }
    } else {
      dx = (i.u[k] / i.scale) * m.width
      dy = (-i.v[k] / i.scale) * m.width
    }
    const back = { mid: 0.5, middle: 0.5, tip: 1 }[i.pivot] ?? 0
    x -= back * dx
    y -= back * dy
    gneuron.arrow(ctx, x, y, x + dx, y + dy, shaft)
  }
}

// image colours each pixel as the cell on it; of several, the one that is farthest
// from the mean, so that a short spike does not vanish.
gneuron.kinds.image = function (u, i, m) {
  const cells = (edges, back, from, size) => {
    const out = new Int32Array(2 * size)
    for (let p = 0; p < size; p++) {
      let a = back(from + p), b = back(from + p + 1)
      if (a > b) [a, b] = [b, a]
      const mid = gneuron.below(edges, (a + b) / 2) - 1
      if (mid < 0 || mid >= edges.length - 1) out[2 * p] = -1
      else {
        const first = Math.max(0, gneuron.below(edges, a) - 1), last = Math.min(edges.length - 2, gneuron.below(edges, b) - 1)
        out[2 * p] = last - first > 1 ? first + 1 : mid
        out[2 * p + 1] = last - first > 1 ? last + 1 : mid + 1
      }
    }
    return out
  }
  const w = Math.round(m.width), h = Math.round(m.height)
  const cols = cells(i.xedges, (p) => u.posToVal(p, "x", true), m.left, w)
  const rows = cells(i.yedges, (p) => u.posToVal(p, "y", true), m.top, h)
  const img = new ImageData(w, h), data = new Uint32Array(img.data.buffer), shades = i.palette.length - 1
  for (let q = 0; q < h; q++) {
    if (rows[2 * q] < 0) continue
    for (let p = 0; p < w; p++) {
      if (cols[2 * p] < 0) continue
      let v = i.cell(cols[2 * p], rows[2 * q])
      for (let b = rows[2 * q]; b < rows[2 * q + 1]; b++) {
        for (let a = cols[2 * p]; a < cols[2 * p + 1]; a++) {
          const c = i.cell(a, b)
          if (Math.abs(c - i.mean) > Math.abs(v - i.mean)) v = c
        }
      }
      if (Number.isNaN(v)) continue
      const rgb = i.palette[Math.round(Math.max(0, Math.min(1, (v - i.from) / (i.to - i.from))) * shades)]
      data[q * w + p] = 0xff000000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)
    }
  }
  const sheet = new OffscreenCanvas(w, h)
  sheet.getContext("2d").putImageData(img, 0, 0)
  u.ctx.drawImage(sheet, m.left, m.top)
}

gneuron.kinds.text = function (u, i, m) {
  const ctx = u.ctx, x = m.x(i.at[0]), y = m.y(i.at[1])
  ctx.font = `${i.size * m.ratio}px Arial, sans-serif`
  ctx.textAlign = i.align
  ctx.textBaseline = { center: "middle", top: "top" }[i.up] ?? "bottom"
  ctx.fillStyle = i.color
  if (i.tip) {
    const w = ctx.measureText(i.text).width, h = i.size * m.ratio
    const left = x - ({ center: w / 2, right: w }[i.align] ?? 0), top = y - ({ center: h / 2, top: 0 }[i.up] ?? h)
    const tx = m.x(i.tip[0]), ty = m.y(i.tip[1])
    gneuron.arrow(ctx, Math.max(left, Math.min(left + w, tx)), Math.max(top, Math.min(top + h, ty)), tx, ty, 1.3 * m.ratio)
  }
  ctx.fillText(i.text, x, y)
}
