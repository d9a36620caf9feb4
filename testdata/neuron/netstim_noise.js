// NetStims: regular and random trains, with streams of their own and with the shared sequence; started and stopped by events.
n.load_file("stdrun.hoc");
const soma = n.Section("soma");
const out = {};

function run(name, { seed, ids, ...parameters } = {}) {
  const stim = n.NetStim();
  Object.assign(stim, parameters);
  if (ids) stim.noiseFromRandom123(...ids);
  const times = n.Vector();
  const nc = n.NetCon(stim, null);
  nc.record(times);
  for (const again of ["", "_again"]) {
    if (seed !== undefined && !again) stim.seed(seed);
    n.finitialize(-65);
    n.continuerun(250);
    out["t_" + name + again] = [...times];
  }
  nc.delete();
  stim.delete();
}

run("regular");
run("nothing", { start: -1 });
run("never", { number: 0 });
run("interval_0", { interval: 0, number: 3 });
run("poisson", { interval: 20, number: 4, start: 5, noise: 1, ids: [1, 2, 3] });
run("two_ids", { interval: 20, number: 4, start: 5, noise: 1, ids: [1, 2] });
run("half", { interval: 20, number: 4, start: 5, noise: 0.5, ids: [1, 2, 3] });
run("shared", { seed: 7, interval: 20, number: 4, start: 5, noise: 1 });
run("fraction", { number: 5.5, start: 0, noise: 0.3, ids: [7, 0, 0] });

const driven = n.NetStim();
[driven.start, driven.interval, driven.number] = [-1, 3, 20];
for (const [start, weight] of [[5, 1], [6, 1], [20.5, -1], [30, 1]]) {
  const stim = n.NetStim();
  [stim.start, stim.number] = [start, 1];
  n.NetCon(stim, driven).weight[0] = weight;
}
const times = n.Vector();
n.NetCon(driven, null).record(times);
n.finitialize(-65);
n.continuerun(100);
console.log(JSON.stringify({ t_driven: times, ...out }));
