// A low-threshold calcium burst: T-type channels whose eca follows the calcium of a linear pool, over squid axon channels.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 25;
for (const name of ["hh", "cat", "capool"]) soma.insert(name);
soma.gl_hh = 1e-4;
soma.gbar_cat = 0.008;
soma.tau_capool = 8;
n.celsius = 12;
const ic = n.IClamp(soma(0.5), { delay: 2, dur: 20, amp: -0.1 });
const seg = soma(0.5);
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(seg._ref_v);
const cai = n.Vector().record(seg._ref_cai);
const eca = n.Vector().record(seg._ref_eca);
const ica = n.Vector().record(seg._ref_ica);
const gates = [seg.cat._ref_m, seg.cat._ref_h].map((ref) => n.Vector().record(ref));
n.finitialize(-68);
n.continuerun(42);
console.log(JSON.stringify({ t, v, cai, eca, ica, gates, style: n.ion_style("ca_ion", { sec: soma }) }));
n.load_file("stdrun.hoc");

