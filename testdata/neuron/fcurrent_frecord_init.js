// fcurrent and frecord_init: currents and first samples after a script changed the potential in mid-run.
const soma = n.Section("soma", { L: 20, diam: 20 });
soma.insert("hh");
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const ik = n.Vector().record(soma(0.5)._ref_ik);
const regular = n.Vector().record(soma(0.5)._ref_v, 0.5);
n.finitialize(-65);
n.continuerun(2);
const before = [soma(0.5).ina, soma(0.5).ik, soma(0.5).hh.il];
soma.v = -40;
const unmoved = soma(0.5).ik;
const returned = [n.fcurrent()];
const after = [soma(0.5).ina, soma(0.5).ik, soma(0.5).hh.il];
n.t = 0;
returned.push(n.frecord_init());
const lengths = [t, v, ik, regular].map((x) => x.length);
n.continuerun(3);
console.log(JSON.stringify({ t, v, ik, regular, before, unmoved, after, lengths, returned }));
