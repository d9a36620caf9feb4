// Model e: a ring of 128 ball-and-stick cells, each of which excites the next;
// sixteen spikes travel around it.
const { measure } = require("./timing.js");

const cells = [];
for (let i = 0; i < 128; i++) {
  const soma = n.Section(`soma[${i}]`, { L: 12.6157, diam: 12.6157 });
  soma.insert(n.hh);
  const dend = n.Section(`dend[${i}]`, { L: 200, diam: 1, nseg: 5 });
  dend.insert(n.pas);
  for (const segment of dend) segment.pas.e = -65;
  dend.connect(soma(1));
  cells.push({ soma, synapse: n.ExpSyn(dend(0.5), { tau: 2 }) });
}
for (let i = 0; i < 128; i++) {
  const { soma } = cells[i];
  const next = n.NetCon(soma(0.5)._ref_v, cells[(i + 1) % 128].synapse, { sec: soma });
  next.weight[0] = 0.01;
  next.delay = 5;
}
const stimulus = n.NetStim({ start: 1, number: 1 });
for (let i = 0; i < 128; i += 8) {
  const kick = n.NetCon(stimulus, cells[i].synapse);
  kick.weight[0] = 0.04;
  kick.delay = 1;
}
measure(50);
