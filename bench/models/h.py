"""Model h: model b with calcium: a channel that follows the Goldman-Hodgkin-Katz
equation (channels=1), a T-type channel with a Nernst potential besides
(channels=2), and a pool of calcium besides (channels=3)."""
from timing import h, measure, option

h.nrn_load_dll(option("library", "libnrnmech.so"))
axon = h.Section(name="axon")
axon.L, axon.diam, axon.nseg = 10000, 1, 1001
for name in ["hh", "caghk", "catype", "capool"][: int(option("channels", 1)) + 1]:
    axon.insert(name)
clamp = h.IClamp(axon(0))
clamp.delay, clamp.dur, clamp.amp = 1, 1e9, 0.2
measure(20)
