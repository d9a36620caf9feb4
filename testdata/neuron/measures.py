"""Measures of traces: spikes of hh and their shapes, a passive soma's resistance and time constant."""
import math
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
h.dt = 0.0125
h.steps_per_ms = 80

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
passive = h.Section(name="passive")
passive.L = passive.diam = 20
passive.insert("pas")
passive(0.5).pas.g, passive(0.5).pas.e = 1e-4, -65
spike, step = h.IClamp(soma(0.5)), h.IClamp(passive(0.5))
spike.delay, spike.dur, spike.amp = 20, 60, 0.2
step.delay, step.dur, step.amp = 20, 150, -0.05
t, v, vp = h.Vector().record(h._ref_t), h.Vector().record(soma(0.5)._ref_v), h.Vector().record(passive(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(200)
t, v, vp = list(t), list(v), list(vp)


def at(level, i):
    """The time at which v passes level between the samples i - 1 and i."""
    return t[i - 1] + (t[i] - t[i - 1]) * (level - v[i - 1]) / (v[i] - v[i - 1])


up = [i for i in range(1, len(t)) if v[i - 1] < -20 <= v[i]]
times = [at(-20, i) for i in up]
shapes = []
for k, i in enumerate(up):
    down = next(j for j in range(i, len(t)) if v[j] < -20)
    peak = max(range(i, down), key=lambda j: v[j])
    onset = i
    while v[onset] - v[onset - 1] >= 10 * (t[onset] - t[onset - 1]):
        onset -= 1
    half = (v[onset] + v[peak]) / 2
    rise = next(j for j in range(onset, peak + 1) if v[j] >= half)
    fall = next(j for j in range(peak, len(t)) if v[j] <= half)
    shapes.append({"onset": v[onset], "onsetTime": t[onset], "peak": v[peak], "peakTime": t[peak], "height": v[peak] - v[onset],
                   "width": at(half, fall) - at(half, rise)})
    if k > 0:
        low = min(range(up[k - 1], onset + 1), key=lambda j: v[j])
        shapes[k - 1].update(ahp=shapes[k - 1]["onset"] - v[low], ahpTime=t[low])
shapes.pop()  # its afterhyperpolarisation has no next spike to end it


def mean(lo, hi):
    inside = [x for s, x in zip(t, vp) if lo - 1e-9 < s < hi + 1e-9]
    return (sum(inside) - (inside[0] + inside[-1]) / 2) / (len(inside) - 1)  # trapezoids


isis = [b - a for a, b in zip(times, times[1:])]
average = sum(isis) / len(isis)
# The steps of NEURON's implicit method are v' = (v - vinf)/(1 + dt/tau) + vinf: an
# exponential with this time constant, where tau = cm/g is 10 ms.
tau = h.dt / math.log1p(h.dt / (1e-3 / 1e-4))
result(times=times, shapes=shapes, cv=math.sqrt(sum((x - average) ** 2 for x in isis) / len(isis)) / average,
       rate=1000 / average, resistance=(mean(155, 170) - mean(5, 20)) / -0.05, tau=tau)
