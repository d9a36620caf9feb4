// Parameters, geometry, voltage and t changed between calls of continuerun, without a new initialisation.
const axon = n.Section("axon", { L: 200, diam: 5, nseg: 3 });
axon.insert("hh");
const ic = n.IClamp(axon(0.5), { dur: 1e9, amp: 0.5 });
const t = n.Vector().record(n._ref_t);
const v = [0.5, 1].map((x) => n.Vector().record(axon(x)._ref_v));
n.finitialize(-65);
n.continuerun(6);
ic.amp = 1.2;
n.continuerun(10);
axon.gnabar_hh = 0.2;
axon(0.5).el_hh = -50;
n.continuerun(14);
axon.diam = 8;
axon.Ra = 100;
n.continuerun(18);
axon(0.5).cm = 2;
axon(0.1).v = -20;
n.continuerun(22);
n.celsius = 12;
n.continuerun(26);
axon.v = -65;
ic.amp = 0;
n.continuerun(30);
console.log(JSON.stringify({ t, v }));
n.load_file("stdrun.hoc");

