"""x@n in DISCRETE blocks, LAG, and DERIVATIVE and DISCRETE blocks that INITIAL calls, twice from finitialize."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
p, c, c2 = h.Past(soma(0.5)), h.Calls(soma(0.5)), h.Calls2(soma(0.5))
ic = h.IClamp(soma(0.5))
ic.delay, ic.dur, ic.amp = 1, 2, 0.3
rec = {k: h.Vector().record(getattr(o, "_ref_" + k)) for o, names in ((p, ["a", "b", "d", "late", "later"]), (c, ["m", "seen"]), (c2, ["q", "rate"])) for k in names}
f = [h.Vector().record(p._ref_f[i]) for i in range(3)]
h.dt = 0.05
h.finitialize(-65)
while h.t < 1:
    h.fadvance()
h.finitialize(-60)
while h.t < 4:
    h.fadvance()
result(f=f, **rec)
