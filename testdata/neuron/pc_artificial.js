// A net of artificial cells by gids: a ring of IntFire2 cells with a NetStim, delays below and above the step, zero delay, active off.
const pc = n.ParallelContext();
const N = 8;
const cells = [], nets = [];
for (let gid = 0; gid < N; gid++) {
  const cell = n.IntFire2();
  [cell.taus, cell.taum, cell.ib] = [20, 10, 0];
  pc.set_gid2node(gid, 0);
  pc.cell(gid, n.NetCon(cell, null));
  cells.push(cell);
}
const stim = n.NetStim();
[stim.start, stim.number, stim.interval, stim.noise] = [2, 5, 7.3, 0];
pc.set_gid2node(100, 0);
pc.cell(100, n.NetCon(stim, null));
for (let gid = 0; gid < N; gid++) {
  for (const [source, weight, delay] of [[100, 2.5, 0.3 * gid], [(gid + 1) % N, 0.5, 0.01], [(gid + 3) % N, -0.4, 2], [(gid + 5) % N, 0.3, 0]]) {
    const nc = pc.gid_connect(source, cells[gid]);
    [nc.weight[0], nc.delay] = [weight, delay];
    nets.push(nc);
  }
}
nets[5].active(0);
const times = n.Vector(), gids = n.Vector();
pc.spike_record(-1, times, gids);
const maxstep = pc.set_maxstep(5);
n.finitialize();
for (const until of [10, 20.005, 60]) pc.psolve(until);
console.log(JSON.stringify({ spikes: times, gids, maxstep, states: cells.map((c) => [c.i, c.m]), names: [String(pc.gid2cell(3)), String(pc.gid2obj(100))],
  sources: nets.slice(0, 6).map((nc) => nc.srcgid()), pre: nets.slice(0, 6).map((nc) => String(nc.pre())) }));
