"""nseg changed between two runs of one model: recordings, the clamp and the range variables stay."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 400
cable.diam = 3
cable.insert("hh")
cable.nseg = 3
cable(0.9).gnabar_hh = 0.06
ic = h.IClamp(cable(0.1))
ic.delay = 1
ic.dur = 1
ic.amp = 0.6
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0.1, 0.9)]
traces = []
for nseg in (3, 9, 1):
    cable.nseg = nseg
    if nseg == 1:  # the recordings of nodes that go are lost
        for x, place in zip(v, (0.1, 0.9)):
            x.record(cable(place)._ref_v)
    h.finitialize(-65)
    h.continuerun(8)
    traces.append([list(x) for x in v])
result(t=t, v=traces)
