// The same ball and stick with nseg 1, 2, 5 and 101 in the stick, side by side.
const cells = [];
for (const nseg of [1, 2, 5, 101]) {
  const soma = n.Section(`soma${nseg}`);
  const dend = n.Section(`dend${nseg}`);
  dend.connect(soma(1));
  soma.L = soma.diam = 12.6157;
  dend.L = 200;
  dend.diam = 1;
  dend.nseg = nseg;
  for (const sec of [soma, dend]) {
    sec.Ra = 100;
    sec.cm = 1;
  }
  soma.insert("hh");
  dend.insert("pas");
  dend.g_pas = 0.001;
  dend.e_pas = -65;
  const ic = n.IClamp(dend(1), { delay: 5, dur: 1, amp: 0.3 });
  const v_soma = n.Vector().record(soma(0.5)._ref_v);
  const v_dend = n.Vector().record(dend(0.5)._ref_v);
  cells.push({ soma, dend, ic, v_soma, v_dend });
}
const t = n.Vector().record(n._ref_t);
n.finitialize(-65);
n.continuerun(20);
console.log(JSON.stringify({ t, v_soma: cells.map((c) => c.v_soma), v_dend: cells.map((c) => c.v_dend) }));
n.load_file("stdrun.hoc");

