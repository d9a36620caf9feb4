// The six questions about the RC circuit of euler.js, answered by runs.
import { spikeTimes } from "gneuron/analysis";

const V0 = 5e-3; // volts

// euler takes N steps of dt [s] and gives times [s] and voltages [V], N + 1 of each.
function euler(C, R, dt, N) {
  const t = [0];
  const V = [V0];
  for (let i = 0; i < N; i++) {
    t.push(t[i] + dt);
    V.push(V[i] - (V[i] / (R * C)) * dt);
  }
  return { t, V };
}

// timeTo is the time at which V falls to a part of V0: -V rises through it.
const timeTo = ({ t, V }, part) => spikeTimes(t, V.map((x) => -x), -part * V0)[0];
const ms = (seconds) => `${(1e3 * seconds).toFixed(1)} ms`;
const e = 1 / Math.E; // 37 %, about 1/3

const runs = [
  { name: "C = 1 pF, R = 10 GOhm", C: 1e-12, R: 10e9 },
  { name: "C = 1 pF, R = 50 GOhm", C: 1e-12, R: 50e9 },
  { name: "C = 2 pF, R = 50 GOhm", C: 2e-12, R: 50e9 },
].map((circuit) => ({ ...circuit, ...euler(circuit.C, circuit.R, 1e-3, 500) }));
const times = runs.map((run) => timeTo(run, e));

console.log("1. How long does V take to fall to about 1/3?");
console.log(`   ${ms(times[0])} to 1/e = 37 % of the start, with ${runs[0].name}`);
console.log("2. With R five times as large?");
console.log(`   ${ms(times[1])}: ${(times[1] / times[0]).toFixed(2)} times as long`);
console.log("3. With C two times as large as well?");
console.log(`   ${ms(times[2])}: ${(times[2] / times[1]).toFixed(2)} times as long again`);
console.log("4. What is the product of R and C?");
for (const [k, { name, C, R }] of runs.entries()) console.log(`   ${name}: RC = ${ms(R * C)}, time to 1/e = ${ms(times[k])}`);
console.log("   A time, the time constant of the decay. The runs are faster by dt/2: the error of Euler's method.");

// 5 and 6: steps ten times as long, and again.
const { C, R } = runs[2];
const RC = R * C; // 0.1 s
const coarse = [1, 10, 100].map((dt) => ({ dt, ...euler(C, R, 1e-3 * dt, 500 / dt) }));
const at = coarse.map(({ dt, V }) => 1e3 * V[100 / dt] + 0); // at t = RC [mV]
const off = at.map((x) => `${Math.abs(x).toFixed(3)} mV, ${(100 * (1 - x / (1e3 * V0 * e))).toFixed(1)} % too low`);
console.log("5. Steps of 10 ms, 50 of them?");
console.log(`   at t = RC V is ${off[1]}; with steps of 1 ms it was ${off[0]}`);
console.log("6. The same thing again, 5 steps of 100 ms?");
console.log(`   ${off[2]}: dt = RC, so that 1 - dt/(RC) = 0, and V is 0 after one step`);

console.log("Beyond: each step multiplies V by 1 - dt/(RC)");
const beyond = [150, 200, 210].map((dt) => ({ dt, ...euler(C, R, 1e-3 * dt, 5) }));
for (const { dt, V } of beyond) console.log(`   dt = ${dt} ms: V in mV = ${V.map((x) => (1e3 * x).toFixed(2)).join(", ")}`);
console.log("   Above RC the sign changes with each step, above 2 RC the steps grow without bound.");

const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [11, 4.5] });
for (const { name, t, V } of runs) left.plot(t, V, { label: name });
left.hlines(V0 * e, 0, 0.5, { color: "gray", linestyle: "--", label: "1/e of the start" });
left.set_title("Questions 1 to 4");
for (const { dt, t, V } of coarse) right.plot(t, V, dt > 1 ? "o-" : "-", { markersize: 4, label: `dt = ${dt} ms` });
for (const { dt, t, V } of beyond.slice(0, 2)) right.plot(t.slice(0, 3), V.slice(0, 3), "o--", { markersize: 4, label: `dt = ${dt} ms` });
right.set_title("Questions 5 and 6, and beyond");
right.set_xlim(0, 0.62);
for (const panel of [left, right]) {
  panel.set_xlabel("t (s)");
  panel.set_ylabel("v (V)");
  panel.legend("upper right");
}
plt.show(figure);
