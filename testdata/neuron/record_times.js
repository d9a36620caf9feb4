// Vector.record at given times, on the steps, just before, just after and in their middle.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { delay: 2, dur: 0.1, amp: 0.9 });
const times = n.Vector([0, 0.001, 0.5, 1, 1.0124, 1.0125, 1.0126, 2.49999, 2.5, 3.14159, 3.14159, 4.01, 4.02, 5.05, 5.0500001,
  5.0625, 6, 9.99, 20]);
const t = n.Vector().record(n._ref_t, times);
const v = n.Vector().record(soma(0.5)._ref_v, times);
const i = n.Vector().record(ic._ref_i, times);
const every = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-65);
n.continuerun(10);
console.log(JSON.stringify({ t, v, i, every }));
n.load_file("stdrun.hoc");

