"""Model o, larger than any cache: 1000 hh cables of 1001 segments."""
from timing import h, measure

axons, clamps = [], []
for i in range(1000):
    axon = h.Section(name=f"axon[{i}]")
    axon.L, axon.diam, axon.nseg = 10000, 1, 1001
    axon.insert("hh")
    clamp = h.IClamp(axon(0))
    clamp.delay, clamp.dur, clamp.amp = 0.1, 1e9, 0.0002 * i
    axons.append(axon)
    clamps.append(clamp)
measure(0.5)
