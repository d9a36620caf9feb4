// Two hh cells and a dendrite coupled by gap junctions, of POINTERs to each other's potential; a rectifying one, with unequal halves.
n.load_file("stdrun.hoc");
const [a, b, dend] = ["a", "b", "dend"].map((x) => n.Section(x));
for (const sec of [a, b]) {
  sec.L = sec.diam = 20;
  sec.insert("hh");
}
dend.L = 300;
dend.diam = 2;
dend.nseg = 5;
dend.insert("pas");
dend.connect(b);
const gaps = [];

function junction(seg1, seg2, g12, g21) {
  for (const [seg, other, g] of [[seg1, seg2, g12], [seg2, seg1, g21]]) {
    const gap = n.gap(seg);
    n.setpointer(other._ref_v, "vgap", gap);
    gap.g = g;
    gaps.push(gap);
  }
}

junction(a(0.5), dend(0.9), 0.01, 0.01);
junction(a(0.5), b(0.5), 0.002, 0.0005);
const clamp = n.IClamp(a(0.5), { delay: 1, dur: 3, amp: 0.4 });
const v = [a(0.5), b(0.5), dend(0.9)].map((seg) => n.Vector().record(seg._ref_v));
const i = gaps.map((gap) => n.Vector().record(gap._ref_i));
const out = {};
for (const order of [0, 2]) {
  n.secondorder = order;
  n.finitialize(-65);
  n.continuerun(12);
  out[`order_${order}`] = { v: v.map((x) => [...x]), i: i.map((x) => [...x]) };
}
console.log(JSON.stringify(out));
