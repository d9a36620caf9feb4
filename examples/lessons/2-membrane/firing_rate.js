// The firing rate of the integrate-and-fire neuron for a constant current: simulated, by
// the formula, and by the straight line that the formula comes to for large currents.
//
// From vr the potential rises as V(t) = Vinf + (vr - Vinf) exp(-t/tm), Vinf = el + mr ie,
// and reaches th at t = tm ln((Vinf - vr)/(Vinf - th)): one over it is the rate.
import { n } from "neuron";
import { intervalRate } from "gneuron/analysis";
import { el, mr, th, tm, vr } from "./models/integrate_fire";

const formula = (ie) => (mr * ie > th - el ? 1000 / (tm * Math.log((mr * ie + el - vr) / (mr * ie + el - th))) : 0); // Hz
const linear = (ie) => Math.max(0, (1000 * (el - th + mr * ie)) / (tm * (th - vr))); // Hz

// All currents at once: a neuron for each, with steps that end at the spikes.
const currents = [0.8, 1.0, 1.01, 1.1, 1.25, 1.5, 2, 2.5, 3, 4]; // nA
const runs = n.ode("LIF", { tstop: 300, params: { E_L: el, V_th: th, V_reset: vr, R: mr, tau: tm, I: currents } });
const rates = runs.spikes.map((times) => intervalRate(times)); // Hz

console.log(`threshold current (th - el)/mr = ${((th - el) / mr).toFixed(2)} nA`);
console.log("ie (nA)   simulated   formula   linear (Hz)");
currents.forEach((ie, i) => {
  const row = [ie.toFixed(2), rates[i].toFixed(2), formula(ie).toFixed(2), linear(ie).toFixed(2)];
  console.log(row.map((x, k) => x.padStart([6, 12, 10, 9][k])).join(""));
});
console.log(`for large currents the line lies ${(formula(1000) - linear(1000)).toFixed(1)} Hz below the formula: 1/(2 tm)`);

const fine = Array.from({ length: 2001 }, (_, i) => 0.8 + i * 0.0016); // nA
plt.plot(fine, fine.map(formula), { label: "formula" });
plt.plot(fine, fine.map(linear), "--", { color: "gray", label: "linear" });
plt.plot(currents, rates, "ro", { label: "simulated" });
plt.title("Firing rate of the integrate-and-fire neuron");
plt.xlabel("ie (nA)");
plt.ylabel("rate (Hz)");
plt.legend("upper left");
plt.show();
