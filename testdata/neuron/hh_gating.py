"""Gating variables, conductances and all currents of a spike: m, h, n, gna, gk, ina, ik, il, i_cap."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 12.6157
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 0.5
ic.amp = 0.2
seg = soma(0.5)
t = h.Vector().record(h._ref_t)
v = h.Vector().record(seg._ref_v)
m = h.Vector().record(seg.hh._ref_m)
hgate = h.Vector().record(seg.hh._ref_h)
n = h.Vector().record(seg._ref_n_hh)
gna = h.Vector().record(seg.hh._ref_gna)
gk = h.Vector().record(seg._ref_gk_hh)
ina = h.Vector().record(seg._ref_ina)
ik = h.Vector().record(seg.k_ion._ref_ik)
il = h.Vector().record(seg._ref_il_hh)
i_cap = h.Vector().record(seg._ref_i_cap)
h.finitialize(-65)
h.continuerun(15)
result(t=t, v=v, m=m, h=hgate, n=n, gna=gna, gk=gk, ina=ina, ik=ik, il=il, i_cap=i_cap)
