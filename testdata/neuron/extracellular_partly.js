// A tree in which only some sections have extracellular, joined in every way, with synapses and clamps on both kinds of nodes and at ends.
const soma = n.Section("soma");
const [with_, without, tip, side, turned] = ["with", "without", "tip", "side", "turned"].map((x) => n.Section(x));
soma.L = soma.diam = 15;
[with_, without, tip, side, turned].forEach((s, i) => {
  Object.assign(s, { L: 80 + 30 * i, diam: 1 + 0.3 * i, nseg: 3 + (i % 2) });
});
with_.connect(soma(1));
without.connect(with_(1));
tip.connect(without(1));
side.connect(with_(0.4));
turned.connect(soma(0), 1);
const all = [soma, with_, without, tip, side, turned];
for (const s of all) s.insert(s === soma ? "hh" : "pas");
[with_, tip, turned].forEach((s, i) => {
  s.insert("extracellular");
  for (const k of [0, 1]) {
    s.xraxial[k] = 1e4 * (1 + i + k);
    s.xg[k] = 1e-3 * (1 + 2 * i + k);
    s.xc[k] = 0.02 * i * k;
  }
  s.e_extracellular = 3 * i;
});
turned(0.9).xg[0] = 0.01;
with_.rallbranch = 2;
[with_(0.5), tip(1), soma(0.5), turned(0)].forEach((seg, i) => {
  n.IClamp(seg, { delay: 0.5 + i, dur: 1, amp: 0.05 + 0.02 * i });
});
const syns = [with_(0.1), with_(1), without(0.5), turned(0.5)].map((seg) => n.ExpSyn(seg, { tau: 0.7 }));
const stim = n.NetStim({ start: 1, number: 3, interval: 1.3 });
syns.forEach((syn, i) => n.NetCon(stim, syn, 0, 0.5 * i, 0.002));
const volt = n.SEClamp(tip(0.5), { rs: 20, dur1: 4, amp1: -50 });
const t = n.Vector().record(n._ref_t);
const v = all.flatMap((s) => [0, 0.5, 1].map((x) => n.Vector().record(s(x)._ref_v)));
const vext = [with_, tip, turned].flatMap((s) => [0, 0.5, 1].flatMap((x) => [0, 1].map((k) => n.Vector().record(s(x)._ref_vext[k]))));
const i_membrane = [with_, tip, turned].map((s) => n.Vector().record(s(0.5)._ref_i_membrane));
const i = [n.Vector().record(volt._ref_i), n.Vector().record(syns[0]._ref_i)];
n.finitialize(-65);
n.continuerun(6);
console.log(JSON.stringify({ t, v, vext, i_membrane, i }));
