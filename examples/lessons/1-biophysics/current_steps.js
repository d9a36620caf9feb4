// Steps of current into the passive soma: how far and how fast the potential moves.
import { n } from "neuron";
import { ms, mV, nA } from "neuron/units";
import { inputResistance, membraneTimeConstant, restingPotential } from "gneuron/analysis";

const soma = n.Section("soma"); // 100 by 100 um
soma.insert(n.pas);
const iclamp = n.IClamp(soma(0.5), { delay: 10 * ms, dur: 20 * ms });
const v = n.Vector().record(soma(0.5)._ref_v);
const t = n.Vector().record(n._ref_t);

// run injects amp [nA] and gives a copy of the potential.
function run(amp) {
  iclamp.amp = amp;
  n.finitialize(-70 * mV);
  n.continuerun(50 * ms);
  return v.toArray();
}
const amps = [-2, -1, 0, 1, 2].map((x) => x * nA);
const traces = amps.map(run);

// What theory says of it: one over g times the area, and cm/g.
const area = soma(0.5).area() * 1e-8; // cm2
const R = 1e-6 / (soma.g_pas * area); // MOhm
const tau = (soma.cm / soma.g_pas) * 1e-3; // ms
console.log(`theory: R = 1/(g area) = ${R.toFixed(3)} MOhm, tau = cm/g = ${tau} ms`);
for (const [k, amp] of amps.entries()) {
  if (amp === 0) continue;
  iclamp.amp = amp;
  const steady = restingPotential(t, traces[k], 28, 30); // mV
  const charging = membraneTimeConstant(t, traces[k], 10, 30);
  console.log(`${String(amp).padStart(2)} nA: v goes to ${steady.toFixed(3)} mV; R = ${inputResistance(t, traces[k], iclamp).toFixed(3)} MOhm, tau = ${charging.tau.toFixed(3)} ms`);
}
console.log(`each nA moves v by R = ${R.toFixed(2)} mV: Ohm's law; tau is longer than cm/g by dt/2, an error of the steps`);

const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [11, 4.5] });
for (const [k, amp] of amps.entries()) left.plot(t, traces[k], { label: `${amp} nA` });
left.set_title("Steps of current from 10 to 30 ms");
left.set_xlabel("t (ms)");
left.set_ylabel("v (mV)");
left.legend("upper right");
right.plot(amps, amps.map((amp) => -70 + R * amp), { label: "-70 mV + R I" });
right.plot(amps, traces.map((v) => v[Math.round(30 / n.dt) - 1]), "ro", { label: "at the end of the step" });
right.set_title("A straight line");
right.set_xlabel("I (nA)");
right.set_ylabel("v (mV)");
right.legend("upper left");
plt.show(figure);
