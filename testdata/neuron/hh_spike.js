// One action potential of the squid axon's channels, rates from the table.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert(n.hh);
const ic = n.IClamp(soma(0.5));
ic.delay = 2;
ic.dur = 0.1;
ic.amp = 0.9;
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-65);
n.continuerun(40);
console.log(JSON.stringify({ t, v }));
n.load_file("stdrun.hoc");

