// The FitzHugh-Nagumo model: an action potential from two variables, a fast v and a slow w.
//
//     dv/dt = v - v^3/3 - w + R I;   tau dw/dt = v + a - b w
//
// Where each slope is 0 runs a nullcline; where the two cross is a fixed point. The
// eigenvalues of the equations, made linear there, tell whether it holds the state
// (real parts below 0) or lets it go.
import { n } from "neuron";
import { rungeKutta } from "gneuron/integrators";

const regimes = [
  { name: "oscillatory", a: 0.5, b: 0.5, tau: 10, RI: 0 },
  { name: "excitable", a: 0.66, b: 0.5, tau: 10, RI: 0 },
];
const slopes = ({ a, b, tau, RI }) => (y) => {
  const [v, w] = y;
  return [v - v ** 3 / 3 - w + RI, (v + a - b * w) / tau];
};

// fixedPoints: w = (v + a)/b in the first equation leaves v^3 + p v + q = 0. The roots of
// a polynomial are the eigenvalues of its companion matrix; the real ones count.
function fixedPoints({ a, b, tau, RI }) {
  const [p, q] = [3 / b - 3, (3 * a) / b - 3 * RI];
  const companion = n.Matrix(3, 3).setrow(0, [0, 0, -q]).setrow(1, [1, 0, -p]).setrow(2, [0, 1, 0]);
  return companion.eigenvalues().filter(({ im }) => Math.abs(im) < 1e-9).map(({ re: v }) => {
    const jacobian = n.Matrix(2, 2).setrow(0, [1 - v ** 2, -1]).setrow(1, [1 / tau, -b / tau]);
    return { v, w: (v + a) / b, eigenvalues: jacobian.eigenvalues() };
  });
}

function run(model, start, tstop = 300, dt = 0.1) {
  const [t, v, w] = [[0], [start[0]], [start[1]]];
  let y = start;
  for (let i = 1; i <= tstop / dt; i++) {
    y = rungeKutta(y, slopes(model), dt);
    t.push(i * dt);
    v.push(y[0]);
    w.push(y[1]);
  }
  return { t, v, w };
}

// upstrokes are the times at which v rises through 0, on a straight line between two steps.
function upstrokes({ t, v }) {
  const times = [];
  for (let i = 1; i < t.length; i++) {
    if (v[i - 1] < 0 && v[i] >= 0) times.push(t[i] - ((t[i] - t[i - 1]) * v[i]) / (v[i] - v[i - 1]));
  }
  return times;
}

// arrows draws the field of slopes: where the state goes from there, not how fast. Angles
// are those of the picture, which is 5 units of v wide and 4 of w high.
function arrows(panel, model) {
  const [xs, ys] = [[], []];
  for (let v = -2.4; v <= 2.41; v += 0.3) {
    for (let w = -1.2; w <= 2.41; w += 0.2) {
      const [dv, dw] = slopes(model)([v, w]);
      const angle = Math.atan2(dw / 4, dv / 5);
      const [x, y] = [v + 0.17 * Math.cos(angle), w + 0.14 * Math.sin(angle)]; // the tip
      const barb = (turn) => [x + 0.07 * Math.cos(angle + turn), y + 0.06 * Math.sin(angle + turn)];
      const [left, right] = [barb(2.6), barb(-2.6)];
      xs.push(v, x, left[0], NaN, x, right[0], NaN);
      ys.push(w, y, left[1], NaN, y, right[1], NaN);
    }
  }
  panel.plot(xs, ys, { color: "gray", alpha: 0.7, linewidth: 1 });
}

const complex = ({ re, im }) => re.toFixed(4) + (im === 0 ? "" : ` ${im > 0 ? "+" : "-"} ${Math.abs(im).toFixed(4)}i`);
const [figure, [planes, traces]] = plt.subplots(2, 2, { figsize: [12, 9] });
regimes.forEach((model, k) => {
  const [point] = fixedPoints(model);
  const stable = point.eigenvalues.every(({ re }) => re < 0);
  console.log(`${model.name}: a = ${model.a}, b = ${model.b}, tau = ${model.tau}`);
  console.log(`  fixed point v = ${point.v.toFixed(4)}, w = ${point.w.toFixed(4)}, ${stable ? "stable" : "unstable"}`);
  console.log(`  eigenvalues ${point.eigenvalues.map(complex).join(" and ")}`);

  // From beside the fixed point, a push of v that is too small, and one that is enough.
  const pushes = [0.2, 0.3].map((dv) => ({ dv, ...run(model, [point.v + dv, point.w]) }));
  if (stable) {
    for (const push of pushes) console.log(`  pushed by ${push.dv}: v reaches ${Math.max(...push.v).toFixed(2)}, and comes back to ${push.v.at(-1).toFixed(4)}`);
  } else {
    const spikes = upstrokes(pushes[1]);
    const v = pushes[1].v.slice(1500); // by then it has come to the cycle
    console.log(`  limit cycle: v from ${Math.min(...v).toFixed(2)} to ${Math.max(...v).toFixed(2)}, period ${(spikes.at(-1) - spikes.at(-2)).toFixed(2)}`);
  }

  const plane = planes[k];
  arrows(plane, model);
  const v = Array.from({ length: 251 }, (_, i) => -2.5 + i * 0.02);
  plane.plot(v, v.map((v) => v - v ** 3 / 3 + model.RI), "C3", { label: "dv/dt = 0" });
  plane.plot(v, v.map((v) => (v + model.a) / model.b), "C2", { label: "dw/dt = 0" });
  for (const [i, push] of pushes.entries()) {
    plane.plot(push.v, push.w, ["C1", "C0"][i], { label: `pushed by ${push.dv}` });
    traces[k].plot(push.t, push.v, ["C1", "C0"][i], { label: `v, pushed by ${push.dv}` });
  }
  plane.plot([point.v], [point.w], stable ? "ko" : "kx", { markersize: 8, label: stable ? "stable point" : "unstable point" });
  plane.set_title(model.name);
  plane.set_xlabel("v");
  plane.set_ylabel("w");
  plane.set_xlim(-2.5, 2.5);
  plane.set_ylim(-1.4, 2.6);
  plane.legend("upper right");
  traces[k].plot(pushes[1].t, pushes[1].w, "--", { color: "C0", alpha: 0.6, label: "w" });
  traces[k].set_xlabel("t");
  traces[k].set_ylabel("v, w");
  traces[k].set_xlim(0, 120);
  traces[k].set_ylim(-2.3, 3.4);
  traces[k].legend("upper right");
});
plt.show(figure);
