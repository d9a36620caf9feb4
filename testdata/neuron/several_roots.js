// Three cells in one model, of one, two and three sections, each with a clamp of its own.
function section(name, length, diam, nseg, mechanism, parent = null) {
  const sec = n.Section(name);
  sec.L = length;
  sec.diam = diam;
  sec.nseg = nseg;
  sec.insert(mechanism);
  if (parent !== null) sec.connect(parent);
  return sec;
}

const one = section("one", 20, 20, 1, "hh");
const two = section("two", 15, 15, 1, "hh");
const stick = section("stick", 200, 1, 11, "pas", two(1));
const three = section("three", 25, 25, 3, "hh");
const left = section("left", 150, 2, 5, "pas", three(0));
const right = section("right", 250, 2, 7, "hh", three(1));
const clamps = [];
for (const [seg, amp] of [[one(0.5), 0.5], [stick(1), 0.4], [left(0.5), 1.0]]) {
  clamps.push(n.IClamp(seg, { delay: 1, dur: 2, amp }));
}
const t = n.Vector().record(n._ref_t);
const v = [one(0.5), two(0.5), stick(1), three(0.5), left(0.1), right(1)].map((seg) => n.Vector().record(seg._ref_v));
n.finitialize(-65);
n.continuerun(15);
const roots = [...n.allsec()].filter((sec) => sec.parentseg() === null).map(String);
console.log(JSON.stringify({ t, v, roots }));
n.load_file("stdrun.hoc");

