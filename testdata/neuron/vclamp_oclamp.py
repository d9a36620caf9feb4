"""VClamp with its defaults and with slow stages and compensation; OClamp switched on and not."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells = []
for k in range(3):
    cell = h.Section(name="cell%d" % k)
    cell.L = cell.diam = 20
    cell.insert("hh")
    cells.append(cell)
ideal = h.VClamp(cells[0](0.5))
slow = h.VClamp(cells[1](0.5))
for clamp, durations, levels in ((ideal, (2, 5, 3), (-65, -10, -70)), (slow, (1, 4, 0), (-60, 0, 0))):
    for k in range(3):
        clamp.dur[k], clamp.amp[k] = durations[k], levels[k]
slow.gain, slow.tau1, slow.tau2, slow.rstim, slow.fac = 1e3, 0.05, 0.1, 0.5, 0.4
clamp = h.OClamp(cells[2](0.5))
clamp.on, clamp.off, clamp.vc, clamp.rs, clamp.switched_on = 2, 6, -20, 0.1, 1
off = h.OClamp(cells[2](0.5))
off.on, off.off, off.vc = 1, 9, 20
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(c(0.5)._ref_v) for c in cells]
i = [h.Vector().record(c._ref_i) for c in (ideal, slow, clamp, off)]
vo = h.Vector().record(slow._ref_vo)
vi = h.Vector().record(slow._ref_vi)
h.finitialize(-65)
h.continuerun(12)
result(t=t, v_ideal=v[0], v_slow=v[1], v_oclamp=v[2], i_ideal=i[0], i_slow=i[1], i_oclamp=i[2], i_off=i[3], vo=vo, vi=vi)
