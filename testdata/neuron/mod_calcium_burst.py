"""A low-threshold calcium burst: T-type channels whose eca follows the calcium of a linear pool, over squid axon channels."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
soma = h.Section(name="soma")
soma.L = soma.diam = 25
for name in ("hh", "cat", "capool"):
    soma.insert(name)
soma.gl_hh = 1e-4
soma.gbar_cat = 0.008
soma.tau_capool = 8
h.celsius = 12
ic = h.IClamp(soma(0.5))
ic.delay = 2
ic.dur = 20
ic.amp = -0.1
seg = soma(0.5)
t = h.Vector().record(h._ref_t)
v = h.Vector().record(seg._ref_v)
cai = h.Vector().record(seg._ref_cai)
eca = h.Vector().record(seg._ref_eca)
ica = h.Vector().record(seg._ref_ica)
gates = [h.Vector().record(ref) for ref in (seg.cat._ref_m, seg.cat._ref_h)]
h.finitialize(-68)
h.continuerun(42)
result(t=t, v=v, cai=cai, eca=eca, ica=ica, gates=gates, style=h.ion_style("ca_ion", sec=soma))
