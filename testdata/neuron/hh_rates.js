// The rates of hh called as a procedure, with its table and without, and vtrap called as a function.
const values = [];
for (const [usetable, celsius] of [[1, 6.3], [1, 20], [0, 20], [0, 6.3]]) {
  n.usetable_hh = usetable;
  n.celsius = celsius;
  for (const v of [-130, -100, -77.7, -65, -55, -40, -39.5, 0, 45.25, 100, 130]) {
    n.rates_hh(v);
    values.push([n.minf_hh, n.hinf_hh, n.ninf_hh, n.mtau_hh, n.htau_hh, n.ntau_hh]);
  }
}
const vtrap = [[1, 10], [0, 10], [1e-7, 10], [1e-4, 10], [-30, 10], [250, 7]].map(([x, y]) => n.vtrap_hh(x, y));
console.log(JSON.stringify({ values, vtrap }));
n.load_file("stdrun.hoc");

