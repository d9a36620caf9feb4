// ParallelContext, beyond what is compared with NEURON.
const { test, assert } = require("gneuron/test")

const pc = n.ParallelContext()

const fresh = () => {
  n.reset()
  const soma = n.Section("soma")
  soma.L = soma.diam = 20
  soma.insert("hh")
  n.IClamp(soma(0.5), { delay: 1, dur: 1, amp: 0.5 })
  return soma
}

test("there is one ParallelContext, whose misspelt names are errors", () => {
  assert.equal(n.ParallelContext(), new n.ParallelContext())
  assert.throws(() => pc.gid_conect(1), /did you mean "gid_connect"\?|no property "gid_conect"/)
})

test("the source of a gid outlives its last NetCon", () => {
  const soma = fresh()
  pc.set_gid2node(3, 0)
  const detector = n.NetCon(soma(0.5)._ref_v, null, { sec: soma, threshold: -10 })
  pc.cell(3, detector)
  detector.delete()
  const times = n.Vector(), gids = n.Vector()
  pc.spike_record(-1, times, gids)
  pc.set_maxstep(10)
  n.finitialize(-65)
  pc.psolve(5)
  assert.equal([...gids].join(), "3")
  assert.equal(pc.threshold(3), -10)
})

test("spike_record ends with null", () => {
  const soma = fresh()
  pc.set_gid2node(3, 0)
  const detector = n.NetCon(soma(0.5)._ref_v, null, { sec: soma })
  pc.cell(3, detector)
  const times = n.Vector(), gids = n.Vector()
  pc.spike_record(3, times, gids)
  assert.equal(detector.get_recordvec(), times)
  pc.spike_record(3, null, null)
  assert.equal(detector.get_recordvec(), null)
  pc.set_maxstep(10)
  n.finitialize(-65)
  pc.psolve(5)
  assert.equal(times.length, 0)
})

test("reset forgets gids and what is transferred", () => {
  const soma = fresh()
  pc.set_gid2node(3, 0)
  pc.source_var(soma(0.5)._ref_v, 1, { sec: soma })
  n.reset()
  assert.equal(pc.gid_exists(3), 0)
  n.Section("other")
  n.finitialize(-65)
})

test("the built-in gap takes what is transferred, as what it points to", () => {
  const run = (connect) => {
    const soma = fresh(), other = n.Section("other", { L: 20, diam: 20 }), gap = n.gap(other(0.5), { g: 0.01 })
    connect(soma, gap)
    const v = n.Vector().record(other(0.5)._ref_v)
    n.finitialize(-65)
    n.continuerun(5)
    return [...v]
  }
  const pointed = run((soma, gap) => { gap._ref_vgap = soma(0.5)._ref_v })
  const transferred = run((soma, gap) => {
    pc.source_var(soma(0.5)._ref_v, 7, { sec: soma })
    pc.target_var(gap, gap._ref_vgap, 7)
    pc.setup_transfer()
  })
  assert.equal(transferred.length, 201)
  assert.ok(Math.max(...transferred) > -60)
  assert.deepEqual(transferred, pointed)
})

test("what is transferred may change in the middle of a run", () => {
  const soma = fresh(), other = n.Section("other"), gap = n.gap(other(0.5), { g: 0 })
  const times = []
  pc.set_maxstep(10)
  n.NetCon(soma(0.5)._ref_v, null, { sec: soma }).record(() => {
    times.push(n.t)
    pc.source_var(soma(0.5)._ref_v, 1, { sec: soma })
    pc.target_var(gap, gap._ref_vgap, 1)
    pc.setup_transfer()
  })
  gap._ref_vgap = other(0.5)._ref_v
  const slot = n.ref(1)
  n.finitialize(-65)
  pc.psolve(5)
  assert.equal(times.length, 1)
  n.cvode.event(5.1, () => pc.target_var(slot, 1))
  assert.throws(() => pc.psolve(6), /setup_transfer was not called/)
  pc.setup_transfer()
  pc.psolve(6)
  assert.equal(slot.value, soma(0.5).v)
})

