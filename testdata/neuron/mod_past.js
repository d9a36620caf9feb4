// x@n in DISCRETE blocks, LAG, and DERIVATIVE and DISCRETE blocks that INITIAL calls, twice from finitialize.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const [p, c, c2] = [n.Past(soma(0.5)), n.Calls(soma(0.5)), n.Calls2(soma(0.5))];
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 2, amp: 0.3 });
const rec = {};
for (const [o, names] of [[p, ["a", "b", "d", "late", "later"]], [c, ["m", "seen"]], [c2, ["q", "rate"]]])
	for (const k of names) rec[k] = n.Vector().record(o["_ref_" + k]);
const f = [0, 1, 2].map((i) => n.Vector().record(p._ref_f[i]));
n.dt = 0.05;
n.finitialize(-65);
while (n.t < 1) n.fadvance();
n.finitialize(-60);
while (n.t < 4) n.fadvance();
console.log(JSON.stringify({ f, ...rec }));
