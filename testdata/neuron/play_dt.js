// Vector.play with an interval instead of times: on the steps and off them.
const cells = [];
for (const [name, interval] of [["half", 0.5], ["off", 0.33]]) {
  const sec = n.Section(name);
  sec.L = sec.diam = 30;
  sec.insert("pas");
  const ic = n.IClamp(sec(0.5));
  ic.dur = 1e9;
  const samples = n.Vector([0.1, 0.2, -0.1, 0, 0.3, 0.05]);
  samples.play(ic._ref_amp, interval);
  cells.push({ sec, ic, samples, v: n.Vector().record(sec(0.5)._ref_v), amp: n.Vector().record(ic._ref_amp) });
}
const t = n.Vector().record(n._ref_t);
n.finitialize(-70);
n.continuerun(5);
console.log(JSON.stringify({ t, v: cells.map((c) => c.v), amp: cells.map((c) => c.amp) }));
n.load_file("stdrun.hoc");

