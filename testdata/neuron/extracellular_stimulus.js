// An axon between two electrodes far away: e_extracellular falls along it and is played, as a step in one half, between points in the other. use_fast_imem, too.
const axon = n.Section("axon");
Object.assign(axon, { L: 3000, diam: 8, nseg: 31 });
axon.insert("hh");
axon.insert("extracellular");
n.CVode().use_fast_imem(1);
const times = n.Vector([0, 1, 1.2, 1.6, 5]);
[...axon].forEach((seg, i) => {
  if (i % 2) n.Vector([0, 0, 3 * i, 0, 0]).play(seg._ref_e_extracellular, times, true);
  else n.Vector([0, 3 * i, 1.5 * i, 0, 0]).play(seg._ref_e_extracellular, times);
});
const t = n.Vector().record(n._ref_t);
const v = [0, 0.1, 0.5, 0.9, 1].map((x) => n.Vector().record(axon(x)._ref_v));
const vext = [0, 0.5, 0.9].map((x) => n.Vector().record(axon(x)._ref_vext[0]));
const i_membrane = n.Vector().record(axon(0.5)._ref_i_membrane);
const fast = [0.5, 1].map((x) => n.Vector().record(axon(x)._ref_i_membrane_));
n.finitialize(-65);
n.continuerun(5);
console.log(JSON.stringify({ t, v, vext, i_membrane, i_membrane_: fast.map((x) => [...x].slice(1)) }));
