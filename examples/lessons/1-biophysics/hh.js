// hh instead of pas: the same soma with the channels of the squid giant axon fires.
//
// Hodgkin and Huxley (1952), J. Physiol. 117:500-544, at 6.3 degC.
import { n } from "neuron";
import { ms, mV, nA } from "neuron/units";
import { fiCurve, rheobase, spikeShapes, spikeTimes } from "gneuron/analysis";

const soma = n.Section("soma"); // 100 by 100 um
soma.insert(n.hh);
const iclamp = n.IClamp(soma(0.5), { delay: 10 * ms, dur: 200 * ms });
const v = n.Vector().record(soma(0.5)._ref_v);
const t = n.Vector().record(n._ref_t);

// run injects amp [nA] and gives the times of the spikes.
function run(amp, tstop = 220) {
  iclamp.amp = amp;
  n.finitialize(-65 * mV);
  n.continuerun(tstop * ms);
  return spikeTimes(t, v);
}

// 1. The steps of the passive soma, and larger ones: all or nothing.
const amps = [-2, 2, 5, 10].map((x) => x * nA);
const traces = amps.map((amp) => {
  const spikes = run(amp, 60);
  console.log(`${amp} nA: ${spikes.length} ${spikes.length === 1 ? "spike" : "spikes"} in 50 ms, v goes up to ${v.max().toFixed(2)} mV`);
  return v.toArray();
});
const short = t.toArray();
const [spike] = spikeShapes(short, traces[2]);
console.log(`the spike at 5 nA: ${spike.height.toFixed(1)} mV high, ${spike.width.toFixed(2)} ms wide at half its height`);

// 2. Where does it begin to fire, and how fast does it go on?
const once = rheobase((amp) => run(amp, 60), { high: 5, tolerance: 1e-3 });
console.log(`rheobase, by bisection: it fires from ${once.toFixed(2)} nA on`);
const amplitudes = Array.from({ length: 21 }, (_, k) => 2 * k * nA);
const curve = fiCurve((amp) => run(amp).filter((time) => time > 60), amplitudes); // after the first spikes
const first = curve.rates.findIndex((rate) => rate > 0);
console.log(`it goes on firing from ${curve.amps[first]} nA on, at ${curve.rates[first].toFixed(1)} Hz at once, and at ${curve.rates[20].toFixed(1)} Hz for 40 nA`);

const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [11, 4.5] });
for (const [k, amp] of amps.entries()) left.plot(short, traces[k], { label: `${amp} nA` });
left.set_title("Steps of current from 10 ms on");
left.set_xlabel("t (ms)");
left.set_ylabel("v (mV)");
left.set_xlim(0, 80); // room for the legend
left.legend("upper right");
right.plot(curve.amps, curve.rates, "o-", { label: "one over the interval" });
right.vlines(once, 0, 90, { color: "gray", linestyle: "--", label: "one spike" });
right.set_title("Firing rate");
right.set_xlabel("I (nA)");
right.set_ylabel("rate (Hz)");
right.legend("lower right");
plt.show(figure);
