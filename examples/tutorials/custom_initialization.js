// Custom initialization: start a run from the cell's own resting state.
//
// n.finitialize(-65) sets the same potential everywhere. But if soma and dendrite
// would rest at different potentials, the cell first drifts for tens of ms, and
// that drift is in everything one measures. The cure: let the cell settle before
// t = 0, inside of finitialize.
//
// Follows the exercise "Custom initialization" of NEURON's course.
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

const soma = n.Section("soma", { L: 20 * um, diam: 20 * um, Ra: 160 });
const dend = n.Section("dend", { L: 1000 * um, diam: 5 * um, Ra: 160 });
dend.connect(soma(1));
soma.insert("hh"); // rests near -65 mV
dend.insert("pas"); // rests at -70 mV
dend.g_pas = 1e-4; // S/cm2
n.d_lambda();

const t = n.Vector().record(n._ref_t);
const v_soma = n.Vector().record(soma(0.5)._ref_v);
const v_dend = n.Vector().record(dend(1)._ref_v);

// One run; and v along the cell at its start and its end.
const places = [...soma.allseg(), ...dend.allseg()];
const x = places.map((seg) => n.distance(soma(0), seg)); // um
function simulate() {
  n.finitialize(-65 * mV);
  const before = places.map((seg) => seg.v);
  n.continuerun(40 * ms);
  const after = places.map((seg) => seg.v);
  return { soma: [...v_soma], dend: [...v_dend], before, after };
}
const plain = simulate();

// A handler runs within finitialize, after v and all states were set. It goes back
// in time so far that nothing of the experiment can happen, runs until all is at
// rest, and comes back to t = 0.
function settle(t0 = -1000 * ms, dur = 200 * ms) {
  n.t = t0;
  while (n.t < t0 + dur) n.fadvance();
  n.t = 0;
  n.fcurrent(); // currents, and
  n.frecord_init(); // first samples, of the state reached
}
const handler = n.FInitializeHandler(settle);
const settled = simulate();
handler.delete(); // or else all later runs would begin like this, too

const drift = (v) => Math.max(...v) - Math.min(...v);
for (const [name, run] of [["plain", plain], ["settled", settled]]) {
  console.log(`${name}: v moves by ${drift(run.soma).toFixed(4)} mV in the soma, by ${drift(run.dend).toFixed(4)} mV at the tip`);
}
console.log(`at rest: soma ${settled.before[1].toFixed(3)} mV, tip of the dendrite ${settled.before.at(-1).toFixed(3)} mV`);

const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [12, 5] });
left.plot(t, plain.soma, { color: "C0", label: "soma" });
left.plot(t, plain.dend, { color: "C1", label: "tip of the dendrite" });
left.plot(t, settled.soma, { color: "C0", linestyle: "--", label: "soma, settled" });
left.plot(t, settled.dend, { color: "C1", linestyle: "--", label: "tip, settled" });
left.set_title("The drift after finitialize, and without it");
left.set_xlabel("t (ms)");
left.set_ylabel("v (mV)");
left.legend();
right.plot(x, plain.before, { color: "black", label: "t = 0, plain" });
right.plot(x, settled.before, { color: "C2", label: "t = 0, settled" });
right.plot(x, plain.after, { color: "C3", linestyle: ":", linewidth: 3, label: "t = 40 ms, plain" });
right.set_title("v along the cell");
right.set_xlabel("distance from the soma's end (um)");
right.set_ylabel("v (mV)");
right.legend();
plt.show(figure);

export { t, plain, settled, x };
