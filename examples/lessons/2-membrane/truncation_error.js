// How good is a step? The local truncation error: what one step of length dt, taken from
// an exact value, ends away from the exact solution. It goes with a power of dt, the
// order: halve dt, and an error of order p becomes 2^p times smaller.
//
// Measured on V' = -V/tau, V(0) = 1 mV, whose solution is exp(-t/tau).
import { eulerStep, rungeKutta } from "gneuron/integrators";

const tau = 10; // ms
const f = (V) => -V / tau;
const local = (integrator, dt) => Math.abs(integrator(1, f, dt) - Math.exp(-dt / tau)); // mV

// overall is the error after many steps, at t = tau: as many local errors as there are
// steps, 1/dt of them, so its order is lower by one.
function overall(integrator, steps) {
  let V = 1;
  for (let i = 0; i < steps; i++) V = integrator(V, f, tau / steps);
  return Math.abs(V - Math.exp(-1));
}

// order is the slope of log(error) over log(dt), of the straight line that fits best.
function order(dts, errors) {
  const [x, y] = [dts.map(Math.log), errors.map(Math.log)];
  const mean = (xs) => xs.reduce((a, b) => a + b) / xs.length;
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i] - my), 0) / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
}

const steps = [10, 16, 25, 40, 63, 100];
const dts = steps.map((count) => tau / count); // 1 to 0.1 ms
const [figure, panels] = plt.subplots(1, 2, { figsize: [11, 4.5] });
panels[0].set_title("One step");
panels[1].set_title("All steps to t = tau");
for (const [integrator, color] of [[eulerStep, "C0"], [rungeKutta, "C1"]]) {
  const errors = [dts.map((dt) => local(integrator, dt)), steps.map((count) => overall(integrator, count))];
  const orders = errors.map((error) => order(dts, error));
  console.log(`${integrator.name}: local error of order ${orders[0].toFixed(2)}, error at t = tau of order ${orders[1].toFixed(2)}`);
  panels.forEach((panel, k) => {
    panel.loglog(dts, errors[k], "o-", { color, label: `${integrator.name}: slope ${orders[k].toFixed(2)}` });
    panel.set_xlabel("dt (ms)");
    panel.set_ylabel("error (mV)");
    panel.set_ylim(1e-15, 1);
    panel.legend("lower right");
  });
}
console.log("One step of 1 ms and one of 0.1 ms: the error falls by");
for (const integrator of [eulerStep, rungeKutta]) {
  console.log(`${integrator.name}: ${(local(integrator, 1) / local(integrator, 0.1)).toPrecision(3)} times`);
}
plt.show(figure);
