// A chain of IntFire1 cells, driven by a random train; events within the refractory time; M() at the end.
n.load_file("stdrun.hoc");
const soma = n.Section("soma");
const stim = n.NetStim();
[stim.start, stim.interval, stim.number, stim.noise] = [1, 4, 100, 1];
stim.noiseFromRandom123(1, 0, 0);
const cells = [], times = {};
for (let k = 0; k < 5; k++) {
  const cell = n.IntFire1();
  [cell.tau, cell.refrac] = [8 + k, 5 + 3 * k];
  const nc = n.NetCon(cells.at(-1) ?? stim, cell);
  [nc.delay, nc.weight[0]] = [1 + k, k ? 1.1 - 0.1 * k : 0.6];
  cells.push(cell);
  times["t_" + k] = n.Vector();
  n.NetCon(cell, null).record(times["t_" + k]);
}
const m = n.Vector().record(cells[0]._ref_m);
n.finitialize(-65);
n.continuerun(200);
console.log(JSON.stringify({ m, last_m: cells.map((c) => c.m), M: cells.map((c) => c.M()), ...times }));
