// The f-I curve over two parameters: how does the density of sodium channels
// change the rate at which a cell fires?
//
// n.sweep runs all combinations of the parameters side by side, as cells of one
// model, instead of one after the other. With three quarters of the squid's sodium
// channels the cell needs more current to fire again and again, and too much of it
// silences the cell; with half of them it never fires more than once. Channels:
// Hodgkin and Huxley (1952), J. Physiol. 117:500-544.
import { n } from "neuron";
import { ms, mV, um, nA } from "neuron/units";

const sweep = n.sweep({
  parameters: {
    gnabar: [0.06, 0.09, 0.12, 0.18], // S/cm2
    amp: n.Vector(31).indgen(0, 0.02), // nA
  },
  model: (p) => {
    const soma = n.Section("soma", { L: 20 * um, diam: 20 * um });
    soma.insert("hh");
    soma(0.5).hh.gnabar = p.gnabar;
    n.IClamp(soma(0.5), { delay: 20 * ms, dur: 1e9 * ms, amp: p.amp * nA });
    // A NetCon gives the times of the spikes, a reference the values at each step.
    const spikes = n.NetCon(soma(0.5)._ref_v, null, { sec: soma, threshold: 0 * mV });
    return { v: soma(0.5)._ref_v, spikes };
  },
  // The rate is that of the last spikes: the first ones come while the cell still
  // gets used to the current.
  measure: ({ v, spikes }) => {
    const late = spikes.toArray().filter((time) => time > 200 * ms);
    const rate = late.length < 2 ? 0 : (1000 * (late.length - 1)) / (late[late.length - 1] - late[0]);
    return { rate, peak: v.max() };
  },
  tstop: 500 * ms,
  v_init: -65 * mV,
});

console.log(`${sweep.length} variants`);
const [figure, axes] = plt.subplots(1, 1);
for (const gnabar of new Set(sweep.column("gnabar"))) {
  const curve = sweep.where({ gnabar });
  const first = curve.rows.find((row) => row.rate > 0);
  const text = first ? `fires from ${first.amp.toFixed(2)} nA on, at ${first.rate.toFixed(1)} Hz` : "does not go on firing";
  console.log(`gnabar ${gnabar.toFixed(2)} S/cm2: ${text}; peaks up to ${curve.column("peak").max().toFixed(1)} mV`);
  axes.plot(curve.column("amp"), curve.column("rate"), "o-", { label: `gnabar ${gnabar.toFixed(2)} S/cm2` });
}
axes.set_title("More sodium channels, less current to fire");
axes.set_xlabel("injected current (nA)");
axes.set_ylabel("firing rate (Hz)");
axes.set_ylim(-5, 170);
axes.legend("top_left");
plt.show(figure);
