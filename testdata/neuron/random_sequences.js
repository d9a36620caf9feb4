// Places in a sequence, the global index, MCellRan4's shared seed, and the kept number of a normal pair across changes.
const out = {};
const repicks = (r, count) => Array.from({ length: count }, () => r.repick());
const r = n.Random();
r.Random123(1, 2, 3);
const places = [r.seq()];
r.uniform(0, 1);
places.push(r.seq());
const numbers = [];
for (const place of [0, 1, 3, 4, 1001, 2 ** 34 - 1, 2 ** 34 - 2, 7.9]) {
  places.push(r.seq(place));
  numbers.push(r.repick(), r.repick());
  places.push(r.seq());
}
[out.t_places, out.t_at_places] = [places, numbers];

// A group of four numbers that is there already does not see the global index.
r.Random123(9, 9);
const other = n.Random();
other.Random123(9, 9);
other.uniform(0, 1);
const indices = [r.Random123_globalindex(), r.Random123_globalindex(5)];
r.uniform(0, 1);
out.t_global_5 = repicks(r, 8);
out.t_global_other = repicks(other, 8);
r.Random123(9, 9);
out.t_global_new = repicks(r, 5);
indices.push(r.Random123_globalindex(0));
r.seq(0);
out.t_global_0 = repicks(r, 5);
out.t_indices = indices;

r.MCellRan4(3);
const shared = [n.mcell_ran4_init(), r.uniform(0, 1), r.seq(), n.mcell_ran4_init(11), r.repick(), r.seq(3), r.repick(), n.mcell_ran4_init(0)];
const seed = n.ref(7);
shared.push(n.mcell_ran4(seed), seed.value, n.mcell_ran4(seed), seed.value);
out.t_ran4 = shared;

const kept = [];
r.Random123(5);
kept.push(r.normal(0, 1), r.seq());     // the second number of the pair is kept,
r.Random123(6);                         // also by another generator,
kept.push(r.repick(), r.seq());
kept.push(r.repick(), r.seq());
r.seq(0);                               // and at another place,
kept.push(r.repick(), r.seq());
kept.push(r.repick());
kept.push(r.normal(2, 9), r.seq());     // but not by another distribution
kept.push(r.normal(2, 9), r.seq());
kept.push(r.lognormal(2, 9), r.repick(), r.seq());
out.kept = kept;
console.log(JSON.stringify(out));
