"""Vector.record at given times, on the steps, just before, just after and in their middle."""
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
times = h.Vector([0, 0.001, 0.5, 1, 1.0124, 1.0125, 1.0126, 2.49999, 2.5, 3.14159, 3.14159, 4.01, 4.02, 5.05, 5.0500001,
                  5.0625, 6, 9.99, 20])
t = h.Vector().record(h._ref_t, times)
v = h.Vector().record(soma(0.5)._ref_v, times)
i = h.Vector().record(ic._ref_i, times)
every = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(10)
result(t=t, v=v, i=i, every=every)
