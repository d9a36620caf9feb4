"""Model b: an hh cable of 1001 segments that carries spikes."""
from timing import h, measure

axon = h.Section(name="axon")
axon.L, axon.diam, axon.nseg = 10000, 1, 1001
axon.insert("hh")
clamp = h.IClamp(axon(0))
clamp.delay, clamp.dur, clamp.amp = 1, 1e9, 0.2
measure(20)
