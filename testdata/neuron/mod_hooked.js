// BEFORE and AFTER blocks that assign to a concentration and a current; a reversal potential that is written and never assigned.
n.load_mechanisms("mod");
const a = n.Section("a"), b = n.Section("b");
for (const sec of [a, b]) {
	sec.L = sec.diam = 20;
	sec.insert("hh");
}
b.insert("idle");
const p = n.Hooked(a(0.5));
const ic = n.IClamp(a(0.5), { delay: 1, dur: 2, amp: 0.3 });
const own = ["n", "seen"].map((k) => n.Vector().record(p["_ref_" + k]));
const rec = {};
for (const k of ["v", "cai", "ica", "ik", "ek", "eca"]) rec[k] = n.Vector().record(a(0.5)["_ref_" + k]);
const idle = ["eca", "cai"].map((k) => n.Vector().record(b(0.5)["_ref_" + k]));
n.finitialize(-65);
while (n.t < 4) n.fadvance();
console.log(JSON.stringify({ own, idle, ...rec }));
