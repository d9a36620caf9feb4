// The voltage across a membrane, by hand: forward Euler on dV/dt = -V/(RC).
//
// A membrane of capacitance C [F] and resistance R [ohm] that starts at V = 5 mV
// loses its charge through the resistance. One step of length dt [s] is
//
//     V(t+dt) = V(t) - V(t)/(RC) dt = V(t) (1 - dt/(RC))
//
// After "Part 1" of the Single Neuron Biophysics notebook (D. Sterratt, 2025),
// with its questions answered by runs.

const V0 = 5e-3; // volts
const line = (t, V) => `t = ${t.toFixed(3)}s ; V = ${V.toFixed(5)}V`;

// euler takes N steps and gives the times [s] and voltages [V], N+1 of each.
function euler(C, R, dt, N) {
  const t = [0];
  const V = [V0];
  for (let i = 0; i < N; i++) {
    t.push(t[i] + dt);
    V.push(V[i] - (V[i] / (R * C)) * dt);
  }
  return { t, V };
}

// timeTo gives the time [s] at which V first falls to a fraction of V0, on the
// straight line between two steps.
function timeTo({ t, V }, fraction) {
  const i = V.findIndex((x) => x <= fraction * V0);
  return t[i - 1] + ((t[i] - t[i - 1]) * (V[i - 1] - fraction * V0)) / (V[i - 1] - V[i]);
}
const inMs = (seconds) => `${(1e3 * seconds).toFixed(1)} ms`;

console.log("1.A  The first simulation");
{
  const C = 1e-12; // farads
  const R = 10e9; // ohms
  console.log(C);
  console.log(R);
  const dt = 1e-3; // seconds
  let t = 0; // seconds
  let V = V0; // volts
  console.log(line(t, V));
  for (let i = 0; i < 5; i++) {
    t = t + dt;
    V = V - (V / (R * C)) * dt;
    console.log(line(t, V));
  }
}

console.log("\n1.B  Saved and plotted: C = 2 pF, R = 50 GOhm, 5 steps of 100 ms");
{
  const { t, V } = euler(2e-12, 50e9, 100e-3, 5);
  t.forEach((x, i) => console.log(line(x, V[i])));
  const f = plt.figure({ title: "Five steps of 100 ms", x_axis_label: "t (s)", y_axis_label: "v (V)" });
  f.line(t, V, { line_width: 2 });
  plt.show(f);
}

const dt = 1e-3;
const N = 500;
const first = euler(1e-12, 10e9, dt, N);
const slower = euler(1e-12, 50e9, dt, N);
const slowest = euler(2e-12, 50e9, dt, N);
const e = 1 / Math.E;

console.log("\n1. How long does V take to fall to about 1/3? (C = 1 pF, R = 10 GOhm, dt = 1 ms)");
console.log(`   To 1/e = 37 % of 5 mV: ${inMs(timeTo(first, e))}. One third of the way to 0, to 67 %: ${inMs(timeTo(first, 2 / 3))}.`);

console.log("2. R five times as large:");
console.log(`   To 1/e: ${inMs(timeTo(slower, e))}, ${(timeTo(slower, e) / timeTo(first, e)).toFixed(2)} times as long.`);

console.log("3. C two times as large as well:");
console.log(`   To 1/e: ${inMs(timeTo(slowest, e))}, ${(timeTo(slowest, e) / timeTo(slower, e)).toFixed(2)} times as long again.`);

console.log("4. The product RC is a time, the time constant of the decay:");
const runs = [
  { name: "first", C: 1e-12, R: 10e9, run: first },
  { name: "slower", C: 1e-12, R: 50e9, run: slower },
  { name: "slowest", C: 2e-12, R: 50e9, run: slowest },
];
for (const { name, C, R, run } of runs) {
  console.log(`   ${name}: RC = ${inMs(R * C)}, time to 1/e = ${inMs(timeTo(run, e))}`);
}
console.log("   The runs are half a step too fast, 0.5 ms: the error of Euler with dt = 1 ms.");

console.log("5. Steps ten times as long, ten times fewer of them (C = 2 pF, R = 50 GOhm):");
const tenfold = euler(2e-12, 50e9, 10e-3, 50);
const at = ({ t, V }, seconds) => V[t.findIndex((x) => x > seconds - 1e-9)];
const exact = V0 * Math.exp(-1);
const off = (x) => `${(1e3 * x).toFixed(3)} mV (${(100 * (x / exact - 1)).toFixed(1)} %)`;
console.log(`   At t = 100 ms the exact V is ${(1e3 * exact).toFixed(3)} mV; dt = 1 ms gives ${off(at(slowest, 0.1))}, dt = 10 ms ${off(at(tenfold, 0.1))}.`);

console.log("6. And again, dt = 100 ms:");
const hundredfold = euler(2e-12, 50e9, 100e-3, 5);
console.log(`   dt = RC, so that 1 - dt/(RC) = 0: the first step ends at ${Math.abs(1e3 * hundredfold.V[1]).toFixed(3)} mV and stays there.`);

console.log("\nWhere Euler goes wrong: each step multiplies V by 1 - dt/(RC), here with RC = 100 ms");
const rows = [50, 100, 150, 200, 210, 1000].map((step) => ({ step, ...euler(2e-12, 50e9, step * 1e-3, 5) }));
for (const { step, V } of rows) {
  const factor = 1 - step / 100;
  const kind = factor > 0 ? "decays" : factor === 0 ? "jumps to 0" : factor > -1 ? "rings, decays" : factor === -1 ? "rings for ever" : "grows without bound";
  console.log(`   dt = ${String(step).padStart(4)} ms  factor ${factor.toFixed(1).padStart(4)}  V in mV: ${V.map((x) => (1e3 * x + 0).toFixed(2).replace("-0.00", "0.00")).join(", ")}  ${kind}`);
}
console.log("   Beyond dt = RC the sign is wrong, and beyond dt = 2 RC the error grows with each step:");
console.log("   |1 - dt/(RC)| > 1. The implicit Euler step of the solver divides by 1 + dt/(RC) instead");
console.log("   and decays for every dt.");

const f = plt.figure({ title: "Forward Euler with RC = 100 ms", x_axis_label: "t (s)", y_axis_label: "v (V)" });
const smooth = euler(2e-12, 50e9, 1e-3, 1000);
f.line(smooth.t, smooth.V, { line_width: 2, legend_label: "dt = 1 ms" });
for (const { step, t, V } of rows.slice(1, 5)) {
  f.line(t, V, { line_width: 2, legend_label: `dt = ${step} ms` });
}
plt.show(f);
