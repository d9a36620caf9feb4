// RangeVarPlot: the places along a path, up and down a tree, and where a section lacks the variable.
const names = [..."abcdefg"];
const S = names.map((name, i) => n.Section(name, { L: 10 + 3 * i, nseg: 2 + i % 2, cm: i + 1 }));
const [a, b, c, d, e, f, g] = S;
for (const [child, parent] of [[b, a(1)], [c, b(1)], [d, c(1)], [e, d(1)], [f, b(0.6)], [g, b(0)]]) child.connect(parent);
let k = 0;
for (const s of S) for (const seg of s.allseg()) seg.v = k++;
for (const s of [a, d]) {
  s.insert("pas");
  [...s].forEach((seg, i) => { seg.pas.g = i + 1; });
}
const along = (variable, first, last) => {
  const r = n.RangeVarPlot(variable, first, last);
  const x = n.Vector(), y = n.Vector();
  const count = r.to_vector(y, x);
  const sl = n.SectionList();
  r.list(sl);
  return [count, r.left(), r.right(), x, y, [...sl].map((s) => s.name())];
};
const paths = [[a(0), e(1)], [e(1), a(0)], [a(0.5), b(0.5)], [f(1), g(1)], [g(1), f(1)], [f(1), e(1)], [e(1), f(1)], [e(1), g(1)], [b(0.6), f(1)],
  [f(1), b(0.6)], [c(0.2), c(0.9)], [c(0.9), c(0.2)], [d(0.1), d(0.1)], [f(1), e(0)], [b(0), b(1)]];
const v = paths.map((p) => along("v", ...p));
const cm = paths.slice(0, 12).map((p) => along("cm", ...p));
const g_pas = [[a(0), e(1)], [e(1), a(0)], [a(0.2), e(0.2)], [d(0.2), e(1)], [e(1), d(0.2)], [a(0.9), d(1)]].map((p) => along("g_pas", ...p));
let r = n.RangeVarPlot("v");
r.begin(a(0));
r.end(b(1));
r.origin(100);
const x = n.Vector(), y = n.Vector();
const origin = [r.to_vector(y, x), x.toArray(), r.left(), r.right()];
r.begin(0.2, { sec: f });
const moved = [r.to_vector(y, x), x.toArray()];
const fun = n.RangeVarPlot((x) => Math.round(100 * x) + n.cas().cm, a(0), c(1));
const called = [fun.to_vector(y, x), x.toArray(), y.toArray()];
r = n.RangeVarPlot("v", a(0), b(1));
y.indgen(100, 120, 1);
const written = [r.from_vector(y), a.allseg().map((seg) => seg.v), b.allseg().map((seg) => seg.v)];
console.log(JSON.stringify({ v, cm, g_pas, origin, moved, called, written }));
