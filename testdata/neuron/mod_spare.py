"""An instance whose POINTER points to nothing runs as long as its code does not use it; a rate that divides by a state of 0."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
a, b = h.Section(name="a"), h.Section(name="b")
for sec in (a, b):
    sec.L = sec.diam = 20
    sec.insert("hh")
p, q = h.Spare(a(0.5)), h.Spare(a(0.5))
q.on = 1
h.setpointer(b(0.5)._ref_v, "p", q)
ic = h.IClamp(b(0.5))
ic.delay, ic.dur, ic.amp = 1, 2, 0.3
ns = h.NetStim()
ns.start, ns.number, ns.interval = 1, 2, 1.5
nc = h.NetCon(ns, p)
nc.weight[0] = 0.3
rec = {k: [h.Vector().record(getattr(o, "_ref_" + k)) for o in (p, q)] for k in ("x", "y", "i")}
v = h.Vector().record(a(0.5)._ref_v)
h.finitialize(-65)
while h.t < 5:
    h.fadvance()
result(v=v, **rec)
