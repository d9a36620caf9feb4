// Calcium enters by a current not linear in v, is buffered and pumped (solved implicitly) and opens a potassium channel.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
const dend = n.Section("dend", { L: 150, diam: 2, nseg: 5 });
dend.connect(soma(1));
for (const name of ["hh", "cal", "capump", "kca"]) soma.insert(name);
for (const name of ["pas", "cal", "capump", "kca"]) dend.insert(name);
dend.e_pas = -65;
soma.pbar_cal = 4e-5;
dend.pbar_cal = 4e-5;
soma.vmax_capump = 0.005;
n.kon_capump = 30;
n.celsius = 15;
const ic = n.IClamp(soma(0.5), { delay: 2, dur: 25, amp: 0.6 });
const t = n.Vector().record(n._ref_t);
const v = [soma(0.5), dend(0.9)].map((seg) => n.Vector().record(seg._ref_v));
const cai = [soma(0.5), dend(0.9)].map((seg) => n.Vector().record(seg._ref_cai));
const bound = n.Vector().record(soma(0.5).capump._ref_bound);
const o = n.Vector().record(soma(0.5).kca._ref_o);
n.finitialize(-65);
n.continuerun(30);
console.log(JSON.stringify({ t, v, cai, bound, o, order: [...soma(0.5)].map((m) => m.name()) }));
n.load_file("stdrun.hoc");

