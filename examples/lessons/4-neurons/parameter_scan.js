// How the firing rate of a Hodgkin-Huxley neuron depends on its sodium conductance: twenty
// neurons, one after the other, stepped by hand; and the same twenty as one batch.
const neun = require("neun");

const area = 7.854e-3; // capacitance and conductances are multiplied by it
const step = 0.001; // ms
const duration = 100; // ms

function scanParameter(name, values) {
  return values.map((value) => {
    const neuron = new neun.HHDoubleRK4(neun.HHDoubleConstructorArgs());

    // Standard parameters
    neuron.set_param(neun.HHDoubleParameter.cm, 1 * area);
    neuron.set_param(neun.HHDoubleParameter.vna, 50);
    neuron.set_param(neun.HHDoubleParameter.vk, -77);
    neuron.set_param(neun.HHDoubleParameter.vl, -54.387);
    neuron.set_param(neun.HHDoubleParameter.gna, 120 * area);
    neuron.set_param(neun.HHDoubleParameter.gk, 36 * area);
    neuron.set_param(neun.HHDoubleParameter.gl, 0.3 * area);

    // The parameter of interest
    neuron.set_param(name, value);

    // Initial conditions
    neuron.set(neun.HHDoubleVariable.v, -65);
    neuron.set(neun.HHDoubleVariable.m, 0.05);
    neuron.set(neun.HHDoubleVariable.h, 0.6);
    neuron.set(neun.HHDoubleVariable.n, 0.3);

    // Simulate and count spikes: v crosses 0
    let spikes = 0;
    let before = -65;
    for (let time = 0; time < duration; time += step) {
      neuron.add_synaptic_input(0.1);
      neuron.step(step);
      const v = neuron.get(neun.HHDoubleVariable.v);
      if (before < 0 && v >= 0) spikes++;
      before = v;
    }
    return spikes / (duration / 1000); // Hz
  });
}

const gna = Array.from({ length: 20 }, (_, k) => (50 + (150 * k) / 19) * area);
const rates = scanParameter(neun.HHDoubleParameter.gna, gna);

const batch = n.ode("HH", {
  params: { gna, I: 0.1 },
  init: { v: -65, m: 0.05, h: 0.6, n: 0.3 },
  tstop: duration,
  dt: step,
  record: [],
  events: { spike: { state: "v", threshold: 0 } },
});
const batchRates = batch.events.spike.map((times) => times.length / (duration / 1000));

console.log("gNa (mS/cm2)   rate (Hz)");
gna.forEach((g, k) => console.log((g / area).toFixed(1).padStart(9) + rates[k].toFixed(0).padStart(13)));
console.log(`the batch gives ${batchRates.every((r, k) => r === rates[k]) ? "the same" : "other"} rates`);

plt.plot(gna.map((g) => g / area), rates, "o-");
plt.title("Frequency vs sodium conductance");
plt.xlabel("gNa (mS/cm²)");
plt.ylabel("Firing frequency (Hz)");
plt.grid(true);
plt.show();
