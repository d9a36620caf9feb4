// The integrate-and-fire neuron: first as one loop, then as a function that takes the
// method of integration as an argument.
//
//     tm dV/dt = el - V + mr ie;   where V > th: a spike, and V = vr
import { eulerStep, rungeKutta } from "gneuron/integrators";
import { el, integrateFireTraces, mr, spikeTimes, th, tm, vr } from "./models/integrate_fire";

// 1. The loop: 1 s, a current from 100 ms on that is 1 % above what the threshold needs.
const tt = 1000; // ms
const dt = 0.1; // ms
const tis = []; // times [ms]
const vms = []; // membrane potential [mV]
const spt = []; // spike train
const ies = []; // input current [nA]
let ti = 0;
let vm = el;
while (ti <= tt) {
  const ie = ti < 100 ? 0 : 1.01;
  const dvt = (el - vm + mr * ie) / tm;
  vm += dt * dvt;
  ti += dt;
  const sp = vm > th;
  if (sp) vm = vr;
  tis.push(ti);
  vms.push(vm);
  spt.push(sp);
  ies.push(ie);
}
const first = spikeTimes(tis, spt);
const interval = first[1] - first[0];
console.log(`the loop: ${first.length} spikes, the first at ${first[0].toFixed(1)} ms, then every ${interval.toFixed(1)} ms`);

// 2. The function, with two integrators: a function is a value like any other.
const runs = [eulerStep, rungeKutta].map((integrator) => {
  const [tis, vms, spt] = integrateFireTraces(tt, dt, el, ies, integrator);
  const spikes = spikeTimes(tis, spt);
  console.log(`${integrator.name}: ${spikes.length} spikes, every ${(spikes[1] - spikes[0]).toFixed(1)} ms`);
  return { name: integrator.name, tis, vms };
});
const same = runs[0].vms.every((v, i) => v === vms[i]);
console.log(`eulerStep ${same ? "gives the loop's potentials, to the last bit" : "differs from the loop"}`);

// 3. Longer steps tell the integrators apart. From the reset the neuron needs
const exact = tm * Math.log((mr * 1.01 + el - vr) / (mr * 1.01 + el - th));
console.log(`\nexact interval ${exact.toFixed(3)} ms; simulated with`);
for (const dt of [0.05, 0.5, 5]) {
  const row = [eulerStep, rungeKutta].map((integrator) => {
    const [tis, , spt] = integrateFireTraces(500, dt, vr, [1.01], integrator);
    return `${integrator.name} ${spikeTimes(tis, spt)[0].toFixed(2)} ms`;
  });
  console.log(`dt ${dt} ms: ${row.join(", ")}`);
}
console.log("A spike falls on the end of a step: even an exact integrator is late by up to dt.");

const [figure, [top, middle, bottom]] = plt.subplots(3, 1, { figsize: [8, 9] });
top.plot(tis, ies, "C1");
top.set_title("Input current");
top.set_ylabel("ie (nA)");
middle.plot(tis, vms);
middle.hlines(th, 0, tt, { color: "red", linestyle: "--", label: "threshold" });
middle.vlines(first, th, th + 10, { color: "k", label: "spikes" });
middle.set_title("The loop, dt = 0.1 ms");
middle.set_ylabel("V (mV)");
middle.set_ylim(-67, -26);
middle.legend("upper right");
for (const integrator of [eulerStep, rungeKutta]) {
  const [tis, vms] = integrateFireTraces(150, 5, vr, [1.01], integrator);
  bottom.plot([0, ...tis], [vr, ...vms], "o-", { markersize: 4, label: `${integrator.name}, dt = 5 ms` });
}
const fine = integrateFireTraces(150, 0.05, vr, [1.01], rungeKutta);
bottom.plot(fine[0], fine[1], "k", { linewidth: 1, label: "rungeKutta, dt = 0.05 ms" });
bottom.set_title("Two integrators");
bottom.set_xlabel("t (ms)");
bottom.set_ylabel("V (mV)");
bottom.set_ylim(-67, -34);
bottom.legend("upper right");
plt.show(figure);
