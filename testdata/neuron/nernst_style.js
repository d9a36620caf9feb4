// nai and nao set at celsius 20: ignored with hh's own ion style, used after ion_style(1, 2, 1, 0, 0); nernst, ghk and ion_charge.
n.celsius = 20;
const own = n.Section("own");
const nernst = n.Section("nernst");
const advanced = n.Section("advanced");
const sections = [own, nernst, advanced];
for (const sec of sections) {
  sec.L = sec.diam = 20;
  sec.insert("hh");
}
const before = sections.map((sec) => n.ion_style("na_ion", { sec }));
n.ion_style("na_ion", 1, 2, 1, 0, 0, { sec: nernst });
n.ion_style("na_ion", 3, 2, 1, 1, 1, { sec: advanced });
n.ion_style("k_ion", 1, 2, 1, 1, 0, { sec: advanced });
const after = sections.map((sec) => n.ion_style("na_ion", { sec }));
n.nai0_na_ion = 12;
n.nao0_na_ion = 150;
for (const sec of sections) {
  sec.nai = 20;
  sec.nao = 145;
  sec.ki = 100;
}
const clamps = sections.map((sec) => n.IClamp(sec(0.5), { delay: 1, dur: 5, amp: 0.4 }));
const t = n.Vector().record(n._ref_t);
const v = sections.map((sec) => n.Vector().record(sec(0.5)._ref_v));
n.finitialize(-65);
n.continuerun(10);
console.log(JSON.stringify({
  t,
  v,
  before,
  after,
  ena: sections.map((sec) => sec.ena),
  ek: sections.map((sec) => sec.ek),
  nai: sections.map((sec) => sec.nai),
  nao: sections.map((sec) => sec.nao),
  called: [n.nernst(20, 145, 1), n.nernst(5e-5, 2, 2), n.nernst(0, 2, 2), n.nernst(3, 0, 1),
    n.ghk(-30, 5e-5, 2, 2), n.ghk(0, 10, 140, 1), n.ion_charge("na_ion"), n.ion_charge("k_ion")],
}));
n.load_file("stdrun.hoc");

