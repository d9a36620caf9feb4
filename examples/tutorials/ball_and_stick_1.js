// Ball and stick 1: a cell of two parts, a soma (the ball) and a dendrite (the
// stick), as a class, so that there can be many of it.
//
// Follows NEURON's tutorial "Ball and stick 1: Basic cell".
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

// --- The cell -----------------------------------------------------------

class BallAndStick {
  constructor(gid) {
    this._gid = gid; // before the sections: their names ask for it
    this._setup_morphology();
    this._setup_biophysics();
  }

  _setup_morphology() {
    this.soma = n.Section("soma", this);
    this.dend = n.Section("dend", this);
    this.dend.connect(this.soma); // its 0 end to the soma's 1 end
    this.all = this.soma.wholetree();
    this.soma.L = this.soma.diam = 12.6157 * um; // 500 um2 of membrane
    this.dend.L = 200 * um;
    this.dend.diam = 1 * um;
  }

  _setup_biophysics() {
    for (const sec of this.all) {
      sec.Ra = 100; // axial resistivity, ohm cm
      sec.cm = 1; // membrane capacitance, uF/cm2
    }
    this.soma.insert(n.hh);
    for (const seg of this.soma) {
      seg.hh.gnabar = 0.12; // sodium conductance, S/cm2
      seg.hh.gkbar = 0.036; // potassium conductance, S/cm2
      seg.hh.gl = 0.0003; // leak conductance, S/cm2
      seg.hh.el = -54.3 * mV; // reversal potential of the leak
    }
    this.dend.insert(n.pas);
    for (const seg of this.dend) {
      seg.pas.g = 0.001; // S/cm2
      seg.pas.e = -65 * mV;
    }
  }

  toString() {
    return `BallAndStick[${this._gid}]`;
  }
}

const my_cell = new BallAndStick(0);
n.topology();
console.log(`soma: ${my_cell.soma(0.5).area().toFixed(2)} um2 of membrane`);
for (const sec of n.allsec()) {
  console.log(`${sec}: ${Object.keys(sec.psection().density_mechs).join(", ")}`);
}

// --- The experiment -----------------------------------------------------

// A pulse into the far end of the dendrite.
const stim = n.IClamp(my_cell.dend(1));
stim.delay = 5;
stim.dur = 1;
stim.amp = 0.1;

const soma_v = n.Vector().record(my_cell.soma(0.5)._ref_v);
const dend_v = n.Vector().record(my_cell.dend(0.5)._ref_v);
const t = n.Vector().record(n._ref_t);

// What one run gives. The Vectors fill anew at each run, hence the copies.
function simulate() {
  n.finitialize(-65 * mV);
  n.continuerun(25 * ms);
  return { soma: [...soma_v], dend: [...dend_v], peak: soma_v.max(), time: t[soma_v.max_ind()] };
}

// --- How strong must the pulse be, and how finely must one cut? ----------

const amps = [1, 2, 3, 4].map((i) => 0.075 * i); // nA
const colors = ["green", "blue", "red", "black"];
const peaks = []; // mV, of the soma: for each amp, with nseg 1 and 101

const [figure, panels] = plt.subplots(1, 2, { figsize: [12, 5] });
amps.forEach((amp, i) => {
  stim.amp = amp;
  [1, 101].forEach((nseg, k) => {
    my_cell.dend.nseg = nseg;
    const { soma, dend, peak, time } = simulate();
    peaks.push(peak);
    console.log(`${amp.toFixed(3)} nA, nseg ${String(nseg).padStart(3)}: the soma reaches ${peak.toFixed(2)} mV at ${time.toFixed(3)} ms`);
    panels[k].plot(t, soma, { color: colors[i], label: `${amp.toFixed(3)} nA` });
    panels[k].plot(t, dend, { color: colors[i], linestyle: "--" });
  });
});
panels.forEach((panel, k) => {
  panel.set_title(`nseg = ${[1, 101][k]} (soma solid, dendrite dashed)`);
  panel.set_xlabel("t (ms)");
  panel.set_ylabel("v (mV)");
  panel.set_ylim(-85, 60);
  panel.legend();
});
plt.show(figure);

// Two of the four pulses make a spike. With one segment the dendrite has one
// potential along its whole length, and the soma spikes too early and too high.

export { t, peaks, soma_v as last_soma_v, dend_v as last_dend_v };
