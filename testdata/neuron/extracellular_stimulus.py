"""An axon between two electrodes far away: e_extracellular falls along it and is played, as a step in one half, between points in the other. use_fast_imem, too."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

axon = h.Section(name="axon")
axon.L, axon.diam, axon.nseg = 3000, 8, 31
axon.insert("hh")
axon.insert("extracellular")
cv = h.CVode()
cv.use_fast_imem(1)
times = h.Vector([0, 1, 1.2, 1.6, 5])
played = []
for i, seg in enumerate(axon):
    if i % 2:
        played.append(h.Vector([0, 0, 3 * i, 0, 0]))
        played[-1].play(seg._ref_e_extracellular, times, True)
    else:
        played.append(h.Vector([0, 3 * i, 1.5 * i, 0, 0]))
        played[-1].play(seg._ref_e_extracellular, times)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(axon(x)._ref_v) for x in (0, 0.1, 0.5, 0.9, 1)]
vext = [h.Vector().record(axon(x)._ref_vext[0]) for x in (0, 0.5, 0.9)]
current = h.Vector().record(axon(0.5)._ref_i_membrane)
fast = [h.Vector().record(axon(x)._ref_i_membrane_) for x in (0.5, 1)]
h.finitialize(-65)
h.continuerun(5)
result(t=t, v=v, vext=vext, i_membrane=current, i_membrane_=[list(x)[1:] for x in fast])
