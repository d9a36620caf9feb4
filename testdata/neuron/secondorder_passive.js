// Crank-Nicolson against implicit Euler on a passive cable with a voltage-dependent input, at a coarse step.
const cable = n.Section("cable", { L: 500, diam: 2, nseg: 15 });
cable.insert("pas");
const ic = n.IClamp(cable(0), { delay: 1, dur: 5, amp: 0.1 });
const synapse = n.AlphaSynapse(cable(1), { onset: 3, tau: 1, gmax: 0.01 });
n.dt = 0.1;
const t = n.Vector().record(n._ref_t);
const v = [0, 0.5, 1].map((x) => n.Vector().record(cable(x)._ref_v));
const traces = [];
for (const order of [0, 1, 2]) {
  n.secondorder = order;
  n.finitialize(-70);
  n.continuerun(15);
  traces.push(v.map((x) => [...x]));
}
console.log(JSON.stringify({ t, v: traces }));
n.load_file("stdrun.hoc");

