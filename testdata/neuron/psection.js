// psection of a section with hh, pas and clamps as plain data, before and after an initialisation.
const soma = n.Section("soma");
const dend = n.Section("dend");
dend.pt3dadd(0, 0, 0, 2);
dend.pt3dadd(0, 50, 0, 1.5);
dend.pt3dadd(0, 80, 20, 1);
dend.nseg = 2;
dend.connect(soma(1));
dend.insert("pas");
dend.insert("hh");
dend(0.2).gnabar_hh = 0.05;
dend.Ra = 80;
const clamp = n.IClamp(dend(0.3));
const voltage = n.SEClamp(dend(0.7));

const named = (seg) => (seg === null ? "None" : String(seg));
const byName = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

function plainly(sec) {
  const p = sec.psection();
  return {
    keys: Object.keys(p).sort(),
    name: p.name,
    cell: p.cell,
    nseg: p.nseg,
    Ra: p.Ra,
    cm: p.cm,
    density_mechs: byName(Object.fromEntries(Object.entries(p.density_mechs).map(([name, m]) => [name, byName(m)]))),
    ions: byName(Object.fromEntries(Object.entries(p.ions).map(([name, m]) => [name, byName(m)]))),
    L: p.morphology.L,
    diam: p.morphology.diam,
    pts3d: p.morphology.pts3d,
    parent: named(p.morphology.parent),
    trueparent: named(p.morphology.trueparent),
    morphology: Object.keys(p.morphology).sort(),
    point_processes: Object.keys(p.point_processes).sort(),
    regions: [...p.regions].sort(),
    species: [...p.species].sort(),
  };
}

const before = [soma, dend].map(plainly);
n.finitialize(-65);
console.log(JSON.stringify({ before, after: plainly(dend) }));
n.load_file("stdrun.hoc");

