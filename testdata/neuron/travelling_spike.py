"""A spike that travels along an axon, seen at five places."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

axon = h.Section(name="axon")
axon.L = 5000
axon.diam = 1
axon.nseg = 101
axon.Ra = 70
axon.insert("hh")
ic = h.IClamp(axon(0))
ic.delay = 1
ic.dur = 0.5
ic.amp = 0.6
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(axon(x)._ref_v) for x in (0, 0.25, 0.5, 0.75, 1)]
h.finitialize(-65)
h.continuerun(25)
result(t=t, v=v)
