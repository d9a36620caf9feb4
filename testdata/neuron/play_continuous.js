// Vector.play with interpolation: held before the first sample, extrapolated after the last, run twice.
const soma = n.Section("soma");
soma.L = soma.diam = 30;
soma.insert("pas");
const ic = n.IClamp(soma(0.5));
ic.dur = 1e9;
const times = n.Vector([1, 2.013, 3, 3, 5]);
const amps = n.Vector([0.05, 0.2, -0.1, 0.1, 0.06]);
amps.play(ic._ref_amp, times, true);
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const amp = n.Vector().record(ic._ref_amp);
const i = n.Vector().record(ic._ref_i);
n.finitialize(-70);
n.continuerun(8);
const first = [v, amp, i].map((x) => [...x]);
n.finitialize(-70);
n.continuerun(8);
console.log(JSON.stringify({ t, v: first[0], amp: first[1], i: first[2], second_v: v, second_amp: amp }));
n.load_file("stdrun.hoc");

