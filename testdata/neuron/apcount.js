// APCount: spikes of hh counted and recorded, other thresholds, one that is above its threshold at the start.
n.load_file("stdrun.hoc");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5));
[ic.delay, ic.dur, ic.amp] = [2, 30, 0.15];
const counters = [], vectors = [];
for (const thresh of [-20, 10, -70, 100]) {
  const counter = n.APCount(soma(0.5));
  counter.thresh = thresh;
  const times = n.Vector([1, 2, 3]);
  counter.record(times);
  counters.push(counter);
  vectors.push(times);
}
const count = n.Vector().record(counters[0]._ref_n);
n.finitialize(-65);
n.continuerun(50);
const first = vectors.map((x) => [...x]);
counters[0].record();
n.finitialize(-65);
n.continuerun(20);
console.log(JSON.stringify({ n: count, first, second: vectors, counts: counters.map((c) => c.n), last: counters.map((c) => c.time),
  firing: counters.map((c) => c.firing) }));
