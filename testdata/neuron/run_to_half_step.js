// continuerun to the middle of a step, and dt that is a whole fraction of 1/steps_per_ms but for rounding: HOC takes numbers within 1e-11 as equal.
const soma = n.Section("soma");
const reached = [];
for (const [dt, until] of [[0.05, 1.575], [0.1, 2.45], [0.1, 0.85], [0.025, 3.3125], [0.01, 0.565], [0.0125, 1.00625], [0.025, 0.1125 + 5e-12], [0.025, 0.1125 + 2e-11]]) {
  n.dt = dt;
  n.finitialize();
  n.continuerun(until);
  reached.push(n.t);
}
const steps = [];
n.steps_per_ms = 30;
for (const dt of [1 / 30, 1 / 60, 1 / 90, 0.0111111111111, 0.01111111111112, 0.0111111111115, 0.01111111112]) {
  n.dt = dt;
  n.stdinit();
  steps.push([n.dt, n.nstep_steprun]);
}
console.log(JSON.stringify({ reached, steps }));
