// Short-term plasticity: the same spike train through a synapse that tires and
// one that warms up, with a mechanism of our own.
//
// tsodyks_markram.mod beside this script has the equations. gneuron compiles it
// when it is loaded: no C compiler, no nrnivmodl.
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

n.load_mechanism("tsodyks_markram.mod");

// Eight spikes at 20 Hz, and one after a pause of half a second.
const train = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => 100 + 50 * k);
train.push(950);

// Each synapse has a passive cell of its own to act on.
function make(name, parameters) {
  const cell = n.Section(name, { L: 20 * um, diam: 20 * um });
  cell.insert("pas");
  cell.g_pas = 1e-4; // S/cm2: a membrane time constant of 10 ms
  const syn = n.TsodyksMarkram(cell(0.5), parameters);
  const nc = n.NetCon(null, syn, { weight: 0.002 }); // no source: we send the events
  // Every finitialize empties the queue of events, so they are sent from there.
  n.FInitializeHandler(() => train.forEach((time) => nc.event(time)));
  const v = n.Vector().record(cell(0.5)._ref_v);
  const g = n.Vector().record(syn._ref_g);
  return { name, cell, syn, nc, v, g };
}
const depressing = make("depressing", { U: 0.5, tau_rec: 800, tau_facil: 0 });
const facilitating = make("facilitating", { U: 0.05, tau_rec: 100, tau_facil: 1000 });

const t = n.Vector().record(n._ref_t);
n.finitialize(-70 * mV);
n.continuerun(1100 * ms);

// How much the conductance jumps at each spike, as a part of the first jump.
// The record has the jump in the sample after the event: 40 samples per ms.
function jumps({ g, syn }) {
  const decay = Math.exp(-n.dt / syn.tau);
  return train.map((time) => {
    const k = Math.round(time / n.dt);
    return g[k + 1] / decay - g[k];
  });
}
const strengths = {};
for (const synapse of [depressing, facilitating]) {
  const size = jumps(synapse);
  strengths[synapse.name] = size.map((x) => x / size[0]);
  console.log(`${synapse.name}: ${strengths[synapse.name].map((x) => x.toFixed(2)).join("  ")}`);
}

// What the equations say: with events every T the depressing synapse settles at
//     R = (1 - x)/(1 - (1 - U) x),  x = exp(-T/tau_rec)
const { U, tau_rec } = depressing.syn;
const x = Math.exp(-50 / tau_rec);
console.log(`in the long run the depressing synapse falls to ${((1 - x) / (1 - (1 - U) * x)).toFixed(3)}; its 8th spike has ${strengths.depressing[7].toFixed(3)}`);

const [figure, panels] = plt.subplots(3, 1, { figsize: [9, 9] });
[depressing, facilitating].forEach(({ name, v }, i) => {
  panels[i].plot(t, v, { color: `C${i}` });
  panels[i].vlines(train, -70.7, -70.3, { color: "black" });
  panels[i].set_title(`A ${name} synapse (spikes below)`);
  panels[i].set_ylabel("v (mV)");
  panels[i].set_ylim(-71, null);
  panels[2].plot(train, strengths[name], { color: `C${i}`, marker: "o", label: name });
});
panels[2].set_title("Strength of each spike");
panels[2].set_xlabel("t (ms)");
panels[2].set_ylabel("relative to the first");
panels.forEach((panel) => panel.set_xlim(0, 1100));
panels[2].set_ylim(0, null);
panels[2].legend();
plt.show(figure);


// Every tenth sample is enough for others.
const sparse = ({ v }) => v.toArray().filter((_, k) => k % 10 === 0);
const v = [depressing, facilitating].map(sparse);
export { strengths, v };
