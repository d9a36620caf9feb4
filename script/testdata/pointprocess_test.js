// Point processes: n.IClamp(soma(0.5)) and its kin.
const { test, assert } = require("gneuron/test")

function error(f) {
  const e = assert.throws(f)
  return `${e.name}: ${e.message}` + (e.hint ? ` | ${e.hint}` : "")
}

function soma() {
  n.reset()
  return n.Section("soma", { L: 20, diam: 20 })
}

test("parameters as properties, options, both names of the delay", () => {
  const s = soma()
  const ic = n.IClamp(s(0.5), { delay: 5, dur: 1, amp: 0.1 })
  assert.deepEqual([ic.delay, ic.del, ic.dur, ic.amp, ic.i], [5, 5, 1, 0.1, 0])
  ic.delay = 7
  assert.equal(ic.del, 7)
  ic.del = 8
  assert.equal(ic._ref_delay.value, 8)
  assert.ok(ic instanceof n.IClamp)
  assert.equal(new n.IClamp(s(0.5), { del: 3 }).delay, 3)
  assert.deepEqual([String(ic), ic.hname(), ic.name(), JSON.stringify(ic)], ["IClamp[0]", "IClamp[0]", "IClamp[0]", '"IClamp[0]"'])
})

test("place", () => {
  const s = soma(), d = n.Section("dend", { nseg: 5 })
  const ic = n.IClamp(s(0.5))
  assert.ok(ic.has_loc())
  assert.equal(ic.get_segment(), s(0.5))
  ic.amp = 2
  ic.loc(d(0.3))
  assert.equal(ic.get_segment(), d(0.3))
  assert.equal(ic.amp, 2)
  assert.deepEqual(s(0.5).point_processes(), [])
  assert.equal(d(0.3).point_processes()[0], ic)
  ic.loc(0.9, { sec: d })
  assert.equal(ic.get_segment(), d(0.9))
  assert.equal(n.IClamp(0.5, { sec: s }).get_segment(), s(0.5))
  const free = n.IClamp()
  assert.equal(free.has_loc(), false)
  assert.equal(free.get_segment(), null)
  assert.equal(error(() => free.amp), `ModelError: ${free} is not located in a section | place it first: loc(segment)`)
})

test("mistakes", () => {
  const s = soma()
  const ic = n.IClamp(s(0.5))
  assert.equal(error(() => { ic.dura = 1 }), 'TypeError: IClamp[0] has no property "dura" | did you mean "dur"?')
  assert.equal(error(() => ic.dura), 'TypeError: IClamp[0] has no property "dura" | did you mean "dur"?')
  assert.equal(error(() => { ic.amp = NaN }), "RangeError: IClamp[0].amp = NaN is not a number")
  assert.equal(error(() => { ic.amp = "1" }), "TypeError: IClamp[0].amp must be a number, not '1'")
  assert.equal(error(() => { ic.dur = -1 }), "RangeError: IClamp[0].dur = -1 is outside 0 to 1e+09")
  assert.equal(error(() => { ic.loc = 3 }), "TypeError: IClamp[0].loc is a method and cannot be set")
  assert.equal(error(() => n.IClamp(s(0.5), { dely: 1 })), 'TypeError: n.IClamp has no option "dely" | did you mean "delay"?')
  assert.equal(error(() => n.IClamp(s(0.5), { wibble: 1 })),
    'TypeError: n.IClamp has no option "wibble" | its options are delay, dur, amp')
  assert.equal(error(() => n.IClamp(s)),
    "TypeError: the argument of n.IClamp must be a segment, not a section | give the place along it: soma(0.5)")
  assert.equal(error(() => n.IClamp(0.5)), "TypeError: n.IClamp(0.5): of which section? | n.IClamp(soma(0.5)), or n.IClamp(0.5, {sec: soma})")
  assert.equal(error(() => n.IClamp("soma")), "TypeError: the argument of n.IClamp must be a segment such as soma(0.5), not 'soma'")
  assert.equal(s(0.5).point_processes().length, 1, "a refused one is not left behind")
})

test("delete", () => {
  const s = soma()
  const ic = n.IClamp(s(0.5)), amp = ic._ref_amp
  ic.delete()
  ic.delete()
  assert.deepEqual(s(0.5).point_processes(), [])
  for (const f of [() => ic.amp, () => { ic.amp = 1 }, () => ic.loc(s(0.5)), () => ic.has_loc(), () => amp.value])
    assert.equal(error(f), "ModelError: IClamp[0] was deleted")
  assert.equal(String(ic), "IClamp[0]")
})

test("tokens of mechanisms", () => {
  const s = soma()
  assert.equal(n.hh, n.hh)
  assert.equal(n.hh.name(), "hh")
  assert.ok(n.na_ion.is_ion() && !n.hh.is_ion())
  n.hh.insert(s)
  assert.ok(s.has_membrane(n.hh))
  assert.equal(error(() => { n.hh.gnabar = 1 }),
    'TypeError: n.hh has no property "gnabar" | set it where it is inserted: soma.gnabar_hh = ..., or soma(0.5).hh.gnabar = ...')
})

test("arrays and functions of a user's point process", () => {
  const s = soma()
  n.load_mechanism(`NEURON { POINT_PROCESS Pair  NONSPECIFIC_CURRENT i  RANGE q, a }
PARAMETER { q = 1 }
ASSIGNED { v (mV)  i (nA)  a[2] }
BREAKPOINT { i = 0*q*v }
FUNCTION scaled(x) { scaled = x*q }
`)
  const p = n.Pair(s(0.5), { q: 3 })
  p.a[1] = 5
  assert.deepEqual([[...p.a], p.a.length, p._ref_a[1].value, p.scaled(2)], [[0, 5], 2, 5, 6])
  assert.equal(error(() => p.a[2]), "RangeError: Pair[0].a has 2 elements: index 2 is outside 0 to 1")
  assert.equal(error(() => { p._ref_q = 1 }), "TypeError: Pair[0]._ref_q is a reference and cannot be set | set the number itself: Pair[0].q = ...")
  assert.equal(error(() => p.scaled()), "TypeError: Pair[0].scaled takes 1 argument (x), not 0")
})
