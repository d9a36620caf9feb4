// Functions that the script gives as tables of one and two arguments; BEFORE and AFTER blocks; a loop whose end is a variable.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.nseg = 3;
soma.insert("hh");
soma.insert("looked");
soma.insert("capool");
let i = 0;
for (const seg of soma) {
  i++;
  seg.n_looked = i;
  seg.g_looked = 1e-4 * i;
}
const xs = n.Vector([-80, -60, -50, -20, 10, 30]);
const ys = n.Vector([0, 0.1, 0.3, 0.8, 0.95, 1]);
n.table_minf_looked(ys, xs);
const cas = n.Vector([0.00001, 0.00006, 0.0005]);
const taus = n.Vector([2, 2.5, 3, 1, 1.5, 2.5, 0.5, 0.25, 0.75, 0.1, 0.2, 0.3]);
const vs = n.Vector([-70, -40, 0, 50]);
n.table_tau_looked(taus, vs, cas);
const values = [-100, -80, -70, -51.5, 0, 29, 30, 99].map((x) => n.minf_looked(x));
values.push(...[[-100, 0], [-70, 5e-5], [-55, 1e-4], [20, 1], [60, 2e-5]].map(([x, c]) => n.tau_looked(x, c)));
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 5, amp: 0.3 });
const names = ["m", "before", "after", "stepped", "seen", "power", "series", "i"];
const rec = {};
for (const k of names) rec[k] = [...soma].map((seg) => n.Vector().record(seg.looked["_ref_" + k]));
const v = n.Vector().record(soma(0.5)._ref_v);
const t = n.Vector().record(n._ref_t);
n.finitialize(-65);
while (n.t < 8) n.fadvance();
n.table_minf_looked(0.25);
const constant = n.minf_looked(3);
console.log(JSON.stringify({ t, v, values, constant, ...rec }));
