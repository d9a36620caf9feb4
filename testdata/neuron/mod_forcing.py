"""The forcing functions and curves of nocmodl's library."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
soma.insert("forcing")
names = ["wave", "square", "saw", "back", "climb", "shot", "shots", "stairs", "bell", "hyper", "fall", "rise", "sink", "prob"]
rec = {k: h.Vector().record(getattr(soma(0.5).forcing, "_ref_" + k)) for k in names}
ic = h.IClamp(soma(0.5))
ic.delay, ic.dur, ic.amp = 1, 2, 0.3
h.finitialize(-65)
while h.t < 4:
    h.fadvance()
result(**rec)
