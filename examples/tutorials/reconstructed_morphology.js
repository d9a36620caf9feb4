// A neuron from a file: what a synapse far out on the dendrites does at the soma.
//
// pyramidal.swc beside this script has the points of a made-up pyramidal cell, in
// the format of NeuroMorpho.Org. The soma gets Hodgkin-Huxley channels, the
// dendrites are passive, as in NEURON's exercise on morphometric data.
import { n } from "neuron";
import { ms, mV } from "neuron/units";

// --- From points to sections to segments -----------------------------------

class Pyramidal {
  constructor(file) {
    n.load_morphology(file, { into: this }); // this.soma, this.axon, this.dend, this.apic
    for (const sec of this.all) {
      sec.Ra = 150; // ohm cm
      sec.cm = 1; // uF/cm2
    }
    // No segment longer than a tenth of the length constant at 100 Hz.
    n.d_lambda({ freq: 100, d_lambda: 0.1, sections: this.all });
    for (const sec of [...this.soma, ...this.axon]) sec.insert("hh");
    for (const sec of [...this.dend, ...this.apic]) {
      sec.insert("pas");
      sec.g_pas = 1 / 20000; // S/cm2
      sec.e_pas = -65 * mV;
    }
  }

  toString() {
    return "Pyramidal";
  }
}

const cell = new Pyramidal("pyramidal.swc");
const soma = cell.soma[0](0.5);
const segments = cell.all.flatMap((sec) => [...sec]);
console.log(`${cell.all.length} sections, ${segments.length} segments, ${segments.reduce((sum, seg) => sum + seg.area(), 0).toFixed(0)} um2`);

// --- A synapse at the tip that is farthest from the soma ---------------------

const distances = cell.apic.map((sec) => n.distance(soma, sec(1)));
const far = cell.apic[distances.indexOf(Math.max(...distances))];
const near = cell.apic[0];
console.log(`${far} ends ${Math.max(...distances).toFixed(0)} um from the soma`);

const stim = n.NetStim({ number: 1, start: 5 });
function synapse(seg) {
  const syn = n.Exp2Syn(seg, { tau1: 0.5, tau2: 3, e: 0 });
  return { syn, nc: n.NetCon(stim, syn, { weight: 0, delay: 0 }) };
}
const places = { "at the far tip": far(0.9), "at the trunk": near(0.5) };
const synapses = Object.values(places).map(synapse);

const t = n.Vector().record(n._ref_t);
const v_soma = n.Vector().record(soma._ref_v);
const v_all = segments.map((seg) => n.Vector().record(seg._ref_v));

// The same conductance, first at one place, then at the other.
const runs = synapses.map((active) => {
  for (const s of synapses) s.nc.weight[0] = s === active ? 0.002 : 0; // uS
  n.finitialize(-65 * mV);
  n.continuerun(50 * ms);
  const here = n.Vector(v_all[segments.findIndex((seg) => seg.equals(active.syn.get_segment()))]);
  return { soma: [...v_soma], here: [...here], peaks: v_all.map((v) => v.max()) };
});
Object.keys(places).forEach((name, k) => {
  const rise = (v) => (Math.max(...v) + 65).toFixed(2);
  console.log(`synapse ${name}: v rises by ${rise(runs[k].here)} mV there and by ${rise(runs[k].soma)} mV at the soma`);
});

// --- Pictures: traces, and the cell coloured by how far v rose ---------------

const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [12, 7] });

// Each segment is drawn along its part of the section's points.
const levels = [2, 5, 10, 20, 1000]; // mV above rest
const colors = ["#c6c6c6", "#6baed6", "#31a354", "#fd8d3c", "#d62728"];
const labels = ["below 2 mV", "2 to 5 mV", "5 to 10 mV", "10 to 20 mV", "above 20 mV"];
segments.forEach((seg, k) => {
  const sec = seg.sec;
  const half = 0.5 / sec.nseg;
  const xs = [];
  const ys = [];
  for (const x of [seg.x - half, seg.x - half / 2, seg.x, seg.x + half / 2, seg.x + half]) {
    const [px, py] = point(sec, x);
    xs.push(px);
    ys.push(py);
  }
  const level = levels.findIndex((limit) => runs[0].peaks[k] + 65 < limit);
  left.plot(xs, ys, { color: colors[level], linewidth: sec === soma.sec ? 10 : 1 + seg.diam * 0.7, label: labels[level] });
  labels[level] = ""; // once in the legend
});
left.scatter([point(far, 0.9)[0]], [point(far, 0.9)[1]], { marker: "v", color: "black", s: 60, label: "synapse" });

// The place at x (0 to 1) of a section, on the line through its points.
function point(sec, x) {
  const at = x * sec.L;
  let i = 1;
  while (i < sec.n3d() - 1 && sec.arc3d(i) < at) i++;
  const f = (at - sec.arc3d(i - 1)) / (sec.arc3d(i) - sec.arc3d(i - 1));
  return [sec.x3d(i - 1) + f * (sec.x3d(i) - sec.x3d(i - 1)), sec.y3d(i - 1) + f * (sec.y3d(i) - sec.y3d(i - 1))];
}
left.set_title("How far v rises: synapse at the far tip");
left.set_xlabel("x (um)");
left.set_ylabel("y (um)");
left.set_xlim(-330, 330);
left.legend({ loc: "upper left" });

Object.keys(places).forEach((name, k) => {
  right.plot(t, runs[k].here, { color: `C${k}`, linestyle: "--", label: `synapse ${name}, v there` });
  right.plot(t, runs[k].soma, { color: `C${k}`, label: `synapse ${name}, v at the soma` });
});
right.set_title("The same synapse at two places");
right.set_xlabel("t (ms)");
right.set_ylabel("v (mV)");
right.legend();
plt.show(figure);

const shape = cell.all.map((sec) => [sec.name(), sec.nseg, sec.L]);
const peaks = runs.map((run) => run.peaks);
export { t, v_soma, shape, peaks };
