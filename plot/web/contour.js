// Lines of equal value, or what lies between them.

gneuron.unpackContour = function (i) {
  for (const name of ["xs", "ys", "zs"]) i[name] = gneuron.numbers(i[name])
  for (const l of i.layers) for (const name of ["x", "y"]) l[name] = gneuron.numbers(l[name])
  i.color = i.layers[0].color
  // The value at the cursor is that of the four around it.
  const along = (list, v) => {
    const k = Math.min(Math.max(gneuron.below(list, v) - 1, 0), list.length - 2)
    return [k, (v - list[k]) / (list[k + 1] - list[k])]
  }
  i.nearest = (u, x, left, top) => {
    const y = u.posToVal(top, "y"), n = i.xs.length
    const [a, f] = along(i.xs, x), [b, g] = along(i.ys, y), k = b * n + a
    if (top < 0 || f < 0 || f > 1 || g < 0 || g > 1) return null
    const z = (1 - g) * ((1 - f) * i.zs[k] + f * i.zs[k + 1]) + g * ((1 - f) * i.zs[k + n] + f * i.zs[k + n + 1])
    return { x, px: left, py: top, plain: true, text: `${gneuron.text(+z.toPrecision(4))} at ${gneuron.text(+y.toPrecision(5))}` }
  }
}

gneuron.kinds.contour = function (u, i, m) {
  const ctx = u.ctx
  for (const l of i.layers) {
    ctx.fillStyle = ctx.strokeStyle = l.color
    ctx.beginPath()
    let open = false, line = []
    const lines = [] // of what can be seen, for the numbers
    const near = (v, lo, hi) => Math.max(lo - 1e4, Math.min(hi + 1e4, v))
    for (let k = 0; k < l.x.length; k++) {
      const px = near(m.x(l.x[k]), m.left, m.right), py = near(m.y(l.y[k]), m.top, m.bottom)
      open ? ctx.lineTo(px, py) : ctx.moveTo(px, py)
      open = !Number.isNaN(px) && !Number.isNaN(py)
      if (open && px > m.left && px < m.right && py > m.top && py < m.bottom) line.push([px, py])
      else if (line.length) {
        lines.push(line)
        line = []
      }
    }
    if (i.filled) {
      ctx.fill()
      continue
    }
    ctx.lineWidth = l.width * m.ratio
    ctx.setLineDash(l.dashes.map((d) => d * m.ratio))
    ctx.stroke()
    ctx.setLineDash([])
    if (!i.size) continue
    const size = i.size * m.ratio
    ctx.font = `${size}px Arial, sans-serif`
    ctx.textAlign = "center"
    ctx.textBaseline = "middle"
    const w = ctx.measureText(l.level).width
    for (const line of lines) {
      const walked = [0]
      for (let k = 1; k < line.length; k++) walked.push(walked[k - 1] + Math.hypot(line[k][0] - line[k - 1][0], line[k][1] - line[k - 1][1]))
      if (walked.at(-1) < 4 * w) continue
      const [x, y] = line[gneuron.below(walked, walked.at(-1) / 2)]
      ctx.fillStyle = "#fff"
      ctx.fillRect(x - w / 2 - 2, y - size / 2 - 1, w + 4, size + 2)
      ctx.fillStyle = l.color
      ctx.fillText(l.level, x, y)
    }
  }
}
