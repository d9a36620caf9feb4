// A branching cell: 3-D soma, tapered dendrites of several orders with different nseg, an axon on the soma's 0 end.
const soma = n.Section("soma");
for (const point of [[-10, 0, 0, 4], [-5, 0, 0, 16], [0, 0, 0, 20], [5, 0, 0, 16], [10, 0, 0, 6]]) soma.pt3dadd(...point);
soma.nseg = 3;
const sections = [soma];

function dendrite(name, parent, d0, d1, length, nseg) {
  const sec = n.Section(name);
  sec.pt3dadd(0, 0, 0, d0);
  sec.pt3dadd(0, length / 3, 0, (2 * d0 + d1) / 3);
  sec.pt3dadd(0, length, 0, d1);
  sec.nseg = nseg;
  sec.connect(parent);
  sections.push(sec);
  return sec;
}

const trunk = dendrite("trunk", soma(1), 5, 3, 80, 5);
const left = dendrite("left", trunk(1), 2, 1, 120, 7);
const right = dendrite("right", trunk(1), 1.8, 0.6, 150, 4);
const twig = dendrite("twig", left(0.6), 0.8, 0.4, 60, 1);
const basal = dendrite("basal", soma(0.5), 3, 1, 90, 3);
const tuft = dendrite("tuft", right(1), 0.7, 0.3, 40, 2);
const axon = n.Section("axon");
axon.L = 300;
axon.diam = 1;
axon.nseg = 11;
axon.connect(soma(0));
sections.push(axon);
for (const sec of sections) {
  sec.Ra = 110;
  sec.insert("pas");
  sec.g_pas = 5e-5;
  sec.e_pas = -65;
}
for (const sec of [soma, axon]) sec.insert("hh");
for (const sec of [left, right, twig, tuft]) sec.cm = 1.6;
const ic = n.IClamp(twig(0.5), { delay: 1, dur: 4, amp: 1.2 });
const t = n.Vector().record(n._ref_t);
const v = [soma(0.5), twig(1), tuft(1), basal(0.2), right(0.4), axon(1)].map((seg) => n.Vector().record(seg._ref_v));
n.finitialize(-65);
n.continuerun(20);
console.log(JSON.stringify({ t, v, profile: sections.map((sec) => [...sec.allseg()].map((seg) => seg.v)) }));
n.load_file("stdrun.hoc");

