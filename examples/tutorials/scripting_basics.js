// Scripting basics: a soma with Hodgkin-Huxley channels fires once, and its
// trace is saved and read back.
//
// Follows NEURON's tutorial "Scripting NEURON basics" step by step.

// 1. Load NEURON's names. ms, mV and um are 1: they say which unit is meant.
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

// 2. Make a cell. The smallest cell is one section.
const soma = n.Section("soma");
n.topology(); // draws the tree of sections: one dash for each segment

// psection() tells everything about a section, as a plain object.
console.log(`a new section: L ${soma.psection().morphology.L} um, diam ${soma.diam} um`);

// 3. Give it a shape. The defaults are those of a squid giant axon, so choose.
soma.L = 20 * um;
soma.diam = 20 * um;
console.log(`its membrane: ${soma(0.5).area().toFixed(1)} um2`);

// 4. Insert ion channels. soma(0.5) is the segment in the middle of the soma;
// it holds the numbers of that piece of membrane.
soma.insert("hh"); // or soma.insert(n.hh)
console.log(`gkbar is ${soma(0.5).hh.gkbar} ${n.units("gkbar_hh")}`);
for (const seg of soma) {
  for (const mech of seg) console.log(`${seg} has ${mech.name()}`);
}

// 5. Put an electrode into it: 0.9 nA for 0.1 ms, from 2 ms on.
const iclamp = n.IClamp(soma(0.5));
iclamp.delay = 2;
iclamp.dur = 0.1;
iclamp.amp = 0.9;

// 6. Say what to record. A Vector fills up during the run.
const v = n.Vector().record(soma(0.5)._ref_v); // membrane potential [mV]
const t = n.Vector().record(n._ref_t); // time [ms]

// 7. Run: set the potential everywhere, then let time go on.
n.load_file("stdrun.hoc"); // NEURON needs it for continuerun; here it may be left out
n.finitialize(-65 * mV);
n.continuerun(40 * ms);

const peak = v.max_ind();
console.log(`the spike peaks at ${v[peak].toFixed(3)} mV, ${t[peak].toFixed(3)} ms`);

// 8. Look at it.
const f = plt.figure({ title: "A spike", x_axis_label: "t (ms)", y_axis_label: "v (mV)" });
f.line(t, v, { line_width: 2 });
plt.show(f);

// 9. Save it, and read it back: one "t,v" per line (CSV), or as JSON.
fs.writeText("data.csv", Array.from(t, (time, i) => `${time},${v[i]}`).join("\n"));
const rows = fs.readText("data.csv").split("\n").map((row) => row.split(",").map(Number));
const [tnew, vnew] = [rows.map((row) => row[0]), rows.map((row) => row[1])];

fs.writeText("data.json", JSON.stringify({ t, v }));
const data = JSON.parse(fs.readText("data.json"));
console.log(`read back: ${tnew.length} rows, ${vnew[peak] === v[peak] && data.v[peak] === v[peak] ? "the same" : "other"} numbers`);

export { t, v };
