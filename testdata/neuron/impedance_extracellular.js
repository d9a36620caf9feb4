// Impedance takes the outside as ground, whatever extracellular says.
function answer(imp, segs) {
  return segs.map((s) => [imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)]);
}
const cable = n.Section("cable");
Object.assign(cable, { L: 300, diam: 2, nseg: 5 });
cable.insert("pas");
cable.insert("extracellular");
for (const k of [0, 1]) cable.xg[k] = 1e-4;
n.SEClamp(cable(0.9), { rs: 300, dur1: 10, amp1: -60 });
n.finitialize(-65);
n.continuerun(1);
const imp = n.Impedance();
imp.loc(cable(0.1));
const results = [];
for (const f of [0, 50, 500]) {
  imp.compute(f);
  results.push(answer(imp, [0, 0.5, 1].map((x) => cable(x))));
}
console.log(JSON.stringify({ results }));
