"""Model f2: 100 hh cables of 99 segments, each with its own current."""
from timing import h, measure

axons, clamps = [], []
for i in range(100):
    axon = h.Section(name=f"axon[{i}]")
    axon.L, axon.diam, axon.nseg = 1000, 1, 99
    axon.insert("hh")
    clamp = h.IClamp(axon(0))
    clamp.delay, clamp.dur, clamp.amp = 1, 1e9, 0.002 * i
    axons.append(axon)
    clamps.append(clamp)
measure(5)
