// ki and ko set per segment with ek computed from them at every step, then changed in the middle of a run.
const axon = n.Section("axon", { L: 300, diam: 5, nseg: 3 });
axon.insert("hh");
n.ion_style("k_ion", 1, 2, 1, 1, 0, { sec: axon });
axon.ki = 120;
axon.ko = 5;
axon(0.5).ko = 8;
const ic = n.IClamp(axon(0), { delay: 1, dur: 1, amp: 1 });
const t = n.Vector().record(n._ref_t);
const v = [...axon].map((seg) => n.Vector().record(seg._ref_v));
const ek = [...axon].map((seg) => n.Vector().record(seg._ref_ek));
n.finitialize(-70);
n.continuerun(6);
axon(0.9).ko = 20;
n.continuerun(10);
console.log(JSON.stringify({
  t, v,
  ek: [ek[1], ek[2]],
  ek_first: axon(0.1).ek,
  ki: [...axon].map((seg) => seg.ki),
  ko: [...axon].map((seg) => seg.k_ion.ko),
}));
n.load_file("stdrun.hoc");

