// MechanismType and MechanismStandard: what mechanisms are there, and values copied between places.
const text = n.ref("");
const soma = n.Section("soma"), dend = n.Section("dend");
dend.connect(soma(1));
soma.nseg = 3;
soma.insert("hh");
const clamps = [n.IClamp(soma(0.5)), n.IClamp(soma(0.5)), n.IClamp(dend(0.5))];
const described = (kind, names) => names.map((name) => {
  const mt = n.MechanismType(kind);
  mt.select(name);
  const i = mt.selected();
  mt.selected(text);
  return [text.value, mt.is_artificial(i), mt.is_netcon_target(i), mt.has_net_event(i)];
});
const density = described(0, ["pas", "hh", "na_ion"]);
const points = described(1, ["IClamp", "ExpSyn", "Exp2Syn", "SEClamp", "NetStim", "IntFire1", "IntFire2"]);
const mt = n.MechanismType(0);
mt.select("pas");
const made = [mt.make({ sec: dend }), dend.has_membrane("pas"), soma.has_membrane("pas"), mt.remove({ sec: dend }), dend.has_membrane("pas")];
const mp = n.MechanismType(1);
mp.select("IClamp");
const walk = [String(mp.pp_begin({ sec: soma })), String(mp.pp_next()), mp.pp_next() === null];
const standard = ([name, kind]) => {
  const m = n.MechanismStandard(name, kind), out = [];
  for (let i = 0; i < m.count(); i++) {
    const size = m.name(text, i);
    out.push([text.value, size, Array.from({ length: size }, (_, j) => m.get(text, j))]);
  }
  return out;
};
const names = [["hh", 0], ["hh", 1], ["hh", 2], ["hh", 3], ["pas", 1], ["pas", 3], ["IClamp", 0], ["IClamp", 1], ["Exp2Syn", 1], ["Exp2Syn", 3]].map(standard);
const m = n.MechanismStandard("hh", 1);
soma(0.1).gnabar_hh = 0.11;
soma(0.5).gnabar_hh = 0.22;
soma(0.9).gnabar_hh = 0.33;
dend.insert("hh");
const copied = [m.count(), m.name(text), text.value];
copied.push(m.in({ sec: soma }), m.get("gnabar_hh"), m.in(0.9, { sec: soma }), m.get("gnabar_hh"), m.in(0.5, { sec: soma }), m.get("gnabar_hh"));
copied.push(m.set("el_hh", -50), m.get("el_hh"), m.out({ sec: dend }), dend.gnabar_hh, dend.el_hh, m.out(0.9, { sec: soma }));
for (const seg of soma) copied.push(seg.gnabar_hh, seg.el_hh);
const other = n.MechanismStandard("hh", 1);
copied.push(m.out(other), other.get("el_hh"));
clamps[0].amp = 3;
const i = n.MechanismStandard("IClamp", 1);
copied.push(i.in(clamps[0]), i.get("amp"), i.set("dur", 9), i.out(clamps[1]), clamps[1].amp, clamps[1].dur);
const array = n.MechanismStandard("VClamp");
copied.push(array.set("amp", 5, 1), array.get("amp", 1), array.get("amp", 0));
console.log(JSON.stringify({ density, points, made, walk, names, copied }));
