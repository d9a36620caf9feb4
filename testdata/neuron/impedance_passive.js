// Impedances of a branched passive tree at several frequencies, from several places, with a voltage clamp and a synapse; another tree does not answer.
function answer(imp, segs) {
  return segs.map((s) => [imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)]);
}
const [soma, dend, twig, other] = ["soma", "dend", "twig", "other"].map((x) => n.Section(x));
soma.L = soma.diam = 20;
Object.assign(dend, { L: 400, diam: 2, nseg: 9 });
Object.assign(twig, { L: 200, diam: 1, nseg: 4 });
dend.connect(soma(1));
twig.connect(dend(0.6), 1);
for (const s of [soma, dend, twig, other]) {
  s.insert("pas");
  s.g_pas = 1e-4;
}
dend.cm = 1.5;
n.SEClamp(twig(0.2), { rs: 200, dur1: 10, amp1: -60 });
n.AlphaSynapse(dend(0.9), { onset: 0, tau: 1, gmax: 0.001 });
n.finitialize(-65);
n.continuerun(1);
const segs = [soma, dend, twig].flatMap((s) => [0, 0.5, 1].map((x) => s(x)));
const imp = n.Impedance();
const results = [];
for (const place of [soma(0.5), twig(0), dend(0)]) {
  imp.loc(place);
  for (const f of [0, 1, 30, 1000]) results.push([imp.compute(f), answer(imp, segs)]);
}
imp.loc(0.3, { sec: dend });
const extended = imp.compute(10, 1);
console.log(JSON.stringify({
  results,
  extended: [extended, answer(imp, segs)],
  other: [imp.transfer(other(0.5)), imp.input(0.5, { sec: other })],
  deltafac: [imp.deltafac(), imp.deltafac(0.01), imp.deltafac()],
  v: soma.v,
}));
