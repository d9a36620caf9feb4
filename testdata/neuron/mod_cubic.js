// An excitable cable of a cubic current, which has no constant conductance, with an implicit recovery; three secondorders.
n.load_mechanisms("mod");
const cable = n.Section("cable", { L: 500, diam: 4, nseg: 7 });
cable.insert("cubic");
const ic = n.IClamp(cable(0), { delay: 2, dur: 3, amp: 1 });
const t = n.Vector().record(n._ref_t);
const v = [0, 1].map((x) => n.Vector().record(cable(x)._ref_v));
const w = n.Vector().record(cable(0.5).cubic._ref_w);
const i = n.Vector().record(cable(0.5).cubic._ref_i);
const answer = { v: [], w: [], i: [] };
for (const order of [0, 1, 2]) {
  n.secondorder = order;
  n.finitialize(-70);
  n.continuerun(20);
  answer.v.push(v.map((x) => [...x]));
  answer.w.push([...w]);
  if (order === 2) answer.i = [...i];
}
console.log(JSON.stringify({ t, ...answer }));
n.load_file("stdrun.hoc");

