// Adams' method, in one instance, and a mechanism that reads a GLOBAL variable of another one as EXTERNAL.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
for (const name of ["hh", "multistep", "source", "reader"]) soma.insert(name);
const seg = soma(0.5);
const ic = n.IClamp(seg, { delay: 1, dur: 5, amp: 0.3 });
n.dt = 0.05;
const names = ["x", "z", "total"];
const rec = {};
for (const k of names) rec[k] = n.Vector().record(seg.multistep["_ref_" + k]);
const y = n.Vector().record(seg.reader._ref_y);
const v = n.Vector().record(seg._ref_v);
n.finitialize(-65);
while (n.t < 4) n.fadvance();
n.scale_source = 7;
while (n.t < 8) n.fadvance();
console.log(JSON.stringify({ v, y, peak: n.peak_source, ...rec }));
