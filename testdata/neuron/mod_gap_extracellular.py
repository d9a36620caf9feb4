"""A gap junction between cells with extracellular: what goes over is the potential inside, v + vext."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
pc = h.ParallelContext()
cells, gaps = [], []
for i in range(2):
    sec = h.Section(name="axon%d" % i)
    sec.L, sec.diam, sec.nseg = 400, 5, 5
    sec.insert("hh")
    sec.insert("extracellular")
    for k in range(2):
        sec.xraxial[k] = 100
    sec.xg[0] = 0.01
    cells.append(sec)
clamp = h.IClamp(cells[0](0.1))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 3
for i in range(2):
    gap = h.HalfGap(cells[i](0.5))
    gap.g = 0.1
    gaps.append(gap)
for i in range(2):
    pc.source_var(cells[i](0.5)._ref_v, i, sec=cells[i])
    pc.target_var(gaps[i], gaps[i]._ref_vgap, 1 - i)
pc.setup_transfer()
pc.set_maxstep(10)
t = h.Vector().record(h._ref_t)
recorded = {"v0": cells[0](0.5)._ref_v, "v1": cells[1](0.5)._ref_v, "vext0": cells[0](0.5)._ref_vext[0], "vgap0": gaps[0]._ref_vgap,
            "vgap1": gaps[1]._ref_vgap}
vectors = {name: h.Vector().record(ref) for name, ref in recorded.items()}
h.finitialize(-65)
pc.psolve(6)
result(t=t, **vectors)
