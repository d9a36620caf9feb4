// n.sweep: variants of a model side by side.
const { test, assert } = require("gneuron/test");

/** The error that f throws, as "Class: message | hint". */
function error(f) {
  const e = assert.throws(f);
  return `${e.name}: ${e.message}` + (e.hint ? ` | ${e.hint}` : "");
}

function build({ gnabar = 0.12, amp = 0.1 }) {
  const soma = n.Section("soma", { L: 20, diam: 20 });
  soma.insert(n.hh);
  soma.gnabar_hh = gnabar;
  const dend = n.Section("dend", { L: 200, diam: 1, nseg: 3 });
  dend.insert("pas");
  dend.connect(soma(1));
  const clamp = n.IClamp(soma(0.5), { delay: 2, dur: 1e9, amp });
  const spikes = n.NetCon(soma(0.5)._ref_v, null, { sec: soma, threshold: 0 });
  return { soma, dend, clamp, spikes };
}

/** One run by itself, as a script without sweeps makes it. */
function alone(p, tstop) {
  n.reset();
  const { soma, spikes } = build(p);
  const t = n.Vector().record(n._ref_t);
  const v = n.Vector().record(soma(0.5)._ref_v);
  const times = n.Vector();
  spikes.record(times);
  n.finitialize(-65);
  n.continuerun(tstop);
  return { t: t.toArray(), v: v.toArray(), spikes: times.toArray() };
}

const parameters = { gnabar: [0.08, 0.12], amp: [0, 0.1, 0.3] };
const model = (p) => {
  const { soma, spikes } = build(p);
  return { v: soma(0.5)._ref_v, spikes };
};

test("each variant has the numbers of a run by itself, to the last bit", () => {
  n.reset();
  const r = n.sweep({ parameters, model, tstop: 30 });
  assert.equal(r.length, 6);
  assert.deepEqual(r.parameters, ["gnabar", "amp"]);
  assert.deepEqual(r.columns, ["gnabar", "amp", "t", "v", "spikes"]);
  assert.deepEqual(r.rows.map((row) => [row.gnabar, row.amp]), [[0.08, 0], [0.08, 0.1], [0.08, 0.3], [0.12, 0], [0.12, 0.1], [0.12, 0.3]]);
  let all = 0;
  for (const row of r) {
    const one = alone(row, 30);
    assert.deepEqual(row.t.toArray(), one.t);
    assert.deepEqual(row.v.toArray(), one.v);
    assert.deepEqual(row.spikes.toArray(), one.spikes);
    all += one.spikes.length;
  }
  assert.ok(all > 3, "some variants fire");
});

test("more variants than a batch takes", () => {
  n.reset();
  const amp = n.Vector(2500).indgen(0, 0.0001);
  const r = n.sweep({
    parameters: { amp },
    tstop: 5,
    model: (p) => {
      const soma = n.Section("soma", { L: 20, diam: 20 });
      soma.insert("pas");
      n.IClamp(soma(0.5), { dur: 1e9, amp: p.amp });
      return { seg: soma(0.5) };
    },
    measure: ({ seg }, p, i) => ({ v: seg.v, i, same: p.amp === amp[i] }),
  });
  assert.equal(r.length, 2500);
  assert.deepEqual(r.column("i").toArray(), r.rows.map((_, i) => i));
  assert.ok(r.column("same").every((x) => x));
  const v = r.column("v");
  for (let i = 1; i < 2500; i++) assert.ok(v[i] > v[i - 1]);
});

test("the model of n is as it was, after an error too", () => {
  n.reset();
  const { soma, clamp } = build({});
  const v = n.Vector().record(soma(0.5)._ref_v);
  n.celsius = 10;
  n.finitialize(-60);
  n.continuerun(3);
  const before = JSON.stringify([n.t, n.dt, n.celsius, n.tstop, n.usetable_hh, soma(0.5).v, v.length, [...n.allsec()].map(String), clamp.toString()]);
  const state = n.SaveState();
  state.save();
  n.sweep({ parameters: { celsius: [6.3, 20], usetable_hh: [0, 1] }, dt: 0.05, tstop: 4, v_init: -70, model: () => ({ v: build({}).soma(0.5)._ref_v }) });
  assert.throws(() => n.sweep({ parameters, model: () => { build({}); throw new Error("no"); } }));
  assert.throws(() => n.sweep({ parameters, model, measure: () => 1, tstop: 1 }));
  assert.equal(JSON.stringify([n.t, n.dt, n.celsius, n.tstop, n.usetable_hh, soma(0.5).v, v.length, [...n.allsec()].map(String), clamp.toString()]), before);
  n.continuerun(6);
  const there = v.toArray();
  v.clear();
  state.restore();
  n.continuerun(6);
  assert.deepEqual(v.toArray(), there.slice(-v.length));
});

