// dt changed in the middle of a run, between calls of fadvance and between calls of continuerun.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 20, amp: 0.25 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-65);
n.continuerun(5);
n.dt = 0.1;
n.continuerun(10);
n.dt = 0.007;
for (let k = 0; k < 150; k++) n.fadvance();
n.dt = 0.025;
n.continuerun(15);
console.log(JSON.stringify({ t, v, dt: n.dt }));
n.load_file("stdrun.hoc");

