// Fitting: the forms that NEURON has, and a function of the script. NEURON is asked again until the error no longer falls, as its documentation advises.
const x = n.Vector(60).indgen(0.5);
const noise = n.Vector(60).sin(333, 0.1, 1).mul(0.02);
// The mean square error where it is more than rounding, the parameters and the fitted values.
function fit(y, form, ...start) {
  const p = start.map((s) => n.ref(s));
  const fitted = n.Vector();
  const error = y.fit(fitted, form, x, ...p);
  return [error > 1e-20 ? error : 0, p.map((q) => q[0]), fitted];
}
const sine_of = (x, a, b) => a * Math.sin(b * x);
const line = x.c().mul(0.7).sub(3);
const quad = x.c().pow(2).mul(0.05).sub(x).add(4);
const exp1 = x.c().div(-2.5).apply("exp").mul(3);
const exp2 = x.c().div(-12).apply("exp").mul(1.5).add(exp1);
const charging = exp2.c().mul(-1).add(4.5);
const sine = x.c().mul(0.7).apply("sin").mul(2);
console.log(JSON.stringify({
  line: fit(line, "line", 1, 1),
  quad: fit(quad, "quad", 0.1, -2, 1),
  exp1: fit(exp1, "exp1", 1, 1),
  exp2: fit(exp2, "exp2", 2, 2, 2, 9),
  charging: fit(charging, "charging", 2, 2, 2, 9),
  sine: fit(sine, sine_of, 1, 0.6),
  noisy_line: fit(line.c().add(noise), "line", 1, 1),
  noisy_quad: fit(quad.c().add(noise), "quad", 0.1, -2, 1),
  noisy_exp1: fit(exp1.c().add(noise), "exp1", 1, 1),
  noisy_exp2: fit(exp2.c().add(noise), "exp2", 2, 2, 2, 9),
  noisy_charging: fit(charging.c().add(noise), "charging", 2, 2, 2, 9),
  noisy_sine: fit(sine.c().add(noise), sine_of, 1, 0.6),
}));
