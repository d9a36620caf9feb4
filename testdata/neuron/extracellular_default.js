// A cable with extracellular as it is inserted: all but ground. v, vext, i_membrane and i_cap at the ends and within, also at t = 0.
const cable = n.Section("cable");
Object.assign(cable, { L: 300, diam: 2, nseg: 5, Ra: 100 });
cable.insert("pas");
cable.insert("extracellular");
n.IClamp(cable(0.1), { delay: 0.5, dur: 2, amp: 0.1 });
const t = n.Vector().record(n._ref_t);
const v = [0, 0.1, 0.5, 1].map((x) => n.Vector().record(cable(x)._ref_v));
const vext = [0, 0.1, 0.5, 1].flatMap((x) => [0, 1].map((k) => n.Vector().record(cable(x)._ref_vext[k])));
const i_membrane = [0.1, 0.5].map((x) => n.Vector().record(cable(x)._ref_i_membrane));
const i_cap = n.Vector().record(cable(0.5)._ref_i_cap);
const defaults = [[...cable.xraxial], [...cable.xg], [...cable.xc], cable.e_extracellular];
n.finitialize(-65);
n.continuerun(4);
console.log(JSON.stringify({ defaults, t, v, vext, i_membrane, i_cap }));
