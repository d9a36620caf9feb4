"""Model e: a ring of 128 ball-and-stick cells, each of which excites the next;
sixteen spikes travel around it."""
from timing import h, measure

somas, dends, synapses, netcons = [], [], [], []
for i in range(128):
    soma = h.Section(name=f"soma[{i}]")
    soma.L = soma.diam = 12.6157
    soma.insert("hh")
    dend = h.Section(name=f"dend[{i}]")
    dend.L, dend.diam, dend.nseg = 200, 1, 5
    dend.insert("pas")
    for segment in dend:
        segment.pas.e = -65
    dend.connect(soma(1))
    synapse = h.ExpSyn(dend(0.5))
    synapse.tau = 2
    somas.append(soma)
    dends.append(dend)
    synapses.append(synapse)
for i in range(128):
    nc = h.NetCon(somas[i](0.5)._ref_v, synapses[(i + 1) % 128], sec=somas[i])
    nc.weight[0] = 0.01
    nc.delay = 5
    netcons.append(nc)
stimulus = h.NetStim()
stimulus.start, stimulus.number = 1, 1
for i in range(0, 128, 8):
    nc = h.NetCon(stimulus, synapses[i])
    nc.weight[0] = 0.04
    nc.delay = 1
    netcons.append(nc)
measure(50)
