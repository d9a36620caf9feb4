// A backpropagating spike: the soma of a reconstructed cell fires, and the spike runs back
// into dendrites with a tenth of its sodium channels, lower and lower on its way.
//
// The cell is read from an SWC file. Stuart and Sakmann (1994), Nature 367:69-72, found
// such spikes in pyramidal cells.
import { n } from "neuron";
import { ms, mV, nA } from "neuron/units";

const cell = {};
n.load_morphology("tutorials/pyramidal.swc", { into: cell }); // cell.soma, cell.dend, cell.apic, cell.all
n.d_lambda({ sections: cell.all });
for (const sec of cell.all) {
  sec.Ra = 150;
  sec.insert(n.hh);
}
for (const sec of [...cell.dend, ...cell.apic]) {
  sec.gnabar_hh = 0.012; // S/cm2; 0.12 in soma and axon
  sec.gkbar_hh = 0.0036;
}
const soma = cell.soma[0](0.5);
n.IClamp(soma, { delay: 2 * ms, dur: 2 * ms, amp: 3 * nA });

const segments = cell.all.flatMap((sec) => [...sec]);
const traces = segments.map((seg) => n.Vector().record(seg._ref_v));
const t = n.Vector().record(n._ref_t);
n.finitialize(-65 * mV);
n.continuerun(4.5 * ms);
const figure = plt.figure({ width: 900, height: 460 });
figure.add_subplot(1, 2, 1).shape(cell.all, { color: "v", label: "v (mV)" }).set_title("At 4.5 ms");
n.continuerun(15 * ms);

// How high the spike is in each segment, and how far from the soma that is.
const heights = traces.map((v) => v.max());
const away = segments.map((seg) => n.distance(soma, seg));
const far = away.indexOf(Math.max(...away));
const vSoma = traces[segments.findIndex((seg) => seg.equals(soma))];
console.log(`${segments.length} segments; the soma peaks at ${vSoma.max().toFixed(2)} mV, ${t[vSoma.max_ind()].toFixed(3)} ms`);
console.log(`${segments[far]}, ${away[far].toFixed(0)} um away: ${heights[far].toFixed(2)} mV`);

const right = figure.add_subplot(1, 2, 2);
right.scatter(away, heights, { size: 4 }).set_title("Height of the spike");
right.set_xlabel("distance from the soma (um)").set_ylabel("peak of v (mV)");
plt.show(figure);
