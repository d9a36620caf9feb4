// A channel from equations, in the script itself: the M current, which brakes a cell.
//
// A potassium channel that opens slowly around -35 mV: every spike opens it further. The
// intervals between spikes grow, until the cell falls silent although the current stays on.
// Steady state and time constant have the form of Yamada, Koch and Adams (1989), in Koch and
// Segev, Methods in Neuronal Modeling, chapter 4.
import { n } from "neuron";
import { ms, mV, um, nA } from "neuron/units";
import { intervals, spikeTimes } from "gneuron/analysis";

n.load_mechanism(`
NEURON { SUFFIX im USEION k READ ek WRITE ik RANGE gbar }
UNITS { (mV) = (millivolt) (mA) = (milliamp) (S) = (siemens) }
PARAMETER { gbar = 0 (S/cm2) <0, 1e9> : largest conductance
  taumax = 600 (ms) : scales the time constant
}
ASSIGNED { v (mV) ek (mV) ik (mA/cm2) minf mtau (ms) }
STATE { m }
INITIAL { rates(v) m = minf }
BREAKPOINT { SOLVE states METHOD cnexp ik = gbar*m*(v - ek) }
DERIVATIVE states { rates(v) m' = (minf - m)/mtau }
PROCEDURE rates(v (mV)) {
  minf = 1/(1 + exp(-(v + 35)/10))
  mtau = taumax/(3.3*exp((v + 35)/20) + exp(-(v + 35)/20))
}
`);

const soma = n.Section("soma", { L: 20 * um, diam: 20 * um });
soma.insert(n.hh);
soma.insert("im");
n.IClamp(soma(0.5), { delay: 10 * ms, dur: 190 * ms, amp: 0.2 * nA });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const m = n.Vector().record(soma(0.5)._ref_m_im);

const [figure, axes] = plt.subplots(3, 1, { figsize: [8, 7], sharex: true });
[0, 0.001].forEach((gbar, k) => {
  soma.gbar_im = gbar;
  n.finitialize(-65 * mV);
  n.continuerun(210 * ms);
  const between = intervals(spikeTimes(t, v));
  console.log(`gbar ${gbar} S/cm2: ${between.length + 1} spikes, first interval ${between[0].toFixed(2)} ms, last ${between.at(-1).toFixed(2)} ms`);
  axes[k].plot(t, v, `C${k}`).set_ylabel("v (mV)").set_title(gbar === 0 ? "Without the M current" : "With it");
});
axes[2].plot(t, m, "C2").set_ylabel("m").set_xlabel("t (ms)").set_title("How far its channels are open");
plt.show(figure);
