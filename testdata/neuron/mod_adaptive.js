// SOLVE without METHOD: Runge-Kutta steps of a length that is chosen anew every ten steps, in one instance.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
for (const name of ["hh", "adaptive"]) soma.insert(name);
const seg = soma(0.5);
const ic = n.IClamp(seg, { delay: 1, dur: 5, amp: 0.3 });
const names = ["x", "z", "total"];
const rec = {};
for (const k of names) rec[k] = n.Vector().record(seg.adaptive["_ref_" + k]);
n.dt = 0.25;
n.finitialize(-65);
for (let i = 0; i < 80; i++) n.fadvance();
n.finitialize(-50);
n.dt = 0.05;
for (let i = 0; i < 40; i++) n.fadvance();
console.log(JSON.stringify({ last: [...rec.x].at(-1), ...rec }));
