"""An axon of squid membrane in a thin, resistive layer of fluid: the spike's own field, with capacitors in the layers."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

axon = h.Section(name="axon")
axon.L, axon.diam, axon.nseg = 2000, 5, 21
axon.insert("hh")
axon.insert("extracellular")
for k in (0, 1):
    axon.xraxial[k] = (2e4, 5e3)[k]
    axon.xg[k] = (0.2, 0.05)[k]
    axon.xc[k] = (0.1, 0.5)[k]
clamp = h.IClamp(axon(0))
clamp.delay, clamp.dur, clamp.amp = 0.5, 0.5, 4
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(axon(x)._ref_v) for x in (0, 0.5, 0.9)]
vext = [h.Vector().record(axon(x)._ref_vext[k]) for x in (0, 0.5, 1) for k in (0, 1)]
current = [h.Vector().record(axon(x)._ref_i_membrane) for x in (0.1, 0.5)]
h.finitialize(-65)
h.continuerun(12)
result(t=t, v=v, vext=vext, i_membrane=current)
