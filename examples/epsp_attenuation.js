// EPSP attenuation: the same synapse, farther and farther out on a dendrite.
//
// Far out the input resistance is high and the local potential large, but most of the
// charge is lost on the way: at the soma the potential falls and its peak comes later.
// Rall (1967), J. Neurophysiol. 30:1138-1168.
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";

const soma = n.Section("soma", { L: 20 * um, diam: 20 * um, Ra: 150 });
const dend = n.Section("dend", { L: 500 * um, diam: 2 * um, Ra: 150, nseg: 51 });
dend.connect(soma(1));
for (const sec of [soma, dend]) {
  sec.insert(n.pas);
  sec.g_pas = 1e-4; // S/cm2
  sec.e_pas = -70 * mV;
}

const synapse = n.Exp2Syn(dend(0.5), { tau1: 0.5 * ms, tau2: 2 * ms, e: 0 * mV });
const stim = n.NetStim({ number: 1, start: 5 * ms });
n.NetCon(stim, synapse, { delay: 0 * ms, weight: 0.001 }); // 1 nS

const t = n.Vector().record(n._ref_t);
const vSoma = n.Vector().record(soma(0.5)._ref_v);
const vHere = n.Vector();
const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [11, 4.2] });
const places = [0.1, 0.3, 0.5, 0.7, 0.9];
const peaks = { here: [], soma: [] };
for (const x of places) {
  synapse.loc(dend(x));
  vHere.record(dend(x)._ref_v);
  n.finitialize(-70 * mV);
  n.continuerun(60 * ms);
  const [here, there] = [vHere.max() + 70, vSoma.max() + 70];
  peaks.here.push(here);
  peaks.soma.push(there);
  console.log(`at ${(x * dend.L).toFixed(0)} um: ${here.toFixed(3)} mV there, ${there.toFixed(3)} mV at the soma, where it peaks at ${t[vSoma.max_ind()].toFixed(2)} ms`);
  left.plot(t, vSoma, { label: `${(x * dend.L).toFixed(0)} um away` });
}
left.set_title("At the soma").set_xlabel("t (ms)").set_ylabel("v (mV)").legend();
const away = places.map((x) => x * dend.L);
right.plot(away, peaks.here, "o-", { label: "at the synapse" }).plot(away, peaks.soma, "s-", { label: "at the soma" });
right.set_title("Peak above rest").set_xlabel("distance of the synapse (um)").set_ylabel("mV").set_ylim(0, null).legend();
plt.show(figure);
