// Exercise: which current makes the excitable model of fitzhugh_nagumo.js oscillate?
//
// The current moves the fixed point along the cubic nullcline. It lets the state go where
// the eigenvalues' real part, (1 - v^2 - b/tau)/2, is above 0: for v between -v0 and v0,
// v0 = sqrt(1 - b/tau). The two currents that bring it there are
//
//     R I = (v + a)/b - v + v^3/3   at v = -v0 and v0.
import { phasePlane, rheobase } from "gneuron/analysis";

const [a, b, tau] = [0.66, 0.5, 10];
const plane = (RI) => phasePlane("FitzHughNagumo", { xlim: [-3, 3], ylim: [-3, 7], params: { a, b, tau, I: RI }, cells: 40, arrows: 1 });

const v0 = Math.sqrt(1 - b / tau);
const current = (v) => (v + a) / b - v + v ** 3 / 3;
const lets = (RI) => !plane(RI).fixedPoints[0].stable;
const onset = rheobase(lets, { low: 0, high: 1, tolerance: 1e-6 });
const end = -rheobase((x) => lets(-x), { low: -4, high: -1, tolerance: 1e-6 });
console.log(`the fixed point lets go from R I = ${onset.toFixed(4)} to ${end.toFixed(4)}; formula ${current(-v0).toFixed(4)} to ${current(v0).toFixed(4)}`);

// For each current: where the fixed point is, and how far the cycle goes.
const rows = Array.from({ length: 65 }, (_, k) => {
  const RI = 0.05 * k - 0.3;
  const p = plane(RI);
  const [point] = p.fixedPoints;
  return { RI, v: point.x, stable: point.stable, cycle: p.limitCycle() };
});
for (const RI of [0, 0.05, 0.5, 1.3]) {
  const { v, stable, cycle } = rows[Math.round((RI + 0.3) / 0.05)];
  const goes = cycle ? `cycle from ${Math.min(...cycle.x).toFixed(2)} to ${Math.max(...cycle.x).toFixed(2)}, period ${cycle.period.toFixed(2)}` : "no cycle";
  console.log(`R I = ${RI}: fixed point at v = ${v.toFixed(4)}, ${stable ? "stable" : "unstable"}; ${goes}`);
}

const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [11, 4.5] });
const RIs = rows.map(({ RI }) => RI);
left.plot(RIs, rows.map(({ v, stable }) => (stable ? v : NaN)), "k", { label: "stable fixed point" });
left.plot(RIs, rows.map(({ v, stable }) => (stable ? NaN : v)), "k--", { label: "unstable" });
left.plot(RIs, rows.map(({ cycle }) => (cycle ? Math.max(...cycle.x) : NaN)), "C0o", { markersize: 4, label: "ends of the limit cycle" });
left.plot(RIs, rows.map(({ cycle }) => (cycle ? Math.min(...cycle.x) : NaN)), "C0o", { markersize: 4 });
left.set_ylabel("v");
left.set_ylim(-2.4, 4);
left.legend("upper left");
right.plot(RIs, rows.map(({ cycle }) => (cycle ? cycle.period : NaN)), "o-", { markersize: 4 });
right.set_ylabel("period");
right.set_ylim(0, null);
for (const panel of [left, right]) panel.set_xlabel("R I");
plt.show(figure);
