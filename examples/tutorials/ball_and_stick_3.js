// Ball and stick 3: the ring as a class with parameters, and what the weight of
// its synapses does.
//
// Follows NEURON's tutorial "Ball and stick 3".
import { n } from "neuron";
import { ms, mV } from "neuron/units";
import { BallAndStick } from "./cells/ball_and_stick.js";

// A ring of N cells, each of which excites the next. Named parameters with
// defaults: new Ring({ syn_w: 0.005 }) changes one of them.
class Ring {
  constructor({ N = 5, stim_w = 0.04, stim_t = 9, stim_delay = 1, syn_w = 0.01, syn_delay = 5, r = 50 } = {}) {
    this._syn_w = syn_w; // uS
    this._syn_delay = syn_delay; // ms
    this._create_cells(N, r);
    this._connect_cells();
    this._netstim = n.NetStim();
    this._netstim.number = 1;
    this._netstim.start = stim_t;
    this._nc = n.NetCon(this._netstim, this.cells[0].syn);
    this._nc.delay = stim_delay;
    this._nc.weight[0] = stim_w;
  }

  _create_cells(N, r) {
    this.cells = [];
    for (let i = 0; i < N; i++) {
      const theta = (i * 2 * n.PI) / N;
      this.cells.push(new BallAndStick(i, n.cos(theta) * r, n.sin(theta) * r, 0, theta));
    }
  }

  _connect_cells() {
    this.cells.forEach((source, i) => {
      const target = this.cells[(i + 1) % this.cells.length];
      const nc = n.NetCon(source.soma(0.5)._ref_v, target.syn, { sec: source.soma });
      nc.weight[0] = this._syn_w;
      nc.delay = this._syn_delay;
      source._ncs.push(nc);
    });
  }
}

const [figure, [trace, raster]] = plt.subplots(2, 1, { figsize: [9, 8] });
const spike_times = {}; // by weight, then by cell
let t;
let soma_v;

for (const [syn_w, color] of [[0.01, "black"], [0.005, "red"]]) {
  // A section lives until it is deleted: without this the second ring would run
  // beside the first one.
  n.reset();
  const ring = new Ring({ N: 5, syn_w });
  t = n.Vector().record(n._ref_t);
  n.finitialize(-65 * mV);
  n.continuerun(100 * ms);

  const label = `weight ${syn_w} uS`;
  trace.plot(t, ring.cells[0].soma_v, { color, label });
  ring.cells.forEach((cell, i) => {
    raster.vlines(cell.spike_times, i - 0.4, i + 0.4, { color, linewidth: 2.5 });
  });
  spike_times[syn_w] = ring.cells.map((cell) => [...cell.spike_times]);
  soma_v = ring.cells[0].soma_v;
  console.log(`${label}: cell 0 fires at ${spike_times[syn_w][0].map((x) => x.toFixed(3)).join(", ")} ms`);
}

trace.set_title("Cell 0");
trace.set_ylabel("v (mV)");
trace.set_xlim(0, 100);
trace.legend();
raster.set_title("A weaker synapse takes longer to fire the next cell");
raster.set_xlabel("t (ms)");
raster.set_ylabel("cell");
raster.set_xlim(0, 100);
plt.show(figure);

export { t, soma_v, spike_times };
