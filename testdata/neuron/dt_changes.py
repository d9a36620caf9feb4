"""dt changed in the middle of a run, between calls of fadvance and between calls of continuerun."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 20
ic.amp = 0.25
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(5)
h.dt = 0.1
h.continuerun(10)
h.dt = 0.007
for _ in range(150):
    h.fadvance()
h.dt = 0.025
h.continuerun(15)
result(t=t, v=v, dt=h.dt)
