"""Calcium enters by a current not linear in v, is buffered and pumped (solved implicitly) and opens a potassium channel."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
dend = h.Section(name="dend")
dend.L = 150
dend.diam = 2
dend.nseg = 5
dend.connect(soma(1))
for name in ("hh", "cal", "capump", "kca"):
    soma.insert(name)
for name in ("pas", "cal", "capump", "kca"):
    dend.insert(name)
dend.e_pas = -65
soma.pbar_cal = 4e-5
dend.pbar_cal = 4e-5
soma.vmax_capump = 0.005
h.kon_capump = 30
h.celsius = 15
ic = h.IClamp(soma(0.5))
ic.delay = 2
ic.dur = 25
ic.amp = 0.6
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (soma(0.5), dend(0.9))]
cai = [h.Vector().record(seg._ref_cai) for seg in (soma(0.5), dend(0.9))]
bound = h.Vector().record(soma(0.5).capump._ref_bound)
o = h.Vector().record(soma(0.5).kca._ref_o)
h.finitialize(-65)
h.continuerun(30)
result(t=t, v=v, cai=cai, bound=bound, o=o, order=[m.name() for m in soma(0.5)])
