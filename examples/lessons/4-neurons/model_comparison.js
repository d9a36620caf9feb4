// Two models of a neuron with the same input: Hodgkin and Huxley's, with four variables and
// membrane behind each of them, and Hindmarsh and Rose's, with three that have no units.
const neun = require("neun");

const area = 7.854e-3;
const step = 0.001;
const duration = 50;

const hh = new neun.HHDoubleRK4(neun.HHDoubleConstructorArgs());
hh.set_param(neun.HHDoubleParameter.cm, 1 * area);
hh.set_param(neun.HHDoubleParameter.vna, 50);
hh.set_param(neun.HHDoubleParameter.vk, -77);
hh.set_param(neun.HHDoubleParameter.vl, -54.387);
hh.set_param(neun.HHDoubleParameter.gna, 120 * area);
hh.set_param(neun.HHDoubleParameter.gk, 36 * area);
hh.set_param(neun.HHDoubleParameter.gl, 0.3 * area);
hh.set(neun.HHDoubleVariable.v, -65);
hh.set(neun.HHDoubleVariable.m, 0.05);
hh.set(neun.HHDoubleVariable.h, 0.6);
hh.set(neun.HHDoubleVariable.n, 0.3);

const hr = new neun.HRDoubleRK4(neun.HRDoubleConstructorArgs());
hr.set_param(neun.HRDoubleParameter.e, 3);
hr.set_param(neun.HRDoubleParameter.mu, 0.001);
hr.set_param(neun.HRDoubleParameter.S, 4);
hr.set(neun.HRDoubleVariable.x, -1.5);
hr.set(neun.HRDoubleVariable.y, 0);
hr.set(neun.HRDoubleVariable.z, 0);

const times = [], v = [], x = [];
for (let time = 0; time < duration; time += step) {
  hh.add_synaptic_input(0.1);
  hh.step(step);
  hr.add_synaptic_input(0.1);
  hr.step(step);
  times.push(time);
  v.push(hh.get(neun.HHDoubleVariable.v));
  x.push(hr.get(neun.HRDoubleVariable.x));
}

const spikes = (trace) => trace.filter((y, i) => i > 0 && trace[i - 1] < 0 && y >= 0).length;
console.log(`HH: ${spikes(v)} spikes, v from ${Math.min(...v).toFixed(2)} to ${Math.max(...v).toFixed(2)} mV`);
console.log(`HR: ${spikes(x)} spikes, x from ${Math.min(...x).toFixed(3)} to ${Math.max(...x).toFixed(3)}`);

const [fig, [above, below]] = plt.subplots(2, 1, { figsize: [10, 8] });
above.plot(times, v, "b-", { linewidth: 1.5 });
above.set_ylabel("Membrane potential (mV)");
above.set_title("Hodgkin-Huxley model");
above.grid(true);
below.plot(times, x, "r-", { linewidth: 1.5 });
below.set_xlabel("Time (ms)");
below.set_ylabel("x variable");
below.set_title("Hindmarsh-Rose model");
below.grid(true);
plt.show(fig);
