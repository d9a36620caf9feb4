// Current clamps on the 0 and the 1 end of a cable and at the junction of two cables.
const cable = n.Section("cable", { L: 400, diam: 2, nseg: 7 });
cable.insert("hh");
const branch = n.Section("branch", { L: 100, diam: 1, nseg: 3 });
branch.insert("pas");
branch.connect(cable(1));
const clamps = [];
for (const [seg, delay, amp] of [[cable(0), 1, 0.3], [branch(1), 4, -0.1], [branch(0), 12, 0.5]]) {
  clamps.push(n.IClamp(seg, { delay, dur: 1.5, amp }));
}
const t = n.Vector().record(n._ref_t);
const v = [cable(0), cable(0.5), cable(1), branch(0.5), branch(1)].map((seg) => n.Vector().record(seg._ref_v));
n.finitialize(-65);
n.continuerun(20);
console.log(JSON.stringify({ t, v, places: clamps.map((ic) => [String(ic.get_segment().sec), ic.get_segment().x]) }));
n.load_file("stdrun.hoc");

