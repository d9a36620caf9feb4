// Ball and stick 2: five cells stand in a ring, and each excites the next.
//
// Follows NEURON's tutorial "Ball and stick 2: Build a ring network of
// ball-and-stick cells".
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

// --- What all cells have in common: a number, a place, a direction --------

class Cell {
  constructor(gid, x, y, z, theta) {
    this._gid = gid;
    this._setup_morphology();
    this.all = this.soma.wholetree();
    this._setup_biophysics();
    this.x = this.y = this.z = 0;
    n.define_shape(); // gives sections without 3-D points some
    this._rotate_z(theta);
    this._set_position(x, y, z);
  }

  toString() {
    return `${this.constructor.name}[${this._gid}]`;
  }

  // Moves every point of the cell by the same way.
  _set_position(x, y, z) {
    for (const sec of this.all) {
      for (let i = 0; i < sec.n3d(); i++) {
        sec.pt3dchange(i, x - this.x + sec.x3d(i), y - this.y + sec.y3d(i), z - this.z + sec.z3d(i), sec.diam3d(i));
      }
    }
    [this.x, this.y, this.z] = [x, y, z];
  }

  // Turns the cell about the z axis.
  _rotate_z(theta) {
    const [c, s] = [n.cos(theta), n.sin(theta)];
    for (const sec of this.all) {
      for (let i = 0; i < sec.n3d(); i++) {
        const [x, y] = [sec.x3d(i), sec.y3d(i)];
        sec.pt3dchange(i, x * c - y * s, x * s + y * c, sec.z3d(i), sec.diam3d(i));
      }
    }
  }
}

// --- What makes a ball and stick of it ------------------------------------

class BallAndStick extends Cell {
  _setup_morphology() {
    this.soma = n.Section("soma", this);
    this.dend = n.Section("dend", this);
    this.dend.connect(this.soma);
    this.soma.L = this.soma.diam = 12.6157 * um;
    this.dend.L = 200 * um;
    this.dend.diam = 1 * um;
  }

  _setup_biophysics() {
    for (const sec of this.all) {
      sec.Ra = 100; // ohm cm
      sec.cm = 1; // uF/cm2
    }
    this.soma.insert("hh"); // with the conductances of the squid, its defaults
    this.dend.insert("pas");
    for (const seg of this.dend) {
      seg.pas.g = 0.001; // S/cm2
      seg.pas.e = -65 * mV;
    }
  }
}

// N cells on a circle of radius r [um], each pointing outwards.
function create_n_BallAndStick(N, r) {
  const cells = [];
  for (let i = 0; i < N; i++) {
    const theta = (i * 2 * n.PI) / N;
    cells.push(new BallAndStick(i, n.cos(theta) * r, n.sin(theta) * r, 0, theta));
  }
  return cells;
}
const my_cells = create_n_BallAndStick(5, 50);

// --- A stimulus for the first cell ----------------------------------------

// A NetStim sends events, a NetCon carries them, a synapse opens when one comes:
// sent at 9 ms, it arrives 1 ms later and adds 0.04 uS, which decay with tau.
const stim = n.NetStim();
stim.number = 1;
stim.start = 9;
const syn_ = n.ExpSyn(my_cells[0].dend(0.5));
syn_.tau = 2 * ms;
const ncstim = n.NetCon(stim, syn_);
ncstim.delay = 1 * ms;
ncstim.weight[0] = 0.04; // an array: some synapses keep more than one number there
console.log(`the synapse reverses at ${syn_.e} mV; its current is in ${n.units("ExpSyn.i")}`);

const soma_v = n.Vector().record(my_cells[0].soma(0.5)._ref_v);
const dend_v = n.Vector().record(my_cells[0].dend(0.5)._ref_v);
const syn_i = n.Vector().record(syn_._ref_i);
const t = n.Vector().record(n._ref_t);
n.finitialize(-65 * mV);
n.continuerun(25 * ms);

const [figure, [[shape, top], [raster, bottom]]] = plt.subplots(2, 2, { figsize: [12, 9] });
top.plot(t, soma_v, { color: "black", label: "soma(0.5)" });
top.plot(t, dend_v, { color: "red", label: "dend(0.5)" });
top.plot([0, 25], [syn_.e, syn_.e], { color: "blue", linestyle: ":", label: "synapse reverses" });
top.set_title("Cell 0 gets one event");
top.set_ylabel("v (mV)");
top.legend();
bottom.plot(t, syn_i, { color: "blue" });
bottom.set_title("Its synapse: inward current is negative");
bottom.set_xlabel("t (ms)");
bottom.set_ylabel(`synaptic current (${n.units("ExpSyn.i")})`);
const first = { t: [...t], soma_v: [...soma_v], dend_v: [...dend_v], syn_i: [...syn_i] };

// --- Each cell excites the next -------------------------------------------

// A spike is noticed where the soma's potential crosses the threshold, 10 mV.
// The axon is no more than a delay of 5 ms. The last cell excites the first.
const syns = [];
const netcons = [];
my_cells.forEach((source, i) => {
  const target = my_cells[(i + 1) % my_cells.length];
  const syn = n.ExpSyn(target.dend(0.5));
  const nc = n.NetCon(source.soma(0.5)._ref_v, syn, { sec: source.soma });
  nc.weight[0] = 0.05;
  nc.delay = 5;
  netcons.push(nc);
  syns.push(syn);
});

// A NetCon can write down when its source fires.
const spike_times = netcons.map((nc) => {
  const times = n.Vector();
  nc.record(times);
  return times;
});

n.finitialize(-65 * mV);
n.continuerun(100 * ms);
spike_times.forEach((times, i) => console.log(`cell ${i}: ${times.toArray().map((x) => x.toFixed(3)).join(", ")}`));

// --- Pictures of the ring ---------------------------------------------------

// The shape of a cell is where its points are.
my_cells.forEach((cell, k) => {
  for (const sec of cell.all) {
    const points = [...Array(sec.n3d()).keys()];
    const width = sec === cell.soma ? 10 : 2;
    shape.plot(points.map((i) => sec.x3d(i)), points.map((i) => sec.y3d(i)), { color: `C${k}`, linewidth: width });
  }
});
shape.set_title("Five cells, coloured as below");
shape.set_xlabel("x (um)");
shape.set_ylabel("y (um)");
spike_times.forEach((times, i) => raster.vlines(times, i - 0.4, i + 0.4, { color: `C${i}`, linewidth: 2.5 }));
raster.set_title("A spike goes round");
raster.set_xlabel("t (ms)");
raster.set_ylabel("cell");
raster.set_xlim(0, 100);
plt.show(figure);

const points = my_cells.map((cell) => cell.all.map((sec) => [sec.x3d(0), sec.y3d(0)]));
export { first, spike_times, points };
