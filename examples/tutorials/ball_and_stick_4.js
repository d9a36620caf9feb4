// Ball and stick 4: the ring with global identifiers, as NEURON runs it on many
// processes. The same script then runs on one thread or on several.
//
// Follows NEURON's tutorial "Ball and stick 4". There each process makes a part of
// the cells and knows the others only by number, the gid. gneuron has one process,
// number 0 of 1, so that all cells are here; it uses the processors of the machine
// by threads.
import { n } from "neuron";
import { ms, mV } from "neuron/units";
import { BallAndStick } from "./cells/ball_and_stick.js";

n.nrnmpi_init(); // does nothing here
const pc = n.ParallelContext();

class Ring {
  constructor({ N = 5, stim_w = 0.04, stim_t = 9, stim_delay = 1, syn_w = 0.01, syn_delay = 5, r = 50 } = {}) {
    this._N = N;
    this.set_gids();
    this._syn_w = syn_w;
    this._syn_delay = syn_delay;
    this._create_cells(r);
    this._connect_cells();
    // Cell 0 exists on one process only: that one makes the stimulus.
    if (pc.gid_exists(0)) {
      this._netstim = n.NetStim();
      this._netstim.number = 1;
      this._netstim.start = stim_t;
      this._nc = n.NetCon(this._netstim, pc.gid2cell(0).syn);
      this._nc.delay = stim_delay;
      this._nc.weight[0] = stim_w;
    }
  }

  // Deals the gids to the processes in turn.
  set_gids() {
    this.gidlist = [];
    for (let gid = pc.id(); gid < this._N; gid += pc.nhost()) {
      this.gidlist.push(gid);
      pc.set_gid2node(gid, pc.id());
    }
  }

  _create_cells(r) {
    this.cells = this.gidlist.map((gid) => {
      const theta = (gid * 2 * n.PI) / this._N;
      return new BallAndStick(gid, n.cos(theta) * r, n.sin(theta) * r, 0, theta);
    });
    // From now on the gid stands for the spikes of that cell.
    for (const cell of this.cells) pc.cell(cell._gid, cell._spike_detector);
  }

  // By number, not by object: the source may be on another process.
  _connect_cells() {
    for (const target of this.cells) {
      const source_gid = (target._gid - 1 + this._N) % this._N;
      const nc = pc.gid_connect(source_gid, target.syn);
      nc.weight[0] = this._syn_w;
      nc.delay = this._syn_delay;
      target._ncs.push(nc);
    }
  }
}

const ring = new Ring();
const t = n.Vector().record(n._ref_t);

// psolve is continuerun for parallel models. set_maxstep must come before it: it
// finds how long the parts may run without hearing from each other, here the
// shortest delay of a connection between them.
function simulate(threads) {
  pc.nthread(threads);
  pc.set_maxstep(10 * ms);
  n.finitialize(-65 * mV);
  pc.psolve(100 * ms);
  return JSON.stringify([...ring.cells.map((cell) => cell.spike_times), ring.cells[0].soma_v]);
}
const alone = simulate(1);
const shared = simulate(2);
console.log(`one and two threads give ${alone === shared ? "the same, to the last bit" : "different numbers"}`);

// Each process sends the spikes of its own cells to process 0, which draws them.
const local_data = Object.fromEntries(ring.cells.map((cell) => [cell._gid, [...cell.spike_times]]));
const all_data = pc.py_alltoall([local_data, ...Array(pc.nhost() - 1).fill(null)]);
const spike_times = Object.assign({}, ...all_data);

if (pc.id() === 0) {
  for (const [gid, times] of Object.entries(spike_times)) {
    console.log(`cell ${gid}: ${times.map((x) => x.toFixed(3)).join(", ")}`);
  }
  const [figure, [trace, raster]] = plt.subplots(2, 1, { figsize: [9, 8] });
  trace.plot(t, pc.gid2cell(0).soma_v);
  trace.set_title("Cell 0");
  trace.set_ylabel("v (mV)");
  trace.set_xlim(0, 100);
  for (const [gid, times] of Object.entries(spike_times)) {
    raster.vlines(times, +gid - 0.4, +gid + 0.4, { color: "black", linewidth: 2.5 });
  }
  raster.set_title("Spikes of all cells");
  raster.set_xlabel("t (ms)");
  raster.set_ylabel("cell (gid)");
  raster.set_xlim(0, 100);
  plt.show(figure);
}

pc.barrier();
pc.done();

const soma_v = pc.gid2cell(0).soma_v;
export { t, soma_v, spike_times };
