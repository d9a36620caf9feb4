// Passive charging: a step of current into one compartment with a leak.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("pas");
soma.g_pas = 0.0005;
const ic = n.IClamp(soma(0.5));
ic.delay = 5;
ic.dur = 20;
ic.amp = 0.05;
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-70);
n.continuerun(40);
console.log(JSON.stringify({ t, v, area: soma(0.5).area() }));
n.load_file("stdrun.hoc");

