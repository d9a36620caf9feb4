// Voltage clamp: the currents of the squid's axon at fixed potentials, and the curves of
// current over voltage that Hodgkin and Huxley found this way.
//
// From -65 mV the membrane is stepped to one potential after another. The early inward
// current is sodium, which goes up to its reversal potential and turns there; the late
// outward one is potassium. Hodgkin, Huxley and Katz (1952), J. Physiol. 116:424-448.
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

const patch = n.Section("patch", { L: 10 * um, diam: 10 * um });
patch.insert(n.hh);
n.usetable_hh = 0;
const clamp = n.SEClamp(patch(0.5), { rs: 0.001, dur1: 2 * ms, amp1: -65 * mV, dur2: 10 * ms });

const t = n.Vector().record(n._ref_t);
const ina = n.Vector().record(patch(0.5)._ref_ina);
const ik = n.Vector().record(patch(0.5)._ref_ik);
const steps = Array.from({ length: 14 }, (_, k) => -60 + 10 * k); // mV
const peakNa = [];
const lateK = [];
const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [11, 4.4] });
for (const amp2 of steps) {
  clamp.amp2 = amp2;
  n.finitialize(-65 * mV);
  n.continuerun(11.9 * ms);
  // The sodium current where it is farthest from 0, up or down; the potassium current at the end.
  const far = Math.abs(ina.min()) > ina.max() ? ina.min() : ina.max();
  peakNa.push(1000 * far); // uA/cm2
  lateK.push(1000 * ik.at(-1));
  if (amp2 % 20 === 0) left.plot(t, [...ina].map((i, k) => 1000 * (i + ik[k])), { label: `${amp2} mV` });
}
const lowest = peakNa.indexOf(Math.min(...peakNa));
const above = peakNa.findIndex((i, k) => k > lowest && i > 0);
const reversal = steps[above - 1] + (10 * -peakNa[above - 1]) / (peakNa[above] - peakNa[above - 1]);
console.log(`sodium: most inward at ${steps[lowest]} mV, ${peakNa[lowest].toFixed(0)} uA/cm2; it turns at ${reversal.toFixed(1)} mV (ena = ${patch.ena} mV)`);
console.log(`potassium after 10 ms: ${lateK[0].toFixed(1)} uA/cm2 at ${steps[0]} mV, ${lateK.at(-1).toFixed(0)} at ${steps.at(-1)} mV`);

left.set_xlim(1.5, 12).set_title("Sodium and potassium current").set_xlabel("t (ms)").set_ylabel("current (uA/cm2)").legend();
right.axhline(0, { color: "gray", lw: 1 });
right.plot(steps, peakNa, "o-", { label: "sodium, peak" }).plot(steps, lateK, "s-", { label: "potassium, late" });
right.set_title("Current over voltage").set_xlabel("v (mV)").set_ylabel("current (uA/cm2)").legend();
plt.show(figure);
