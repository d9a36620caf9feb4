// Exercise: a counting window that makes the simulated rates match the formula.
//
// The formula is about intervals, so count intervals: the window opens at the first spike
// and closes at the last one. What is left is the step: a spike waits for the end of the
// step in which the threshold is crossed, up to dt, and shorter steps make it go away.
import { intervalRate } from "gneuron/analysis";
import { averageRate, lif, pulse, theory } from "./models/lif";

const currents = Array.from({ length: 11 }, (_, k) => 1.43 + 0.04 * k); // nA
const exact = currents.map((I) => theory(I));
const largest = (rates) => Math.max(...rates.map((rate, k) => Math.abs(rate - exact[k])));

const average = currents.map((I) => averageRate(lif(pulse(I)).spikes));
console.log(`the time of the current: off by up to ${largest(average).toFixed(3)} Hz`);
const windows = [0.1, 0.01].map((dt) => {
  const rates = currents.map((I) => intervalRate(lif(pulse(I), { dt, tEnd: 400 }).spikes));
  console.log(`first to last spike, dt ${dt} ms: off by up to ${largest(rates).toFixed(3)} Hz`);
  return rates;
});
console.log(`at 1.83 nA: average ${average[10].toFixed(3)}, window ${windows[1][10].toFixed(3)}, formula ${exact[10].toFixed(3)} Hz`);

const fine = Array.from({ length: 350 }, (_, k) => 1.501 + 0.001 * k);
plt.plot(fine, fine.map((I) => theory(I)), { label: "formula" });
plt.plot(currents, average, "ro", { label: "counted from 100 to 400 ms" });
plt.plot(currents, windows[0], "ks", { label: "counted from first to last spike" });
plt.title("The same spikes, counted in two windows");
plt.xlabel("I_e (nA)");
plt.ylabel("rate (Hz)");
plt.legend("upper left");
plt.show();