test("a restored state goes on bit for bit, with the transfer", () => {
  const soma = fresh(), other = n.Section("other", { L: 20, diam: 20 }), gap = n.gap(other(0.5), { g: 0.05 })
  pc.source_var(soma(0.5)._ref_v, 1, { sec: soma })
  pc.target_var(gap, gap._ref_vgap, 1)
  pc.setup_transfer()
  pc.set_maxstep(10)
  const state = n.SaveState(), go = () => { pc.psolve(4); return [soma(0.5).v, other(0.5).v, gap.vgap] }
  n.finitialize(-65)
  pc.psolve(1.5)
  state.save()
  const first = go()
  state.restore()
  assert.deepEqual(go(), first)
})

test("an unset POINTER is still an error where it is used", () => {
  const soma = fresh(), gap = n.gap(soma(0.5))
  assert.throws(() => gap.vgap, /points to nothing/)
  assert.throws(() => n.Vector().record(gap._ref_vgap), /points to nothing/)
  assert.throws(() => n.finitialize(-65), /points to nothing/)
})

test("a transfer gives the same on several threads", () => {
  const run = (threads) => {
    const soma = fresh(), cells = [soma]
    for (let k = 1; k < 5; k++) {
      const sec = n.Section("s" + k, { L: 20, diam: 20 }), gap = n.gap(sec(0.5), { g: 0.05 }), prior = cells.at(-1)
      sec.insert("hh")
      pc.source_var(prior(0.5)._ref_v, k, { sec: prior })
      pc.target_var(gap, gap._ref_vgap, k)
      cells.push(sec)
    }
    pc.setup_transfer()
    pc.nthread(threads)
    pc.set_maxstep(1)
    const v = n.Vector().record(cells.at(-1)(0.5)._ref_v)
    n.finitialize(-65)
    pc.psolve(10)
    pc.nthread(1)
    return [...v]
  }
  const one = run(1)
  assert.ok(Math.max(...one) > 0)
  assert.deepEqual(run(3), one)
})

test("values come back from a job as they went", () => {
  const value = { a: [1, NaN, -0, Infinity], b: "µ", c: null, d: undefined, e: true, v: n.Vector([1, 2]), f: new Float64Array([3, 4]), o: { x: {} } }
  pc.submit((x) => [x, x.v.sum(), x.f instanceof Float64Array, x.d === undefined], value)
  pc.working()
  const [back, sum, isArray, isUndefined] = pc.pyret()
  assert.deepEqual([sum, isArray, isUndefined], [3, true, true])
  assert.equal(Object.keys(back).join(), "a,b,c,d,e,v,f,o")
  assert.ok(Object.is(back.a[1], NaN) && Object.is(back.a[2], -0) && back.a[3] === Infinity)
  assert.deepEqual([...back.v, ...back.f], [1, 2, 3, 4])
  back.v[0] = 9
  assert.equal(value.v[0], 1)
})

test("a job has an empty model and default settings", () => {
  fresh()
  n.dt = 0.1
  pc.submit(() => [n.allsec().length, n.dt, n.t])
  pc.working()
  n.dt = 0.025
  assert.deepEqual(pc.pyret(), [0, 0.025, 0])
})

test("working unpacks the arguments of a job without a userid", () => {
  pc.submit((a, b) => a, 5, "text")
  pc.working()
  assert.equal(pc.upkscalar(), 5)
  assert.equal(pc.upkstr(), "text")
  pc.submit(3, (a) => a, 5)
  pc.working()
  assert.throws(() => pc.upkscalar(), /nothing is left/)
})

test("jobs nest, but not without end", () => {
  pc.submit((source) => {
    const again = (0, eval)(source), pc = n.ParallelContext()
    pc.submit(again, source)
    pc.working()
  }, "(function again(source) { const f = (0, eval)(source), pc = n.ParallelContext(); pc.submit(f, source); pc.working() })")
  assert.throws(() => pc.working(), /jobs submit jobs more than 8 deep/)
})

test("context runs in the runtime of every later job", () => {
  pc.context((L) => { n.Section("made", { L }) }, 33)
  pc.submit(() => [...n.allsec()].map((s) => s.L))
  pc.submit(() => n.allsec().length)
  pc.working()
  assert.deepEqual(pc.pyret(), [33])
  pc.working()
  assert.equal(pc.retval(), 1)
  assert.equal(pc.working(), 0)
})
