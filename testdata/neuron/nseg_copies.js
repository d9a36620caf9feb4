// What range variables read after nseg changed: pas, hh, diam, cm, v and ion values that differ along the section.
const answer = {};
for (const [before, after] of [[1, 5], [2, 4], [4, 3], [3, 9], [9, 3], [5, 1], [6, 4], [7, 4], [10, 7]]) {
  const sec = n.Section("sec");
  sec.L = 90;
  sec.insert("pas");
  sec.nseg = before;
  sec.insert("hh");
  let k = 0;
  for (const seg of sec) {
    seg.pas.g = 0.001 * (k + 1);
    seg.gnabar_hh = 0.1 + 0.01 * k;
    seg.diam = 1 + k;
    seg.cm = 0.5 + 0.25 * k;
    seg.v = -60 - k;
    seg.ek = -80 + k;
    k++;
  }
  sec.nseg = after;
  const each = (read) => [...sec].map(read);
  answer[`${before}_${after}`] = {
    g: each((seg) => seg.pas.g),
    e: each((seg) => seg.pas.e),
    gnabar: each((seg) => seg.hh.gnabar),
    diam: each((seg) => seg.diam),
    cm: each((seg) => seg.cm),
    v: each((seg) => seg.v),
    ek: each((seg) => seg.ek),
    area: each((seg) => seg.area()),
    ri: each((seg) => seg.ri()),
    L: sec.L,
  };
}
console.log(JSON.stringify(answer));
n.load_file("stdrun.hoc");

