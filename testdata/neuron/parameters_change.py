"""Parameters, geometry, voltage and t changed between calls of continuerun, without a new initialisation."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

axon = h.Section(name="axon")
axon.L = 200
axon.diam = 5
axon.nseg = 3
axon.insert("hh")
ic = h.IClamp(axon(0.5))
ic.dur = 1e9
ic.amp = 0.5
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(axon(x)._ref_v) for x in (0.5, 1)]
h.finitialize(-65)
h.continuerun(6)
ic.amp = 1.2
h.continuerun(10)
axon.gnabar_hh = 0.2
axon(0.5).el_hh = -50
h.continuerun(14)
axon.diam = 8
axon.Ra = 100
h.continuerun(18)
axon(0.5).cm = 2
axon(0.1).v = -20
h.continuerun(22)
h.celsius = 12
h.continuerun(26)
axon.v = -65
ic.amp = 0
h.continuerun(30)
result(t=t, v=v)
