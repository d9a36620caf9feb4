"""Functions that the script gives as tables of one and two arguments; BEFORE and AFTER blocks; a loop whose end is a variable."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.nseg = 3
soma.insert("hh")
soma.insert("looked")
soma.insert("capool")
for i, seg in enumerate(soma):
    seg.n_looked = i + 1
    seg.g_looked = 1e-4 * (i + 1)
xs = h.Vector([-80, -60, -50, -20, 10, 30])
ys = h.Vector([0, 0.1, 0.3, 0.8, 0.95, 1])
h.table_minf_looked(ys, xs)
cas = h.Vector([0.00001, 0.00006, 0.0005])
taus = h.Vector([2, 2.5, 3, 1, 1.5, 2.5, 0.5, 0.25, 0.75, 0.1, 0.2, 0.3])
vs = h.Vector([-70, -40, 0, 50])
h.table_tau_looked(taus._ref_x[0], 4, vs._ref_x[0], 3, cas._ref_x[0])
values = [h.minf_looked(x) for x in (-100, -80, -70, -51.5, 0, 29, 30, 99)]
values += [h.tau_looked(x, c) for x, c in ((-100, 0), (-70, 5e-5), (-55, 1e-4), (20, 1), (60, 2e-5))]
ic = h.IClamp(soma(0.5))
ic.delay, ic.dur, ic.amp = 1, 5, 0.3
names = ["m", "before", "after", "stepped", "seen", "power", "series", "i"]
rec = {k: [h.Vector().record(getattr(seg.looked, "_ref_" + k)) for seg in soma] for k in names}
v = h.Vector().record(soma(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
while h.t < 8:
    h.fadvance()
h.table_minf_looked(0.25)
constant = h.minf_looked(3)
result(t=t, v=v, values=values, constant=constant, **rec)
