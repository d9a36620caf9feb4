// What finitialize sets in hh at several voltages, with the table and without, also outside the table.
const soma = n.Section("soma");
soma.insert("hh");
const seg = soma(0.5);
const values = [];
for (const usetable of [1, 0]) {
  n.usetable_hh = usetable;
  for (const v of [-120, -100, -80, -65, -60.3, -54.99, -40, 0, 33.3, 99.9, 100, 120]) {
    n.finitialize(v);
    values.push([seg.v, seg.hh.m, seg.hh.h, seg.hh.n, seg.hh.gna, seg.hh.gk,
      seg.ina, seg.ik, seg.hh.il, seg.ena, seg.ek]);
  }
}
console.log(JSON.stringify({ values }));
n.load_file("stdrun.hoc");

