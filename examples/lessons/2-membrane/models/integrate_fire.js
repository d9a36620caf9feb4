// The leaky integrate-and-fire neuron of this lesson:
//
//     tm dV/dt = el - V + mr ie;   where V > th: a spike, and V = vr
import { eulerStep } from "gneuron/integrators";

export const el = -65; // resting potential [mV]
export const mr = 15; // membrane resistance [MOhm]
export const tm = 10; // membrane time constant [ms]
export const th = -50; // firing threshold [mV]
export const vr = -65; // reset potential [mV]

// integrateFireTraces solves the neuron for tt ms in steps of dt ms, from the potential
// vi, with the input currents ies [nA], one for each step and from the start again where
// they end. integrator takes one step. It gives the times, the potentials and the spike
// train, which is true at the steps that end with a spike.
export function integrateFireTraces(tt, dt, vi = el, ies = [0], integrator = eulerStep) {
  const nf = Math.trunc(tt / dt);
  let ti = 0;
  let vm = vi;
  const tis = [];
  const vms = [];
  const spt = [];
  for (let i = 0; i < nf; i++) {
    const ie = ies[i % ies.length];
    vm = integrator(vm, (x) => (el - x + mr * ie) / tm, dt);
    const sp = vm > th;
    if (sp) vm = vr;
    ti += dt;
    tis.push(ti);
    vms.push(vm);
    spt.push(sp);
  }
  return [tis, vms, spt];
}

// spikeTimes gives the times of the spikes.
export const spikeTimes = (tis, spt) => tis.filter((_, i) => spt[i]);
