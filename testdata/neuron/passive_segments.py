"""A cable whose g_pas, e_pas and cm differ from segment to segment, with Ra of its own; the membrane current i_pas, too."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 600
cable.diam = 1.5
cable.nseg = 9
cable.Ra = 210
cable.insert("pas")
for k, seg in enumerate(cable):
    seg.pas.g = 0.0002 * (k + 1)
    seg.pas.e = -75 + k
    seg.cm = 0.6 + 0.2 * k
ic = h.IClamp(cable(0.2))
ic.delay = 1
ic.dur = 5
ic.amp = 0.05
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0, 0.5, 1)]
i = h.Vector().record(cable(0.2).pas._ref_i)
i_cap = h.Vector().record(cable(0.9)._ref_i_cap)
h.finitialize(-65)
h.continuerun(12)
result(t=t, v=v, i=i, i_cap=i_cap, middle=[cable.g_pas, cable.e_pas, cable.cm])
