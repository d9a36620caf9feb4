// The number of threads changes no bit of any result.
const { test, assert } = require("gneuron/test")

n.load_file("stdrun.hoc")
const pc = n.ParallelContext()

// A channel that draws random numbers, sums up a GLOBAL over all instances, and
// leaves another as its last instance has it.
n.load_mechanism(`
NEURON { SUFFIX tally NONSPECIFIC_CURRENT i RANGE x, noise GLOBAL total, last, rate }
PARAMETER { rate = 0.1 }
ASSIGNED { v (millivolt) i (milliamp/cm2) x noise total last }
STATE { s }
INITIAL { s = 0 total = 0 }
BREAKPOINT { SOLVE states METHOD cnexp i = 1e-6*(s + noise)*(v + 60) }
DERIVATIVE states { noise = scop_random() total = total + noise last = v s' = rate*(x - s) }
`)
n.load_mechanism(`
NEURON { SUFFIX follow NONSPECIFIC_CURRENT i GLOBAL minimum RANGE g }
ASSIGNED { v (millivolt) i (milliamp/cm2) minimum g }
BREAKPOINT { minimum = v/10  g = 1e-5*exp(v/50)  i = g*(v + 65) }
`)

function fresh(threads) {
  n.reset()
  pc.gid_clear()
  pc.nthread(threads)
}

// A ring of cells of different sizes, in two directions, with noise in the
// synapses and spikes that fall on the same times.
function ring(threads) {
  fresh(threads)
  const cells = [], v = [], count = 13
  for (let k = 0; k < count; k++) {
    const soma = n.Section(`soma${k}`, { L: 12.6157, diam: 12.6157 }), dend = n.Section(`dend${k}`, { L: 200, diam: 1, nseg: 1 + 2 * (k % 5) })
    dend.connect(soma)
    soma.insert("hh").insert("tally").insert("follow")
    dend.insert("pas").insert("tally")
    if (k % 4 === 0) dend.insert("extracellular")
    for (const seg of dend) [seg.pas.e, seg.pas.g] = [-65, 0.001]
    const syn = n.ExpSyn(dend(0.5), { tau: 2 })
    pc.set_gid2node(k, 0)
    pc.cell(k, n.NetCon(soma(0.5)._ref_v, null, { sec: soma }))
    cells.push({ soma, dend, syn, x: k / count })
    v.push(n.Vector().record(soma(0.5)._ref_v), n.Vector().record(dend(1)._ref_v, 0.7), n.Vector().record(syn._ref_i))
  }
  cells.forEach(({ soma, syn, x }, k) => {
    soma.x_tally = x
    for (const from of [(k + count - 1) % count, (k + 1) % count]) {
      const nc = pc.gid_connect(from, syn)
      nc.delay = 5
      nc.weight[0] = 0.01
    }
    const noise = n.NetStim({ interval: 7, number: 1e9, start: 0, noise: 1 }) // all from the shared sequence
    n.NetCon(noise, syn, 0, 1, 0.001)
  })
  for (const k of [0, 6]) {
    const stim = n.NetStim({ number: 1, start: 9 })
    n.NetCon(stim, cells[k].syn, 0, 1, 0.05)
  }
  const current = n.IClamp(cells[3].soma(0.5), { delay: 0, dur: 1e9 })
  const r = n.Random(1)
  r.normal(0, 0.01)
  r.play(current._ref_amp)
  const times = n.Vector(), gids = n.Vector()
  pc.spike_record(-1, times, gids)
  pc.set_maxstep(10)
  n.finitialize(-65)
  pc.psolve(60)
  return { times: [...times], gids: [...gids], v: v.map((x) => [...x]), total: n.total_tally, last: n.last_tally, minimum: n.minimum_follow, minf: n.minf_hh,
    vext: cells[4].dend(0.5).vext[0], t: n.t }
}

