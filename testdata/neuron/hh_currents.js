// Six sustained currents, from a failed spike through trains to depolarisation block.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5));
ic.delay = 2;
ic.dur = 100;
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const traces = [];
for (const amp of [-0.1, 0.02, 0.08, 0.15, 0.5, 3]) {
  ic.amp = amp;
  n.finitialize(-65);
  n.continuerun(40);
  traces.push([...v]);
}
console.log(JSON.stringify({ t, v: traces }));
n.load_file("stdrun.hoc");

