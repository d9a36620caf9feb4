// Spike-timing dependent plasticity: which spike comes first decides whether a synapse
// grows or shrinks.
//
// A mechanism of our own, written in the script: each spike before the synapse leaves a
// trace that decays with taup, each spike behind it one that decays with taum. A spike
// behind adds Ap times the first trace, a spike before takes Am times the second away.
// Song, Miller and Abbott (2000), Nature Neurosci. 3:919-926.
import { n } from "neuron";
import { ms } from "neuron/units";

const STDP = n.load_mechanism(`
NEURON { POINT_PROCESS STDP RANGE taup, taum, Ap, Am, change }
PARAMETER {
  taup = 20 (ms)  taum = 20 (ms)  : how long the traces last
  Ap = 0.01  Am = 0.0105          : change of the weight for spikes at the same time
}
ASSIGNED { change pre post tpre (ms) tpost (ms) }
INITIAL { change = 0 pre = 0 post = 0 tpre = 0 tpost = 0 }
NET_RECEIVE (behind) { : 0: a spike before the synapse, 1: one behind it
  if (behind == 0) {
    change = change - Am*post*exp(-(t - tpost)/taum)
    pre = pre*exp(-(t - tpre)/taup) + 1
    tpre = t
  } else {
    change = change + Ap*pre*exp(-(t - tpre)/taup)
    post = post*exp(-(t - tpost)/taum) + 1
    tpost = t
  }
}
`);
const host = n.Section("host"); // a point process needs a place
const rule = STDP(host(0.5));
const [before, behind] = [n.VecStim(), n.VecStim()];
n.NetCon(before, rule, { delay: 0, weight: 0 });
n.NetCon(behind, rule, { delay: 0, weight: 1 });

// The change of the weight that 60 pairs make, a second apart.
function pairs(lag) {
  const times = Array.from({ length: 60 }, (_, k) => 200 + 1000 * k);
  before.play(n.Vector(times));
  behind.play(n.Vector(times.map((t) => t + lag)));
  n.finitialize();
  n.continuerun(60300 * ms);
  return 100 * rule.change;
}

n.dt = 0.5 * ms;
const lags = [-80, -50, -30, -20, -10, -5, -2, 2, 5, 10, 20, 30, 50, 80]; // ms
const changes = lags.map(pairs);
const at = (lag) => changes[lags.indexOf(lag)].toFixed(2);
const formula = (sum) => (sum * Math.exp(-10 / 20)).toFixed(2);
console.log(`10 ms after: ${at(10)} %, formula ${formula(60)} %; 10 ms before: ${at(-10)} %, formula ${formula(-63)} %`);

plt.figure({ width: 620, height: 400 });
plt.axhline(0, { color: "gray", lw: 1 });
plt.plot(lags.slice(0, 7), changes.slice(0, 7), "o-", lags.slice(7), changes.slice(7), "o-");
plt.xlabel("spike behind the synapse, after the one before it (ms)");
plt.ylabel("change of the weight (%)");
plt.show();
