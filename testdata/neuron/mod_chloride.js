// A new ion with one negative charge: its defaults, ecl set, ecl from the concentrations, its current.
n.load_mechanisms("mod");
const first = n.Section("first");
const second = n.Section("second");
const third = n.Section("third");
const sections = [first, second, third];
for (const sec of sections) {
  sec.L = sec.diam = 20;
  sec.insert("clleak");
}
const look = () => sections.map((sec) => [sec.ecl, sec.cli, sec.clo, sec.icl, n.ion_style("cl_ion", { sec })]);
const before = look();
second.ecl = -70;
third.cli = 7;
third.clo = 120;
n.ion_style("cl_ion", 1, 2, 1, 0, 0, { sec: third });
const t = n.Vector().record(n._ref_t);
const v = sections.map((sec) => n.Vector().record(sec(0.5)._ref_v));
const icl = sections.map((sec) => n.Vector().record(sec(0.5)._ref_icl));
n.finitialize(-65);
n.continuerun(8);
console.log(JSON.stringify({
  t, v, icl, before,
  after: look(),
  charge: n.ion_charge("cl_ion"),
  names: [...third(0.5)].map((m) => m.name()),
}));
n.load_file("stdrun.hoc");

