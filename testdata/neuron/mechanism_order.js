// The order in which a segment's mechanisms are iterated, after inserting in several orders, uninserting and inserting again.
function order(...names) {
  const sec = n.Section("sec");
  for (const name of names) sec.insert(name);
  return [...sec(0.5)].map((m) => m.name());
}

const sec = n.Section("sec");
sec.insert("hh");
sec.insert("pas");
sec.insert("fastpas");
sec.uninsert("pas");
const without = [...sec(0.5)].map((m) => m.name());
sec.insert("pas");
const again = [...sec(0.5)].map((m) => m.name());
const has = ["hh", "pas", "fastpas", "na_ion", "ca_ion"].map((name) => Boolean(sec.has_membrane(name)));
sec.uninsert("hh");
const no_hh = [...sec(0.5)].map((m) => m.name());
console.log(JSON.stringify({
  one: order("pas"),
  pas_hh: order("pas", "hh"),
  hh_pas: order("hh", "pas"),
  three: order("fastpas", "hh", "pas"),
  twice: order("pas", "hh", "pas"),
  ion_first: order("k_ion", "pas", "hh"),
  without,
  again,
  no_hh,
  has,
}));
n.load_file("stdrun.hoc");

