// An electrode's current of one's own, a ramp with at_time at its corners, on a segment, on an end and twice on one place.
n.load_mechanisms("mod");
const cable = n.Section("cable", { L: 300, diam: 3, nseg: 5 });
cable.insert("hh");
const first = n.Ramp(cable(0.5));
const defaults = [first.rise, first.stay, first.fall, first.amp, first.i];
first.amp = 0.6;
const second = n.Ramp(cable(0));
second.del = 5.013;
second.rise = 0.5;
second.stay = 0;
second.fall = 2.01;
second.amp = -0.3;
const third = n.Ramp(cable(0.5));
third.del = 0;
third.rise = 4;
third.amp = 0.15;
const ramps = [first, second, third];
const t = n.Vector().record(n._ref_t);
const v = [0, 0.5].map((x) => n.Vector().record(cable(x)._ref_v));
const i = ramps.map((ramp) => n.Vector().record(ramp._ref_i));
const phase = n.Vector().record(first._ref_phase);
n.finitialize(-65);
n.continuerun(10);
console.log(JSON.stringify({ t, v, i, phase, defaults }));
n.load_file("stdrun.hoc");

