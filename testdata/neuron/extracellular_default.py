"""A cable with extracellular as it is inserted: all but ground. v, vext, i_membrane and i_cap at the ends and within, also at t = 0."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L, cable.diam, cable.nseg, cable.Ra = 300, 2, 5, 100
cable.insert("pas")
cable.insert("extracellular")
clamp = h.IClamp(cable(0.1))
clamp.delay, clamp.dur, clamp.amp = 0.5, 2, 0.1
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0, 0.1, 0.5, 1)]
vext = [h.Vector().record(cable(x)._ref_vext[k]) for x in (0, 0.1, 0.5, 1) for k in (0, 1)]
current = [h.Vector().record(cable(x)._ref_i_membrane) for x in (0.1, 0.5)]
i_cap = h.Vector().record(cable(0.5)._ref_i_cap)
defaults = [list(cable.xraxial), list(cable.xg), list(cable.xc), cable.e_extracellular]
h.finitialize(-65)
h.continuerun(4)
result(defaults=defaults, t=t, v=v, vext=vext, i_membrane=current, i_cap=i_cap)
