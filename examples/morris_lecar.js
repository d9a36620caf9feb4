// A phase plane: the model of Morris and Lecar, below and above the current from which it
// fires on its own.
//
// A calcium current that follows v at once and a potassium current with the gate w. The
// numbers are those that Rinzel and Ermentrout (1998), in Koch and Segev, Methods in
// Neuronal Modeling, chapter 7, give for the Hopf case; after Morris and Lecar (1981),
// Biophys. J. 35:193-213.
import { phasePlane } from "gneuron/analysis";

const [C, gCa, gK, gL] = [20, 4.4, 8, 2]; // uF/cm2, mS/cm2
const [ECa, EK, EL] = [120, -84, -60]; // mV
const mInf = (v) => 0.5 * (1 + Math.tanh((v + 1.2) / 18));
const wInf = (v) => 0.5 * (1 + Math.tanh((v - 2) / 30));
const rate = (v) => 0.04 * Math.cosh((v - 2) / 60); // 1/ms
const model = (v, w, { I }) => [
  (I - gCa * mInf(v) * (v - ECa) - gK * w * (v - EK) - gL * (v - EL)) / C, // I in uA/cm2
  rate(v) * (wInf(v) - w),
];

const [figure, axes] = plt.subplots(1, 2, { figsize: [12, 4.8] });
[60, 100].forEach((I, k) => {
  const plane = phasePlane(model, { xlim: [-75, 60], ylim: [-0.05, 0.6], params: { I }, variables: ["v (mV)", "w"], arrows: 16 });
  plane.plot(axes[k]);
  axes[k].set_title(`I = ${I} uA/cm2`);
  for (const p of plane.fixedPoints) console.log(`I = ${I}: fixed point at v = ${p.x.toFixed(2)} mV, w = ${p.y.toFixed(4)}: ${p.type}`);
  const cycle = plane.limitCycle();
  console.log(cycle === null ? `I = ${I}: no limit cycle` : `I = ${I}: limit cycle from ${Math.min(...cycle.x).toFixed(1)} to ${Math.max(...cycle.x).toFixed(1)} mV, period ${cycle.period.toFixed(1)} ms`);
  const way = plane.trajectory([I === 60 ? -20 : -45, 0.02], 150);
  axes[k].plot(way.x, way.y, "C1", { label: "trajectory" }).legend();
});
plt.show(figure);
