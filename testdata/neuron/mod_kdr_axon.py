"""A spiking cable with hh's sodium and a potassium channel of one's own, its conductance different along the cable."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
axon = h.Section(name="axon")
axon.L = 600
axon.diam = 3
axon.nseg = 9
axon.insert("hh")
axon.insert("kdr")
axon.gkbar_hh = 0
for k, seg in enumerate(axon):
    seg.kdr.gbar = 0.06 + 0.005 * k
h.celsius = 18
ic = h.IClamp(axon(0))
ic.delay = 1
ic.dur = 8
ic.amp = 0.8
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(axon(x)._ref_v) for x in (0, 0.5, 1)]
g = h.Vector().record(axon(0.5).kdr._ref_g)
h.finitialize(-65)
h.continuerun(15)
result(t=t, v=v, g=g)
