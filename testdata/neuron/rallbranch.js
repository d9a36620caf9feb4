// rallbranch 2 and 5: a dendrite that stands for several equal ones.
const soma = n.Section("soma");
soma.L = soma.diam = 15;
soma.insert("hh");
const dend = n.Section("dend", { L: 150, diam: 2, nseg: 5 });
dend.insert("pas");
dend.e_pas = -65;
dend.connect(soma(1));
const twigs = n.Section("twigs", { L: 100, diam: 1, nseg: 3 });
twigs.insert("pas");
twigs.e_pas = -65;
twigs.connect(dend(1));
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 1, amp: 0.6 });
const t = n.Vector().record(n._ref_t);
const v = [soma(0.5), dend(0.5), twigs(1)].map((seg) => n.Vector().record(seg._ref_v));
const traces = [];
for (const [first, second] of [[1, 1], [2, 1], [2, 5]]) {
  dend.rallbranch = first;
  twigs.rallbranch = second;
  n.finitialize(-65);
  n.continuerun(8);
  traces.push(v.map((x) => [...x]));
}
console.log(JSON.stringify({
  t,
  v: traces,
  read: [soma.rallbranch, dend.rallbranch, twigs.rallbranch],
  area: twigs(0.5).area(),
  ri: dend(0.1).ri(),
}));
n.load_file("stdrun.hoc");

