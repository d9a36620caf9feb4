// Two cables: a passive dendrite along which a voltage dies away, and a squid
// giant axon along which a spike travels.
import { n } from "neuron";
import { ms, mV, um, nA } from "neuron/units";

// --- Attenuation along a passive dendrite -------------------------------
//
// A constant current into the end at x = 0 of a cable of length L whose far end
// is sealed holds it at
//
//     V(x) = I r lambda cosh((L-x)/lambda) / sinh(L/lambda)
//     lambda = sqrt(diam / (4 Ra g)),   r = 4 Ra / (pi diam^2)
//
// V is the voltage above rest, r the axial resistance per length.
// Rall (1977), Handbook of Physiology, The Nervous System 1:39-97.
const dend = n.Section("dend", { L: 1000 * um, diam: 2 * um, Ra: 150, nseg: 101 });
dend.insert(n.pas);
dend.g_pas = 1e-4; // S/cm2
dend.e_pas = -70 * mV;
const iclamp = n.IClamp(dend(0), { delay: 0 * ms, dur: 1e9 * ms, amp: 0.02 * nA });

n.finitialize(-70 * mV);
n.continuerun(400 * ms); // 40 time constants of 10 ms

// Lengths are in um, Ra in ohm cm and g in S/cm2: 1e4 um/cm; r is in MOhm/um.
const lambda = Math.sqrt((dend.diam * 1e4) / (4 * dend.Ra * dend.g_pas));
const r = (4 * dend.Ra * 1e-2) / (Math.PI * dend.diam ** 2);
const L = dend.L;
const theory = (x) => (0.02 * r * lambda * Math.cosh((L - x) / lambda)) / Math.sinh(L / lambda);

const x = []; // um
const V = []; // mV above rest
for (const seg of dend.allseg()) {
  x.push(seg.x * L);
  V.push(seg.v + 70);
}
const worst = Math.max(...V.map((value, i) => Math.abs(value / theory(x[i]) - 1)));
const far = V.length - 1;
console.log(`dendrite: length constant ${lambda.toFixed(1)} um, L = ${(L / lambda).toFixed(3)} length constants`);
console.log(`V above rest: ${V[0].toFixed(4)} mV at 0 um, ${V[far].toFixed(4)} mV at ${L} um`);
console.log(`attenuation ${(V[0] / V[far]).toFixed(4)}; cosh(L/lambda) = ${Math.cosh(L / lambda).toFixed(4)}`);
console.log(`input resistance ${(V[0] / 0.02).toFixed(2)} MOhm; theory ${(theory(0) / 0.02).toFixed(2)} MOhm`);
console.log(`largest difference from theory ${(100 * worst).toPrecision(2)} %, with nseg ${dend.nseg}`);

// --- A spike travels along an axon --------------------------------------
//
// Hodgkin and Huxley's own test of their equations: for an axon of radius
// 238 um at 18.5 degC they computed 18.8 m/s, and measured 21.2 m/s.
// Hodgkin and Huxley (1952), J. Physiol. 117:500-544.
iclamp.delete();
dend.delete();
n.celsius = 18.5;
n.dt = 0.005 * ms;

const axon = n.Section("axon", { L: 1e5 * um, diam: 476 * um, Ra: 35.4, nseg: 501 });
axon.insert(n.hh);
const shock = n.IClamp(axon(0), { delay: 0.5 * ms, dur: 0.2 * ms, amp: 20000 * nA });

const t = n.Vector().record(n._ref_t);
const places = [0.1, 0.3, 0.5, 0.7, 0.9];
const traces = places.map((place) => n.Vector().record(axon(place)._ref_v));

n.finitialize(-65 * mV);
n.continuerun(10 * ms);

// When a trace first reaches 0 mV, on the straight line between two samples.
function arrival(trace) {
  const k = trace.indwhere(">", 0);
  return t[k - 1] + ((t[k] - t[k - 1]) * -trace[k - 1]) / (trace[k] - trace[k - 1]);
}
const times = traces.map(arrival);
// The centres of the segments that the traces were taken in.
const centre = (place) => ((Math.floor(place * axon.nseg) + 0.5) / axon.nseg) * axon.L;
const distance = centre(0.7) - centre(0.3);
const speed = (distance / (times[3] - times[1])) * 1e-3; // um/ms to m/s
console.log(`axon: the spike passes 30 % of its length at ${times[1].toFixed(3)} ms and 70 % at ${times[3].toFixed(3)} ms`);
console.log(`conduction velocity ${speed.toFixed(2)} m/s; Hodgkin and Huxley computed 18.8 m/s and measured 21.2 m/s`);

const [figure, [left, right]] = plt.subplots(1, 2, { figsize: [12, 5] });
left.plot(x, x.map(theory), "k-", { label: "theory" });
left.plot(x.filter((_, i) => i % 5 === 0), V.filter((_, i) => i % 5 === 0), "ro", { label: "simulation" });
left.set_title("Passive dendrite");
left.set_xlabel("distance from the electrode (um)");
left.set_ylabel("v - rest (mV)");
left.legend();
traces.forEach((trace, i) => right.plot(t, trace, { label: `${(places[i] * axon.L) / 1e4} cm` }));
right.set_title("Spike along a squid axon");
right.set_xlabel("t (ms)");
right.set_ylabel("v (mV)");
right.legend();
plt.show(figure);
