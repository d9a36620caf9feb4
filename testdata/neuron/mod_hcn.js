// A current switched on by hyperpolarisation: two gates with if and else in their time constants, the sag and the rebound.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 30;
soma.insert("pas");
soma.g_pas = 1e-4;
soma.insert("hcn");
soma.gbar_hcn = 2e-4;
const dend = n.Section("dend", { L: 400, diam: 2, nseg: 7 });
dend.insert("hcn");
dend.fast_hcn = 0.25;
dend.taumin_hcn = 12;
dend.e_hcn = -35;
dend.connect(soma(1));
const ic = n.IClamp(soma(0.5), { delay: 10, dur: 60, amp: -0.3 });
n.dt = 0.1;
const t = n.Vector().record(n._ref_t);
const v = [soma(0.5), dend(1)].map((seg) => n.Vector().record(seg._ref_v));
const gates = [soma(0.5).hcn._ref_f, dend(0.5).hcn._ref_s].map((ref) => n.Vector().record(ref));
const i = n.Vector().record(soma(0.5).hcn._ref_i);
n.finitialize(-70);
n.continuerun(100);
console.log(JSON.stringify({ t, v, gates, i }));
n.load_file("stdrun.hoc");

