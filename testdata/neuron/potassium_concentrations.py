"""ki and ko set per segment with ek computed from them at every step, then changed in the middle of a run."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

axon = h.Section(name="axon")
axon.L = 300
axon.diam = 5
axon.nseg = 3
axon.insert("hh")
h.ion_style("k_ion", 1, 2, 1, 1, 0, sec=axon)
axon.ki = 120
axon.ko = 5
axon(0.5).ko = 8
ic = h.IClamp(axon(0))
ic.delay = 1
ic.dur = 1
ic.amp = 1
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in axon]
ek = [h.Vector().record(seg._ref_ek) for seg in axon]
h.finitialize(-70)
h.continuerun(6)
axon(0.9).ko = 20
h.continuerun(10)
result(t=t, v=v, ek=[ek[1], ek[2]], ek_first=axon(0.1).ek, ki=[seg.ki for seg in axon], ko=[seg.k_ion.ko for seg in axon])
