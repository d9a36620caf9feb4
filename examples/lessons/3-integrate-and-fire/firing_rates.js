// The firing rate over the current: simulated, and by the formula.
//
//     r_isi = 1/(tau ln((R_m I_e + E_L - V_reset)/(R_m I_e + E_L - V_th)))
//
// for currents above I_th = (V_th - E_L)/R_m.
import { averageRate, E_L, lif, pulse, R_m, theory, V_th } from "./models/lif";

const currents = Array.from({ length: 11 }, (_, k) => 1.43 + 0.04 * k); // nA
const rates = currents.map((I) => averageRate(lif(pulse(I)).spikes)); // Hz

console.log("I_e (nA)   r_ave (Hz)   r_isi (Hz)");
currents.forEach((I, k) => {
  console.log(`${I.toFixed(2).padStart(6)}${rates[k].toFixed(2).padStart(13)}${theory(I).toFixed(2).padStart(13)}`);
});
console.log("The average lies below: the pulse starts at rest, not at a spike, and its end cuts an interval.");

const I_th = (V_th - E_L) / R_m; // nA
const fine = Array.from({ length: 350 }, (_, k) => I_th + 0.001 * (k + 1));
plt.plot(fine, fine.map((I) => theory(I)), { label: "r_isi" });
plt.plot(currents, rates, "ro", { label: "r_ave" });
plt.title("Firing rate of the leaky integrate-and-fire neuron");
plt.xlabel("I_e (nA)");
plt.ylabel("rate (Hz)");
plt.legend("upper left");
plt.show();
