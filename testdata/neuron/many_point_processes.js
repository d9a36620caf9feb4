// Several point processes of different types on one node, some on the same place twice, over squid axon membrane.
const soma = n.Section("soma", { L: 30, diam: 15, nseg: 3 });
soma.insert("hh");
const placed = [
  n.IClamp(soma(0.5), { delay: 1, dur: 3, amp: 0.3 }),
  n.AlphaSynapse(soma(0.5), { onset: 2, tau: 0.7, gmax: 0.01 }),
  n.IClamp(soma(0.5), { delay: 2, dur: 3, amp: -0.1 }),
  n.AlphaSynapse(soma(0.6), { onset: 5, tau: 2, gmax: 0.02, e: -90 }),
  n.SEClamp(soma(0.9), { dur1: 0, dur2: 0.5, amp2: -75, rs: 5 }),
  n.IClamp(soma(0.4), { delay: 1.5, dur: 0.1, amp: 0.6 }),
];
const t = n.Vector().record(n._ref_t);
const v = [0.5, 1].map((x) => n.Vector().record(soma(x)._ref_v));
const i = placed.slice(1, 5).map((p) => n.Vector().record(p._ref_i));
n.finitialize(-65);
n.continuerun(10);
console.log(JSON.stringify({ t, v, i, on: [...soma].map((seg) => seg.point_processes().length) }));
n.load_file("stdrun.hoc");

