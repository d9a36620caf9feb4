"""A current computed by the script before every step: fadvance in a loop, reading v and setting amp."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.dur = 1e9
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
amp = h.Vector().record(ic._ref_amp)
h.finitialize(-65)
while h.t < 10:
    ic.amp = 0.002 * (-50 - soma(0.5).v)
    h.fadvance()
result(t=t, v=v, amp=amp)
