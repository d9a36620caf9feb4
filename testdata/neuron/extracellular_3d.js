// Sections with 3-D points and extracellular, before and after nseg, connections and values change; psection.
const trunk = n.Section("trunk"), branch = n.Section("branch");
for (const [x, y, d] of [[0, 0, 8], [20, 5, 6], [60, 10, 3], [140, 0, 2]]) trunk.pt3dadd(x, y, 0, d);
for (const [x, y, d] of [[140, 0, 2], [180, 40, 1.5], [200, 90, 0.8]]) branch.pt3dadd(x, y, 0, d);
trunk.insert("hh");
branch.insert("pas");
branch.insert("extracellular");
trunk.insert("extracellular");
branch.connect(trunk(1));
trunk.nseg = 3;
branch.nseg = 2;
for (const s of [trunk, branch]) {
  for (const k of [0, 1]) [s.xraxial[k], s.xg[k], s.xc[k]] = [3e4, 0.01 * (k + 1), 0.2];
}
trunk(0.9).xg[1] = 0.3;
trunk(0.1).xraxial[0] = 1e5;
trunk.e_extracellular = 5;
const clamp = n.IClamp(trunk(0.5), { delay: 0.2, dur: 0.5, amp: 1 });
const runs = [];
function run() {
  const both = (f) => [trunk, branch].flatMap((s) => [0, 0.5, 1].flatMap((x) => f(s(x))));
  const recorded = [
    ...both((seg) => n.Vector().record(seg._ref_v)),
    ...both((seg) => [0, 1].map((k) => n.Vector().record(seg._ref_vext[k]))),
    ...[trunk, branch].map((s) => n.Vector().record(s(0.5)._ref_i_membrane)),
  ];
  n.finitialize(-65);
  n.continuerun(3);
  runs.push(recorded.map((x) => [...x]));
  for (const x of recorded) x.play_remove();
}
run();
trunk.nseg = 9;
branch.nseg = 5;
run();
branch.disconnect();
clamp.loc(branch(0.5));
run();
trunk.connect(branch(1), 1);
run();
trunk.xraxial[1] = 1e3;
run();
const values = [trunk, branch].map((sec) => [...sec].map((s) => [[...s.xg], [...s.xc], [...s.xraxial], s.e_extracellular]));
const { xraxial, xg, xc, e } = branch.psection().density_mechs.extracellular;
console.log(JSON.stringify({ runs, values, psection: { xraxial, xg, xc, e } }));
