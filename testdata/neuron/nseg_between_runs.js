// nseg changed between two runs of one model: recordings, the clamp and the range variables stay.
const cable = n.Section("cable", { L: 400, diam: 3 });
cable.insert("hh");
cable.nseg = 3;
cable(0.9).gnabar_hh = 0.06;
const ic = n.IClamp(cable(0.1), { delay: 1, dur: 1, amp: 0.6 });
const t = n.Vector().record(n._ref_t);
const v = [0.1, 0.9].map((x) => n.Vector().record(cable(x)._ref_v));
const traces = [];
for (const nseg of [3, 9, 1]) {
  cable.nseg = nseg;
  if (nseg === 1) v.forEach((x, i) => x.record(cable([0.1, 0.9][i])._ref_v)); // NEURON loses recordings of nodes that go
  n.finitialize(-65);
  n.continuerun(8);
  traces.push(v.map((x) => [...x]));
}
console.log(JSON.stringify({ t, v: traces }));
n.load_file("stdrun.hoc");

