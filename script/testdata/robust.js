// Calls everything with arguments that make no sense: random() gives the
// numbers from 0 to 1 that choose, told(text) hears of a call before it is
// made. What a call throws does not matter here, only that it comes back.
(random, told, calls) => {
  const pick = (list) => list[Math.floor(random() * list.length)]
  let soma, dend, seg, clamp, vec, ref, objects

  function build() {
    n.reset()
    soma = n.Section("soma", { nseg: 3 })
    dend = n.Section("dend")
    dend.connect(soma(1))
    soma.insert("hh").insert("pas")
    dend.insert("pas").insert("mine")
    seg = soma(0.5)
    clamp = n.IClamp(seg, { delay: 0.1, dur: 1, amp: 0.1 })
    vec = n.Vector([3, 1, 2])
    ref = seg._ref_v
    objects = {
      n, soma, dend, seg, clamp, vec, ref, plt,
      end: soma(0), hh: seg.hh, na: seg.na_ion, free: n.ref(1), time: n._ref_t, computed: n.ref(() => 2),
      synapse: n.AlphaSynapse(dend(0.2)), voltage: n.SEClamp(dend(0.7)), loose: n.IClamp(), recorded: n.Vector().record(ref),
      played: n.Vector([0, 1]).play(clamp._ref_amp, n.Vector([0, 1]), true),
      handler: n.FInitializeHandler(() => 0), list: n.SectionList([soma]), all: n.allsec(), points: n.List("IClamp"),
      connection: n.NetCon(ref, null, { sec: soma }), matrix: n.Matrix(2, 3), mine: dend(0.5).mine,
      figure: plt.figure(), Vector: n.Vector, Section: n.Section, mechanism: n.hh, cvode: n.CVode(), variable: [...seg.hh][0],
      elements: vec.x, units: n.units, shared: vec.as_numpy(), fs, process, console, Figure: plt.figure,
    }
  }

  n.load_mechanism(`NEURON { SUFFIX mine RANGE g, a, q NONSPECIFIC_CURRENT i GLOBAL b }
    PARAMETER { g = 1e-3 <0, 1> b[2] } STATE { q } ASSIGNED { v i a[3] } INITIAL { q = 0 a[1] = 2 }
    BREAKPOINT { SOLVE s METHOD cnexp i = g*(v + 60)*q } DERIVATIVE s { q' = -q + b[1] }
    FUNCTION f(x, y) { f = x/y + a[1] } PROCEDURE p(x) { b[0] = x }`)
  const skipped = new Set([
    "quit", "exit", "writeText", "savefig", "show", // they end the script or write files
    "constructor", "reset", "prompt", "load_mechanism", "load_mechanisms",
  ])
  function names(o) {
    const out = new Set()
    for (let p = o; p && p !== Object.prototype && p !== Function.prototype; p = Object.getPrototypeOf(p)) {
      for (const key of Reflect.ownKeys(p)) if (!skipped.has(key)) out.add(key)
    }
    if (typeof o === "function") out.delete("name") // the engine cannot bear a name that is no string
    return [...out]
  }

  const argument = () => pick([
    undefined, null, NaN, Infinity, -Infinity, -1, 0, 1, 2, 0.5, 7, 1e300, -1e300, 1e12, "", "x", "v", "hh", "IClamp", true,
    {}, { sec: soma }, { sec: 3 }, { nope: 1 }, [], [1, 2], [soma], () => 1, () => { throw new Error("mine") }, Symbol("s"), 10n,
    soma, dend, seg, clamp, vec, ref, objects.end, n, n.hh, n.IClamp, new Date(NaN), /x/, new Float64Array(2),
    Object.create(null), new Proxy({}, {}), { valueOf() { throw new Error("no number") } }, { toString: null, valueOf: null },
    { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }), length: 1 }.length,
  ])
  const show = (x) => { try { return typeof x === "symbol" ? "Symbol" : typeof x === "object" && x ? Object.prototype.toString.call(x) : String(x) } catch { return "?" } }
  const running = new Set(["run", "continuerun", "fadvance", "finitialize", "stdinit", "init", "steprun", "step", "advance"])

  for (let i = 0; i < calls; i++) {
    if (i % 40 === 0) build()
    const owner = pick(Object.keys(objects)), o = objects[owner]
    let key
    const args = Array.from({ length: Math.floor(random() * 5) }, argument)
    try {
      const list = names(o)
      key = list.length && random() < 0.95 ? pick(list) : pick(["nope", "_ref_v", "_ref_nope", "0", "-1", "", Symbol.iterator])
      if (running.has(key)) {
        n.dt = 0.025
        n.steps_per_ms = 40
        n.tstop = 1
        n.t = 0
        if (args.includes(1e300) || args.includes(1e12)) continue
      }
      const what = `${owner}.${String(key)}(${args.map(show).join(", ")})`
      told(what)
      switch (Math.floor(random() * 8)) {
        case 0: o[key] = args[0]; break
        case 1: new o[key](...args); break
        case 2: delete o[key]; break
        case 3: o[key].call(pick([clamp, vec, undefined, seg, soma, n]), ...args); break
        case 4: o(...args); break
        case 5: console.log(o[key], key in o, JSON.stringify(o)); break
        default: o[key](...args)
      }
    } catch {
      // an error is the right answer
    }
    try {
      if (random() < 0.1) {
        told("run")
        n.dt = 0.025
        n.t = 0
        n.steps_per_ms = 40
        n.finitialize(-65)
        n.continuerun(0.2)
      }
    } catch {
      // a model that cannot run
    }
  }
}
