// The leaky integrate-and-fire neuron of this lesson, as a function: what spikes.js does
// step by step.
import { firingRate } from "gneuron/analysis";

export const dt = 0.1; // time step [ms]
export const tStimStart = 100; // the current is on from here [ms]
export const tStimEnd = 400; // to here [ms]
export const E_L = -70; // resting potential [mV]
export const V_th = -55; // spike threshold [mV]
export const V_reset = -75; // potential after a spike [mV]
export const V_spike = 20; // top of a drawn spike [mV]
export const R_m = 10; // membrane resistance [MOhm]
export const tau = 10; // membrane time constant [ms]

// pulse is a current I [nA] from tStimStart to an end [ms], for lif.
export const pulse = (I, end = tStimEnd) => (i, dt) => (i >= Math.round(tStimStart / dt) && i <= Math.round(end / dt) ? I : 0);

// lif runs a neuron. current gives the current [nA] of step i, which ends at time i dt. It
// gives the times t, the potential with spikes drawn V, and the spike times [ms, mV].
export function lif(current, options = {}) {
  const p = { E_L, V_th, V_reset, R_m, tau, dt, tEnd: 500, ...options };
  const decay = Math.exp(-p.dt / p.tau);
  const steps = Math.round(p.tEnd / p.dt);
  const [t, V, spikes] = [[0], [p.E_L], []];
  let v = p.E_L;
  for (let i = 1; i <= steps; i++) {
    const Vinf = p.E_L + current(i, p.dt) * p.R_m;
    v = Vinf + (v - Vinf) * decay;
    t.push(i * p.dt);
    if (v > p.V_th) {
      v = p.V_reset;
      spikes.push(i * p.dt);
      V.push(V_spike);
    } else {
      V.push(v);
    }
  }
  return { t, V, spikes };
}

// averageRate counts spikes in the time of the current [Hz].
export const averageRate = (spikes) => firingRate(spikes, tStimStart, tStimEnd);

// theory is one over the interval between spikes for a constant current I [nA], in Hz: 0
// where the potential does not reach the threshold.
export function theory(I, options = {}) {
  const p = { E_L, V_th, V_reset, R_m, tau, ...options };
  const Vinf = p.E_L + p.R_m * I;
  return Vinf > p.V_th ? 1000 / (p.tau * Math.log((Vinf - p.V_reset) / (Vinf - p.V_th))) : 0;
}
