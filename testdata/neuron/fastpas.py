"""fastpas beside pas: its defaults, and a cable that has both."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 300
cable.diam = 2
cable.nseg = 7
cable.insert("fastpas")
defaults = [cable(0.5).fastpas.g, cable(0.5).fastpas.e]
cable(0.9).g_fastpas = 0.002
cable(0.9).e_fastpas = -75
both = h.Section(name="both")
both.L = 100
both.insert("pas")
both.insert("fastpas")
both.connect(cable(1))
both.diam = 3
ic = h.IClamp(cable(0))
ic.delay = 1
ic.dur = 8
ic.amp = 0.2
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (cable(0), cable(0.9), both(0.5))]
h.finitialize(-60)
h.continuerun(15)
result(t=t, v=v, defaults=defaults)
