// A network of 100 integrate-and-fire cells: 80 excite, 20 inhibit, and the
// inhibition keeps the network from running away. It then fires in waves: each
// wave of excitation calls the inhibition that ends it.
//
// IntFire1 is a cell without membrane: its state m decays with tau, an event adds
// the weight of its connection to m, and where m exceeds 1 the cell fires, m is 0,
// and it is deaf for the time refrac. Nothing happens between events, so this
// network needs no steps of time: each spike is computed when it is due.
import { n } from "neuron";
import { ms } from "neuron/units";

const N = 100;
const excitatory = 80; // cells 0 to 79; the others inhibit
const tstop = 300 * ms;

// --- Cells, each with random input of its own ------------------------------

const cells = [];
const inputs = []; // what would be the axons from elsewhere
for (let i = 0; i < N; i++) {
  const cell = n.IntFire1({ tau: 20, refrac: 3 });
  const stim = n.NetStim({ interval: 2, number: 1e9, start: 0, noise: 1 });
  stim.noiseFromRandom123(i, 1, 0); // stream i of random numbers: the same in each run
  cells.push(cell);
  inputs.push({ stim, nc: n.NetCon(stim, cell, { weight: 0.095, delay: 1 * ms }) });
}

// --- Each pair is connected with a probability of 10 % ----------------------

const random = n.Random();
random.Random123(1, 2, 3);
random.uniform(0, 1);
const connections = [];
cells.forEach((source, i) => {
  cells.forEach((target, j) => {
    if (i === j || random.repick() >= 0.1) return;
    const delay = 1 + 2 * random.repick(); // ms
    connections.push({ i, nc: n.NetCon(source, target, { delay }) });
  });
});
console.log(`${N} cells, ${connections.length} connections`);

// --- Recording: all spikes in one Vector, whose they are in another ---------

const times = n.Vector();
const ids = n.Vector();
cells.forEach((cell, i) => n.NetCon(cell, null).record(times, ids, i));

function simulate(excitation, inhibition) {
  for (const { i, nc } of connections) nc.weight[0] = i < excitatory ? excitation : inhibition;
  n.finitialize();
  n.continuerun(tstop);
  console.log(`weights ${excitation} and ${inhibition}: ${times.length} spikes, ${((1000 * times.length) / N / tstop).toFixed(1)} Hz per cell`);
  return { t: [...times], id: [...ids] };
}

const runs = {
  "without connections": simulate(0, 0),
  "excitation alone": simulate(0.12, 0),
  "excitation and inhibition": simulate(0.12, -0.6),
};

// --- Raster and rate --------------------------------------------------------

const names = Object.keys(runs);
const [figure, panels] = plt.subplots(names.length + 1, 1, { figsize: [9, 12] });
const bin = 5; // ms
names.forEach((name, k) => {
  const { t, id } = runs[name];
  for (const [kind, color, own] of [["excitatory", "C0", (i) => i < excitatory], ["inhibitory", "C1", (i) => i >= excitatory]]) {
    const here = t.map((_, s) => s).filter((s) => own(id[s]));
    panels[k].scatter(here.map((s) => t[s]), here.map((s) => id[s]), { s: 5, color });
  }
  panels[k].set_title(name[0].toUpperCase() + name.slice(1));
  panels[k].set_ylabel("cell (from 80 on: inhibitory)");
  panels[k].set_xlim(0, tstop);
  panels[k].set_ylim(-2, N + 1);

  const counts = n.Vector(t).histogram(0, tstop, bin); // its first element counts what is below 0
  const rate = counts.toArray().slice(1).map((count) => (1000 * count) / bin / N);
  panels.at(-1).plot(rate.map((_, b) => (b + 0.5) * bin), rate, { color: `C${k + 2}`, label: name });
});
panels.at(-1).set_title("Mean rate of the cells");
panels.at(-1).set_xlabel("t (ms)");
panels.at(-1).set_ylabel("rate (Hz)");
panels.at(-1).set_xlim(0, tstop);
panels.at(-1).set_ylim(0, 170); // room for the legend
panels.at(-1).legend({ loc: "upper right" });
plt.show(figure);

const spikes = names.map((name) => runs[name]);
export { spikes };
