"""Adams' method, in one instance, and a mechanism that reads a GLOBAL variable of another one as EXTERNAL."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
for name in ("hh", "multistep", "source", "reader"):
    soma.insert(name)
seg = soma(0.5)
ic = h.IClamp(seg)
ic.delay, ic.dur, ic.amp = 1, 5, 0.3
h.dt = 0.05
names = ["x", "z", "total"]
rec = {k: h.Vector().record(getattr(seg.multistep, "_ref_" + k)) for k in names}
y = h.Vector().record(seg.reader._ref_y)
v = h.Vector().record(seg._ref_v)
h.finitialize(-65)
while h.t < 4:
    h.fadvance()
h.scale_source = 7
while h.t < 8:
    h.fadvance()
result(v=v, y=y, peak=h.peak_source, **rec)
