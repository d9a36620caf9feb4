// The FitzHugh-Nagumo model: an action potential from two variables, a fast v and a slow w.
//
//     dv/dt = v - v^3/3 - w + R I;   tau dw/dt = v + a - b w
//
// Where each slope is 0 runs a nullcline; where the two cross is a fixed point. The
// eigenvalues of the equations, made linear there, tell whether it holds the state
// (real parts below 0) or lets it go.
import { phasePlane, spikeTimes } from "gneuron/analysis";

const model = (v, w, { a, b, tau, RI }) => [v - v ** 3 / 3 - w + RI, (v + a - b * w) / tau];
const regimes = [
  { name: "oscillatory", params: { a: 0.5, b: 0.5, tau: 10, RI: 0 } },
  { name: "excitable", params: { a: 0.66, b: 0.5, tau: 10, RI: 0 } },
];

const complex = ({ re, im }) => re.toFixed(4) + (im === 0 ? "" : ` ${im > 0 ? "+" : "-"} ${Math.abs(im).toFixed(4)}i`);
const [figure, [planes, traces]] = plt.subplots(2, 2, { figsize: [12, 9] });
regimes.forEach(({ name, params }, k) => {
  const plane = phasePlane(model, { variables: ["v", "w"], xlim: [-2.5, 2.5], ylim: [-1.4, 2.6], params });
  const [point] = plane.fixedPoints;
  console.log(`${name}: a = ${params.a}, b = ${params.b}, tau = ${params.tau}`);
  console.log(`  fixed point v = ${point.x.toFixed(4)}, w = ${point.y.toFixed(4)}: ${point.type}`);
  console.log(`  eigenvalues ${point.eigenvalues.map(complex).join(" and ")}`);
  plane.plot(planes[k]);

  const cycle = plane.limitCycle();
  if (cycle) {
    console.log(`  limit cycle: v from ${Math.min(...cycle.x).toFixed(2)} to ${Math.max(...cycle.x).toFixed(2)}, period ${cycle.period.toFixed(2)}`);
    planes[k].plot(cycle.x, cycle.y, "k", { linewidth: 6, alpha: 0.3, label: "limit cycle" });
  }

  // From beside the fixed point: two pushes of v, at rest too small and large enough.
  for (const [i, push] of [0.2, 0.3].entries()) {
    const { t, x: v, y: w } = plane.trajectory([point.x + push, point.y], 300, { dt: 0.1 });
    const end = point.stable ? `comes back to ${v.at(-1).toFixed(4)}` : `rises through 0 ${spikeTimes(t, v, 0).length} times`;
    console.log(`  pushed by ${push}: v reaches ${Math.max(...v).toFixed(2)}, and ${end}`);
    planes[k].plot(v, w, ["C1", "C0"][i], { label: `pushed by ${push}` });
    traces[k].plot(t, v, ["C1", "C0"][i], { label: `v, pushed by ${push}` });
    if (i === 1) traces[k].plot(t, w, "--", { color: "C0", alpha: 0.6, label: "w" });
  }
  planes[k].set_title(name);
  planes[k].legend("upper right");
  traces[k].set_xlabel("t");
  traces[k].set_ylabel("v, w");
  traces[k].set_xlim(0, 120);
  traces[k].set_ylim(-2.3, 3.4);
  traces[k].legend("upper right");
});
plt.show(figure);
