// A dendrite: the soma is no longer alone, and the potential is no longer everywhere
// the same.
import { n } from "neuron";
import { ms, mV, nA } from "neuron/units";
import { inputResistance, membraneTimeConstant } from "gneuron/analysis";

const soma = n.Section("soma", { L: 20, diam: 20 });
const dend = n.Section("dend", { L: 500, diam: 2, nseg: 51, Ra: 100 });
dend.connect(soma(1));
for (const section of [soma, dend]) {
  section.insert(n.pas);
  for (const seg of section) {
    seg.pas.g = 1e-4; // S/cm2
    seg.pas.e = -70; // mV
  }
}
const tau = (soma.cm / soma.g_pas) * 1e-3; // ms
const lambda = 1e4 * Math.sqrt((dend.diam * 1e-4) / (4 * dend.Ra * dend.g_pas)); // um

const t = n.Vector().record(n._ref_t);
const places = [soma(0.5), dend(0.5), dend(1)];
const recorded = places.map((place) => n.Vector().record(place._ref_v));
const names = ["soma", "middle of the dendrite", "tip of the dendrite"];

// inject steps 0.02 nA into a place, and gives the potentials at all three.
function inject(seg) {
  const iclamp = n.IClamp(seg, { delay: 50 * ms, dur: 200 * ms, amp: 0.02 * nA });
  n.finitialize(-70 * mV);
  n.continuerun(300 * ms);
  const vs = recorded.map((v) => v.toArray()); // copies: the next run records anew
  const resistance = inputResistance(t, vs[places.indexOf(seg)], iclamp);
  const ends = vs.map((v) => v[Math.round(249 / n.dt)] + 70);
  iclamp.delete();
  return { vs, resistance, ends };
}

// 1. The dendrite takes a part of the current.
const alone = 1e-6 / (soma.g_pas * soma(0.5).area() * 1e-8); // MOhm
const dendrite = (1e-6 / (dend.g_pas * Math.PI * dend.diam * lambda * 1e-8)) / Math.tanh(dend.L / lambda); // a cable with a closed end
const together = 1 / (1 / alone + 1 / dendrite);
const atSoma = inject(places[0]);
console.log(`input resistance at the soma: ${alone.toFixed(1)} MOhm alone, ${atSoma.resistance.toFixed(1)} MOhm with the dendrite; cable theory ${together.toFixed(1)} MOhm`);

// 2. The potential falls along the dendrite, more on the way to the soma than from it.
const atTip = inject(places[2]);
console.log(`lambda = ${lambda.toFixed(0)} um, the dendrite is ${(dend.L / lambda).toFixed(2)} lambda long`);
console.log(`0.02 nA into the soma:  ${names.map((name, k) => `${name} ${atSoma.ends[k].toFixed(2)} mV`).join(", ")}`);
console.log(`0.02 nA into the tip:   ${names.map((name, k) => `${name} ${atTip.ends[k].toFixed(2)} mV`).join(", ")}`);
console.log(`the same at the other end, either way: ${atSoma.ends[2].toFixed(4)} and ${atTip.ends[0].toFixed(4)} mV`);

// 3. Charge flows into the dendrite first: the soma starts faster than tau.
for (const [from, to] of [[50, 54], [70, 150]]) {
  console.log(`the soma from ${from - 50} to ${to - 50} ms of the step: tau = ${membraneTimeConstant(t, atSoma.vs[0], from, to).tau.toFixed(2)} ms (cm/g = ${tau} ms)`);
}

const [figure, panels] = plt.subplots(1, 2, { figsize: [11, 4.5] });
for (const [k, run] of [atSoma, atTip].entries()) {
  for (const [i, name] of names.entries()) panels[k].plot(t, run.vs[i], { label: name });
  panels[k].set_title(`0.02 nA into the ${["soma", "tip"][k]}`);
  panels[k].set_xlabel("t (ms)");
  panels[k].set_ylabel("v (mV)");
  panels[k].legend("lower center");
}
plt.show(figure);
