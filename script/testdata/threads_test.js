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

for (const [name, run, spikes] of [["a ring", ring, true], ["a chain of gap junctions", chain, false]]) {
  test(name, () => {
    const one = run(1)
    if (spikes) assert.ok(new Set(one.gids).size > 5, `${one.gids.length} spikes`)
    else assert.ok(Math.max(...one.v.at(-2)) > 0, "the last cell does not fire")
    for (const threads of [2, 3, 8]) assert.deepEqual(run(threads), one)
    pc.nthread(1)
  })
}
