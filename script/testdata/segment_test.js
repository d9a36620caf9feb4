// Segments, the mechanisms in them, and references to their numbers.
const { test, assert } = require("gneuron/test")

function error(f) {
  const e = assert.throws(f)
  return `${e.name}: ${e.message}` + (e.hint ? ` | ${e.hint}` : "")
}

function soma(nseg = 1) {
  n.reset()
  const s = n.Section("soma", { L: 20, diam: 20, nseg })
  s.insert(n.pas).insert(n.hh)
  return s
}

test("place, geometry, names", () => {
  const s = soma(3)
  const seg = s(0.4)
  assert.deepEqual([seg.x, seg.diam, seg.cm, seg.v], [0.4, 20, 1, -65])
  assert.equal(seg.sec, s)
  assert.near(seg.area(), Math.PI * 400 / 3, 1e-9)
  assert.near(seg.volume(), Math.PI * 100 * 20 / 3, 1e-9)
  assert.equal(s(0).area(), 0)
  assert.equal(s(0).ri(), 1e30)
  assert.equal(String(seg), "soma(0.4)")
  assert.equal(`${s(1 / 3)}`, "soma(0.333333)")
  assert.ok(s(0.4).equals(s(0.5)) && !s(0.4).equals(s(0.1)) && !s(1).equals(s(0.9)))
  const d = n.Section("d")
  d.connect(s(1))
  assert.ok(d(0).equals(s(1)))
  assert.equal(d(0).node_index(), s(1).node_index())
})

test("variables by three ways", () => {
  const s = soma()
  const seg = s(0.5)
  seg.gnabar_hh = 0.2
  assert.deepEqual([seg.hh.gnabar, seg.gnabar_hh, s.gnabar_hh], [0.2, 0.2, 0.2])
  seg.hh.gnabar = 0.3
  assert.equal(seg.gnabar_hh, 0.3)
  seg.na_ion.ena = 40
  assert.equal(seg.ena, 40)
  seg.v = -50
  assert.equal(s.v, -50)
  assert.equal(seg.i_cap, 0)
})

test("iteration gives mechanisms newest first, then their variables", () => {
  const s = soma()
  assert.deepEqual([...s(0.5)].map((m) => m.name()), ["k_ion", "na_ion", "hh", "pas"])
  assert.deepEqual([...s(0.5)].map((m) => m.is_ion()), [true, true, false, false])
  assert.deepEqual([...s(0.5).hh].map((v) => v.name()),
    ["gnabar_hh", "gkbar_hh", "gl_hh", "el_hh", "gna_hh", "gk_hh", "il_hh", "m_hh", "h_hh", "n_hh"])
  assert.deepEqual([...s(0.5).na_ion].map(String), ["ena", "nai", "nao", "ina", "dina_dv_"])
  const [g] = s(0.5).pas
  assert.deepEqual([g[0], g.value, g.length, g.mech().name()], [0.001, 0.001, 1, "pas"])
  g.value = 0.002
  assert.equal(s.g_pas, 0.002)
  g[0] = 0.003
  assert.equal(s.g_pas, 0.003)
  assert.equal(s(0.5).hh.segment(), s(0.5))
  assert.equal(String(s(0.5).hh), "hh")
  assert.equal(error(() => g[1]), "RangeError: soma(0.5).pas.g has 1 element: index 1 is outside 0 to 0")
})

test("the ends have no mechanisms", () => {
  const s = soma(3)
  s(0.1).gnabar_hh = 0.5
  assert.equal(s(0).gnabar_hh, 0.5)
  assert.equal(error(() => s(0).hh), "TypeError: hh does not exist at soma(0): the ends of a section have no membrane")
  assert.deepEqual([...s(1)], [])
})

