"""A current switched on by hyperpolarisation: two gates with if and else in their time constants, the sag and the rebound."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 30
soma.insert("pas")
soma.g_pas = 1e-4
soma.insert("hcn")
soma.gbar_hcn = 2e-4
dend = h.Section(name="dend")
dend.L = 400
dend.diam = 2
dend.nseg = 7
dend.insert("hcn")
dend.fast_hcn = 0.25
dend.taumin_hcn = 12
dend.e_hcn = -35
dend.connect(soma(1))
ic = h.IClamp(soma(0.5))
ic.delay = 10
ic.dur = 60
ic.amp = -0.3
h.dt = 0.1
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (soma(0.5), dend(1))]
gates = [h.Vector().record(ref) for ref in (soma(0.5).hcn._ref_f, dend(0.5).hcn._ref_s)]
i = h.Vector().record(soma(0.5).hcn._ref_i)
h.finitialize(-70)
h.continuerun(100)
result(t=t, v=v, gates=gates, i=i)
