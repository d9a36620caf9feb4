// A spike of the Hodgkin-Huxley model, with its gating variables.
//
// A soma with L = diam = 20 um (its side has the area of a sphere of that
// diameter) and the channels of the squid giant axon gets 0.9 nA for 0.1 ms.
//
// After NEURON's tutorial "Scripting NEURON basics". Channels: Hodgkin and
// Huxley (1952), J. Physiol. 117:500-544, at 6.3 degC.
import { n } from "neuron";
import { ms, mV, um, nA } from "neuron/units";

const soma = n.Section("soma", { L: 20 * um, diam: 20 * um });
soma.insert(n.hh);
const iclamp = n.IClamp(soma(0.5), { delay: 2 * ms, dur: 0.1 * ms, amp: 0.9 * nA });

const middle = soma(0.5);
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(middle._ref_v);
const m = n.Vector().record(middle.hh._ref_m);
const h = n.Vector().record(middle.hh._ref_h);
const gateN = n.Vector().record(middle.hh._ref_n);
const ina = n.Vector().record(middle._ref_ina);
const ik = n.Vector().record(middle._ref_ik);

n.finitialize(-65 * mV);
n.continuerun(40 * ms);

const peak = v.max_ind();
const trough = v.min_ind();
console.log(`surface of the soma: ${middle.area().toFixed(2)} um2`);
console.log(`peak ${v[peak].toFixed(6)} mV at ${t[peak].toFixed(3)} ms`);
console.log(`undershoot ${v[trough].toFixed(6)} mV at ${t[trough].toFixed(3)} ms`);
console.log(`largest sodium current ${ina.min().toFixed(4)} mA/cm2 at ${t[ina.min_ind()].toFixed(3)} ms`);
console.log(`largest potassium current ${ik.max().toFixed(4)} mA/cm2 at ${t[ik.max_ind()].toFixed(3)} ms`);
console.log(`m reaches ${m.max().toFixed(3)}, h falls to ${h.min().toFixed(3)}, n reaches ${gateN.max().toFixed(3)}`);

const [figure, [top, bottom]] = plt.subplots(2, 1);
top.plot(t, v);
top.set_title("A Hodgkin-Huxley spike");
top.set_ylabel("v (mV)");
top.set_xlim(0, 20);
bottom.plot(t, m, { label: "m, opens Na" });
bottom.plot(t, h, { label: "h, closes Na" });
bottom.plot(t, gateN, { label: "n, opens K" });
bottom.set_xlabel("t (ms)");
bottom.set_ylabel("gating variable");
bottom.set_xlim(0, 20);
bottom.legend();
plt.show(figure);
