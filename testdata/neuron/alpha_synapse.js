// Alpha synapses on a dendrite, excitatory and inhibitory, one past its cut-off at ten time constants: v and their currents.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const dend = n.Section("dend", { L: 300, diam: 2, nseg: 9 });
dend.insert("pas");
dend.e_pas = -65;
dend.connect(soma(1));
const excitatory = n.AlphaSynapse(dend(0.8), { onset: 2, tau: 0.5, gmax: 0.05 });
const inhibitory = n.AlphaSynapse(soma(0.5), { onset: 9.99, tau: 1, gmax: 0.02, e: -80 });
const standard = n.AlphaSynapse(dend(0.2), { gmax: 0.01 });
const synapses = [excitatory, inhibitory, standard];
const t = n.Vector().record(n._ref_t);
const v = [soma, dend].map((sec) => n.Vector().record(sec(0.5)._ref_v));
const i = synapses.map((synapse) => n.Vector().record(synapse._ref_i));
n.finitialize(-65);
n.continuerun(22);
console.log(JSON.stringify({ t, v, i }));
n.load_file("stdrun.hoc");

