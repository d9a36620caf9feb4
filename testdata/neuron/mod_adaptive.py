"""SOLVE without METHOD: Runge-Kutta steps of a length that is chosen anew every ten steps, in one instance."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
for name in ("hh", "adaptive"):
    soma.insert(name)
seg = soma(0.5)
ic = h.IClamp(seg)
ic.delay, ic.dur, ic.amp = 1, 5, 0.3
names = ["x", "z", "total"]
rec = {k: h.Vector().record(getattr(seg.adaptive, "_ref_" + k)) for k in names}
h.dt = 0.25
h.finitialize(-65)
for _ in range(80):
    h.fadvance()
h.finitialize(-50)
h.dt = 0.05
for _ in range(40):
    h.fadvance()
result(last=list(rec["x"])[-1], **rec)
