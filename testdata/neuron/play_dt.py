"""Vector.play with an interval instead of times: on the steps and off them."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells = []
for name, interval in (("half", 0.5), ("off", 0.33)):
    sec = h.Section(name=name)
    sec.L = sec.diam = 30
    sec.insert("pas")
    ic = h.IClamp(sec(0.5))
    ic.dur = 1e9
    samples = h.Vector([0.1, 0.2, -0.1, 0, 0.3, 0.05])
    samples.play(ic._ref_amp, interval)
    cells.append((sec, ic, samples, h.Vector().record(sec(0.5)._ref_v), h.Vector().record(ic._ref_amp)))
t = h.Vector().record(h._ref_t)
h.finitialize(-70)
h.continuerun(5)
result(t=t, v=[c[3] for c in cells], amp=[c[4] for c in cells])
