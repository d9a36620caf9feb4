"""Steady attenuation along a passive cable: the whole profile long after a current began at one end."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 1500
cable.diam = 2
cable.nseg = 51
cable.Ra = 150
cable.insert("pas")
cable.g_pas = 1.0 / 15000
cable.e_pas = -70
ic = h.IClamp(cable(0))
ic.dur = 1e9
ic.amp = 0.02
h.dt = 0.25
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0, 0.5, 1)]
h.finitialize(-70)
h.continuerun(250)
result(t=t, v=v, profile=[seg.v for seg in cable.allseg()])
