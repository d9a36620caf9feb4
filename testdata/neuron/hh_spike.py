"""One action potential of the squid axon's channels, rates from the table."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 2
ic.dur = 0.1
ic.amp = 0.9
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(40)
result(t=t, v=v)
