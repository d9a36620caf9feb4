"""Model a: one hh segment that fires repetitively."""
from timing import h, measure

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1e9, 0.2
measure(2000)
