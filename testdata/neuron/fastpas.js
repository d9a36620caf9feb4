// fastpas beside pas: its defaults, and a cable that has both.
const cable = n.Section("cable", { L: 300, diam: 2, nseg: 7 });
cable.insert("fastpas");
const defaults = [cable(0.5).fastpas.g, cable(0.5).fastpas.e];
cable(0.9).g_fastpas = 0.002;
cable(0.9).e_fastpas = -75;
const both = n.Section("both", { L: 100 });
both.insert("pas");
both.insert("fastpas");
both.connect(cable(1));
both.diam = 3;
const ic = n.IClamp(cable(0), { delay: 1, dur: 8, amp: 0.2 });
const t = n.Vector().record(n._ref_t);
const v = [cable(0), cable(0.9), both(0.5)].map((seg) => n.Vector().record(seg._ref_v));
n.finitialize(-60);
n.continuerun(15);
console.log(JSON.stringify({ t, v, defaults }));
n.load_file("stdrun.hoc");

