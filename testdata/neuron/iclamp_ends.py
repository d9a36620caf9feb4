"""Current clamps on the 0 and the 1 end of a cable and at the junction of two cables."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 400
cable.diam = 2
cable.nseg = 7
cable.insert("hh")
branch = h.Section(name="branch")
branch.L = 100
branch.diam = 1
branch.nseg = 3
branch.insert("pas")
branch.connect(cable(1))
clamps = []
for seg, delay, amp in ((cable(0), 1, 0.3), (branch(1), 4, -0.1), (branch(0), 12, 0.5)):
    ic = h.IClamp(seg)
    ic.delay = delay
    ic.dur = 1.5
    ic.amp = amp
    clamps.append(ic)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (cable(0), cable(0.5), cable(1), branch(0.5), branch(1))]
h.finitialize(-65)
h.continuerun(20)
result(t=t, v=v, places=[[str(ic.get_segment().sec), ic.get_segment().x] for ic in clamps])
