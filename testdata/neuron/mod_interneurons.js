// Two fast-spiking interneurons of Wang and Buzsaki (1996), alone and inhibiting each other: the model of the guide.
n.load_file("stdrun.hoc");
n.load_mechanisms("mod");
const somas = ["a", "b"].map((x) => n.Section(x));
const clamps = [];
for (const soma of somas) {
  soma.L = 10;
  soma.diam = 100 / Math.PI;
  soma.cm = 1;
  soma.insert("wb");
  soma.insert("pas");
  soma.g_pas = 1e-4;
  soma.e_pas = -65;
  soma.ena = 55;
  soma.ek = -90;
  clamps.push(n.IClamp(soma(0.5), { dur: 1e9, amp: 0.01 }));
}
const synapses = [];
for (const [to, source] of [somas, somas.toReversed()]) {
  const synapse = n.GABAa(to(0.5), { g: 0 });
  n.setpointer(source(0.5)._ref_v, "vpre", synapse);
  synapses.push(synapse);
}

const handler = n.FInitializeHandler(0, () => somas.forEach((soma, i) => (soma.v = [-70, -55][i])));
n.dt = 0.02;
const v = somas.map((soma) => n.Vector().record(soma(0.5)._ref_v, 0.1));
const s = synapses.map((synapse) => n.Vector().record(synapse._ref_s, 0.1));
const out = {};
for (const g of [0, 0.001]) {
  for (const synapse of synapses) synapse.g = g;
  n.finitialize();
  n.continuerun(60);
  out[`g_${g}`] = { v: v.map((x) => [...x]), s: s.map((x) => [...x]) };
}
console.log(JSON.stringify(out));
