// SaveState: a run goes on from a saved state, also after finitialize and with other parameters; what it brings back.
n.load_file("stdrun.hoc");

const soma = n.Section("soma", { L: 20, diam: 20 });
soma.insert("hh");
const dend = n.Section("dend", { nseg: 3, diam: 2, L: 150 });
dend.connect(soma);
dend.insert("pas");
const syn = n.Exp2Syn(dend(0.5), { tau1: 0.5, tau2: 4 });
const stim = n.NetStim({ start: 2, interval: 5, number: 8 });
const nc = n.NetCon(stim, syn, 0, 1.5, 0.01);
const cell = n.IntFire1();
n.NetCon(soma(0.5)._ref_v, cell, { sec: soma, delay: 6, weight: 2 });
const clamp = n.IClamp(soma(0.5), { delay: 9, dur: 3, amp: 0.3 });
const v = n.Vector(), fired = n.Vector();
v.record(soma(0.5)._ref_v);
n.NetCon(cell, null).record(fired);

n.finitialize(-65);
n.continuerun(7);
const state = n.SaveState();
state.save();
const at_save = [n.t, soma(0.5).v, soma(0.5).hh.m, syn.g, soma(0.5).ina];
n.continuerun(30);
const straight = [...v], straight_fired = [...fired];

state.restore();
const at_restore = [n.t, soma(0.5).v, soma(0.5).hh.m, syn.A, syn.B, nc.weight[0]];
n.continuerun(20);
const gone_on = [...v];

n.finitialize(-70);
state.restore();
n.continuerun(20);
const after_finitialize = [...v];

soma(0.5).hh.gnabar = 0.1;
[syn.tau2, nc.weight[0], clamp.amp] = [9, 0.5, 0.25];
state.restore();
const kept = [soma(0.5).hh.gnabar, syn.tau2, nc.weight[0], clamp.amp];
n.continuerun(25);
const changed = [...v];

n.finitialize(-65);
n.continuerun(3);
state.restore(1);
const at_restore_1 = [n.t, soma(0.5).v];
n.continuerun(20);
console.log(JSON.stringify({ at_save, straight, straight_fired, at_restore, gone_on, after_finitialize, kept, changed, at_restore_1, without_events: [...v], fired: [...fired] }));
