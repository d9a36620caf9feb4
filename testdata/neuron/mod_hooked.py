"""BEFORE and AFTER blocks that assign to a concentration and a current; a reversal potential that is written and never assigned."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
a, b = h.Section(name="a"), h.Section(name="b")
for sec in (a, b):
    sec.L = sec.diam = 20
    sec.insert("hh")
b.insert("idle")
p = h.Hooked(a(0.5))
ic = h.IClamp(a(0.5))
ic.delay, ic.dur, ic.amp = 1, 2, 0.3
own = [h.Vector().record(getattr(p, "_ref_" + k)) for k in ("n", "seen")]
rec = {k: h.Vector().record(getattr(a(0.5), "_ref_" + k)) for k in ("v", "cai", "ica", "ik", "ek", "eca")}
idle = [h.Vector().record(getattr(b(0.5), "_ref_" + k)) for k in ("eca", "cai")]
h.finitialize(-65)
while h.t < 4:
    h.fadvance()
result(own=own, idle=idle, **rec)
