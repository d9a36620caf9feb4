// The order of point processes on a node, when nseg or a connection brings those of several nodes together.
const order = (sec) => [...sec.allseg()].map((seg) => [...seg.point_processes()].map(String));
const places = [];
for (const [old, nseg] of [[3, 1], [7, 2], [7, 3], [6, 2], [2, 5], [4, 3]]) {
  const sec = n.Section("sec", { nseg: old });
  for (const kind of [n.AlphaSynapse, n.IClamp, n.SEClamp, n.IClamp]) {
    for (let i = 0; i < old; i++) kind(sec((i + 0.5) / old));
  }
  sec.nseg = nseg;
  places.push(order(sec));
}
const [a, b, c] = ["a", "b", "c"].map((name) => n.Section(name));
const ends = [n.IClamp(a(0)), n.IClamp(b(1)), n.IClamp(a(0)), n.SEClamp(b(0.5)), n.IClamp(b(1))];
for (const parent of [b(1), c(0), b(0.5)]) {
  a.connect(parent);
  places.push([a, b, c].map(order));
}
console.log(JSON.stringify({ places }));
