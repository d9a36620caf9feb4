// A sustained current at three temperatures, rates computed exactly.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
n.usetable_hh = 0;
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 35, amp: 0.3 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const traces = [];
for (const celsius of [6.3, 16.3, 26.5]) {
  n.celsius = celsius;
  n.finitialize(-65);
  n.continuerun(40);
  traces.push([...v]);
}
console.log(JSON.stringify({ t, v: traces }));
n.load_file("stdrun.hoc");

