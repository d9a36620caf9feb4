// PatternStim: spikes of gids that no cell here has, given by times and gids; more than a hundred, of a gid of this process, and none.
const pc = n.ParallelContext();
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const syn = n.ExpSyn(soma(0.5));
syn.tau = 1;
pc.set_gid2node(1, 0);
const detector = n.NetCon(soma(0.5)._ref_v, null, { sec: soma });
pc.cell(1, detector);
const cell = n.IntFire1();
const nets = [[77, syn, 0.02, 2], [78, syn, 0.005, 0.5], [77, cell, 0.6, 1], [1, cell, 2, 1]].map(([gid, target, weight, delay]) => {
  const nc = pc.gid_connect(gid, target);
  [nc.weight[0], nc.delay] = [weight, delay];
  return nc;
});
const [spikes, gids, r77, r78, rcell] = [1, 2, 3, 4, 5].map(() => n.Vector());
pc.spike_record(-1, spikes, gids);
nets[0].record(r77);
nets[1].record(r78);
n.NetCon(cell, null).record(rcell);
const v = n.Vector().record(soma(0.5)._ref_v);
const stim = n.PatternStim();
const maxstep = pc.set_maxstep(10);
const seen = [];

function run(...args) {
  stim.play(...args);
  n.finitialize(-65);
  pc.psolve(25);
  seen.push([...[spikes, gids, r77, r78, rcell].map((x) => [...x]), [...v.at(0, 900)].filter((_, i) => i % 50 === 0)]);
}

run(n.Vector([1, 2, 3.01, 3.01, 12, 12.5]), n.Vector([77, 1, 78, 77, 55, 77]));
stim.fake_output = 1;
run(n.Vector([1, 2, 9]), n.Vector([78, 1, 77]));
const times = n.Vector().indgen(0.5, 60, 0.25);
run(times, times.c().fill(78));
run(n.Vector([3, 2, 1.5]), n.Vector([77, 78, 77]));
run();
console.log(JSON.stringify({ seen: seen, maxstep, fake_output: stim.fake_output }));
