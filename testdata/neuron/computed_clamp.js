// A current computed by the script before every step: fadvance in a loop, reading v and setting amp.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { dur: 1e9 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const amp = n.Vector().record(ic._ref_amp);
n.finitialize(-65);
while (n.t < 10) {
  ic.amp = 0.002 * (-50 - soma(0.5).v);
  n.fadvance();
}
console.log(JSON.stringify({ t, v, amp }));
n.load_file("stdrun.hoc");

