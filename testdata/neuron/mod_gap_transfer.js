// Gap junctions by source_var, target_var and setup_transfer: a chain of three cells, and what psolve makes of its time.
n.load_mechanisms("mod");
const pc = n.ParallelContext();
const cells = [], gaps = [];
for (let i = 0; i < 3; i++) {
  const soma = n.Section("soma" + i), dend = n.Section("dend" + i);
  soma.L = soma.diam = 20;
  [dend.L, dend.diam, dend.nseg] = [150, 2, 5];
  dend.connect(soma(1));
  soma.insert("hh");
  dend.insert("pas");
  dend.e_pas = -65;
  cells.push([soma, dend]);
}
const clamp = n.IClamp(cells[0][0](0.5));
[clamp.delay, clamp.dur, clamp.amp] = [1, 1, 2];

function join(a, xa, b, xb, g) {
  for (const [here, x] of [[a, xa], [b, xb]]) {
    const gap = n.HalfGap(here(x));
    gap.g = g;
    gaps.push(gap);
  }
  const sid = 10 * gaps.length;
  pc.source_var(a(xa)._ref_v, sid, { sec: a });
  pc.source_var(b(xb)._ref_v, sid + 1, { sec: b });
  pc.target_var(gaps.at(-2), gaps.at(-2)._ref_vgap, sid + 1);
  pc.target_var(gaps.at(-1)._ref_vgap, sid);
}

join(cells[0][1], 0.9, cells[1][1], 0.5, 0.02);
join(cells[1][0], 0.5, cells[2][1], 0.3, 0.05);
pc.setup_transfer();
pc.set_maxstep(10);
const t = n.Vector().record(n._ref_t);
const v = cells.map(([soma]) => n.Vector().record(soma(0.5)._ref_v));
const vgap = gaps.slice(0, 2).map((gap) => n.Vector().record(gap._ref_vgap));
const i0 = n.Vector().record(gaps[0]._ref_i);
const started = [];
for (const kind of [0, 1]) n.FInitializeHandler(kind, () => started.push([kind, gaps[0].vgap]));
const stops = [];
for (const secondorder of [0, 2]) {
  n.secondorder = secondorder;
  n.finitialize(-65);
  for (const until of [1.01, 1.04, 12]) {
    pc.psolve(until);
    stops.push(n.t);
  }
}
console.log(JSON.stringify({ t, v0: v[0], v1: v[1], v2: v[2], vgap0: vgap[0], vgap1: vgap[1], i0, started, t_stops: stops }));
