"""A point process of one's own with a membrane current that is not linear in v, several of them along a cable and on its ends."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
cable = h.Section(name="cable")
cable.L = 400
cable.diam = 2
cable.nseg = 9
cable.insert("pas")
ic = h.IClamp(cable(0.3))
ic.delay = 1
ic.dur = 8
ic.amp = 0.3
shunts = [h.Rectifier(cable(x)) for x in (0, 0.3, 0.3, 0.9, 1)]
for k, shunt in enumerate(shunts):
    shunt.g = 0.005 * (k + 1)
    shunt.e = -65 + 3 * k
    shunt.tau = 1 + k
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0, 0.3, 1)]
i = [h.Vector().record(shunt._ref_i) for shunt in shunts[:3]]
share = h.Vector().record(shunts[2]._ref_open)
h.finitialize(-72)
h.continuerun(12)
result(t=t, v=v, i=i, open=share, called=[shunts[1].share(-62), shunts[1].share(-40), shunts[4].share(-53)])
