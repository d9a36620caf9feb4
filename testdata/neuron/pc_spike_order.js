// Spikes at equal times: in which order spike_record writes their gids, for all, for some, and for a watched synapse.
const pc = n.ParallelContext();
const secs = [], clamps = [], nets = {};
for (let i = 0; i < 6; i++) {
  const sec = n.Section("s" + i);
  sec.insert("hh");
  sec.L = sec.diam = 10;
  const clamp = n.IClamp(sec(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 1, 0.3];
  secs.push(sec);
  clamps.push(clamp);
}
clamps[5].delay = 0.5;
for (const i of [3, 1, 4, 0, 2, 5]) pc.set_gid2node(10 + i, 0);
for (const i of [2, 0, 4, 1, 3, 5]) nets[i] = n.NetCon(secs[i](0.5)._ref_v, null, { sec: secs[i] });
const cell = n.IntFire1();
pc.set_gid2node(50, 0);
pc.cell(50, n.NetCon(cell, null));
for (const i of [1, 5, 2, 3, 4, 0]) pc.cell(10 + i, nets[i], i !== 3);
const drive = pc.gid_connect(12, cell);
[drive.weight[0], drive.delay] = [2, 0];
pc.set_maxstep(10);

function run(until = 6) {
  n.finitialize(-65);
  pc.psolve(until);
}

const t_all = n.Vector(), rest_gids = n.Vector();
pc.spike_record(-1, t_all, rest_gids);
run();
const first = [[...t_all], [...rest_gids]];
const t_some = n.Vector(), some_gids = n.Vector();
pc.spike_record(n.Vector([14, 12]), t_some, some_gids);
const t_one = n.Vector(), one_gid = n.Vector();
pc.spike_record(13, t_one, one_gid);
run();
console.log(JSON.stringify({ t_first: first[0], first_gids: first[1], t_rest: t_all, rest_gids, t_some, some_gids, t_one, one_gid }));
