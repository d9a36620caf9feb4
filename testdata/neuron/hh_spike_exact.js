// One action potential with the rates computed exactly, without the table.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
n.usetable_hh = 0;
const ic = n.IClamp(soma(0.5), { delay: 2, dur: 0.1, amp: 0.9 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-65);
n.continuerun(40);
console.log(JSON.stringify({ t, v }));
n.load_file("stdrun.hoc");

