// Voltage clamp of a passive cable in three steps: v, vc and i of the clamp.
const cable = n.Section("cable");
cable.L = 200;
cable.diam = 2;
cable.nseg = 5;
cable.insert("pas");
const clamp = n.SEClamp(cable(0.5));
clamp.dur1 = 2;
clamp.amp1 = -70;
clamp.dur2 = 3.01;
clamp.amp2 = -30;
clamp.dur3 = 2;
clamp.amp3 = -90;
clamp.rs = 0.5;
const t = n.Vector().record(n._ref_t);
const v = [0.5, 1].map((x) => n.Vector().record(cable(x)._ref_v));
const vc = n.Vector().record(clamp._ref_vc);
const i = n.Vector().record(clamp._ref_i);
n.finitialize(-70);
n.continuerun(10);
console.log(JSON.stringify({ t, v, vc, i }));
n.load_file("stdrun.hoc");

