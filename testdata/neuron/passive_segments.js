// A cable whose g_pas, e_pas and cm differ from segment to segment, with Ra of its own; the membrane current i_pas, too.
const cable = n.Section("cable", { L: 600, diam: 1.5, nseg: 9 });
cable.Ra = 210;
cable.insert("pas");
[...cable].forEach((seg, k) => {
  seg.pas.g = 0.0002 * (k + 1);
  seg.pas.e = -75 + k;
  seg.cm = 0.6 + 0.2 * k;
});
const ic = n.IClamp(cable(0.2), { delay: 1, dur: 5, amp: 0.05 });
const t = n.Vector().record(n._ref_t);
const v = [0, 0.5, 1].map((x) => n.Vector().record(cable(x)._ref_v));
const i = n.Vector().record(cable(0.2).pas._ref_i);
const i_cap = n.Vector().record(cable(0.9)._ref_i_cap);
n.finitialize(-65);
n.continuerun(12);
console.log(JSON.stringify({ t, v, i, i_cap, middle: [cable.g_pas, cable.e_pas, cable.cm] }));
n.load_file("stdrun.hoc");

