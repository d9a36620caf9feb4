"""An electrode's current of one's own, a ramp with at_time at its corners, on a segment, on an end and twice on one place."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
cable = h.Section(name="cable")
cable.L = 300
cable.diam = 3
cable.nseg = 5
cable.insert("hh")
first = h.Ramp(cable(0.5))
defaults = [first.rise, first.stay, first.fall, first.amp, first.i]
first.amp = 0.6
second = h.Ramp(cable(0))
setattr(second, "del", 5.013)
second.rise = 0.5
second.stay = 0
second.fall = 2.01
second.amp = -0.3
third = h.Ramp(cable(0.5))
setattr(third, "del", 0)
third.rise = 4
third.amp = 0.15
ramps = (first, second, third)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0, 0.5)]
i = [h.Vector().record(ramp._ref_i) for ramp in ramps]
phase = h.Vector().record(first._ref_phase)
h.finitialize(-65)
h.continuerun(10)
result(t=t, v=v, i=i, phase=phase, defaults=defaults)
