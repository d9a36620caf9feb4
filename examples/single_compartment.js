// A single passive compartment: the simplest model of a patch of membrane.
//
// Its circuit is a membrane capacitance in parallel with a leak resistance and
// the battery of the resting potential. Started at -65 mV it relaxes to the
// reversal potential of the leak, -70 mV:
//
//     v(t) = e + (v0 - e) exp(-t/tau),   tau = cm/g
//
// After "Part 2" of the Single Neuron Biophysics notebook (D. Sterratt, 2025).
import { n } from "neuron";
import { ms, mV } from "neuron/units";

const soma = n.Section("soma");
soma.insert(n.pas);
const iclamp = n.IClamp(soma(0.5)); // its amplitude is 0 until you set it

const v = n.Vector().record(soma(0.5)._ref_v); // membrane potential
const t = n.Vector().record(n._ref_t); // time

n.load_file("stdrun.hoc");
n.finitialize(-65 * mV);
n.continuerun(40 * ms);

// cm is in uF/cm2 and g in S/cm2, so that their quotient is in us.
const tau = (soma(0.5).cm / soma(0.5).pas.g) * 1e-3;
const target = -70 + 5 / Math.E;
const k = v.indwhere("<=", target);
console.log(`${v.length} samples from ${t[0]} to ${t[t.length - 1].toFixed(3)} ms`);
console.log(`v falls from ${v[0]} mV to ${v[v.length - 1].toFixed(6)} mV; the leak reverses at ${soma.e_pas} mV`);
console.log(`v is within 1/e of the way at t = ${t[k].toFixed(3)} ms; the time constant cm/g is ${tau.toFixed(3)} ms`);

const f = plt.figure({ title: "A passive compartment", x_axis_label: "t (ms)", y_axis_label: "v (mV)" });
f.line(t, v, { line_width: 2 });
plt.show(f);
