// Exercise: find the threshold current by simulation, and compare with (V_th - E_L)/R_m.
//
// By bisection: between a current that is too small and one that fires, try the middle;
// it takes the place of one of the two. Each try halves the interval.
import { rheobase } from "gneuron/analysis";
import { E_L, lif, pulse, R_m, tau, tStimEnd, tStimStart, V_th } from "./models/lif";

function threshold(duration) {
  const end = tStimStart + duration;
  return rheobase((I) => lif(pulse(I, end), { tEnd: end }).spikes, { low: 0, high: 20, tolerance: 1e-6 }); // nA
}

const analytical = (V_th - E_L) / R_m; // nA
console.log(`300 ms long: ${threshold(tStimEnd - tStimStart).toFixed(6)} nA; (V_th - E_L)/R_m = ${analytical} nA`);

// A short pulse does not bring the potential to its end, only 1 - exp(-duration/tau) of
// the way, and must be stronger by that. The pulse of the tutorial has one step more than
// its length tells: both its ends count.
const formula = (duration) => analytical / (1 - Math.exp(-(duration + 0.1) / tau));
const durations = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50]; // ms
const found = durations.map(threshold);
for (const [k, duration] of durations.entries()) {
  console.log(`${String(duration).padStart(2)} ms long: ${found[k].toFixed(4)} nA; formula ${formula(duration).toFixed(4)} nA`);
}

const fine = Array.from({ length: 492 }, (_, k) => 0.9 + 0.1 * k);
plt.plot(fine, fine.map(formula), { label: "R_m I (1 - exp(-duration/tau)) = V_th - E_L" });
plt.plot(durations, found, "ro", { label: "found by bisection" });
plt.hlines(analytical, 0, 50, { color: "gray", linestyle: "--", label: "(V_th - E_L)/R_m" });
plt.title("How strong must a pulse be to fire?");
plt.xlabel("duration (ms)");
plt.ylabel("threshold current (nA)");
plt.ylim(0, null);
plt.legend("upper right");
plt.show();