// A chain of cells coupled by gap junctions, half of them through pointers and
// half through transfer.
function chain(threads) {
  fresh(threads)
  const cells = [], v = []
  for (let k = 0; k < 9; k++) {
    const sec = n.Section(`c${k}`, { L: 30 + 5 * k, diam: 15, nseg: 3 })
    sec.insert("hh").insert("follow")
    cells.push(sec)
    v.push(n.Vector().record(sec(0.5)._ref_v), n.Vector().record(sec(0.5).hh._ref_m))
  }
  let sid = 0
  for (let k = 1; k < cells.length; k++) {
    for (const [a, b] of [[cells[k - 1], cells[k]], [cells[k], cells[k - 1]]]) {
      const gap = n.gap(a(0.5), { g: 0.002 })
      if (k % 2) gap._ref_vgap = b(0.5)._ref_v
      else {
        pc.source_var(b(0.5)._ref_v, ++sid, { sec: b })
        pc.target_var(gap, gap._ref_vgap, sid)
      }
    }
  }
  pc.setup_transfer()
  n.IClamp(cells[0](0.5), { delay: 1, dur: 1, amp: 1 })
  pc.set_maxstep(1)
  n.finitialize(-65)
  pc.psolve(30)
  return { v: v.map((x) => [...x]), minimum: n.minimum_follow }
}

// A synapse whose weights grow with each event and shrink with those of negative
// weight: it needs nothing but itself.
n.load_mechanism(`
NEURON { POINT_PROCESS plastic RANGE tau, e, i, last NONSPECIFIC_CURRENT i }
PARAMETER { tau = 3 (ms) e = 0 (mV) }
ASSIGNED { v (mV) i (nA) last (ms) }
STATE { g (uS) }
INITIAL { g = 0 last = -1e9 }
BREAKPOINT { SOLVE states METHOD cnexp i = g*(v - e) }
DERIVATIVE states { g' = -g/tau }
NET_RECEIVE(w (uS), trace, since (ms)) {
  INITIAL { trace = 1 since = t }
  if (w < 0) { last = t g = g*0.9 } else {
    trace = trace*exp(-(t - since)/20) + 0.1
    since = t
    g = g + w*trace*(1 + 0.2*exp((last - t)/10))
  }
}`)
// One that stays open for a while, which it sends itself an event for.
n.load_mechanism(`
NEURON { POINT_PROCESS lasting RANGE open, dur NONSPECIFIC_CURRENT i }
PARAMETER { dur = 2 (ms) }
ASSIGNED { v (mV) i (nA) open (uS) }
INITIAL { open = 0 }
BREAKPOINT { i = open*v }
NET_RECEIVE(w (uS), on) { if (flag == 0) { if (!on) { on = 1 open = open + w net_send(dur, 1) } } else { on = 0 open = open - w } }`)
// One that lets a cell spike where v crosses a threshold.
n.load_mechanism(`
NEURON { POINT_PROCESS crossing RANGE count }
ASSIGNED { v (mV) count }
INITIAL { count = 0 net_send(0, 1) }
NET_RECEIVE(w) { if (flag == 1) { WATCH (v > -20) 2 } else if (flag == 2) { count = count + 1 net_event(t) } }`)

