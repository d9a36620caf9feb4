// Two things that the integrate-and-fire neuron lacks: it fires as fast at the end of a
// long pulse as at its start, and again at once after a spike. A conductance to potassium
// that each spike opens further, and that closes by itself, gives both:
//
//     tm dV/dt = el - V - a (V - ek) - r (V - ek) + mr ie
//     ta da/dt = -a,   a = a + 0.06 at a spike: closes slowly, spike-rate adaptation
//     tr dr/dt = -r,   r = r + 100 at a spike:  closes fast, a refractory period
//
// a and r count in units of the leak conductance. After P. Dayan and L. F. Abbott,
// Theoretical Neuroscience (2001), section 5.4.
import { rungeKutta } from "gneuron/integrators";
import { el, mr, spikeTimes, th, tm, vr } from "./models/integrate_fire";

const ek = -75; // mV
const ta = 100; // ms
const tr = 1; // ms

// fire runs tt ms with a current from the 50th to 50 before the end. The state is the
// array y = [V, a, r].
function fire(tt, ie, { da = 0, dr = 0 }) {
  const dt = 0.05; // ms
  const [tis, vms, spt] = [[], [], []];
  let y = [el, 0, 0];
  for (let i = 0; i < tt / dt; i++) {
    const t = i * dt;
    const input = t >= 50 && t < tt - 50 ? mr * ie : 0;
    y = rungeKutta(y, (y) => [(el - y[0] - (y[1] + y[2]) * (y[0] - ek) + input) / tm, -y[1] / ta, -y[2] / tr], dt);
    const sp = y[0] > th;
    if (sp) y = [vr, y[1] + da, y[2] + dr];
    tis.push(t + dt);
    vms.push(y[0]);
    spt.push(sp);
  }
  const spikes = spikeTimes(tis, spt);
  return { tis, vms, spikes, intervals: spikes.slice(1).map((t, i) => t - spikes[i]) };
}

const kinds = [
  { name: "plain" },
  { name: "adaptation", da: 0.06 },
  { name: "refractory", dr: 100 },
  { name: "both", da: 0.06, dr: 100 },
];
const runs = kinds.map((kind) => ({ name: kind.name, ...fire(500, 1.8, kind) }));
for (const { name, spikes, intervals } of runs) {
  console.log(`${name}: ${spikes.length} spikes; first interval ${intervals[0].toFixed(1)} ms, last ${intervals.at(-1).toFixed(1)} ms`);
}
console.log("\nThe shortest interval, for ever larger currents:");
for (const ie of [5, 20, 80]) {
  const [plain, refractory] = [{}, { dr: 100 }].map((kind) => Math.min(...fire(120, ie, kind).intervals).toFixed(2));
  console.log(`${ie} nA: plain ${plain} ms, refractory ${refractory} ms`);
}

const [figure, axes] = plt.subplots(4, 1, { figsize: [8, 10] });
runs.slice(0, 3).forEach(({ name, tis, vms, spikes }, i) => {
  axes[i].plot(tis, vms);
  axes[i].vlines(spikes, th, 0, { color: "C0" });
  axes[i].set_title(`${name}: ${spikes.length} spikes`);
  axes[i].set_ylabel("V (mV)");
  axes[i].set_ylim(-75, 5);
});
for (const { name, spikes, intervals } of runs) {
  axes[3].plot(spikes.slice(1), intervals.map((x) => 1000 / x), "o-", { markersize: 4, label: name });
}
axes[3].set_title("One over the interval that ends");
axes[3].set_xlabel("t (ms)");
axes[3].set_ylabel("rate (Hz)");
axes[3].set_ylim(0, null);
axes[3].legend("upper right");
for (const panel of axes) panel.set_xlim(0, 640); // room for the legend
plt.show(figure);
