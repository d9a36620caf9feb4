// VClamp with its defaults and with slow stages and compensation; OClamp switched on and not.
n.load_file("stdrun.hoc");
const cells = [0, 1, 2].map((k) => {
  const cell = n.Section("cell" + k);
  cell.L = cell.diam = 20;
  cell.insert("hh");
  return cell;
});
const ideal = n.VClamp(cells[0](0.5)), slow = n.VClamp(cells[1](0.5));
for (const [clamp, durations, levels] of [[ideal, [2, 5, 3], [-65, -10, -70]], [slow, [1, 4, 0], [-60, 0, 0]]]) {
  for (let k = 0; k < 3; k++) [clamp.dur[k], clamp.amp[k]] = [durations[k], levels[k]];
}
[slow.gain, slow.tau1, slow.tau2, slow.rstim, slow.fac] = [1e3, 0.05, 0.1, 0.5, 0.4];
const clamp = n.OClamp(cells[2](0.5));
[clamp.on, clamp.off, clamp.vc, clamp.rs, clamp.switched_on] = [2, 6, -20, 0.1, 1];
const off = n.OClamp(cells[2](0.5));
[off.on, off.off, off.vc] = [1, 9, 20];
const t = n.Vector().record(n._ref_t);
const v = cells.map((c) => n.Vector().record(c(0.5)._ref_v));
const i = [ideal, slow, clamp, off].map((c) => n.Vector().record(c._ref_i));
const vo = n.Vector().record(slow._ref_vo);
const vi = n.Vector().record(slow._ref_vi);
n.finitialize(-65);
n.continuerun(12);
console.log(JSON.stringify({ t, v_ideal: v[0], v_slow: v[1], v_oclamp: v[2], i_ideal: i[0], i_slow: i[1], i_oclamp: i[2], i_off: i[3], vo, vi }));
