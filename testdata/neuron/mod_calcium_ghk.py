"""A calcium current that is not linear in v (Goldman, Hodgkin, Katz) under voltage clamp and free; its functions are called."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("pas")
soma.insert("cal")
clamped = h.Section(name="clamped")
clamped.L = clamped.diam = 20
clamped.insert("cal")
clamped.cao = 5
clamp = h.SEClamp(clamped(0.5))
clamp.rs = 0.1
clamp.dur1 = 1
clamp.amp1 = -70
clamp.dur2 = 5
clamp.amp2 = 5
clamp.dur3 = 4
clamp.amp3 = -40
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 4
ic.amp = 0.7
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
ica = [h.Vector().record(sec(0.5)._ref_ica) for sec in (soma, clamped)]
p = h.Vector().record(soma(0.5).cal._ref_p)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-70)
h.continuerun(12)
result(
    t=t, v=v, ica=ica, p=p, i=i,
    inside=[soma.cai, clamped.cai, soma.cao, clamped.cao, soma.eca],
    bend=[h.bend_cal(x) for x in (-3, -1e-5, 0, 9e-5, 1e-4, 2)],
)
