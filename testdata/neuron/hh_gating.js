// Gating variables, conductances and all currents of a spike: m, h, n, gna, gk, ina, ik, il, i_cap.
const soma = n.Section("soma");
soma.L = soma.diam = 12.6157;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 0.5, amp: 0.2 });
const seg = soma(0.5);
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(seg._ref_v);
const m = n.Vector().record(seg.hh._ref_m);
const hgate = n.Vector().record(seg.hh._ref_h);
const ngate = n.Vector().record(seg._ref_n_hh);
const gna = n.Vector().record(seg.hh._ref_gna);
const gk = n.Vector().record(seg._ref_gk_hh);
const ina = n.Vector().record(seg._ref_ina);
const ik = n.Vector().record(seg.k_ion._ref_ik);
const il = n.Vector().record(seg._ref_il_hh);
const i_cap = n.Vector().record(seg._ref_i_cap);
n.finitialize(-65);
n.continuerun(15);
console.log(JSON.stringify({ t, v, m, h: hgate, n: ngate, gna, gk, ina, ik, il, i_cap }));
n.load_file("stdrun.hoc");

