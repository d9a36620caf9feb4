// The generators of Random: uniform numbers, seeds, sizes, and what the calls return.
const out = {};

function draw(name, ...seeds) {
  const r = n.Random();
  const returned = r[name](...seeds);
  const numbers = [r.uniform(0, 1)];
  for (let k = 0; k < 300; k++) numbers.push(r.repick());
  const key = "t_" + [name, ...seeds.map((s) => String(s).replaceAll("-", "minus"))].join("_");
  out[key] = [...numbers.slice(0, 5), ...numbers.slice(-5), returned];
}

for (const seed of [0, 1, 17, 31, 32, 33, 1000, 4294967295, 123456.7]) {
  draw("ACG", seed);
  draw("Isaac64", seed || 5);
  draw("MLCG", seed);
}
for (const size of [7, 8, 11, 20, 25, 33, 40, 55, 57, 60, 89, 95, 97, 98]) draw("ACG", 3, size);
draw("ACG", -1);
draw("MLCG", -1, -2);
draw("MLCG", 5, 6);
draw("MLCG", -2147483561, 99);
draw("MLCG", 2147483647, -2147483648);
for (const ids of [[], [0], [1], [1, 2], [1, 2, 3], [4294967295, 4294967294, 7]]) draw("Random123", ...ids);
for (const seeds of [[1], [5, 0], [5, 9], [4294967295, 1], [4294967290]]) draw("MCellRan4", ...seeds);
const six = (r) => Array.from({ length: 6 }, () => r.repick());
out.t_bare = [n.Random(), n.Random(42), n.Random(42, 20)].map(six);
console.log(JSON.stringify(out));
