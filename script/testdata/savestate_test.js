// A run goes on from a saved state bit for bit.
const { test, assert } = require("gneuron/test")

function net() {
  const soma = n.Section("soma", { L: 20, diam: 20 });
  soma.insert("hh");
  const syn = n.Exp2Syn(soma(0.5), { tau1: 0.5, tau2: 4 });
  const stim = n.NetStim({ interval: 3, number: 20, start: 2, noise: 1 });
  stim.noiseFromRandom123(1, 2, 3);
  const cell = n.IntFire4();
  const drive = n.NetCon(stim, syn, 0, 1.5, 0.02);
  const kick = n.NetCon(stim, cell, 0, 0.7, 0.8);
  const back = n.NetCon(soma(0.5)._ref_v, cell, { sec: soma, delay: 6, weight: 0.5 });
  const clamp = n.IClamp(soma(0.5), { delay: 0, dur: 1e9 });
  const wave = n.Vector([0, 0.1, -0.05, 0.2, 0]);
  wave.play(clamp._ref_amp, n.Vector([0, 4, 9, 14, 30]), true);
  const steps = n.Vector([0.01, 0.02, 0.015]);
  const second = n.IClamp(soma(0.5), { delay: 0, dur: 1e9 });
  steps.play(second._ref_amp, n.Vector([1, 8, 13]));
  const v = n.Vector().record(soma(0.5)._ref_v);
  const sampled = n.Vector().record(syn._ref_g, 0.7);
  const spikes = n.Vector();
  n.NetCon(cell, null).record(spikes);
  return { soma, syn, stim, cell, drive, kick, back, clamp, second, v, sampled, spikes };
}

const same = (a, b) => {
  assert.equal(a.length, b.length);
  a.forEach((x, i) => assert.equal(Object.is(x, b[i]), true, `element ${i}: ${x} and ${b[i]}`));
};

for (const at of [0, 2.5, 7.31, 12]) {
  test(`from t = ${at} ms`, () => {
    n.reset();
    const m = net();
    n.finitialize(-65);
    n.continuerun(at);
    const state = n.SaveState();
    state.save();
    const t = n.t;
    const before = [m.v.length, m.sampled.length, m.spikes.length];
    n.continuerun(25);
    const first = [m.v, m.sampled, m.spikes].map((x, i) => x.toArray().slice(before[i]));
    const end = n.t;
    m.syn.tau2 = 77; // a mechanism that receives events comes back whole
    m.drive.weight = 3;
    state.restore();
    assert.equal(n.t, t);
    const again = [m.v.length, m.sampled.length, m.spikes.length];
    n.continuerun(25);
    assert.equal(n.t, end);
    const second = [m.v, m.sampled, m.spikes].map((x, i) => x.toArray().slice(again[i]));
    first.forEach((xs, i) => same(second[i], xs));
    assert.equal(m.spikes.length > 0, true);
  });
}

test("through a file, into a model built again", () => {
  n.reset();
  let m = net();
  n.finitialize(-65);
  n.continuerun(9);
  const state = n.SaveState();
  state.save();
  const path = `${process.env.GNEURON_TEST_DIR}/run.state`, file = n.File(path);
  file.wopen();
  state.fwrite(file);
  assert.equal(file.isopen(), 0);
  n.continuerun(25);
  const v = soma => soma(0.5).v, want = [v(m.soma), m.syn.g, m.cell.m, n.t];
  n.reset();
  m = net();
  const read = n.SaveState();
  file.ropen(path);
  read.fread(file);
  n.finitialize(-65);
  read.restore();
  n.continuerun(25);
  assert.deepEqual([v(m.soma), m.syn.g, m.cell.m, n.t], want);
});

test("functions that wait come back, but do not go into a file", () => {
  n.reset();
  n.Section("soma");
  const calls = [];
  n.finitialize(-65);
  n.CVode().event(3, () => calls.push(n.t));
  n.continuerun(1);
  const state = n.SaveState();
  state.save();
  n.continuerun(5);
  state.restore();
  n.continuerun(5);
  assert.equal(calls.length, 2);
  assert.equal(calls[0], calls[1]);
  const file = n.File(`${process.env.GNEURON_TEST_DIR}/functions.state`);
  file.wopen();
  assert.throws(() => state.fwrite(file), /a function of CVode.event waits for t = 3 ms, and functions do not go into files/);
  file.close();
});

test("random sequences go on where they were", () => {
  n.reset();
  const soma = n.Section("soma", { L: 20, diam: 20 });
  soma.insert("hh");
  const clamp = n.IClamp(soma(0.5), { delay: 0, dur: 1e9 });
  const noise = n.Random(3);
  noise.normal(0.1, 0.01);
  noise.play(clamp._ref_amp);
  const trains = n.List(), times = [];
  for (const kind of ["ACG", "Random123", "MCellRan4", "Isaac64", "MLCG"]) {
    const r = n.Random();
    if (kind === "Random123") r.Random123(1, 2, 3);
    else if (kind !== "ACG") r[kind](7);
    r.negexp(1);
    const stim = n.NetStim({ interval: 2, number: 1e9, start: 0, noise: 1 });
    stim.noiseFromRandom(r);
    trains.append(stim);
    const t = n.Vector();
    n.NetCon(stim, null).record(t);
    times.push(t);
  }
  const shared = n.NetStim({ interval: 2, number: 1e9, start: 0, noise: 1 });
  times.push(n.Vector());
  n.NetCon(shared, null).record(times[5]);
  n.finitialize(-65);
  n.continuerun(10);
  const state = n.SaveState();
  state.save();
  const file = n.File(`${process.env.GNEURON_TEST_DIR}/random.state`);
  file.wopen();
  state.fwrite(file);
  const before = times.map((t) => t.length);
  n.continuerun(30);
  const want = times.map((t, i) => t.toArray().slice(before[i])), v = soma(0.5).v;
  file.ropen();
  const read = n.SaveState();
  read.fread(file);
  for (const from of [state, read]) {
    from.restore();
    const again = times.map((t) => t.length);
    n.continuerun(30);
    assert.equal(soma(0.5).v, v);
    times.forEach((t, i) => same(t.toArray().slice(again[i]), want[i]));
  }
});

test("conditions of WATCH go on being watched", () => {
  n.reset();
  const soma = n.Section("soma", { L: 20, diam: 20 });
  const cell = n.AdExpIF(soma(0.5), { Iin: 1000 }), point = n.Izhikevich(soma(0.5), { Iin: 10 });
  const spikes = [n.Vector(), n.Vector()];
  n.NetCon(cell, null).record(spikes[0]);
  n.NetCon(point, null).record(spikes[1]);
  n.finitialize(-65);
  n.continuerun(33);
  const state = n.SaveState();
  state.save();
  const before = spikes.map((t) => t.length);
  n.continuerun(100);
  const want = spikes.map((t, i) => t.toArray().slice(before[i])), v = soma(0.5).v;
  state.restore();
  const again = spikes.map((t) => t.length);
  n.continuerun(100);
  spikes.forEach((t, i) => same(t.toArray().slice(again[i]), want[i]));
  assert.equal(soma(0.5).v, v);
  assert.ok(want[0].length > 0 && want[1].length > 0, "nothing fired");
});
