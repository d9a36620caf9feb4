// Two Hodgkin-Huxley neurons with an electrical synapse: how strong must it be for them to
// fire together? They have different inputs, and hence rates of their own.
const neun = require("neun");

const step = 0.005; // ms
const duration = 150;

// run gives both potentials, for a conductance between the neurons.
function run(g) {
  const args = neun.HHDoubleConstructorArgs();
  const [a, b] = [new neun.HHDoubleRK4(args), new neun.HHDoubleRK4(args)];
  const v = neun.HHDoubleVariable.v;
  a.set(v, -75);
  const synapse = new neun.ESynHHHHDoubleRK4(a, v, b, v, g, g);
  const traces = { t: [], a: [], b: [] };
  for (let i = 0; i < duration / step; i++) {
    synapse.step(step); // first the synapse, which gives both an input
    a.add_synaptic_input(0.1);
    b.add_synaptic_input(0.06);
    a.step(step);
    b.step(step);
    traces.t.push((i + 1) * step);
    traces.a.push(a.get(v));
    traces.b.push(b.get(v));
  }
  return traces;
}

const spikes = (trace) => trace.filter((y, i) => i > 0 && trace[i - 1] < 0 && y >= 0).length;
const conductances = [0, 0.0005, 0.005];
const [fig, axes] = plt.subplots(3, 1, { figsize: [9, 8] });
conductances.forEach((g, k) => {
  const r = run(g);
  let apart = 0;
  r.a.forEach((x, i) => (apart = r.t[i] > 50 ? Math.max(apart, Math.abs(x - r.b[i])) : apart));
  console.log(`g = ${g}: ${spikes(r.a)} and ${spikes(r.b)} spikes; after 50 ms up to ${apart.toFixed(1)} mV apart`);
  axes[k].plot(r.t, r.a, k === 0 ? { label: "input 0.1" } : {});
  axes[k].plot(r.t, r.b, k === 0 ? { label: "input 0.06" } : {});
  axes[k].set_title(`g = ${g}`);
  axes[k].set_ylabel("v (mV)");
});
axes[0].legend("outside");
axes[2].set_xlabel("t (ms)");
plt.show(fig);
