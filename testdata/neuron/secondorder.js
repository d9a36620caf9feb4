// A cable of squid axon with secondorder 0, 1 and 2: v and the currents, which 2 reports at another time.
const axon = n.Section("axon", { L: 800, diam: 2, nseg: 11 });
axon.insert("hh");
const ic = n.IClamp(axon(0.1), { delay: 1, dur: 1, amp: 0.5 });
const seg = axon(0.5);
const t = n.Vector().record(n._ref_t);
const names = ["v", "ina", "ik", "il_hh", "i_cap"];
const recorded = names.map((name) => n.Vector().record(seg["_ref_" + name]));
const answer = {};
for (const order of [0, 1, 2]) {
  n.secondorder = order;
  n.finitialize(-65);
  n.continuerun(8);
  names.forEach((name, k) => {
    answer[`${name}_${order}`] = [...recorded[k]];
  });
}
console.log(JSON.stringify({ t, ...answer }));
n.load_file("stdrun.hoc");

