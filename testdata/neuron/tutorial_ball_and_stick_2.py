"""Five cells in a ring: one event into the first, then each excites the next."""
from neuron import h
from cells import BallAndStick, stimulate
from oracle import result

cells = [BallAndStick(i, 5) for i in range(5)]
stim = stimulate(cells[0])
dend_v = h.Vector().record(cells[0].dend(0.5)._ref_v)
syn_i = h.Vector().record(cells[0].syn._ref_i)
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.continuerun(25)
first = {"t": list(t), "soma_v": list(cells[0].soma_v), "dend_v": list(dend_v), "syn_i": list(syn_i)}

syns = []
netcons = []
for source, target in zip(cells, cells[1:] + [cells[0]]):
    syn = h.ExpSyn(target.dend(0.5))
    nc = h.NetCon(source.soma(0.5)._ref_v, syn, sec=source.soma)
    nc.weight[0] = 0.05
    nc.delay = 5
    netcons.append(nc)
    syns.append(syn)
h.finitialize(-65)
h.continuerun(100)
result(first=first, spike_times=[cell.spike_times for cell in cells],
       points=[[[sec.x3d(0), sec.y3d(0)] for sec in cell.all] for cell in cells])
