// A spike that travels along an axon, seen at five places.
const axon = n.Section("axon");
axon.L = 5000;
axon.diam = 1;
axon.nseg = 101;
axon.Ra = 70;
axon.insert("hh");
const ic = n.IClamp(axon(0), { delay: 1, dur: 0.5, amp: 0.6 });
const t = n.Vector().record(n._ref_t);
const v = [0, 0.25, 0.5, 0.75, 1].map((x) => n.Vector().record(axon(x)._ref_v));
n.finitialize(-65);
n.continuerun(25);
console.log(JSON.stringify({ t, v }));
n.load_file("stdrun.hoc");

