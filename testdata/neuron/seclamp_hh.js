// A family of voltage-clamp steps of squid axon membrane: sodium and potassium current and the clamp's.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const clamp = n.SEClamp(soma(0.5), { rs: 0.01, dur1: 1, amp1: -65, dur2: 6, dur3: 2, amp3: -65 });
const t = n.Vector().record(n._ref_t);
const recorded = [soma(0.5)._ref_v, soma(0.5)._ref_ina, soma(0.5)._ref_ik, clamp._ref_i].map((ref) => n.Vector().record(ref));
const steps = [];
for (const amp of [-90, -40, 0, 55]) {
  clamp.amp2 = amp;
  n.finitialize(-65);
  n.continuerun(8);
  steps.push(recorded.map((x) => [...x]));
}
console.log(JSON.stringify({
  t,
  v: steps.map((s) => s[0]),
  ina: steps.map((s) => s[1]),
  ik: steps.map((s) => s[2]),
  i: steps.map((s) => s[3]),
}));
n.load_file("stdrun.hoc");

