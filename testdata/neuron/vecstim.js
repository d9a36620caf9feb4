// VecStims: times on and off the steps, equal ones, at 0, none, no Vector; two targets; times changed between runs.
n.load_file("stdrun.hoc");
const soma = n.Section("soma", { L: 20, diam: 20 });
soma.insert("hh");
const syns = [n.ExpSyn(soma(0.5)), n.Exp2Syn(soma(0.5), { e: -80 })];
const trains = [[0, 0.0125, 1, 1, 2.5, 7.77, 12.3456789], [3], []].map((x) => n.Vector(x));
const stims = [], times = [];
for (let k = 0; k < 4; k++) {
  const stim = n.VecStim();
  if (k < 3) stim.play(trains[k]);
  stims.push(stim);
  let nc;
  syns.forEach((syn, j) => (nc = n.NetCon(stim, syn, { weight: 0.004, delay: 0.5 + 0.61 * j })));
  const vec = n.Vector();
  nc.record(vec);
  times.push(vec);
}
const v = n.Vector().record(soma(0.5)._ref_v);
const g = syns.map((syn) => n.Vector().record(syn._ref_g));
const out = {};
for (const again of ["first", "second"]) {
  n.finitialize(-65);
  n.continuerun(15);
  out[again] = { v: [...v], g: g.map((x) => [...x]) };
  times.forEach((vec, k) => (out[`times_${again}_${k}`] = [...vec]));
  trains[0].add(0.3);
  trains[2].append(4.2, 5.1);
  stims[1].play();
}
console.log(JSON.stringify(out));
