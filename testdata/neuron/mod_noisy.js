// A mechanism that draws from Randoms by nrn_random_pick, and from scop_random, exprand, normrand and poisrand.
n.load_file("stdrun.hoc");
n.load_mechanisms("mod_random");
const somas = [], noisy = [];
for (let k = 0; k < 7; k++) {
  const soma = n.Section(`soma${k}`, { L: 15, diam: 15 });
  soma.insert("pas");
  somas.push(soma);
  noisy.push(n.Noisy(soma(0.5)));
}
const a = n.Random();
a.Random123(7, 7);
a.normal(0, 1);
const b = n.Random(3);
b.poisson(2);
noisy[0].setRNG(a);
noisy[1].setRNG(b);
noisy[2].setRNG(a);
for (let k = 0; k < 4; k++) noisy[3 + k].kind = 1 + k;
noisy[6].amp = 0.05;
const drawn = noisy.map((x) => n.Vector().record(x._ref_drawn));
const v = somas.map((soma) => n.Vector().record(soma(0.5)._ref_v));
const out = {};
for (const again of ["first", "ran4"]) {
  noisy[3].startAt(12345);
  n.finitialize(-65);
  n.continuerun(1);
  out[again] = { drawn: drawn.map((x) => [...x]), v: v.map((x) => [...x]) };
  noisy[2].setRNG();
  n.use_mcell_ran4(1);
}
out.last = noisy[2].drawn;
console.log(JSON.stringify(out));
