"""Passive charging: a step of current into one compartment with a leak."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("pas")
soma.g_pas = 0.0005
ic = h.IClamp(soma(0.5))
ic.delay = 5
ic.dur = 20
ic.amp = 0.05
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-70)
h.continuerun(40)
result(t=t, v=v, area=soma(0.5).area())
