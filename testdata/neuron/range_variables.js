// Range variables read and written through the section, segments, ends, mechanisms and references.
const sec = n.Section("sec", { L: 100, nseg: 5 });
sec.insert("hh");
sec.insert("pas");
sec.gnabar_hh = 0.1;
sec(0.1).gnabar_hh = 0.2;
sec(0.99).hh.gnabar = 0.4;
sec(0.5).pas.g = 0.002;
sec(0.5).diam = 3;
sec(0.7).cm = 1.5;
sec(0.3).v = -50;
const ends = [sec(0), sec(1)].map((seg) => [seg.gnabar_hh, seg.diam, seg.cm, seg.v, seg.area(), seg.ri(), seg.ena]);
const reference = sec(0.9)._ref_gnabar_hh;
const read = [reference.value];
reference.value = 0.05;
read.push(sec(0.9).hh.gnabar);
sec.gnabar_hh = 0.15;
read.push(reference.value);
const clamp = n.IClamp(sec(0.5));
const clamp_reference = clamp._ref_amp;
clamp_reference.value = 0.7;
read.push(clamp.amp);
clamp.delay = 3;
read.push(clamp.del);
const free = n.ref(2.5);
free.value = free.value + 1;
read.push(free.value);
const time = n._ref_t;
time.value = 7;
read.push(n.t);
console.log(JSON.stringify({
  ends,
  read,
  section: [sec.gnabar_hh, sec.g_pas, sec.diam, sec.cm, sec.v, sec.ena, sec.Ra, sec.L, sec.nseg],
  segments: [...sec].map((seg) => [seg.x, seg.gnabar_hh, seg.hh.gnabar, seg.pas.g, seg.diam, seg.cm, seg.v, seg.na_ion.ena]),
  names: [String(sec), sec.name(), sec.hname(), String(sec(0.5)), String(sec(1)), String(sec(1 / 3)), String(sec(0.5).hh), String(sec(0.5).sec)],
}));
n.load_file("stdrun.hoc");

