// ena and ek set for each section, and for one segment.
const cells = [];
for (const [name, ena, ek] of [["first", 50, -77], ["second", 62.5, -85], ["third", 35, -70]]) {
  const sec = n.Section(name, { L: 100, diam: 10, nseg: 3 });
  sec.insert("hh");
  sec.ena = ena;
  sec.ek = ek;
  cells.push(sec);
}
cells[1](0.1).ek = -60;
cells[1](0.9).na_ion.ena = 20;
const clamps = cells.map((sec) => n.IClamp(sec(0.5), { delay: 2, dur: 10, amp: 0.5 }));
const t = n.Vector().record(n._ref_t);
const v = cells.map((sec) => n.Vector().record(sec(0.1)._ref_v));
const ina = n.Vector().record(cells[1](0.9)._ref_ina);
n.finitialize(-65);
n.continuerun(20);
console.log(JSON.stringify({
  t, v, ina,
  ena: cells.map((sec) => [...sec].map((seg) => seg.ena)),
  ek: cells.map((sec) => [...sec].map((seg) => seg.ek)),
}));
n.load_file("stdrun.hoc");

