// Impedances with the dynamics of states of users' mechanisms: implicit and exponential ones, ions, a synapse, and states that no current depends on.
n.load_mechanisms("mod");

function answer(imp, segs) {
  return segs.map((s) => [imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)]);
}
const soma = n.Section("soma"), dend = n.Section("dend");
soma.L = soma.diam = 25;
Object.assign(dend, { L: 250, diam: 2, nseg: 5 });
dend.connect(soma(1));
for (const m of ["pas", "kdr", "cubic"]) soma.insert(m);
soma.k_cubic = 2e-8;
for (const m of ["pas", "hcn", "cat", "capump", "kca"]) dend.insert(m);
const syn = n.Exp2Syn(dend(0.7));
const stim = n.NetStim({ start: 0.5, number: 1 });
n.NetCon(stim, syn, 0, 0, 0.01);
Object.assign(syn, { tau1: 1, tau2: 5 });
n.finitialize(-60);
n.continuerun(3);
const segs = [soma(0.5), dend(0), dend(0.3), dend(0.7), dend(1)];
const imp = n.Impedance();
imp.loc(dend(0.5));
const results = [];
for (const dynamic of [0, 1]) {
  for (const f of [2, 20, 300]) {
    imp.compute(f, dynamic, 100);
    results.push(answer(imp, segs));
  }
}
console.log(JSON.stringify({ results, v: segs.map((s) => s.v) }));
