// Two cells that excite each other, started by a NetStim; spikes detected at a threshold and recorded.
n.load_file("stdrun.hoc");
const cells = [], synapses = [];
for (let k = 0; k < 2; k++) {
  const soma = n.Section("soma" + k), dend = n.Section("dend" + k);
  soma.L = soma.diam = 12.6157;
  [dend.L, dend.diam, dend.nseg] = [200, 1, 5];
  dend.connect(soma(1));
  soma.insert("hh");
  dend.insert("pas");
  [dend.g_pas, dend.e_pas] = [0.001, -65];
  for (const sec of [soma, dend]) [sec.Ra, sec.cm] = [100, 1];
  const syn = n.ExpSyn(dend(0.5));
  syn.tau = 2;
  cells.push([soma, dend]);
  synapses.push(syn);
}
const stim = n.NetStim();
[stim.number, stim.start] = [1, 9];
const start = n.NetCon(stim, synapses[0]);
[start.delay, start.weight[0]] = [1, 0.04];
const times = [0, 1].map((k) => {
  const soma = cells[k][0];
  const nc = n.NetCon(soma(0.5)._ref_v, synapses[1 - k], { sec: soma });
  [nc.threshold, nc.delay, nc.weight[0]] = [-10, 5, 0.01];
  const spikes = n.Vector();
  nc.record(spikes);
  return spikes;
});
const t = n.Vector().record(n._ref_t);
const v0 = n.Vector().record(cells[0][0](0.5)._ref_v);
const v1 = n.Vector().record(cells[1][0](0.5)._ref_v);
const i = n.Vector().record(synapses[0]._ref_i);
n.finitialize(-65);
n.continuerun(80);
console.log(JSON.stringify({ t, v0, v1, i, t_0: times[0], t_1: times[1] }));
