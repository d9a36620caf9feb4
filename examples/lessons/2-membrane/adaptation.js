// Two things that the integrate-and-fire neuron lacks: it fires as fast at the end of a
// long pulse as at its start, and again at once after a spike. A conductance to potassium
// that each spike opens further, and that closes by itself, gives both:
//
//     tm dV/dt = el - V - a (V - ek) - r (V - ek) + mr ie
//     ta da/dt = -a,   a = a + 0.06 at a spike: closes slowly, spike-rate adaptation
//     tr dr/dt = -r,   r = r + 100 at a spike:  closes fast, a refractory period
//
// a and r count in units of the leak conductance. After P. Dayan and L. F. Abbott,
// Theoretical Neuroscience (2001), section 5.4.
import { n } from "neuron";
import { intervals } from "gneuron/analysis";
import { el, mr, th, tm, vr } from "./models/integrate_fire";

// The same in the language of mechanisms. WATCH looks out for the threshold, and what
// follows flag 2 happens there.
const neuron = n.equations(`
  PARAMETER { el = ${el}  mr = ${mr}  tm = ${tm}  th = ${th}  vr = ${vr}
              ek = -75  ta = 100  tr = 1  da = 0  dr = 0  ie = 0 }
  STATE { V a r }
  INITIAL {
    V = el
    a = 0
    r = 0
    net_send(0, 1)
  }
  DERIVATIVE membrane {
    V' = (el - V - (a + r)*(V - ek) + mr*ie)/tm
    a' = -a/ta
    r' = -r/tr
  }
  NET_RECEIVE(w) {
    if (flag == 1) {
      WATCH (V > th) 2
    } else if (flag == 2) {
      net_event(t)
      V = vr
      a = a + da
      r = r + dr
    }
  }
`);

// Four kinds side by side, with and without the two conductances.
const names = ["plain", "adaptation", "refractory", "both"];
const kinds = { da: [0, 0.06, 0, 0.06], dr: [0, 0, 100, 100] };
const fire = (tstop, ie) => n.ode(neuron, { tstop, params: { ...kinds, ie } });

const { t, V, spikes } = fire(395, 1.8);
spikes.forEach((times, k) => {
  const between = intervals(times);
  console.log(`${names[k]}: ${times.length} spikes; first interval ${between[0].toFixed(2)} ms, last ${between.at(-1).toFixed(2)} ms`);
});
console.log("\nThe shortest interval, for ever larger currents:");
for (const ie of [5, 20, 80]) {
  const [plain, , refractory] = fire(60, ie).spikes.map((times) => Math.min(...intervals(times)).toFixed(2));
  console.log(`${ie} nA: plain ${plain} ms, refractory ${refractory} ms`);
}

const [figure, axes] = plt.subplots(4, 1, { figsize: [8, 10] });
for (const k of [0, 1, 2]) {
  axes[k].plot(t, V[k]);
  axes[k].vlines(spikes[k], th, 0, { color: "C0" });
  axes[k].set_title(`${names[k]}: ${spikes[k].length} spikes`);
  axes[k].set_ylabel("V (mV)");
  axes[k].set_ylim(-75, 5);
}
spikes.forEach((times, k) => {
  const rates = intervals(times).map((x) => 1000 / x);
  axes[3].plot([...times].slice(1), rates, "o-", { markersize: 4, label: names[k] });
});
axes[3].set_title("One over the interval that ends");
axes[3].set_xlabel("t (ms)");
axes[3].set_ylabel("rate (Hz)");
axes[3].set_ylim(0, null);
axes[3].legend("upper right");
for (const panel of axes) panel.set_xlim(0, 525); // room for the legend
plt.show(figure);
