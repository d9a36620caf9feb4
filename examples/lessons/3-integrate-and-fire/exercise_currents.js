// Exercise: currents that change, once, four times, and all the time.
//
// A current is a function: of step i, which ends at time i dt, it gives nA.
import { averageRate, lif, tStimEnd, tStimStart } from "./models/lif";

// during switches a function of time on for the time of the pulse of the other scripts.
const during = (f) => (i, dt) => (i * dt >= tStimStart && i * dt <= tStimEnd ? f(i * dt) : 0);
const levels = [1.55, 1.75, 1.45, 2, 1.6]; // nA, for 60 ms each

const currents = [
  { name: "halfway from 1.55 to 1.75 nA", f: during((t) => (t < 250 ? 1.55 : 1.75)) },
  { name: "four changes", f: during((t) => levels[Math.min(4, Math.floor((t - tStimStart) / 60))]) },
  { name: "a ramp from 1.4 to 2 nA", f: during((t) => 1.4 + (0.6 * (t - tStimStart)) / 300) },
  { name: "1.6 nA and a sine of 0.3 nA, 10 Hz", f: during((t) => 1.6 + 0.3 * Math.sin((2 * Math.PI * 10 * (t - tStimStart)) / 1000)) },
];

const [figure, axes] = plt.subplots(4, 2, { figsize: [12, 11] });
currents.forEach(({ name, f }, k) => {
  const { t, V, spikes } = lif(f);
  const [early, late] = [spikes.filter((time) => time <= 250).length, spikes.filter((time) => time > 250).length];
  console.log(`${name}: ${spikes.length} spikes (${early} before 250 ms, ${late} after), ${averageRate(spikes).toFixed(2)} Hz`);
  axes[k][0].plot(t, t.map((_, i) => f(i, 0.1)), "C1");
  axes[k][0].set_title(name);
  axes[k][0].set_ylabel("I_e (nA)");
  axes[k][0].set_ylim(0, 2.2);
  axes[k][1].plot(t, V);
  axes[k][1].set_title(`${spikes.length} spikes`);
  axes[k][1].set_ylabel("V (mV)");
});
for (const panel of axes[3]) panel.set_xlabel("t (ms)");
plt.show(figure);
