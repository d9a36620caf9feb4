// Two cells from files, divided by the d_lambda rule, with hh in soma and axon: a current step.
const { morphology } = require("./morphology/shapes.js");
n.load_file("stdrun.hoc");
n.load_file("import3d.hoc");

const answer = { nseg: [] };
const clamps = [];
const recordings = {};
for (const file of ["contour_soma.asc", "three_point_soma.swc"]) {
  const cell = morphology(file);
  for (const sec of cell.all) sec.Ra = 150;
  n.d_lambda({ freq: 100, d_lambda: 0.1, sections: cell.all });
  for (const sec of cell.all) {
    answer.nseg.push(sec.nseg);
    sec.insert("pas");
    for (const seg of sec) seg.pas.g = 5e-5;
  }
  for (const sec of [...cell.soma, ...cell.axon]) sec.insert("hh");
  clamps.push(n.IClamp(cell.soma[0](0.5), { delay: 1, dur: 0.5, amp: 1.5 }));
  for (const [name, seg] of [["soma", cell.soma[0](0.5)], ["dend", cell.dend[1](1)], ["axon", cell.axon[0](0.9)]]) {
    recordings[`${cell}_${name}`] = n.Vector().record(seg._ref_v);
  }
}
const t = n.Vector().record(n._ref_t);
n.finitialize(-65);
n.continuerun(8);
console.log(JSON.stringify({ t, ...answer, ...recordings }));
