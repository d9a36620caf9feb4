// IntFire2 and IntFire4 with excitation and inhibition at random: biases, time constants in and out of order and too near.
n.load_file("stdrun.hoc");
const soma = n.Section("soma");
const sources = [4, 9].map((interval, k) => {
  const stim = n.NetStim();
  [stim.start, stim.interval, stim.number, stim.noise] = [1 + 2 * k, interval, 200, 1];
  stim.noiseFromRandom123(k + 1, 0, 0);
  return stim;
});
const second = [[20, 10, 0], [10.05, 10, 0], [15, 3, 1.2], [5, 8, 0.5], [40, 11, 0.95], [8, 7.9, 2]].map((x) => {
  const cell = n.IntFire2();
  [cell.taus, cell.taum, cell.ib] = x;
  return cell;
});
const fourth = [[5, 10, 20, 50], [5, 2, 20, 10], [1, 20, 10, 30], [12, 6, 6.005, 20], [5, 10, 30, 20], [3, 10, 20, 10.002]].map((x) => {
  const cell = n.IntFire4();
  [cell.taue, cell.taui1, cell.taui2, cell.taum] = x;
  return cell;
});
const all = [...second, ...fourth];
const spikes = all.map((cell) => {
  sources.forEach((stim, k) => {
    const nc = n.NetCon(stim, cell);
    [nc.delay, nc.weight[0]] = [[1, 1.5][k], [0.45, -0.4][k]];
  });
  const times = n.Vector();
  n.NetCon(cell, null).record(times);
  return times;
});
n.finitialize(-65);
n.continuerun(250);
console.log(JSON.stringify({ count: spikes.map((x) => x.length), spikes,
  taus: [...second.map((c) => [c.taus, c.taum]), ...fourth.map((c) => [c.taue, c.taui1, c.taui2, c.taum])],
  m: all.map((c) => c.m), M: all.map((c) => c.M()),
  i: second.map((c) => c.i), I: all.map((c) => c.I()),
  states: fourth.map((c) => [c.e, c.i1, c.i2, c.E()]), factors: fourth.map((c) => [c.ae, c.ai1, c.ai2]),
  events: fourth.map((c) => [c.nself, c.nexcite, c.ninhibit]), eps: [n.eps_IntFire4, n.taueps_IntFire4] }));