// A recurrent network in which many events fall on the same times: spikes of a
// step with equal delays, artificial cells with and without delays, trains in step
// with dt, what is played and recorded at times; with or without what needs single
// steps: self events in a cell, WATCH, gap junctions.
function network(threads, { lasting = false, crossing = false, gaps = false, delay = 1, nstep = 1 } = {}) {
  fresh(threads)
  let state = 12345
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
  const count = 17, cells = [], kept = [], series = [], times = n.Vector(), ids = n.Vector()
  const keep = (x) => (kept.push(x), x)
  const record = (...args) => series.push(n.Vector().record(...args))
  for (let k = 0; k < count; k++) {
    const soma = n.Section(`soma${k}`, { L: 15, diam: 15 }), dend = n.Section(`dend${k}`, { L: 150, diam: 1, nseg: 1 + 2 * (k % 4) })
    dend.connect(soma)
    soma.insert("hh")
    dend.insert("pas")
    const syns = [n.ExpSyn(dend(0.5), { tau: 2 }), n.plastic(dend(0.9)), n.Exp2Syn(soma(0.5), { tau1: 0.5, tau2: 4, e: -80 })]
    if (lasting && k % 5 === 0) syns.push(n.lasting(dend(0.2)))
    const clamp = n.IClamp(soma(0.5), { delay: 0, dur: 1e9, amp: 0.01 * random() })
    cells.push({ soma, dend, syns, clamp })
    record(soma(0.5)._ref_v)
    record(dend(0.1)._ref_v, 0.35)
    record(syns[0]._ref_g, n.Vector([1, 1.025, 2, 7.5, 30]))
    record(syns[1]._ref_g)
  }
  const fires = [0, 1, 2, 3].map(() => n.IntFire1({ tau: 10, refrac: 2 }))
  for (const f of fires) record(f._ref_m)
  const wire = (from, to, weight, wait = delay) => {
    const cell = cells.includes(from)
    const nc = keep(cell ? n.NetCon(from.soma(0.5)._ref_v, to, { sec: from.soma }) : n.NetCon(from, to))
    if (cell) nc.threshold = -10
    nc.delay = wait
    nc.weight[0] = weight
    return nc
  }
  cells.forEach((cell, k) => {
    for (let m = 0; m < 6; m++) {
      const to = cells[Math.floor(random() * count)]
      wire(cell, to.syns[m % to.syns.length], [0.02, 0.015, 0.004, 0.004][m % to.syns.length], delay * (1 + (m % 2)))
    }
    wire(cell, cell.syns[1], -1)
    wire(cell, fires[k % 4], 0.4)
    wire(cell, null, 0).record(times, ids, k)
  })
  fires.forEach((f, k) => {
    wire(f, cells[k].syns[0], 0.01, 0)
    wire(f, fires[(k + 1) % 4], 0.6, 0.5)
    wire(f, cells[k + 4].syns[2], 0.002, 0.3)
    wire(f, null, 0).record(times, ids, 100 + k)
  })
  for (let k = 0; k < 5; k++) {
    const stim = keep(n.NetStim({ interval: [5, 2.5, 4, 3, 6][k], number: 1e9, start: k, noise: k > 2 ? 1 : 0 }))
    if (k === 3) stim.noiseFromRandom123(1, 2, k)
    for (let m = 0; m < 4; m++) wire(stim, cells[(3 * k + m) % count].syns[m % 2], 0.02, m % 2)
    wire(stim, fires[k % 4], 0.5, 0)
    wire(stim, null, 0).record(times, ids, 200 + k)
  }
  const train = keep(n.VecStim())
  train.play(keep(n.Vector([3, 3, 10, 20.5])))
  wire(train, cells[2].syns[0], 0.02, 0)
  const wave = keep(n.Vector([0, 0.3, -0.1, 0.2])), at = keep(n.Vector([0, 10, 20, 35]))
  wave.play(cells[5].clamp._ref_amp, at, true)
  const levels = keep(n.Vector([0, 0.4, 0, 0.3])), when = keep(n.Vector([0, 4, 6.5, 30]))
  levels.play(cells[9].clamp._ref_amp, when)
  record(cells[5].clamp._ref_amp)
  record(cells[9].clamp._ref_i)
  record(n._ref_t)
  if (crossing) {
    for (const k of [1, 8, 11]) {
      const c = keep(n.crossing(cells[k].soma(0.5)))
      wire(c, cells[k + 1].syns[0], 0.01)
      wire(c, null, 0).record(times, ids, 300 + k)
    }
  }
  if (gaps) {
    for (let k = 1; k < 6; k++) {
      const gap = keep(n.gap(cells[k].dend(0.5), { g: 0.001 }))
      pc.source_var(cells[k - 1].dend(0.5)._ref_v, k, { sec: cells[k - 1].dend })
      pc.target_var(gap, gap._ref_vgap, k)
    }
    pc.setup_transfer()
  }
  const seen = []
  n.FInitializeHandler(() => n.cvode.event(11, () => { seen.push(n.t, cells[3].soma(0.5).v); cells[3].clamp.amp += 0.2 }))
  n.nstep_steprun = nstep
  n.finitialize(-65)
  n.continuerun(25)
  n.fadvance()
  n.continuerun(40)
  n.nstep_steprun = 1
  return { times: [...times], ids: [...ids], series: series.map((x) => [...x]), seen, t: n.t, minf: n.minf_hh,
    weights: kept.flatMap((x) => (String(x).startsWith("NetCon") ? [...x.weight] : [])) }
}

