"""Vector.play as a step function: a sample at 0, on and off the steps, two at one time, the last one stays."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 30
soma.insert("pas")
ic = h.IClamp(soma(0.5))
ic.dur = 1e9
times = h.Vector([0, 1, 1.0124, 2.01, 2.0125, 3.02, 3.02, 4, 5.5])
amps = h.Vector([0.05, 0.1, 0.2, -0.1, 0.3, 0.4, 0.15, 0, 0.08])
amps.play(ic._ref_amp, times)
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
amp = h.Vector().record(ic._ref_amp)
i = h.Vector().record(ic._ref_i)
h.finitialize(-70)
h.continuerun(8)
first = [list(x) for x in (v, amp, i)]
h.finitialize(-70)
h.continuerun(8)
result(t=t, v=first[0], amp=first[1], i=first[2], second_amp=amp, second_i=i)
