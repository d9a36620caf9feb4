// Impedances of squid axon membrane at rest and within a spike, with the dynamics of gates and without; the run goes on unchanged.
function answer(imp, segs) {
  return segs.map((s) => [imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)]);
}
const axon = n.Section("axon");
Object.assign(axon, { L: 500, diam: 3, nseg: 7 });
axon.insert("hh");
n.IClamp(axon(0), { delay: 0.5, dur: 1, amp: 0.5 });
const segs = [0, 0.1, 0.5, 1].map((x) => axon(x));
const imp = n.Impedance();
imp.loc(axon(0.3));
const results = [];
function ask() {
  for (const dynamic of [0, 1]) {
    for (const f of [1, 60, 400]) {
      imp.compute(f, dynamic);
      results.push(answer(imp, segs));
    }
  }
}
n.finitialize(-65);
ask();
n.continuerun(2);
ask();
imp.deltafac(0.01);
imp.compute(60, 1);
const coarse = answer(imp, segs);
n.usetable_hh = 0;
imp.compute(60, 1);
const exact = answer(imp, segs);
n.usetable_hh = 1;
n.continuerun(4);
console.log(JSON.stringify({ results, coarse, exact, v: [axon(0.5).v, axon(0.5).m_hh, axon(0.5).ina] }));