test("what the whole model shares runs one value after the other", () => {
  n.reset();
  const r = n.sweep({
    parameters: { amp: [0.1, 0.3], celsius: [6.3, 16.3], dt: [0.025, 0.05], usetable_hh: [0, 1] },
    tstop: 20,
    model: (p) => {
      assert.deepEqual([n.celsius, n.dt, n.usetable_hh], [p.celsius, p.dt, p.usetable_hh]);
      return { v: build(p).soma(0.5)._ref_v };
    },
  });
  assert.equal(r.length, 16);
  for (const row of r) {
    n.reset();
    const { soma } = build(row);
    n.celsius = row.celsius;
    n.dt = row.dt;
    n.usetable_hh = row.usetable_hh;
    const v = n.Vector().record(soma(0.5)._ref_v);
    n.finitialize(-65);
    n.continuerun(20);
    assert.deepEqual(row.v.toArray(), v.toArray());
  }
  n.reset();
});

test("options: every, v_init, celsius, a list of variants, keep", () => {
  n.reset();
  const r = n.sweep({
    parameters: [{ amp: 0.2, name: "a" }, { amp: 0.4, name: "b" }],
    tstop: 10, every: 0.5, v_init: -70, celsius: 16.3, secondorder: 2, keep: true,
    model: (p) => {
      n.usetable_hh = 0; // the same for all
      return { v: build(p).soma(0.5)._ref_v, sec: p.name };
    },
    measure: (trace) => ({ peak: trace.v.max() }),
  });
  assert.deepEqual(r.columns, ["amp", "name", "t", "v", "sec", "peak"]);
  assert.equal(r[1].t.length, 20);
  assert.equal(r[0].v[0], -70);
  assert.deepEqual(r.column("name"), ["a", "b"]);
  assert.deepEqual(r.column("sec"), ["a", "b"]);
  assert.equal(n.usetable_hh, 1);
});

test("the table: where, column, rows", () => {
  n.reset();
  const r = n.sweep({ parameters, tstop: 2, model, measure: (trace, p) => ({ twice: 2 * p.amp }) });
  assert.deepEqual(r.where({ gnabar: 0.12 }).column("twice").toArray(), [0, 0.2, 0.6]);
  assert.equal(r.where({ gnabar: 0.12, amp: 0.3 }).length, 1);
  assert.deepEqual(r.where((row) => row.twice > 0.1).column("amp").toArray(), [0.1, 0.3, 0.1, 0.3]);
  assert.deepEqual(r.failed, []);
  assert.ok(r.table().includes("gnabar"));
  assert.equal([...r].length, 6);
  assert.equal(error(() => r.column("rat")), 'ReferenceError: the sweep has no column "rat"');
  assert.equal(error(() => r.column("twic")), 'ReferenceError: the sweep has no column "twic" | did you mean "twice"?');
  assert.equal(error(() => r.where({ amp: 0.15 })), 'RangeError: no row of the sweep has amp = 0.15 | its values are those of sweep.column("amp"); a function of a row can compare otherwise');
  assert.equal(error(() => r[6]), "RangeError: the sweep has 6 variants: there is no row 6");
  assert.equal(String(r), "Sweep");
});

