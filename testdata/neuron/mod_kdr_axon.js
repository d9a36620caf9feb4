// A spiking cable with hh's sodium and a potassium channel of one's own, its conductance different along the cable.
n.load_mechanisms("mod");
const axon = n.Section("axon", { L: 600, diam: 3, nseg: 9 });
axon.insert("hh");
axon.insert("kdr");
axon.gkbar_hh = 0;
[...axon].forEach((seg, k) => {
  seg.kdr.gbar = 0.06 + 0.005 * k;
});
n.celsius = 18;
const ic = n.IClamp(axon(0), { delay: 1, dur: 8, amp: 0.8 });
const t = n.Vector().record(n._ref_t);
const v = [0, 0.5, 1].map((x) => n.Vector().record(axon(x)._ref_v));
const g = n.Vector().record(axon(0.5).kdr._ref_g);
n.finitialize(-65);
n.continuerun(15);
console.log(JSON.stringify({ t, v, g }));
n.load_file("stdrun.hoc");