for (const [name, run, spikes] of [["a ring", ring, true], ["a chain of gap junctions", chain, false]]) {
  test(name, () => {
    const one = run(1)
    if (spikes) assert.ok(new Set(one.gids).size > 5, `${one.gids.length} spikes`)
    else assert.ok(Math.max(...one.v.at(-2)) > 0, "the last cell does not fire")
    for (const threads of [2, 3, 8]) assert.deepEqual(run(threads), one)
    pc.nthread(1)
  })
}

for (const [name, options] of [
  ["a recurrent network", {}],
  ["... with steps in groups", { nstep: 7 }],
  ["... with a delay of one step", { delay: 0.025 }],
  ["... without delay", { delay: 0 }],
  ["... with self events in cells", { lasting: true }],
  ["... with WATCH", { crossing: true }],
  ["... with gap junctions", { gaps: true }],
]) {
  test(name, () => {
    const one = network(1, options)
    assert.ok(new Set(one.ids).size > 20 && one.times.length > 100, `${one.times.length} spikes of ${new Set(one.ids).size} cells`)
    assert.ok(one.seen.length === 2)
    for (const threads of [2, 3, 8]) assert.deepEqual(network(threads, options), one)
    pc.nthread(1)
  })
}

// A synapse that fails at an event of weight above 3, and becomes infinite at one
// of negative weight.
n.load_mechanism(`
NEURON { POINT_PROCESS fragile RANGE a, g NONSPECIFIC_CURRENT i }
ASSIGNED { v (mV) i (nA) a[3] g (uS) }
INITIAL { g = 0 }
BREAKPOINT { i = g*v }
NET_RECEIVE(w) { if (w < 0) { g = exp(800) } else { a[w] = t  g = g + 1e-4*w } }`)

// What is left of a run that ends with an error: cells fail at different times, the
// last one first.
function failing(threads, weight) {
  fresh(threads)
  const cells = [], kept = [], times = n.Vector()
  for (let k = 0; k < 9; k++) {
    const soma = n.Section(`soma${k}`, { L: 15, diam: 15 })
    soma.insert("hh")
    const syn = n.fragile(soma(0.5)), stim = n.NetStim({ interval: 1 + k / 10, number: 1e9, start: 0.3 })
    const good = n.NetCon(stim, syn, 0, 1, 2), bad = n.NetCon(n.NetStim({ start: 21.013 - k, number: 1 }), syn, 0, 0.02 * k, weight)
    good.record(times)
    kept.push(stim, good, bad, n.Vector().record(soma(0.5)._ref_v))
    cells.push({ soma, syn })
  }
  n.finitialize(-65)
  let message = ""
  try {
    n.continuerun(40)
  } catch (e) {
    message = e.message
  }
  return { message, t: n.t, times: [...times], last: [...kept.at(-1)], v: cells.map(({ soma, syn }) => [soma(0.5).v, soma(0.5).hh.m, syn.g, syn.a[2]]) }
}

for (const [name, weight, message] of [["a fault in NET_RECEIVE", 4, /a\[4\] is outside/], ["a number that is not finite", -1, /fragile\[8\]\.\w+ at soma8\(0\.5\) became/]]) {
  test(`${name} is the same error at the same time`, () => {
    const one = failing(1, weight)
    assert.ok(message.test(one.message), one.message)
    assert.ok(one.t > 13 && one.t < 14, `t = ${one.t}`)
    for (const threads of [2, 3, 8]) assert.deepEqual(failing(threads, weight), one)
    pc.nthread(1)
  })
}
