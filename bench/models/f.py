"""Model f: one hh cell of 10034 segments, a soma with a binary tree of 127
sections of 79 segments."""
from timing import h, measure

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
tree = []
for i in range(127):
    dend = h.Section(name=f"dend[{i}]")
    dend.L, dend.diam, dend.nseg = 400, 1, 79
    dend.insert("hh")
    dend.connect(soma if i == 0 else tree[(i - 1) // 2])
    tree.append(dend)
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1e9, 0.5
measure(5)