test("a misspelt name throws and suggests", () => {
  const s = soma(), bare = n.Section("bare")
  assert.equal(error(() => s(0.5).gnabr_hh), 'TypeError: soma(0.5) has no property "gnabr_hh" | did you mean "gnabar_hh"?')
  assert.equal(error(() => { s(0.5).gnabr_hh = 1 }), 'TypeError: soma(0.5) has no property "gnabr_hh" | did you mean "gnabar_hh"?')
  assert.equal(error(() => s(0.5).hh.gnabr), 'TypeError: soma(0.5).hh has no property "gnabr" | did you mean "gnabar"?')
  assert.equal(error(() => { s(0.5).hh.gnabr = 1 }), 'TypeError: soma(0.5).hh has no property "gnabr" | did you mean "gnabar"?')
  assert.equal(error(() => s(0.5)._ref_V), 'TypeError: soma(0.5) has no property "_ref_V" | did you mean "_ref_v"?')
  assert.equal(error(() => bare(0.5).hh), 'TypeError: hh is not inserted in bare | call bare.insert("hh")')
  assert.equal(error(() => bare(0.5).gnabar_hh), 'TypeError: bare has no gnabar_hh: hh is not inserted | call bare.insert("hh")')
  assert.equal(error(() => { bare(0.5).hh.gnabar = 1 }), 'TypeError: hh is not inserted in bare | call bare.insert("hh")')
  assert.equal(error(() => { s(0.5).x = 1 }), "TypeError: soma(0.5).x cannot be set")
  assert.equal(error(() => { s(0.5).hh = 1 }),
    "TypeError: soma(0.5).hh is a mechanism and cannot be set | set its variables: soma(0.5).hh.gnabar = ...")
  assert.equal(error(() => { s(0.5).v = "x" }), "TypeError: soma(0.5).v must be a number, not 'x'")
  assert.equal(error(() => { s(0.5).hh.gl = NaN }), "RangeError: soma(0.5).gl_hh = NaN is not a number")
  assert.equal(error(() => delete s(0.5).v), "TypeError: soma(0.5).v cannot be deleted")
})

test("an error names section, mechanism and variable", () => {
  const s = soma()
  const e = assert.throws(() => { s(0.5).gnabar_hh = -1 }, RangeError)
  assert.deepEqual([e.section, e.mechanism, e.variable, e.value, e.range], ["soma", "hh", "gnabar_hh", -1, [0, 1e9]])
})

test("references", () => {
  const s = soma(3)
  const v = s(0.5)._ref_v, g = s(0.5).hh._ref_gnabar
  v.value = -33
  assert.deepEqual([s(0.5).v, v.value, v[0]], [-33, -33, -33])
  g.value += 0.1
  assert.near(s(0.5).gnabar_hh, 0.22, 1e-15)
  assert.equal(error(() => { g.value = -1 }), "RangeError: soma(0.5).gnabar_hh = -1 is outside 0 to 1e+09")
  assert.equal(error(() => g.valu), 'TypeError: soma(0.5)._ref_gnabar_hh has no property "valu" | did you mean "value"?')
  assert.equal(error(() => { s(0.5)._ref_v = 1 }),
    "TypeError: soma(0.5)._ref_v is a reference and cannot be set | set the number itself: soma(0.5).v = ...")
  s.nseg = 5
  assert.equal(v.value, -33)
  assert.equal(g.value, s(0.5).gnabar_hh)
  s.uninsert("hh")
  assert.equal(error(() => g.value), 'TypeError: soma has no gnabar_hh: hh is not inserted | call soma.insert("hh")')
})

test("free and computed references", () => {
  const a = n.ref(3)
  a.value++
  a[0] += 1
  assert.equal(a.value, 5)
  const twice = n.ref(() => 2 * a.value)
  assert.equal(twice.value, 10)
  assert.equal(error(() => { twice.value = 1 }), "TypeError: n.ref(function) cannot be set")
  assert.equal(error(() => n.ref([1])), "TypeError: the argument of n.ref must be a number, not [ 1 ]")
  assert.equal(error(() => n.ref(() => "x").value), "TypeError: the function of n.ref gave 'x', not a number")
})

