// An axon of squid membrane in a thin, resistive layer of fluid: the spike's own field, with capacitors in the layers.
const axon = n.Section("axon");
Object.assign(axon, { L: 2000, diam: 5, nseg: 21 });
axon.insert("hh");
axon.insert("extracellular");
for (const k of [0, 1]) {
  axon.xraxial[k] = [2e4, 5e3][k];
  axon.xg[k] = [0.2, 0.05][k];
  axon.xc[k] = [0.1, 0.5][k];
}
n.IClamp(axon(0), { delay: 0.5, dur: 0.5, amp: 4 });
const t = n.Vector().record(n._ref_t);
const v = [0, 0.5, 0.9].map((x) => n.Vector().record(axon(x)._ref_v));
const vext = [0, 0.5, 1].flatMap((x) => [0, 1].map((k) => n.Vector().record(axon(x)._ref_vext[k])));
const i_membrane = [0.1, 0.5].map((x) => n.Vector().record(axon(x)._ref_i_membrane));
n.finitialize(-65);
n.continuerun(12);
console.log(JSON.stringify({ t, v, vext, i_membrane }));
