// A myelinated axon: nodes of squid membrane, and internodes whose layers are a narrow space below the myelin and the myelin itself.
const nodes = [], between = [];
for (let i = 0; i < 4; i++) {
  const node = n.Section("node" + i);
  Object.assign(node, { L: 1.5, diam: 4, nseg: 1, Ra: 70, cm: 2 });
  node.insert("hh");
  Object.assign(node, { gnabar_hh: 1.2, gkbar_hh: 0.3 });
  node.insert("extracellular");
  [node.xraxial[0], node.xg[0], node.xc[0]] = [800, 1e10, 0];
  nodes.push(node);
  if (i > 0) {
    const myelin = n.Section("myelin" + i);
    Object.assign(myelin, { L: 400, diam: 6, nseg: 7, Ra: 70 });
    myelin.insert("pas");
    Object.assign(myelin, { g_pas: 1e-4, e_pas: -65 });
    myelin.insert("extracellular");
    for (const k of [0, 1]) {
      myelin.xraxial[k] = [3e4, 1e9][k];
      myelin.xg[k] = [1e-5, 1e10][k];
      myelin.xc[k] = [1e-3, 0][k];
    }
    myelin.connect(nodes[i - 1](1));
    node.connect(myelin(1));
    between.push(myelin);
  }
}
n.IClamp(nodes[0](0.5), { delay: 0.1, dur: 0.2, amp: 3 });
const t = n.Vector().record(n._ref_t);
const v = [...nodes, ...between].map((s) => n.Vector().record(s(0.5)._ref_v));
const vext = between.flatMap((s) => [0, 0.5, 1].flatMap((x) => [0, 1].map((k) => n.Vector().record(s(x)._ref_vext[k]))));
const i_membrane = [...nodes, ...between].map((s) => n.Vector().record(s(0.5)._ref_i_membrane));
n.finitialize(-65);
n.continuerun(4);
console.log(JSON.stringify({ t, v, vext, i_membrane }));
