// CONSTRUCTOR and DESTRUCTOR of a point process: made, deleted, moved, kept over nseg, and gone with its section.
n.load_mechanisms("mod");
const start = n.born_Counted;
const seen = [];
const look = () => seen.push([n.born_Counted - start, n.gone_Counted]);

const a = n.Section("a"), b = n.Section("b");
const p = n.Counted(b(0.5));
const q = n.Counted(b(0.2));
q.weight = 5;
look();
p.delete();
look();
q.loc(a(0.5));
a.nseg = 3;
look();
n.delete_section({ sec: b });
look();
const r = n.Counted(a(0.1));
r.weight = 100;
look();
n.delete_section({ sec: a });
look();
console.log(JSON.stringify({ seen }));