test("a variant that fails takes no other along", () => {
  n.reset();
  const make = (bad) => n.sweep({
    parameters: { amp: [0.1, 0.2, 0.3, 0.4, 0.5] },
    tstop: 30,
    model: (p) => {
      const { soma, spikes } = build(p);
      if (bad(p.amp)) n.IClamp(soma(0.5), { delay: 3, dur: 1, amp: 1e308 });
      return { v: soma(0.5)._ref_v, spikes };
    },
    measure: (trace) => ({ spikes: trace.spikes.length }),
  });
  const all = make(() => false).column("spikes").toArray();
  const some = make((amp) => amp === 0.2);
  assert.equal(some.failed.length, 1);
  assert.equal(some[1].amp, 0.2);
  assert.ok(/^in the variant \{amp: 0.2\}: (soma|dend)\(.*became infinite/.test(some[1].error), some[1].error);
  const spikes = some.column("spikes").toArray();
  assert.ok(Number.isNaN(spikes[1]));
  assert.deepEqual([spikes[0], ...spikes.slice(2)], [all[0], ...all.slice(2)]);
  assert.ok(error(() => make(() => true)).startsWith("ModelError: in the variant {amp: 0.1}: "));
});

test("errors name the variant", () => {
  n.reset();
  const sweep = (more) => error(() => n.sweep({ parameters, model, tstop: 1, ...more }));
  assert.equal(sweep({ model: (p) => { if (p.amp > 0.1) throw new TypeError("too much"); return model(p); } }),
    "TypeError: in the variant {gnabar: 0.08, amp: 0.3}: too much");
  assert.equal(sweep({ model: (p) => model({ ...p, gnabar: -1 }) }).slice(0, 63), "RangeError: in the variant {gnabar: 0.08, amp: 0}: soma.gnabar_");
  assert.equal(sweep({ model: () => undefined }),
    "TypeError: in the variant {gnabar: 0.08, amp: 0}: the model function of n.sweep gave undefined | it returns an object of what is to be recorded: return { v: soma(0.5)._ref_v };");
  assert.equal(sweep({ measure: () => 3 }),
    "TypeError: in the variant {gnabar: 0.08, amp: 0}: the function measure of n.sweep gave 3 | it returns an object of what it measured: measure: (trace) => ({ rate: trace.spikes.length })");
  assert.equal(sweep({ measure: () => ({ amp: 1 }) }),
    'TypeError: in the variant {gnabar: 0.08, amp: 0}: the function measure of n.sweep gave a "amp", which is the name of a parameter or a trace');
  assert.equal(sweep({ model: (p) => { n.celsius = 10 + p.amp; return model(p); } }),
    "ModelError: in the variant {gnabar: 0.08, amp: 0.1}: the model function of n.sweep sets n.celsius to 10.1, and for other variants to 10: it is one for all cells" +
    " | make it a parameter, parameters: {celsius: [...], ...}: the sweep then sets it, and runs its values one after the other");
  assert.equal(sweep({ parameters: { celsius: [6.3, -300] } }).slice(0, 63), "RangeError: in the variant {celsius: -300}: celsius = -300 is o");
});

test("what a sweep refuses", () => {
  n.reset();
  const mine = build({});
  const outer = mine.soma;
  n.finitialize(-65);
  const sweep = (more) => error(() => n.sweep({ parameters: { amp: [0.1] }, model, tstop: 1, ...more }));
  assert.equal(error(() => n.sweep()), "TypeError: n.sweep needs an object with the options model, parameters and tstop, not undefined");
  assert.equal(sweep({ parameter: 1 }), 'TypeError: n.sweep has no option "parameter" | did you mean "parameters"?');
  assert.equal(sweep({ model: 3 }), "TypeError: the option model of n.sweep must be a function, not 3 | model: (p) => { ...; return { v: soma(0.5)._ref_v }; }");
  assert.equal(sweep({ parameters: 3 }), "TypeError: the option parameters of n.sweep must be an object such as {amp: [0.1, 0.2]}, or an array of objects, not 3");
  assert.equal(sweep({ parameters: { amp: 3 } }), "TypeError: the parameter amp of n.sweep must be iterable, not 3");
  assert.equal(sweep({ parameters: {} }), "TypeError: n.sweep: there are no parameters to go through");
  assert.equal(sweep({ parameters: { amp: [] } }), "TypeError: n.sweep: there are no parameters to go through");
  assert.equal(sweep({ parameters: [{ amp: 1 }, { amps: 1 }] }), "TypeError: element 1 of the parameters of n.sweep has no amp, which element 0 has");
  assert.equal(sweep({ parameters: [{ amp: 1 }, { amp: 1, b: 2 }] }), "TypeError: element 1 of the parameters of n.sweep has b, which element 0 has not");
  assert.equal(sweep({ parameters: { t: [1] } }), "TypeError: n.sweep: a parameter cannot be called t: each row of the result has that already");
  assert.equal(sweep({ parameters: { dt: [1] }, dt: 1 }), "TypeError: n.sweep: dt is an option and a parameter");
  const within = "| the model function only builds; the sweep runs all variants together, from v_init to tstop";
  assert.equal(sweep({ model: (p) => { n.run(); } }), `ModelError: in the variant {amp: 0.1}: n.run() was called from within n.sweep ${within}`);
  assert.equal(sweep({ measure: () => { n.fadvance(); } }), `ModelError: in the variant {amp: 0.1}: n.fadvance() was called from within n.sweep ${within}`);
  assert.equal(sweep({ model: () => { n.reset(); } }), "ModelError: in the variant {amp: 0.1}: n.reset() was called from within n.sweep | call it before the sweep");
  assert.ok(sweep({ model: () => { n.sweep({ parameters: { a: [1] }, model }); } }).includes("n.sweep() was called from within a run or another sweep"));
  const own = "| the model function makes all objects of a variant; what it returns is recorded";
  assert.equal(sweep({ model: () => { outer(0.5).v = 3; } }), `ModelError: in the variant {amp: 0.1}: soma is not part of this variant of n.sweep ${own}`);
  assert.equal(sweep({ model: () => { mine.clamp.amp = 3; } }), `ModelError: in the variant {amp: 0.1}: IClamp[0] is not part of this variant of n.sweep ${own}`);
  assert.equal(sweep({ model: () => { build({}).dend.disconnect().connect(outer); } }), `ModelError: in the variant {amp: 0.1}: soma is not part of this variant of n.sweep ${own}`);
  const ref = outer(0.5)._ref_v;
  const clamp = mine.clamp._ref_i;
  assert.equal(sweep({ model: () => ({ v: ref }) }), `ModelError: in the variant {amp: 0.1}: soma(0.5)._ref_v is not part of this variant of n.sweep ${own}`);
  assert.equal(sweep({ model: () => ({ v: clamp }) }), `ModelError: in the variant {amp: 0.1}: IClamp[0]._ref_i is not part of this variant of n.sweep ${own}`);
  assert.ok(sweep({ model: () => { n.NetCon(ref, null); } }).includes("soma(0.5)._ref_v is not part of this variant"));
  let kept;
  n.sweep({ parameters: { amp: [0.1] }, tstop: 1, model: (p) => { kept = build(p); return {}; } });
  assert.equal(error(() => kept.soma.L), `ModelError: soma belongs to a variant of n.sweep, which is over ${own}`);
  assert.equal(error(() => kept.clamp.amp), `ModelError: IClamp[0] belongs to a variant of n.sweep, which is over ${own}`);
  assert.equal(outer(0.5).v, -65);
  assert.equal(mine.clamp.amp, 0.1);
});

test("handlers, events and played Vectors of a variant are its own", () => {
  n.reset();
  const wave = n.Vector([0, 0.2, 0]);
  const times = n.Vector([0, 5, 10]);
  const log = [];
  const { IClamp, Section } = n; // taken out of n
  const r = n.sweep({
    parameters: { start: [2, 4] },
    tstop: 12,
    model: (p) => {
      const soma = Section("soma", { L: 20, diam: 20 });
      soma.insert("hh");
      const clamp = IClamp(soma(0.5), { dur: 1e9 });
      if (p.start === 2) wave.play(clamp._ref_amp, times, true);
      const syn = n.ExpSyn(soma(0.5), { tau: 2 });
      const stim = n.NetStim({ start: p.start, number: 1 });
      n.NetCon(stim, syn, { weight: 0.05, delay: 1 });
      n.FInitializeHandler(() => { log.push(p.start); n.cvode.event(3, () => log.push(soma(0.5).v)); });
      return { v: soma(0.5)._ref_v, i: clamp._ref_i, g: syn._ref_g };
    },
  });
  assert.deepEqual(log.slice(0, 2), [2, 4]);
  assert.equal(log.length, 4);
  assert.ok(r[0].i.max() > 0.19);
  assert.deepEqual(r[1].i.max(), 0);
  const first = (v) => v.indwhere(">", 0);
  assert.ok(Math.abs(r[0].t[first(r[0].g)] - 3) < 0.06);
  assert.ok(Math.abs(r[1].t[first(r[1].g)] - 5) < 0.06);
});
