"""The ring with two weights of its synapses."""
from neuron import h
from cells import BallAndStick, stimulate
from oracle import result

spike_times = {}
for syn_w in (0.01, 0.005):
    ring = nc = None
    ring = [BallAndStick(i, 5) for i in range(5)]
    for source, target in zip(ring, ring[1:] + [ring[0]]):
        nc = h.NetCon(source.soma(0.5)._ref_v, target.syn, sec=source.soma)
        nc.weight[0] = syn_w
        nc.delay = 5
        source.ncs.append(nc)
    stim = stimulate(ring[0])
    t = h.Vector().record(h._ref_t)
    h.finitialize(-65)
    h.continuerun(100)
    spike_times[syn_w] = [list(cell.spike_times) for cell in ring]
    soma_v = list(ring[0].soma_v)
result(t=t, soma_v=soma_v, spike_times=spike_times)
