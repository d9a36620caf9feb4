// Cables at the edges of what is usual: Ra 1 and 5000, cm 0 in the middle, a very thin and a very thick one, one segment of zero leak.
const cells = [];
for (const [name, length, diam, ra] of [["loose", 500, 5, 1], ["tight", 500, 5, 5000], ["thin", 500, 0.05, 100], ["thick", 2000, 500, 35.4]]) {
  const sec = n.Section(name);
  sec.L = length;
  sec.diam = diam;
  sec.Ra = ra;
  sec.nseg = 5;
  sec.insert("pas");
  sec(0.5).cm = 0;
  sec(0.9).g_pas = 0;
  const ic = n.IClamp(sec(0.1), { delay: 0.5, dur: 2, amp: 0.0001 * diam * diam });
  cells.push({ sec, ic, v: [0.1, 0.5, 1].map((x) => n.Vector().record(sec(x)._ref_v)) });
}
const t = n.Vector().record(n._ref_t);
n.finitialize(-60);
n.continuerun(5);
console.log(JSON.stringify({ t, v: cells.map((c) => c.v) }));
n.load_file("stdrun.hoc");

