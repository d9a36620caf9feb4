// finitialize without an argument keeps each node's v; setting v on a section sets its ends, on a segment does not.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const dend = n.Section("dend", { L: 200, diam: 2, nseg: 5 });
dend.insert("pas");
dend.connect(soma(1));
const profile = () => [soma, dend].map((sec) => [...sec.allseg()].map((seg) => seg.v));

const profiles = [profile()];
soma.v = -50;
profiles.push(profile());
dend.v = -75;
profiles.push(profile());
dend(0.5).v = -40;
profiles.push(profile());
const t = n.Vector().record(n._ref_t);
const v = [soma(0.5), dend(0), dend(0.5), dend(1)].map((seg) => n.Vector().record(seg._ref_v));
n.finitialize();
profiles.push(profile());
const gates = [soma(0.5).hh.m, soma(0.5).hh.h, soma(0.5).hh.n];
n.continuerun(5);
profiles.push(profile());
const first = v.map((x) => [...x]);
n.finitialize();
n.continuerun(2);
console.log(JSON.stringify({ profiles, gates, t, v: first, second: v }));
n.load_file("stdrun.hoc");

