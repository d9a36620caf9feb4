// A calcium current that is not linear in v (Goldman, Hodgkin, Katz) under voltage clamp and free; its functions are called.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("pas");
soma.insert("cal");
const clamped = n.Section("clamped");
clamped.L = clamped.diam = 20;
clamped.insert("cal");
clamped.cao = 5;
const clamp = n.SEClamp(clamped(0.5));
clamp.rs = 0.1;
clamp.dur1 = 1;
clamp.amp1 = -70;
clamp.dur2 = 5;
clamp.amp2 = 5;
clamp.dur3 = 4;
clamp.amp3 = -40;
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 4, amp: 0.7 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const ica = [soma, clamped].map((sec) => n.Vector().record(sec(0.5)._ref_ica));
const p = n.Vector().record(soma(0.5).cal._ref_p);
const i = n.Vector().record(clamp._ref_i);
n.finitialize(-70);
n.continuerun(12);
console.log(JSON.stringify({
  t, v, ica, p, i,
  inside: [soma.cai, clamped.cai, soma.cao, clamped.cao, soma.eca],
  bend: [-3, -1e-5, 0, 9e-5, 1e-4, 2].map((x) => n.bend_cal(x)),
}));
n.load_file("stdrun.hoc");

