// Defaults, order of variables and of mechanisms for mechanisms of one's own, inserted in two orders; psection's view of them.
n.load_mechanisms("mod");

function section(...names) {
  const sec = n.Section("sec");
  for (const name of names) sec.insert(name);
  return sec;
}

const everything = section("pas", "kdr", "hcn", "cal", "cat", "capool", "kca", "nashell", "clleak", "cubic", "hh");
const other = section("hh", "kca", "capump", "cal", "kdr");
const seg = everything(0.5);
const byName = (object, read) => Object.fromEntries(Object.keys(object).sort().map((k) => [k, read(object[k])]));
const firsts = (mechanisms) => byName(mechanisms, (m) => byName(m, (values) => values[0]));
const p = everything.psection();
console.log(JSON.stringify({
  everything: [...seg].map((m) => m.name()),
  other: [...other(0.5)].map((m) => m.name()),
  variables: Object.fromEntries([...seg].map((m) => [m.name(), [...m].map((variable) => variable.name())])),
  density: firsts(p.density_mechs),
  ions: firsts(p.ions),
  globals: [n.shift_kdr, n.q10_kdr, n.usetable_kdr, n.kon_capump, n.koff_capump],
}));
n.load_file("stdrun.hoc");

