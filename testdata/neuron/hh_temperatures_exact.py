"""A sustained current at three temperatures, rates computed exactly."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
h.usetable_hh = 0
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 35
ic.amp = 0.3
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
traces = []
for celsius in (6.3, 16.3, 26.5):
    h.celsius = celsius
    h.finitialize(-65)
    h.continuerun(40)
    traces.append(list(v))
result(t=t, v=traces)
