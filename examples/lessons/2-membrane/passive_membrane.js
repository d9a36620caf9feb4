// The passive membrane: a capacitor and a resistor side by side.
//
//     C dV/dt = (E - V)/R + I
//
// Its exact solution is V(t) = Vinf + (V(0) - Vinf) exp(-t/tau), with the steady
// state Vinf = E + R I and the time constant tau = R C.
import { n } from "neuron";
import { eulerStep } from "gneuron/integrators";

// 1. Orders of magnitude. What belongs to a piece of membrane of 1 mm2:
const cm = 10; // nF/mm2
const rm = 1; // MOhm mm2
console.log("area (mm2)   C (nF)   R (MOhm)   tau = R C (ms)   V for 0.1 nA (mV)");
for (const area of [0.01, 0.02, 0.05, 0.1]) {
  const C = cm * area; // nF: more membrane holds more charge
  const R = rm / area; // MOhm: and lets more current through
  const row = [area.toFixed(2), C.toFixed(1), R.toFixed(0), (R * C).toFixed(0), (R * 0.1).toFixed(0)];
  console.log(row.map((x, i) => x.padStart([6, 10, 11, 14, 18][i])).join(""));
}
console.log("MOhm times nF is ms, MOhm times nA is mV. The area cancels in tau.");

// 2. One cell, by the exact solution and by steps of Euler.
const area = 0.02; // mm2
const [C, R, E] = [cm * area, rm / area, -65]; // nF, MOhm, mV
const tau = R * C; // ms
const exact = (t, V0, I) => E + R * I + (V0 - E - R * I) * Math.exp(-t / tau);

function euler(V0, I, dt, tstop) {
  const t = [0];
  const V = [V0];
  for (let i = 0; i < Math.round(tstop / dt); i++) {
    t.push((i + 1) * dt);
    V.push(eulerStep(V[i], (V) => ((E - V) / R + I) / C, dt));
  }
  return { t, V };
}

const I = 0.2; // nA
console.log(`\nVinf = E + R I = ${E + R * I} mV; after tau V has come ${(100 * (1 - Math.exp(-1))).toFixed(1)} % of the way`);
for (const dt of [2, 1, 0.1, 0.01]) {
  const V = euler(E, I, dt, tau).V.at(-1);
  console.log(`dt ${dt} ms: V(tau) = ${V.toFixed(4)} mV, off by ${(V - exact(tau, E, I)).toFixed(4)} mV`);
}

// 3. The same cell as a section, in the units of the field: its side is a cylinder of
// 0.02 mm2; 10 nF/mm2 are 1 uF/cm2, and 1/(1 MOhm mm2) is 1e-4 S/cm2.
const side = Math.sqrt((area * 1e6) / Math.PI); // um
const cell = n.Section("cell", { L: side, diam: side, cm: (cm * 1e-3) / 1e-2 });
cell.insert("pas");
cell(0.5).pas.g = 1e-6 / rm / 1e-2;
cell(0.5).pas.e = E;
n.IClamp(cell(0.5), { delay: 0, dur: 1e9, amp: I });
n.dt = 0.01;
n.finitialize(E);
n.continuerun(tau);
console.log(`\na section of ${side.toFixed(1)} by ${side.toFixed(1)} um, cm ${cell.cm} uF/cm2, g ${cell(0.5).pas.g.toPrecision(1)} S/cm2`);
console.log(`gives V(tau) = ${cell.v.toFixed(3)} mV; exact ${exact(tau, E, I).toFixed(3)} mV`);

const [figure, [relax, step]] = plt.subplots(1, 2, { figsize: [11, 4.5] });
const times = Array.from({ length: 501 }, (_, i) => i * 0.1); // ms
for (const V0 of [-90, -75, -65, -45]) {
  relax.plot(times, times.map((t) => exact(t, V0, I)), { label: `V(0) = ${V0} mV` });
}
relax.hlines(E + R * I, 0, 50, { color: "k", linestyle: "--", label: "Vinf" });
relax.set_title("From anywhere to Vinf");
relax.set_xlabel("t (ms)");
relax.set_ylabel("V (mV)");
relax.legend("lower right");
step.plot(times, times.map((t) => exact(t, E, I)), "k", { label: "exact" });
for (const dt of [2, 5, 15]) {
  const { t, V } = euler(E, I, dt, 50);
  step.plot(t, V, "o-", { markersize: 4, label: `Euler, dt = ${dt} ms` });
}
step.set_title("0.2 nA from rest, in steps");
step.set_xlabel("t (ms)");
step.set_ylabel("V (mV)");
step.set_xlim(0, 50);
step.legend("lower right");
plt.show(figure);
