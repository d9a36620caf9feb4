// Steady attenuation along a passive cable: the whole profile long after a current began at one end.
const cable = n.Section("cable");
cable.L = 1500;
cable.diam = 2;
cable.nseg = 51;
cable.Ra = 150;
cable.insert("pas");
cable.g_pas = 1.0 / 15000;
cable.e_pas = -70;
const ic = n.IClamp(cable(0));
ic.dur = 1e9;
ic.amp = 0.02;
n.dt = 0.25;
const t = n.Vector().record(n._ref_t);
const v = [0, 0.5, 1].map((x) => n.Vector().record(cable(x)._ref_v));
n.finitialize(-70);
n.continuerun(250);
console.log(JSON.stringify({ t, v, profile: [...cable.allseg()].map((seg) => seg.v) }));
n.load_file("stdrun.hoc");

