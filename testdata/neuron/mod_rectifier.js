// A point process of one's own with a membrane current that is not linear in v, several of them along a cable and on its ends.
n.load_mechanisms("mod");
const cable = n.Section("cable", { L: 400, diam: 2, nseg: 9 });
cable.insert("pas");
const ic = n.IClamp(cable(0.3), { delay: 1, dur: 8, amp: 0.3 });
const shunts = [0, 0.3, 0.3, 0.9, 1].map((x) => n.Rectifier(cable(x)));
shunts.forEach((shunt, k) => {
  shunt.g = 0.005 * (k + 1);
  shunt.e = -65 + 3 * k;
  shunt.tau = 1 + k;
});
const t = n.Vector().record(n._ref_t);
const v = [0, 0.3, 1].map((x) => n.Vector().record(cable(x)._ref_v));
const i = shunts.slice(0, 3).map((shunt) => n.Vector().record(shunt._ref_i));
const share = n.Vector().record(shunts[2]._ref_open);
n.finitialize(-72);
n.continuerun(12);
console.log(JSON.stringify({ t, v, i, open: share, called: [shunts[1].share(-62), shunts[1].share(-40), shunts[4].share(-53)] }));
n.load_file("stdrun.hoc");

