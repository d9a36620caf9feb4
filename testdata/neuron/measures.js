// Measures of traces: spikes of hh and their shapes, a passive soma's resistance and time constant.
import { cv, inputResistance, intervalRate, membraneTimeConstant, spikeShapes, spikeTimes } from "gneuron/analysis";

n.load_file("stdrun.hoc");
n.dt = 0.0125;
n.steps_per_ms = 80;

const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const passive = n.Section("passive");
passive.L = passive.diam = 20;
passive.insert("pas");
[passive(0.5).pas.g, passive(0.5).pas.e] = [1e-4, -65];
const [spike, step] = [n.IClamp(soma(0.5)), n.IClamp(passive(0.5))];
[spike.delay, spike.dur, spike.amp] = [20, 60, 0.2];
[step.delay, step.dur, step.amp] = [20, 150, -0.05];
const [t, v, vp] = [n._ref_t, soma(0.5)._ref_v, passive(0.5)._ref_v].map((ref) => n.Vector().record(ref));
n.finitialize(-65);
n.continuerun(200);
const times = spikeTimes(t, v);
const shapes = spikeShapes(t, v).slice(0, -1).map(({ time, ...shape }) => shape);
console.log(JSON.stringify({ times, shapes, cv: cv(times), rate: intervalRate(times), resistance: inputResistance(t, vp, step),
  tau: membraneTimeConstant(t, vp, 20, 120).tau }));
