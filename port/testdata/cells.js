import { n as h } from "neuron";
import { ms, mV } from "neuron/units";
import { max, print, range } from "gneuron/python";

h.load_file("stdrun.hoc");

class Cell {
  constructor(gid) {
    this._gid = gid;
    this.soma = h.Section({ name: "soma", cell: this });
    this.dend = h.Section({ name: "dend", cell: this });
    this.dend.connect(this.soma);
    this.soma.L = this.soma.diam = 12.6157;
    [this.dend.L, this.dend.diam, this.dend.nseg] = [200, 1, 3];
    this.soma.insert("hh");
    this.dend.insert("pas");
    for (const seg of this.dend) {
      seg.pas.g = 0.001;
      seg.pas.e = -65;
    }
    this._spike_detector = h.NetCon(this.soma(0.5)._ref_v, null, { sec: this.soma });
    this.spike_times = h.Vector();
    this._spike_detector.record(this.spike_times);
  }

  toString() {
    return `Cell[${this._gid}]`;
  }
}

const cells = range(2).map((i) => new Cell(i));
const stim = h.IClamp(cells[0].dend(1));
[stim.delay, stim.dur, stim.amp] = [5, 1, 0.3];
const syn = h.ExpSyn(cells[1].dend(0.5));
syn.tau = 2;
const nc = h.NetCon(cells[0].soma(0.5)._ref_v, syn, { sec: cells[0].soma });
nc.delay = 5 * ms;
nc.weight[0] = 0.05;
const v = h.Vector().record(cells[0].soma(0.5)._ref_v);
const t = h.Vector().record(h._ref_t);
h.finitialize(-65 * mV);
h.continuerun(40 * ms);
for (const cell of cells) {
  print(cell, [...cell.spike_times].map((x) => `${x.toFixed(3)}`).join(", "));
}
print(t.length, `${v.at(-1).toFixed(6)}`, `${max(v).toFixed(4)}`, cells[0].soma.name(), [...h.allsec()].length);
print([...h.allsec()].map((sec) => sec.name()).at(-1), `${h.t.toFixed(3)}`, cells[1].dend.psection().nseg);

export { Cell };
