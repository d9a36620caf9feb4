"""Two cells that excite each other, started by a NetStim; spikes detected at a threshold and recorded."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells, synapses = [], []
for k in range(2):
    soma, dend = h.Section(name="soma%d" % k), h.Section(name="dend%d" % k)
    soma.L = soma.diam = 12.6157
    dend.L, dend.diam, dend.nseg = 200, 1, 5
    dend.connect(soma(1))
    soma.insert("hh")
    dend.insert("pas")
    dend.g_pas, dend.e_pas = 0.001, -65
    for sec in (soma, dend):
        sec.Ra, sec.cm = 100, 1
    syn = h.ExpSyn(dend(0.5))
    syn.tau = 2
    cells.append((soma, dend))
    synapses.append(syn)
stim = h.NetStim()
stim.number, stim.start = 1, 9
start = h.NetCon(stim, synapses[0])
start.delay, start.weight[0] = 1, 0.04
nets, times = [], []
for k in range(2):
    soma = cells[k][0]
    nc = h.NetCon(soma(0.5)._ref_v, synapses[1 - k], sec=soma)
    nc.threshold, nc.delay, nc.weight[0] = -10, 5, 0.01
    spikes = h.Vector()
    nc.record(spikes)
    nets.append(nc)
    times.append(spikes)
t = h.Vector().record(h._ref_t)
v0 = h.Vector().record(cells[0][0](0.5)._ref_v)
v1 = h.Vector().record(cells[1][0](0.5)._ref_v)
i = h.Vector().record(synapses[0]._ref_i)
h.finitialize(-65)
h.continuerun(80)
result(t=t, v0=v0, v1=v1, i=i, t_0=times[0], t_1=times[1])
