// The same circuit, with a simulator: a section of membrane with a leak.
//
// Its circuit is the capacitance of the membrane, its resistance, a battery with the
// resting potential, and a source of current. Started at -65 mV the potential relaxes to
// the reversal potential of the leak, -70 mV.
//
// After "Part 2" of the Single Neuron Biophysics notebook (D. Sterratt, 2025).
import { n } from "neuron";
import { ms, mV } from "neuron/units";

const soma = n.Section("soma");
soma.insert(n.pas);
const iclamp = n.IClamp(soma(0.5));

const v = n.Vector().record(soma(0.5)._ref_v); // Membrane potential vector
const t = n.Vector().record(n._ref_t); // Time stamp vector

n.load_file("stdrun.hoc");

n.finitialize(-65 * mV);
n.continuerun(40 * ms);

const f = plt.figure({ x_axis_label: "t (ms)", y_axis_label: "v (mV)" });
f.line(t, v, { line_width: 2 });
plt.show(f);

// What Part 1 has to do with it: tau = R C again, now for each cm2. cm is in uF/cm2, g in
// S/cm2, and their quotient in us.
const tau = (soma.cm / soma.g_pas) * 1e-3; // ms
console.log(`v falls from ${v[0]} mV to ${v.at(-1).toFixed(4)} mV in ${t.at(-1).toFixed(0)} ms`);
console.log(`tau = cm/g = ${tau} ms; at t = tau v is ${v[Math.round(tau / n.dt)].toFixed(3)} mV, exactly ${(-70 + 5 / Math.E).toFixed(3)} mV`);
console.log(`the current of the clamp is ${iclamp.amp} nA: its amplitude has to be set, see current_steps.js`);
