// An instance whose POINTER points to nothing runs as long as its code does not use it; a rate that divides by a state of 0.
n.load_mechanisms("mod");
const a = n.Section("a"), b = n.Section("b");
for (const sec of [a, b]) {
	sec.L = sec.diam = 20;
	sec.insert("hh");
}
const [p, q] = [0, 1].map(() => n.Spare(a(0.5)));
q.on = 1;
q._ref_p = b(0.5)._ref_v;
const ic = n.IClamp(b(0.5), { delay: 1, dur: 2, amp: 0.3 });
const ns = n.NetStim();
ns.start = 1;
ns.number = 2;
ns.interval = 1.5;
const nc = n.NetCon(ns, p);
nc.weight[0] = 0.3;
const rec = {};
for (const k of ["x", "y", "i"]) rec[k] = [p, q].map((o) => n.Vector().record(o["_ref_" + k]));
const v = n.Vector().record(a(0.5)._ref_v);
n.finitialize(-65);
while (n.t < 5) n.fadvance();
console.log(JSON.stringify({ v, ...rec }));
