"""A potassium channel of one's own with a table: temperature, a global and usetable change it; its function and procedure are called."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("pas")
soma.insert("kdr")
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 6
ic.amp = 0.6
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
ik = h.Vector().record(soma(0.5)._ref_ik)
gate = h.Vector().record(soma(0.5).kdr._ref_n)
answer = {"v": [], "ik": [], "n": []}
for celsius, shift, q10, usetable in ((6.3, 0, 2.3, 1), (30, 0, 2.3, 1), (30, -12.5, 3, 1), (30, -12.5, 3, 0)):
    h.celsius = celsius
    h.shift_kdr = shift
    h.q10_kdr = q10
    h.usetable_kdr = usetable
    h.finitialize(-65)
    h.continuerun(10)
    for name, x in (("v", v), ("ik", ik), ("n", gate)):
        answer[name].append(list(x))
called = [h.opening_kdr(u) for u in (-60, -45, -45.00001, 0)] + [h.closing_kdr(-20)]
rates = []
for usetable in (1, 0):
    h.usetable_kdr = usetable
    for u in (-150, -119.9, -33.3, 0, 79.99, 100):
        h.rates_kdr(u)
        rates.append([h.ninf_kdr, h.ntau_kdr])
result(t=t, called=called, rates=rates, **answer)
