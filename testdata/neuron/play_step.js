// Vector.play as a step function: a sample at 0, on and off the steps, two at one time, the last one stays.
const soma = n.Section("soma");
soma.L = soma.diam = 30;
soma.insert("pas");
const ic = n.IClamp(soma(0.5));
ic.dur = 1e9;
const times = n.Vector([0, 1, 1.0124, 2.01, 2.0125, 3.02, 3.02, 4, 5.5]);
const amps = n.Vector([0.05, 0.1, 0.2, -0.1, 0.3, 0.4, 0.15, 0, 0.08]);
amps.play(ic._ref_amp, times);
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const amp = n.Vector().record(ic._ref_amp);
const i = n.Vector().record(ic._ref_i);
n.finitialize(-70);
n.continuerun(8);
const first = [v, amp, i].map((x) => [...x]);
n.finitialize(-70);
n.continuerun(8);
console.log(JSON.stringify({ t, v: first[0], amp: first[1], i: first[2], second_amp: amp, second_i: i }));
n.load_file("stdrun.hoc");

