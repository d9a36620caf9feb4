"""Six sustained currents, from a failed spike through trains to depolarisation block."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 2
ic.dur = 100
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
traces = []
for amp in (-0.1, 0.02, 0.08, 0.15, 0.5, 3):
    ic.amp = amp
    h.finitialize(-65)
    h.continuerun(40)
    traces.append(list(v))
result(t=t, v=traces)
