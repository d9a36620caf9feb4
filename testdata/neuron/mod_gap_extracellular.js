// A gap junction between cells with extracellular: what goes over is the potential inside, v + vext.
n.load_mechanisms("mod");
const pc = n.ParallelContext();
const cells = [], gaps = [];
for (let i = 0; i < 2; i++) {
  const sec = n.Section("axon" + i);
  [sec.L, sec.diam, sec.nseg] = [400, 5, 5];
  sec.insert("hh");
  sec.insert("extracellular");
  for (let k = 0; k < 2; k++) sec.xraxial[k] = 100;
  sec.xg[0] = 0.01;
  cells.push(sec);
}
const clamp = n.IClamp(cells[0](0.1));
[clamp.delay, clamp.dur, clamp.amp] = [0.5, 1, 3];
for (let i = 0; i < 2; i++) {
  const gap = n.HalfGap(cells[i](0.5));
  gap.g = 0.1;
  gaps.push(gap);
}
for (let i = 0; i < 2; i++) {
  pc.source_var(cells[i](0.5)._ref_v, i, { sec: cells[i] });
  pc.target_var(gaps[i], gaps[i]._ref_vgap, 1 - i);
}
pc.setup_transfer();
pc.set_maxstep(10);
const t = n.Vector().record(n._ref_t);
const recorded = { v0: cells[0](0.5)._ref_v, v1: cells[1](0.5)._ref_v, vext0: cells[0](0.5)._ref_vext[0], vgap0: gaps[0]._ref_vgap,
  vgap1: gaps[1]._ref_vgap };
const vectors = {};
for (const name in recorded) vectors[name] = n.Vector().record(recorded[name]);
n.finitialize(-65);
pc.psolve(6);
console.log(JSON.stringify({ t, ...vectors }));
