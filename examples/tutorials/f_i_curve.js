// The f-I curve: how fast does a cell fire when a constant current is injected?
//
// The Hodgkin-Huxley membrane does not start slowly. Below a certain current it
// fires once or a few times and stops; just above it fires at 50 Hz at once.
// Hodgkin called that class 2 (Hodgkin 1948, J. Physiol. 107:165-181).
import { n } from "neuron";
import { ms, mV, um, nA } from "neuron/units";

const soma = n.Section("soma", { L: 20 * um, diam: 20 * um });
soma.insert("hh");
const stim = n.IClamp(soma(0.5), { delay: 20 * ms, dur: 1e9 * ms });

// A NetCon without a target notes when the potential rises through 0 mV.
const spikes = n.Vector();
const detector = n.NetCon(soma(0.5)._ref_v, null, { sec: soma, threshold: 0 * mV });
detector.record(spikes);

const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);

const tstop = 500 * ms;
function fire(amp) {
  stim.amp = amp;
  n.finitialize(-65 * mV);
  n.continuerun(tstop);
  return spikes.length;
}

// The rate is one over the mean interval of the last spikes: the first ones come
// while the cell still gets used to the current. A cell that stopped has rate 0.
function rate() {
  const late = spikes.toArray().filter((time) => time > 200 * ms);
  return late.length < 2 ? 0 : (1000 * (late.length - 1)) / (late.at(-1) - late[0]); // Hz
}

const amps = []; // nA
const counts = []; // spikes in all
const rates = []; // Hz
for (let k = 0; k <= 30; k++) {
  const amp = 0.01 * k * nA;
  amps.push(amp);
  counts.push(fire(amp));
  rates.push(rate());
}
const first = rates.findIndex((r) => r > 0);
console.log(`at ${amps[first - 1].toFixed(2)} nA the cell comes to rest after ${counts[first - 1]} spike`);
console.log(`at ${amps[first].toFixed(2)} nA it goes on, at ${rates[first].toFixed(1)} Hz`);
console.log(`at ${amps.at(-1).toFixed(2)} nA it fires at ${rates.at(-1).toFixed(1)} Hz`);

// Currents per area compare between cells of different size.
const area = soma(0.5).area() * 1e-8; // cm2
console.log(`the step is at ${((amps[first] * 1e-3) / area).toFixed(1)} uA/cm2`);

const [figure, [top, below, curve]] = plt.subplots(3, 1, { figsize: [8, 10] });
for (const [panel, k] of [[top, first - 1], [below, first]]) {
  fire(amps[k]);
  panel.plot(t, v);
  panel.set_title(`${amps[k].toFixed(2)} nA`);
  panel.set_ylabel("v (mV)");
  panel.set_xlim(0, 200);
  panel.set_ylim(-80, 50);
}
below.set_xlabel("t (ms)");
curve.plot(amps, rates, "o-");
curve.set_title("The f-I curve starts with a step");
curve.set_xlabel("injected current (nA)");
curve.set_ylabel("firing rate (Hz)");
plt.show(figure);

export { amps, counts, rates, spikes as last_spikes };
