// When a current clamp is on: delay 0, ordinary edges, edges off the grid and on its middle, shorter than a step, two that overlap.
function compartment(name, ...clamps) {
  const sec = n.Section(name);
  sec.L = sec.diam = 30;
  sec.insert("pas");
  const made = [];
  for (const [delay, dur, amp] of clamps) {
    const ic = n.IClamp(sec(0.5));
    ic.delay = delay;
    ic.dur = dur;
    ic.amp = amp;
    made.push(ic);
  }
  return { sec, made };
}

const compartments = [
  compartment("zero", [0, 1, 0.1]),
  compartment("ordinary", [5, 1, 0.1]),
  compartment("off", [1.01, 0.98, 0.2]),
  compartment("middle", [1.0125, 1.0125, 0.2]),
  compartment("short", [2, 0.02, 0.3]),
  compartment("shorter", [2.01, 0.001, 0.3]),
  compartment("overlap", [1, 3, 0.1], [2.5, 3, -0.07]),
  compartment("never", [4, 0, 0.1]),
];
const t = n.Vector().record(n._ref_t);
const v = compartments.map((c) => n.Vector().record(c.sec(0.5)._ref_v));
const i = compartments.flatMap((c) => c.made).map((ic) => n.Vector().record(ic._ref_i));
n.finitialize(-70);
n.continuerun(7);
const standard = n.IClamp(compartments[0].sec(0.5));
console.log(JSON.stringify({ t, v, i, standard: [standard.delay, standard.dur, standard.amp, standard.i] }));
n.load_file("stdrun.hoc");

