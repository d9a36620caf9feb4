// Ball-and-stick cells that tell when they fire: what parts 3 and 4 of the
// tutorial share. Part 2 builds this class step by step; new are the synapse,
// the spike detector and the recording.
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

class Cell {
  constructor(gid, x, y, z, theta) {
    this._gid = gid;
    this._setup_morphology();
    this.all = this.soma.wholetree();
    this._setup_biophysics();
    this.x = this.y = this.z = 0;
    n.define_shape();
    this._rotate_z(theta);
    this._set_position(x, y, z);

    // A NetCon without a target only watches.
    this._spike_detector = n.NetCon(this.soma(0.5)._ref_v, null, { sec: this.soma });
    this.spike_times = n.Vector();
    this._spike_detector.record(this.spike_times);
    this._ncs = []; // the connections that this cell makes or gets
    this.soma_v = n.Vector().record(this.soma(0.5)._ref_v);
  }

  toString() {
    return `${this.constructor.name}[${this._gid}]`;
  }

  _set_position(x, y, z) {
    for (const sec of this.all) {
      for (let i = 0; i < sec.n3d(); i++) {
        sec.pt3dchange(i, x - this.x + sec.x3d(i), y - this.y + sec.y3d(i), z - this.z + sec.z3d(i), sec.diam3d(i));
      }
    }
    [this.x, this.y, this.z] = [x, y, z];
  }

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

export class BallAndStick extends Cell {
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
    this.soma.insert("hh");
    this.dend.insert("pas");
    for (const seg of this.dend) {
      seg.pas.g = 0.001; // S/cm2
      seg.pas.e = -65 * mV;
    }
    // Conductances of ExpSyn add up, so one synapse serves all inputs.
    this.syn = n.ExpSyn(this.dend(0.5));
    this.syn.tau = 2 * ms;
  }
}
