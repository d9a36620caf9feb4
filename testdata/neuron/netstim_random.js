// NetStims that draw from Randoms: one each, one shared, and two whose places are set back before each run.
n.load_file("stdrun.hoc");
const soma = n.Section("soma", { L: 20, diam: 20 });
soma.insert("pas");
const syn = n.ExpSyn(soma(0.5));
const times = [];

function stim(random, parameters) {
  const s = n.NetStim({ number: 1e9, ...parameters });
  s.noiseFromRandom(random);
  const nc = n.NetCon(s, syn, { weight: 0.002, delay: 1.3 });
  const vec = n.Vector();
  nc.record(vec);
  times.push(vec);
}

function random(generator, ...seeds) {
  const r = n.Random();
  r[generator](...seeds);
  r.negexp(1);
  return r;
}

const own = random("Random123", 1, 2);
stim(own, { interval: 7, start: 3, noise: 1 });
const both = random("ACG", 5);
stim(both, { interval: 9, start: 0, noise: 0.7 });
stim(both, { interval: 11, start: 2, noise: 1 });
const ran4 = random("MCellRan4", 99, 3);
stim(ran4, { interval: 6, start: 10, noise: 0.2 });
const even = random("Random123", 8);
even.uniform(0, 2);
stim(even, { interval: 8, start: 1, noise: 1 });
const v = n.Vector().record(soma(0.5)._ref_v, 0.5);
const out = {};
for (const again of ["first", "second"]) {
  own.seq(0);
  ran4.seq(99);
  n.finitialize(-70);
  n.continuerun(100);
  out["v_" + again] = [...v];
  times.forEach((vec, k) => (out[`near_${again}_${k}`] = [...vec]));
}
n.finitialize(-70);
out.places = [own.seq(), ran4.seq(), even.seq()];
console.log(JSON.stringify(out));
