"""A cable of squid axon with secondorder 0, 1 and 2: v and the currents, which 2 reports at another time."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

axon = h.Section(name="axon")
axon.L = 800
axon.diam = 2
axon.nseg = 11
axon.insert("hh")
ic = h.IClamp(axon(0.1))
ic.delay = 1
ic.dur = 1
ic.amp = 0.5
seg = axon(0.5)
t = h.Vector().record(h._ref_t)
names = ("v", "ina", "ik", "il_hh", "i_cap")
recorded = [h.Vector().record(getattr(seg, "_ref_" + name)) for name in names]
answer = {}
for order in (0, 1, 2):
    h.secondorder = order
    h.finitialize(-65)
    h.continuerun(8)
    for name, x in zip(names, recorded):
        answer[f"{name}_{order}"] = list(x)
result(t=t, **answer)
