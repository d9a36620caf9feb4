// An action-potential clamp: a recorded spike is played into the clamp's command, then play_remove ends it.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 0.2, amp: 0.7 });
const command_t = n.Vector().record(n._ref_t);
const command = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-65);
n.continuerun(8);
const times = command_t.c();
const volts = command.c();
ic.amp = 0;
const clamp = n.SEClamp(soma(0.5));
clamp.rs = 0.05;
clamp.dur1 = 1e9;
volts.play(clamp._ref_amp1, times, true);
const v = n.Vector().record(soma(0.5)._ref_v);
const i = n.Vector().record(clamp._ref_i);
n.finitialize(-65);
n.continuerun(8);
const played = [[...v], [...i]];
volts.play_remove();
clamp.amp1 = -50;
n.finitialize(-65);
n.continuerun(2);
console.log(JSON.stringify({ t: times, spike: volts, v: played[0], i: played[1], removed_v: v, removed_i: i }));
n.load_file("stdrun.hoc");