test("a mechanism's procedures and functions", () => {
  const s = soma()
  s(0.5).hh.rates(-65)
  assert.near(n.minf_hh, 0.05293248525724958, 1e-15)
  assert.near(s(0.5).hh.vtrap(1, 2), 1 / (Math.exp(0.5) - 1), 1e-12)
  assert.equal(error(() => s(0.5).hh.vtrap(1)), "TypeError: soma(0.5).hh.vtrap takes 2 arguments (x, y), not 1")
})

test("units", () => {
  const s = soma()
  assert.deepEqual(["IClamp.amp", "IClamp.delay", "gnabar_hh", "ena", "nai", "v", "L", "diam", "t"].map((x) => n.units(x)),
    ["nA", "ms", "S/cm2", "mV", "mM", "mV", "um", "um", "ms"])
  assert.equal(n.units(s(0.5)._ref_v), "mV")
  assert.equal(error(() => n.units("gnabr_hh")), 'ReferenceError: there is no variable "gnabr_hh" | did you mean "gnabar_hh"?')
  const { ms, mV, um, nM, "µm": micro } = require("neuron/units")
  assert.deepEqual([ms, mV, um, nM, micro, n.units.s], [1, 1, 1, 1e-6, 1, 1000])
})

// A user's mechanism with limits, arrays, a function and a procedure.
const leak = `NEURON { SUFFIX leak2  NONSPECIFIC_CURRENT i  RANGE g, e, w }
PARAMETER { g = .001 (S/cm2) <0, 1>  e = -65 (mV)  w[3] }
ASSIGNED { v (mV)  i (mA/cm2) }
BREAKPOINT { i = g*(v - e) }
FUNCTION twice(x) { twice = 2*x*g }
PROCEDURE setg(x) { g = x }
`

test("arrays, functions and procedures of a user's mechanism", () => {
  n.reset()
  n.load_mechanism(leak)
  const s = n.Section("s", { nseg: 2 })
  s.insert(n.leak2)
  const a = s(0.2), b = s(0.7)
  a.leak2.w[1] = 4
  s.w_leak2[2] = 7
  assert.deepEqual([[...a.leak2.w], [...b.leak2.w]], [[0, 4, 7], [0, 0, 7]])
  assert.equal(a._ref_w_leak2[1].value, 4)
  assert.equal(a.leak2._ref_w[1].value, 4)
  assert.deepEqual(s.psection().density_mechs.leak2.w, [[0, 4, 7], [0, 0, 7]])
  assert.equal(error(() => a.leak2.w[3]), "RangeError: s(0.2).w_leak2 has 3 elements: index 3 is outside 0 to 2")
  assert.equal(error(() => { a.leak2.w = 1 }), "TypeError: s(0.2).leak2.w is an array of 3 | set its elements: s(0.2).leak2.w[0] = ...")
  b.leak2.setg(0.25)
  assert.deepEqual([a.g_leak2, b.g_leak2], [0.001, 0.25])
  assert.equal(b.leak2.twice(4), 2)
  n.setdata_leak2(a)
  assert.near(n.twice_leak2(4), 0.008, 1e-15)
})

test("a reference to a variable is the same one as long as the variable has its place", () => {
  const s = n.Section("s", { nseg: 3 });
  s.insert(n.hh);
  const ref = s(0.1)._ref_v;
  assert.equal(s(0.1)._ref_v === ref, true);
  assert.equal(s(0.1)._ref_m_hh === ref, false);
  assert.equal(s(0.5)._ref_v === ref, false);
  s(0.1).v = -61;
  s.nseg = 1; // the row of 0.5 goes on, that of 0.1 is gone
  s.v = -40;
  assert.equal(s(0.1)._ref_v.value, -40);
  // More segments than a section looks through.
  s.nseg = 31;
  const all = [...s];
  assert.equal(all.every((seg) => s(seg.x) === seg), true);
});
