// Even nseg: where x = 0.5 lies, for a point process and for what is recorded, with nseg 2, 4 and 10.
const cells = [];
for (const nseg of [2, 4, 10]) {
  const sec = n.Section(`cable${nseg}`, { L: 300, diam: 2, nseg });
  sec.insert("hh");
  const ic = n.IClamp(sec(0.5), { delay: 1, dur: 1, amp: 0.4 });
  const v = [0, 0.5].map((x) => n.Vector().record(sec(x)._ref_v));
  cells.push({ sec, ic, v });
}
const t = n.Vector().record(n._ref_t);
n.finitialize(-65);
n.continuerun(15);
console.log(JSON.stringify({
  t,
  v: cells.map((c) => c.v),
  place: cells.map((c) => c.ic.get_segment().x),
  centres: cells.map((c) => [...c.sec].map((seg) => seg.x)),
  all: cells.map((c) => [...c.sec.allseg()].map((seg) => seg.x)),
  asked: cells.map((c) => c.sec(0.4).x),
}));
n.load_file("stdrun.hoc");

