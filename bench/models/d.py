"""Model d: 1000 hh cells of one segment, each with its own current."""
from timing import h, measure

cells, clamps = [], []
for i in range(1000):
    soma = h.Section(name=f"cell[{i}]")
    soma.L = soma.diam = 20
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 1e9, 0.0003 * i
    cells.append(soma)
    clamps.append(clamp)
measure(20)
