// Statistics, with and without a range, as far as NEURON does what it documents.
const v = n.Vector(50).sin(70, 0.2, 1).add(n.Vector(50).indgen(0.03));
const w = v.c().reverse().mul(1.1);
const weights = n.Vector(50).indgen(1, 0.5);
console.log(JSON.stringify({
  whole: [v.max(), v.min(), v.max_ind(), v.min_ind(), v.sum(), v.sumsq(), v.mean(), v.var(), v.stdev(), v.stderr(), v.median(), v.mag(), v.size()],
  part: [v.max(3, 30), v.min(3, 30), v.sum(3, 30), v.sumsq(3, 30), v.var(3, 30), v.stdev(3, 30), v.stderr(3, 30)],
  two: [v.dot(w), v.dot(v), v.meansqerr(w), v.meansqerr(w, weights), v.c(0, 9).meansqerr(w)],
  from_start: [v.max_ind(0, 20), v.min_ind(0, 20)],
  medians: [n.Vector([3, 1, 2]).median(), n.Vector([4, 1, 2, 3]).median(), n.Vector([7]).median()],
  empty: [n.Vector().max(), n.Vector().min(), n.Vector().max_ind(), n.Vector().min_ind(), n.Vector().sum(), n.Vector().sumsq(), n.Vector().mag()],
}));
