"""An excitable cable of a cubic current, which has no constant conductance, with an implicit recovery; three secondorders."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
cable = h.Section(name="cable")
cable.L = 500
cable.diam = 4
cable.nseg = 7
cable.insert("cubic")
ic = h.IClamp(cable(0))
ic.delay = 2
ic.dur = 3
ic.amp = 1
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0, 1)]
w = h.Vector().record(cable(0.5).cubic._ref_w)
i = h.Vector().record(cable(0.5).cubic._ref_i)
answer = {"v": [], "w": [], "i": []}
for order in (0, 1, 2):
    h.secondorder = order
    h.finitialize(-70)
    h.continuerun(20)
    answer["v"].append([list(x) for x in v])
    answer["w"].append(list(w))
    if order == 2:
        answer["i"] = list(i)
result(t=t, **answer)
