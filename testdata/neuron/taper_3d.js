// A section given by 3-D points that tapers, jumps and tapers again, run at three nseg; its geometry, too.
const cells = [];
for (const nseg of [1, 4, 7]) {
  const dend = n.Section(`dend${nseg}`);
  for (const point of [[0, 0, 0, 10], [10, 0, 0, 10], [20, 5, 0, 2], [40, 5, 3, 2], [40, 5, 3, 6], [75, -5, 10, 1.5]]) {
    dend.pt3dadd(...point);
  }
  dend.nseg = nseg;
  dend.Ra = 120;
  dend.insert("hh");
  const ic = n.IClamp(dend(0), { delay: 1, dur: 1, amp: 0.5 });
  const v = [0, 1].map((x) => n.Vector().record(dend(x)._ref_v));
  cells.push({ dend, ic, v });
}
const t = n.Vector().record(n._ref_t);
n.finitialize(-65);
n.continuerun(12);
console.log(JSON.stringify({
  t,
  v: cells.map((c) => c.v),
  L: cells.map((c) => c.dend.L),
  diam: cells.map((c) => [...c.dend].map((seg) => seg.diam)),
  area: cells.map((c) => [...c.dend].map((seg) => seg.area())),
  ri: cells.map((c) => [...c.dend.allseg()].map((seg) => seg.ri())),
}));
n.load_file("stdrun.hoc");

