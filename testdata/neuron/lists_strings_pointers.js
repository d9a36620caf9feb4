// List, the lists of all objects of a class, StringFunctions and PtrVector.
const soma = n.Section("soma"), dend = n.Section("dend");
dend.connect(soma(1));
const clamps = [n.IClamp(soma(0.5)), n.IClamp(dend(0.5))];
const syn = n.ExpSyn(soma(0.5)), nc = n.NetCon(null, syn), v = n.Vector([1, 2, 3]);
const items = n.List();
const answers = [items.append(clamps[0]), items.append(v), items.count(), items.index(v), items.index(nc), items.insrt(0, nc),
  items.prepend(clamps[1]), items.remove(1), items.index(v), items.count(), items.length, items.remove_all(), items.count()];
const classes = ["IClamp", "NetCon", "ExpSyn", "SEClamp", "NetStim"].map((name) => n.List(name).count());
const sf = n.StringFunctions(), text = n.ref("hello world 123"), part = n.ref("");
const strings = [sf.len(text), sf.len(""), sf.substr(text, "world"), sf.substr(text, "x")];
for (const pattern of ["w.*d", "[0-9]+", "zzz", "l", "^h", "o w"]) {
  strings.push([sf.head(text, pattern, part), part.value]);
  strings.push([sf.tail(text, pattern, part), part.value]);
}
strings.push([sf.right(text, 6), text.value]);
strings.push([sf.left(text, 5), text.value]);
strings.push([sf.is_point_process(v), sf.is_artificial(clamps[0]), sf.is_name("hh"), sf.is_name("nothing_at_all")]);
const p = n.PtrVector(3);
const pointers = [p.size(), p.pset(0, clamps[0]._ref_amp), p.pset(1, soma(0.5)._ref_v), p.getval(2), p.getval(1), p.setval(0, 7), clamps[0].amp,
  p.pset(2, n._ref_celsius), p.gather(v), ...v];
v.fill(2);
pointers.push(p.scatter(v), clamps[0].amp, soma(0.5).v, n.celsius, p.resize(5), p.size(), p.getval(4));
console.log(JSON.stringify({ answers, classes, strings, pointers, labels: [p.label(), p.label("mine"), p.label()] }));
