// secondorder with extracellular: NEURON moves vext by a half step only.
const cell = n.Section("cell");
Object.assign(cell, { L: 200, diam: 4, nseg: 3 });
cell.insert("hh");
cell.insert("extracellular");
n.IClamp(cell(0.5), { delay: 0.1, dur: 0.5, amp: 0.5 });
const t = n.Vector().record(n._ref_t);
const seg = cell(0.5);
const recorded = [seg._ref_v, seg._ref_vext[0], seg._ref_i_membrane, seg._ref_ina, seg._ref_i_cap].map((ref) => n.Vector().record(ref));
const runs = [];
for (const order of [1, 2]) {
  for (const g of [1e9, 10]) {
    cell.xg[0] = g;
    n.secondorder = order;
    n.finitialize(-65);
    n.continuerun(3);
    runs.push(recorded.map((x) => [...x]));
  }
}
console.log(JSON.stringify({ t, runs }));
