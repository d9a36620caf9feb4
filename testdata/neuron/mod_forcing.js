// The forcing functions and curves of nocmodl's library.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
soma.insert("forcing");
const names = ["wave", "square", "saw", "back", "climb", "shot", "shots", "stairs", "bell", "hyper", "fall", "rise", "sink", "prob"];
const rec = {};
for (const k of names) rec[k] = n.Vector().record(soma(0.5).forcing["_ref_" + k]);
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 2, amp: 0.3 });
n.finitialize(-65);
while (n.t < 4) n.fadvance();
console.log(JSON.stringify(rec));
