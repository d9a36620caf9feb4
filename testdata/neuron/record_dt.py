"""Vector.record at an interval: two steps and a bit, four steps, forty steps, less than a step."""
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
intervals = (0.06, 0.1, 1.0, 0.02, 0.25)
t = [h.Vector().record(h._ref_t, dt) for dt in intervals]
v = [h.Vector().record(soma(0.5)._ref_v, dt) for dt in intervals]
m = h.Vector().record(soma(0.5).hh._ref_m, 0.5)
h.finitialize(-65)
h.continuerun(10)
result(t=t, v=v, m=m)
