"""secondorder with extracellular: NEURON moves vext by a half step only."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cell = h.Section(name="cell")
cell.L, cell.diam, cell.nseg = 200, 4, 3
cell.insert("hh")
cell.insert("extracellular")
clamp = h.IClamp(cell(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.1, 0.5, 0.5
t = h.Vector().record(h._ref_t)
recorded = [h.Vector().record(ref) for ref in (cell(0.5)._ref_v, cell(0.5)._ref_vext[0], cell(0.5)._ref_i_membrane, cell(0.5)._ref_ina, cell(0.5)._ref_i_cap)]
runs = []
for order in (1, 2):
    for g in (1e9, 10):
        cell.xg[0] = g
        h.secondorder = order
        h.finitialize(-65)
        h.continuerun(3)
        runs.append([list(x) for x in recorded])
result(t=t, runs=runs)
