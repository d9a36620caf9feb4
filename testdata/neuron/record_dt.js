// Vector.record at an interval: two steps and a bit, four steps, forty steps, less than a step.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { delay: 2, dur: 0.1, amp: 0.9 });
const intervals = [0.06, 0.1, 1.0, 0.02, 0.25];
const t = intervals.map((dt) => n.Vector().record(n._ref_t, dt));
const v = intervals.map((dt) => n.Vector().record(soma(0.5)._ref_v, dt));
const m = n.Vector().record(soma(0.5).hh._ref_m, 0.5);
n.finitialize(-65);
n.continuerun(10);
console.log(JSON.stringify({ t, v, m }));
n.load_file("stdrun.hoc");

