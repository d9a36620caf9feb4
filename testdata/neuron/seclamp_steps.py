"""Voltage clamp of a passive cable in three steps: v, vc and i of the clamp."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 200
cable.diam = 2
cable.nseg = 5
cable.insert("pas")
clamp = h.SEClamp(cable(0.5))
clamp.dur1 = 2
clamp.amp1 = -70
clamp.dur2 = 3.01
clamp.amp2 = -30
clamp.dur3 = 2
clamp.amp3 = -90
clamp.rs = 0.5
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0.5, 1)]
vc = h.Vector().record(clamp._ref_vc)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-70)
h.continuerun(10)
result(t=t, v=v, vc=vc, i=i)
