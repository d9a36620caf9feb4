"""Cables at the edges of what is usual: Ra 1 and 5000, cm 0 in the middle, a very thin and a very thick one, one segment of zero leak."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells = []
for name, length, diam, ra in (("loose", 500, 5, 1), ("tight", 500, 5, 5000), ("thin", 500, 0.05, 100), ("thick", 2000, 500, 35.4)):
    sec = h.Section(name=name)
    sec.L = length
    sec.diam = diam
    sec.Ra = ra
    sec.nseg = 5
    sec.insert("pas")
    sec(0.5).cm = 0
    sec(0.9).g_pas = 0
    ic = h.IClamp(sec(0.1))
    ic.delay = 0.5
    ic.dur = 2
    ic.amp = 0.0001 * diam * diam
    cells.append((sec, ic, [h.Vector().record(sec(x)._ref_v) for x in (0.1, 0.5, 1)]))
t = h.Vector().record(h._ref_t)
h.finitialize(-60)
h.continuerun(5)
result(t=t, v=[c[2] for c in cells])
