// Every distribution of Random, drawn from Random123, ACG and MCellRan4. Those whose numbers need no logarithm must be equal.
const cases = [
  ["uniform", 2, 5], ["uniform", 5, -2], ["discunif", 0, 9], ["discunif", 6.7, -2.2],
  ["normal", 0, 1], ["normal", -3, 4], ["normal", 1, 0], ["lognormal", 5, 2], ["lognormal", 0.1, 3], ["lognormal", -5, 2],
  ["negexp", 1], ["negexp", 20], ["negexp", -2], ["poisson", 0], ["poisson", 3.5], ["poisson", 120],
  ["binomial", 20, 0.3], ["binomial", 0, 0.5], ["binomial", 7.9, 1],
  ["geometric", 0], ["geometric", 0.8], ["hypergeo", 10, 150], ["hypergeo", 2, 4],
  ["erlang", 5, 1], ["erlang", 5, 10], ["erlang", 1, 100], ["weibull", 5, 1.5], ["weibull", 0.7, 2],
];
const exact = ["uniform", "discunif", "poisson", "binomial", "geometric"];
const out = {};
for (const [generator, ids] of [["Random123", [3, 1, 4]], ["ACG", [17]], ["MCellRan4", [8, 5]]]) {
  const r = n.Random();
  r[generator](...ids);
  for (const [name, ...parameters] of cases) {
    const numbers = [r[name](...parameters)];
    for (let k = 0; k < 11; k++) numbers.push(r.repick());
    const key = [generator, name, ...parameters.map((p) => String(p).replaceAll("-", "minus"))].join("_");
    out[(exact.includes(name) ? "t_" : "") + key] = numbers;
  }
}
console.log(JSON.stringify(out));
