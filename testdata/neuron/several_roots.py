"""Three cells in one model, of one, two and three sections, each with a clamp of its own."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")


def section(name, length, diam, nseg, mechanism, parent=None):
    sec = h.Section(name=name)
    sec.L = length
    sec.diam = diam
    sec.nseg = nseg
    sec.insert(mechanism)
    if parent is not None:
        sec.connect(parent)
    return sec


one = section("one", 20, 20, 1, "hh")
two = section("two", 15, 15, 1, "hh")
stick = section("stick", 200, 1, 11, "pas", two(1))
three = section("three", 25, 25, 3, "hh")
left = section("left", 150, 2, 5, "pas", three(0))
right = section("right", 250, 2, 7, "hh", three(1))
clamps = []
for seg, amp in ((one(0.5), 0.5), (stick(1), 0.4), (left(0.5), 1.0)):
    ic = h.IClamp(seg)
    ic.delay = 1
    ic.dur = 2
    ic.amp = amp
    clamps.append(ic)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (one(0.5), two(0.5), stick(1), three(0.5), left(0.1), right(1))]
h.finitialize(-65)
h.continuerun(15)
result(t=t, v=v, roots=[str(sec) for sec in h.allsec() if sec.parentseg() is None])
